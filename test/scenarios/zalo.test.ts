import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ZALO, zaloSettings } from '../builders/accounts.ts';
import { filesHolding } from '../builders/file-scan.ts';
import { createPageVisitor } from '../builders/page-visitor.ts';
import { ADMIN_PASSWORD, type RunningProduct, runProduct, until } from '../builders/product.ts';
import { hiddenField } from '../builders/staff-visitor.ts';
import { deliverZaloWebhook, startZaloSimulator, type ZaloSimulator } from '../simulators/zalo.ts';

const USER = '3000000000000000001';
const FEE_QUESTION = 'tien an ban tru bua trua toi da bao nhieu 1 ngay a';

let zalo: ZaloSimulator;
let running: RunningProduct;
let webhook: string;
beforeEach(async () => {
  zalo = await startZaloSimulator(ZALO);
  zalo.setLastInteraction(USER, Date.now());
  running = await runProduct(zaloSettings(zalo.url));
  webhook = `${running.url}/webhooks/zalo`;
  zalo.echoTo(webhook);
});
afterEach(async () => {
  await running.stop();
  await zalo.stop();
});

const fixture = (name: string): object =>
  JSON.parse(readFileSync(join(import.meta.dirname, '../fixtures/zalo', name), 'utf8'));
const say = (id: string, text: string) =>
  deliverZaloWebhook(
    webhook,
    { ...fixture('user_send_text.json'), message: { text, msg_id: id }, timestamp: String(Date.now()) },
    ZALO,
  );
const replies = (count: number) =>
  until(() => zalo.sent.length >= count && zalo.sent.map((message) => message.text), 25_000);
const metric = async (pattern: RegExp) =>
  Number((await (await fetch(`${running.url}/metrics`)).text()).match(pattern)?.[1] ?? 0);
const idle = () =>
  until(
    async () =>
      (await metric(/assistant_inbox_waiting (\d+)/)) + (await metric(/assistant_outbox_pending (\d+)/)) === 0,
  );

async function adminAtTicket() {
  const admin = createPageVisitor(running.url);
  await admin.submit('/staff/login', { name: 'admin', password: ADMIN_PASSWORD });
  const path = (await (await admin.get('/staff/tickets')).text()).match(/\/staff\/tickets\/[0-9a-f-]{36}/)?.[0] ?? '';
  return { admin, path, page: await (await admin.get(path)).text() };
}

describe('a parent on Zalo', () => {
  it('gets a cited answer through the OA API, with the way to a person in words', async () => {
    expect(await say('z1', FEE_QUESTION)).toBe(200);
    const [text] = await replies(1);
    expect(text).toContain('35.000');
    expect(text).toMatch(/Nguồn: .*Nghị quyết 902\/2025\/NQ-HĐND/);
    expect(text).toMatch(/Nhắn số để chọn:\n1\. Xem nguồn\n2\. Gặp cán bộ\n3\. 👍 Đúng ý tôi\n4\. 👎 Chưa đúng$/u);
    expect(zalo.refused).toEqual([]);
    expect(zalo.tokensIssued()).toBe(1);
  });

  it('reads the source by typing its number of the menu', async () => {
    await say('z1', FEE_QUESTION);
    const [text] = await replies(1);
    expect(text).toMatch(/Nhắn số để chọn:\n1\. Xem nguồn/u);
    await say('z2', '1');
    expect((await replies(2))[1]).toMatch(/nguyên văn .*Nghị quyết 902\/2025\/NQ-HĐND/u);
  });

  it('is answered by staff on Zalo', async () => {
    await say('z1', 'gặp cán bộ');
    await replies(1);
    const { admin, path, page } = await adminAtTicket();
    const token = hiddenField(page, 'token');
    await admin.submit(`${path}/reply`, {
      token,
      text: 'Chào anh/chị, tôi đây ạ.',
      replyKey: hiddenField(page, 'replyKey'),
    });
    expect((await replies(2))[1]).toBe('Chào anh/chị, tôi đây ạ.');
  });

  it('chooses by typing a number of the list', async () => {
    await say('z1', FEE_QUESTION);
    await replies(1);
    await say('z2', '1');
    expect((await replies(2))[1]).toContain('nguyên văn');
    await say('z3', 'ok');
    await replies(3);
    await say('z4', '1');
    expect((await replies(4))[3]).toContain('chuyển cuộc trò chuyện đến cán bộ');
    expect((await adminAtTicket()).page).toContain('tien an ban tru');
  });
});

describe('a parent on Zalo who wants their data erased', () => {
  const PLANTED = 'Planted-Quỳnh-1234';
  const filesWithIt = () => filesHolding(running.dataDir, [PLANTED]);

  it('is told what it means, confirms, and gets a code; no word of theirs stays in a file or in the log', async () => {
    await say('z1', `${FEE_QUESTION} ${PLANTED}`);
    await replies(1);
    await say('z2', `xóa hết dữ liệu của tôi giúp, tôi là ${PLANTED}`);
    const explained = (await replies(2))[1];
    expect(explained).toContain('không lấy lại được');
    expect(explained).toMatch(/1\. Xóa dữ liệu của tôi$/);
    expect(filesWithIt()).not.toEqual([]);

    await say('z3', '1');
    const code = (await replies(3))[2]?.match(/Mã xác nhận: (XD-[0-9A-F]{12})/)?.[1];
    expect(code).toBeDefined();
    await idle();
    expect(filesWithIt()).toEqual([]);
    expect(running.logged.filter((line) => line.includes(PLANTED))).toEqual([]);
    expect((await adminAtTicket()).page).not.toContain(PLANTED);
  });

  it('keeps everything when they do not confirm', async () => {
    await say('z1', `xóa hết dữ liệu của tôi giúp, tôi là ${PLANTED}`);
    await replies(1);
    await say('z2', 'thôi ạ');
    await idle();
    expect(filesWithIt()).not.toEqual([]);
  });

  it('has it done by withdrawing consent in Zalo, without a message', async () => {
    await say('z1', `${FEE_QUESTION} ${PLANTED}`);
    await replies(1);
    await idle();
    expect(await deliverZaloWebhook(webhook, fixture('user_withdraw.json'), ZALO)).toBe(200);
    await until(() => filesWithIt().length === 0);
    expect(zalo.sent).toHaveLength(1);
  });

  it('is not heard of again when Zalo delivers an erased message once more', async () => {
    const message = {
      ...fixture('user_send_text.json'),
      message: { text: PLANTED, msg_id: 'z1' },
      timestamp: String(Date.now()),
    };
    await deliverZaloWebhook(webhook, message, ZALO);
    await replies(1);
    await deliverZaloWebhook(webhook, fixture('user_withdraw.json'), ZALO);
    await until(() => filesWithIt().length === 0);
    expect(await deliverZaloWebhook(webhook, message, ZALO)).toBe(200);
    await idle();
    expect(filesWithIt()).toEqual([]);
    expect(zalo.sent).toHaveLength(1);
  });

  it('waits while staff work on a child in danger, who read why', async () => {
    await say('z1', `con tôi bị bạn đánh ở trường chảy máu, ${PLANTED}`);
    await replies(1);
    await deliverZaloWebhook(webhook, fixture('user_withdraw.json'), ZALO);
    await idle();
    const { admin, path, page } = await adminAtTicket();
    expect(page).toContain('đóng phiếu là xóa');
    expect(filesWithIt()).not.toEqual([]);
    await admin.submit(`${path}/close`, {
      token: hiddenField(page, 'token'),
      outcome: 'answered',
      note: PLANTED,
      farewell: 'on',
    });
    await until(() => filesWithIt().length === 0);
    expect(zalo.sent).toHaveLength(1);
  });
});
