import { maskPersonalData } from '../../knowledge/personal-data/find-personal-data.ts';
import { tokenize } from '../../knowledge/text/tokens.ts';
import { FEWEST_SHOWN } from './suppress.ts';

/** Characters; longer ones tell a story of their own. */
const LONGEST = 160;
const SHORTEST_SYLLABLES = 3;
/** Candidates of a matter that are looked at. */
const CANDIDATES = 12;
/** Of a question, at least this share must be common words, or it is not shown. */
const LEAST_COMMON = 0.6;
const HIDDEN = '…';
const WORD = /[\p{L}\p{M}\p{N}]+(?:[.,/-][\p{L}\p{M}\p{N}]+)*/gu;

interface Asked {
  readonly words: string;
  readonly people: Set<string>;
}

/** Collects the questions of each matter, and finds words that stand for many people's. */
export function createTypicalQuestions() {
  const byMatter = new Map<string, Map<string, Asked>>();

  return {
    add(matter: string, question: string, person: string): void {
      const words = question.replace(/\s+/gu, ' ').trim();
      if (words === '' || isLong(words)) return;
      const ofMatter = byMatter.get(matter) ?? new Map<string, Asked>();
      byMatter.set(matter, ofMatter);
      const key = words.toLowerCase();
      const known = ofMatter.get(key);
      if (known === undefined) ofMatter.set(key, { words, people: new Set([person]) });
      else known.people.add(person);
    },

    /**
     * A question that is typical of the matter, or `null`. Personal data are masked, and so is every pair of
     * neighbouring words that fewer than five people wrote: a name, a class or an address is not in it.
     */
    typicalOf(matter: string): string | null {
      const asked = [...(byMatter.get(matter)?.values() ?? [])];
      const candidates = asked
        .filter(({ words }) => tokenize(words).accented.length >= SHORTEST_SYLLABLES)
        .toSorted((one, other) => other.people.size - one.people.size || (one.words < other.words ? -1 : 1))
        .slice(0, CANDIDATES)
        .map(({ words, people }) => ({ words: maskPersonalData(words), people }));
      const writers = peopleByPair(asked, new Set(candidates.flatMap(({ words }) => tokenize(words).pairs)));
      const isCommon = (pair: string) => (writers.get(pair)?.size ?? 0) >= FEWEST_SHOWN;
      const [best] = candidates
        .map(({ words, people }) => ({ ...hideRare(words, isCommon), people: people.size }))
        .filter(({ share }) => share >= LEAST_COMMON)
        .toSorted((one, other) => other.share - one.share || other.people - one.people);
      return best?.words ?? null;
    },
  };
}

/** Hardly any has so many code units, which cost nothing to count. */
function isLong(words: string): boolean {
  return words.length > LONGEST && [...words].length > LONGEST;
}

function peopleByPair(asked: readonly Asked[], wanted: ReadonlySet<string>): ReadonlyMap<string, Set<string>> {
  const writers = new Map<string, Set<string>>();
  for (const { words, people } of asked) {
    for (const pair of tokenize(words).pairs) {
      if (!wanted.has(pair)) continue;
      const known = writers.get(pair) ?? new Set<string>();
      writers.set(pair, known);
      for (const person of people) if (known.size < FEWEST_SHOWN) known.add(person);
    }
  }
  return writers;
}

/** A word stays where the pair with a neighbour is common; the share of those that stay is told too. */
function hideRare(
  words: string,
  isCommon: (pair: string) => boolean,
): { readonly words: string; readonly share: number } {
  const found = [...words.matchAll(WORD)];
  const folded = found.map(([word]) => tokenize(word).folded.join('_'));
  const common = folded.slice(1).map((word, index) => isCommon(`${folded[index]}_${word}`));
  const stays = found.map((_, index) => (common[index] ?? false) || (common[index - 1] ?? false));
  const shown = stays.filter(Boolean).length;
  let written = '';
  let end = 0;
  for (const [index, match] of found.entries()) {
    written += words.slice(end, match.index) + (stays[index] ? match[0] : HIDDEN);
    end = match.index + match[0].length;
  }
  const whole = (written + words.slice(end)).replace(/\[?…(?:[\s,.…-]*…)*\]?/gu, HIDDEN);
  return { words: whole, share: found.length === 0 ? 0 : shown / found.length };
}
