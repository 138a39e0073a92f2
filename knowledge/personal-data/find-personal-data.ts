import { findAddresses } from './addresses.ts';
import { align } from './aligned-text.ts';
import { type PersonalSpan, PLACEHOLDERS } from './kinds.ts';
import { findNames } from './names.ts';
import { findNumbers } from './numbers.ts';
import { findSpokenNumbers } from './spoken-numbers.ts';

/** A longer text is read to here; what comes after it counts as one number that nobody may see. */
const LONGEST_READ = 20_000;

/**
 * Every piece of personal data in a message, in order, none over another: telephone, identity, pupils', exam and
 * account numbers, e-mail addresses, number plates, addresses of homes, names of people. With diacritics or without, and
 * numbers that are written apart or said. Numbers of documents, amounts, days, schools and public hotlines are none.
 */
export function findPersonalData(raw: string): readonly PersonalSpan[] {
  const aligned = align(raw.length > LONGEST_READ ? raw.slice(0, LONGEST_READ) : raw);
  const found: PersonalSpan[] = [];
  for (const find of [findNumbers, findSpokenNumbers, findAddresses, findNames]) {
    for (const span of find(aligned)) {
      if (!found.some((other) => other.start < span.end && span.start < other.end)) found.push(span);
    }
  }
  if (raw.length > LONGEST_READ)
    found.push({ kind: 'number', start: aligned.text.length, end: raw.normalize('NFC').length });
  return found.sort((one, other) => one.start - other.start);
}

/** Only the numbers and e-mail addresses among it. */
export function findPersonalNumbers(raw: string): readonly PersonalSpan[] {
  const aligned = align(raw.slice(0, LONGEST_READ));
  return [...findNumbers(aligned), ...findSpokenNumbers(aligned)];
}

/** The text with what stands for each piece of personal data in its place: «SĐT em là [số điện thoại]». In NFC. */
export function maskPersonalData(raw: string): string {
  const text = raw.normalize('NFC');
  let masked = '';
  let at = 0;
  for (const { kind, start, end } of findPersonalData(raw)) {
    masked += text.slice(at, start) + PLACEHOLDERS[kind];
    at = end;
  }
  return masked + text.slice(at);
}
