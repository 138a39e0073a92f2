import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Priority, Topic } from '../../bot/topics.ts';
import { openTestStream } from '../builders/event-reader.ts';
import type { PageVisitor } from '../builders/page-visitor.ts';
import { FAREWELL, type ServedPages, servePages } from '../builders/served-pages.ts';
import { hiddenField, signIn } from '../builders/staff-visitor.ts';
import { aWebTurn } from '../builders/web-turns.ts';

const MINUTE = 60_000;
let pages: ServedPages;
beforeEach(async () => {
  pages = await servePages();
});
afterEach(() => pages.close());

/** Opens a ticket of a citizen of its own. */
async function openTicket(
  question: string,
  fields: { readonly priority?: Priority; readonly topic?: Topic | null } = {},
): Promise<string> {
  const { priority = 'normal', topic = 'human_request' } = fields;
  const result = await pages.records.commit(
    aWebTurn({
      conversationId: `web:web:${question}`,
      heard: [question],
      reply: 'Tôi đã chuyển cho cán bộ.',
      owner: 'queue',
      at: pages.clock.now,
      ticket: { kind: 'open', topic, priority, question },
    }),
  );
  pages.outbox.sendAll();
  if (!result.ok || result.ticket === null) throw new Error('The ticket was not opened.');
  return result.ticket.id;
}

/** Fills in a form of the ticket's page as a browser would. */
async function act(visitor: PageVisitor, id: string, action: string, fields: Record<string, string> = {}) {
  const html = await (await visitor.get(`/staff/tickets/${id}`)).text();
  const token = hiddenField(html, 'token') || hiddenField(await (await visitor.get('/staff/password')).text(), 'token');
  const response = await visitor.submit(`/staff/tickets/${id}/${action}`, {
    token,
    replyKey: hiddenField(html, 'replyKey') || 'reply-key-1',
    ...(action === 'close' ? { outcome: 'answered' } : {}),
    ...fields,
  });
  const location = response.headers.get('location');
  return { response, html: await (location === null ? response.clone() : await visitor.get(location)).text() };
}

describe('the list of tickets', () => {
  it('shows the urgent first, each with number, topic, channel, age and holder', async () => {
    await openTicket('Con tôi học trường nào?');
    pages.clock.now += 5 * MINUTE;
    await openTicket('Cháu bị bạn đánh', { priority: 'urgent', topic: 'child_safety' });
    pages.clock.now += 5 * MINUTE;
    const html = await (await (await signIn(pages)).get('/staff/tickets')).text();
    expect(html.indexOf('Cháu bị bạn đánh')).toBeLessThan(html.indexOf('Con tôi học trường nào?'));
    for (const words of ['Khẩn cấp', 'An toàn trẻ em', 'Phiếu 2', 'Trang web', '5 phút trước', 'Chưa ai nhận']) {
      expect(html).toContain(words);
    }
  });

  it('tells in the title how many wait for somebody', async () => {
    await openTicket('Một');
    await openTicket('Hai');
    const html = await (await (await signIn(pages)).get('/staff/tickets')).text();
    expect(html).toContain('<title>(2) Phiếu hỗ trợ');
  });

  it.each([
    ['open', 'Không có phiếu nào đang chờ'],
    ['mine', 'Anh/chị chưa nhận phiếu nào'],
    ['closed', 'Chưa có phiếu nào đã đóng'],
  ])('says so when there is nothing in %s', async (view, words) => {
    const html = await (await (await signIn(pages)).get(`/staff/tickets?view=${view}`)).text();
    expect(html).toContain(words);
  });
});

describe('the page of a ticket', () => {
  it('shows the whole conversation, the sources of the bot and what became of our words', async () => {
    const id = await openTicket('Học phí bao nhiêu?');
    pages.outbox.settle(2, 'failed', 'Người dân đã chặn trang.');
    const html = await (await (await signIn(pages)).get(`/staff/tickets/${id}`)).text();
    for (const words of [
      'Học phí bao nhiêu?',
      'Trợ lý tự động',
      'Nguyên văn điều 5.',
      'Không gửi được: Người dân đã chặn trang.',
    ]) {
      expect(html).toContain(words);
    }
  });

  it('tells how long the platform still lets staff write', async () => {
    const id = await openTicket('Xin chào');
    pages.sending.window = { open: true, until: pages.clock.now + 5 * 60 * MINUTE, mode: 'response' };
    const html = await (await (await signIn(pages)).get(`/staff/tickets/${id}`)).text();
    expect(html.replace(/<[^>]+>/g, '')).toContain('Còn 5 giờ để trả lời (đến 14:00 ngày 03/02/2026).');
  });

  it('says in Vietnamese that there is no such ticket', async () => {
    const response = await (await signIn(pages)).get('/staff/tickets/khong-co');
    expect([response.status, await response.text()]).toEqual([404, expect.stringContaining('Không tìm thấy phiếu')]);
  });

  it('shows what a citizen wrote as words, never as markup', async () => {
    const id = await openTicket('<img src=x onerror=alert(1)>');
    const html = await (await (await signIn(pages)).get(`/staff/tickets/${id}`)).text();
    expect(html).not.toContain('<img');
  });
});

describe('answering', () => {
  it('claims the ticket, stores the reply, wakes the sender and says what happened', async () => {
    const id = await openTicket('Học phí?');
    let wakes = 0;
    pages.work.onWake = () => {
      wakes += 1;
    };
    const { response, html } = await act(await signIn(pages), id, 'reply', { text: 'Chào anh/chị,\r\nhọc phí là …' });
    expect([response.status, wakes]).toEqual([303, 1]);
    expect(html).toContain('Đã nhận câu trả lời để gửi');
    expect(html).toMatch(/Nguyễn Thị Lan.*Chào anh\/chị,\nhọc phí là ….*Đang chờ gửi/s);
    expect(await pages.records.ticket(id)).toMatchObject({ state: 'claimed', assignee: 'lan' });
  });

  it('is done once however often the same form is sent', async () => {
    const id = await openTicket('Học phí?');
    const visitor = await signIn(pages);
    await act(visitor, id, 'reply', { text: 'Trả lời', replyKey: 'mot-lan-thoi' });
    const { html } = await act(visitor, id, 'reply', { text: 'Trả lời', replyKey: 'mot-lan-thoi' });
    expect(html).toContain('Đã nhận câu trả lời để gửi');
    expect(
      (await pages.records.transcript('web:web:Học phí?', 0, 10)).filter((line) => line.author === 'staff'),
    ).toHaveLength(1);
  });

  it('tells of a colleague who was faster', async () => {
    const id = await openTicket('Học phí?');
    const [lan, minh] = [await signIn(pages), await signIn(pages, { name: 'minh', displayName: 'Trần Minh' })];
    await act(lan, id, 'claim');
    expect((await act(minh, id, 'claim')).html).toContain('Đồng nghiệp khác đã nhận phiếu này');
    const { html } = await act(minh, id, 'reply', { text: 'Trả lời thay' });
    expect(html).toContain('Đồng nghiệp khác đã nhận phiếu này');
    expect(html).toContain('Nguyễn Thị Lan đang giữ phiếu này');
  });

  it('tells of a ticket that was closed meanwhile', async () => {
    const id = await openTicket('Học phí?');
    const visitor = await signIn(pages);
    await act(visitor, id, 'close');
    const { html } = await act(visitor, id, 'reply', { text: 'Muộn rồi' });
    for (const words of ['Phiếu đã đóng trước đó', 'Muộn rồi']) expect(html).toContain(words);
  });

  it.each([
    ['no words', '  ', 'Câu trả lời chưa có nội dung'],
    ['too many words', 'a'.repeat(2001), 'dài quá 2.000 ký tự'],
  ])('is refused with %s', async (_what, text, words) => {
    const id = await openTicket('Học phí?');
    expect((await act(await signIn(pages), id, 'reply', { text })).html).toContain(words);
    expect(await pages.records.ticket(id)).toMatchObject({ state: 'new' });
  });

  it('is refused outside the sending window, with the reason', async () => {
    const id = await openTicket('Học phí?');
    pages.sending.window = { open: false, reason: 'Đã quá 7 ngày.' };
    const { html } = await act(await signIn(pages), id, 'reply', { text: 'Trả lời' });
    expect(html).toContain('Nền tảng hiện không cho gửi tin');
    expect(html).toContain('Đã quá 7 ngày.');
  });

  it('to the press is for the spokesperson alone', async () => {
    const id = await openTicket('Tôi là phóng viên', { topic: 'press' });
    const refused = await act(await signIn(pages, { role: 'admin' }), id, 'reply', { text: 'Trả lời' });
    expect(refused.html).toContain('Chỉ người phát ngôn được trả lời báo chí');
    const spokesperson = await signIn(pages, { name: 'hoa', role: 'spokesperson' });
    expect((await act(spokesperson, id, 'reply', { text: 'Trả lời' })).html).toContain('Đã nhận câu trả lời');
  });
});

describe('closing', () => {
  it('keeps the note, says farewell and gives the conversation back to the bot', async () => {
    const id = await openTicket('Học phí?');
    const { html } = await act(await signIn(pages), id, 'close', { note: 'Đã gọi điện', farewell: 'yes' });
    for (const words of ['Đã đóng phiếu', 'Đã gọi điện', FAREWELL]) expect(html).toContain(words);
    expect(html).not.toContain('Gửi trả lời');
    expect(await pages.records.conversation('web:web:Học phí?')).toMatchObject({ owner: 'bot', epoch: 2 });
  });

  it('says nothing to the citizen when staff unticks the farewell', async () => {
    const id = await openTicket('Học phí?');
    expect((await act(await signIn(pages), id, 'close', { note: '' })).html).not.toContain(FAREWELL);
  });
});

describe('a form of the console', () => {
  it.each(['claim', 'reply', 'close'])('without its token cannot %s', async (action) => {
    const id = await openTicket('Học phí?');
    const { response } = await act(await signIn(pages), id, action, { token: 'sai', text: 'Trả lời' });
    expect(response.status).toBe(403);
    expect(await response.text()).toContain('Biểu mẫu đã cũ');
    expect(await pages.records.ticket(id)).toMatchObject({ state: 'new' });
  });
});

describe('live changes', () => {
  it('reach staff for every ticket', async () => {
    const id = await openTicket('Học phí?');
    const visitor = await signIn(pages);
    const stream = openTestStream(await visitor.get('/staff/events'));
    await act(visitor, id, 'claim');
    expect(await stream.next()).toMatchObject({ event: 'transcript', data: { conversationId: 'web:web:Học phí?' } });
    expect(await stream.next()).toMatchObject({ event: 'tickets', data: { ticketId: id } });
    await stream.end();
  });
});
