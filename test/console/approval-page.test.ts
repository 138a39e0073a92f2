import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PageVisitor } from '../builders/page-visitor.ts';
import { type ServedPages, servePages } from '../builders/served-pages.ts';
import { hiddenField, signIn } from '../builders/staff-visitor.ts';

let pages: ServedPages;
let boss: PageVisitor;
beforeAll(async () => {
  pages = await servePages();
  boss = await signIn(pages, { name: 'phu-trach', role: 'supervisor' });
});
afterAll(() => pages.close());

const save = async (fields: Record<string, string>) => {
  const html = await (await boss.get('/staff/approval')).text();
  const hidden = { token: hiddenField(html, 'token'), seen: hiddenField(html, 'seen') };
  const response = await boss.submit('/staff/approval', { ...hidden, ...fields });
  const location = response.headers.get('location');
  return { status: response.status, html: await (location === null ? response : await boss.get(location)).text() };
};

describe('the page of answers that wait for a yes', () => {
  it('keeps what was chosen, says it back and remembers who changed it', async () => {
    const { html } = await save({ mode: 'words', words: 'tuyển sinh\nhọc phí', minutes: '20' });
    expect(html).toContain('Đã lưu');
    expect(html).toContain('Câu hỏi có một trong 2 từ phải chờ duyệt. Tự gửi sau 20 phút');
    expect(html).toMatch(/Các lần thay đổi.*phu-trach: Câu hỏi có một trong 2 từ/s);
  });

  it('gives back what cannot be kept, with what to do', async () => {
    const none = await save({ mode: 'words', words: '', minutes: '20' });
    expect(none.status).toBe(400);
    expect(none.html).toContain('ghi ít nhất một từ');
    const late = await save({ mode: 'all', words: '', minutes: 'mai' });
    expect(late.html).toContain('Số phút từ 0 đến 240');
    expect(late.html).toContain('value="mai"');
  });
});
