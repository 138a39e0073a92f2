import { describe, expect, it } from 'vitest';
import { maskPersonalData } from '../../knowledge/personal-data/find-personal-data.ts';
import { countSpans } from '../measures/personal-data/count-spans.ts';
import { PARTS, readMarkedMessages } from '../measures/personal-data/marked-messages.ts';

describe('personal data in a message', () => {
  it.each(PARTS)('is found wholly, and little else is, in the marked messages: %s', (part) => {
    const { all } = countSpans(readMarkedMessages(part));
    expect(all.covered / all.marked).toBeGreaterThanOrEqual(0.95);
    expect(all.right / all.found).toBeGreaterThanOrEqual(0.95);
  });

  it.each([
    ['gọi em số 0 9 1 2 . 3 4 5 . 6 7 8', 'gọi em số [số điện thoại]'],
    ['số em không chín một hai ba bốn năm sáu bảy tám ạ', 'số em [số điện thoại] ạ'],
    ['be minh anh lop 3a', 'be [tên người] lop 3a'],
    ['con em là Nguyễn Minh Anh', 'con em là [tên người]'],
    ['nhà em ở số 12 ngõ 34 phố Đội Cấn, phường Ngọc Hà', 'nhà em ở [địa chỉ]'],
    ['cccd 001 085 012 345', 'cccd [số giấy tờ]'],
    ['sbd 012345', 'sbd [số báo danh]'],
    ['mã học sinh 0123456789', 'mã học sinh [mã học sinh]'],
    ['STK 19036789012345 Techcombank', 'STK [số tài khoản] Techcombank'],
    ['xe 30A-123.45', 'xe [biển số xe]'],
    ['lan@gmail.com', '[thư điện tử]'],
  ])('is masked: «%s»', (written, masked) => {
    expect(maskPersonalData(written)).toBe(masked);
  });

  it.each([
    'Nghị quyết 60/2025/NQ-HĐND, Điều 5 khoản 2',
    'Công văn 1234/SGDĐT-GDPT ngày 12/3/2026',
    'tiền ăn 35.000 đồng, cả năm 3.250.000',
    'năm học 2025-2026, từ 01/07/2026 đến 03/07/2026',
    'trường Tiểu học Nguyễn Bá Ngọc và THCS Phan Chu Trinh',
    'gọi 111, 113, 115 hoặc tổng đài 1900 6017',
    'Phòng giáo dục ở số 25 phố Liễu Giai, điện thoại phòng giáo dục 024 3733 4455',
    'gửi về vanthu_badinh@hanoi.gov.vn',
    'một hai ba bốn năm sáu bảy tám chín mười',
    'con minh lop 3 hoc them duoc khong',
    'Phụ huynh hỏi: con vao lop 1 hoc truong nao a, nha o ngoc ha',
  ])('is none of this: «%s»', (text) => {
    expect(maskPersonalData(text)).toBe(text);
  });

  it.each(
    readMarkedMessages('look-alikes')
      .filter(({ spans }) => spans.length === 0)
      .map(({ text }) => text),
  )('is not seen in words that look like names: «%s»', (text) => {
    expect(maskPersonalData(text)).toBe(text);
  });

  it.each(
    readMarkedMessages('look-alikes').flatMap(({ text, spans }) =>
      spans.map(({ start, end }) => [text.slice(start, end), text] as const),
    ),
  )('is seen beside such words: «%s» in «%s»', (name, text) => {
    expect(maskPersonalData(text)).not.toContain(name);
  });

  it('is masked the same when it was masked before', () => {
    for (const { text } of PARTS.flatMap(readMarkedMessages)) {
      const once = maskPersonalData(text);
      expect(maskPersonalData(once)).toBe(once);
    }
  });

  it('is found the same however the letters are coded', () => {
    for (const { text } of readMarkedMessages('unseen')) {
      expect(maskPersonalData(text.normalize('NFD'))).toBe(maskPersonalData(text));
    }
  });

  it('is found where somebody who types diacritics repeats words of somebody who does not', () => {
    const told = 'Trường Kim Đồng báo: chau ten dang thi thu quyen lop 3a chua co sach';
    expect(maskPersonalData(told)).toBe('Trường Kim Đồng báo: chau ten [tên người] lop 3a chua co sach');
    const within = 'Dạ vâng, chau ten vu thi thu khoi lop 3a chua co sách thì nhận ở trường ạ';
    expect(maskPersonalData(within)).not.toContain('vu thi thu khoi');
  });

  it('does not slip through behind a text that is longer than anybody reads', () => {
    expect(maskPersonalData(`${'a '.repeat(11_000)} 0912345678`)).not.toContain('0912345678');
  });
});
