import { describe, expect, it } from 'vitest';
import { mendHastyTyping } from '../../knowledge/text/hasty-typing.ts';

describe('hasty typing', () => {
  it.each([
    ['hocj phis lowps 1 bao nhieeu', 'học phí lớp 1 bao nhiêu'],
    ['Hocj PHIS', 'Học PHÍ'],
    ['duwowcj ddawng kys khoong', 'được đăng ký không'],
    ['tru7o7ng2 co1 hoc5 phi1', 'trường có học phí'],
    ['quáaaa đắt lắmmm', 'quá đắt lắm'],
    ['lop5 với lớp1', 'lop 5 với lớp 1'],
  ])('«%s» → «%s»', (typed, meant) => {
    expect(mendHastyTyping(typed)).toBe(meant);
  });

  it.each(['bus tour class teen', 'hs gv ko đc nx', 'lớp 6A2 nv1 t7', 'khuỷu xoong', 'phí 20k 1tr2'])(
    'leaves «%s» alone',
    (text) => {
      expect(mendHastyTyping(text)).toBe(text);
    },
  );
});
