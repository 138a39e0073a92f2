import { describe, expect, it } from 'vitest';
import {
  DAY_PARTS,
  HOLIDAY_NAMES,
  MOMENTS,
  PROMISES,
  WAITING,
  WEEKDAY_NAMES,
} from '../../bot/office-hours/time-sentences.ts';

const SENTENCES = Object.entries({ ...PROMISES, ...WAITING });
const NAMES = [...Object.values(WEEKDAY_NAMES), ...Object.values(HOLIDAY_NAMES), ...DAY_PARTS.map(({ name }) => name)];

describe('the sentences about time', () => {
  it.each(SENTENCES)('%s: begins with a capital letter and ends with a full stop', (_, sentence) => {
    expect(sentence).toMatch(/^\p{Lu}[^\n]*[^\s.]\.$/u);
  });

  it('are composed letters without double spaces, so that they can be looked for', () => {
    for (const words of [...SENTENCES.map(([, sentence]) => sentence), ...Object.values(MOMENTS), ...NAMES]) {
      expect(words).toBe(words.normalize('NFC'));
      expect(words).toBe(words.trim().replace(/\s+/gu, ' '));
    }
  });

  it('hold no time, number or soon of their own: a time is always worked out', () => {
    for (const [, sentence] of SENTENCES) {
      expect(sentence.replace(/\{\w+\}/gu, '')).not.toMatch(
        /\d|phút|giờ (?!làm việc|cụ thể)|ngay|sớm|lập tức|chắc chắn/u,
      );
    }
  });

  it('say «trước» before every time that is due or expected', () => {
    for (const [, sentence] of SENTENCES.filter(([, each]) => each.includes('{due}')))
      expect(sentence).toContain('trước {due}');
  });

  it('divide the whole day, a midnight included', () => {
    const ends = DAY_PARTS.map(({ before }) => before);
    expect(ends).toEqual(ends.toSorted((one, other) => one - other));
    expect(ends.at(-1)).toBe(25);
  });
});
