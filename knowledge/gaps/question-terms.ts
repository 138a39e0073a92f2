import { readQuestion } from '../question/question.ts';
import { fold } from '../text/normalise.ts';
import { COMMON_WORDS, SAME_NEEDS, WEAK_WORDS } from './everyday-words.ts';

const WEAK_WEIGHT = 0.35;
/** A pair of neighbouring words stands for a compound. */
const PAIR_WEIGHT = 0.95;
const SAME_NEED_WEIGHT = 1;

/**
 * What a question is about, as weighted terms: folded words and pairs of neighbouring words, of its own wording and of
 * the official words for it. Diacritics make no difference. About 1 ms.
 * @param core as `questionCore` gives it
 */
export function questionTerms(core: string): ReadonlyMap<string, number> {
  const { folded, pairs } = readQuestion(core);
  const terms = new Map<string, number>();
  for (const [word, weight] of folded) {
    if (!COMMON_WORDS.has(word)) terms.set(word, WEAK_WORDS.has(word) ? weight * WEAK_WEIGHT : weight);
  }
  for (const [pair, weight] of pairs) {
    if (!pair.split('_').every((word) => COMMON_WORDS.has(word))) terms.set(pair, weight * PAIR_WEIGHT);
  }
  const text = ` ${fold(core)} `;
  SAME_NEEDS.forEach((words, index) => {
    if (words.some((word) => text.includes(` ${word} `))) terms.set(`need:${index}`, SAME_NEED_WEIGHT);
  });
  return terms;
}
