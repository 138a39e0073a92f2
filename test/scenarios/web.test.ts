import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PublicMessage } from '../../adapters/channels/web/public-transcript.ts';
import { writeTable } from '../../ingest/admission/write-workbook.ts';
import type { AdmissionTable } from '../../knowledge/admission/table.ts';
import { aTable, aZone } from '../builders/admission-table.ts';
import { createPageVisitor } from '../builders/page-visitor.ts';
import { ADMIN_PASSWORD, type RunningProduct, runProduct, until } from '../builders/product.ts';
import { hiddenField } from '../builders/staff-visitor.ts';

let running: RunningProduct;
beforeAll(async () => {
  running = await runProduct({ WEB_EMBED_ORIGINS: 'https://badinh.edu.vn' });
});
afterAll(() => running.stop());

/** Asks as a new visitor and gives the first reply with who owns the conversation then. */
async function ask(text: string): Promise<{ reply: PublicMessage; owner: string }> {
  const visitor = createPageVisitor(running.url);
  await visitor.get('/');
  await visitor.post('/chat/messages', { key: randomUUID(), text });
  return until(async () => {
    const { messages, owner } = await (await visitor.get('/chat/messages?after=0')).json();
    const reply = messages.find((message: PublicMessage) => message.author === 'bot');
    return reply === undefined ? null : { reply, owner };
  });
}

/** Publishes a table through the console. */
async function publishTable(table: AdmissionTable): Promise<void> {
  const admin = createPageVisitor(running.url);
  await admin.submit('/staff/login', { name: 'admin', password: ADMIN_PASSWORD });
  const page = async () => (await admin.get('/staff/admission')).text();
  const form = new FormData();
  form.set('token', hiddenField(await page(), 'token'));
  form.append('files', new File([new Uint8Array(await writeTable(table))], 'bang.xlsx'));
  await admin.upload('/staff/admission', form);
  const html = await page();
  const field = (name: string) => [name, hiddenField(html, name)] as const;
  await admin.submit('/staff/admission/publish', Object.fromEntries(['token', 'seen', 'digest'].map(field)));
}

describe('the web chat of the whole product', () => {
  it('answers with a source that opens on our own server', async () => {
    const { reply, owner } = await ask('Tiền ăn bán trú bữa trưa tối đa bao nhiêu?');
    expect([reply.citations.length > 0, owner]).toEqual([true, 'bot']);
    const document = await fetch(running.url + reply.citations[0]?.href);
    expect(document.status).toBe(200);
  });

  it('gives the hotlines and hands over like the other channels', async () => {
    const { reply, owner } = await ask('Cứu với, cháu bị bố đánh chảy máu đầu, cháu sợ lắm');
    expect(reply.text).toContain('111');
    expect(owner).toBe('queue');
  });

  it('answers a family by the admission table that an editor published, and shows its row', async () => {
    const question = 'con em sinh 2020 ở phường Ngọc Hà thì học trường nào ạ';
    expect((await ask(question)).reply.text).not.toContain('Trường Mẫu A');
    const year = new Date().getFullYear();
    await publishTable(aTable({ schoolYear: `${year}-${year + 1}`, zones: [aZone(2, { schools: ['Trường Mẫu A'] })] }));
    const { reply } = await ask(question);
    expect(reply.text).toContain('Trường Mẫu A');
    const href = reply.citations.map((citation) => citation.href).find((each) => each?.endsWith('#zones-2'));
    expect(await (await fetch(running.url + href)).text()).toContain('id="zones-2"');
  });

  it('lets the sites in WEB_EMBED_ORIGINS frame its chat, and nothing else of it', async () => {
    const policy = async (path: string) => (await fetch(running.url + path)).headers.get('content-security-policy');
    expect(await policy('/chat/framed')).toContain('frame-ancestors https://badinh.edu.vn;');
    for (const path of ['/', '/staff/login']) expect(await policy(path)).toContain("frame-ancestors 'none'");
    expect((await fetch(`${running.url}/widget.js`)).status).toBe(200);
    expect(running.product.summary.join('\n')).toContain('/widget.js for https://badinh.edu.vn');
  });
});
