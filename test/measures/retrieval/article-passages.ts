import { packPassages } from '../../../ingest/pack-passages.ts';
import type { OfficialDocument, Passage } from '../../../knowledge/document.ts';
import type { Article } from './collection.ts';

const LONGEST_HEADING = 180;

/** An article as a document of the product, cut into passages as the product cuts; its id is the document's. */
export function readArticle({ id, title, text }: Article): {
  readonly document: OfficialDocument;
  readonly passages: readonly Passage[];
} {
  const lines = text
    .normalize('NFC')
    .split(/\r?\n/)
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '');
  const [first = '', ...others] = lines;
  const headed = others.length > 0 && first.length <= LONGEST_HEADING && !/[.;:]$/.test(first);
  const section = {
    headings: [title, ...(headed ? [first] : [])].filter((heading) => heading !== ''),
    page: null,
    groups: (headed ? others : lines).map((line) => [{ address: '', text: line }]),
    address: '',
  };
  return {
    document: {
      id,
      file: id,
      sources: [id],
      number: null,
      kind: null,
      title,
      issuer: null,
      territory: null,
      issuedOn: null,
      inForceFrom: null,
      inForceUntil: null,
      schoolYear: null,
      signer: null,
      relations: [],
      origins: {},
    },
    passages: packPassages([section], id),
  };
}
