import { readAdmissionWorkbook } from '../../ingest/admission/read-workbook.ts';
import { writeSample } from '../../ingest/admission/write-workbook.ts';
import type { AdmissionTable, AgeRow, RowSource, SheetId, ZoneRow } from '../../knowledge/admission/table.ts';

/** A day on which the sample's rows are in force. */
export const ADMISSION_DAY = '2026-05-04';

/** Where a row stands; in force since 2026 without an end. */
export function aSource(sheet: SheetId, line: number, fields: Partial<RowSource> = {}): RowSource {
  return { sheet, line, document: '901/KH-UBND', article: 'Mục II', from: '2026-01-01', until: null, ...fields };
}

/** Children of 2020 go to Lớp 1; state only what differs. */
export function anAge(line: number, fields: Partial<AgeRow> = {}): AgeRow {
  return {
    source: aSource('ages', line),
    level: 'tiểu học',
    grade: 'Lớp 1',
    bornFrom: '2020-01-01',
    bornTo: '2020-12-31',
    asksStaff: false,
    ...fields,
  };
}

/** A whole ward goes to one school; state only what differs. */
export function aZone(line: number, fields: Partial<ZoneRow> = {}): ZoneRow {
  return {
    source: aSource('zones', line),
    level: 'tiểu học',
    ward: 'Ngọc Hà',
    neighbourhoods: null,
    street: null,
    lane: null,
    houseFrom: null,
    houseTo: null,
    side: 'all',
    schools: ['Trường A'],
    ...fields,
  };
}

/** A table of these rows alone. */
export function aTable(fields: Partial<AdmissionTable> = {}): AdmissionTable {
  return {
    schoolYear: '2026-2027',
    isSample: false,
    ages: [anAge(2)],
    wards: [],
    zones: [aZone(2)],
    papers: [],
    dates: [],
    quotas: [],
    fees: [],
    ...fields,
  };
}

/** The table of the sample workbook, through the workbook. */
export async function sampleTable(): Promise<AdmissionTable> {
  const read = readAdmissionWorkbook(await writeSample());
  if (!read.ok) throw new Error(read.problems.join('\n'));
  return read.table;
}
