import { LOAN_WORDS } from '../loan-words.ts';
import { fold } from '../normalise.ts';
import { isVietnameseSyllable } from '../vietnamese-syllable.ts';
import { EVERYDAY_PHRASES } from './everyday-phrases.ts';
import { GENERAL_COUNTS } from './general-counts.ts';
import type { WeighedCounts } from './language-model.ts';
import { unpackCounts } from './packed-counts.ts';
import { countPairs, type PairCounts } from './pair-counts.ts';
import { SPOKEN_COUNTS } from './spoken-counts.ts';

/** Rarer words of public text are mostly typing mistakes, unless a dictionary holds them. */
export const LEAST_SYLLABLE = 8;
/** «nhât» stands 10 times in public text: whoever writes it may well have left the tone out. */
const LEAST_COMMON = 40;
/** Foreign words and letter groups are only kept from being "corrected"; they must be common to count. */
const LEAST_FOREIGN = 40;

/** Words that the product knows without any document. */
export interface KnownWords {
  readonly general: PairCounts;
  readonly spoken: PairCounts;
  readonly everyday: PairCounts;
  /** Whether the word (lower case, one spelling) is a Vietnamese syllable in use. */
  isSyllable(word: string): boolean;
  /** Whether it is so common that no diacritic is missing. */
  isCommon(word: string): boolean;
  /** Whether it is a foreign word or a group of letters in common use (`online`, `pdf`). */
  isForeign(word: string): boolean;
  /** Syllables with these letters, by their folded form. */
  readonly byLetters: ReadonlyMap<string, readonly string[]>;
}

let known: KnownWords | null = null;

/** Unpacks the bundled counts once, about 0.1 s. */
export function knownWords(): KnownWords {
  known ??= readKnownWords();
  return known;
}

function readKnownWords(): KnownWords {
  const general = unpackCounts(GENERAL_COUNTS);
  const spoken = unpackCounts(SPOKEN_COUNTS);
  const everyday = countPairs(EVERYDAY_PHRASES);
  const syllables = new Set<string>();
  const foreign = new Set<string>();
  for (const counts of [general, spoken, everyday]) {
    const rareIsWrong = counts === general;
    counts.words.forEach((word, id) => {
      const count = counts.single(id);
      if (isVietnameseSyllable(word)) {
        if (!rareIsWrong || count > LEAST_SYLLABLE - 1) syllables.add(word);
      } else if (count > LEAST_FOREIGN) foreign.add(word);
    });
  }
  return {
    general,
    spoken,
    everyday,
    isSyllable: (word) => syllables.has(word),
    isCommon: (word) =>
      syllables.has(word) &&
      (general.single(general.idOf(word)) >= LEAST_COMMON || spoken.idOf(word) >= 0 || everyday.idOf(word) >= 0),
    isForeign: (word) => LOAN_WORDS.has(word) || foreign.has(word),
    byLetters: groupByLetters(syllables),
  };
}

/** The counts of {@link knownWords} and how far each table is believed. */
export function bundledTables(): readonly WeighedCounts[] {
  const { general, spoken, everyday } = knownWords();
  return [
    { counts: general, share: 0.2, smoothing: 200 },
    { counts: spoken, share: 0.6, smoothing: 40 },
    { counts: everyday, share: 0.1, smoothing: 10 },
  ];
}

/** Words by their folded form. */
export function groupByLetters(words: Iterable<string>): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>();
  for (const word of words) {
    const letters = fold(word);
    const group = groups.get(letters);
    if (group === undefined) groups.set(letters, [word]);
    else group.push(word);
  }
  return groups;
}
