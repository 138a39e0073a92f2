import { type Fault, fault } from './fault.ts';

/** Longer than any sentence that is read on a phone; a list may be that long. */
const LONGEST_SENTENCE = 900;

/** Letters of other scripts, digits of other forms, what shows nothing, markup. */
const STRANGE = /[^\p{Script=Latin}0-9\s.,;:!?%/()"'“”‘’«»–—\-+=&@°≥≤<>…₫]|[<>](?![\s\d])/gu;
const CONTACT =
  /(?:https?:\/\/|www\.)\S+|[\p{L}\d._+-]+@[\p{L}\d.-]+|(?<![\p{L}\d])[a-z\d-]{2,}(?:\.[a-z\d-]+)*\.[a-z]{2,8}(?![\p{L}])(?:\/\S*)?|(?<![\d.,/-])(?:\+?84|0)(?:[\s.-]?\d){8,10}(?!\d)|(?<!\d)1[89]00(?:[\s.-]?\d){2,4}(?!\d)/giu;

/**
 * What is wrong with the characters of a sentence, whatever its words say: its length, signs, and addresses and numbers
 * to call, which must stand in the source as they are written.
 */
export function surfaceFaults(sentence: string, source: string): readonly Fault[] {
  const plain = (words: string) => words.toLowerCase().replace(/[\s.-]/gu, '');
  const strange = new Set(sentence.match(STRANGE) ?? []);
  const contacts = (sentence.match(CONTACT) ?? []).map((found) => found.replace(/[.,;)/]+$/u, ''));
  return [
    ...(sentence.length > LONGEST_SENTENCE ? [fault('length', sentence)] : []),
    ...[...strange].filter((sign) => !isSign(sign) || !source.includes(sign)).map((sign) => fault('markup', sign)),
    ...contacts.filter((found) => !plain(source).includes(plain(found))).map((found) => fault('contact', found)),
  ];
}

/** What a source may hold too: signs, but no letters that look like others, nor what shows nothing. */
function isSign(character: string): boolean {
  return /^[\p{P}\p{Sm}\p{Sc}]$/u.test(character);
}
