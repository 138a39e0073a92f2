import { type CellObject, utils, type WorkSheet, write } from 'xlsx';

/** One sheet: rows of cells (`null` for none), merged ranges as `A1:B2`. A number may carry the format it is shown in. */
export interface SheetSpec {
  readonly rows: readonly (readonly (string | number | boolean | null | readonly [value: number, format: string])[])[];
  readonly merged?: readonly string[];
  readonly hidden?: boolean;
}

/** A workbook of the given sheets, by name. */
export function aWorkbook(sheets: Readonly<Record<string, SheetSpec>>, format: 'xlsx' | 'xls' = 'xlsx'): Uint8Array {
  const workbook = utils.book_new();
  for (const [name, spec] of Object.entries(sheets)) utils.book_append_sheet(workbook, aSheet(spec), name);
  workbook.Workbook = { Sheets: Object.values(sheets).map((spec) => ({ Hidden: spec.hidden ? 1 : 0 })) };
  return new Uint8Array(
    write(workbook, { type: 'array', bookType: format === 'xls' ? 'biff8' : 'xlsx', compression: true }),
  );
}

function aSheet(spec: SheetSpec): WorkSheet {
  const plain = spec.rows.map((row) => row.map((cell) => (typeof cell === 'object' && cell !== null ? cell[0] : cell)));
  const sheet = utils.aoa_to_sheet(plain);
  spec.rows.forEach((row, r) => {
    row.forEach((cell, c) => {
      const target: CellObject | undefined = sheet[utils.encode_cell({ r, c })];
      if (typeof cell === 'object' && cell !== null && target !== undefined) target.z = cell[1];
    });
  });
  if (spec.merged !== undefined) sheet['!merges'] = spec.merged.map((range) => utils.decode_range(range));
  return sheet;
}
