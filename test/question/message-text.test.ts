import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readMessageText } from '../../knowledge/question/message-text.ts';
import { readQuestion } from '../../knowledge/question/question.ts';
import { splitQuestions } from '../../knowledge/question/split-questions.ts';
import { restoreDiacritics } from '../../knowledge/text/restore/restore-diacritics.ts';

const read = (message: string) => readMessageText(message, restoreDiacritics);

describe('a message', () => {
  it.each([
    ['', ''],
    ['🤬🤬👨‍👩‍👧🇻🇳', ''],
    ['hp lop 1 bn v ad :)) 😍', 'học phí lớp 1 bao nhiêu vậy ad'],
    ['h\u200bọc\u00ad phí\u0000', 'học phí'],
    ['<b>học phí</b> <script>alert(1)</script>', 'học phí alert(1)'],
    ['𝐡𝐨𝐜 𝐩𝐡𝐢 lop 6', 'học phí lớp 6'],
    ['điểm <5 và >8', 'điểm <5 và >8'],
  ])('«%s» reads «%s»', (message, text) => {
    expect(read(message).text).toBe(text);
  });

  it.each([
    ['How much is the tuition fee for grade one?', 'other'],
    ['请问学费是多少', 'other'],
    ['Сколько стоит обучение в школе', 'other'],
    ['hoc phi lop 1 bao nhieu', 'vi'],
    ['ok', 'vi'],
    ['👍', 'vi'],
    ['Trường có dạy Cambridge, STEM và robotics không ạ', 'vi'],
    ["học phí'; DROP TABLE passages; --", 'vi'],
  ] as const)('«%s» is in language %s', (message, language) => {
    expect(read(message).language).toBe(language);
  });

  it('in another language keeps its words', () => {
    expect(read('what are the fees for the school').text).toBe('what are the fees for the school');
  });

  it('of any length keeps its beginning and its end', () => {
    const { text } = read(`học phí lớp 1 ${'ạ '.repeat(5_000)} miễn giảm cho ai`);
    expect(text).toMatch(/^học phí lớp 1 .*miễn giảm cho ai$/u);
    expect(text.length).toBeLessThan(2_100);
  });

  it('of any content is read without a fault', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 200 }),
        fc.array(fc.string(), { maxLength: 3 }),
        (text, earlier) => {
          const question = readQuestion(text, earlier);
          expect(splitQuestions(question.text).length).toBeGreaterThan(0);
        },
      ),
    );
  });

  it('of ten thousand characters in repeated pieces is read too: no expression backtracks without end', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        'a',
        'ạ',
        ' ',
        '.',
        '1',
        '1.',
        '1/',
        '-',
        '<a',
        '(',
        ':',
        '?',
        '\n',
        'lớp 1, ',
        'thế ',
        'và ',
        'mươi ',
        'q',
        'oà',
        '🇻🇳',
      ),
      fc.string({ minLength: 1, maxLength: 4 }),
    );
    fc.assert(
      fc.property(piece, fc.constantFrom('', 'x', 'học phí '), (repeated, opening) => {
        const message = (opening + repeated.repeat(10_000)).slice(0, 10_000);
        expect(splitQuestions(readQuestion(message, [message]).text).length).toBeGreaterThan(0);
      }),
      { numRuns: 60 },
    );
  });
});
