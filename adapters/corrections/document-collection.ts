import {
  type Correction,
  correctDocuments,
  type Decision,
  type FieldValues,
  factsOf,
  keyOf,
} from '../../knowledge/corrections.ts';
import type { MetadataField, OfficialDocument, RelationKind } from '../../knowledge/document.ts';
import { type DocumentLinks, linkDocuments, numberKey } from '../../knowledge/document-links.ts';
import { type Circumstances, judgeValidity, type Validity } from '../../knowledge/validity.ts';
import { openSnapshot } from '../snapshots/snapshot-store.ts';
import { readCorrections } from './correction-log.ts';
import { type ReadValue, readDayArgument, readNumberArgument, readPartsArgument } from './document-values.ts';
import { type DocumentWords, RELATION_WORDS, VALUE_PROBLEMS, type ValueProblems } from './vietnamese.ts';

const USUAL_WORDS = { relations: RELATION_WORDS, problems: VALUE_PROBLEMS };

/** A document as it is now, and as it was read before any correction. */
export interface HeldDocument {
  readonly document: OfficialDocument;
  readonly read: OfficialDocument;
}

/** The documents of a data folder as editors decided them to be. */
export interface DocumentCollection {
  readonly read: readonly OfficialDocument[];
  /** In the same order. */
  readonly corrected: readonly OfficialDocument[];
  readonly links: DocumentLinks;
  /** By document id. */
  readonly validity: ReadonlyMap<string, Validity>;
}

/**
 * Opens the documents of a data folder.
 * @throws IndexUnusable, StoreUnusable
 */
export function openCollection(dataDir: string, on: Circumstances): DocumentCollection {
  const read = openSnapshot(dataDir).documents;
  const corrected = correctDocuments(read, readCorrections(dataDir));
  const links = linkDocuments(corrected);
  return { read, corrected, links, validity: judgeValidity(links, on) };
}

/** Documents that a number or a file name means. */
export function findDocuments({ read, corrected }: DocumentCollection, wanted: string): readonly HeldDocument[] {
  const words = wanted.normalize('NFC').trim();
  return corrected.flatMap((document, index): HeldDocument[] => {
    const before = read[index];
    if (before === undefined) return [];
    const numbered = [document.number, before.number].some(
      (number) => number !== null && numberKey(number) === numberKey(words),
    );
    return numbered || document.sources.includes(words) ? [{ document, read: before }] : [];
  });
}

/** The entry of the history for a decision made now about a document. */
export function correctionOf({ document, read }: HeldDocument, decision: Decision, by: string, at: number): Correction {
  return {
    at,
    by,
    document: keyOf(read),
    decision: decision.kind === 'confirm' ? { kind: 'confirm', facts: factsOf(document) } : decision,
    old: decision.kind === 'set' ? oldValues(decision.values, document) : {},
  };
}

function oldValues(values: FieldValues, document: OfficialDocument): FieldValues {
  const fields = Object.keys(values) as MetadataField[]; // keys of a record by that type
  return Object.fromEntries(fields.map((field) => [field, document[field]]));
}

/** A relation as an editor typed it; `parts` and `from` are `null` where nothing was typed. */
export interface TypedRelation {
  readonly kind: RelationKind;
  readonly other: string;
  readonly parts: string | null;
  readonly from: string | null;
}

/** The decision to add a relation, or every problem with it, one a line. */
export function readRelation(
  typed: TypedRelation,
  documents: readonly OfficialDocument[],
  sayWrong: ValueProblems = VALUE_PROBLEMS,
): ReadValue<Decision> {
  const number = readNumberArgument(typed.other, sayWrong);
  const parts = typed.parts === null ? null : readPartsArgument(typed.parts, sayWrong);
  const from = typed.from === null ? null : readDayArgument(typed.from, sayWrong);
  const problems = [number, parts, from].flatMap((read) => (read === null || read.ok ? [] : [read.problem]));
  if (problems.length > 0 || !number.ok) return { ok: false, problem: problems.join('\n') };
  const relation = {
    kind: typed.kind,
    number: number.value,
    name: null,
    issuedOn: null,
    territory: territoryOf(number.value, documents),
    parts: parts?.ok ? parts.value : null,
    from: from?.ok ? from.value : null,
    origin: 'corrected',
  } as const;
  return { ok: true, value: { kind: 'relate', relation } };
}

/** The decision to drop a relation to the document of a number or name, or a sentence on what there is instead. */
export function readUnrelation(
  document: OfficialDocument,
  kind: RelationKind,
  other: string,
  words: { readonly relations: DocumentWords['relations']; readonly problems: ValueProblems } = USUAL_WORDS,
): ReadValue<Decision> {
  const held = document.relations
    .filter((relation) => relation.kind === kind)
    .flatMap(({ number, name }) => number ?? name ?? []);
  if (held.some((called) => numberKey(called) === numberKey(other)))
    return { ok: true, value: { kind: 'unrelate', relation: kind, number: other } };
  const { noRelation, nothingHeld } = words.problems;
  return { ok: false, problem: noRelation(words.relations[kind].active, other, held.join(', ') || nothingHeld) };
}

/** The editor means the one document of that number that is held; of several, the one of the speaker's own territory. */
function territoryOf(number: string, documents: readonly OfficialDocument[]): string | null {
  const held = documents.filter(
    (document) => document.number !== null && numberKey(document.number) === numberKey(number),
  );
  const territories = new Set(held.map((document) => document.territory));
  return territories.size === 1 ? (held[0]?.territory ?? null) : null;
}
