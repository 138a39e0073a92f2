import type { Day } from '../document.ts';
import { wordsOf } from './names.ts';
import { type AdmissionLevel, type AdmissionTable, type DateRow, rowsInForce } from './table.ts';

/** A row of dates with the table that it stands in. */
export interface AdmissionDate extends DateRow {
  /** See {@link dateId}. */
  readonly id: string;
  readonly schoolYear: string;
  readonly isSample: boolean;
}

/**
 * Names a step of a school year, the same in every table that has it whatever its days are:
 * `2026-2027-tieu-hoc-dang-ky-truc-tuyen-lop-1`.
 */
export function dateId(
  schoolYear: string,
  { level, step }: { readonly level: AdmissionLevel; readonly step: string },
): string {
  return `${schoolYear}-${wordsOf(`${level} ${step}`).replace(/[^a-z0-9]+/g, '-')}`;
}

/** The rows of dates whose document is in force on a day, those that end first before the others. */
export function datesInForce(table: AdmissionTable, day: Day): readonly AdmissionDate[] {
  const { schoolYear, isSample } = table;
  return rowsInForce(table.dates, day)
    .map((row) => ({ ...row, id: dateId(schoolYear, row), schoolYear, isSample }))
    .toSorted((one, other) => (one.last < other.last ? -1 : 1));
}
