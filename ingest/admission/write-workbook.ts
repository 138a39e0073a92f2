import ExcelJS from 'exceljs';
import type { AdmissionTable, SheetId } from '../../knowledge/admission/table.ts';
import { SAMPLE_ROWS, SAMPLE_YEAR } from './sample-rows.ts';
import { COVER, SHEETS } from './sheets.ts';
import { cellsOf } from './table-cells.ts';

const HEAD_FILL = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFDCE6F1' } } as const;
/** Rows below the head in which a cell offers the values that it may hold. */
const LISTED_ROWS = 200;
const IDS = Object.keys(SHEETS) as SheetId[]; // keys of a record by those keys

/** An empty workbook for a school year. */
export function writeTemplate(schoolYear: string): Promise<Uint8Array> {
  return writeWorkbook(schoolYear, false, () => []);
}

/** The workbook of a table; reading it gives the table again, with its rows closed up. */
export function writeTable(table: AdmissionTable): Promise<Uint8Array> {
  const cells = cellsOf(table);
  return writeWorkbook(table.schoolYear, table.isSample, (id) => cells[id].map((row) => row.cells));
}

/** A workbook of made-up rules, marked as such everywhere, to try the helper with. */
export function writeSample(): Promise<Uint8Array> {
  return writeWorkbook(SAMPLE_YEAR, true, (id) => SAMPLE_ROWS[id]);
}

async function writeWorkbook(
  schoolYear: string,
  isSample: boolean,
  rowsOf: (id: SheetId) => readonly (readonly string[])[],
): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  const cover = workbook.addWorksheet(COVER.name);
  cover.addRows([
    [COVER.year, schoolYear],
    [COVER.sample, isSample ? COVER.yes : 'Không'],
  ]);
  cover.getColumn(1).width = 24;
  cover.getColumn(2).width = 24;
  for (const id of IDS) {
    const { name, columns } = SHEETS[id];
    const sheet = workbook.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1 }] });
    const head = sheet.addRow(columns.map(({ title }) => title));
    head.font = { bold: true };
    // Before anything touches the cells below, or they would come after those.
    sheet.addRows(rowsOf(id).map((row) => [...row]));
    columns.forEach(({ rule, values }, index) => {
      const cell = head.getCell(index + 1);
      cell.note = rule;
      cell.fill = HEAD_FILL;
      const column = sheet.getColumn(index + 1);
      column.width = 22;
      // Everything is text, so that no spreadsheet turns «1-5» into a day.
      column.numFmt = '@';
      if (values === undefined) return;
      const formulae = [`"${values.join(',')}"`];
      for (let row = 2; row <= LISTED_ROWS; row += 1)
        sheet.getCell(row, index + 1).dataValidation = { type: 'list', allowBlank: true, formulae };
    });
  }
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}
