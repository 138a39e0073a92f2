import { versionOf } from '../code-version.ts';

/** What decides how a file is read: our code, the word lists beside it, and the libraries' versions. */
const FOLDERS = ['ingest', 'knowledge', 'adapters/ocr'];

/** What decides how the picture of a page is recognised. */
const RECOGNITION = [
  'ingest/load/pictures',
  'adapters/ocr',
  'ingest/load/pdf-page.ts',
  'ingest/load/pdf-lines.ts',
  'ingest/load/pdf-tables.ts',
  'knowledge/text/reading-score.ts',
];

/** Changes whenever documents might be read differently, so that earlier readings are not used again. About 10 ms. */
export function readerVersion(): string {
  return versionOf(FOLDERS);
}

/** Changes whenever pictures of pages might be recognised differently; seldomer, because recognition costs minutes. */
export function recognitionVersion(): string {
  return versionOf(RECOGNITION);
}
