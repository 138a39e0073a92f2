import { readQuestion } from '../question/question.ts';
import { fold } from '../text/normalise.ts';
import { tellsByItself } from './asked-before.ts';
import { COMMON_WORDS, SAME_NEEDS, WEAK_WORDS } from './everyday-words.ts';

const WEAK_WEIGHT = 0.35;
/** A pair of neighbouring words stands for a compound. */
const PAIR_WEIGHT = 0.95;
const SAME_NEED_WEIGHT = 1;
/** Words that only official texts use for the citizen's bring others near, and must not outweigh the citizen's own. */
const OFFICIAL_WEIGHT = 0.4;

/**
 * What a question is about, as weighted terms: folded words and pairs of neighbouring words, of its own wording and of
 * the official words for it; what many people say whatever they ask for weighs little. Diacritics make no difference. About
 * 1 ms.
 * @param core as `questionCore` gives it
 */
export function questionTerms(core: string): ReadonlyMap<string, number> {
  const { folded, pairs } = readQuestion(core);
  const terms = new Map<string, number>();
  const add = (term: string, weight: number, share: number) =>
    terms.set(term, weight * share * tellsByItself(term) * (weight < 1 ? OFFICIAL_WEIGHT : 1));
  for (const [word, weight] of folded) {
    if (!COMMON_WORDS.has(word)) add(word, weight, WEAK_WORDS.has(word) ? WEAK_WEIGHT : 1);
  }
  for (const [pair, weight] of pairs) {
    if (!pair.split('_').every((word) => COMMON_WORDS.has(word))) add(pair, weight, PAIR_WEIGHT);
  }
  const text = ` ${fold(core)} `;
  SAME_NEEDS.forEach((words, index) => {
    if (words.some((word) => text.includes(` ${word} `))) terms.set(`need:${index}`, SAME_NEED_WEIGHT);
  });
  return terms;
}
