import { createHash } from 'node:crypto';
import {
  type Correction,
  correctionsByDocument,
  factsOf,
  keyOf,
  standingCorrections,
} from '../../../knowledge/corrections.ts';
import type { Day, MetadataField, OfficialDocument } from '../../../knowledge/document.ts';
import type { KnowledgeBase } from '../../../knowledge/knowledge-base.ts';
import { fold } from '../../../knowledge/text/normalise.ts';
import { type Circumstances, judgeValidity, type Validity } from '../../../knowledge/validity.ts';
import type { HeldDocument } from '../../corrections/document-collection.ts';
import type { KnowledgeSource } from '../../knowledge-source.ts';

/** What the list tells of one document. */
export interface DocumentRow {
  readonly document: OfficialDocument;
  readonly validity: Validity;
  readonly passages: number;
  /** The last decision of an editor, or `null`. */
  readonly lastChange: Correction | null;
  /** See {@link doubtsAbout}. */
  readonly doubts: readonly MetadataField[];
}

/** What the list is narrowed to; `null` = everything. */
export interface ListFilter {
  readonly words: string;
  readonly state: Validity['state'] | null;
  readonly kind: string | null;
  readonly territory: string | null;
  readonly onlyDoubtful: boolean;
}

/** Without these nobody can tell whether a text is a current rule here. */
const NEEDED: readonly MetadataField[] = ['number', 'kind', 'issuer', 'territory', 'issuedOn'];

/** Fields that nobody knows or that were guessed from a file's name, until an editor confirms the document. */
export function doubtsAbout(document: OfficialDocument, validity: Validity): readonly MetadataField[] {
  if (document.confirmed !== undefined) return [];
  const unknown = NEEDED.filter((field) => document[field] === null);
  const guessed = NEEDED.filter((field) => document[field] !== null && document.origins[field] === 'file-name');
  const force: readonly MetadataField[] = validity.state === 'unknown' ? ['inForceFrom'] : [];
  return [...new Set([...unknown, ...guessed, ...force])];
}

/** Made once: a comparison of words by a locale's rules is a hundred times slower when it is set up anew each time. */
const BY_NAME = new Intl.Collator('vi');

function compareDays(a: Day, b: Day): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** All documents, the newest first. */
export function listDocuments(
  knowledge: KnowledgeSource,
  corrections: readonly Correction[],
  on: Circumstances,
): readonly DocumentRow[] {
  const base = knowledge.current();
  const validities = judgeValidity(base.links, on);
  const counts = new Map<string, number>();
  for (const { documentId } of base.passages) counts.set(documentId, (counts.get(documentId) ?? 0) + 1);
  const decisionsOn = correctionsByDocument(corrections);
  return [...base.documents.values()]
    .map((document): DocumentRow => {
      const validity = validities.get(document.id) ?? { state: 'unknown' };
      const read = knowledge.asRead(document.id);
      return {
        document,
        validity,
        passages: counts.get(document.id) ?? 0,
        lastChange: read === null ? null : (decisionsOn(keyOf(read)).at(-1) ?? null),
        doubts: doubtsAbout(document, validity),
      };
    })
    .sort(
      (a, b) =>
        compareDays(b.document.issuedOn ?? '', a.document.issuedOn ?? '') ||
        BY_NAME.compare(a.document.title, b.document.title),
    );
}

/** The rows that a filter lets through; words are found without case and diacritics, all of them. */
export function filterRows(rows: readonly DocumentRow[], filter: ListFilter): readonly DocumentRow[] {
  const words = fold(filter.words).split(/\s+/).filter(Boolean);
  return rows.filter(({ document, validity, doubts }) => {
    if (filter.state !== null && validity.state !== filter.state) return false;
    if (filter.kind !== null && document.kind !== filter.kind) return false;
    if (filter.territory !== null && document.territory !== filter.territory) return false;
    if (filter.onlyDoubtful && doubts.length === 0) return false;
    if (words.length === 0) return true;
    const { number, kind, title, issuer, sources } = document;
    const told = fold([number, kind, title, issuer, ...sources].filter(Boolean).join(' '));
    return words.every((word) => told.includes(word));
  });
}

/** A document with everything that was decided about it. */
export interface StudiedDocument extends HeldDocument {
  readonly base: KnowledgeBase;
  readonly validity: Validity;
  readonly doubts: readonly MetadataField[];
  /** Every decision about it, oldest first. */
  readonly history: readonly Correction[];
  /** Those that were not taken back. */
  readonly standing: readonly Correction[];
  /** Changes with every decision and with every other reading of the document. */
  readonly version: string;
}

/** One document of the present index, or `null`. */
export function studyDocument(
  knowledge: KnowledgeSource,
  id: string,
  corrections: readonly Correction[],
  on: Circumstances,
): StudiedDocument | null {
  const base = knowledge.current();
  const document = base.documents.get(id);
  const read = knowledge.asRead(id);
  if (document === undefined || read === null) return null;
  const validity = judgeValidity(base.links, on).get(id) ?? { state: 'unknown' };
  const history = correctionsByDocument(corrections)(keyOf(read));
  const facts = createHash('sha256').update(factsOf(read)).digest('hex').slice(0, 12);
  return {
    base,
    document,
    read,
    validity,
    doubts: doubtsAbout(document, validity),
    history,
    standing: standingCorrections(history),
    version: `${history.length}-${facts}`,
  };
}
