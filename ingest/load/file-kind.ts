import { openOle } from './ole-file.ts';
import { listZip } from './zip-entries.ts';

/** What a file is by its bytes, whatever its name says. */
export type FileKind =
  | 'pdf'
  | 'docx'
  | 'xlsx'
  | 'zip'
  | 'doc'
  | 'xls'
  | 'rtf'
  | 'picture'
  | 'encrypted-office'
  | 'presentation'
  | 'open-document'
  | 'binary-sheet'
  | 'web-archive'
  | 'other-binary'
  | 'text';

const STARTS: readonly (readonly [start: string, kind: FileKind])[] = [
  ['%PDF', 'pdf'],
  ['PK\x03\x04', 'zip'],
  ['PK\x05\x06', 'zip'],
  ['\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'doc'],
  ['{\\rtf', 'rtf'],
  ['\x89PNG', 'picture'],
  ['\xff\xd8\xff', 'picture'],
  ['RIFF', 'picture'],
  ['GIF8', 'picture'],
  ['II*\0', 'picture'],
  ['MM\0*', 'picture'],
  ['BM', 'picture'],
  ['Rar!', 'other-binary'],
  ['7z\xbc\xaf', 'other-binary'],
  ['\x1f\x8b', 'other-binary'],
];
const ZIP_LIMITS = { entries: 5_000, entryBytes: Number.MAX_SAFE_INTEGER, totalBytes: Number.MAX_SAFE_INTEGER };
/** Junk before `%PDF`, as mail gateways leave it, is allowed up to here. */
const PDF_START_WITHIN = 1_024;

/** Tells a file's kind from its first bytes, and for containers from the names of what they hold. */
export function fileKind(bytes: Uint8Array): FileKind {
  const head = Buffer.from(bytes.subarray(0, PDF_START_WITHIN)).toString('latin1');
  const kind = STARTS.find(([start]) => head.startsWith(start) && !(start === 'BM' && bytes[6] !== 0))?.[1];
  if (kind === 'zip') return zipKind(bytes);
  if (kind === 'doc') return oleKind(bytes);
  if (kind !== undefined) return kind;
  if (/^.{4}ftyp(?:hei|mif1|avif)/s.test(head)) return 'picture';
  if (/%PDF-\d/.test(head)) return 'pdf';
  return /^(?:From:|MIME-Version:)[\s\S]*multipart\/related/i.test(head.trimStart()) ? 'web-archive' : 'text';
}

function zipKind(bytes: Uint8Array): FileKind {
  const listed = listZip(bytes, ZIP_LIMITS);
  // A cut-off zip has no list of its entries at its end, but their names before each.
  const names = listed.ok ? listed.entries.map((entry) => entry.name.replaceAll('\\', '/')) : namesAtStart(bytes);
  const has = (pattern: RegExp) => names.some((name) => pattern.test(name));
  if (has(/^word\/\w+\.xml$/)) return 'docx';
  if (has(/^xl\/workbook\.bin$/)) return 'binary-sheet';
  if (has(/^xl\/\w+\.xml$/)) return 'xlsx';
  if (has(/^ppt\//)) return 'presentation';
  return has(/^(?:mimetype|META-INF\/manifest\.xml)$/) && has(/^content\.xml$/) ? 'open-document' : 'zip';
}

function namesAtStart(bytes: Uint8Array): readonly string[] {
  const text = Buffer.from(bytes.subarray(0, 200_000)).toString('latin1');
  return ['word/document.xml', 'xl/workbook.xml', 'ppt/presentation.xml'].filter((name) => text.includes(name));
}

function oleKind(bytes: Uint8Array): FileKind {
  const names = openOle(bytes)?.names;
  // Damaged beyond telling; reading it as the commonest kind gives the reason.
  if (names === undefined) return 'doc';
  if (names.includes('EncryptedPackage')) return 'encrypted-office';
  if (names.includes('WordDocument')) return 'doc';
  if (names.includes('Workbook') || names.includes('Book')) return 'xls';
  return names.includes('PowerPoint Document') ? 'presentation' : 'other-binary';
}
