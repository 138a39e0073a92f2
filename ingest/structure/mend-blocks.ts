import type { Block, TableBlock, TextBlock } from '../blocks.ts';
import type { Leftover } from '../leftovers.ts';
import { readMarker } from '../markers.ts';
import { columnCount, isHeading } from '../tables/headings.ts';
import { romanValue } from '../tables/row-number.ts';

export interface Mended {
  readonly blocks: readonly Block[];
  /** Page numbers, rules and repeated lines taken out. */
  readonly leftovers: readonly Leftover[];
}

/** A paragraph shorter than this is a line of its own, not a sentence that a page or line end broke. */
const SHORTEST_BROKEN = 40;
const GLUED = /^(Chương|Phần|Mục)\s+([IVX]+)(?<![IVX](?=[IVX]))(\p{Lu}\p{L}+.*)$/su;
const TWICE = /^((?:Điều|ĐIỀU)\s+\d+[a-zđ]?[.:])\s*\1\s*(.*)$/su;

/**
 * Puts right what files do to blocks: sentences and tables broken at page ends, page numbers among the text, headings
 * whose name was glued to their number and printed twice. No word is lost: what is taken out is a leftover.
 */
export function mendBlocks(blocks: readonly Block[]): Mended {
  const leftovers: Leftover[] = [];
  const mended: Block[] = [];
  const unframed = blocks.flatMap(withoutFrame);
  for (const [index, block] of unframed.entries()) {
    const last = mended.at(-1);
    if (block.kind === 'table') {
      const joined = last?.kind === 'table' ? continued(last, block) : null;
      if (joined === null) mended.push(block);
      else mended[mended.length - 1] = joined;
      continue;
    }
    const next = unframed[index + 1];
    if (isOrnament(block.text, last, next)) {
      leftovers.push({ kind: 'ornament', text: block.text });
      continue;
    }
    if (last !== undefined && last.kind !== 'table' && goesOn(last, block))
      mended[mended.length - 1] = { ...last, text: `${last.text}${/^[,;.]/.test(block.text) ? '' : ' '}${block.text}` };
    else mended.push(unglued(withoutRepeat(block, leftovers), next, leftovers));
  }
  return { blocks: mended, leftovers };
}

/** A table of one column is text in a frame. */
function withoutFrame(block: Block): readonly Block[] {
  if (block.kind !== 'table' || block.rows.some((row) => row.length > 1)) return [block];
  return block.rows.map(([text = '']) => ({ kind: 'paragraph', text, page: block.page }));
}

/** A line without words, or a page number in the middle of a sentence. */
function isOrnament(text: string, last: Block | undefined, next: Block | undefined): boolean {
  if (!/[\p{L}\d]/u.test(text)) return true;
  return (
    /^\d{1,3}$/.test(text) &&
    last !== undefined &&
    last.kind !== 'table' &&
    next !== undefined &&
    next.kind !== 'table' &&
    isBroken(last.text) &&
    /^\p{Ll}/u.test(next.text)
  );
}

/** A paragraph that begins in lower case goes on with the sentence above. */
function goesOn(last: TextBlock, block: TextBlock): boolean {
  if (block.kind === 'heading' || last.kind === 'heading') return false;
  if (/^,\s/.test(block.text)) return true;
  return isBroken(last.text) && /^\p{Ll}/u.test(block.text) && readMarker(block.text) === null;
}

function isBroken(text: string): boolean {
  return text.length >= SHORTEST_BROKEN && !/[.;:!?”"…)]$/u.test(text);
}

/** The table goes on when it has as many columns and no headings of its own, or the same ones again. */
function continued(above: TableBlock, below: TableBlock): TableBlock | null {
  const [heading = [], ...rest] = below.rows;
  if (columnCount(above.rows) !== columnCount(below.rows)) return null;
  if (sameCells(heading, above.rows[0] ?? [])) return { ...above, rows: [...above.rows, ...rest] };
  const crossesPage = above.page !== below.page;
  return crossesPage && !isHeading(heading) ? { ...above, rows: [...above.rows, ...below.rows] } : null;
}

function sameCells(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((cell, index) => cell === b[index]);
}

/** «Điều 57. Điều 57. Xử lý …» */
function withoutRepeat(block: TextBlock, leftovers: Leftover[]): TextBlock {
  const match = block.text.match(TWICE);
  if (match === null) return block;
  leftovers.push({ kind: 'repeated', text: match[1] ?? '' });
  return { ...block, text: `${match[1]} ${match[2]}` };
}

/** «Chương IQUY ĐỊNH CHUNG», followed by «QUY ĐỊNH CHUNG», is «Chương I». */
function unglued(block: TextBlock, next: Block | undefined, leftovers: Leftover[]): TextBlock {
  const match = block.text.match(GLUED);
  if (match === null) return block;
  const [, name = '', numerals = '', rest = ''] = match;
  const glued = numerals + rest;
  const following = next !== undefined && next.kind !== 'table' ? next.text : '';
  const lengths = Array.from({ length: numerals.length }, (_, index) => numerals.length - index);
  const isNumber = (length: number) => romanValue(glued.slice(0, length)) !== null;
  const named = lengths.find(
    (length) => isNumber(length) && following !== '' && glued.slice(length).startsWith(following),
  );
  if (named !== undefined) {
    leftovers.push({ kind: 'repeated', text: glued.slice(named) });
    return { ...block, text: `${name} ${glued.slice(0, named)}` };
  }
  const length = lengths.find(isNumber);
  return length === undefined ? block : { ...block, text: `${name} ${glued.slice(0, length)}. ${glued.slice(length)}` };
}
