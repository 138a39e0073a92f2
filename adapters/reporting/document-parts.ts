import {
  AlignmentType,
  BorderStyle,
  type IParagraphOptions,
  type ITableCellOptions,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import type { ReportTable } from './report-parts.ts';

/*
 * The layout of an administrative document after Annex I of Decree 30/2020/NĐ-CP: A4, Times New Roman, black; sizes in
 * points. The library counts sizes in half points and lengths in twentieths of a point (twips).
 */

export const FONT = 'Times New Roman';
const MILLIMETRE = 56.7;
export const millimetres = (length: number) => Math.round(length * MILLIMETRE);

/** Margins: top and bottom 20 to 25 mm, left 30 to 35 mm, right 15 to 20 mm. */
export const PAGE = {
  size: { width: millimetres(210), height: millimetres(297) },
  margin: {
    top: millimetres(20),
    bottom: millimetres(20),
    left: millimetres(30),
    right: millimetres(15),
    header: millimetres(10),
    footer: millimetres(10),
  },
} as const;
/** What the margins leave. */
export const TEXT_WIDTH = millimetres(165);

const NO_BORDER = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
const NO_BORDERS = { top: NO_BORDER, bottom: NO_BORDER, left: NO_BORDER, right: NO_BORDER } as const;
const THIN = { style: BorderStyle.SINGLE, size: 4, color: '000000' } as const;

interface RunStyle {
  readonly size: number;
  readonly bold?: boolean;
  readonly italics?: boolean;
}

/** Words of one style. */
export function run(text: string, { size, bold = false, italics = false }: RunStyle): TextRun {
  return new TextRun({ text, font: FONT, size: size * 2, bold, italics });
}

/** A centred line of words. */
export function centred(text: string, style: RunStyle, more: Partial<IParagraphOptions> = {}): Paragraph {
  return new Paragraph({ alignment: AlignmentType.CENTER, children: [run(text, style)], ...more });
}

/**
 * An empty line with a rule across a part of its room, in per cent: under the motto, the office's name and the subject.
 * @param room twips
 */
export function ruleAcross(room: number, percent: number): Paragraph {
  const indent = Math.round((room * (100 - percent)) / 200);
  return new Paragraph({
    indent: { left: indent, right: indent },
    spacing: { before: 60, after: 60, line: 60, lineRule: 'exact' },
    border: { top: { style: BorderStyle.SINGLE, size: 6, space: 1, color: '000000' } },
    children: [],
  });
}

/** A paragraph of the body: 14 points, both edges straight, first line indented by 1 cm, 6 points between paragraphs. */
export function bodyParagraph(text: string, more: Partial<IParagraphOptions> = {}): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.JUSTIFIED,
    indent: { firstLine: millimetres(10) },
    spacing: { before: 120, after: 0, line: 288, lineRule: 'auto' },
    children: [run(text, { size: 14 })],
    ...more,
  });
}

/** The head of a part of the body. */
export function partHead(text: string): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.JUSTIFIED,
    keepNext: true,
    indent: { firstLine: millimetres(10) },
    spacing: { before: 160, after: 0 },
    children: [run(text, { size: 14, bold: true })],
  });
}

/** Blocks side by side without lines, as the head and the foot of a document have them; no page ends within a pair. */
export function sideBySide(
  pairs: readonly (readonly [left: readonly Paragraph[], right: readonly Paragraph[]])[],
  widths: readonly [number, number],
): Table {
  const cell = (children: readonly Paragraph[], width: number) =>
    new TableCell({ children, borders: NO_BORDERS, width: { size: width, type: WidthType.DXA } });
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    columnWidths: [...widths],
    borders: { ...NO_BORDERS, insideHorizontal: NO_BORDER, insideVertical: NO_BORDER },
    rows: pairs.map(
      ([left, right]) => new TableRow({ cantSplit: true, children: [cell(left, widths[0]), cell(right, widths[1])] }),
    ),
  });
}

/** A table of the report; its head is repeated on each page. */
export function documentTable({ columns, rows }: ReportTable): Table {
  const widths = columnWidths(
    columns,
    rows.map((row) => row.map(({ text }) => text)),
  );
  const cell = (
    text: string,
    index: number,
    style: RunStyle,
    isNumber: boolean,
    more: Partial<ITableCellOptions> = {},
  ) =>
    new TableCell({
      verticalAlign: VerticalAlignTable.CENTER,
      width: { size: widths[index] ?? 0, type: WidthType.DXA },
      margins: { left: 60, right: 60, top: 20, bottom: 20 },
      children: [
        new Paragraph({ alignment: isNumber ? AlignmentType.RIGHT : AlignmentType.LEFT, children: [run(text, style)] }),
      ],
      ...more,
    });
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    columnWidths: [...widths],
    borders: { top: THIN, bottom: THIN, left: THIN, right: THIN, insideHorizontal: THIN, insideVertical: THIN },
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: columns.map((column, index) => cell(column, index, { size: 12, bold: true }, false)),
      }),
      ...rows.map(
        (row) =>
          new TableRow({
            cantSplit: true,
            children: row.map(({ text, isNumber = false }, index) => cell(text, index, { size: 12 }, isNumber)),
          }),
      ),
    ],
  });
}

const WIDEST = 45;
/** Room of a letter of 12 points, rather too much than too little, and of a cell's margins (twips). */
const LETTER = 130;
const CELL_MARGINS = 140;

/** Every column has room for its longest word; they share the rest by how much longer their texts are, within bounds. */
function columnWidths(columns: readonly string[], rows: readonly (readonly string[])[]): readonly number[] {
  const measured = columns.map((column, index) => {
    const texts = [column, ...rows.map((row) => row[index] ?? '')];
    return { text: longest(texts), word: longest(texts.flatMap((text) => text.split(/\s+/))) };
  });
  const needed = measured.map(({ word }) => word * LETTER + CELL_MARGINS);
  const shares = measured.map(({ text, word }) => 1 + Math.max(0, Math.min(WIDEST, text) - word));
  const spare = Math.max(0, TEXT_WIDTH - sum(needed));
  // Words that are longer than the page is wide have to break.
  const fits = Math.min(1, TEXT_WIDTH / sum(needed));
  return needed.map((width, index) => Math.floor(width * fits + (spare * (shares[index] ?? 0)) / sum(shares)));
}

function longest(texts: readonly string[]): number {
  return Math.max(1, ...texts.map((text) => [...text].length));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
