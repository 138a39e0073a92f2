import { WARDS } from '../question/wards.ts';
import { placeKey, wordsOf } from './names.ts';
import { placeNames, readAddress } from './read-address.ts';
import type { AdmissionTable } from './table.ts';

/** What people call the levels of schools, folded, the longest first; a school's name begins with one of its level. */
export const LEVELS: readonly (readonly string[])[] = [
  ['mam non', 'mau giao', 'nha tre', 'mn', 'mg'],
  ['tieu hoc', 'cap 1', 'cap mot', 'th'],
  ['trung hoc co so', 'thcs', 'cap 2', 'cap hai'],
  ['trung hoc pho thong', 'thpt', 'ptth', 'cap 3', 'cap ba'],
];
const ALL_LEVELS = LEVELS.flat().join('|');
/** Folded words that end in what says that a school's name follows, not a ward's. */
export const SCHOOL_BEFORE = new RegExp(`(?:^| )(?:truong|${ALL_LEVELS}|giao duc|gd|quan)(?: hoc)? $`);
const WARD_KEYS: ReadonlySet<string> = new Set(WARDS.map(placeKey));

/**
 * Whether words speak of a ward: by its name, which is none after words for a school, or by an address that the table
 * of admission knows to lie there. An address that may lie in several wards lies in none.
 * @param table `null`: names alone are read
 */
export function speaksOfWard(text: string, ward: string, table: AdmissionTable | null): boolean {
  const words = wordsOf(text);
  const key = placeKey(ward);
  const isNamed = placesOf(words, key).some((at) => !SCHOOL_BEFORE.test(words.slice(0, at)));
  if (isNamed || table === null) return isNamed;
  const names = placeNames(table);
  const { address } = readAddress(withoutSchools(words, [...names.wards.keys()]), names, null);
  if (address === null) return false;
  const onStreet = table.zones.filter(({ street }) => street !== null && placeKey(street) === address.street);
  const wards = address.wards ?? [...new Set(onStreet.map((row) => placeKey(row.ward)))];
  return wards.length === 1 && wards[0] === key;
}

/**
 * Whether words name a school as people do, who leave out «trường» or the level («cấp 1 Kim Đồng», «th kim dong»). A
 * name that is a ward's too needs one of them before it; another level before it means another school.
 */
export function speaksOfSchool(text: string, school: string): boolean {
  const words = wordsOf(text);
  const whole = wordsOf(school).replace(/^truong /, '');
  const level = LEVELS.find((names) => names.some((name) => whole.startsWith(`${name} `)));
  const name = level === undefined ? whole : whole.replace(new RegExp(`^(?:${level.join('|')}) `), '');
  const levels = level === undefined ? ALL_LEVELS : level.join('|');
  const wanted = new RegExp(`(?:^| )(?:truong|(?:truong )?(?:${levels})) $`);
  const other = new RegExp(`(?:^| )(?:${ALL_LEVELS}) $`);
  return placesOf(words, name).some((at) => {
    const before = words.slice(0, at);
    return wanted.test(before) || (!other.test(before) && !WARD_KEYS.has(name));
  });
}

function withoutSchools(words: string, wards: readonly string[]): string {
  return wards.reduce((text, ward) => {
    const named = placesOf(text, ward).filter((at) => SCHOOL_BEFORE.test(text.slice(0, at)));
    return named.reduceRight((rest, at) => `${rest.slice(0, at)}|${rest.slice(at + ward.length)}`, text);
  }, words);
}

/** Where whole words stand in folded words. */
function placesOf(words: string, wanted: string): readonly number[] {
  const spaced = ` ${words} `;
  const places: number[] = [];
  for (let at = spaced.indexOf(` ${wanted} `); at >= 0; at = spaced.indexOf(` ${wanted} `, at + 1)) places.push(at);
  return wanted === '' ? [] : places;
}
