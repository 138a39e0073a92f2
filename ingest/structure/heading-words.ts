import type { Block } from '../blocks.ts';
import { readMarker } from '../markers.ts';

/** A heading is about a line long and no sentence; anything else is text that follows its number. */
const LONGEST_HEADING = 180;
const LONGEST_TITLE = 450;

/** Whether the words after a unit's mark are its heading. */
export function opensHeading(words: string): boolean {
  return (
    words.length > 0 &&
    words.length <= LONGEST_HEADING &&
    !/[.;,]$/u.test(words) &&
    !/[.;]\s+\p{Lu}/u.test(words) &&
    !/:\s+\S/.test(words)
  );
}

/** A long article title, even one that ends with a full stop: clause 1 follows and the words introduce no list. */
export function titleBeforeClauses(words: string, next: Block | undefined): boolean {
  if (words === '' || words.length > LONGEST_TITLE || next === undefined || next.kind === 'table') return false;
  const marker = readMarker(next.text);
  const isOneSentence = !/[.;]\s+\p{Lu}/u.test(words) && !/[:;,]$/u.test(words);
  return isOneSentence && marker?.kind === 'number' && marker.number === '1';
}
