import type { AdmissionTable, ZoneRow } from '../../../knowledge/admission/table.ts';

/** A child whose birth date and address are wholly known. */
export interface KnownChild {
  /** Year, month, day. */
  readonly born: readonly [number, number, number];
  readonly ward: string;
  readonly neighbourhood: number;
  readonly street: string;
  readonly lane: number | null;
  readonly house: number;
}

/**
 * The schools of a child, joined, or `staff`; written anew from the words of the rules, as a clerk would go through the
 * sheets with a ruler: each row is written out as the list of all places that it holds.
 * @param highest the highest house number that occurs
 */
export function placeByHand(table: AdmissionTable, child: KnownChild, day: string, highest: number): string {
  const open = <Row extends { readonly source: { readonly from: string; readonly until: string | null } }>(row: Row) =>
    !(row.source.from > day) && !(row.source.until !== null && row.source.until <= day);
  const born = child.born[0] * 10_000 + child.born[1] * 100 + child.born[2];
  const asNumber = (written: string) => Number(written.split('-').join(''));
  const classes = new Set<string>();
  let level = '';
  for (const age of table.ages) {
    if (!open(age) || born < asNumber(age.bornFrom) || born > asNumber(age.bornTo)) continue;
    classes.add(JSON.stringify([age.level, age.grade.toLowerCase(), age.asksStaff]));
    level = age.asksStaff ? 'staff' : age.level;
  }
  if (classes.size !== 1 || level === 'staff') return 'staff';
  const found = new Set<string>();
  for (const zone of table.zones) {
    if (!open(zone) || zone.level !== level || zone.ward !== child.ward) continue;
    if (zone.neighbourhoods !== null && !zone.neighbourhoods.some((number) => number === child.neighbourhood)) continue;
    if (zone.street !== null && !placesOn(zone, highest).has(placeOf(zone, child))) continue;
    found.add([...zone.schools].sort().join(' + '));
  }
  const [school] = found;
  return found.size === 1 && school !== undefined ? school : 'staff';
}

function placesOn(zone: ZoneRow, highest: number): ReadonlySet<string> {
  const places = new Set<string>();
  for (let number = 1; number <= highest; number += 1) {
    if (zone.side === 'odd' && number % 2 === 0) continue;
    if (zone.side === 'even' && number % 2 !== 0) continue;
    if (zone.houseFrom !== null && number < zone.houseFrom) continue;
    if (zone.houseTo !== null && number > zone.houseTo) continue;
    places.add(`${zone.street}/${zone.lane ?? 'street'}/${number}`);
  }
  return places;
}

/** The number that counts: in the lane where the row is of a lane, else the lane's, else the house's. */
function placeOf(zone: ZoneRow, { street, lane, house }: KnownChild): string {
  if (zone.lane !== null) return `${street}/${lane ?? 'none'}/${house}`;
  return `${street}/street/${lane ?? house}`;
}
