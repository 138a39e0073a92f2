import { isAbbreviation } from '../text/abbreviations.ts';
import { isSyllable } from '../text/syllable-likelihood.ts';
import { accentedWords } from '../text/tokens.ts';
import { FORBIDDEN } from './cue-words.ts';
import { type Fault, fault } from './fault.ts';
import { holdsPhrase, spaced } from './plain-words.ts';
import type { SourceFacts } from './source-units.ts';

/** Longer than any sentence that is read on a phone. */
const LONGEST_SENTENCE = 500;
const LEAST_WORDS = 3;

/** What is wrong with the words of a sentence, whatever they say: characters, forbidden words, contacts, names. */
export function surfaceFaults(text: string, facts: readonly SourceFacts[], allowed: readonly string[]): Fault[] {
  const known = () => [...facts.map((one) => one.text), ...allowed].join('\n');
  return [
    ...(text.length > LONGEST_SENTENCE || goesRound(text, facts) ? [fault('length', text)] : []),
    ...characters(text, known),
    ...forbidden(text, facts),
    ...foreign(text),
    ...contacts(text, known),
    ...names(text, [...facts.map((one) => one.spaced), ...allowed.map(spaced)]),
  ];
}

const REPEATED_WORDS = 5;
const MOST_TIMES = 2;

/** The same words again and again, and more often than in the source. */
function goesRound(text: string, facts: readonly SourceFacts[]): boolean {
  const words = accentedWords(text);
  const seen = new Map<string, number>();
  for (let at = 0; at + REPEATED_WORDS <= words.length; at += 1) {
    const run = words.slice(at, at + REPEATED_WORDS).join(' ');
    seen.set(run, (seen.get(run) ?? 0) + 1);
  }
  return [...seen].some(
    ([run, times]) => times > MOST_TIMES && facts.every((one) => one.spaced.split(run).length - 1 < times),
  );
}

/** Letters of other scripts, digits of other forms, what shows nothing, markup. */
const STRANGE = /[^\p{Script=Latin}0-9\s.,;:!?%/()"'“”‘’«»–—\-+=&@°≥≤<>…₫]|[<>](?![\s\d])/gu;

function characters(text: string, known: () => string): Fault[] {
  return [...new Set(text.match(STRANGE) ?? [])]
    .filter((character) => !isSign(character) || !known().includes(character))
    .map((character) => fault('markup', character));
}

/** What a source may hold too: signs, but no letters that look like others, nor what shows nothing. */
function isSign(character: string): boolean {
  return /^[\p{P}\p{Sm}\p{Sc}]$/u.test(character);
}

function forbidden(text: string, facts: readonly SourceFacts[]): Fault[] {
  const words = spaced(text);
  return FORBIDDEN.filter(
    (phrase) => holdsPhrase(words, phrase) && !facts.some((one) => holdsPhrase(one.spaced, phrase)),
  ).map((phrase) => fault('forbidden', phrase));
}

function foreign(text: string): Fault[] {
  const words = text.match(/[\p{L}\p{M}]+/gu) ?? [];
  const strange = words.filter((word) => !isSyllable(word) && !isAbbreviation(word) && word !== word.toUpperCase());
  return words.length >= LEAST_WORDS && strange.length * 4 > words.length
    ? [fault('language', strange.slice(0, 5).join(' '))]
    : [];
}

const CONTACT =
  /(?:https?:\/\/|www\.)\S+|[\p{L}\d._+-]+@[\p{L}\d.-]+|(?<![\p{L}\d])[a-z\d-]{2,}(?:\.[a-z\d-]+)*\.[a-z]{2,8}(?![\p{L}])(?:\/\S*)?|(?<![\d.,/-])(?:\+?84|0)(?:[\s.-]?\d){8,10}(?!\d)|(?<!\d)1[89]00(?:[\s.-]?\d){2,4}(?!\d)|(?<!\p{L})(?:(?:không|một|hai|ba|bốn|năm|sáu|bảy|tám|chín)[\s,.-]+){5,}/giu;

function contacts(text: string, known: () => string): Fault[] {
  const found = text.match(CONTACT);
  if (found === null) return [];
  const plain = (words: string) => words.toLowerCase().replace(/[\s.-]/gu, '');
  const vouched = plain(known());
  return found
    .map((found) => found.replace(/[.,;)/]+$/u, ''))
    .filter((found) => !vouched.includes(plain(found)))
    .map((found) => fault('contact', found));
}

const CAPITALISED = /(?<![\p{L}\p{N}])(?:\p{Lu}[\p{L}\p{M}\d]*)(?:\s+\p{Lu}[\p{L}\p{M}\d]*)*/gu;
const SENTENCE_START = /(?:^|[.:;!?–-]\s*|[“"(]\s*)$/u;

/** Names of people, schools and places, and abbreviations. */
function names(text: string, known: readonly string[]): Fault[] {
  return [...text.matchAll(CAPITALISED)].flatMap((found) => {
    const opens = SENTENCE_START.test(text.slice(0, found.index));
    const words = found[0].split(/\s+/u);
    // The first word of a sentence is a capital anyway, and may be the common word before a name.
    const name = opens ? words.slice(1) : words;
    const whole = [name.join(' '), words.join(' ')].some((form) => known.some((words) => words.includes(spaced(form))));
    const shorts = name.length === 1 && isAbbreviation(name[0] ?? '');
    return name.length === 0 || whole || shorts ? [] : [fault('name', words.join(' '))];
  });
}
