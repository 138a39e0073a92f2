import { fold } from '../text/normalise.ts';
import { knownWords } from '../text/restore/known-words.ts';
import type { PairCounts } from '../text/restore/pair-counts.ts';

/** How many questions the bundled counts of spoken words were made of; about as many as sentences. */
const QUESTIONS = 8_400;
/** What nobody asked yet is taken to have been asked so often, because the bundled questions are few. */
const UNSEEN = 5;
/** Fitted on one half of the needs of `test/measures/clusters`. */
const SHARPNESS = 2;
const RAREST = Math.log(1 + QUESTIONS / UNSEEN);

let ids: ReadonlyMap<string, readonly number[]> | null = null;
/** Questions repeat a few thousand terms. */
const known = new Map<string, number>();
const MOST_KEPT = 50_000;

/**
 * How much a term tells of what a question is about, before any question of this office was read: the more people ask
 * anything at all with it, the less.
 * @param term a folded word, or two joined by `_`
 * @returns 0 to 1; 1 for what hardly anybody says
 */
export function tellsByItself(term: string): number {
  const found = known.get(term);
  if (found !== undefined) return found;
  const asked = timesAsked(term, knownWords().spoken);
  const rarity = (Math.log(1 + QUESTIONS / (asked + UNSEEN)) / RAREST) ** SHARPNESS;
  if (known.size < MOST_KEPT) known.set(term, rarity);
  return rarity;
}

/** Of all words with these letters, because diacritics make no difference. */
function timesAsked(term: string, spoken: PairCounts): number {
  ids ??= idsByLetters(spoken);
  const [first = [], second = null] = term.split('_').map((letters) => ids?.get(letters) ?? []);
  if (second === null) return sum(first.map((id) => spoken.single(id)));
  return sum(first.flatMap((one) => second.map((other) => spoken.pair(one, other))));
}

function idsByLetters({ words }: PairCounts): ReadonlyMap<string, readonly number[]> {
  const groups = new Map<string, number[]>();
  words.forEach((word, id) => {
    const letters = fold(word);
    groups.get(letters)?.push(id) ?? groups.set(letters, [id]);
  });
  return groups;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, one) => all + one, 0);
}
