import { describe, expect, it } from 'vitest';
import { readingScore } from '../../knowledge/text/reading-score.ts';

const CLAUSE =
  'Điều 3. Học sinh thuộc hộ nghèo được miễn học phí theo Nghị quyết số 58/2025/NQ-HĐND của HĐND Thành phố, UBND phường';

describe('how well a text was read', () => {
  it('is near 1 for official Vietnamese, with its numbers and abbreviations', () => {
    expect(readingScore(CLAUSE)).toBe(1);
  });

  it.each([
    ['torn syllables', 'Họ c si nh thu ộc hộ nghè o đượ c miễ n họ c phí theo Nghị quy ết'],
    ['a font without a map', 'Häc sinh thuéc hé nghÌo ®îc miÔn häc phÝ theo NghÞ quyÕt sè'],
    ['a page on its head', '”2EFAI CO XWŸS XS SỢI ỷỬ IS NC mNHAUỊẬỊP HEẨANNAI HE NHAhC3SNG xrxrx IUIT'],
  ])('is low for %s', (_name, text) => {
    expect(readingScore(text)).toBeLessThan(0.7);
  });

  it('is 0 where there is no word', () => {
    expect(readingScore('35.000 – 12/8 …')).toBe(0);
  });
});
