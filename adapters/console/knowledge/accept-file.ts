import { type FileKind, fileKind } from '../../../ingest/load/file-kind.ts';
import { whyNotRead } from '../../../ingest/load/kinds-not-read.ts';
import { keepUpload, safeUploadName } from '../../ingesting/uploads.ts';
import { UPLOADS } from './vietnamese.ts';

const LARGEST_FILE = 25 * 1024 * 1024;
/** Where text that is none shows itself. */
const HEAD_BYTES = 4_096;

const NEVER_READ: readonly FileKind[] = [
  'presentation',
  'open-document',
  'binary-sheet',
  'encrypted-office',
  'other-binary',
];

/** What became of one file of a form. */
export interface AcceptedFile {
  /** Name under which it lies now, or as it was given when it was refused. */
  readonly name: string;
  readonly kept: 'new' | 'replaced' | 'same' | null;
  /** In Vietnamese; why it was refused and what to do, or what was done. */
  readonly words: string;
}

/**
 * Stores a file that the ingest can read, by its first bytes and not by what its name says; says why not otherwise.
 * @throws errors of the file system
 */
export function acceptFile(dataDir: string, given: string, bytes: Uint8Array): AcceptedFile {
  const problem = problemOf(bytes);
  const name = safeUploadName(given);
  if (problem !== null || name === null) {
    return { name: name ?? UPLOADS.unnamed, kept: null, words: problem ?? UPLOADS.problems.name };
  }
  const kept = keepUpload(dataDir, name, bytes);
  return { name, kept, words: UPLOADS.results[kept] };
}

function problemOf(bytes: Uint8Array): string | null {
  if (bytes.length === 0) return UPLOADS.problems.empty;
  if (bytes.length > LARGEST_FILE) return UPLOADS.problems.size;
  const kind = fileKind(bytes);
  if (NEVER_READ.includes(kind)) return whyNotRead(kind);
  return kind === 'text' && !looksLikeText(bytes) ? whyNotRead('other-binary') : null;
}

/** Programs, films and the like hold zero bytes; text does only where a mark of UTF-16 leads it. */
function looksLikeText(bytes: Uint8Array): boolean {
  const marked = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  return marked || !bytes.subarray(0, HEAD_BYTES).includes(0);
}
