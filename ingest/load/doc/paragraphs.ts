import type { LegacyFont } from '../encodings/legacy-fonts.ts';
import type { FontPiece } from '../encodings/legacy-pieces.ts';
import type { Formatting, ParagraphFormat } from './formatting.ts';

/** One paragraph of a Word document: its visible text in pieces of one font, and its mark's formatting. */
export interface WordParagraph extends ParagraphFormat {
  readonly pieces: readonly FontPiece[];
  /** Ends a table cell (or, at a row's end, the row). */
  readonly endsCell: boolean;
  /** Positions of the characters that stand for footnotes and endnotes. */
  readonly noteMarks: readonly number[];
}

const CELL_END = 0x07;
const PARAGRAPH_END = 0x0d;
const PAGE_END = 0x0c;
const FIELD_BEGIN = 0x13;
const FIELD_RESULT = 0x14;
const FIELD_END = 0x15;
const NOTE = 0x02;
/** Characters that mean something else than themselves. Source: MS-DOC 2.4.1 and 2.8.25. */
const SHOWN: Readonly<Record<number, string>> = { 9: ' ', 11: '\n', 14: '\n', 30: '\u2011', 160: ' ' };

/**
 * The paragraphs between two character positions. Deleted text, field codes, pictures and other marks are left out.
 * @param marks how a note's mark is shown, by its position
 */
export function readParagraphs(
  text: string,
  from: number,
  to: number,
  formatting: Formatting,
  marks: ReadonlyMap<number, string>,
): readonly WordParagraph[] {
  const paragraphs: WordParagraph[] = [];
  let pieces: { text: string; font: LegacyFont | null }[] = [];
  let noteMarks: number[] = [];
  /** For each field being read, whether its result has begun. */
  const fields: boolean[] = [];
  const end = (position: number, endsCell: boolean) => {
    paragraphs.push({ ...formatting.paragraphOf(position), pieces, endsCell, noteMarks });
    pieces = [];
    noteMarks = [];
  };
  const last = Math.min(to, text.length);
  for (let position = from; position < last; position += 1) {
    const code = text.charCodeAt(position);
    if (code === PARAGRAPH_END || code === CELL_END || code === PAGE_END) {
      end(position, code === CELL_END);
      continue;
    }
    if (code === FIELD_BEGIN) fields.push(false);
    else if (code === FIELD_RESULT) fields[fields.length - 1] = true;
    else if (code === FIELD_END) fields.pop();
    if (fields.includes(false) || formatting.isDeleted(position)) continue;
    const mark = code === NOTE ? (marks.get(position) ?? '') : null;
    if (mark) noteMarks.push(position);
    const shown = mark ?? SHOWN[code] ?? (code < 0x20 ? '' : text.charAt(position));
    if (shown === '') continue;
    const font = formatting.fontOf(position);
    const current = pieces.at(-1);
    if (current !== undefined && current.font?.encoding === font?.encoding && current.font?.capitals === font?.capitals)
      current.text += shown;
    else pieces.push({ text: shown, font });
  }
  if (pieces.length > 0) end(last - 1, false);
  return paragraphs;
}
