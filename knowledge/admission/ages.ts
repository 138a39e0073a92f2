import type { Day } from '../document.ts';
import type { AgeRow } from './table.ts';

/** Days on which a child may have been born, both included; one day where the date is known. */
export interface BirthDays {
  readonly from: Day;
  readonly to: Day;
}

/** What the rows say of a child. */
export type ClassFound =
  | { readonly kind: 'class'; readonly row: AgeRow }
  /** Some of the days lead to one class, some to another or to none. */
  | { readonly kind: 'needs-day' }
  | { readonly kind: 'none' }
  | { readonly kind: 'contradiction'; readonly rows: readonly AgeRow[] };

/** The class of a child by the rows for its birth days; rows that say the same are one. */
export function findClass(rows: readonly AgeRow[], birth: BirthDays): ClassFound {
  const touched = rows.filter((row) => row.bornFrom <= birth.to && row.bornTo >= birth.from);
  const [first] = touched;
  if (first === undefined) return { kind: 'none' };
  // Between two neighbouring starts nothing changes, so one day stands for all of them.
  const days = new Set([birth.from]);
  for (const row of touched) {
    if (row.bornFrom > birth.from) days.add(row.bornFrom);
    if (row.bornTo < birth.to) days.add(dayAfter(row.bornTo));
  }
  const meanings = [...days].map((day) => touched.filter((row) => row.bornFrom <= day && day <= row.bornTo));
  const disputed = meanings.find((found) => new Set(found.map(meaningOf)).size > 1);
  const spoken = new Set(meanings.map((found) => found.map(meaningOf)[0] ?? ''));
  if (disputed !== undefined && (days.size === 1 || spoken.size === 1))
    return { kind: 'contradiction', rows: disputed };
  return disputed === undefined && spoken.size === 1 ? { kind: 'class', row: first } : { kind: 'needs-day' };
}

/** Two rows of one meaning contradict each other in nothing. */
export function meaningOf({ level, grade, asksStaff }: AgeRow): string {
  return `${level}|${grade.toLowerCase()}|${asksStaff}`;
}

const DAY_MS = 86_400_000;

/** The next calendar day. */
export function dayAfter(day: Day): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) + DAY_MS).toISOString().slice(0, 10);
}

/** The calendar day before. */
export function dayBefore(day: Day): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) - DAY_MS).toISOString().slice(0, 10);
}
