import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countPairs } from '../../knowledge/text/restore/pair-counts.ts';
import { createRestorer, restoreDiacritics } from '../../knowledge/text/restore/restore-diacritics.ts';

const restored = (text: string) => restoreDiacritics(text).text;

describe('restoring diacritics', () => {
  it.each([
    ['hoc phi lop 1 la bao nhieu a', 'học phí lớp 1 là bao nhiêu ạ'],
    ['HO SO NHAP HOC GOM NHUNG GI', 'HỒ SƠ NHẬP HỌC GỒM NHỮNG GÌ'],
    ['Mien giam hoc phi cho ho ngheo can giay to gi?', 'Miễn giảm học phí cho hộ nghèo cần giấy tờ gì?'],
    ['học phi lop 1 truong công lap', 'học phí lớp 1 trường công lập'],
    ['đuợc nghỉ hè đến ngày nao', 'được nghỉ hè đến ngày nào'],
    ['trườg mầm nonn', 'trường mầm non'],
    ['nghành họ', 'ngành họ'],
    ['thủ tuc chuyển trừơng', 'thủ tục chuyển trường'],
  ])('«%s» → «%s»', (typed, meant) => {
    expect(restored(typed)).toBe(meant);
  });

  it.each([
    'Cho em hỏi con tôi ba tuổi có phải thi vào lớp mẫu giáo không ạ?',
    'Gửi file PDF qua Zalo, học STEM với kayak',
    'Chị ấy hóng điểm mãi, không trườn được',
    'Nghị quyết 58/2025/NQ-HĐND',
  ])('leaves «%s» as it is typed', (text) => {
    const { words } = restoreDiacritics(text);
    expect(words.filter(({ changed }) => changed)).toEqual([]);
    expect(restored(text)).toBe(text);
  });

  it('tells for every word what stood there and whether it was guessed', () => {
    expect(restoreDiacritics('học phi').words).toEqual([
      { written: 'học', restored: 'học', changed: false },
      { written: 'phi', restored: 'phí', changed: true },
    ]);
  });

  it('brings back names that only the documents hold', () => {
    const restore = createRestorer(countPairs(Array(5).fill('Trường Mầm non Việt Triều, đô thị Việt Triều')));
    expect(restored('truong mam non viet trieu')).not.toContain('việt triều');
    expect(restore('truong mam non viet trieu').text).toBe('trường mầm non việt triều');
  });

  it('changes words only, never what stands between them, and never a word typed with diacritics in full', () => {
    const word = fc.constantFrom('học', 'phí', 'lop', 'truong', 'con', 'được', 'khong', 'zalo', '35.000', 'ĐƯỢC', 'a');
    const gap = fc.constantFrom(' ', ', ', '. ', ' - ', '\n', '?? ');
    fc.assert(
      fc.property(fc.array(fc.tuple(word, gap), { maxLength: 12 }), (pieces) => {
        const text = pieces.flat().join('');
        const after = restored(text);
        const between = (value: string) => value.replace(/[\p{L}\p{M}]+/gu, '·');
        expect(between(after)).toBe(between(text));
        for (const [typed] of pieces) if (/[ọíưđĐ]/u.test(typed)) expect(after).toContain(typed);
      }),
    );
  });
});
