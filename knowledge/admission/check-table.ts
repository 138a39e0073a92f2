import { dayAfter, dayBefore, meaningOf } from './ages.ts';
import { placeKey } from './names.ts';
import {
  ADMISSION_LEVELS,
  type AdmissionLevel,
  type AdmissionTable,
  type AgeRow,
  type RowSource,
  type ZoneRow,
} from './table.ts';
import { schoolsKey } from './zones.ts';

/** What an editor should look at before publishing. */
export type TableProblem = {
  /** `conflict`: two rows say different things; `hole`: nothing is said. Both end with staff in the chat. */
  readonly severity: 'conflict' | 'hole';
  /** The rows in question, as the spreadsheet counts them. */
  readonly rows: readonly Pick<RowSource, 'sheet' | 'line'>[];
} & (
  | { readonly kind: 'two-classes'; readonly from: string; readonly to: string; readonly classes: readonly string[] }
  | { readonly kind: 'two-schools'; readonly place: string; readonly schools: readonly string[] }
  | { readonly kind: 'born-between'; readonly level: AdmissionLevel; readonly from: string; readonly to: string }
  | {
      readonly kind: 'numbers';
      readonly level: AdmissionLevel;
      readonly street: string;
      readonly side: 'odd' | 'even';
      readonly from: number;
      readonly to: number | null;
    }
  | {
      readonly kind: 'neighbourhoods';
      readonly level: AdmissionLevel;
      readonly ward: string;
      readonly numbers: readonly number[];
    }
  | { readonly kind: 'street-of-other-level'; readonly level: AdmissionLevel; readonly street: string }
  | { readonly kind: 'ward-without-zone'; readonly level: AdmissionLevel; readonly ward: string }
  | { readonly kind: 'unknown-school'; readonly school: string }
);

/** A table with thousands of faults is wrong as a whole; the first ones show how. */
const MOST_PROBLEMS = 500;

/** Conflicts first, then holes. */
export function checkTable(table: AdmissionTable): readonly TableProblem[] {
  const conflicts = [...classConflicts(table.ages), ...schoolConflicts(table.zones)];
  const holes = ADMISSION_LEVELS.flatMap((level) => {
    const zones = table.zones.filter((row) => row.level === level);
    return [
      ...birthHoles(table.ages, level),
      ...numberHoles(zones, level),
      ...neighbourhoodHoles(zones, level),
      ...placesWithoutZone(table, zones, level),
    ];
  });
  return [...conflicts, ...holes, ...unknownSchools(table)].slice(0, MOST_PROBLEMS);
}

function sameTime(one: RowSource, other: RowSource): boolean {
  return (one.until === null || other.from < one.until) && (other.until === null || one.from < other.until);
}

function classConflicts(rows: readonly AgeRow[]): readonly TableProblem[] {
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

/** Rows of one level and ward, or of one street, can meet; others cannot. */
function schoolConflicts(rows: readonly ZoneRow[]): readonly TableProblem[] {
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

function birthHoles(ages: readonly AgeRow[], level: AdmissionLevel): readonly TableProblem[] {
  const rows = ages
    .filter((row) => row.level === level)
    .toSorted((one, other) => (one.bornFrom < other.bornFrom ? -1 : 1));
  const problems: TableProblem[] = [];
  let covered: AgeRow | undefined;
  for (const row of rows) {
    if (covered !== undefined && row.bornFrom > dayAfter(covered.bornTo)) {
      const [from, to] = [dayAfter(covered.bornTo), dayBefore(row.bornFrom)];
      problems.push({ severity: 'hole', kind: 'born-between', rows: [covered.source, row.source], level, from, to });
    }
    if (covered === undefined || row.bornTo > covered.bornTo) covered = row;
  }
  return problems;
}

function numberHoles(zones: readonly ZoneRow[], level: AdmissionLevel): readonly TableProblem[] {
  const onStreets = zones.filter((row) => row.street !== null && row.lane === null && row.neighbourhoods === null);
  const byStreet = groupsOf(onStreets, ({ street }) => placeKey(street ?? ''));
  return byStreet.flatMap((rows) =>
    (['odd', 'even'] as const).flatMap((side): readonly TableProblem[] => {
      const covering = rows
        .filter((row) => row.side === 'all' || row.side === side)
        .map(({ houseFrom, houseTo }) => ({ from: houseFrom ?? 1, to: houseTo ?? Number.POSITIVE_INFINITY }))
        .toSorted((one, other) => one.from - other.from);
      const street = rows[0]?.street ?? '';
      const sources = rows.map(({ source }) => source);
      const hole = (from: number, to: number | null): TableProblem => ({
        severity: 'hole',
        kind: 'numbers',
        rows: sources,
        level,
        street,
        side,
        from,
        to,
      });
      const problems: TableProblem[] = [];
      let next = side === 'odd' ? 1 : 2;
      for (const { from, to } of covering) {
        const first = ofSide(from, side);
        if (first > next) problems.push(hole(next, first - 2));
        next = Math.max(next, to === Number.POSITIVE_INFINITY ? to : ofSide(to + 1, side));
      }
      return next === Number.POSITIVE_INFINITY ? problems : [...problems, hole(next, null)];
    }),
  );
}

/** The first number from there on that lies on a side. */
function ofSide(number: number, side: 'odd' | 'even'): number {
  return (number % 2 === 1) === (side === 'odd') ? number : number + 1;
}

function neighbourhoodHoles(zones: readonly ZoneRow[], level: AdmissionLevel): readonly TableProblem[] {
  const byWard = groupsOf(
    zones.filter((row) => row.neighbourhoods !== null),
    (row) => placeKey(row.ward),
  );
  return byWard.flatMap((rows): readonly TableProblem[] => {
    const known = new Set(rows.flatMap((row) => row.neighbourhoods ?? []));
    const highest = Math.max(0, ...known);
    const numbers = Array.from({ length: highest }, (_, index) => index + 1).filter((number) => !known.has(number));
    if (numbers.length === 0) return [];
    const sources = rows.map(({ source }) => source);
    return [{ severity: 'hole', kind: 'neighbourhoods', rows: sources, level, ward: rows[0]?.ward ?? '', numbers }];
  });
}

/** Places that another level names and this one does not, and wards of the list that no row holds. */
function placesWithoutZone(
  table: AdmissionTable,
  zones: readonly ZoneRow[],
  level: AdmissionLevel,
): readonly TableProblem[] {
  if (zones.length === 0) return [];
  const wards = new Set(zones.map((row) => placeKey(row.ward)));
  const streets = new Set(zones.flatMap(({ street }) => (street === null ? [] : placeKey(street))));
  const missingWards = firstOfEach(
    table.wards.filter((row) => !wards.has(placeKey(row.ward))),
    (row) => placeKey(row.ward),
  );
  const byStreet = zones.every(({ street }) => street !== null);
  const missingStreets = byStreet
    ? firstOfEach(
        table.zones.filter(
          ({ street, ward }) => street !== null && wards.has(placeKey(ward)) && !streets.has(placeKey(street)),
        ),
        ({ street }) => placeKey(street ?? ''),
      )
    : [];
  return [
    ...missingWards.map(
      (row): TableProblem => ({
        severity: 'hole',
        kind: 'ward-without-zone',
        rows: [row.source],
        level,
        ward: row.ward,
      }),
    ),
    ...missingStreets.map(
      (row): TableProblem => ({
        severity: 'hole',
        kind: 'street-of-other-level',
        rows: [row.source],
        level,
        street: row.street ?? '',
      }),
    ),
  ];
}

/** A quota or a fee of a school that no zone leads to is nearly always a name written in two ways. */
function unknownSchools({ zones, quotas, fees }: AdmissionTable): readonly TableProblem[] {
  const known = new Set(zones.flatMap((row) => row.schools.map(placeKey)));
  return [...quotas, ...fees].flatMap(({ school, source }): readonly TableProblem[] =>
    school === null || known.has(placeKey(school))
      ? []
      : [{ severity: 'hole', kind: 'unknown-school', rows: [source], school }],
  );
}

function firstOfEach<Row>(rows: readonly Row[], key: (row: Row) => string): readonly Row[] {
  return [...new Map(rows.toReversed().map((row) => [key(row), row])).values()].reverse();
}

function groupsOf<Row>(rows: readonly Row[], key: (row: Row) => string): readonly (readonly Row[])[] {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(key(row)) ?? [];
    group.push(row);
    groups.set(key(row), group);
  }
  return [...groups.values()];
}
