import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MESSENGER, messengerSettings, messengerText } from '../builders/accounts.ts';
import { createPageVisitor } from '../builders/page-visitor.ts';
import { ADMIN_PASSWORD, type RunningProduct, runProduct, until } from '../builders/product.ts';
import { hiddenField } from '../builders/staff-visitor.ts';
import {
  deliverMessengerWebhook,
  type GraphSimulator,
  signMessenger,
  startGraphSimulator,
} from '../simulators/graph.ts';

const PSID = '7000000000000001';
const FEE_QUESTION = 'tien an ban tru bua trua toi da bao nhieu 1 ngay a';
const UNKNOWN_QUESTION = 'trường có dạy bơi thuyền kayak trên hồ Tây không nhỉ';

let graph: GraphSimulator;
let running: RunningProduct;
let webhook: string;

beforeEach(async () => {
  graph = await startGraphSimulator({ ...MESSENGER });
  graph.setLastInbound(PSID, Date.now());
  running = await runProduct(messengerSettings(graph.url));
  webhook = `${running.url}/webhooks/messenger`;
  graph.echoTo(webhook);
});
afterEach(async () => {
  await running.stop();
  await graph.stop();
});

const say = (mid: string, text: string) =>
  deliverMessengerWebhook(webhook, messengerText({ mid, text }), MESSENGER.appSecret);
const replies = (count: number) =>
  until(() => graph.sent.length >= count && graph.sent.map((message) => message.text), 25_000);
const metric = async (pattern: RegExp) =>
  Number((await (await fetch(`${running.url}/metrics`)).text()).match(pattern)?.[1] ?? 0);

async function adminAtTicket() {
  const admin = createPageVisitor(running.url);
  await admin.submit('/staff/login', { name: 'admin', password: ADMIN_PASSWORD });
  const list = await (await admin.get('/staff/tickets')).text();
  const path = list.match(/\/staff\/tickets\/[0-9a-f-]{36}/)?.[0] ?? '';
  const page = await (await admin.get(path)).text();
  const submit = (action: string, fields: Record<string, string>) =>
    admin.submit(`${path}/${action}`, { token: hiddenField(page, 'token'), ...fields });
  return { page, submit };
}

describe('a parent on Messenger', () => {
  it('gets a cited answer through the Send API', async () => {
    expect(await say('m1', FEE_QUESTION)).toBe(200);
    const [text] = await replies(1);
    expect(text).toContain('trợ lý tự động');
    expect(text).toContain('35.000');
    expect(text).toMatch(/Nguồn: .*Nghị quyết 902\/2025\/NQ-HĐND/);
    expect(graph.sent[0]).toMatchObject({ recipientId: PSID, mode: 'response' });
    expect(graph.sent[0]?.quickReplies.map((reply) => reply.title)).toEqual([
      'Xem nguồn',
      'Gặp cán bộ',
      '👍 Đúng ý tôi',
      '👎 Chưa đúng',
    ]);
    expect(graph.refused).toEqual([]);
  });

  it('sees the words of the source when tapping “Xem nguồn”', async () => {
    await say('m1', FEE_QUESTION);
    await replies(1);
    const payload = graph.sent[0]?.quickReplies[0]?.payload ?? '';
    const tap = messengerText({ mid: 'm2', text: 'Xem nguồn' });
    const [item] = (tap as { entry: { messaging: { message: object }[] }[] }).entry[0]?.messaging ?? [];
    Object.assign(item?.message ?? {}, { quick_reply: { payload } });
    expect(await deliverMessengerWebhook(webhook, tap, MESSENGER.appSecret)).toBe(200);
    expect((await replies(2))[1]).toMatch(/nguyên văn[\s\S]*1\.1\.2 Bữa trưa/);
  });

  it('gets the hotlines at once when a child is in danger, and staff get an urgent ticket', async () => {
    await say('m1', 'con em bị bạn đánh chảy máu đầu ở cổng trường, cháu sợ không dám đi học nữa');
    const [text] = await replies(1);
    for (const hotline of ['111', '113', '115']) expect(text).toContain(hotline);
    expect((await adminAtTicket()).page).toContain('Khẩn cấp');
  });

  it('reaches staff with an unknown question, is answered by a person, and comes back to the bot', async () => {
    await say('m1', UNKNOWN_QUESTION);
    expect((await replies(1))[0]).toContain('chưa tìm thấy');
    const { page, submit } = await adminAtTicket();
    expect(page).toContain('kayak');
    expect(
      (
        await submit('reply', {
          text: 'Chào anh/chị, phường chưa có lớp này ạ.',
          replyKey: hiddenField(page, 'replyKey'),
        })
      ).status,
    ).toBe(303);
    expect((await replies(2))[1]).toBe('Chào anh/chị, phường chưa có lớp này ạ.');

    await say('m2', FEE_QUESTION);
    await until(async () => (await metric(/assistant_inbox_waiting (\d+)/)) === 0);
    expect(graph.sent).toHaveLength(2);

    expect((await submit('close', { outcome: 'answered', note: 'đã trả lời', farewell: 'yes' })).status).toBe(303);
    expect((await replies(3))[2]).toContain('trợ lý tự động tiếp tục hỗ trợ');
    await say('m3', FEE_QUESTION);
    expect((await replies(4))[3]).toContain('35.000');
  });

  it('gets the answer after the platform was busy', async () => {
    graph.faults.nextResponses.push('5xx');
    await say('m1', FEE_QUESTION);
    expect(await replies(1)).toHaveLength(1);
  });
});

describe('the Messenger webhook', () => {
  const post = (body: string, headers: Record<string, string>) => fetch(webhook, { method: 'POST', body, headers });

  it('refuses malformed JSON with 400 and counts it', async () => {
    expect(
      (await post('{"object":', { 'X-Hub-Signature-256': signMessenger('{"object":', MESSENGER.appSecret) })).status,
    ).toBe(400);
    expect(await metric(/result="malformed"\} (\d+)/)).toBe(1);
  });

  it('refuses a body over one megabyte with 413', async () => {
    const body = `{"object":"page","entry":[],"x":"${'a'.repeat(1_100_000)}"}`;
    expect((await post(body, { 'X-Hub-Signature-256': signMessenger(body, MESSENGER.appSecret) })).status).toBe(413);
  });

  it('acknowledges and counts events that nobody knows yet', async () => {
    const body = readFileSync(join(import.meta.dirname, '../fixtures/messenger/unknown_future_event.json'), 'utf8');
    expect(await deliverMessengerWebhook(webhook, JSON.parse(body), MESSENGER.appSecret)).toBe(200);
    expect(await metric(/result="unknown"\} (\d+)/)).toBe(1);
  });

  it('logs neither words nor secrets of anybody', async () => {
    await say('m1', 'số điện thoại của tôi là 0912000345, hỏi học phí');
    await replies(1);
    const log = running.logged.join('\n');
    for (const secret of ['0912000345', MESSENGER.appSecret, MESSENGER.pageToken]) expect(log).not.toContain(secret);
  });
});
