import type { OfficialDocument, Passage, PassagePart } from '../../../knowledge/document.ts';
import type { Hit } from '../../../knowledge/retrieval/retrieve.ts';
import { aDocument, aPassage } from '../../builders/documents.ts';

/** A short passage of an official text, quoted word by word. */
export interface QuotedPassage {
  readonly number: string;
  readonly kind: string;
  readonly title: string;
  readonly issuer: string;
  readonly issuedOn: string;
  readonly address: string;
  readonly headings: readonly string[];
  readonly parts: readonly PassagePart[];
}

/** The passage as a search would have found it, in force; each call gives a new one, of which nothing is kept yet. */
export function foundPassage(name: string, quoted: QuotedPassage): Hit {
  const { number, kind, title, issuer, issuedOn, address, headings, parts } = quoted;
  const document: OfficialDocument = aDocument({
    id: name,
    number,
    kind,
    title,
    issuer,
    issuedOn,
    inForceFrom: issuedOn,
    file: `${name}.txt`,
  });
  const passage: Passage = aPassage(parts.map(({ text }) => text).join('\n'), {
    documentId: name,
    address,
    headings,
    parts,
  });
  return foundHit(document, passage);
}

/** A passage in force as the best that a search found. */
export function foundHit(document: OfficialDocument, passage: Passage): Hit {
  return {
    passage,
    document,
    validity: { state: 'in-force' },
    score: 1,
    words: 1,
    similarity: null,
    interaction: null,
    unmatched: null,
  };
}

/** The article whose parts `foundArticle` gives. */
export const ARTICLE = 'Điều 7';

/** Parts of an article of a made-up regulation, as a search would have found them. */
export function foundArticle(
  parts: readonly PassagePart[],
  headings: readonly string[] = [`${ARTICLE}. Sử dụng phòng truyền thống`],
): Hit {
  return foundPassage('nội quy', {
    number: '16/2026/TT-BGDĐT',
    kind: 'Thông tư',
    title: 'Quy định về phòng truyền thống',
    issuer: 'Bộ Giáo dục và Đào tạo',
    issuedOn: '2026-02-10',
    address: ARTICLE,
    headings,
    parts,
  });
}
