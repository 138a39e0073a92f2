import type { FileKind } from './file-kind.ts';
import { KINDS_NOT_READ } from './reading-words.ts';
import { skip } from './skipped.ts';

const NOT_READ: Readonly<Partial<Record<FileKind, string>>> = KINDS_NOT_READ;

/** Why a document of this kind is not read, and what to do, in Vietnamese. */
export function whyNotRead(kind: FileKind): string {
  return NOT_READ[kind] ?? skip(kind === 'encrypted-office' ? 'encrypted' : 'unsupported-format').skipped.message;
}
