import { describe, expect, it } from 'vitest';
import { unsupportedFigures } from '../../knowledge/answering/grounding.ts';

describe('figures of a reply', () => {
  it.each([
    ['an amount that stands in the passage', 'tối đa 35.000 đồng', ['Bữa trưa 35.000'], []],
    ['an amount that does not', 'tối đa 36.000 đồng', ['Bữa trưa 35.000'], ['36.000']],
    ['part of a longer amount', 'tối đa 35 đồng', ['Bữa trưa 35.000'], ['35']],
    ['a date printed with and without leading zeros', 'từ 08/12/2025', ['từ 8/12/2025'], []],
    [
      'a document number that nobody cited',
      'Nghị định 999/2026/NĐ-CP',
      ['Nghị định 66/2026/NĐ-CP'],
      ['999/2026/NĐ-CP'],
    ],
    ['an article number', 'Điều 7', ['Điều 6'], ['7']],
    ['no figure at all', 'Dạ vâng ạ', [], []],
  ])('%s', (_name, reply, sources, expected) => {
    expect(unsupportedFigures(reply, sources)).toEqual(expected);
  });
});
