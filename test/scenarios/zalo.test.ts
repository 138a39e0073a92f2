import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ZALO, zaloSettings } from '../builders/accounts.ts';
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
    expect(text).toContain('Nhắn “gặp cán bộ”');
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

  it('is left to the person who answers from the OA chat tool', async () => {
    expect(await deliverZaloWebhook(webhook, fixture('oa_send_text_by_staff.json'), ZALO)).toBe(200);
    await say('z1', FEE_QUESTION);
    await idle();
    expect(zalo.sent).toEqual([]);
  });

  it('is not written to twice when the answer of the platform was lost', async () => {
    zalo.faults.nextResponses = ['lose-response'];
    await say('z1', FEE_QUESTION);
    await replies(1);
    await idle();
    expect(zalo.sent).toHaveLength(1);
  });

  it('who withdraws consent gets a privacy ticket', async () => {
    expect(await deliverZaloWebhook(webhook, fixture('user_withdraw.json'), ZALO)).toBe(200);
    await idle();
    expect((await adminAtTicket()).page).toContain('rút lại sự đồng ý');
  });

  it('cannot be impersonated: an unsigned webhook is refused', async () => {
    const response = await fetch(webhook, { method: 'POST', body: JSON.stringify(fixture('user_send_text.json')) });
    expect(response.status).toBe(401);
  });
});
