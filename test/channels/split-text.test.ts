import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { splitText } from '../../adapters/channels/split-text.ts';

const segmenter = new Intl.Segmenter('vi', { granularity: 'grapheme' });
const graphemes = (text: string) => [...segmenter.segment(text)].map(({ segment }) => segment);
const withoutSpace = (text: string) => text.replace(/\s/gu, '');

/** Vietnamese letters (composed and not), emoji families, punctuation and all kinds of white space. */
const prose = fc
  .array(
    fc.constantFrom(
      'trường',
      'Ba Đình',
      'e\u0302\u0301',
      'ệ',
      'o\u031b\u0323',
      '👨‍👩‍👧',
      '🇻🇳',
      '👍🏽',
      '.',
      '!',
      ' ',
      '\n',
      '\n\n',
      '\r\n',
      '\t',
    ),
    { maxLength: 120 },
  )
  .map((parts) => parts.join(''));

describe('splitText', () => {
  test('keeps every character that is not white space, in order', () => {
    fc.assert(
      fc.property(
        fc.oneof(prose, fc.string({ unit: 'binary', maxLength: 300 })),
        fc.integer({ min: 1, max: 60 }),
        (text, max) => {
          expect(withoutSpace(splitText(text, max).join(''))).toBe(withoutSpace(text.normalize('NFC')));
        },
      ),
    );
  });

  test('makes no piece that is empty, untrimmed or longer than allowed', () => {
    fc.assert(
      fc.property(prose, fc.integer({ min: 16, max: 60 }), (text, max) => {
        for (const piece of splitText(text, max)) {
          expect(piece.trim()).toBe(piece);
          expect(piece.length).toBeGreaterThan(0);
          expect(piece.length).toBeLessThanOrEqual(max);
        }
      }),
    );
  });

  test('never cuts inside a letter or an emoji', () => {
    fc.assert(
      fc.property(prose, fc.integer({ min: 1, max: 40 }), (text, max) => {
        const whole = graphemes(text.normalize('NFC')).filter((letter) => letter.trim() !== '');
        const pieces = splitText(text, max)
          .flatMap(graphemes)
          .filter((letter) => letter.trim() !== '');
        expect(pieces.map((letter) => letter.trim())).toEqual(whole.map((letter) => letter.trim()));
      }),
    );
  });

  test('leaves a text that fits as it is', () => {
    expect(splitText('Dạ, lịch thi:\n\n- Ngữ văn\n- Toán', 1900)).toEqual(['Dạ, lịch thi:\n\n- Ngữ văn\n- Toán']);
  });

  test('gives nothing for a blank text', () => {
    expect(splitText(' \n\t ')).toEqual([]);
  });

  test('composes marks', () => {
    expect(splitText('Tru\u031bo\u031b\u0300ng')).toEqual(['Trường']);
  });

  test('cuts at the end of a paragraph rather than of a sentence', () => {
    expect(splitText('Câu một. Câu hai.\n\nCâu ba. Câu bốn.', 30)).toEqual(['Câu một. Câu hai.', 'Câu ba. Câu bốn.']);
  });

  test('cuts at the end of a sentence rather than of a word', () => {
    expect(splitText('Nộp hồ sơ ở trường. Thời hạn là ngày 15', 30)).toEqual([
      'Nộp hồ sơ ở trường.',
      'Thời hạn là ngày 15',
    ]);
  });

  test('cuts at the end of a word where there is no sentence', () => {
    expect(splitText('một hai ba bốn năm', 11)).toEqual(['một hai ba', 'bốn năm']);
  });

  test('takes a word that ends exactly at the limit', () => {
    expect(splitText('một hai ba bốn', 10)).toEqual(['một hai ba', 'bốn']);
  });

  test('cuts a long run without white space between letters', () => {
    expect(splitText('a'.repeat(25), 10)).toEqual(['a'.repeat(10), 'a'.repeat(10), 'a'.repeat(5)]);
  });
});
