import { FIFTH_PASSAGES } from './cases/fifth-passages.ts';
import { FOURTH_PASSAGES } from './cases/fourth-passages.ts';
import { HELD_OUT_PASSAGES } from './cases/held-out-passages.ts';
import { SECOND_PASSAGES } from './cases/second-passages.ts';
import { TUNED_PASSAGES } from './cases/tuned-passages.ts';
import type { QuotedPassage } from './quoted-passages.ts';
import { readCases, type WritingCase } from './read-cases.ts';

/** Answers over passages: those that must not reach a citizen, and those that must. */
export interface WritingSuite {
  readonly name: 'tuned' | 'second' | 'held-out' | 'fourth' | 'fifth';
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
  ];
}

function suite(name: WritingSuite['name'], passages: WritingSuite['passages']): WritingSuite {
  const read = (what: string) => readCases(`${name}-${what}.tsv`, passages);
  return { name, passages, hostile: read('hostile'), honest: read('honest') };
}
