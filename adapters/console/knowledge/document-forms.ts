import { z } from 'zod';
import { FIELDS } from '../../corrections/document-values.ts';
import { NOTICES } from '../vietnamese.ts';
import type { TypedFields } from './document-edit-page.tsx';
import { KNOWLEDGE_NOTICES, STATE_FILTERS } from './vietnamese.ts';

const LONGEST_WORDS = 200;
const LONGEST_FIELD = 2_000;
const LONGEST_REASON = 500;

const words = z
  .string()
  .catch('')
  .transform((typed) => typed.replaceAll('\r\n', '\n').normalize('NFC').trim().slice(0, LONGEST_FIELD));
const choice = words.transform((typed) => (typed === '' ? null : typed));
/** What the list of documents is narrowed to. */
export const listQuery = z.object({
  q: words.transform((typed) => typed.slice(0, LONGEST_WORDS)),
  state: z.enum(keysOf(STATE_FILTERS)).nullable().catch(null),
  kind: choice,
  territory: choice,
  doubtful: z.literal('yes').nullable().catch(null),
  notice: z.enum(keysOf(NOTICES)).nullable().catch(null),
});
/** What the page of a document is asked for. */
export const documentQuery = z.object({
  q: words.transform((typed) => typed.slice(0, LONGEST_WORDS)),
  notice: z.enum(keysOf(KNOWLEDGE_NOTICES)).nullable().catch(null),
});
/** The version of the document that an editor looked at. */
export const versionForm = z.object({ version: words });
/** A relation as it was typed. */
export const relationForm = z.object({ kind: words, other: words, parts: words, from: words });
/** Why a document is withdrawn. */
export const reasonForm = z.object({ reason: words.transform((typed) => typed.slice(0, LONGEST_REASON)) });

/** The fields of a document in a form; `before` stands before their names. */
export function fieldsOf(body: unknown, before: string): TypedFields {
  const form = z.record(z.string(), z.unknown()).catch({}).parse(body);
  return Object.fromEntries(
    FIELDS.flatMap((field) => {
      const typed = form[`${before}${field}`];
      return typeof typed === 'string' ? [[field, words.parse(typed)] as const] : [];
    }),
  );
}

function keysOf<K extends string>(record: Readonly<Record<K, unknown>>): [K, ...K[]] {
  return Object.keys(record) as [K, ...K[]];
}
