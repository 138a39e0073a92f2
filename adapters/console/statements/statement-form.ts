import { z } from 'zod';
import { STATEMENT_KINDS, type Statement } from '../../../bot/statements/statement.ts';
import type { WrittenStatement } from '../../../bot/statements/statement-changes.ts';
import { TOPICS as MATTERS } from '../../../knowledge/question/topics.ts';
import { VIETNAM_AHEAD_MS } from '../../../knowledge/vietnam-day.ts';

/** Streams of the radar whose messages a statement can answer: the matters, and what people ask of rumours. */
export const STATED_STREAMS: readonly string[] = ['topic:rumour', ...MATTERS.map((matter) => `matter:${matter}`)];

/** Browsers send line breaks of a text area as CR LF. */
const words = z
  .string()
  .catch('')
  .transform((text) => text.replaceAll('\r\n', '\n').normalize('NFC').trim());
const line = words.transform((text) => text.replace(/\s+/g, ' '));
const stream = z
  .string()
  .refine((name) => STATED_STREAMS.includes(name))
  .nullable()
  .catch(null);

const statementForm = z
  .object({
    kind: z.enum(STATEMENT_KINDS).catch('holding'),
    stream,
    phrases: words.transform((text) => [
      ...new Set(text.split('\n').flatMap((phrase) => (phrase.trim() === '' ? [] : [phrase.trim()]))),
    ]),
    claim: line.transform((text) => (text === '' ? null : text)),
    rumourId: line.transform((text) => (text === '' ? null : text.slice(0, 100))),
    text: words,
    sourceName: line,
    sourceDay: line,
    until: z.string().catch('').transform(readMoment),
    why: line,
  })
  .readonly();

/** What was written into the form, with everything that is no choice of it left out. */
export function readStatementForm(body: unknown): WrittenStatement {
  return statementForm.parse(body ?? {});
}

const newQuery = z.object({
  kind: z.enum(STATEMENT_KINDS).catch('holding'),
  stream: z.string().max(80).nullable().catch(null),
  rumour: z.string().max(100).nullable().catch(null),
});

/** From where a new statement is begun. */
export function readNewQuery(query: unknown): z.infer<typeof newQuery> {
  return newQuery.parse(query);
}

/** The day and clock of Vietnam as the browser's field writes them, `2026-11-26T15:30`. */
export function momentField(at: number): string {
  return Number.isNaN(at) ? '' : new Date(at + VIETNAM_AHEAD_MS).toISOString().slice(0, 16);
}

function readMoment(field: string): number {
  return /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(field) ? Date.parse(`${field}:00+07:00`) : Number.NaN;
}

/** The form's fields that say which messages are meant. */
export type StatedAbout = Pick<Statement, 'claim' | 'phrases' | 'stream'>;
