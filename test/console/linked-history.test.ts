import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Topic } from '../../bot/topics.ts';
import { linkTwo, offerCode } from '../builders/links.ts';
import type { PageVisitor } from '../builders/page-visitor.ts';
import { type ServedPages, servePages } from '../builders/served-pages.ts';
import { addStaff, formToken, logIn } from '../builders/staff-visitor.ts';
import { outgoing } from '../builders/turns.ts';
import { aWebTurn } from '../builders/web-turns.ts';

const AN = 'messenger:page:an';
const ON_ZALO = 'zalo:oa:an';
const PHONE = '0912345678';

let pages: ServedPages;
let lan: PageVisitor;
let minh: PageVisitor;
beforeEach(async () => {
  pages = await servePages({});
  await addStaff(pages);
  await addStaff(pages, { name: 'minh', displayName: 'Trần Minh', role: 'agent' });
  lan = (await logIn(pages, 'lan')).visitor;
  minh = (await logIn(pages, 'minh')).visitor;
});
afterEach(() => pages.close());

/** What a citizen says, with a ticket of this topic. */
async function asks(conversationId: string, words: string, at: number, topic: Topic | null = 'human_request') {
  const result = await pages.records.commit({
    ...aWebTurn({ conversationId, heard: [words], owner: 'queue', at }),
    channel: conversationId.startsWith('zalo') ? 'zalo' : 'messenger',
    ticket: topic === null ? null : { kind: 'open', topic, priority: 'normal', question: words },
    owner: topic === null ? 'bot' : 'queue',
  });
  if (!result.ok) throw new Error(result.reason);
  return result.ticket?.id ?? '';
}

const page = async (visitor: PageVisitor, id: string, query = '') =>
  (await visitor.get(`/staff/tickets/${id}${query}`)).text();
const claim = async (visitor: PageVisitor, id: string) =>
  visitor.submit(`/staff/tickets/${id}/claim`, { token: await formToken(visitor) });
const looks = () => pages.audited.filter(([, action]) => action.startsWith('ticket.opened'));

describe('what a citizen linked, on the page of a ticket', () => {
  it('is offered only where something is linked, and names the channels', async () => {
    const { now } = pages.clock;
    const id = await asks(AN, 'học phí ạ', now);
    await asks(ON_ZALO, 'hỏi trên zalo', now - 9_000, null);
    expect(await page(lan, id)).not.toContain('đã liên kết');
    await linkTwo(pages, AN, ON_ZALO, now);
    const html = await page(lan, id);
    expect(html).toContain('Chỉ kênh này (Facebook)');
    expect(html).toContain(`href="/staff/tickets/${id}?view=linked"`);
    expect(html).toContain('Cả 2 cuộc trò chuyện đã liên kết');
    expect(html).not.toContain('hỏi trên zalo');
  });

  it('stands in the order of time under its channel, its matters among the others', async () => {
    const { now } = pages.clock;
    const other = await asks(ON_ZALO, 'hỏi trên zalo', now - 9_000);
    const id = await asks(AN, 'hỏi trên facebook', now);
    await asks(ON_ZALO, 'lại hỏi trên zalo', now + 9_000);
    await linkTwo(pages, AN, ON_ZALO, now);
    const html = await page(lan, id, '?view=linked');
    const order = html.replaceAll(/<[^>]+>/gu, ' ');
    expect(order).toMatch(/Zalo[^§]*hỏi trên zalo[^§]*Facebook[^§]*hỏi trên facebook[^§]*Zalo[^§]*lại hỏi trên zalo/u);
    expect(html).toMatch(new RegExp(`/staff/tickets/${other}"[^§]*Zalo · `, 'u'));
    expect(html).toContain(`data-page-address="/staff/tickets/${id}?view=linked"`);
  });

  it('is shown as it was written to whoever holds the ticket, which the audit log has for each conversation', async () => {
    const { now } = pages.clock;
    await asks(ON_ZALO, `gọi em ${PHONE}`, now - 9_000, null);
    const id = await asks(AN, 'học phí ạ', now);
    await linkTwo(pages, AN, ON_ZALO, now);
    expect(await page(lan, id, '?view=linked')).toContain('[số điện thoại]');
    await claim(lan, id);
    expect(await page(lan, id)).not.toContain(PHONE);
    expect(looks()).toEqual([]);
    expect(await page(lan, id, '?view=linked')).toContain(PHONE);
    await page(lan, id, '?view=linked');
    expect(looks()).toEqual([['lan', 'ticket.opened-linked', `${id} zalo`]]);
    expect(await page(minh, id, '?view=linked')).not.toContain(PHONE);
  });

  it('stays masked where a colleague holds a ticket of its own, and hidden where it is of the press', async () => {
    const { now } = pages.clock;
    const other = await asks(ON_ZALO, `gọi em ${PHONE}`, now - 9_000);
    const id = await asks(AN, 'học phí ạ', now);
    await linkTwo(pages, AN, ON_ZALO, now);
    await claim(lan, id);
    await claim(minh, other);
    const html = await page(lan, id, '?view=linked');
    expect(html).toContain('[số điện thoại]');
    expect(html).not.toContain(PHONE);
    expect(looks()).toEqual([]);

    await asks('web:web:an', 'phóng viên hỏi', now, 'press');
    await linkTwo(pages, AN, 'web:web:an', now + 1);
    const withPress = await page(lan, id, '?view=linked');
    expect(withPress).toContain('Cả 3 cuộc trò chuyện');
    expect(withPress).not.toContain('phóng viên hỏi');
  });

  it('is gone as soon as the citizen undoes the link', async () => {
    const { now } = pages.clock;
    await asks(ON_ZALO, 'hỏi trên zalo', now - 9_000, null);
    const id = await asks(AN, 'học phí ạ', now);
    await linkTwo(pages, AN, ON_ZALO, now);
    await pages.records.commit({
      ...aWebTurn({ conversationId: ON_ZALO, heard: [], owner: 'bot', at: now }),
      link: { kind: 'left', from: [AN] },
    });
    const html = await page(lan, id, '?view=linked');
    expect(html).not.toContain('hỏi trên zalo');
    expect(html).not.toContain('đã liên kết');
  });

  it('is named beside a hold, which does not reach it unless wished, each with an entry in the audit log', async () => {
    const { now } = pages.clock;
    await addStaff(pages, { name: 'truong', displayName: 'Phó Trưởng phòng', role: 'supervisor' });
    const truong = (await logIn(pages, 'truong')).visitor;
    const order = async (path: string, fields: Readonly<Record<string, string>>) =>
      truong.submit(`/staff/tickets/${id}/${path}`, { token: await formToken(truong), ...fields });
    const held = async () => {
      const found = await Promise.all([AN, ON_ZALO].map((conversation) => pages.holds.of(conversation)));
      return found.map((hold) => hold?.reason ?? null);
    };
    await asks(ON_ZALO, 'hỏi trên zalo', now - 9_000, null);
    const id = await asks(AN, 'học phí ạ', now);
    await linkTwo(pages, AN, ON_ZALO, now);

    await order('hold', { reason: 'Thanh tra số 12', until: '' });
    expect(await held()).toEqual(['Thanh tra số 12', null]);
    expect(await page(truong, id)).toMatch(/Tạm giữ ở đây không giữ dữ liệu ở đó[^§]*Zalo: không tạm giữ/u);
    expect(await page(lan, id)).not.toContain('Zalo: không tạm giữ');

    await order('hold', { reason: 'Thanh tra số 13', until: '', linked: 'yes' });
    expect(await held()).toEqual(['Thanh tra số 13', 'Thanh tra số 13']);
    expect(await page(truong, id, '?notice=held-linked')).toMatch(
      /ở các cuộc trò chuyện đã liên kết\.[^§]*Zalo: đang tạm giữ/u,
    );
    await order('release', {});
    expect(await held()).toEqual([null, 'Thanh tra số 13']);
    await order('hold', { reason: 'Thanh tra số 13', until: '', linked: 'yes' });
    await order('release', { linked: 'yes' });
    expect(await held()).toEqual([null, null]);

    const entries = (await pages.audit.list(0, 99)).filter(({ action }) => /^citizen\.(?:hold|release)$/u.test(action));
    expect(entries.map(({ actor, action, subject }) => `${actor} ${action} ${subject}`)).toEqual([
      'truong citizen.hold messenger',
      'truong citizen.hold messenger',
      'truong citizen.hold zalo',
      'truong citizen.release messenger',
      'truong citizen.hold messenger',
      'truong citizen.release messenger',
      'truong citizen.release zalo',
    ]);
  });

  it('that is held for another reason keeps that hold', async () => {
    const { now } = pages.clock;
    await addStaff(pages, { name: 'truong', displayName: 'Phó Trưởng phòng', role: 'supervisor' });
    const truong = (await logIn(pages, 'truong')).visitor;
    await asks(ON_ZALO, 'hỏi trên zalo', now - 9_000, null);
    const id = await asks(AN, 'học phí ạ', now);
    await linkTwo(pages, AN, ON_ZALO, now);
    const own = { conversationId: ON_ZALO, reason: 'Điều tra', by: 'minh', at: now, until: null };
    await pages.holds.place(own);
    const token = await formToken(truong);
    await truong.submit(`/staff/tickets/${id}/hold`, { token, reason: 'Thanh tra số 12', until: '', linked: 'yes' });
    await truong.submit(`/staff/tickets/${id}/release`, { token, linked: 'yes' });
    expect(await pages.holds.of(ON_ZALO)).toEqual(own);
  });

  it('never shows staff a code that still links', async () => {
    const { now } = pages.clock;
    const id = await asks(AN, 'học phí ạ', now);
    await offerCode(pages, AN, 'HKMTP 4729', now);
    await pages.records.commit({
      ...aWebTurn({ conversationId: AN, heard: ['gửi lại HKMTP 4729'], owner: 'queue', at: now }),
      outgoing: [outgoing('gửi mã này trong 10 phút: HKMTP 4729')],
    });
    await claim(lan, id);
    const html = await page(lan, id);
    expect(html).toContain('trong 10 phút: ••••• ••••');
    expect(html).not.toContain('4729');
  });

  it('speaks English', async () => {
    const { now } = pages.clock;
    const id = await asks(AN, 'học phí ạ', now);
    await linkTwo(pages, AN, ON_ZALO, now);
    await lan.submit('/staff/preferences', { token: await formToken(lan), language: 'en', theme: 'system' });
    expect(await page(lan, id)).toContain('All 2 linked conversations');
    await addStaff(pages, { name: 'truong', displayName: 'Phó Trưởng phòng', role: 'supervisor' });
    const truong = (await logIn(pages, 'truong')).visitor;
    await truong.submit('/staff/preferences', { token: await formToken(truong), language: 'en', theme: 'system' });
    expect(await page(truong, id)).toContain('Zalo: not held');
  });
});
