import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { USUAL_CALENDAR } from '../../bot/office-hours/calendar.ts';
import { CALENDAR_VALUE } from '../../bot/office-hours/kept-calendar.ts';
import { type MessengerProduct, runMessenger } from '../builders/messenger-product.ts';
import { vietnamTime } from '../builders/office-time.ts';
import { createPageVisitor } from '../builders/page-visitor.ts';
import { ADMIN_PASSWORD } from '../builders/product.ts';

const FRIDAY = vietnamTime('2026-11-20 15:00');
const HOUR = 3_600_000;

let product: MessengerProduct;
let clock: { now: number };
beforeEach(async () => {
  clock = { now: FRIDAY };
  product = await runMessenger({}, { now: () => clock.now });
});
afterEach(() => product.stop());

let messages = 0;
async function say(psid: string, text: string): Promise<string | undefined> {
  const before = product.sentTo(psid).length;
  messages += 1;
  clock.now += 1_000;
  product.graph.setLastInbound(psid, clock.now);
  await product.say(psid, `m${messages}`, text);
  await product.settled();
  const sent = product.sentTo(psid);
  return sent.length === before ? undefined : sent.at(-1)?.text;
}

async function page(path: string): Promise<string> {
  const visitor = createPageVisitor(product.running.url);
  await visitor.submit('/staff/login', { name: 'admin', password: ADMIN_PASSWORD });
  return (await visitor.get(path)).text();
}

describe('who is handed over to staff', () => {
  it('is told by when they answer, and the ticket holds that time', async () => {
    const an = product.newPerson();
    const reply = await say(an, 'cho em gặp cán bộ');
    expect(reply).toMatch(/\n\nCán bộ sẽ trả lời anh\/chị trước 10 giờ 30 thứ Hai 23\/11 ạ\.$/u);
    expect(await product.ticket(an)).toMatchObject({ dueAt: vietnamTime('2026-11-23 10:00') + 1_000 });
  });

  it('is promised no time when a child is in danger: they are told whom to call now', async () => {
    const an = product.newPerson();
    expect(await say(an, 'con em bị bạn đánh chảy máu ở trường, cứu con em với')).not.toContain('sẽ trả lời');
    expect(await product.ticket(an)).toMatchObject({ dueAt: FRIDAY + 1_000 + 5 * 60_000 });
    expect(await say(an, 'có ai không')).toBeUndefined();
  });

  it('is told their place in line when they write again, once an hour at most', async () => {
    const an = product.newPerson();
    const binh = product.newPerson();
    await say(an, 'cho em gặp cán bộ');
    await say(binh, 'cho tôi gặp cán bộ');
    expect(await say(binh, 'Con tôi học lớp 3 ạ')).toBe(
      'Anh/chị là người thứ 2 đang chờ. Cán bộ sẽ trả lời anh/chị trước 10 giờ 30 thứ Hai 23/11 ạ.',
    );
    expect(await say(binh, 'Trường tiểu học ạ')).toBeUndefined();
    clock.now += HOUR;
    expect(await say(binh, 'Còn ai không ạ?')).toContain('người thứ 2');
    expect(await say(an, 'Em vẫn chờ ạ')).toContain('Anh/chị là người đầu tiên đang chờ.');
  });

  it('is told the truth when the time is over', async () => {
    const an = product.newPerson();
    await say(an, 'cho em gặp cán bộ');
    clock.now = vietnamTime('2026-11-23 10:30');
    expect(await say(an, 'Vẫn chưa ai trả lời em')).toMatch(/chậm hơn dự kiến.*chưa dám hẹn giờ/u);
  });

  it('is promised by the calendar that the office keeps, and by the usual one while that makes no sense', async () => {
    const openDays = [{ day: '2026-11-21', hours: [{ from: '08:00', to: '12:00' }] }];
    await product.stores.kept.set(CALENDAR_VALUE, JSON.stringify({ ...USUAL_CALENDAR, openDays }));
    expect(await say(product.newPerson(), 'cho em gặp cán bộ')).toContain('trước 10 giờ 30 sáng mai, thứ Bảy 21/11');
    await product.stores.kept.set(CALENDAR_VALUE, '{"weekly":{}}');
    clock.now += 11_000;
    expect(await say(product.newPerson(), 'cho em gặp cán bộ')).toContain('thứ Hai 23/11');
    expect(product.running.logged.join('\n')).toContain('KEPT_VALUE_UNREADABLE');
  });
});

describe('staff', () => {
  it('see by when a reply is due and what is overdue, that first', async () => {
    const first = product.newPerson();
    await say(first, 'cho em gặp cán bộ');
    const { id } = (await product.ticket(first)) ?? { id: '' };
    expect(await page('/staff/tickets')).toContain('Trả lời trước 10:00 ngày 23/11/2026');
    clock.now = vietnamTime('2026-11-23 09:30');
    expect(await page(`/staff/tickets/${id}`)).toContain('Sắp đến hạn: trước 10:00 ngày 23/11/2026');
    clock.now = vietnamTime('2026-11-23 12:30');
    const second = product.newPerson();
    await say(second, 'tôi muốn gặp cán bộ ngay');
    const list = await page('/staff/tickets');
    expect(list).toContain('Quá hạn 2 giờ');
    expect(list.indexOf('Quá hạn')).toBeLessThan(list.indexOf('Trả lời trước'));
  });
});
