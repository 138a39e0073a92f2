import { z } from 'zod';
import { type KeptMeaning, wholeMembers } from '../kept-contents.ts';
import { createKeptSettings, type KeptSettings } from '../kept-reading.ts';
import type { KeptValues } from '../ports/kept-values.ts';

/** The kept value that holds what the office says itself, as JSON of statements, the newest first. */
export const STATEMENTS_VALUE = 'statements';
/** A change counts within this time in all processes. */
const FRESH_MS = 2_000;
/** Older ones are found in the audit log alone. */
const MOST_KEPT = 200;

/**
 * What a statement does: `holding` tells people to wait for the office and keeps the documents silent on the matter;
 * `refuted` and `confirmed` tell what the office found of a claim that goes round.
 */
export const STATEMENT_KINDS = ['holding', 'refuted', 'confirmed'] as const;
export type StatementKind = (typeof STATEMENT_KINDS)[number];

const mark = z.object({ by: z.string(), at: z.number() });

const statement = z.object({
  id: z.string(),
  kind: z.enum(STATEMENT_KINDS),
  /** A stream of the radar (`matter:học phí`, `topic:rumour`) whose messages it answers; `null`: none. */
  stream: z.string().nullable(),
  /** Key words, one set each, `+` between words that must all stand in a message: `Hoa Sen + giải thể`. */
  phrases: z.array(z.string()).readonly(),
  /** Words that go round; what says nearly the same is answered too. */
  claim: z.string().nullable(),
  /** The radar's id of those words, where it comes from there. */
  rumourId: z.string().nullable(),
  text: z.string(),
  /** What a finding rests on, as citizens see it, with its day (`YYYY-MM-DD`); `null` for a holding statement. */
  source: z.object({ name: z.string(), day: z.string() }).nullable(),
  /** From then on it is not said any more (ms since epoch). */
  until: z.number(),
  /** Why it is needed, for the office alone. */
  why: z.string(),
  written: mark,
  /** Who let it out to citizens; `null`: it waits for somebody who may. */
  released: mark.nullable(),
  /** Who ended it before its time, or put the draft aside. */
  ended: mark.extend({ why: z.string() }).nullable(),
  /** What those who asked meanwhile are sent once after its end. */
  farewell: mark.extend({ text: z.string() }).nullable(),
});

/** Words of the office itself, said in place of an answer from documents. Log-in names and ms since epoch. */
export type Statement = Readonly<z.infer<typeof statement>>;

/** How a statement stands: waits for release, is said, was ended by a person, or its time is over. */
export type StatementState = 'draft' | 'said' | 'ended' | 'over';

const statementsJson = z.array(statement);

/** @throws ZodError, SyntaxError */
export function readStatements(value: string): readonly Statement[] {
  return statementsJson.parse(JSON.parse(value));
}

/** Of statements that cannot be read as a whole, those that can be are said on. */
export const STATEMENTS: KeptMeaning<readonly Statement[]> = {
  parse: readStatements,
  usual: [],
  salvage: (value) => wholeMembers(value, statement),
};

/** What to keep: the newest first, the oldest of too many left out. */
export function writeStatements(statements: readonly Statement[]): string {
  return JSON.stringify(statements.toSorted((one, other) => other.written.at - one.written.at).slice(0, MOST_KEPT));
}

/** @param at ms since epoch */
export function stateOf({ released, ended, until }: Statement, at: number): StatementState {
  if (ended !== null) return 'ended';
  if (at >= until) return 'over';
  return released === null ? 'draft' : 'said';
}

/** The statements as turns read them. */
export type KeptStatements = KeptSettings<readonly Statement[]>;

/** The statements that are kept; `onFault` is told where they cannot be read. */
export function createKeptStatements(surroundings: {
  readonly kept: KeptValues;
  readonly now: () => number;
  readonly onFault: (error: unknown) => void;
}): KeptStatements {
  return createKeptSettings({
    ...surroundings,
    ...STATEMENTS,
    name: STATEMENTS_VALUE,
    freshMs: FRESH_MS,
  });
}
