import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { safeUploadName } from '../../adapters/ingesting/uploads.ts';
import type { PageVisitor } from '../builders/page-visitor.ts';
import { type ServedPages, servePages } from '../builders/served-pages.ts';
import { hiddenField, signIn } from '../builders/staff-visitor.ts';

let pages: ServedPages;
let editor: PageVisitor;
beforeEach(async () => {
  pages = await servePages();
  editor = await signIn(pages, { name: 'hoa', role: 'editor' });
});
afterEach(() => pages.close());

const stored = () => {
  const folder = join(pages.dataDir, 'uploads');
  return existsSync(folder) ? readdirSync(folder) : [];
};
const token = async (visitor = editor) => hiddenField(await (await visitor.get('/staff/password')).text(), 'token');

async function upload(...files: readonly (readonly [name: string, content: string | Uint8Array<ArrayBuffer>])[]) {
  const form = new FormData();
  form.set('token', await token());
  for (const [name, content] of files) form.append('files', new File([content], name));
  const response = await editor.upload('/staff/uploads', form);
  return { status: response.status, html: await response.text() };
}

async function change(action: 'remove' | 'bring-back', file: string) {
  const response = await editor.submit(`/staff/uploads/${action}`, { token: await token(), file });
  return (await editor.get(response.headers.get('location') ?? '')).text();
}

describe('uploading', () => {
  it('stores the files, asks for an ingest once and says what became of each', async () => {
    const { status, html } = await upload(['Kế hoạch.txt', 'Điều 1. Nghỉ hè.'], ['phim.mp4', 'a\0b']);
    expect(status).toBe(200);
    expect(html).toContain('<strong>Kế hoạch.txt</strong>: đã nhận');
    expect(html).toMatch(/phim\.mp4<\/strong>: Định dạng chưa hỗ trợ/);
    expect(stored()).toEqual(['Kế hoạch.txt'].map((name) => name.normalize('NFC')));
    expect([pages.ingests.asked, pages.changes()]).toEqual([1, [['hoa', 'upload.add', 'Kế hoạch.txt']]]);
  });

  it.each([
    ['../../../etc/passwd.txt', 'passwd.txt'],
    ['..\\..\\bản.txt', 'bản.txt'],
    ['a\u0000b\u202Egpj.txt', 'abgpj.txt'],
    ['...\u200b.ẩn.txt', 'ẩn.txt'],
  ])('writes %j nowhere but under its own folder', async (given, name) => {
    expect(safeUploadName(given)).toBe(name);
    await upload([given.replaceAll('\0', ''), 'Điều 1.']);
    expect(stored()).toEqual([name]);
  });

  it.each(['..', '/', '~$bản.docx', 'x.tmp', '\u200b'])('refuses the name %j', (given) => {
    expect(safeUploadName(given)).toBeNull();
  });

  it('keeps two long names apart, with their endings', () => {
    const long = 'Kế hoạch tuyển sinh vào các trường mầm non tiểu học trung học cơ sở năm học 2026-2027 đợt ';
    const [first, second] = [safeUploadName(`${long}1.docx`), safeUploadName(`${long}2.docx`)];
    expect(first).toMatch(/\.docx$/);
    expect(first).not.toBe(second);
    expect(Buffer.byteLength(first ?? '')).toBeLessThanOrEqual(90);
  });

  it.each([
    ['no file', [] as const, 'chưa chọn tệp'],
    ['an empty file', [['a.txt', '']] as const, 'Tệp trống'],
    ['a presentation', [['a.docx', presentation()]] as const, 'Bản trình chiếu'],
    ['a file over 25 MB', [['a.txt', 'a'.repeat(25 * 1024 * 1024 + 1)]] as const, 'lớn hơn 25 MB'],
    ['eleven files', Array.from({ length: 11 }, (_, index) => [`${index}.txt`, 'x'] as const), 'tối đa 10 tệp'],
  ])('refuses %s', async (_what, files, words) => {
    const { status, html } = await upload(...files);
    expect(status).toBeGreaterThanOrEqual(400);
    expect(html).toContain(words);
    expect([stored(), pages.ingests.asked]).toEqual([[], 0]);
  });

  it('refuses a body over 60 MB without keeping it', async () => {
    const big = new Uint8Array(21 * 1024 * 1024);
    const { status, html } = await upload(['a.txt', big], ['b.txt', big], ['c.txt', big]);
    expect([status, html]).toEqual([413, expect.stringContaining('Tổng các tệp quá lớn')]);
  });

  it('refuses a body that is no form, and one without the token', async () => {
    const headers = { 'Content-Type': 'multipart/form-data; boundary=x' };
    expect((await editor.post('/staff/uploads', 'rác', headers)).status).toBe(400);
    const form = new FormData();
    form.set('token', 'sai');
    form.append('files', new File(['Điều 1.'], 'a.txt'));
    expect((await editor.upload('/staff/uploads', form)).status).toBe(403);
    expect(stored()).toEqual([]);
  });

  it('is not for those who only read, whose files are not even taken', async () => {
    const agent = await signIn(pages);
    const form = new FormData();
    form.set('token', await token(agent));
    form.append('files', new File(['Điều 1.'], 'a.txt'));
    expect((await agent.upload('/staff/uploads', form)).status).toBe(403);
    expect(await (await agent.get('/staff/uploads')).text()).not.toContain('type="file"');
    expect(stored()).toEqual([]);
  });
});

describe('an uploaded file', () => {
  it('is replaced by another of its name, removed, and brought back', async () => {
    await upload(['a.txt', 'Bản một']);
    expect((await upload(['a.txt', 'Bản một'])).html).toContain('đã có từ trước');
    expect((await upload(['a.txt', 'Bản hai'])).html).toContain('thay tệp cũ cùng tên');
    await change('bring-back', 'a.txt');
    expect(readFileSync(join(pages.dataDir, 'uploads', 'a.txt'), 'utf8')).toBe('Bản một');
    expect(await change('remove', 'a.txt')).toContain('Đã gỡ tệp');
    expect(stored()).toEqual([]);
    expect(await change('bring-back', 'a.txt')).toContain('Đã đưa tệp trở lại');
    expect(stored()).toEqual(['a.txt']);
  });

  it.each(['../corrections.jsonl', '../knowledge', 'a.txt/../../state.db', ''])(
    'is the only thing that a form can remove: not %j',
    async (name) => {
      mkdirSync(join(pages.dataDir, 'uploads'), { recursive: true });
      writeFileSync(join(pages.dataDir, 'corrections.jsonl'), '');
      expect(await change('remove', name)).toContain('Tệp này không còn ở đây');
      expect(existsSync(join(pages.dataDir, 'corrections.jsonl'))).toBe(true);
      expect(pages.changes()).toEqual([]);
    },
  );
});

describe('an ingest', () => {
  it('that goes on is shown with how far it is', async () => {
    pages.ingests.running = {
      since: 0,
      waits: false,
      progress: { step: 'page', done: 3, total: 12, label: 'quét.pdf' },
    };
    const html = await (await editor.get('/staff/uploads')).text();
    expect(html).toContain('data-busy="yes"');
    expect(html).toContain('Đang đọc trang 3/12');
  });

  it('that came to nothing says what to do', async () => {
    pages.ingests.ended = { at: 0, report: null };
    expect(await (await editor.get('/staff/uploads')).text()).toContain('không chạy xong; chỉ mục cũ được giữ nguyên');
  });
});

/** The start of a zip that holds slides. */
function presentation(): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.from('PK\x03\x04 ppt/presentation.xml', 'latin1'));
}
