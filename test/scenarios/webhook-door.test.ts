import { once } from 'node:events';
import { connect } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MESSENGER, messengerSettings, messengerText } from '../builders/accounts.ts';
import { type RunningProduct, runProduct, until } from '../builders/product.ts';
import { deliverMessengerWebhook, signedMessengerWebhook } from '../simulators/graph.ts';

let running: RunningProduct;
beforeEach(async () => {
  running = await runProduct(messengerSettings('http://127.0.0.1:9'));
});
afterEach(() => running.stop());

const webhook = signedMessengerWebhook(messengerText({ mid: 'm1', text: 'Học phí?' }), MESSENGER.appSecret);
const waiting = async () => {
  const metrics = await (await fetch(`${running.url}/metrics`)).text();
  return Number(/assistant_webhook_events_total\{channel="messenger",result="stored"\} (\d+)/.exec(metrics)?.[1] ?? 0);
};

/** Sends bytes over a connection of its own and gives all that comes back until it closes. */
async function speak(bytes: string, andLeave: boolean): Promise<string> {
  const socket = connect(Number(new URL(running.url).port), '127.0.0.1');
  await once(socket, 'connect');
  socket.write(bytes);
  if (andLeave) {
    await new Promise((resolve) => setTimeout(resolve, 50));
    socket.destroy();
    return '';
  }
  let heard = '';
  socket.on('data', (piece) => {
    heard += piece.toString('latin1');
  });
  // A server that closes while we still write resets the connection.
  socket.on('error', () => undefined);
  await once(socket, 'close');
  return heard;
}

describe('the door of a webhook', () => {
  it('stores nothing of a delivery that broke off, and takes its repetition', async () => {
    const head = Object.entries({ host: 'a', 'content-length': webhook.body.length, ...webhook.headers })
      .map(([name, value]) => `${name}: ${value}`)
      .join('\r\n');
    await speak(`POST /webhooks/messenger HTTP/1.1\r\n${head}\r\n\r\n${webhook.body.slice(0, 40)}`, true);
    expect(await waiting()).toBe(0);
    const payload = messengerText({ mid: 'm1', text: 'Học phí?' });
    expect(await deliverMessengerWebhook(`${running.url}/webhooks/messenger`, payload, MESSENGER.appSecret)).toBe(200);
    await until(async () => (await waiting()) === 1);
    expect(running.logged.filter((line) => line.includes('webhook failed'))).toEqual([]);
  });

  it('closes the connection of a body that is too large instead of reading on', async () => {
    const bytes = `POST /webhooks/messenger HTTP/1.1\r\nhost: a\r\ncontent-length: 90000000\r\n\r\n${'x'.repeat(1_100_000)}`;
    const heard = await speak(bytes, false);
    expect(heard).toMatch(/^HTTP\/1\.1 413 /);
    expect(heard).toMatch(/connection: close/i);
  });

  it('is found with a query and a slash at the end of its address, and takes nothing but POST and the check', async () => {
    const post = (path: string) => fetch(running.url + path, { method: 'POST', ...webhook });
    expect((await post('/webhooks/messenger/?a=1')).status).toBe(200);
    expect((await post('/webhooks/messenger/deeper')).status).toBe(404);
    expect((await post('/webhooks/zalo')).status).toBe(404);
    expect((await fetch(`${running.url}/webhooks/messenger`, { method: 'PUT', ...webhook })).status).toBe(404);
    expect((await fetch(`${running.url}/webhooks/messenger`)).status).toBe(403);
  });
});
