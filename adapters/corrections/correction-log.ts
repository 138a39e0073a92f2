import { appendFileSync, existsSync, mkdirSync, readFileSync, truncateSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import type { Correction } from '../../knowledge/corrections.ts';
import { maskPersonalData } from '../../knowledge/personal-data/find-personal-data.ts';
import { StoreUnusable } from '../stores/errors.ts';

const day = z.string().nullable();
const relationKind = z.enum(['replaces', 'repeals', 'suspends', 'amends', 'guides']);
const values = z
  .object({
    number: z.string().nullable(),
    kind: z.string().nullable(),
    title: z.string(),
    issuer: z.string().nullable(),
    territory: z.string().nullable(),
    issuedOn: day,
    inForceFrom: day,
    inForceUntil: day,
    schoolYear: z.string().nullable(),
    signer: z.object({ name: z.string(), post: z.string().nullable() }).nullable(),
  })
  .partial();
const correctionSchema = z.object({
  at: z.number(),
  by: z.string(),
  document: z.object({
    number: z.string().nullable(),
    territory: z.string().nullable(),
    file: z.string(),
    id: z.string(),
  }),
  decision: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('set'), values }),
    z.object({
      kind: z.literal('relate'),
      relation: z.object({
        kind: relationKind,
        number: z.string().nullable(),
        name: z.string().nullable(),
        issuedOn: day,
        territory: z.string().nullable(),
        parts: z.array(z.string()).nullable(),
        from: day,
        origin: z.enum(['text', 'stated', 'number', 'file-name', 'corrected']),
      }),
    }),
    z.object({ kind: z.literal('unrelate'), relation: relationKind, number: z.string() }),
    z.object({ kind: z.literal('confirm'), facts: z.string() }),
    z.object({ kind: z.literal('withdraw'), reason: z.string().optional() }),
    z.object({ kind: z.literal('restore') }),
    z.object({ kind: z.literal('undo') }),
    z.object({ kind: z.literal('reset') }),
  ]),
  old: values,
});

/** The file of editors' decisions: one a line, only ever added to. It lies outside the index and survives every ingest. */
export function correctionsFile(dataDir: string): string {
  return join(dataDir, 'corrections.jsonl');
}

/**
 * All decisions, oldest first.
 * @throws StoreUnusable when a line cannot be read: leaving it out would undo somebody's decision unnoticed
 */
export function readCorrections(dataDir: string): readonly Correction[] {
  const file = correctionsFile(dataDir);
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, 'utf8').split('\n');
  // What follows the last line break was being written when the power went: nobody was told that it is kept.
  return lines.slice(0, -1).flatMap((line, index): Correction[] => {
    if (line.trim() === '') return [];
    const parsed = correctionSchema.safeParse(parseJson(line));
    if (parsed.success) return [plain(parsed.data)];
    throw new StoreUnusable(
      file,
      `cannot be read at line ${index + 1}; correct or delete that line (the others are not touched)`,
      parsed.error,
    );
  });
}

/** Adds a decision. Once this returns it is on the disk; two editors at once do not overwrite each other. */
export function addCorrection(dataDir: string, correction: Correction): void {
  const file = correctionsFile(dataDir);
  mkdirSync(dirname(file), { recursive: true });
  dropTornLine(file);
  // One short write at the end of the file, which the system does as a whole.
  appendFileSync(file, `${JSON.stringify(masked(correction))}\n`, { flush: true });
}

/** Why a document is withdrawn is said in somebody's own words. */
function masked(correction: Correction): Correction {
  const { decision } = correction;
  if (decision.kind !== 'withdraw' || decision.reason === undefined) return correction;
  return { ...correction, decision: { ...decision, reason: maskPersonalData(decision.reason) } };
}

/** Cuts off what a crash left after the last line break, so that the next line begins on its own. */
function dropTornLine(file: string): void {
  if (!existsSync(file)) return;
  const bytes = readFileSync(file);
  const end = bytes.lastIndexOf(0x0a) + 1;
  if (end < bytes.length) truncateSync(file, end);
}

/** Fields that are absent, not `undefined`, as the types demand. */
function plain(parsed: z.infer<typeof correctionSchema>): Correction {
  return JSON.parse(JSON.stringify(parsed));
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
