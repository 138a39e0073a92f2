import { ADMISSION_LEVELS, type AdmissionTable, type HouseSide } from '../../../knowledge/admission/table.ts';
import { anAge, aSource, aTable, aZone } from '../../builders/admission-table.ts';
import type { KnownChild } from './naive-placement.ts';

const WARDS = ['Ngọc Hà', 'Ba Đình', 'Giảng Võ'];
const STREETS = ['Đội Cấn', 'Kim Mã', 'Liễu Giai', 'Ngọc Hà'];
const SIDES: readonly HouseSide[] = ['all', 'all', 'odd', 'even'];
const GRADES = ['Lớp 1', 'Lớp 6', 'Mẫu giáo 5 tuổi'];
/** Small, so that rows meet often. */
export const HIGHEST_HOUSE = 24;
export const RANDOM_DAY = '2026-06-01';

/** Whole numbers from 0 below `bound`. */
export type Draw = (bound: number) => number;

/** A table with conflicts, holes, ended rows and exceptions, as no editor would publish it. */
export function randomTable(draw: Draw): AdmissionTable {
  const one = <Item>(items: readonly Item[]): Item => {
    const item = items[draw(items.length)];
    if (item === undefined) throw new RangeError('Nothing to choose from.');
    return item;
  };
  const times = () => ({
    from: draw(8) === 0 ? '2026-07-01' : '2026-01-01',
    until: draw(8) === 0 ? one(['2026-06-01', '2026-06-02']) : null,
  });
  const ages = Array.from({ length: 2 + draw(3) }, (_, index) => {
    const year = 2014 + draw(8);
    const month = draw(3) === 0 ? '07' : '01';
    const level = one(ADMISSION_LEVELS);
    return anAge(index + 2, {
      source: aSource('ages', index + 2, times()),
      level,
      grade: one(GRADES),
      bornFrom: `${year}-${month}-01`,
      bornTo: `${year + draw(2)}-12-31`,
      asksStaff: draw(8) === 0,
    });
  });
  const zones = Array.from({ length: 10 + draw(20) }, (_, index) => {
    const ward = one(WARDS);
    const hasStreet = draw(3) > 0;
    const houseFrom = hasStreet && draw(2) === 0 ? 1 + draw(12) : null;
    return aZone(index + 2, {
      source: aSource('zones', index + 2, times()),
      level: one(ADMISSION_LEVELS),
      ward,
      neighbourhoods: draw(hasStreet ? 6 : 2) === 0 ? [1 + draw(4), 1 + draw(4)] : null,
      street: hasStreet ? one(STREETS) : null,
      lane: hasStreet && draw(6) === 0 ? 1 + draw(6) : null,
      houseFrom,
      houseTo: hasStreet && draw(2) === 0 ? (houseFrom ?? 1) + draw(12) : null,
      side: hasStreet ? one(SIDES) : 'all',
      // Rows of one ward mostly agree, or nearly every child would end with staff.
      schools: draw(12) === 0 ? ['Trường A', 'Trường B'] : [`Trường ${draw(5) === 0 ? 'C' : ward}`],
    });
  });
  return aTable({ ages, zones });
}

/** A child in the town of the random tables, most often of a year and a street that the table speaks of. */
export function randomChild({ ages, zones }: AdmissionTable, draw: Draw): KnownChild {
  const age = ages[draw(ages.length + 1)];
  const zone = zones.filter(({ level }) => level === age?.level)[draw(zones.length)];
  return {
    born: [age === undefined ? 2014 + draw(8) : Number(age.bornTo.slice(0, 4)), 1 + draw(12), 1 + draw(28)],
    ward: zone?.ward ?? WARDS[draw(WARDS.length)] ?? '',
    neighbourhood: 1 + draw(4),
    street: zone?.street ?? STREETS[draw(STREETS.length)] ?? '',
    lane: draw(3) === 0 ? 1 + draw(HIGHEST_HOUSE) : null,
    house: 1 + draw(HIGHEST_HOUSE),
  };
}
