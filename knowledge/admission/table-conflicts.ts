import { meaningOf } from './ages.ts';
import { placeKey } from './names.ts';
import type { AgeRow, RowSource, ZoneRow } from './table.ts';
import { groupsOf, type TableProblem } from './table-problem.ts';
import { schoolsKey } from './zones.ts';

function sameTime(one: RowSource, other: RowSource): boolean {
  return (one.until === null || other.from < one.until) && (other.until === null || one.from < other.until);
}

/** Birth dates that two rows send to different classes. */
export function classConflicts(rows: readonly AgeRow[]): readonly TableProblem[] {
  return rows.flatMap((one, index) =>
    rows.slice(index + 1).flatMap((other): readonly TableProblem[] => {
      const from = one.bornFrom > other.bornFrom ? one.bornFrom : other.bornFrom;
      const to = one.bornTo < other.bornTo ? one.bornTo : other.bornTo;
      if (from > to || meaningOf(one) === meaningOf(other) || !sameTime(one.source, other.source)) return [];
      return [
        {
          severity: 'conflict',
          kind: 'two-classes',
          rows: [one.source, other.source],
          from,
          to,
          classes: [one.grade, other.grade],
        },
      ];
    }),
  );
}

/** Addresses that two rows send to different schools; only rows of one level and ward can meet. */
export function schoolConflicts(rows: readonly ZoneRow[]): readonly TableProblem[] {
  const byWard = groupsOf(rows, (row) => `${row.level}|${placeKey(row.ward)}`);
  return byWard.flatMap((group) =>
    group.flatMap((one, index) =>
      group.slice(index + 1).flatMap((other): readonly TableProblem[] => {
        if (schoolsKey(one) === schoolsKey(other) || !sameTime(one.source, other.source)) return [];
        const place = sharedPlace(one, other);
        if (place === null) return [];
        const schools = [one.schools.join(', '), other.schools.join(', ')];
        return [{ severity: 'conflict', kind: 'two-schools', rows: [one.source, other.source], place, schools }];
      }),
    ),
  );
}

/** An address that both rows surely hold; a neighbourhood and a street may or may not cross. */
function sharedPlace(one: ZoneRow, other: ZoneRow): string | null {
  const numbers = sharedNeighbourhoods(one, other);
  if (numbers?.length === 0) return null;
  const isCrossing =
    (one.street === null && one.neighbourhoods !== null && other.street !== null && other.neighbourhoods === null) ||
    (other.street === null && other.neighbourhoods !== null && one.street !== null && one.neighbourhoods === null);
  if (isCrossing) return null;
  const within = numbers === null ? `phường ${one.ward}` : `tổ dân phố ${numbers[0]}, phường ${one.ward}`;
  if (one.street === null || other.street === null) {
    const street = one.street ?? other.street;
    return street === null ? within : `${street}, ${within}`;
  }
  if (placeKey(one.street) !== placeKey(other.street)) return null;
  const number = sharedNumber(one, other);
  return number === null ? null : `${number}${one.street}, ${within}`;
}

function sharedNeighbourhoods(one: ZoneRow, other: ZoneRow): readonly number[] | null {
  if (one.neighbourhoods === null || other.neighbourhoods === null) return one.neighbourhoods ?? other.neighbourhoods;
  return one.neighbourhoods.filter((number) => other.neighbourhoods?.includes(number));
}

/** Words for a number that both ranges hold, empty where both hold all; `null` = there is none. */
function sharedNumber(one: ZoneRow, other: ZoneRow): string | null {
  if (one.lane !== null && other.lane !== null && one.lane !== other.lane) return null;
  if ((one.lane === null) !== (other.lane === null)) {
    const lane = one.lane ?? other.lane ?? 0;
    const whole = one.lane === null ? one : other;
    return inRange(whole, lane) ? `ngõ ${lane} ` : null;
  }
  const from = Math.max(one.houseFrom ?? 1, other.houseFrom ?? 1);
  const to = Math.min(one.houseTo ?? Number.POSITIVE_INFINITY, other.houseTo ?? Number.POSITIVE_INFINITY);
  const number = [from, from + 1].find((each) => each <= to && inRange(one, each) && inRange(other, each));
  if (number === undefined) return null;
  return one.lane === null ? `số ${number} ` : `số ${number} ngõ ${one.lane} `;
}

function inRange({ houseFrom, houseTo, side }: ZoneRow, number: number): boolean {
  if (number < (houseFrom ?? 0) || number > (houseTo ?? Number.POSITIVE_INFINITY)) return false;
  return side === 'all' || (number % 2 === 1) === (side === 'odd');
}
