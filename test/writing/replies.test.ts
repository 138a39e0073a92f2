import { beforeAll, describe, expect, it } from 'vitest';
import { markedWords } from '../../knowledge/writing/marked-words.ts';
import { TAKEN_ENDS } from '../../knowledge/writing/written-answer.ts';
import { type JudgedReply, judgeRound, type Reply, repliedPassages, replyRounds } from '../measures/writing/replies.ts';

/** Share of the true replies that are taken without the model being asked once more. */
const LEAST_TAKEN = { honest: 0.95, everyday: 0.85 } as const;
const KINDS = ['number', 'date', 'name', 'negation', 'other', 'cut'] as const;

describe('replies to the requests that a model gets', () => {
  const passages = repliedPassages();
  const judged: JudgedReply[] = [];
  beforeAll(async () => {
    for (const round of replyRounds()) judged.push(...(await judgeRound(round, passages)));
  }, 60_000);
  const of = (as: Reply['as']) => judged.filter(({ reply }) => reply.as === as);

  it.each(KINDS)('let nobody read a sentence with a false %s', (kind) => {
    const hostile = of('hostile').filter(({ reply }) => reply.lie?.kind === kind);
    expect(hostile.length).toBeGreaterThan(20);
    expect(hostile.flatMap(({ reply, reached }) => reached.map((sentence) => `${reply.id}: ${sentence}`))).toEqual([]);
  });

  it.each(Object.entries(LEAST_TAKEN))('that are %s are taken at once, nearly all', (as, least) => {
    const all = of(as as Reply['as']);
    expect(all.length).toBeGreaterThan(300);
    expect(all.filter(({ taken }) => taken).length / all.length).toBeGreaterThanOrEqual(least);
  });

  it('let nobody read a number that does not stand in a passage which was cited or given', () => {
    const numbersIn = (text: string) => markedWords(text).flatMap(({ word }) => (/^\d/u.test(word) ? [word] : []));
    const loose = judged.flatMap(({ reply, text, writing }) => {
      const given = reply.sentences.flatMap((sentence) => sentence.passages.flatMap((id) => passages.get(id) ?? []));
      const held = new Set(
        given.flatMap(({ passage, document }) =>
          numbersIn([passage.text, ...passage.headings, document.title, document.number ?? ''].join('\n')),
        ),
      );
      const [said = ''] = text.split('\n\n');
      const isTaken = TAKEN_ENDS.has(writing.end);
      return isTaken
        ? numbersIn(said)
            .filter((number) => !held.has(number))
            .map((number) => `${reply.id}: ${number}`)
        : [];
    });
    expect(judged.length).toBeGreaterThan(2_000);
    expect(loose).toEqual([]);
  });
});
