import { beforeAll, describe, expect, it } from 'vitest';
import { openKnowledge } from '../../adapters/knowledge-source.ts';
import type { KnowledgeBase } from '../../knowledge/knowledge-base.ts';
import { verifySentence } from '../../knowledge/writing/verify-sentence.ts';
import { indexByWords } from '../builders/product.ts';
import { honestSentences, isSaid, SPOILS } from '../measures/writing/spoiled-sentences.ts';

let base: KnowledgeBase;
beforeAll(async () => {
  base = openKnowledge(await indexByWords(), null, { territory: 'Hà Nội › Ba Đình', publicUrl: null }).current();
});

describe('sentences over the sample documents', () => {
  it('are read when they say what the passage says, those of a list that names all there is with the others of it', () => {
    const honest = honestSentences(base);
    expect(honest.length).toBeGreaterThan(50);
    const shown = honest.map((one) => ({ one, shown: verifySentence(one.sentence, [one.source]) }));
    expect(
      shown.filter((each) => !isSaid(each.one, each.shown?.sentence ?? '')).map((each) => each.one.sentence),
    ).toEqual([]);
    const mended = shown.filter((each) => each.shown?.faults.length !== 0).map((each) => each.one.sentence);
    expect(mended.filter((sentence) => !/: (?:Hồ sơ|Hồ sơ gồm|Thành phần): /u.test(sentence))).toEqual([]);
  });

  it.each(Object.entries(SPOILS))('are not read when %s', (_what, spoil) => {
    const spoiled = honestSentences(base).flatMap((one) => spoil(one).map((sentence) => ({ ...one, sentence })));
    expect(spoiled.length).toBeGreaterThan(0);
    const read = spoiled.filter(({ sentence, source }) => verifySentence(sentence, [source])?.faults.length === 0);
    expect(read.map(({ sentence }) => sentence)).toEqual([]);
  });
});
