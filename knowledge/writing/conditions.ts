import { CONDITIONS } from './cue-words.ts';
import { contentWords } from './plain-words.ts';

/** What a statement holds under: «nếu …», «trừ …», «đối với …». */
export interface Condition {
  readonly words: readonly string[];
  /** The words of what holds under it. */
  readonly main: readonly string[];
}

const MARK = /(,(?=\s)|\svà(?=\s))/u;
/** A condition of one word is none. */
const LEAST_WORDS = 2;

/** The conditions of a statement; one that stands before a comma is of everything after it. */
export function conditionsOf(statement: string): readonly Condition[] {
  if (statement.search(CONDITIONS) < 0) return [];
  const pieces = statement.split(MARK);
  const found: Condition[] = [];
  let leading: readonly (readonly string[])[] = [];
  for (let index = 0; index < pieces.length; index += 2) {
    const piece = pieces[index] ?? '';
    const own = [...piece.matchAll(CONDITIONS)].map(([, words = '', then = '']) => ({
      words: contentWords(words),
      then: contentWords(then),
    }));
    const rest = contentWords(piece.replace(CONDITIONS, ' '));
    if (rest.length === 0 && own.every(({ then }) => then.length === 0)) {
      leading = (pieces[index + 1] ?? '').startsWith(',') ? own.map(({ words }) => words) : [];
      continue;
    }
    found.push(
      ...leading.map((words) => ({ words, main: rest })),
      ...own.map(({ words, then }) => ({ words, main: then.length > 0 ? then : rest })),
    );
  }
  return found.filter(({ words, main }) => words.length >= LEAST_WORDS && main.length > 0);
}
