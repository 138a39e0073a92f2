import type { Loaded, TextBlock } from '../blocks.ts';
import { joinLines, type RawLine } from './join-lines.ts';
import { skip } from './skipped.ts';

/** Decodes text: UTF-8 with or without a mark, UTF-16 with one; NFC. `null` when it is none of these. */
export function decodeText(bytes: Uint8Array): string | null {
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes).normalize('NFC');
    return text.includes('\u0000') ? null : text;
  } catch {
    return null;
  }
}

/** Plain text: paragraphs, hard line breaks rejoined. */
export function loadText(bytes: Uint8Array): Loaded {
  const text = decodeText(bytes);
  if (text === null) return skip('unreadable');
  const blocks = textBlocks(text.split(/\r\n?|\n|\u2028|\f/));
  return blocks.length === 0 ? skip('empty') : { ok: true, format: 'txt', blocks, stated: {} };
}

/** Paragraph blocks of lines; blank lines part paragraphs. */
export function textBlocks(lines: readonly string[]): readonly TextBlock[] {
  const raw: RawLine[] = [];
  let afterBlank = false;
  for (const text of lines) {
    if (text.trim() === '') afterBlank = true;
    else {
      raw.push({ text, page: null, afterBlank });
      afterBlank = false;
    }
  }
  return joinLines(raw, true).map((paragraph) => ({ kind: 'paragraph', ...paragraph }));
}
