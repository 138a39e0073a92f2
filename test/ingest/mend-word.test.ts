import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mendWord } from '../../ingest/load/pictures/mend-word.ts';
import { isSyllable } from '../../knowledge/text/syllable-likelihood.ts';

describe('mending a recognised word', () => {
  it.each([
    ['thỎa', 'thỏa'],
    ['HỌc', 'Học'],
    ['hỘộ', 'hộ'],
    ['NướỚc', 'Nước'],
    ['đồng/hỌc', 'đồng/học'],
  ])('takes capitals and twins from inside a syllable: %s', (seen, meant) => {
    expect(mendWord(seen)).toBe(meant);
  });

  it.each(['NQ-HĐND', '405/TTr-UBND', 'BGDĐT', 'PHỔỐ', '1.250.000', 'tỉnh', 'NƯỚC'])('leaves %s', (word) => {
    expect(mendWord(word)).toBe(word);
  });

  it('never changes a figure, nor one valid syllable into another', () => {
    const letters = fc.string({ unit: fc.constantFrom(...'aáàăắâêệôộơớưữđnhgctTHĐỘ0123456789.,/-'), maxLength: 9 });
    fc.assert(
      fc.property(letters, (word) => {
        const mended = mendWord(word);
        expect(mended.replace(/\D/g, '')).toBe(word.replace(/\D/g, ''));
        if (/^\p{L}+$/u.test(word) && isSyllable(word)) expect(mended.toLowerCase()).toBe(word.toLowerCase());
      }),
    );
  });
});
