import type { ConsoleWords } from '../languages/words.ts';
import { streamInWords } from '../radar/stream-words.ts';
import type { StatedAbout } from './statement-form.ts';

const LONGEST_CLAIM = 90;

/** What a statement is about, on one line. */
export function aboutInWords({ claim, phrases, stream }: StatedAbout, words: ConsoleWords): string {
  const { about } = words.statements;
  const parts = [
    ...(claim === null ? [] : [about.claim(shortened(claim))]),
    ...(stream === null ? [] : [about.stream(streamInWords(stream, words))]),
    ...(phrases.length === 0 ? [] : [about.phrases(phrases.map((phrase) => `“${phrase}”`).join(', '))]),
  ];
  return parts.length === 0 ? about.nothing : parts.join(about.and);
}

function shortened(text: string): string {
  const characters = [...text];
  return characters.length <= LONGEST_CLAIM ? text : `${characters.slice(0, LONGEST_CLAIM).join('')}…`;
}
