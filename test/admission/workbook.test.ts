import { zipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { readAdmissionWorkbook } from '../../ingest/admission/read-workbook.ts';
import { SHEETS } from '../../ingest/admission/sheets.ts';
import { cellsOf } from '../../ingest/admission/table-cells.ts';
import { writeTable, writeTemplate } from '../../ingest/admission/write-workbook.ts';
import { checkTable } from '../../knowledge/admission/check-table.ts';
import { ADMISSION_LEVELS, type AdmissionTable, type SheetId } from '../../knowledge/admission/table.ts';
import { sampleTable } from '../builders/admission-table.ts';
import { aWorkbook } from '../builders/workbooks.ts';

let sample: AdmissionTable;
beforeAll(async () => {
  sample = await sampleTable();
});

/** The sample's workbook as a spreadsheet program would save it, with cells changed: sheet, row (from 1), column. */
function withCells(changes: readonly (readonly [SheetId, number, string, string])[], year = '2026-2027'): Uint8Array {
  const cells = cellsOf(sample);
  const ids = Object.keys(SHEETS) as SheetId[]; // keys of a record by those keys
  const sheets = ids.map((id) => {
    const { name, columns } = SHEETS[id];
    const rows = [columns.map(({ title }) => title), ...cells[id].map((row) => [...row.cells])];
    for (const [sheet, line, column, value] of changes) {
      const row = rows[line - 1];
      if (sheet === id && row !== undefined) row[columns.findIndex(({ title }) => title === column)] = value;
    }
    return [name, { rows }] as const;
  });
  return aWorkbook({ Chung: { rows: [['Năm học', year]] }, ...Object.fromEntries(sheets) });
}

function problemsOf(bytes: Uint8Array): readonly string[] {
  const read = readAdmissionWorkbook(bytes);
  return read.ok ? [] : read.problems;
}

describe('the admission workbook', () => {
  it('comes as a sample that is marked, covers all levels and has only known holes', () => {
    expect(sample).toMatchObject({ schoolYear: '2026-2027', isSample: true });
    expect(new Set(sample.zones.map(({ level }) => level))).toEqual(new Set(ADMISSION_LEVELS));
    expect(checkTable(sample).filter(({ severity }) => severity === 'conflict')).toEqual([]);
    for (const school of sample.zones.flatMap(({ schools }) => schools)) expect(school).toContain('Mẫu');
  });

  it('gives the same table again when it is written and read', async () => {
    expect(readAdmissionWorkbook(await writeTable(sample))).toEqual({ ok: true, table: sample });
  });

  it('reads what another spreadsheet program saved', () => {
    expect(readAdmissionWorkbook(withCells([]))).toEqual({ ok: true, table: { ...sample, isSample: false } });
  });

  it('has an empty template that says what is missing', async () => {
    expect(problemsOf(await writeTemplate('2026-2027'))).toEqual(['Trang “Độ tuổi” chưa có dòng nào.']);
  });

  it.each([
    ['zones', 5, 'Trường', '', 'Trang “Tuyến tuyển sinh”, dòng 5, cột “Trường”: chưa ghi.'],
    ['zones', 6, 'Số nhà đến', '1', 'dòng 6, cột “Số nhà đến”: đứng trước'],
    ['zones', 6, 'Số nhà từ', 'mười', 'dòng 6, cột “Số nhà từ”: không phải số nguyên'],
    ['zones', 9, 'Tổ dân phố', '6-1', 'dòng 9, cột “Tổ dân phố”: cần ghi dạng'],
    ['zones', 9, 'Ngõ số', '5', 'phải đi cùng tên đường, phố'],
    ['zones', 3, 'Cấp học', 'Đại học', 'dòng 3, cột “Cấp học”: chỉ ghi một trong: Mầm non, Tiểu học, THCS.'],
    ['ages', 2, 'Sinh từ ngày', '31/02/2023', 'Trang “Độ tuổi”, dòng 2, cột “Sinh từ ngày”: không phải ngày'],
    ['papers', 2, 'Văn bản', '', 'Trang “Hồ sơ”, dòng 2, cột “Văn bản”: chưa ghi.'],
  ] as const)('refuses %s row %i, column %s as «%s» and says why', (sheet, line, column, value, words) => {
    expect(problemsOf(withCells([[sheet, line, column, value]])).join('\n')).toContain(words);
  });

  it('refuses a workbook without its sheets, columns or school year', () => {
    expect(problemsOf(aWorkbook({ Chung: { rows: [['Năm học', '2026-2027']] } }))).toHaveLength(7);
    expect(problemsOf(withCells([['fees', 1, 'Mức', 'Giá']]))).toEqual([
      'Trang “Khoản thu” thiếu cột “Mức” ở dòng tiêu đề.',
    ]);
    expect(problemsOf(withCells([], '2026-2028'))[0]).toContain('chưa ghi năm học');
  });

  it('opens neither a zip bomb nor what is no workbook', () => {
    const bomb = zipSync({ 'xl/worksheets/sheet1.xml': new Uint8Array(20 * 1024 * 1024) }, { level: 9 });
    expect(problemsOf(bomb)[0]).toContain('phình quá lớn');
    expect(problemsOf(new TextEncoder().encode('không phải tệp Excel'))).toHaveLength(1);
  });
});
