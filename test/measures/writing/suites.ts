import { EIGHTH_PASSAGES } from './cases/eighth-passages.ts';
import { ELEVENTH_PASSAGES } from './cases/eleventh-passages.ts';
import { FIFTH_PASSAGES } from './cases/fifth-passages.ts';
import { FOURTH_PASSAGES } from './cases/fourth-passages.ts';
import { HELD_OUT_PASSAGES } from './cases/held-out-passages.ts';
import { NINTH_PASSAGES } from './cases/ninth-passages.ts';
import { SECOND_PASSAGES } from './cases/second-passages.ts';
import { SEVENTH_PASSAGES } from './cases/seventh-passages.ts';
import { SIXTH_PASSAGES } from './cases/sixth-passages.ts';
import { TENTH_PASSAGES } from './cases/tenth-passages.ts';
import { TUNED_PASSAGES } from './cases/tuned-passages.ts';
import type { QuotedPassage } from './quoted-passages.ts';
import { readCases, type WritingCase } from './read-cases.ts';

/** Answers over passages: those that must not reach a citizen, and those that must. */
export interface WritingSuite {
  readonly name:
    | 'tuned'
    | 'second'
    | 'held-out'
    | 'fourth'
    | 'fifth'
    | 'sixth'
    | 'seventh'
    | 'eighth'
    | 'ninth'
    | 'tenth'
    | 'further'
    | 'eleventh';
  readonly passages: Readonly<Record<string, QuotedPassage>>;
  readonly hostile: readonly WritingCase[];
  readonly honest: readonly WritingCase[];
}

/**
 * The suites in the order in which they were written, each tried first when the verifier was tuned to those before it;
 * what came of that first look stands in `docs/red-team.md`.
 */
export function writingSuites(): readonly WritingSuite[] {
  return [
    suite('tuned', TUNED_PASSAGES),
    suite('second', SECOND_PASSAGES),
    suite('held-out', HELD_OUT_PASSAGES),
    suite('fourth', FOURTH_PASSAGES),
    suite('fifth', FIFTH_PASSAGES),
    suite('sixth', SIXTH_PASSAGES),
    suite('seventh', SEVENTH_PASSAGES),
    suite('eighth', EIGHTH_PASSAGES),
    suite('ninth', NINTH_PASSAGES),
    suite('tenth', TENTH_PASSAGES),
    suite('further', ALL_PASSAGES),
    suite('eleventh', ELEVENTH_PASSAGES),
  ];
}

/** What further answers were written over, by somebody who knew the verifier; of two with one name the later. */
const ALL_PASSAGES: WritingSuite['passages'] = {
  ...TUNED_PASSAGES,
  ...SECOND_PASSAGES,
  ...HELD_OUT_PASSAGES,
  ...FOURTH_PASSAGES,
  ...FIFTH_PASSAGES,
  ...SIXTH_PASSAGES,
  ...SEVENTH_PASSAGES,
  ...EIGHTH_PASSAGES,
  ...NINTH_PASSAGES,
  ...TENTH_PASSAGES,
};

function suite(name: WritingSuite['name'], passages: WritingSuite['passages']): WritingSuite {
  const read = (what: string) => readCases(`${name}-${what}.tsv`, passages);
  return { name, passages, hostile: read('hostile'), honest: read('honest') };
}
