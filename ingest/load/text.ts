import type { Block, Loaded } from '../blocks.ts';
import { findFlattenedTables } from './flattened-tables.ts';
import { joinLines, type RawLine, typicalWidth } from './join-lines.ts';
import { skip } from './skipped.ts';

/** Plain text: paragraphs, hard line breaks rejoined, tables put together that were kept as one cell a line. */
export function loadPlainText(text: string): Loaded {
  const blocks = textBlocks(text.split(/\r\n?|\n|\u2028|\f/));
  return blocks.length === 0 ? skip('empty') : { ok: true, format: 'txt', blocks, stated: {} };
}

/** Blocks of lines; blank lines part paragraphs. */
export function textBlocks(lines: readonly string[]): readonly Block[] {
  const raw: RawLine[] = [];
  let afterBlank = false;
  for (const text of lines) {
    if (text.trim() === '') afterBlank = true;
    else {
      raw.push({ text, page: null, afterBlank });
      afterBlank = false;
    }
  }
  return lineBlocks(raw, true);
}

/**
 * Paragraphs and flattened tables of lines without blank ones among them.
 * @param trustBlanks whether a blank line always ends a paragraph, see {@link joinLines}
 */
export function lineBlocks(lines: readonly RawLine[], trustBlanks: boolean): readonly Block[] {
  const pieces = findFlattenedTables(lines);
  const width = typicalWidth(lines);
  return pieces.flatMap((piece): readonly Block[] =>
    piece.kind === 'table'
      ? [{ kind: 'table', rows: piece.rows, page: piece.page }]
      : joinLines(piece.lines, trustBlanks, width).map((paragraph) => ({ kind: 'paragraph', ...paragraph })),
  );
}
