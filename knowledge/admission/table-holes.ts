import { dayAfter, dayBefore } from './ages.ts';
import { placeKey } from './names.ts';
import type { AdmissionLevel, AdmissionTable, AgeRow, ZoneRow } from './table.ts';
import { groupsOf, type TableProblem } from './table-problem.ts';

/** Birth dates between two classes of a level that no row holds. */
export function birthHoles(ages: readonly AgeRow[], level: AdmissionLevel): readonly TableProblem[] {
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

/** House numbers of a street that no row holds, each side on its own. */
export function numberHoles(zones: readonly ZoneRow[], level: AdmissionLevel): readonly TableProblem[] {
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

/** Neighbourhoods of a ward, up to the highest that is named, that no row holds. */
export function neighbourhoodHoles(zones: readonly ZoneRow[], level: AdmissionLevel): readonly TableProblem[] {
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
export function placesWithoutZone(
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
export function unknownSchools({ zones, quotas, fees }: AdmissionTable): readonly TableProblem[] {
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
