import type { Passage } from './document.ts';
import { accentedWords, tokenize } from './text/tokens.ts';

/** Less than this share of the words in common is another matter. */
const LEAST_LIKENESS = 0.35;
/** What the same address is worth beside the words. */
const SAME_ADDRESS = 0.1;

/**
 * Whether every line of a text still stands in a document, word for word, however its passages are cut now.
 * @param text lines of one edition, as a passage has them
 * @param passages all passages of the other edition
 */
export function standsIn(text: string, passages: readonly Pick<Passage, 'text'>[]): boolean {
  const lines = text.split('\n').filter((line) => /[\p{L}\p{N}]/u.test(line));
  const whole = comparable(passages.map((passage) => passage.text).join('\n'));
  return lines.length > 0 && lines.every((line) => whole.includes(comparable(line)));
}

/**
 * The passage that says of the same matter what another one said, or `null` where none is like it. Words that few
 * candidates hold count more than those that all have.
 */
export function matchingPassage(
  told: Pick<Passage, 'text' | 'address'>,
  candidates: readonly Passage[],
): Passage | null {
  const words = new Set(tokenize(told.text).folded);
  const read = candidates.map((passage) => ({ passage, words: new Set(tokenize(passage.text).folded) }));
  const heldBy = new Map<string, number>();
  for (const one of read) for (const word of one.words) heldBy.set(word, (heldBy.get(word) ?? 0) + 1);
  const weigh = (word: string) => Math.log(1 + candidates.length / (heldBy.get(word) ?? 1));
  const weightOf = (set: ReadonlySet<string>) => [...set].reduce((sum, word) => sum + weigh(word), 0);
  const own = weightOf(words);
  const scored = read.map(({ passage, words: others }) => {
    const shared = [...others].reduce((sum, word) => sum + (words.has(word) ? weigh(word) : 0), 0);
    const likeness = (2 * shared) / Math.max(own + weightOf(others), Number.MIN_VALUE);
    return { passage, likeness, rank: likeness + (passage.address === told.address ? SAME_ADDRESS : 0) };
  });
  const best = scored.sort((one, other) => other.rank - one.rank)[0];
  return best !== undefined && best.likeness >= LEAST_LIKENESS ? best.passage : null;
}

/** Words and numbers alone, each between spaces, so that `5.000` is not found in `35.000`. */
function comparable(text: string): string {
  return ` ${accentedWords(text).join(' ')} `;
}
