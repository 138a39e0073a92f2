import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { eraseCitizen } from '../../bot/erase-citizen.ts';
import type { TurnCommit } from '../../bot/ports/records.ts';
import { aDocument, aPassage } from '../builders/documents.ts';
import { openTestStream } from '../builders/event-reader.ts';
import type { PageVisitor } from '../builders/page-visitor.ts';
import { type ServedPages, servePages } from '../builders/served-pages.ts';
import { addStaff, formToken, hiddenField, logIn } from '../builders/staff-visitor.ts';
import { aWebTurn } from '../builders/web-turns.ts';

const UNDO_MS = 5_000;
const UNIFORM = 'Học sinh mặc đồng phục vào thứ hai và thứ sáu hằng tuần.';

let pages: ServedPages;
let lan: PageVisitor;
let minh: PageVisitor;
let editor: PageVisitor;
let count = 0;

beforeAll(async () => {
  const passages = [aPassage(UNIFORM, { address: 'Điều 4', parts: [{ address: 'Điều 4', text: UNIFORM }] })];
  pages = await servePages({ undoMs: UNDO_MS, documents: [aDocument()], passages });
  await addStaff(pages);
  await addStaff(pages, { name: 'minh', displayName: 'Trần Minh' });
  await addStaff(pages, { name: 'bien', displayName: 'Lê Biên', role: 'editor' });
  lan = (await logIn(pages, 'lan')).visitor;
  minh = (await logIn(pages, 'minh')).visitor;
  editor = (await logIn(pages, 'bien')).visitor;
});
afterAll(() => pages.close());
beforeEach(() => {
  pages.sending.window = { open: true, until: null, mode: 'response' };
});

interface Matter {
  readonly id: string;
  readonly conversationId: string;
}

/** A ticket of a citizen of its own. */
async function aMatter(question: string, fields: Partial<TurnCommit> = {}): Promise<Matter> {
  count += 1;
  const conversationId = `web:web:dan-${count}`;
  const result = await pages.records.commit({
    ...aWebTurn({
      conversationId,
      heard: [question],
      owner: 'queue',
      at: pages.clock.now,
      ticket: {
        kind: 'open',
        topic: 'human_request',
        priority: 'normal',
        question,
        dueAt: pages.clock.now + 3_600_000,
      },
    }),
    ...fields,
  });
  if (!result.ok || result.ticket === null) throw new Error('no ticket');
  return { id: result.ticket.id, conversationId };
}

const read = async (visitor: PageVisitor, { id }: Matter, query = '') =>
  (await visitor.get(`/staff/tickets/${id}${query}`)).text();

/** Posts a form of the ticket's page as a browser would; gives the page that answers. */
async function act(visitor: PageVisitor, matter: Matter, action: string, fields: Record<string, string> = {}) {
  const html = await read(visitor, matter);
  const hidden = ['replyKey', 'seen'].map((name) => [name, hiddenField(html, name)] as const);
  const response = await visitor.submit(`/staff/tickets/${matter.id}/${action}`, {
    token: await formToken(visitor),
    ...Object.fromEntries(hidden),
    ...fields,
  });
  const location = response.headers.get('location');
  const shown = location === null ? response : await visitor.get(location.split('#')[0] ?? '');
  return { status: response.status, html: await shown.text() };
}

const boxOf = (html: string) => /<textarea id="reply"[^>]*>(?<words>[^<]*)</s.exec(html)?.groups?.['words'] ?? '';
const lastLine = async ({ conversationId }: Matter) => (await pages.records.transcript(conversationId, 0, 100)).at(-1);

describe('an answer that waits for a yes', () => {
  const held = () =>
    aMatter('Tiền ăn bán trú?', {
      ticket: {
        kind: 'open',
        topic: null,
        priority: 'normal',
        question: 'Tiền ăn bán trú?',
        proposal: {
          text: 'Dạ, tối đa 35.000 đồng.',
          quickReplies: [],
          citations: [],
          askedAt: pages.clock.now,
          sendsAt: pages.clock.now + 600_000,
        },
      },
    });
  const askedAt = () => ({ askedAt: String(pages.clock.now) });

  it('is sent with one button, which is written down', async () => {
    const matter = await held();
    expect(await read(lan, matter)).toMatch(/chờ duyệt.*Tự gửi sau.*10 phút.*lúc.*tối đa 35\.000 đồng/s);
    const { html } = await act(lan, matter, 'approve', askedAt());
    expect(html).toContain('Đã duyệt');
    expect(await lastLine(matter)).toMatchObject({ author: 'bot', text: 'Dạ, tối đa 35.000 đồng.' });
    expect(pages.audited).toContainEqual(['lan', 'ticket.approved', matter.id]);
  });

  it('leaves by itself when nobody looked at it, and the ticket does not say that staff closed it', async () => {
    const matter = await held();
    const lapse = { kind: 'approved', at: pages.clock.now + 600_000, askedAt: pages.clock.now, by: null } as const;
    expect(await pages.records.lapse(matter.id, lapse, null)).toMatchObject({ ok: true });
    const html = await read(lan, matter);
    expect(html).toContain('tự gửi khi hết giờ chờ duyệt');
    expect(html).not.toContain('Cán bộ đóng phiếu');
    expect(html).toContain('Phiếu đã đóng nên không gửi thêm được');
  });

  it('does not leave by itself any more once somebody changes it', async () => {
    const matter = await held();
    const { html } = await act(lan, matter, 'compose', { insert: 'proposal' });
    expect(html).toContain('không tự gửi nữa');
    expect(await pages.records.ticket(matter.id)).toMatchObject({
      assignee: 'lan',
      proposal: { sendsAt: expect.any(Number) },
    });
    const lapse = { kind: 'approved', at: pages.clock.now + 600_000, askedAt: pages.clock.now, by: null } as const;
    expect(await pages.records.lapse(matter.id, lapse, null)).toMatchObject({ ok: false });
    const asMinhSees = await read(minh, matter);
    expect(asMinhSees).toContain('người nhận phiếu sẽ duyệt');
    expect(asMinhSees).not.toContain('id="approve"');
    for (const step of ['approve', 'drop']) await act(minh, matter, step, askedAt());
    expect(await pages.records.ticket(matter.id)).toMatchObject({
      assignee: 'lan',
      proposal: { text: expect.any(String) },
    });
    expect((await act(lan, matter, 'drop', askedAt())).html).toContain('Người dân vẫn đang chờ');
  });

  it('goes into the box to be changed, or is dropped', async () => {
    const matter = await held();
    expect(boxOf((await act(lan, matter, 'compose', { insert: 'proposal' })).html)).toBe('Dạ, tối đa 35.000 đồng.');
    const { html } = await act(lan, matter, 'drop', askedAt());
    expect(html).toContain('Người dân vẫn đang chờ');
    expect(html).not.toContain('tối đa 35.000 đồng');
    expect((await act(lan, matter, 'approve', askedAt())).html).not.toContain('Đã duyệt');
  });
});

describe('the draft of a reply', () => {
  it('stands beside the box with its article, and goes into it behind what was typed', async () => {
    const matter = await aMatter('Học sinh mặc đồng phục vào thứ mấy?');
    const html = await read(lan, matter);
    expect(html).toContain('Bản nháp từ văn bản');
    expect(html).toContain('/van-ban/doc1#1');
    const { html: filled } = await act(lan, matter, 'compose', { text: 'Chào chị,', insert: 'proposal' });
    expect(boxOf(filled)).toMatch(/^Chào chị,\n\n.*đồng phục.*Nguồn: /s);
    expect(await lastLine(matter)).toMatchObject({ author: 'citizen' });
  });

  it.each([['Cho tôi gặp cán bộ'], ['Cảm ơn nhé']])('comes from the question before «%s»', async (last) => {
    const matter = await aMatter('Học sinh mặc đồng phục vào thứ mấy?');
    const turn = aWebTurn({ conversationId: matter.conversationId, heard: [last], owner: 'queue' });
    await pages.records.commit(turn);
    expect(await read(lan, matter)).toContain('Cho câu: “Học sinh mặc đồng phục vào thứ mấy?”');
  });

  it('is not made for a child in danger', async () => {
    expect(await read(lan, await aMatter('Con em bị bạn đánh vì không mặc đồng phục'))).toContain('không có bản nháp');
  });

  it('is not there where the documents answer nothing, and what was typed stays', async () => {
    const matter = await aMatter('Giá vàng hôm nay?');
    expect(await read(lan, matter)).toContain('không có bản nháp');
    const { html } = await act(lan, matter, 'compose', { text: 'Đang gõ', insert: 'proposal' });
    expect([boxOf(html), html.includes('Không còn bản nháp')]).toEqual(['Đang gõ', true]);
  });
});

it('shows for a line of the citizen what the bot finds and how it decides', async () => {
  const matter = await aMatter('Học sinh mặc đồng phục vào thứ mấy?');
  const line = await lastLine(matter);
  const html = await read(lan, matter, `?why=${line?.id}`);
  for (const words of ['Vì sao trợ lý làm vậy', 'Mười đoạn gần nhất', UNIFORM]) expect(html).toContain(words);
  expect(await read(lan, matter, '?why=999999')).not.toContain('Vì sao trợ lý làm vậy');
});

describe('canned replies', () => {
  const TEXT = 'Chào {{ten}}, phiếu {{so_phieu}} trả lời trước {{han_tra_loi}}. {{can_bo}}';
  const write = async (fields: Record<string, string>) => {
    const page = await (await editor.get('/staff/canned-replies')).text();
    const revision = hiddenField(page, 'revision');
    return editor.submit('/staff/canned-replies', {
      token: await formToken(editor),
      id: '',
      revision,
      do: 'save',
      ...fields,
    });
  };
  const idOf = async (title: string) => {
    const { replies } = JSON.parse((await pages.kept.get('canned-replies')) ?? '');
    return replies.find((reply: { title: string }) => reply.title === title)?.id;
  };

  it('are kept, with an audit entry, and fill in what is known of the ticket', async () => {
    expect((await write({ title: 'Hẹn', text: TEXT })).status).toBe(303);
    expect(pages.audited).toContainEqual(['bien', 'canned-reply.add', await idOf('Hẹn')]);
    const matter = await aMatter('Cho tôi gặp cán bộ');
    const ticket = await pages.records.ticket(matter.id);
    const inserted = { insert: 'canned', canned: await idOf('Hẹn'), citizenName: 'chị Hoa', text: 'Trước' };
    const { html } = await act(lan, matter, 'compose', inserted);
    expect(boxOf(html)).toBe(
      `Trước\n\nChào chị Hoa, phiếu ${ticket?.number} trả lời trước 10:00 ngày 03/02/2026. Nguyễn Thị Lan`,
    );
  });

  it('leave an empty variable standing, say which, and keep the reply from being sent with it', async () => {
    await write({ title: 'Không tên', text: 'Chào {{ten}}.' });
    const matter = await aMatter('Cho tôi gặp cán bộ');
    const { html } = await act(lan, matter, 'compose', { insert: 'canned', canned: await idOf('Không tên') });
    expect([boxOf(html), html.includes('còn chỗ chưa điền: {{ten}}')]).toEqual(['Chào {{ten}}.', true]);
    const refused = await act(lan, matter, 'reply', { text: 'Chào {{ten}}.' });
    expect([refused.status, boxOf(refused.html)]).toEqual([409, 'Chào {{ten}}.']);
    expect(refused.html).toContain('còn chỗ chưa điền: {{ten}}');
    expect(await lastLine(matter)).toMatchObject({ author: 'citizen' });
  });

  it.each([
    [{ title: 'Sai', text: 'Chào {{tuoi}}' }, 'Không có biến {{tuoi}}'],
    [{ title: '', text: 'x' }, 'cần có tên và nội dung'],
    [{ title: 'a'.repeat(81), text: 'x' }, 'dài quá 80'],
    [{ title: 'Hẹn', text: 'khác' }, 'Đã có câu mẫu khác mang tên này'],
  ])('are refused with a reason, the words kept (%o)', async (fields, problem) => {
    const response = await write(fields);
    const html = await response.text();
    expect([response.status, html.includes(problem)]).toEqual([400, true]);
    expect(html).toContain(fields.text);
  });

  it('show how they look before they are saved', async () => {
    const html = await (await write({ title: 'Thử', text: 'Phiếu {{so_phieu}}', do: 'preview' })).text();
    expect(html).toContain('Phiếu 128');
    expect(await idOf('Thử')).toBeUndefined();
  });

  it('are not overwritten by somebody who read an older list', async () => {
    const response = await write({ title: 'Chậm', text: 'x', revision: '0' });
    expect([response.status, await idOf('Chậm')]).toEqual([409, undefined]);
  });

  it('can be changed and removed', async () => {
    await write({ title: 'Cũ', text: 'x' });
    const id = await idOf('Cũ');
    await write({ id, title: 'Mới', text: 'y' });
    expect(await idOf('Cũ')).toBeUndefined();
    const page = await (await editor.get('/staff/canned-replies')).text();
    const revision = hiddenField(page, 'revision');
    await editor.submit('/staff/canned-replies/remove', { token: await formToken(editor), id, revision });
    expect(await idOf('Mới')).toBeUndefined();
    expect(pages.audited).toContainEqual(['bien', 'canned-reply.remove', id]);
  });
});

describe('a reply that can be taken back', () => {
  it('waits for the time that is set before it leaves', async () => {
    const matter = await aMatter('Học phí?');
    await act(lan, matter, 'reply', { text: 'Chào chị' });
    expect(pages.outbox.leavesAt((await lastLine(matter))?.id ?? 0)).toBe(pages.clock.now + UNDO_MS);
  });

  it('comes back into the box before what was typed since, and is not sent', async () => {
    const matter = await aMatter('Học phí?');
    const { html } = await act(lan, matter, 'reply', { text: 'Sai số rồi' });
    expect(html).toContain('Hoàn tác');
    const message = String((await lastLine(matter))?.id);
    const back = await act(lan, matter, 'take-back', { message, text: 'và thêm' });
    expect([back.status, boxOf(back.html)]).toEqual([200, 'Sai số rồi\n\nvà thêm']);
    expect(await lastLine(matter)).toMatchObject({ delivery: 'withheld' });
    expect(pages.audited).toContainEqual(['lan', 'ticket.take-back', matter.id]);
  });

  it('that is gone says so and keeps what was typed since', async () => {
    const matter = await aMatter('Học phí?');
    await act(lan, matter, 'reply', { text: 'Đã gửi' });
    const message = (await lastLine(matter))?.id ?? 0;
    pages.outbox.settle(message, 'sent');
    const back = await act(lan, matter, 'take-back', { message: String(message), text: 'đang gõ' });
    expect([back.status, boxOf(back.html)]).toEqual([409, 'đang gõ']);
    expect(back.html).toContain('không hoàn tác được nữa');
  });
});

describe('a reply to an older state', () => {
  it('is held back with the words in the box and the new line marked', async () => {
    const matter = await aMatter('Học phí?');
    const seen = hiddenField(await read(lan, matter), 'seen');
    await pages.records.commit(
      aWebTurn({ conversationId: matter.conversationId, heard: ['À thôi, tôi hỏi việc khác'], owner: 'queue' }),
    );
    const held = await act(lan, matter, 'reply', { text: 'Học phí là …', seen });
    expect([held.status, boxOf(held.html)]).toEqual([409, 'Học phí là …']);
    expect(held.html).toMatch(/is-new.*À thôi, tôi hỏi việc khác/s);
    const again = { text: boxOf(held.html), seen: hiddenField(held.html, 'seen') };
    expect((await act(lan, matter, 'reply', again)).html).toContain('Đã nhận câu trả lời để gửi');
  });

  it('keeps the words when the platform has closed, and says why', async () => {
    const matter = await aMatter('Học phí?');
    pages.sending.window = { open: false, reason: 'Đã quá 7 ngày.' };
    const { html } = await act(lan, matter, 'reply', { text: 'Viết dở' });
    expect([boxOf(html), html.includes('Đã quá 7 ngày.')]).toEqual(['Viết dở', true]);
  });
});

describe('who else has the ticket open', () => {
  it('is shown while they are there, and whether they write', async () => {
    const matter = await aMatter('Học phí?');
    await read(minh, matter);
    expect(await read(lan, matter)).toContain('Trần Minh cũng đang mở phiếu này.');
    const tell = async (state: string) =>
      minh.submit(`/staff/tickets/${matter.id}/presence`, { token: await formToken(minh), state });
    const stream = openTestStream(await lan.get('/staff/events'));
    await tell('typing');
    expect(await stream.next()).toMatchObject({ event: 'presence', data: { name: 'minh', state: 'typing' } });
    await stream.end();
    expect(await read(lan, matter)).toContain('Trần Minh đang soạn trả lời.');
    pages.clock.now += 10_000;
    expect(await read(lan, matter)).toContain('Trần Minh cũng đang mở phiếu này.');
    await tell('gone');
    expect(await read(lan, matter)).not.toMatch(/Trần Minh (?:cũng|đang)/u);
  });

  it('is forgotten of a page that died', async () => {
    const matter = await aMatter('Học phí?');
    await read(minh, matter);
    pages.clock.now += 41_000;
    expect(await read(lan, matter)).not.toMatch(/Trần Minh (?:cũng|đang)/u);
  });
});

describe('a private note', () => {
  it('is shown to staff, kept from the citizen, written to the audit without its words', async () => {
    const matter = await aMatter('Học phí?');
    const { html } = await act(lan, matter, 'notes', { text: 'Chị này gọi hai lần rồi' });
    expect(html).toContain('Chị này gọi hai lần rồi');
    const lines = await pages.records.transcript(matter.conversationId, 0, 100);
    expect(lines.map(({ text }) => text)).toEqual(['Học phí?']);
    expect(pages.audited).toContainEqual(['lan', 'ticket.note', matter.id]);
    expect(JSON.stringify(pages.audited)).not.toContain('gọi hai lần');
  });

  it('tells a colleague whom it speaks to, until they open the ticket', async () => {
    const matter = await aMatter('Học phí?');
    await act(lan, matter, 'notes', { text: 'Nhờ @minh xem, thư a@lan.vn' });
    expect(await (await minh.get('/staff/mentions')).text()).toContain('Nhờ @minh xem');
    const elsewhere = await aMatter('Việc khác');
    expect(await read(minh, elsewhere)).toContain('1 ghi chú nhắc đến anh/chị');
    expect(await read(minh, matter)).not.toContain('nhắc đến anh/chị</a>');
    expect(await (await minh.get('/staff/mentions')).text()).toContain('Không có ghi chú nào chưa đọc');
  });

  it.each([
    ['nobody', 'Nhờ @khongco xem', '@khongco'],
    ['an account that sees no tickets', 'Nhờ @bien xem', '@bien'],
    ['no words', ' ', 'chưa có nội dung'],
  ])('that speaks to %s is not stored, and its words stay', async (_whom, text, problem) => {
    const matter = await aMatter('Học phí?');
    const { status, html } = await act(lan, matter, 'notes', { text });
    expect([status, html.includes(problem)]).toEqual([400, true]);
    expect(html).toContain(text.trim());
    expect(await pages.notes.of(matter.conversationId, 10)).toEqual([]);
  });
});

describe('the file of a ticket', () => {
  it('asks what it came to before it closes, and keeps what was typed', async () => {
    const matter = await aMatter('Học phí?');
    const refused = await act(lan, matter, 'close', { note: 'Đã gọi điện' });
    expect([refused.status, refused.html.includes('chọn kết quả trước')]).toEqual([400, true]);
    expect(refused.html).toContain('>Đã gọi điện</textarea>');
    expect((await act(lan, matter, 'close', { outcome: 'other' })).html).toContain('ghi lý do vào ghi chú');
    await act(lan, matter, 'close', { outcome: 'passed-on', note: 'Gửi phòng tài vụ' });
    expect(await pages.records.ticket(matter.id)).toMatchObject({ state: 'closed', outcome: 'passed-on' });
    expect(await read(lan, matter)).toContain('Đã chuyển đơn vị khác');
  });

  it('warns who closes it that the last reply did not arrive, until one does', async () => {
    const matter = await aMatter('Học phí?');
    const warning = 'Câu trả lời gần nhất chưa tới được người dân';
    const reply = async (delivery: 'failed' | 'sent') => {
      await act(lan, matter, 'reply', { text: 'Chào chị' });
      pages.outbox.settle((await lastLine(matter))?.id ?? 0, delivery);
      return read(lan, matter);
    };
    expect(await read(lan, matter)).not.toContain(warning);
    expect(await reply('failed')).toContain(warning);
    expect(await reply('sent')).not.toContain(warning);
  });

  it('takes tags, suggests those in use and refuses too many', async () => {
    const matter = await aMatter('Học phí?');
    await act(lan, matter, 'tags', { tags: 'Lớp 1,  học   phí, lớp 1' });
    expect(await pages.records.ticket(matter.id)).toMatchObject({ tags: ['lớp 1', 'học phí'] });
    expect(await read(lan, await aMatter('Khác'))).toContain('Đang dùng: học phí, lớp 1.');
    const many = Array.from({ length: 11 }, (_, index) => `n${index}`).join(',');
    expect((await act(lan, matter, 'tags', { tags: many })).html).toContain('Chưa lưu: tối đa 10 nhãn');
  });

  it('links the other matters of the same citizen, and nobody else’s', async () => {
    const first = await aMatter('Việc cũ');
    await act(lan, first, 'close', { outcome: 'answered' });
    const { conversationId } = first;
    const second = await aMatter('Việc mới', { conversationId });
    const html = await read(lan, { ...second, conversationId });
    expect(html).toContain(`href="/staff/tickets/${first.id}"`);
    expect(await read(lan, await aMatter('Người khác'))).not.toContain(`href="/staff/tickets/${first.id}"`);
  });
});

describe('a hold on the data of a citizen', () => {
  it('is placed and ended by who is in charge, and only told to the others', async () => {
    await addStaff(pages, { name: 'truong', displayName: 'Phạm Trưởng', role: 'supervisor' });
    const inCharge = (await logIn(pages, 'truong')).visitor;
    const matter = await aMatter('Học phí?');
    expect(await read(lan, matter)).not.toContain('Tạm giữ dữ liệu');
    expect((await act(inCharge, matter, 'hold', { reason: 'ngắn' })).html).toContain('Chưa tạm giữ');
    const held = await act(inCharge, matter, 'hold', { reason: 'Thanh tra số 12', until: '2026-03-31' });
    expect(held.html).toMatch(/đến hết ngày 31\/03\/2026.*Thanh tra số 12.*Phạm Trưởng/s);
    const seen = await read(lan, matter);
    expect(seen).toContain('Dữ liệu đang được tạm giữ');
    expect(seen).not.toMatch(/Thanh tra số 12|Bỏ tạm giữ/);
    expect(await pages.records.isHeld(matter.conversationId)).toBe(true);

    const wanted = { conversationId: matter.conversationId, channel: 'web', reference: {}, itemIds: [] } as const;
    const order = { fence: null, at: pages.clock.now, requestedBy: 'citizen', code: 'XD-7', confirm: true } as const;
    expect(await eraseCitizen({ ...wanted, ...order }, pages.records)).toBe('after-hold');
    expect(await read(inCharge, matter)).toContain('tạm giữ nên chưa xóa');
    const ended = await act(inCharge, matter, 'release', {});
    expect(ended.html).toContain('yêu cầu xóa đang chờ đã được thực hiện');
    expect(ended.html).not.toContain('Tạm giữ dữ liệu');
    const told = (await pages.audit.list(0, 99)).filter(({ action }) => action.startsWith('citizen.'));
    expect(told.map(({ actor, action, subject, facts }) => [actor, action, subject, facts])).toEqual([
      ['truong', 'citizen.hold', 'web', { until: '2026-03-31' }],
      ['truong', 'citizen.release', 'web', { erased: true }],
    ]);
  });
});

describe('the rung of a citizen who misused the page', () => {
  it('is shown to staff and taken away by who is in charge', async () => {
    const inCharge = (await logIn(pages, 'truong')).visitor;
    expect(await read(lan, await aMatter('Học phí?'))).not.toContain('Bậc nhắc nhở');
    const until = pages.clock.now + 3_600_000;
    const matter = await aMatter('Học phí?', { abuse: { rung: 3, at: pages.clock.now, until } });
    const seen = await read(lan, matter);
    expect(seen).toMatch(/Bậc 3 trên 4.*trong 1 giờ.*Còn hiệu lực đến/s);
    expect(seen).not.toContain('Bỏ bậc nhắc nhở');
    expect(await read(inCharge, matter)).toContain('Bỏ bậc nhắc nhở');
    const lifted = await act(inCharge, matter, 'lift');
    expect(lifted.html).toContain('Đã bỏ bậc nhắc nhở');
    expect(lifted.html).not.toContain('Bậc 3 trên 4');
    expect((await pages.audit.list(0, 99)).map(({ action }) => action)).toContain('citizen.lifted');
  });
});

it('links what a citizen attached for whoever holds the matter, without loading it, and only where it is an address of the web', async () => {
  const matter = await aMatter('[ảnh] https://cdn.example/a.jpg?x=1\n[tệp] javascript:alert(1)\nxem giúp tôi');
  const hidden = await read(lan, matter);
  expect(hidden).toContain('ai giữ phiếu mới mở được');
  expect(hidden).not.toContain('Mở ở cdn.example');
  await act(lan, matter, 'claim');
  const html = await read(lan, matter);
  expect(html).toContain('rel="noopener noreferrer nofollow"');
  expect(html).toContain('Mở ở cdn.example');
  expect(html).not.toMatch(/<img|href="javascript/);
});
