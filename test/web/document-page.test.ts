import { describe, expect, it } from 'vitest';
import { renderDocumentPage } from '../../adapters/channels/web/document-page.tsx';
import { renderErrorPage } from '../../adapters/http/error-page.tsx';
import { TO_CITIZENS } from '../../adapters/http/error-words.ts';
import { aDocument, aPassage } from '../builders/documents.ts';

describe('the page of a document', () => {
  it('shows number, title, dates as dd/mm/yyyy and the validity line', () => {
    const html = renderDocumentPage(aDocument(), [], 'Còn hiệu lực.');
    for (const words of ['1/2026/TT-BGDĐT', 'Quy định về học sinh', '01/01/2026', '15/01/2026', 'Còn hiệu lực.']) {
      expect(html).toContain(words);
    }
    expect(html).not.toContain('Hết hiệu lực từ');
  });

  it('gives every passage the anchor that citations link to', () => {
    const html = renderDocumentPage(aDocument(), [aPassage('Nội dung', { id: 'doc1#12' })], '');
    expect(html).toContain('id="12"');
    expect(html).toContain('href="#12"');
  });

  it('says at a passage what another document changed in it', () => {
    const passages = [aPassage('Một', { id: 'doc1#1' }), aPassage('Hai', { id: 'doc1#2' })];
    const html = renderDocumentPage(aDocument(), passages, '', ({ id }) => (id === 'doc1#2' ? 'Đã sửa.' : null));
    expect(html).toMatch(/Một.*Đã sửa\..*Hai/s);
    expect(html.split('Đã sửa.')).toHaveLength(2);
  });

  it('prints a heading once for the passages under it', () => {
    const headings = ['Chương I', 'Điều 5. Hồ sơ'];
    const passages = [
      aPassage('Một', { id: 'doc1#1', headings }),
      aPassage('Hai', { id: 'doc1#2', headings }),
      aPassage('Ba', { id: 'doc1#3', headings: ['Chương I', 'Điều 6. Lệ phí'] }),
    ];
    const html = renderDocumentPage(aDocument(), passages, '');
    const titles = [...html.matchAll(/<h[23]>(.*?)<\/h[23]>/g)].map((match) => match[1]);
    expect(titles).toEqual(['Chương I', 'Điều 5. Hồ sơ', 'Điều 6. Lệ phí']);
  });

  it('shows markup in a document as the words it is', () => {
    const html = renderDocumentPage(aDocument({ title: '<b>Đậm</b>' }), [aPassage('<script>alert(1)</script>')], '');
    expect(html).not.toMatch(/<b>|<script>alert/);
    expect(html).toContain('&lt;script>alert');
  });
});

describe('an error page', () => {
  it('says in Vietnamese what happened, what to do, and the way back', () => {
    const html = renderErrorPage(404, 'NOT_FOUND', TO_CITIZENS);
    expect(html).toMatch(/<h1>Không tìm thấy trang<\/h1>.*Địa chỉ này không có hoặc đã được gỡ\..*href="\/"/s);
    expect(html).toContain('<html lang="vi">');
  });
});
