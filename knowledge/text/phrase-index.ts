/** Words that stand one behind the other. */
interface Phrase {
  readonly words: readonly string[];
}

/** Gives those phrases that stand in a text from one of its words on. */
export type PhrasesAt<Known extends Phrase> = (text: readonly string[], at: number) => readonly Known[];

/** Looks phrases up by their first word, so that a text is read in one pass however many there are. */
export function indexPhrases<Known extends Phrase>(phrases: readonly Known[]): PhrasesAt<Known> {
  const byFirst = new Map<string, Known[]>();
  for (const phrase of phrases) {
    const [first = ''] = phrase.words;
    byFirst.get(first)?.push(phrase) ?? byFirst.set(first, [phrase]);
  }
  return (text, at) => {
    const begun = byFirst.get(text[at] ?? '');
    return begun === undefined
      ? NONE
      : begun.filter(({ words }) => words.every((word, offset) => text[at + offset] === word));
  };
}

const NONE: readonly never[] = [];
