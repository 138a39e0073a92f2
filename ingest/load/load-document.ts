import type { Loaded } from '../blocks.ts';
import { loadDocx } from './docx.ts';
import { convertedNote, decodeText } from './encodings/decode-text.ts';
import { repairBlocks } from './encodings/repair-blocks.ts';
import { loadHtml, looksLikeHtml, statedCharset } from './html.ts';
import { loadMarkdown, looksLikeMarkdown } from './markdown.ts';
import { loadPdf } from './pdf.ts';
import { skip } from './skipped.ts';
import { loadText } from './text.ts';

/** First bytes of formats that are known but not read. */
const NOT_READ: readonly (readonly [bytes: readonly number[], name: string])[] = [
  [[0xd0, 0xcf, 0x11, 0xe0], 'doc, xls của Office cũ'],
  [[0x89, 0x50, 0x4e, 0x47], 'ảnh png'],
  [[0xff, 0xd8, 0xff], 'ảnh jpg'],
  [[0x52, 0x49, 0x46, 0x46], 'ảnh webp'],
  [[0x7b, 0x5c, 0x72, 0x74, 0x66], 'rtf'],
];

/** Reads a file by what its first bytes say it is, whatever its name. Never throws for bad input. */
export async function loadDocument(bytes: Uint8Array): Promise<Loaded> {
  try {
    return inUnicode(await loadByFirstBytes(bytes));
  } catch {
    return skip('unreadable');
  }
}

async function loadByFirstBytes(bytes: Uint8Array): Promise<Loaded> {
  if (bytes.length === 0) return skip('empty');
  const startsWith = (prefix: readonly number[]) => prefix.every((byte, index) => bytes[index] === byte);
  if (startsWith([0x25, 0x50, 0x44, 0x46])) return await loadPdf(bytes);
  if (startsWith([0x50, 0x4b, 0x03, 0x04])) {
    return Buffer.from(bytes).includes('word/document.xml')
      ? await loadDocx(bytes)
      : skip('unsupported-format', 'zip hoặc bảng tính');
  }
  const unread = NOT_READ.find(([prefix]) => startsWith(prefix));
  if (unread !== undefined) return skip('unsupported-format', unread[1]);
  return loadTextual(bytes);
}

function loadTextual(bytes: Uint8Array): Loaded {
  const decoded = decodeText(bytes, statedCharset(bytes));
  if (decoded === null) return skip('unreadable');
  const { text, notes } = decoded;
  if (text.trim() === '') return skip('empty');
  const load = looksLikeHtml(text) ? loadHtml : looksLikeMarkdown(text) ? loadMarkdown : loadText;
  return withNotes(load(text), notes);
}

/** Fonts of the time before Unicode are known by their text where the format does not name them. */
function inUnicode(loaded: Loaded): Loaded {
  if (!loaded.ok) return loaded;
  const { blocks, encoding } = repairBlocks(loaded.blocks);
  return encoding === null ? loaded : withNotes({ ...loaded, blocks }, [convertedNote(encoding)]);
}

function withNotes(loaded: Loaded, notes: readonly string[]): Loaded {
  if (!loaded.ok || notes.length === 0) return loaded;
  return { ...loaded, notes: [...new Set([...(loaded.notes ?? []), ...notes])] };
}
