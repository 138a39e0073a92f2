import type { DocumentMetadata, Relation, RelationKind } from '../../knowledge/document.ts';

/** Facts about one document, as a person read them; `null` where its text does not tell. */
export interface MetadataFacts {
  readonly file: string;
  readonly number: string | null;
  readonly kind: string | null;
  readonly issuer: string | null;
  readonly territory: string | null;
  readonly issuedOn: string | null;
  readonly inForceFrom: string | null;
  readonly inForceUntil: string | null;
  readonly schoolYear: string | null;
  readonly signer: string | null;
  readonly signerPost: string | null;
  /** `28/2009/TT-BGDĐT`; with articles where a part is meant: `16/2017/TT-BGDĐT: Điều 9`, or `…: một phần`. */
  readonly replaces: readonly string[];
  readonly repeals: readonly string[];
  readonly amends: readonly string[];
}

/** Every field that is compared. */
export const FACT_FIELDS = [
  'number',
  'kind',
  'issuer',
  'territory',
  'issuedOn',
  'inForceFrom',
  'inForceUntil',
  'schoolYear',
  'signer',
  'signerPost',
  'replaces',
  'repeals',
  'amends',
] as const;
export type FactField = (typeof FACT_FIELDS)[number];

/** What was read, in the form of the facts. */
export function factsRead(file: string, read: DocumentMetadata): MetadataFacts {
  const { number, kind, issuer, territory, issuedOn, inForceFrom, inForceUntil, schoolYear } = read;
  return {
    file,
    ...{ number, kind, issuer, territory, issuedOn, inForceFrom, inForceUntil, schoolYear },
    signer: read.signer?.name ?? null,
    signerPost: read.signer?.post ?? null,
    replaces: printRelations(read.relations, 'replaces'),
    repeals: printRelations(read.relations, 'repeals'),
    amends: printRelations(read.relations, 'amends'),
  };
}

/** Fields in which two accounts of a document differ; lists are compared without their order. */
export function differingFields(facts: MetadataFacts, read: MetadataFacts): readonly FactField[] {
  return FACT_FIELDS.filter((field) => comparable(facts[field]) !== comparable(read[field]));
}

function comparable(value: string | null | readonly string[]): string {
  return JSON.stringify(Array.isArray(value) ? [...value].sort() : value);
}

/** Parts are compared by their articles. */
function printRelations(relations: readonly Relation[], kind: RelationKind): readonly string[] {
  return relations
    .filter((relation) => relation.kind === kind && relation.number !== null)
    .map(({ number, parts }) => {
      if (parts === null) return number ?? '';
      const articles = [...new Set(parts.map((part) => part.split(', ')[0] ?? part))].sort();
      return `${number}: ${articles.length === 0 ? 'một phần' : articles.join('; ')}`;
    });
}
