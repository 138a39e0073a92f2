import { describe, expect, it } from 'vitest';
import { oneSpelling } from '../../knowledge/text/spelling.ts';
import { tokenize } from '../../knowledge/text/tokens.ts';
import { isVietnameseSyllable } from '../../knowledge/text/vietnamese-syllable.ts';

describe('one spelling', () => {
  it.each([
    ['Hoà nhập, THUỶ điện, uỷ ban', 'Hòa nhập, THỦY điện, ủy ban'],
    ['đăng kí học kì, lí do, tỉ lệ', 'đăng ký học kỳ, lý do, tỷ lệ'],
    ['quý hoàn toán khoẻ', 'quý hoàn toán khỏe'],
  ])('of «%s» is «%s»', (written, spelled) => {
    expect(oneSpelling(written)).toBe(spelled);
  });

  it('makes both forms one search term', () => {
    expect(tokenize('hoà kí')).toEqual(tokenize('hòa ký'));
  });
});

describe('Vietnamese syllables', () => {
  it.each(['nghiêng', 'quyết', 'giếng', 'gì', 'ạ', 'uỷ', 'khuỷu', 'đường', 'yêu', 'quốc'])('hold «%s»', (word) => {
    expect(isVietnameseSyllable(word)).toBe(true);
  });

  it.each(['hocj', 'nghành', 'school', 'học̃', 'đẹc̀', 'trg', 'hàt', ''])('do not hold «%s»', (word) => {
    expect(isVietnameseSyllable(word.normalize('NFC'))).toBe(false);
  });
});
