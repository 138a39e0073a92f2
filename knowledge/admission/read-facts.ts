import type { FamilyFacts } from './decide.ts';
import { wordsOf } from './names.ts';
import { type PlaceNames, readAddress } from './read-address.ts';
import { readBirth } from './read-birth.ts';
import type { Residence } from './table.ts';
import type { Address } from './zones.ts';

/** What one message says of a family. */
export interface FactsRead extends FamilyFacts {
  readonly isElsewhere: boolean;
}

const RESIDENCE_WORDS: readonly (readonly [Residence, RegExp])[] = [
  ['outside', /\b(?:trai|khac) tuyen\b/],
  ['temporary', /\b(?:tam tru|kt3|o tro|thue nha|nha thue|o thue)\b/],
  ['permanent', /\b(?:thuong tru|ho khau|hkhau|kt1|shk|hk (?=o|tai))/],
  ['other', /\b(?:nhom khac|dien khac|truong hop khac|dien chinh sach)\b/],
];
const GRADE = /\blop (\d{1,2})\b(?! ?\/)/;
const GRADE_WORDS: Readonly<Record<string, string>> = { 'lop mot': 'lop 1', 'lop sau': 'lop 6' };

/**
 * Reads what a message says of a family; words with or without diacritics, as people type them.
 * @param asked the slot that our last words asked for; its answer may be as short as a number
 */
export function readFacts(
  message: string,
  names: PlaceNames,
  asked: 'birth' | 'number' | 'neighbourhood' | 'other' | null,
): FactsRead {
  const written = message.normalize('NFC').replace(/(\d) ?[.-] ?(?=\d{1,2} ?[.\-/] ?(?:19|20)\d\d)/g, '$1/');
  const folded = wordsOf(written.replace(/(\d{1,2})[.-](?=(?:19|20)\d\d)/g, '$1/'));
  const { birth, rest } = readBirth(folded, asked === 'birth');
  const { address, isElsewhere } = readAddress(
    rest,
    names,
    asked === 'number' || asked === 'neighbourhood' ? asked : null,
  );
  const residence = RESIDENCE_WORDS.find(([, words]) => words.test(folded))?.[0] ?? null;
  const grade = GRADE.exec(folded)?.[0] ?? Object.entries(GRADE_WORDS).find(([words]) => folded.includes(words))?.[1];
  return { birth, grade: grade ?? null, address, residence, isElsewhere };
}

/** Later words over earlier ones, part by part; a new street takes the number of the old one with it. */
export function mergeFacts(before: FamilyFacts, after: FamilyFacts): FamilyFacts {
  return {
    birth: narrower(before.birth, after.birth),
    // Another child goes to another class.
    grade: after.grade ?? (after.birth !== null && before.birth !== null ? null : before.grade),
    address: mergeAddress(before.address, after.address),
    residence: after.residence ?? before.residence,
  };
}

/** A day or month that was said after the year completes it. */
function narrower(before: FamilyFacts['birth'], after: FamilyFacts['birth']): FamilyFacts['birth'] {
  if (before === null || after === null) return after ?? before;
  const saysMore = after.from <= before.from && before.to <= after.to;
  return saysMore ? before : after;
}

function mergeAddress(before: Address | null, after: Address | null): Address | null {
  if (before === null || after === null) return after ?? before;
  const moves = after.street !== null && before.street !== null && after.street !== before.street;
  return {
    wards: after.wards ?? (moves ? null : before.wards),
    neighbourhood: after.neighbourhood ?? (moves ? null : before.neighbourhood),
    street: after.street ?? before.street,
    lane: after.lane ?? (moves ? null : before.lane),
    house: after.house ?? (moves ? null : before.house),
  };
}
