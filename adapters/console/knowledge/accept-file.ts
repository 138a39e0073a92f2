import { type FileKind, fileKind } from '../../../ingest/load/file-kind.ts';
import { keepUpload, safeUploadName } from '../../ingesting/uploads.ts';
import type { UPLOAD_RESULTS } from './upload-words.ts';

const LARGEST_FILE = 25 * 1024 * 1024;
/** Where text that is none shows itself. */
const HEAD_BYTES = 4_096;

const NEVER_READ = [
  'presentation',
  'open-document',
  'binary-sheet',
  'encrypted-office',
  'other-binary',
] as const satisfies readonly FileKind[];

type Kept = 'new' | 'replaced' | 'same';
type Refusal = Exclude<keyof typeof UPLOAD_RESULTS, Kept>;

/** What became of one file of a form: the name under which it lies now, or why it was refused. */
export type AcceptedFile =
  | { readonly name: string; readonly became: Kept }
  /** The name as it was given, if it can be told. */
  | { readonly name: string | null; readonly became: Refusal };

/** Whether nothing was kept of a file. */
export function isRefused(file: AcceptedFile): file is Extract<AcceptedFile, { readonly became: Refusal }> {
  return file.became !== 'new' && file.became !== 'replaced' && file.became !== 'same';
}

/**
 * Stores a file that the ingest can read, by its first bytes and not by what its name says; tells why not otherwise.
 * @throws errors of the file system
 */
export function acceptFile(dataDir: string, given: string, bytes: Uint8Array): AcceptedFile {
  const problem = problemOf(bytes);
  const name = safeUploadName(given);
  if (problem !== null || name === null) return { name, became: problem ?? 'name' };
  return { name, became: keepUpload(dataDir, name, bytes) };
}

function problemOf(bytes: Uint8Array): Refusal | null {
  if (bytes.length === 0) return 'empty';
  if (bytes.length > LARGEST_FILE) return 'size';
  const kind = fileKind(bytes);
  const neverRead = NEVER_READ.find((one) => one === kind);
  if (neverRead !== undefined) return neverRead;
  return kind === 'text' && !looksLikeText(bytes) ? 'other-binary' : null;
}

/** Programs, films and the like hold zero bytes; text does only where a mark of UTF-16 leads it. */
function looksLikeText(bytes: Uint8Array): boolean {
  const marked = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  return marked || !bytes.subarray(0, HEAD_BYTES).includes(0);
}
