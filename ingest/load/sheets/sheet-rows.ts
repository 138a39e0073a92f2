import { type CellObject, read, utils, type WorkBook } from 'xlsx';
import type { Loaded } from '../../blocks.ts';
import { skip } from '../skipped.ts';
import { MAX_CELLS, shownText } from './cell-grid.ts';
import { firstDayOf, safeWorkbook } from './workbook.ts';

/** A row of a sheet with anything in it. */
export interface SheetRow {
  /** As the spreadsheet counts, from 1. */
  readonly line: number;
  /** Text of each cell, column by column; empty where there is none. */
  readonly cells: readonly string[];
}

/** Each sheet's rows by its name, in order. */
export type SheetRows = ReadonlyMap<string, readonly SheetRow[]>;

const MAX_COLUMNS = 64;

/** Reads a workbook's cells with the numbers of their rows; a reason where it is none or must not be opened. */
export function readSheetRows(
  bytes: Uint8Array,
): { readonly ok: true; readonly sheets: SheetRows } | (Loaded & { readonly ok: false }) {
  const safe = safeWorkbook(bytes);
  if (!safe.ok) return safe;
  let workbook: WorkBook;
  try {
    workbook = read(safe.bytes, { type: 'array', cellFormula: false, cellHTML: false, cellNF: true, cellText: true });
  } catch {
    return skip('unreadable');
  }
  const firstDay = firstDayOf(workbook);
  const sheets = new Map<string, readonly SheetRow[]>();
  let cells = 0;
  for (const name of workbook.SheetNames) {
    const sheet = workbook.Sheets[name] ?? {};
    const keys = Object.keys(sheet).filter((key) => !key.startsWith('!'));
    cells += keys.length;
    if (cells > MAX_CELLS) return skip('too-large');
    const rows = new Map<number, string[]>();
    for (const key of keys) {
      const { r, c } = utils.decode_cell(key);
      if (c >= MAX_COLUMNS) continue;
      const row = rows.get(r) ?? [];
      row[c] = shownText(sheet[key] as CellObject, false, firstDay); // what is no mark of the sheet is a cell
      rows.set(r, row);
    }
    sheets.set(
      name.normalize('NFC').trim(),
      [...rows]
        .sort(([one], [other]) => one - other)
        .map(([index, row]) => ({ line: index + 1, cells: Array.from(row, (text) => text ?? '') }))
        .filter((row) => row.cells.some((text) => text !== '')),
    );
  }
  return { ok: true, sheets };
}
