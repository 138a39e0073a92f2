import exceljs, { type Workbook, type Worksheet } from 'exceljs';
import { partsOf } from '../../bot/reporting/month.ts';
import type { Report } from '../../bot/reporting/reports.ts';
import { FONT } from './document-parts.ts';
import { fixedZip, withFixedTimes } from './fixed-zip.ts';
import type { ReportTable } from './report-parts.ts';
import { reportSections } from './report-sections.ts';
import { REPORT_WORDS } from './report-words.ts';

const LONGEST_SHEET_NAME = 31;
const WIDEST = 40;
const NARROWEST = 10;
const LINE_POINTS = 16;
const TEXT = { name: FONT, size: 12 } as const;
const LINE = { style: 'thin' } as const;
const BORDER = { top: LINE, bottom: LINE, left: LINE, right: LINE } as const;
/** The line of the table's head, below what the sheet is and how it keeps people unknown. */
const FIRST_LINE = 3;
/** Printed on A4 lying down, as wide as the page, with the head of the table on each. */
const PRINTED = {
  paperSize: 9,
  orientation: 'landscape',
  fitToPage: true,
  fitToWidth: 1,
  fitToHeight: 0,
  printTitlesRow: '3:3',
} as const;

/**
 * The annex as a workbook: the tables of the report, a sheet each, and the numbers behind its charts. It holds nothing
 * that the report hides. The same report gives the same bytes.
 */
export async function reportAnnex(report: Report): Promise<Uint8Array> {
  const workbook = new exceljs.Workbook();
  const at = (report.approved ?? report.drafted).at;
  workbook.created = new Date(at);
  workbook.modified = new Date(at);
  const sections = reportSections(report);
  for (const { tables } of sections) for (const table of tables) addSheet(workbook, report, table);
  for (const { charts } of sections)
    for (const { title, bars } of charts) {
      const rows = bars.map(({ label, shown, value }) => [{ text: label }, { text: shown, isNumber: value !== null }]);
      addSheet(workbook, report, {
        caption: title,
        columns: [REPORT_WORDS.columns.item, REPORT_WORDS.columns.turns],
        rows,
      });
    }
  const bytes = new Uint8Array(await workbook.xlsx.writeBuffer());
  return fixedZip(bytes, (_name, xml) => withFixedTimes(xml, at));
}

function addSheet(workbook: Workbook, { month: name }: Report, { caption, columns, rows }: ReportTable): void {
  const sheet = workbook.addWorksheet(sheetName(workbook, caption), {
    views: [{ state: 'frozen', ySplit: 3 }],
    pageSetup: PRINTED,
  });
  const { month, year } = partsOf(name);
  sheet.addRow([`${REPORT_WORDS.annex.sheetTitle} ${month}/${year}: ${caption}`]).font = { ...TEXT, bold: true };
  sheet.addRow([REPORT_WORDS.privacy]).font = { ...TEXT, italic: true };
  sheet.addRow([...columns]).font = { ...TEXT, bold: true };
  for (const row of rows) {
    const added = sheet.addRow(row.map(({ text, isNumber }) => cellValue(text, isNumber === true)));
    added.font = TEXT;
  }
  const widths = columnWidths(columns, rows);
  for (const [index, width] of widths.entries()) {
    sheet.getColumn(index + 1).width = width;
    for (let line = FIRST_LINE; line < FIRST_LINE + 1 + rows.length; line += 1) {
      const cell = sheet.getCell(line, index + 1);
      const isNumber = rows[line - FIRST_LINE - 1]?.[index]?.isNumber === true;
      cell.border = BORDER;
      cell.alignment = { wrapText: true, vertical: 'top', horizontal: isNumber ? 'right' : 'left' };
    }
  }
  const room = widths.reduce((sum, width) => sum + width, 0);
  for (const line of [1, 2]) acrossAllColumns(sheet, line, columns.length, room);
}

/** Words over the whole width of the table, on as many lines as they need, so that nothing is printed beside it. */
function acrossAllColumns(sheet: Worksheet, line: number, columns: number, room: number): void {
  sheet.mergeCells(line, 1, line, columns);
  sheet.getCell(line, 1).alignment = { wrapText: true, vertical: 'top' };
  sheet.getRow(line).height = LINE_POINTS * Math.ceil((sheet.getCell(line, 1).text.length * 1.1) / room);
}

/** Numbers are numbers again, so that they can be added up; everything else stays words and is never a formula. */
function cellValue(text: string, isNumber: boolean): string | number {
  return isNumber && /^\d{1,3}(?:\.\d{3})*$/.test(text) ? Number(text.replaceAll('.', '')) : text;
}

/** In letters. */
function columnWidths(columns: readonly string[], rows: ReportTable['rows']): readonly number[] {
  return columns.map((column, index) => {
    const longest = Math.max(column.length, ...rows.map((row) => row[index]?.text.length ?? 0));
    return Math.min(WIDEST, Math.max(NARROWEST, longest + 3));
  });
}

/** Names of sheets are short, without some signs, and each is there once. */
function sheetName(workbook: Workbook, caption: string): string {
  const short = caption
    .replace(/[[\]:*?/\\]/g, ' ')
    .slice(0, LONGEST_SHEET_NAME - 2)
    .trim();
  return workbook.getWorksheet(short) === undefined ? short : `${short} 2`;
}
