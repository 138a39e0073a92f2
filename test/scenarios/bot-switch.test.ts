import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { decisionsOf } from '../builders/ledger.ts';
import { type MailServer, startMailServer } from '../builders/mail-server.ts';
import { type MessengerProduct, runMessenger } from '../builders/messenger-product.ts';
import { vietnamTime } from '../builders/office-time.ts';
import { createPageVisitor, type PageVisitor } from '../builders/page-visitor.ts';
import { ADMIN_PASSWORD, until } from '../builders/product.ts';
import { startProgram } from '../builders/program.ts';
import { hiddenField } from '../builders/staff-visitor.ts';

const QUESTION = 'Tiền ăn bán trú bữa trưa tối đa bao nhiêu?';
const DANGER = 'con em bị bạn đánh chảy máu ở trường, cứu con em với';
const FRIDAY = vietnamTime('2026-11-20 15:00');
const LIMIT_MS = 30_000;

let mail: MailServer;
let product: MessengerProduct;
let clock: { startedAt: number; offset: number };
beforeEach(async () => {
  mail = await startMailServer();
  clock = { startedAt: Date.now(), offset: 0 };
  product = await runMessenger(
    {
      ALARM_SMTP_URL: `smtp://127.0.0.1:${mail.port}`,
      ALARM_EMAIL_FROM: 'tro-ly@badinh.example.vn',
      ALARM_EMAIL_TO: 'truc@badinh.example.vn',
    },
    { now: () => FRIDAY + (Date.now() - clock.startedAt) + clock.offset },
  );
});
afterEach(async () => {
  await product.stop();
  await mail.stop();
});

async function admin(): Promise<PageVisitor> {
  const visitor = createPageVisitor(product.running.url);
  await visitor.submit('/staff/login', { name: 'admin', password: ADMIN_PASSWORD });
  return visitor;
}

/** Throws the switch in the console, both steps. */
async function turn(visitor: PageVisitor, to: 'off' | 'on', reason: string): Promise<string> {
  const page = await (await visitor.get(`/staff/switch?to=${to}`)).text();
  const done = await visitor.submit('/staff/switch', { token: hiddenField(page, 'token'), to, reason });
  return done.headers.get('location') ?? '';
}

async function say(psid: string, mid: string, text: string): Promise<void> {
  await product.say(psid, mid, text);
  await product.settled();
}

describe('the switch', () => {
  it('sends every message to staff and tells each citizen once a day, from the next message on', async () => {
    const visitor = await admin();
    const an = product.newPerson();
    await say(an, 'm0', QUESTION);
    expect(product.sentTo(an).at(-1)?.text).toContain('35.000');

    expect(await turn(visitor, 'off', 'Trả lời sai học phí')).toBe('/staff/switch?notice=switched-off');
    await say(an, 'm1', QUESTION);
    expect(product.sentTo(an)).toHaveLength(2);
    expect(product.sentTo(an)[1]?.text).toMatch(
      /^Dạ, trợ lý tự động đang tạm nghỉ\..*\n\nCán bộ sẽ trả lời anh\/chị trước 17 giờ thứ Hai 23\/11 ạ\.$/u,
    );
    expect(await product.ticket(an)).toMatchObject({ question: QUESTION, state: 'new' });
    expect(await product.conversation(an)).toMatchObject({ owner: 'queue' });
    await say(an, 'm2', 'Alo ai trả lời giúp ạ?');
    expect(product.sentTo(an)).toHaveLength(2);
    clock.offset = 24 * 3_600_000;
    product.graph.setLastInbound(an, FRIDAY + clock.offset);
    await say(an, 'm3', 'Sao chưa ai trả lời?');
    expect(product.sentTo(an)).toHaveLength(3);
    expect(product.sentTo(an)[2]?.text).toContain('đang tạm nghỉ');
    expect(decisionsOf(product.running.dataDir).slice(1)).toEqual(['switch:off', 'switch:off', 'switch:off']);

    const binh = product.newPerson();
    // A day later the first session has ended.
    expect(await turn(await admin(), 'on', 'Đã sửa')).toBe('/staff/switch?notice=switched-on');
    await say(binh, 'b1', QUESTION);
    expect(product.sentTo(binh)[0]?.text).toContain('35.000');
  });

  it('leaves the hotlines on for a child in danger', async () => {
    await turn(await admin(), 'off', 'Thử');
    const an = product.newPerson();
    await say(an, 'm1', DANGER);
    expect(product.sentTo(an)[0]?.text).toContain('111');
    expect(product.sentTo(an)[0]?.text).not.toContain('tạm nghỉ');
    expect(await product.ticket(an)).toMatchObject({ topic: 'child_safety', priority: 'urgent' });
  });

  it('tells the citizen nothing of an assistant when staff close a ticket meanwhile', async () => {
    const visitor = await admin();
    await turn(visitor, 'off', 'Thử');
    const an = product.newPerson();
    await say(an, 'm1', QUESTION);
    const { id } = (await product.ticket(an)) ?? { id: '' };
    const token = hiddenField(await (await visitor.get(`/staff/tickets/${id}`)).text(), 'token');
    await visitor.submit(`/staff/tickets/${id}/close`, { token, outcome: 'answered', note: '', farewell: 'yes' });
    await product.settled();
    expect(product.sentTo(an).at(-1)?.text).toMatch(/^Cán bộ đã kết thúc phần trả lời\. Cần hỏi thêm/);
  });

  /** What the audit log says of the switch. */
  const thrown = async () => (await product.stores.audit.list(0, 10)).filter(({ action }) => action.startsWith('bot.'));

  it('shows who threw it, when and why, wakes the duty officer, and stands in the audit log', async () => {
    const visitor = await admin();
    await turn(visitor, 'off', 'Trả lời sai <học phí>');
    const page = await (await visitor.get('/staff/switch')).text();
    for (const words of ['đang tạm nghỉ', 'Quản trị', '15:00 ngày 20/11/2026', 'Trả lời sai &lt;học phí>']) {
      expect(page).toContain(words);
    }
    expect(await (await visitor.get('/staff/tickets')).text()).toContain('Trợ lý tự động đang tạm nghỉ');
    await until(() => mail.received.length === 1, LIMIT_MS);
    expect(mail.received[0]?.subject).toBe('[KHẨN CẤP] Công tắc trợ lý tự động: ĐÃ DỪNG');
    const [entry] = await thrown();
    expect(entry).toMatchObject({ actor: 'admin', action: 'bot.off', facts: { reason: 'Trả lời sai <học phí>' } });
  });

  it('is not thrown without a reason, without the token, or twice', async () => {
    const visitor = await admin();
    expect(await turn(visitor, 'off', '  ')).toBe('/staff/switch?notice=no-reason');
    const forged = await visitor.submit('/staff/switch', { token: 'x', to: 'off', reason: 'Thử' });
    expect(forged.status).toBe(403);
    expect(await thrown()).toEqual([]);
    await turn(visitor, 'off', 'Thử');
    expect(await turn(visitor, 'off', 'Thử')).toBe('/staff/switch?notice=switched-before');
    expect(await thrown()).toHaveLength(1);
  });

  it('is thrown from the command line too, while the product runs', { timeout: 240_000 }, async () => {
    const { dataDir } = product.running;
    const admin = (...args: string[]) => startProgram(['admin', ...args, '--data', dataDir]).ended;
    const off = await admin('bot', 'off', '--reason', 'Bảo trì');
    expect(off).toMatchObject({ code: 0 });
    expect(off.out).toContain('ĐANG TẠM NGHỈ');
    expect(off.out).toContain('Chưa đặt người nhận cảnh báo');
    // The product looks again within a second.
    await new Promise((resolve) => setTimeout(resolve, 1_100));
    const an = product.newPerson();
    await say(an, 'm1', QUESTION);
    expect(product.sentTo(an)[0]?.text).toContain('đang tạm nghỉ');
    expect((await admin('bot', 'status')).out).toMatch(/ĐANG TẠM NGHỈ.*\n.*terminal:\S+,.*Bảo trì/);
    expect((await admin('bot', 'on')).out).toContain('đang trả lời');
    expect((await admin('audit')).out).toMatch(/^1\t.*\tbot\.off\tbot\treason: Bảo trì\n2\t.*\tbot\.on\t/);
    const verified = await admin('audit', '--verify');
    expect(verified).toMatchObject({ code: 0 });
    expect(verified.out).toContain('✔ 2 dòng còn nguyên vẹn');
  });
});
