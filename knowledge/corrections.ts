import type { DocumentMetadata, MetadataField, OfficialDocument, Relation, RelationKind } from './document.ts';
import { numberKey } from './document-links.ts';

/** Fields of a document with new values; `null` = not known. */
export type FieldValues = Partial<Pick<DocumentMetadata, MetadataField>>;

/** What an editor decided about a document. */
export type Decision =
  | { readonly kind: 'set'; readonly values: FieldValues }
  | { readonly kind: 'relate'; readonly relation: Relation }
  /** `number`: what the relation calls the other document, its name where it gives no number. */
  | { readonly kind: 'unrelate'; readonly relation: RelationKind; readonly number: string }
  /** The editor compared the document with these facts and found them right. */
  | { readonly kind: 'confirm'; readonly facts: string }
  /** `reason` in the editor's words, for colleagues. */
  | { readonly kind: 'withdraw'; readonly reason?: string }
  /** Ends a withdrawal; everything else that was decided stays. */
  | { readonly kind: 'restore' }
  /** Takes back the last decision that still counts, once. */
  | { readonly kind: 'undo' }
  /** Forgets every decision before this one. */
  | { readonly kind: 'reset' };

/** Which document a decision is about, as its own words and file tell, before any correction. */
export interface DocumentKey {
  readonly number: string | null;
  readonly territory: string | null;
  readonly file: string;
  /** `OfficialDocument.id`. */
  readonly id: string;
}

/** One entry of the history: who decided what, when, and what stood there before. */
export interface Correction {
  /** ms since epoch. */
  readonly at: number;
  readonly by: string;
  readonly document: DocumentKey;
  readonly decision: Decision;
  /** The values that `set` replaces. */
  readonly old: FieldValues;
}

/** The key of a document as it was read. */
export function keyOf({ number, territory, file, id }: OfficialDocument): DocumentKey {
  return { number, territory, file, id };
}

/**
 * Finds the decisions about a document, in the order in which they were made. A decision about one document holds for
 * another with the same number in the same territory, whatever the file is called; for documents without a number, with
 * the same bytes or the same file name.
 */
export function correctionsByDocument(
  corrections: readonly Correction[],
): (document: DocumentKey) => readonly Correction[] {
  const places = new Map<string, number[]>();
  for (const [place, { document }] of corrections.entries()) {
    for (const mark of marksOf(document)) places.set(mark, [...(places.get(mark) ?? []), place]);
  }
  return (document) => {
    const own = new Set(marksOf(document).flatMap((mark) => places.get(mark) ?? []));
    return [...own].sort((a, b) => a - b).flatMap((place) => corrections[place] ?? []);
  };
}

function marksOf({ number, territory, file, id }: DocumentKey): readonly string[] {
  return number === null ? [`file ${file}`, `id ${id}`] : [`number ${numberKey(number)} ${territory}`];
}

/** The decisions about one document that still count: without those that were taken back, and without the taking back. */
export function standingCorrections(own: readonly Correction[]): readonly Correction[] {
  const standing: Correction[] = [];
  for (const correction of own) {
    if (correction.decision.kind === 'undo') standing.pop();
    else standing.push(correction);
  }
  return standing;
}

/** What a document says, in one comparable text: what an editor confirms. */
export function factsOf(document: OfficialDocument): string {
  const { number, kind, title, issuer, territory, issuedOn, inForceFrom, inForceUntil, schoolYear, signer } = document;
  const relations = document.relations.map((each) => [each.kind, each.number, each.name, each.parts, each.from]);
  const fields = [number, kind, title, issuer, territory, issuedOn, inForceFrom, inForceUntil, schoolYear];
  return JSON.stringify([...fields, signer?.name ?? null, signer?.post ?? null, relations]);
}

/**
 * Documents as editors decided them to be, in the same order.
 * @param corrections in the order in which they were made
 */
export function correctDocuments(
  documents: readonly OfficialDocument[],
  corrections: readonly Correction[],
): readonly OfficialDocument[] {
  if (corrections.length === 0) return documents;
  const of = correctionsByDocument(corrections);
  return documents.map((read) =>
    standingCorrections(of(keyOf(read))).reduce((document, correction) => decide(document, correction, read), read),
  );
}

function decide(
  { confirmed, ...document }: OfficialDocument,
  { decision, by, at }: Correction,
  read: OfficialDocument,
): OfficialDocument {
  const { relations, origins } = document;
  switch (decision.kind) {
    case 'set': {
      const corrected = Object.fromEntries(Object.keys(decision.values).map((field) => [field, 'corrected']));
      return { ...document, ...decision.values, origins: { ...origins, ...corrected } };
    }
    case 'relate':
      return { ...document, relations: [...withoutTwin(relations, decision.relation), decision.relation] };
    case 'unrelate': {
      const kept = relations.filter(
        (relation) => relation.kind !== decision.relation || !names(relation, decision.number),
      );
      return { ...document, relations: kept };
    }
    case 'confirm':
      // What was confirmed may be read otherwise by now.
      return decision.facts === factsOf(document) ? { ...document, confirmed: { by, at } } : document;
    case 'withdraw':
      return { ...document, ...(confirmed && { confirmed }), withdrawn: true };
    case 'restore': {
      const { withdrawn: _ended, ...kept } = document;
      return { ...kept, ...(confirmed && { confirmed }) };
    }
    case 'undo':
      return { ...document, ...(confirmed && { confirmed }) };
    case 'reset':
      return read;
  }
}

/** The same relation to the same document is stated once; other parts of it are another relation. */
function withoutTwin(relations: readonly Relation[], added: Relation): readonly Relation[] {
  return relations.filter(
    (relation) =>
      relation.kind !== added.kind ||
      added.number === null ||
      !names(relation, added.number) ||
      JSON.stringify(relation.parts) !== JSON.stringify(added.parts),
  );
}

/** By its number; a document whose number no words tell, by its name. */
function names(relation: Relation, number: string): boolean {
  const called = relation.number ?? relation.name;
  return called !== null && numberKey(called) === numberKey(number);
}
