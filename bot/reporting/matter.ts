import { TOPICS } from '../../knowledge/question/topics.ts';
import { accentedWords, tokenize } from '../../knowledge/text/tokens.ts';

/** Stands for questions that name none of the matters. */
export const OTHER_MATTER = 'khác';

interface Named {
  readonly matter: string;
  readonly syllables: readonly string[];
}

const ACCENTED = byFirstSyllable((matter) => tokenize(matter).accented);
const FOLDED = byFirstSyllable((matter) => tokenize(matter).folded);

/**
 * What a question is about, as one of the matters of a school office («học phí»): the first that it names, the longest
 * of those that begin there. Questions typed without diacritics are read without them.
 */
export function matterOfQuestion(question: string): string {
  const words = accentedWords(question);
  const named = firstNamed(words, ACCENTED);
  if (named !== null) return named;
  const { accented, folded } = tokenize(question);
  const isBare = accented.every((syllable, index) => syllable === folded[index]);
  return (isBare ? firstNamed(folded, FOLDED) : null) ?? OTHER_MATTER;
}

function firstNamed(syllables: readonly string[], names: ReadonlyMap<string, readonly Named[]>): string | null {
  for (const [start, syllable] of syllables.entries()) {
    const found = names
      .get(syllable)
      ?.find((named) => named.syllables.every((one, offset) => one === syllables[start + offset]));
    if (found !== undefined) return found.matter;
  }
  return null;
}

/** Longest first, so that «miễn học phí» is not taken for something shorter. */
function byFirstSyllable(read: (matter: string) => readonly string[]): ReadonlyMap<string, readonly Named[]> {
  const names = TOPICS.map((matter): Named => ({ matter, syllables: read(matter) })).toSorted(
    (one, other) => other.syllables.length - one.syllables.length,
  );
  const byFirst = new Map<string, Named[]>();
  for (const named of names) {
    const [first = ''] = named.syllables;
    byFirst.set(first, [...(byFirst.get(first) ?? []), named]);
  }
  return byFirst;
}
