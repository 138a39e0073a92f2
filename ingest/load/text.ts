import type { Loaded, TextBlock } from '../blocks.ts';
import { joinLines, type RawLine } from './join-lines.ts';
import { skip } from './skipped.ts';

/** Plain text: paragraphs, hard line breaks rejoined. */
export function loadPlainText(text: string): Loaded {
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
