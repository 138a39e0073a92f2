import type { IngestRecord } from '../../adapters/snapshots/ingest-record.ts';
import type { OfficialDocument, Passage, Relation } from '../../knowledge/document.ts';

/** A national document in force since 2026; state only the fields in question. */
export function aDocument(fields: Partial<OfficialDocument> = {}): OfficialDocument {
  return {
    id: 'doc1',
    file: 'van-ban.txt',
    sources: [fields.file ?? 'van-ban.txt'],
    number: '1/2026/TT-BGDĐT',
    kind: 'Thông tư',
    title: 'Quy định về học sinh',
    issuer: 'Bộ Giáo dục và Đào tạo',
    territory: 'national',
    issuedOn: '2026-01-01',
    inForceFrom: '2026-01-15',
    inForceUntil: null,
    schoolYear: null,
    signer: null,
    relations: [],
    origins: {},
    ...fields,
  };
}

/** A document's word that it replaces another as a whole. */
export function aRelation(fields: Partial<Relation> = {}): Relation {
  return {
    kind: 'replaces',
    number: null,
    name: null,
    issuedOn: null,
    territory: null,
    parts: null,
    from: null,
    origin: 'text',
    ...fields,
  };
}

/** A passage of one part; `text` is enough. */
export function aPassage(text: string, fields: Partial<Passage> = {}): Passage {
  const documentId = fields.documentId ?? 'doc1';
  const address = fields.address ?? 'Điều 1';
  return {
    id: `${documentId}#1`,
    documentId,
    address,
    headings: [],
    page: null,
    parts: [{ address, text }],
    text,
    digest: 'digest',
    ...fields,
  };
}

/** The record of an ingest of nothing. */
export function aRecord(fields: Partial<IngestRecord> = {}): IngestRecord {
  return {
    readerVersion: 'reader',
    encoder: null,
    lookedAt: 0,
    paths: [],
    urls: [],
    files: [],
    vectorKeys: [],
    ...fields,
  };
}
