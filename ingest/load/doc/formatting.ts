import { type LegacyFont, legacyFont } from '../encodings/legacy-fonts.ts';
import { STRUCTURE, type WordHeader } from './file-header.ts';
import type { PieceText } from './pieces.ts';
import { CHANGE, type FormattedStretch, numberOf, readStretches } from './properties.ts';
import { fontIn, readFontNames, readStyleSheet } from './style-sheet.ts';

/** What a paragraph's mark says of it. */
export interface ParagraphFormat {
  readonly tableDepth: number;
  readonly isRowEnd: boolean;
  /** Its list, counted from 1; 0 for none. */
  readonly list: number;
  readonly listLevel: number;
  /** The definition of the row's columns, at the end of a row. */
  readonly columns: Buffer | null;
}

/** Formatting by character position. */
export interface Formatting {
  readonly isDeleted: (position: number) => boolean;
  readonly fontOf: (position: number) => LegacyFont | null;
  readonly paragraphOf: (mark: number) => ParagraphFormat;
}

const ORDINARY: FormattedStretch = { from: 0, to: 0, style: 0, changes: [] };

/** Lays the formatting of the file's byte ranges over the characters they hold. */
export function readFormatting(header: WordHeader, stream: Buffer, table: Buffer, pieces: PieceText): Formatting {
  const styles = readStyleSheet(header.structure(table, STRUCTURE.styles));
  const fonts = readFontNames(header.structure(table, STRUCTURE.fonts)).map(legacyFont);
  const spread = (structure: 12 | 13, kind: 'character' | 'paragraph') =>
    spreadOver(pieces, readStretches(stream, header.structure(table, structure), kind));
  const characterAt = spread(STRUCTURE.characterPages, 'character');
  const paragraphAt = spread(STRUCTURE.paragraphPages, 'paragraph');
  return {
    isDeleted: (position) => numberOf((characterAt(position) ?? ORDINARY).changes, CHANGE.deleted) === 1,
    fontOf: (position) => {
      const { changes } = characterAt(position) ?? ORDINARY;
      const style = numberOf(changes, CHANGE.characterStyle);
      const ofParagraph = () => styles.fontOf((paragraphAt(position) ?? ORDINARY).style);
      return fonts[fontIn(changes) ?? (style === undefined ? ofParagraph() : styles.fontOf(style))] ?? null;
    },
    paragraphOf: (mark) => {
      const { style, changes } = paragraphAt(mark) ?? ORDINARY;
      const value = (code: number) => numberOf(changes, code) ?? styles.paragraphNumberOf(style, code) ?? 0;
      const list = value(CHANGE.list);
      return {
        tableDepth: value(CHANGE.inTable) === 0 ? 0 : Math.max(1, value(CHANGE.tableDepth)),
        isRowEnd: value(CHANGE.rowEnd) === 1,
        list: list > 0x7ff ? 0 : list,
        listLevel: value(CHANGE.listLevel),
        columns: changes.findLast((change) => change.code === CHANGE.columns)?.operand ?? null,
      };
    },
  };
}

/** For each character the stretch it lies in. */
function spreadOver(
  pieces: PieceText,
  stretches: readonly FormattedStretch[],
): (position: number) => FormattedStretch | undefined {
  const numbers = new Int32Array(pieces.text.length).fill(-1);
  stretches.forEach((stretch, index) => {
    for (const [start, end] of pieces.charactersIn(stretch.from, stretch.to)) numbers.fill(index, start, end);
  });
  return (position) => stretches[numbers[position] ?? -1];
}
