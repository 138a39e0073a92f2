import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { StaffRole } from '../../bot/ports/staff.ts';
import { aDocument, aPassage, aRelation } from '../builders/documents.ts';
import type { PageVisitor } from '../builders/page-visitor.ts';
import { type ServedPages, servePages } from '../builders/served-pages.ts';
import { hiddenField, signIn } from '../builders/staff-visitor.ts';

const NOTICE = aDocument({
  id: '7777777777777777',
  file: 'thong-bao.txt',
  number: '7/TB-UBND',
  kind: 'Thông báo',
  title: 'Giá bữa trưa bán trú',
  territory: 'Hà Nội › Ba Đình',
  issuedOn: '2026-01-05',
  relations: [aRelation({ number: '3/TB-UBND' })],
});
const OLD = aDocument({
  id: '3333333333333333',
  file: 'cu.txt',
  number: '3/TB-UBND',
  kind: 'Thông báo',
  title: 'Giá bữa trưa năm trước',
  territory: 'Hà Nội › Ba Đình',
  issuedOn: '2025-01-05',
});
const LETTER = aDocument({ id: '1111111111111111', file: 'thu.txt', number: null, kind: null, title: 'Thư mời họp' });
const PASSAGES = [
  aPassage('Bữa trưa bán trú tối đa 35.000 đồng một học sinh một ngày.', {
    id: `${NOTICE.id}#1`,
    documentId: NOTICE.id,
    address: 'Điều 1',
  }),
  aPassage('Nhà trường công khai thực đơn.', { id: `${NOTICE.id}#2`, documentId: NOTICE.id, address: 'Điều 2' }),
  aPassage('Học sinh mặc đồng phục.', { id: `${LETTER.id}#1`, documentId: LETTER.id }),
];
const PAGE = `/staff/documents/${NOTICE.id}`;
const QUESTION = 'bữa trưa bán trú tối đa bao nhiêu đồng một ngày';

let pages: ServedPages;
beforeEach(async () => {
  pages = await servePages({ documents: [NOTICE, OLD, LETTER], passages: PASSAGES });
});
afterEach(() => pages.close());

const read = async (visitor: PageVisitor, path: string) => (await visitor.get(path)).text();
const editor = (name = 'hoa') => signIn(pages, { name, displayName: name, role: 'editor' });

/** Sends a form of the document's page as the browser would, with the version that `html` shows. */
async function act(visitor: PageVisitor, action: string, fields: Record<string, string> = {}, html?: string) {
  const shown = html ?? (await read(visitor, PAGE));
  const response = await visitor.submit(`${PAGE}/${action}`, {
    token: hiddenField(shown, 'token'),
    version: hiddenField(shown, 'version'),
    ...fields,
  });
  const location = response.headers.get('location');
  return { status: response.status, html: location === null ? await response.text() : await read(visitor, location) };
}

async function outcomeOf(visitor: PageVisitor, question: string): Promise<string> {
  const token = hiddenField(await read(visitor, '/staff/try'), 'token');
  return (await visitor.submit('/staff/try', { token, question })).text();
}

describe('the list of documents', () => {
  it('tells number, title, state, passages and what nobody knows', async () => {
    const html = await read(await editor(), '/staff/documents');
    for (const words of [
      '7/TB-UBND',
      'Giá bữa trưa bán trú',
      'Còn hiệu lực',
      'Đã được thay thế bởi 7/TB-UBND',
      'Cần xác nhận: số hiệu, loại văn bản',
      '3 văn bản',
    ])
      expect(html).toContain(words);
  });

  it.each([
    ['q=bua+trua+ban+tru', 'Giá bữa trưa bán trú', 'Thư mời họp'],
    ['q=THU.TXT', 'Thư mời họp', 'Giá bữa trưa'],
    ['state=superseded', 'Giá bữa trưa năm trước', 'Giá bữa trưa bán trú'],
    ['kind=Th%C3%B4ng+b%C3%A1o', 'Giá bữa trưa bán trú', 'Thư mời họp'],
    ['territory=national', 'Thư mời họp', 'Giá bữa trưa'],
    ['doubtful=yes', 'Thư mời họp', 'Giá bữa trưa bán trú'],
  ])('narrowed by %s shows «%s»', async (query, shown, hidden) => {
    const html = await read(await editor(), `/staff/documents?${query}`);
    expect(html).toContain(`>${shown}`);
    expect(html).not.toContain(`>${hidden}`);
  });

  it('takes any query for what it is worth', async () => {
    const response = await (await editor()).get('/staff/documents?state=x&q=%3Cscript%3E&q=2&kind[]=a');
    expect([response.status, await response.text()]).toEqual([200, expect.not.stringContaining('<script>')]);
  });

  it('is where an editor, who may not see conversations, begins', async () => {
    expect((await (await editor()).get('/staff')).headers.get('location')).toBe('/staff/documents');
  });
});

describe('the page of a document', () => {
  it.each<StaffRole>(['agent', 'supervisor', 'spokesperson'])('offers %s no change', async (role) => {
    const html = await read(await signIn(pages, { role }), PAGE);
    expect(html).toContain('biên tập viên và quản trị được sửa');
    expect(html).not.toContain(`action="${PAGE}/withdraw"`);
  });

  it('shows fields, relations both ways with links, and passages that lead to the public page', async () => {
    const visitor = await editor();
    expect(await read(visitor, PAGE)).toMatch(/Thay thế <a href="\/staff\/documents\/3333333333333333">3\/TB-UBND/);
    expect(await read(visitor, `/staff/documents/${OLD.id}`)).toMatch(/Được thay thế bởi <a [^>]*>7\/TB-UBND/);
    expect(await read(visitor, PAGE)).toContain(`href="/van-ban/${NOTICE.id}#2"`);
  });

  it('finds words without diacritics inside and marks them', async () => {
    const html = await read(await editor(), `${PAGE}?q=thuc+don`);
    expect(html).toContain('<mark>thực</mark>');
    expect(html).not.toContain('35.000');
  });

  it('says in Vietnamese that there is no such document', async () => {
    const response = await (await editor()).get('/staff/documents/khong-co');
    expect([response.status, await response.text()]).toEqual([404, expect.stringContaining('Không tìm thấy văn bản')]);
  });
});

describe('an editor', () => {
  /** Everything that the form shows, as a browser sends it, with some fields typed over. */
  async function edit(visitor: PageVisitor, typed: Record<string, string>, html?: string) {
    const shown = html ?? (await read(visitor, `${PAGE}/edit`));
    const fields = Object.fromEntries(
      [...shown.matchAll(/name="shown\.(\w+)" value="([^"]*)"/g)].flatMap(([, name = '', value = '']) => [
        [`shown.${name}`, value],
        [name, value],
      ]),
    );
    return act(visitor, 'set', { ...fields, ...typed }, shown);
  }

  it('corrects a field, which then tells who says so and what was read', async () => {
    const visitor = await editor();
    const { html } = await edit(visitor, { inForceUntil: '2026-12-31', signer: 'Lê Thị B, Phó Chủ tịch' });
    for (const words of ['Đã lưu thông tin', '31/12/2026', 'cán bộ sửa; đọc được: chưa rõ', 'Lê Thị B, Phó Chủ tịch'])
      expect(html).toContain(words);
    expect(pages.changes()).toEqual([['hoa', 'document.set', '7/TB-UBND']]);
  });

  it('is told what is wrong and finds what was typed', async () => {
    const { status, html } = await edit(await editor(), { territory: 'Hà Lội', title: '' });
    expect(status).toBe(400);
    for (const words of ['value="Hà Lội"', 'không được để trống', 'chưa rõ; viết']) expect(html).toContain(words);
    expect(pages.changes()).toEqual([]);
  });

  it('changes nothing by saving what was there', async () => {
    expect((await edit(await editor(), {})).html).toContain('Không có gì thay đổi');
    expect(pages.changes()).toEqual([]);
  });

  it('loses nothing when a colleague saved in between, and saves on the second try', async () => {
    const [hoa, minh] = [await editor(), await editor('minh')];
    const before = await read(hoa, `${PAGE}/edit`);
    await edit(minh, { schoolYear: '2026-2027' });
    const refused = await edit(hoa, { inForceUntil: '2026-12-31' }, before);
    expect(refused.status).toBe(409);
    expect(refused.html).toContain('người khác đã sửa văn bản này');
    expect(refused.html).toContain('Hiện là: 2026-2027');
    expect(refused.html).toContain('value="2026-12-31"');
    const typed = await act(hoa, 'set', { inForceUntil: '2026-12-31', 'shown.inForceUntil': '' }, refused.html);
    expect(typed.html).toMatch(/2026-2027.*cán bộ sửa/s);
    expect(typed.html).toContain('31/12/2026');
  });

  it('withdraws with a reason and brings back: the assistant obeys at once', async () => {
    const visitor = await editor();
    expect(await outcomeOf(visitor, QUESTION)).toContain('Trả lời từ văn bản');
    const { html } = await act(visitor, 'withdraw', { reason: 'Đã có bản mới' });
    expect(html).toContain('Lý do rút: Đã có bản mới');
    expect(await outcomeOf(visitor, QUESTION)).not.toContain('Trả lời từ văn bản');
    await act(visitor, 'restore');
    expect(await outcomeOf(visitor, QUESTION)).toContain('Trả lời từ văn bản');
  });

  it('does not withdraw without a reason', async () => {
    const { status, html } = await act(await editor(), 'withdraw', { reason: ' ' });
    expect([status, html]).toEqual([400, expect.stringContaining('ghi lý do rút')]);
  });

  it('confirms, undoes that, undoes what was before it, and resets', async () => {
    const visitor = await editor();
    await edit(visitor, { schoolYear: '2026-2027' });
    expect((await act(visitor, 'confirm')).html).toContain('hoa đã xác nhận lúc');
    expect((await act(visitor, 'undo')).html).not.toContain('đã xác nhận lúc');
    const undone = await act(visitor, 'undo');
    expect(undone.html).not.toContain('cán bộ sửa');
    expect(undone.html).toContain('đã hoàn tác');
    expect((await act(visitor, 'undo')).html).toContain('Không còn thao tác nào');
    await edit(visitor, { schoolYear: '2027-2028' });
    expect((await act(visitor, 'reset')).html).toContain('trở lại như máy đã đọc');
  });

  it('adds and drops a relation', async () => {
    const visitor = await editor();
    const added = await act(visitor, 'relate', { kind: 'guides', other: '1/2026/TT-BGDĐT', parts: 'điều 5', from: '' });
    expect(added.html).toMatch(/Hướng dẫn <strong>1\/2026\/TT-BGDĐT<\/strong> <span class="origin">Điều 5/);
    const dropped = await act(visitor, 'unrelate', { kind: 'guides', other: '1/2026/TT-BGDĐT' });
    expect(dropped.html).not.toContain('Hướng dẫn <strong>');
  });

  it('finds a wrong relation typed again beside the reason', async () => {
    const fields = { kind: 'guides', other: 'thông tư 1', parts: 'chỗ kia', from: '' };
    const { status, html } = await act(await editor(), 'relate', fields);
    expect(status).toBe(400);
    for (const words of ['không phải số hiệu', 'chưa phải địa chỉ', 'value="thông tư 1"'])
      expect(html).toContain(words);
    expect((await act(await editor(), 'relate', { ...fields, kind: 'x' })).status).toBe(400);
  });

  it('keeps the reason that a colleague’s change left unsaved', async () => {
    const [hoa, minh] = [await editor(), await editor('minh')];
    const before = await read(hoa, PAGE);
    await act(minh, 'confirm');
    const { status, html } = await act(hoa, 'withdraw', { reason: 'Sai số hiệu' }, before);
    expect([status, html]).toEqual([409, expect.stringContaining('Sai số hiệu</textarea>')]);
    expect(html).toContain('vừa có người khác sửa');
  });
});

describe('a form on documents', () => {
  it.each(['set', 'relate', 'unrelate', 'confirm', 'withdraw', 'restore', 'undo', 'reset'])(
    'without its token cannot %s',
    async (action) => {
      const { status } = await act(await editor(), action, { token: 'sai', reason: 'x' });
      expect(status).toBe(403);
      expect(pages.changes()).toEqual([]);
    },
  );
});

describe('a tried question', () => {
  it('shows the reply, how the question was understood, the passages with scores, and stores nothing', async () => {
    const html = await outcomeOf(await signIn(pages), 'bua trua ban tru toi da bao nhieu dong');
    for (const words of ['35.000 đồng', 'bữa trưa bán trú', 'điểm ', 'answer:extract', `/van-ban/${NOTICE.id}#1`])
      expect(html).toContain(words);
    expect(pages.mail()).toEqual([]);
  });

  it('tells the rule of policy, and why nothing was answered', async () => {
    const visitor = await signIn(pages);
    expect(await outcomeOf(visitor, 'cho tôi gặp cán bộ')).toMatch(/Chuyển cán bộ.*policy:/s);
    expect(await outcomeOf(visitor, 'giá vé tàu đi Sa Pa là bao nhiêu')).toMatch(/Không đoạn nào đủ chắc|policy:/);
  });

  it.each([
    ['', 'chưa gõ câu hỏi'],
    ['a'.repeat(2001), 'dài quá 2.000'],
  ])('is refused when it is %#', async (question, words) => {
    expect(await outcomeOf(await signIn(pages), question)).toContain(words);
  });
});
