import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MESSENGER, messengerSettings, messengerText, ZALO, zaloSettings } from '../builders/accounts.ts';
import { filesHolding } from '../builders/file-scan.ts';
import { createPageVisitor } from '../builders/page-visitor.ts';
import { ADMIN_PASSWORD, indexByWords, type RunningProduct, runProduct, until } from '../builders/product.ts';
import { formToken } from '../builders/staff-visitor.ts';
import { deliverMessengerWebhook, type GraphSimulator, startGraphSimulator } from '../simulators/graph.ts';
import { deliverZaloWebhook, startZaloSimulator, type ZaloSimulator } from '../simulators/zalo.ts';

const PSID = '7000000000000001';
const USER = '3000000000000000001';
const PHONE = '0912345678';

let graph: GraphSimulator;
let zalo: ZaloSimulator;
let running: RunningProduct;
beforeEach(async () => {
  graph = await startGraphSimulator({ ...MESSENGER });
  zalo = await startZaloSimulator(ZALO);
  graph.setLastInbound(PSID, Date.now());
  zalo.setLastInteraction(USER, Date.now());
  const settings = { ...messengerSettings(graph.url), ...zaloSettings(zalo.url) };
  running = await runProduct(settings, {}, await indexByWords());
  graph.echoTo(`${running.url}/webhooks/messenger`);
  zalo.echoTo(`${running.url}/webhooks/zalo`);
});
afterEach(async () => {
  await running.stop();
  await graph.stop();
  await zalo.stop();
});

const zaloText = JSON.parse(readFileSync(join(import.meta.dirname, '../fixtures/zalo/user_send_text.json'), 'utf8'));
const onMessenger = (mid: string, text: string) =>
  deliverMessengerWebhook(`${running.url}/webhooks/messenger`, messengerText({ mid, text }), MESSENGER.appSecret);
const onZalo = (id: string, text: string) =>
  deliverZaloWebhook(
    `${running.url}/webhooks/zalo`,
    { ...zaloText, message: { text, msg_id: id }, timestamp: String(Date.now()) },
    ZALO,
  );
const sentOnMessenger = (count: number) =>
  until(() => graph.sent.length >= count && graph.sent.map(({ text }) => text), 25_000);
const sentOnZalo = (count: number) =>
  until(() => zalo.sent.length >= count && zalo.sent.map(({ text }) => text), 25_000);

/** Links both accounts of one parent: asked for on Messenger, the code sent on Zalo without its space, in small letters. */
async function link(): Promise<string> {
  await onMessenger('m1', 'lien ket zalo voi facebook giup em');
  const offered = (await sentOnMessenger(1)).at(-1) ?? '';
  const code = /[A-Z]{5} \d{4}/.exec(offered)?.[0] ?? '';
  await onZalo('z1', code.replace(' ', '').toLowerCase());
  return code;
}

describe('a parent on Messenger and Zalo', () => {
  it('links both by a code, is told so on both, and staff read both together', async () => {
    const code = await link();
    expect((await sentOnZalo(1))[0]).toContain('em đã liên kết cuộc trò chuyện này với Messenger');
    expect((await sentOnMessenger(2))[1]).toContain('vừa được liên kết với Zalo bằng mã của anh/chị');
    await onMessenger('m2', `gọi em số ${PHONE} nhé`);
    await sentOnMessenger(3);
    await onZalo('z2', 'gặp cán bộ');
    await sentOnZalo(2);

    const admin = createPageVisitor(running.url);
    await admin.submit('/staff/login', { name: 'admin', password: ADMIN_PASSWORD });
    const list = await (await admin.get('/staff/tickets')).text();
    const pages = await Promise.all(
      [...new Set(list.match(/\/staff\/tickets\/[0-9a-f-]{36}/g))].map(async (path) => ({
        path,
        html: await (await admin.get(`${path}?view=linked`)).text(),
      })),
    );
    const onTicket = pages.find(({ html }) => html.includes('Chỉ kênh này (Zalo)'));
    expect(onTicket?.html).toContain('gọi em số [số điện thoại]');
    for (const { html } of pages) expect(html).not.toContain(code);
    await admin.submit(`${onTicket?.path}/claim`, { token: await formToken(admin) });
    expect(running.logged.filter((line) => line.includes(code) || line.includes(PHONE))).toEqual([]);
    const metrics = await (await fetch(`${running.url}/metrics`)).text();
    expect(metrics).toMatch(/assistant_turns_total\{channel="zalo",outcome="chat",topic="smalltalk"\} 1/);
    expect(graph.refused).toEqual([]);
    expect(zalo.refused).toEqual([]);
  });

  it('erases both from one of them, after being told so, with a code for each', async () => {
    await link();
    await sentOnZalo(1);
    await sentOnMessenger(2);
    await onMessenger('m2', 'Planted-Hồng-77 hỏi học phí');
    await sentOnMessenger(3);
    await onZalo('z2', 'xóa hết dữ liệu của tôi giúp');
    expect((await sentOnZalo(2))[1]).toContain('là xóa cả ở Messenger đã liên kết');
    await onZalo('z3', '1');
    const said = (await sentOnZalo(3))[2] ?? '';
    expect(said.match(/XD-[0-9A-F]{12}/g)).toHaveLength(2);
    expect(said).toContain('ở Messenger: cũng đã được xóa');
    expect((await sentOnMessenger(4))[3]).toContain('Yêu cầu được gửi từ Zalo');
    await until(() => filesHolding(running.dataDir, ['Planted-Hồng-77']).length === 0, 25_000);
  });

  it('undoes it at once, and an erasure then reaches one only', async () => {
    await link();
    await sentOnZalo(1);
    await sentOnMessenger(2);
    await onZalo('z2', 'hủy liên kết');
    expect((await sentOnZalo(2))[1]).toContain('đã bỏ liên kết cuộc trò chuyện này với Messenger');
    await onZalo('z3', 'xóa hết dữ liệu của tôi giúp');
    expect((await sentOnZalo(3))[2]).not.toContain('Messenger');
    await onZalo('z4', '1');
    expect(((await sentOnZalo(4))[3] ?? '').match(/XD-[0-9A-F]{12}/g)).toHaveLength(1);
  });
});
