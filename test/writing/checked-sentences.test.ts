import { beforeAll, describe, expect, it } from 'vitest';
import { openKnowledge } from '../../adapters/knowledge-source.ts';
import type { KnowledgeBase } from '../../knowledge/knowledge-base.ts';
import { checkSentence } from '../../knowledge/writing/check-sentence.ts';
import { type Figure, readFigures } from '../../knowledge/writing/figures.ts';
import { indexByWords } from '../builders/product.ts';
import { honestSentences, SPOILS } from '../measures/writing/spoiled-sentences.ts';

let base: KnowledgeBase;
beforeAll(async () => {
  base = openKnowledge(await indexByWords(), null, { territory: 'Hà Nội › Ba Đình', publicUrl: null }).current();
});

describe('sentences over the sample documents', () => {
  it('pass when they say again what the passage says', () => {
    const honest = honestSentences(base);
    expect(honest.length).toBeGreaterThan(50);
    const refused = honest.filter(({ sentence, source }) => checkSentence(sentence, [source]).length > 0);
    expect(refused.map(({ sentence }) => sentence)).toEqual([]);
  });

  it.each(Object.entries(SPOILS))('are refused when %s', (_what, spoil) => {
    const spoiled = honestSentences(base).flatMap((one) => spoil(one).map((sentence) => ({ ...one, sentence })));
    expect(spoiled.length).toBeGreaterThan(0);
    const passed = spoiled.filter(({ sentence, source }) => checkSentence(sentence, [source]).length === 0);
    expect(passed.map(({ sentence }) => sentence)).toEqual([]);
  });
});

describe('figures', () => {
  const plain = (figure: Figure) => {
    const { written: _, ...rest } = figure;
    return rest;
  };
  it.each([
    ['35.000 đồng', '35 nghìn đồng'],
    ['5.200.000 đồng', '5 triệu 200 nghìn đồng'],
    ['1.500.000 đồng', 'một triệu rưỡi đồng'],
    ['15 ngày', 'mười lăm ngày'],
    ['20%', 'hai mươi phần trăm'],
    ['ngày 01/7/2026', 'ngày 1 tháng 7 năm 2026'],
    ['7h30', '7 giờ 30'],
    ['lớp 1', 'lớp một'],
    ['205 học sinh', 'hai trăm linh năm học sinh'],
    ['2,5 điểm', 'hai điểm rưỡi'],
    ['50%', 'một nửa'],
    ['190.000 đồng', '190 (1.000 đồng)'],
    ['0 điểm', 'điểm 0 (không)'],
  ])('%s is %s', (one, other) => {
    expect(readFigures(other).map(plain)).toEqual(readFigures(one).map(plain));
    expect(readFigures(one)).toHaveLength(1);
  });

  it.each(['một số trường', 'ba mẹ học sinh', 'trong năm học', 'không phải nộp'])('are none in «%s»', (words) => {
    expect(readFigures(words)).toEqual([]);
  });
});
