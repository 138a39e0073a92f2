import type { PassagePart } from '../knowledge/document.ts';
import type { TableBlock } from './blocks.ts';

/** Rows of a table that belong together under one section row. */
export interface RowGroup {
  /** Labels of the section rows above, outermost first. */
  readonly sections: readonly string[];
  readonly parts: readonly PassagePart[];
}

export interface ReadTable {
  /** Cells of the header row joined, or `null` when the table has none. */
  readonly header: string | null;
  readonly groups: readonly RowGroup[];
}

const NUMBERED = /^(\d+(?:\.\d+)*|[IVXLC]+|[a-zđ])[.)]?$/u;

/**
 * Reads a table row by row: every row becomes a part with an address of its own; a section row (a number and a label,
 * no values) opens a group that is kept with its rows.
 * @param place address of the table, for example `Phụ lục`
 */
export function readTable(table: TableBlock, place: string): ReadTable {
  const rows = table.rows.map((row) => row.map((cell) => cell.replace(/\s+/g, ' ').trim()));
  const header = isHeader(rows[0] ?? []) ? rows[0] : undefined;
  const groups: { sections: string[]; parts: PassagePart[] }[] = [];
  let open: { depth: number; label: string }[] = [];
  let rowNumber = 0;
  for (const row of header === undefined ? rows : rows.slice(1)) {
    const cells = distinctCells(row);
    if (cells.length === 0) continue;
    rowNumber += 1;
    const number = cells[0]?.match(NUMBERED)?.[1];
    const part: PassagePart = {
      address: addressOf(place, number, rowNumber),
      text: rowText(cells, number !== undefined),
    };
    if (isSection(cells, number)) {
      const depth = depthOf(number);
      open = [...open.filter((section) => section.depth < depth), { depth, label: cells.join(' ') }];
      groups.push({ sections: open.slice(0, -1).map((section) => section.label), parts: [part] });
    } else {
      const current = groups.at(-1);
      const depth = depthOf(number);
      const inside = open.length > 0 && (number === undefined || depth > (open.at(-1)?.depth ?? 0));
      if (current !== undefined && (inside || open.length === 0)) current.parts.push(part);
      else {
        open = open.filter((section) => section.depth < depth);
        groups.push({ sections: open.map((section) => section.label), parts: [part] });
      }
    }
  }
  // A section row whose words head the groups below it needs no passage of its own.
  const headed = new Set(groups.flatMap((group) => group.sections));
  return {
    header: header === undefined ? null : distinctCells(header).join(' | '),
    groups: groups.filter((group) => group.parts.length > 1 || !headed.has(group.parts[0]?.text ?? '')),
  };
}

function isHeader(row: readonly string[]): boolean {
  const filled = row.filter((cell) => cell !== '');
  return filled.length >= 2 && filled.every((cell) => !/^[\d.,%]+$/.test(cell)) && !NUMBERED.test(filled[0] ?? '');
}

/** A merged cell repeats its text in every position; once is enough. */
function distinctCells(row: readonly string[]): string[] {
  return row.filter((cell, index) => cell !== '' && cell !== row[index - 1]);
}

function isSection(cells: readonly string[], number: string | undefined): boolean {
  return cells.length === 1
    ? !/\d/.test(cells[0] ?? '')
    : cells.length === 2 && number !== undefined && !/\d{2,}[.,]\d{3}/.test(cells[1] ?? '');
}

/** Roman sections stand above numbered ones; `1` above `1.1`; unnumbered section rows stand above all. */
function depthOf(number: string | undefined): number {
  if (number === undefined) return 0;
  if (/^[IVXLC]+$/.test(number)) return 1;
  return /^\d/.test(number) ? 1 + number.split('.').length : 9;
}

function addressOf(place: string, number: string | undefined, rowNumber: number): string {
  const row = number === undefined ? `bảng, dòng ${rowNumber}` : `mục ${number}`;
  const address = place === '' ? row : `${place}, ${row}`;
  return address.charAt(0).toUpperCase() + address.slice(1);
}

function rowText(cells: readonly string[], numbered: boolean): string {
  const [first = '', ...rest] = cells;
  return numbered && rest.length > 0 ? `${first} ${rest.join(' – ')}` : cells.join(' – ');
}
