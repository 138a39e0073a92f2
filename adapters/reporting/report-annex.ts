import exceljs, { type Workbook, type Worksheet } from 'exceljs';
import { partsOf } from '../../bot/reporting/month.ts';
import type { Report } from '../../bot/reporting/reports.ts';
import { fixedZip, withFixedTimes } from './fixed-zip.ts';
import type { ReportTable } from './report-parts.ts';
import { reportSections } from './report-sections.ts';
import { REPORT_WORDS } from './report-words.ts';

const LONGEST_SHEET_NAME = 31;
const WIDEST = 60;
const NARROWEST = 10;

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
  const sheet = workbook.addWorksheet(sheetName(workbook, caption), { views: [{ state: 'frozen', ySplit: 3 }] });
  const { month, year } = partsOf(name);
  sheet.addRow([`${REPORT_WORDS.annex.sheetTitle} ${month}/${year}: ${caption}`]).font = { bold: true };
  sheet.addRow([REPORT_WORDS.privacy]).font = { italic: true };
  sheet.addRow([...columns]).font = { bold: true };
  for (const row of rows) sheet.addRow(row.map(({ text, isNumber }) => cellValue(text, isNumber === true)));
  fitColumns(sheet, columns, rows);
}

/** Numbers are numbers again, so that they can be added up; everything else stays words and is never a formula. */
function cellValue(text: string, isNumber: boolean): string | number {
  return isNumber && /^\d{1,3}(?:\.\d{3})*$/.test(text) ? Number(text.replaceAll('.', '')) : text;
}

function fitColumns(sheet: Worksheet, columns: readonly string[], rows: ReportTable['rows']): void {
  for (const [index, column] of columns.entries()) {
    const longest = Math.max(column.length, ...rows.map((row) => row[index]?.text.length ?? 0));
    sheet.getColumn(index + 1).width = Math.min(WIDEST, Math.max(NARROWEST, longest + 2));
  }
}

/** Names of sheets are short, without some signs, and each is there once. */
function sheetName(workbook: Workbook, caption: string): string {
  const short = caption
    .replace(/[[\]:*?/\\]/g, ' ')
    .slice(0, LONGEST_SHEET_NAME - 2)
    .trim();
  return workbook.getWorksheet(short) === undefined ? short : `${short} 2`;
}
