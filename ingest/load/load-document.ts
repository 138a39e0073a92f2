import type { Loaded } from '../blocks.ts';
import { loadDocx } from './docx.ts';
import { loadHtml } from './html.ts';
import { loadMarkdown, looksLikeMarkdown } from './markdown.ts';
import { loadPdf } from './pdf.ts';
import { skip } from './skipped.ts';
import { decodeText, loadText } from './text.ts';

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
  } catch {
    return skip('unreadable');
  }
}

function loadTextual(bytes: Uint8Array): Loaded {
  const head = decodeText(bytes)?.trimStart().slice(0, 5_000);
  if (head === undefined) return skip('unreadable');
  if (head === '') return skip('empty');
  if (
    /^(?:<!doctype html|<html|<\?xml[^>]*>\s*<(?:!doctype )?html)/i.test(head) ||
    /<(?:body|article|table|p)[\s>]/i.test(head)
  )
    return loadHtml(bytes);
  return looksLikeMarkdown(decodeText(bytes) ?? '') ? loadMarkdown(bytes) : loadText(bytes);
}
