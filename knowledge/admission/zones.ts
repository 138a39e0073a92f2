import { placeKey } from './names.ts';
import type { ZoneRow } from './table.ts';

/** An address as far as it is known; `null` = not said. */
export interface Address {
  /** Keys of today's wards that it may lie in. */
  readonly wards: readonly string[] | null;
  readonly neighbourhood: number | null;
  /** Key of the street. */
  readonly street: string | null;
  /** Number of the lane (ngõ) off the street. */
  readonly lane: number | null;
  /** House number, in the lane where there is one. */
  readonly house: number | null;
}

export const NOWHERE: Address = { wards: null, neighbourhood: null, street: null, lane: null, house: null };

/** What of an address a row hangs on although it is not known. */
export type UnknownPart = 'ward' | 'street' | 'number' | 'neighbourhood';

export type ZoneFound =
  | { readonly kind: 'schools'; readonly row: ZoneRow }
  | { readonly kind: 'needs'; readonly part: UnknownPart }
  | { readonly kind: 'none' }
  | { readonly kind: 'contradiction'; readonly rows: readonly ZoneRow[] };

/**
 * The schools of an address by the rows of one level. A row that names house numbers of a street says in which ward
 * these houses lie, so that nobody needs to be asked; a row for a whole street does only where no other row could hold
 * a part of it.
 */
export function findZone(rows: readonly ZoneRow[], address: Address): ZoneFound {
  const impliesWard = wardsTold(rows, address);
  const certain: ZoneRow[] = [];
  const possible: { readonly row: ZoneRow; readonly missing: readonly UnknownPart[] }[] = [];
  for (const row of rows) {
    const missing = missingFor(row, address, impliesWard(row));
    if (missing === null) continue;
    if (missing.length === 0) certain.push(row);
    else possible.push({ row, missing });
  }
  const [first] = certain;
  if (new Set(certain.map(schoolsKey)).size > 1) {
    const wards = new Set(certain.map(({ ward }) => placeKey(ward)));
    const mayDiffer = wards.size > 1 && address.wards?.length !== 1;
    return mayDiffer ? { kind: 'needs', part: 'ward' } : { kind: 'contradiction', rows: certain };
  }
  const lies = first?.street === null || first === undefined ? null : placeKey(first.ward);
  const open = possible.filter(({ row }) => lies === null || placeKey(row.ward) === lies);
  if (first !== undefined && open.every(({ row }) => schoolsKey(row) === schoolsKey(first)))
    return { kind: 'schools', row: first };
  const unknown = new Set(open.flatMap(({ missing }) => missing));
  const part = ASKED_IN_ORDER.find((each) => unknown.has(each) && (each !== 'street' || address.street === null));
  return part === undefined ? { kind: 'none' } : { kind: 'needs', part };
}

/** A street or a number narrows more than a ward, and a ward more than a neighbourhood, whose numbers begin anew in each. */
const ASKED_IN_ORDER: readonly UnknownPart[] = ['street', 'number', 'ward', 'neighbourhood'];

/** Rows that name the same schools agree. */
export function schoolsKey({ schools }: ZoneRow): string {
  return schools.map(placeKey).sort().join('|');
}

function wardsTold(rows: readonly ZoneRow[], { street }: Address): (row: ZoneRow) => boolean {
  if (street === null) return () => false;
  const onStreet = rows.filter((row) => row.street !== null && placeKey(row.street) === street);
  const wards = new Set(onStreet.map(({ ward }) => placeKey(ward)));
  const isAlone = wards.size === 1 && rows.every((row) => row.street !== null);
  return (row) =>
    row.street !== null &&
    (isAlone || row.houseFrom !== null || row.houseTo !== null || row.lane !== null || row.side !== 'all');
}

/** What must still be known to say whether the row holds; `null`: it does not, whatever that is. */
function missingFor(row: ZoneRow, address: Address, impliesWard: boolean): readonly UnknownPart[] | null {
  const missing: UnknownPart[] = [];
  if (address.wards !== null && !address.wards.includes(placeKey(row.ward))) return null;
  if (row.street !== null) {
    if (address.street !== null && address.street !== placeKey(row.street)) return null;
    if (address.street === null) missing.push('street');
    else {
      const numbered = numberFits(row, address);
      if (numbered === false) return null;
      if (numbered === null) missing.push('number');
    }
  }
  if (row.neighbourhoods !== null) {
    if (address.neighbourhood === null) missing.push('neighbourhood');
    else if (!row.neighbourhoods.includes(address.neighbourhood)) return null;
  }
  // An address that may lie in several wards is of none of them for certain.
  if (address.wards?.length !== 1 && !impliesWard) missing.push('ward');
  return missing;
}

/** `null` = the number is not known. A lane without a row of its own goes with the house that it opens beside. */
function numberFits(row: ZoneRow, address: Address): boolean | null {
  if (row.lane !== null) {
    if (address.lane === null) return address.house === null ? null : false;
    return address.lane === row.lane ? holds(row, address.house) : false;
  }
  return holds(row, address.lane ?? address.house);
}

function holds({ houseFrom, houseTo, side }: ZoneRow, number: number | null): boolean | null {
  if (houseFrom === null && houseTo === null && side === 'all') return true;
  if (number === null) return null;
  if (number < (houseFrom ?? 0) || number > (houseTo ?? Number.POSITIVE_INFINITY)) return false;
  return side === 'all' || (number % 2 === 1) === (side === 'odd');
}
