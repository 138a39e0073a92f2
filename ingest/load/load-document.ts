import type { Loaded } from '../blocks.ts';
import { loadDoc } from './doc.ts';
import { loadDocx } from './docx.ts';
import { decodeText } from './encodings/decode-text.ts';
import { repairBlocks } from './encodings/repair-blocks.ts';
import { type FileKind, fileKind } from './file-kind.ts';
import { loadHtml, looksLikeHtml, statedCharset } from './html.ts';
import { whyNotRead } from './kinds-not-read.ts';
import { loadMarkdown, looksLikeMarkdown } from './markdown.ts';
import { loadPdf } from './pdf.ts';
import { loadPicture } from './picture.ts';
import { NO_AIDS, type ReadingAids } from './reading-aids.ts';
import { KINDS_NOT_READ, READING_NOTES } from './reading-words.ts';
import { csvSeparator, loadCsv } from './sheets/csv.ts';
import { skip } from './skipped.ts';
import { loadPlainText } from './text.ts';
import { loadWebArchive } from './web-archive.ts';

const XML_WORKBOOK = /urn:schemas-microsoft-com:office:(?:spreadsheet|word)|<pkg:package/;

/** Reads a file by what its first bytes say it is, whatever its name. Never throws for bad input. */
export async function loadDocument(bytes: Uint8Array, aids: ReadingAids = NO_AIDS): Promise<Loaded> {
  try {
    return inUnicode(await loadByKind(bytes, fileKind(bytes), aids));
  } catch {
    return skip('unreadable');
  }
}

async function loadByKind(bytes: Uint8Array, kind: FileKind, aids: ReadingAids): Promise<Loaded> {
  if (bytes.length === 0) return skip('empty');
  switch (kind) {
    case 'pdf':
      return loadPdf(bytes, aids);
    case 'docx':
      return loadDocx(bytes);
    case 'doc':
      return loadDoc(bytes);
    case 'xlsx':
      return (await workbooks()).loadXlsx(bytes);
    case 'xls':
      return (await workbooks()).loadXls(bytes);
    case 'web-archive':
      return loadWebArchive(bytes);
    case 'encrypted-office':
      return skip('encrypted');
    case 'text':
      return loadTextual(bytes);
    case 'picture':
      return loadPicture(bytes, aids);
    default:
      return notRead(whyNotRead(kind));
  }
}

/** Loaded when the first workbook comes: the library is large, and every reading thread would load it at its start. */
function workbooks() {
  return import('./sheets/workbook.ts');
}

function notRead(message: string): Loaded {
  return { ok: false, skipped: { reason: 'unsupported-format', message } };
}

function loadTextual(bytes: Uint8Array): Loaded {
  const decoded = decodeText(bytes, statedCharset(bytes));
  if (decoded === null) return skip('unreadable');
  const { text, notes } = decoded;
  if (text.trim() === '') return skip('empty');
  if (XML_WORKBOOK.test(text.slice(0, 5_000)) && text.trimStart().startsWith('<?xml'))
    return notRead(KINDS_NOT_READ.officeXml);
  return withNotes(loadText(text), notes);
}

function loadText(text: string): Loaded {
  if (looksLikeHtml(text)) return loadHtml(text);
  if (looksLikeMarkdown(text)) return loadMarkdown(text);
  const separator = csvSeparator(text);
  return separator === null ? loadPlainText(text) : loadCsv(text, separator);
}

/** Fonts of the time before Unicode are known by their text where the format does not name them. */
function inUnicode(loaded: Loaded): Loaded {
  if (!loaded.ok) return loaded;
  const { blocks, encoding } = repairBlocks(loaded.blocks);
  return encoding === null ? loaded : withNotes({ ...loaded, blocks }, [READING_NOTES.converted(encoding)]);
}

function withNotes(loaded: Loaded, notes: readonly string[]): Loaded {
  if (!loaded.ok || notes.length === 0) return loaded;
  return { ...loaded, notes: [...new Set([...(loaded.notes ?? []), ...notes])] };
}
