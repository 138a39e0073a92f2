import type { Day } from '../document.ts';
import { type BirthDays, findClass } from './ages.ts';
import { placeKey } from './names.ts';
import {
  type AdmissionTable,
  type AgeRow,
  type DateRow,
  type FeeRow,
  isInForce,
  type PaperRow,
  type QuotaRow,
  type Residence,
  rowsInForce,
  type ZoneRow,
} from './table.ts';
import { type Address, findZone, type UnknownPart } from './zones.ts';

/** What a family has said; `null` = not yet. */
export interface FamilyFacts {
  readonly birth: BirthDays | null;
  /** The class that they name themselves, folded: «lop 1». */
  readonly grade: string | null;
  readonly address: Address | null;
  readonly residence: Residence | null;
}

/** What can be asked for, one at a time. */
export type AdmissionSlot = 'birth' | 'birthday' | 'address' | Exclude<UnknownPart, 'street'> | 'residence';

/** Why a person must decide. */
export type StaffReason = 'no-class' | 'exception' | 'other-class' | 'two-classes' | 'no-zone' | 'two-schools';

/** Everything that a family whose school is known should read. */
export interface Placement {
  readonly age: AgeRow;
  /** The zone that the address lies in; a family that asks for another school says so in `residence`. */
  readonly zone: ZoneRow;
  readonly residence: Residence | null;
  readonly papers: readonly PaperRow[];
  readonly dates: readonly DateRow[];
  readonly quotas: readonly QuotaRow[];
  readonly fees: readonly FeeRow[];
}

/** Exactly one of: the school, a question, or a person must decide. */
export type AdmissionDecision =
  | { readonly kind: 'placed'; readonly placement: Placement }
  | { readonly kind: 'needs'; readonly slot: AdmissionSlot; readonly age: AgeRow | null }
  | { readonly kind: 'ask-staff'; readonly reason: StaffReason; readonly rows: readonly (AgeRow | ZoneRow)[] };

/** Whether a table has anything to say on a day: both classes and schools. */
export function isUsable(table: AdmissionTable, day: Day): boolean {
  return [table.ages, table.zones].every((rows) => rows.some((row) => isInForce(row, day)));
}

/**
 * Where a child goes by the rules of a school year that are in force on a day. Nothing is guessed: what the rows do not
 * say, or say twice, is for staff.
 */
export function decideAdmission(table: AdmissionTable, facts: FamilyFacts, day: Day): AdmissionDecision {
  const found = classOf(rowsInForce(table.ages, day), facts);
  if (found.kind !== 'class') return found;
  const { row: age } = found;
  const { level } = age;
  const zones = rowsInForce(table.zones, day).filter((row) => row.level === level);
  if (zones.length === 0) return askStaff('no-zone', [age]);
  if (facts.address === null) return { kind: 'needs', slot: 'address', age };
  const zone = findZone(zones, facts.address);
  if (zone.kind === 'none') return askStaff('no-zone', []);
  if (zone.kind === 'contradiction') return askStaff('two-schools', zone.rows);
  if (zone.kind === 'needs') return { kind: 'needs', slot: zone.part === 'street' ? 'address' : zone.part, age };
  const papers = rowsInForce(table.papers, day).filter((row) => row.level === level);
  const { residence } = facts;
  if (residence === null && papers.some((row) => row.residence !== 'all'))
    return { kind: 'needs', slot: 'residence', age };
  const schools = zone.row.schools.map(placeKey);
  const ofSchools = (school: string | null) => school === null || schools.includes(placeKey(school));
  return {
    kind: 'placed',
    placement: {
      age,
      zone: zone.row,
      residence,
      papers: papers.filter((row) => row.residence === 'all' || row.residence === residence),
      dates: rowsInForce(table.dates, day).filter((row) => row.level === level),
      quotas: rowsInForce(table.quotas, day).filter((row) => row.level === level && ofSchools(row.school)),
      fees: rowsInForce(table.fees, day).filter((row) => row.level === level && ofSchools(row.school)),
    },
  };
}

function classOf(
  rows: readonly AgeRow[],
  { birth, grade }: FamilyFacts,
): AdmissionDecision | { readonly kind: 'class'; readonly row: AgeRow } {
  if (birth === null) {
    const named = rows.find((row) => !row.asksStaff && placeKey(row.grade) === grade);
    return named === undefined ? { kind: 'needs', slot: 'birth', age: null } : { kind: 'class', row: named };
  }
  const found = findClass(rows, birth);
  if (found.kind === 'none') return askStaff('no-class', []);
  if (found.kind === 'contradiction') return askStaff('two-classes', found.rows);
  if (found.kind === 'needs-day') return { kind: 'needs', slot: 'birthday', age: null };
  if (found.row.asksStaff) return askStaff('exception', [found.row]);
  if (grade !== null && placeKey(found.row.grade) !== grade) return askStaff('other-class', [found.row]);
  return found;
}

function askStaff(reason: StaffReason, rows: readonly (AgeRow | ZoneRow)[]): AdmissionDecision {
  return { kind: 'ask-staff', reason, rows };
}
