import { dayAfter } from '../../knowledge/admission/ages.ts';
import { placeKey } from '../../knowledge/admission/names.ts';
import type { AdmissionTable, RowSource, SheetId } from '../../knowledge/admission/table.ts';
import { readSheetRows, type SheetRow, type SheetRows } from '../load/sheets/sheet-rows.ts';
import { type CellReader, createCellReader } from './cell-reader.ts';
import {
  COVER,
  HANDLING_WORDS,
  LEVEL_WORDS,
  READING_WORDS,
  RESIDENCE_CELLS,
  type ReadingWords,
  SHEETS,
  SIDE_WORDS,
} from './sheets.ts';

/** A larger file holds pictures or is no table of rules. */
export const LARGEST_WORKBOOK_BYTES = 5 * 1024 * 1024;
const MOST_ROWS = 5_000;
const MOST_PROBLEMS = 50;
const SCHOOL_YEAR = /^(20\d\d) ?[-–] ?(20\d\d)$/;

export type WorkbookRead =
  | { readonly ok: true; readonly table: AdmissionTable }
  /** Sentences, each naming sheet and row. */
  | { readonly ok: false; readonly problems: readonly string[] };

/** Reads an admission workbook. One cell that cannot be read refuses the whole, so that nothing is published by half. */
export function readAdmissionWorkbook(bytes: Uint8Array, words: ReadingWords = READING_WORDS): WorkbookRead {
  const read = readSheetRows(bytes);
  if (!read.ok) return { ok: false, problems: [words.noWorkbook(read.skipped.message)] };
  const problems: string[] = [];
  const cover = coverOf(read.sheets);
  if (cover.schoolYear === null) problems.push(words.noYear);
  const rows = <Row>(sheet: SheetId, make: (cell: CellReader, source: RowSource) => Row) =>
    readSheet(read.sheets, sheet, make, problems, words);
  const table: AdmissionTable = {
    schoolYear: cover.schoolYear ?? '',
    isSample: cover.isSample,
    ages: rows('ages', (cell, source) => {
      const bornFrom = cell.day('bornFrom');
      return {
        source,
        level: cell.oneOf('level', LEVEL_WORDS),
        grade: cell.text('grade'),
        bornFrom,
        bornTo: cell.notBefore('bornTo', bornFrom),
        asksStaff: cell.oneOf('handling', HANDLING_WORDS),
      };
    }),
    wards: rows('wards', (cell, source) => ({ source, name: cell.text('name'), ward: cell.text('ward') })),
    zones: rows('zones', (cell, source) => ({
      source,
      level: cell.oneOf('level', LEVEL_WORDS),
      ward: cell.text('ward'),
      neighbourhoods: cell.numbers('neighbourhoods'),
      ...cell.houses(SIDE_WORDS),
      schools: cell
        .text('schools')
        .split(';')
        .map((name) => name.trim())
        .filter((name) => name !== ''),
    })),
    papers: rows('papers', (cell, source) => ({
      source,
      level: cell.oneOf('level', LEVEL_WORDS),
      residence: cell.oneOf('residence', RESIDENCE_CELLS),
      paper: cell.text('paper'),
    })),
    dates: rows('dates', (cell, source) => {
      const first = cell.day('first');
      return {
        source,
        level: cell.oneOf('level', LEVEL_WORDS),
        step: cell.text('step'),
        first,
        last: cell.notBefore('last', first),
      };
    }),
    quotas: rows('quotas', (cell, source) => ({
      source,
      level: cell.oneOf('level', LEVEL_WORDS),
      school: cell.text('school'),
      classes: cell.text('classes'),
      pupils: cell.text('pupils'),
    })),
    fees: rows('fees', (cell, source) => ({
      source,
      level: cell.oneOf('level', LEVEL_WORDS),
      school: cell.optionalText('school'),
      item: cell.text('item'),
      amount: cell.text('amount'),
    })),
  };
  for (const sheet of ['ages', 'zones'] as const)
    if (problems.length === 0 && table[sheet].length === 0) problems.push(words.noRows(SHEETS[sheet].name));
  if (problems.length === 0) return { ok: true, table };
  const left = problems.length - MOST_PROBLEMS;
  return {
    ok: false,
    problems: left <= 0 ? problems : [...problems.slice(0, MOST_PROBLEMS), words.more(left)],
  };
}

function coverOf(sheets: SheetRows): { readonly schoolYear: string | null; readonly isSample: boolean } {
  const cover = sheets.get(COVER.name) ?? [];
  const cellBeside = (title: string) =>
    cover.find(({ cells }) => placeKey(cells[0] ?? '') === placeKey(title))?.cells[1] ?? '';
  const [, start, end] = SCHOOL_YEAR.exec(cellBeside(COVER.year)) ?? [];
  const schoolYear = start !== undefined && Number(end) === Number(start) + 1 ? `${start}-${end}` : null;
  return { schoolYear, isSample: placeKey(cellBeside(COVER.sample)) === placeKey(COVER.yes) };
}

function readSheet<Row>(
  sheets: SheetRows,
  id: SheetId,
  make: (cell: CellReader, source: RowSource) => Row,
  problems: string[],
  words: ReadingWords,
): readonly Row[] {
  const { name, columns } = SHEETS[id];
  const rows = sheets.get(name);
  if (rows === undefined) {
    problems.push(words.noSheet(name));
    return [];
  }
  const [head, ...body] = rows;
  const titles = (head?.cells ?? []).map(placeKey);
  const missing = columns.filter(({ title }) => !titles.includes(placeKey(title)));
  if (missing.length > 0) {
    for (const { title } of missing) problems.push(words.noColumn(name, title));
    return [];
  }
  if (body.length > MOST_ROWS) {
    problems.push(words.tooManyRows(name, MOST_ROWS));
    return [];
  }
  const places = new Map(columns.map(({ id: column, title }) => [column, titles.indexOf(placeKey(title))]));
  return body.map((row) => {
    const cell = readerOf(row, id, places, problems, words);
    const from = cell.day('from');
    const until = cell.optionalDay('until');
    const source: RowSource = {
      sheet: id,
      line: row.line,
      document: cell.text('document'),
      article: cell.text('article'),
      from,
      until: until === null ? null : dayAfter(until),
    };
    if (until !== null && until < from) cell.complain('until', words.backwards);
    return make(cell, source);
  });
}

function readerOf(
  row: SheetRow,
  id: SheetId,
  places: ReadonlyMap<string, number>,
  problems: string[],
  words: ReadingWords,
): CellReader {
  const { name, columns } = SHEETS[id];
  return createCellReader(
    (column) => row.cells[places.get(column) ?? -1] ?? '',
    (column, why) => {
      const title = columns.find((each) => each.id === column)?.title ?? column;
      problems.push(words.cell(name, row.line, title, why));
    },
    words,
  );
}
