import type { KnowledgeBase } from '../knowledge-base.ts';
import { type EncodedQuestion, encodedText } from './encoder.ts';
import { tokenMatcher, tokensOf } from './late-interaction.ts';
import type { Hit } from './retrieve.ts';

/** What the bundled encoder's tokenizer takes for a word: nearly every one is one token. */
const WORD = /[\p{L}\p{M}]+|\p{N}+|[^\s\p{L}\p{M}\p{N}]/gu;

/**
 * How well each part of a hit's passage matches a question token by token, -1 to 1. The tokens of a passage stand in the
 * order of its words, so those of a part are told by counting words; of a part behind the last token nothing is known,
 * and it gets the lowest match of the others. About 0.2 ms.
 * @returns `null` without vectors of tokens
 */
export function matchParts(
  base: KnowledgeBase,
  encoded: EncodedQuestion | null,
  { passage, document }: Pick<Hit, 'passage' | 'document'>,
): readonly number[] | null {
  const passages = base.vectors?.tokens ?? null;
  if (passages === null || encoded === null || encoded.tokens === null) return null;
  const row = base.passages.indexOf(passage);
  const count = tokensOf(passages, row).length / passages.dimensions;
  const match = tokenMatcher(encoded.tokens, passages);
  // The first token tells that it is a passage; then come a title and a heading, as before words of one sign.
  let end = wordsIn(encodedText({ ...passage, text: '.' }, document.title));
  const matches = passage.parts.map(({ text }) => {
    const from = end;
    end += wordsIn(text);
    return from < count ? match(row, { from, to: Math.min(end, count) }).interaction : null;
  });
  const lowest = Math.min(...matches.filter((known) => known !== null));
  return matches.map((known) => known ?? lowest);
}

function wordsIn(text: string): number {
  return text.match(WORD)?.length ?? 0;
}
