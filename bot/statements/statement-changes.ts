import type { Day } from '../../knowledge/document.ts';
import { maskPersonalData } from '../../knowledge/personal-data/find-personal-data.ts';
import { dayInVietnam, isDay } from '../../knowledge/vietnam-day.ts';
import { foreignAddresses } from '../policy/reply-problems.ts';
import { partsOfPhrase } from './find-statement.ts';
import { type Statement, type StatementKind, stateOf } from './statement.ts';

/** Longest statement (characters), so that it fits one message of every channel with what stands around it. */
export const LONGEST_STATEMENT = 1_200;
export const LONGEST_STATEMENT_FIELD = 300;
/** Sets of key words of one statement. */
export const MOST_PHRASES = 10;
const HOUR_MS = 3_600_000;
/** A holding statement keeps the documents silent; nobody may forget it for longer. */
const LONGEST_HOLDING_MS = 14 * 24 * HOUR_MS;
const LONGEST_FINDING_MS = 366 * 24 * HOUR_MS;
/** A set of key words with fewer letters stands in nearly every message. */
const FEWEST_LETTERS = 6;
/** Controls, and letters that hide themselves or turn the direction of what follows. */
const STRANGE = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}]/u;

/** Why a change of a statement was refused. */
export type StatementProblem =
  | 'empty'
  | 'too-long'
  | 'foreign-address'
  | 'strange-characters'
  | 'about-nothing'
  | 'too-broad'
  | 'no-source'
  | 'bad-until'
  | 'too-late'
  | 'no-reason'
  | 'not-possible';

/** What somebody wrote into the form. */
export interface WrittenStatement {
  readonly kind: StatementKind;
  readonly stream: string | null;
  readonly phrases: readonly string[];
  readonly claim: string | null;
  readonly rumourId: string | null;
  readonly text: string;
  readonly sourceName: string;
  readonly sourceDay: Day;
  /** Ms since epoch; `NaN` where it is no moment. */
  readonly until: number;
  readonly why: string;
}

/** A statement after a change, or why there is none. */
export type StatementChange =
  | { readonly ok: true; readonly statement: Statement }
  | { readonly ok: false; readonly problem: StatementProblem };

/**
 * A new statement, which waits for release.
 * @param publicUrl the only address that it may name; `null`: none
 */
export function drafted(
  written: WrittenStatement,
  id: string,
  by: string,
  at: number,
  publicUrl: string | null,
): StatementChange {
  const problem = problemOf(written, at, publicUrl);
  if (problem !== null) return { ok: false, problem };
  const { sourceName: name, sourceDay: day, kind, ...rest } = written;
  return {
    ok: true,
    statement: {
      ...rest,
      why: maskPersonalData(rest.why),
      claim: rest.claim === null ? null : maskPersonalData(rest.claim),
      id,
      kind,
      source: kind === 'holding' ? null : { name, day },
      written: { by, at },
      released: null,
      ended: null,
      farewell: null,
    },
  };
}

/** From now on citizens are told it. */
export function released(statement: Statement, by: string, at: number): StatementChange {
  if (stateOf(statement, at) !== 'draft') return { ok: false, problem: 'not-possible' };
  return { ok: true, statement: { ...statement, released: { by, at } } };
}

/** It is said no more, or was put aside before anybody was told it. */
export function lifted(statement: Statement, by: string, why: string, at: number): StatementChange {
  const state = stateOf(statement, at);
  if (state !== 'said' && state !== 'draft') return { ok: false, problem: 'not-possible' };
  if (why === '') return { ok: false, problem: 'no-reason' };
  return { ok: true, statement: { ...statement, ended: { by, at, why: maskPersonalData(why) } } };
}

/** Those who asked while a holding statement was said are sent some words once; they can be worded once only. */
export function withFarewell(
  statement: Statement,
  by: string,
  text: string,
  at: number,
  publicUrl: string | null,
): StatementChange {
  const isOver = statement.released !== null && ['ended', 'over'].includes(stateOf(statement, at));
  if (!isOver || statement.kind !== 'holding' || statement.farewell !== null) {
    return { ok: false, problem: 'not-possible' };
  }
  const problem = problemOfWords(text, publicUrl);
  return problem === null
    ? { ok: true, statement: { ...statement, farewell: { by, at, text } } }
    : { ok: false, problem };
}

function problemOf(written: WrittenStatement, at: number, publicUrl: string | null): StatementProblem | null {
  const { kind, stream, phrases, claim, text, sourceName, sourceDay, until, why } = written;
  const words = problemOfWords(text, publicUrl);
  if (words !== null) return words;
  if (why === '') return 'no-reason';
  const fields = [sourceName, why, ...phrases];
  if (fields.some((field) => field.length > LONGEST_STATEMENT_FIELD) || phrases.length > MOST_PHRASES)
    return 'too-long';
  if (stream === null && claim === null && phrases.length === 0) return 'about-nothing';
  if (phrases.some((phrase) => partsOfPhrase(phrase).join('').replace(/\s/g, '').length < FEWEST_LETTERS))
    return 'too-broad';
  if (kind !== 'holding' && (sourceName === '' || !isDay(sourceDay) || sourceDay > dayInVietnam(at)))
    return 'no-source';
  if (Number.isNaN(until) || until <= at) return 'bad-until';
  return until - at > (kind === 'holding' ? LONGEST_HOLDING_MS : LONGEST_FINDING_MS) ? 'too-late' : null;
}

function problemOfWords(text: string, publicUrl: string | null): StatementProblem | null {
  if (text === '') return 'empty';
  if (text.length > LONGEST_STATEMENT) return 'too-long';
  if (foreignAddresses(text, publicUrl ?? '').length > 0) return 'foreign-address';
  return STRANGE.test(text.replaceAll('\n', '')) ? 'strange-characters' : null;
}
