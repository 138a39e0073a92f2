import { dayBefore } from '../../knowledge/admission/ages.ts';
import type { AdmissionTable, RowSource, SheetId } from '../../knowledge/admission/table.ts';
import type { Day } from '../../knowledge/document.ts';
import { HANDLING_WORDS, LEVEL_WORDS, RESIDENCE_CELLS, SIDE_WORDS } from './sheets.ts';

/** A row as a workbook shows it: its cells in the order of the sheet's columns. */
export interface ShownRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/** The cells of a table's sheets; reading them gives the table again. */
export function cellsOf(table: AdmissionTable): Readonly<Record<SheetId, readonly ShownRow[]>> {
  return {
    ages: table.ages.map((row) =>
      shown(row.source, [
        word(LEVEL_WORDS, row.level),
        row.grade,
        inWords(row.bornFrom),
        inWords(row.bornTo),
        word(HANDLING_WORDS, row.asksStaff),
      ]),
    ),
    wards: table.wards.map((row) => shown(row.source, [row.name, row.ward])),
    zones: table.zones.map((row) =>
      shown(row.source, [
        word(LEVEL_WORDS, row.level),
        row.ward,
        row.neighbourhoods?.join(', ') ?? '',
        row.street ?? '',
        String(row.lane ?? ''),
        String(row.houseFrom ?? ''),
        String(row.houseTo ?? ''),
        word(SIDE_WORDS, row.side),
        row.schools.join('; '),
      ]),
    ),
    papers: table.papers.map((row) =>
      shown(row.source, [word(LEVEL_WORDS, row.level), word(RESIDENCE_CELLS, row.residence), row.paper]),
    ),
    dates: table.dates.map((row) =>
      shown(row.source, [word(LEVEL_WORDS, row.level), row.step, inWords(row.first), inWords(row.last)]),
    ),
    quotas: table.quotas.map((row) =>
      shown(row.source, [word(LEVEL_WORDS, row.level), row.school, row.classes, row.pupils]),
    ),
    fees: table.fees.map((row) =>
      shown(row.source, [word(LEVEL_WORDS, row.level), row.school ?? '', row.item, row.amount]),
    ),
  };
}

function shown({ line, document, article, from, until }: RowSource, cells: readonly string[]): ShownRow {
  return { line, cells: [...cells, document, article, inWords(from), until === null ? '' : inWords(dayBefore(until))] };
}

function word<Meaning>(words: Readonly<Record<string, Meaning>>, meaning: Meaning): string {
  return Object.entries(words).find(([, each]) => each === meaning)?.[0] ?? '';
}

function inWords(day: Day): string {
  return day.split('-').reverse().join('/');
}
