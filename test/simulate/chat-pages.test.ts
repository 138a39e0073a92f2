import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type HttpServer, listen } from '../../adapters/http/listen.ts';
import { MESSENGER, messengerSettings, ZALO, zaloSettings } from '../builders/accounts.ts';
import { openTestStream } from '../builders/event-reader.ts';
import { type RunningProduct, runProduct } from '../builders/product.ts';
import { startGraphSimulator } from '../simulators/graph.ts';
import { startZaloSimulator } from '../simulators/zalo.ts';
import { createChatServer } from './chat-server.ts';
import { createMessengerPlatform } from './messenger-platform.ts';
import type { SimulatedPlatform } from './simulated-platform.ts';
import { createZaloPlatform } from './zalo-platform.ts';

const PERSON = '7000000000000001';

let running: RunningProduct;
let pages: HttpServer;
let platforms: Record<'messenger' | 'zalo', SimulatedPlatform>;
beforeEach(async () => {
  const graph = await startGraphSimulator(MESSENGER);
  const zalo = await startZaloSimulator(ZALO);
  running = await runProduct({ ...messengerSettings(graph.url), ...zaloSettings(zalo.url) });
  platforms = {
    messenger: createMessengerPlatform(graph, `${running.url}/webhooks/messenger`, randomUUID),
    zalo: createZaloPlatform(zalo, `${running.url}/webhooks/zalo`, randomUUID),
  };
  pages = await listen(createChatServer(platforms, '/staff'), '127.0.0.1', 0);
});
afterEach(async () => {
  await pages.close();
  await running.stop();
  await Promise.all([platforms.messenger.stop(), platforms.zalo.stop()]);
});

const post = (path: string, body: object) =>
  fetch(`${pages.url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ person: PERSON, ...body }),
  });
const say = (look: string, fields: object) =>
  post(`/${look}/messages`, { text: '', payload: null, photo: null, ...fields });

/** The lines of a chat as they come in, without the typing in between. */
async function openChat(look: string) {
  const stream = openTestStream(await fetch(`${pages.url}/${look}/events?person=${PERSON}`));
  async function nextLine(): Promise<{ from: string; text: string; quickReplies: { payload: string }[] }> {
    for (;;) {
      const { event, data } = await stream.next();
      // Sent by our own server.
      if (event === 'line') return data as Awaited<ReturnType<typeof nextLine>>;
    }
  }
  return { nextLine, end: stream.end };
}

describe.each(['messenger', 'zalo'])('the simulated %s page', (look) => {
  it('sends what a person writes through the webhook and shows what the product sends back', async () => {
    const chat = await openChat(look);
    expect(await (await say(look, { text: 'tien an ban tru bua trua toi da bn 1 ngay a' })).json()).toEqual({
      status: 200,
    });
    expect(await chat.nextLine()).toMatchObject({ from: 'citizen' });
    expect((await chat.nextLine()).text).toContain('35.000');
    await say(look, { photo: 'giay-khai-sinh.jpg' });
    expect(await chat.nextLine()).toMatchObject({ from: 'citizen', photo: 'giay-khai-sinh.jpg' });
    expect((await chat.nextLine()).text).toContain('không xem được ảnh');
    await chat.end();
  });

  it('leaves the chat to staff who answer from the platform’s inbox', async () => {
    const chat = await openChat(look);
    await post(`/${look}/staff`, { text: 'Chào anh/chị, em là Lan.' });
    expect(await chat.nextLine()).toMatchObject({ from: 'staff' });
    await say(look, { text: 'tien an ban tru bua trua toi da bn 1 ngay a' });
    expect(await chat.nextLine()).toMatchObject({ from: 'citizen' });
    const metrics = async () => (await fetch(`${running.url}/metrics`)).text();
    await expect.poll(metrics).toMatch(/assistant_inbox_waiting 0/);
    expect(platforms[look === 'zalo' ? 'zalo' : 'messenger'].lines.after(PERSON, 2)).toEqual([]);
    await chat.end();
  });

  it('refuses what is no message, and allows no script but its own', async () => {
    expect((await say(look, {})).status).toBe(400);
    expect((await post(`/${look}/messages`, { person: '../etc', text: 'a', payload: null, photo: null })).status).toBe(
      400,
    );
    const page = await fetch(`${pages.url}/${look}`);
    expect(page.headers.get('content-security-policy')).toContain("script-src 'self'");
    expect(await page.text()).not.toMatch(/<script(?![^>]* src=)|\sstyle=|\son\w+="/);
  });
});
