import { WARDS } from '../question/wards.ts';
import { territoriesAskedFor } from '../territories.ts';
import { indexPhrases } from '../text/phrase-index.ts';
import { foldSyllable } from '../text/tokens.ts';
import { LEVELS, SCHOOL_BEFORE } from './named-places.ts';
import { placeKey, wordsOf } from './names.ts';

/** The places that a message names, as they are written officially where that is known. */
export interface NamedPlaces {
  /** Each with the short name of its level: «Tiểu học Kim Đồng», or «Trường Kim Đồng» where nobody says which. */
  readonly schools: readonly string[];
  readonly wards: readonly string[];
  /** Provinces and cities whose rules are asked for, by today's names. */
  readonly territories: readonly string[];
}

/** Reads the places that a message names; about 50 µs. */
export type ReadPlaces = (text: string) => NamedPlaces;

/** What each of the {@link LEVELS} is called in the name of a school. */
const LEVEL_NAMES = ['Mầm non', 'Tiểu học', 'THCS', 'THPT'] as const;
const ANY_LEVEL = 'Trường';
/** Between the level and the name of a school. */
const OWNERSHIP = /^(?:cong lap|tu thuc|dan lap|chat luong cao)(?: |$)/;
const LONGEST_NAME = 4;
/** A name of one capitalised syllable is as likely none («trường Em»). */
const SHORTEST_NAME = 2;
/** Where so large a share of the words is capitalised, capitals tell nothing. */
const MOST_CAPITALISED = 0.6;
const CAPITALISED = /^\p{Lu}\p{Ll}+$/u;
/** What stands before the name of a ward, and what makes it the name of a street. */
const WARD_BEFORE = /(?:^| )(?:phuong|p)$/;
const STREET_BEFORE = /(?:^| )(?:duong|pho|ngo|ngach|hem|so|\d+[a-z]?)$/;

interface Word {
  readonly written: string;
  readonly folded: string;
  /** Whether marks or a line break part it from the word before. */
  readonly isParted: boolean;
}

/** A way to say what comes before a school's name, and the level that it tells; `null`: a school of any. */
const schoolWordsAt = indexPhrases([
  ...LEVELS.flatMap((names, level) => names.map((name) => ({ words: name.split(' '), level }))),
  { words: ['truong'], level: null },
]);

/**
 * Makes a reading that knows some names. A school that nobody knows is told by capitals («tiểu học Kim Đồng»); one that is
 * known, and a ward after «phường», however they are written.
 * @param known names as the office writes them, «Trường Tiểu học Kim Đồng», «Ngọc Hà»
 */
export function createPlaceReader(known: {
  readonly schools: readonly string[];
  readonly wards: readonly string[];
}): ReadPlaces {
  const schools = known.schools.map(knownSchool);
  const wardNames = new Map([...WARDS, ...known.wards].map((name) => [placeKey(name), name]));
  const wardsAt = indexPhrases([...wardNames].map(([key, name]) => ({ words: key.split(' '), name })));

  function schoolsIn(words: readonly Word[], folded: readonly string[]): readonly string[] {
    const hasCapitals =
      words.filter(({ written }) => CAPITALISED.test(written)).length <= MOST_CAPITALISED * words.length;
    const found = new Set<string>();
    for (const start of words.keys()) {
      for (const { words: before, level } of schoolWordsAt(folded, start)) {
        const after = start + before.length;
        const from = after + ownershipAt(words, after);
        const name = knownAt(words, from, level) ?? (hasCapitals ? capitalisedAt(words, from, level) : null);
        if (name !== null) found.add(name);
      }
    }
    return [...found];
  }

  function knownAt(words: readonly Word[], from: number, level: number | null): string | null {
    const after = words.slice(from, from + LONGEST_NAME + 2).map(({ folded }) => folded);
    const named = schools.filter(
      (one) =>
        (level === null || one.level === null || one.level === level) &&
        one.syllables.every((syllable, index) => syllable === after[index]),
    );
    const longest = Math.max(...named.map(({ syllables }) => syllables.length));
    const [first, other] = named.filter(({ syllables }) => syllables.length === longest);
    // «trường Kim Đồng» where two levels have one of that name is neither.
    return first === undefined || other !== undefined ? null : first.name;
  }

  function wardsIn(words: readonly Word[], folded: readonly string[]): readonly string[] {
    const found = new Set<string>();
    for (const at of words.keys()) {
      for (const { words: syllables, name } of wardsAt(folded, at)) {
        const here = words.slice(at, at + syllables.length);
        const before = folded.slice(0, at).join(' ');
        if (SCHOOL_BEFORE.test(`${before} `) || STREET_BEFORE.test(before)) continue;
        if (WARD_BEFORE.test(before) || here.map(({ written }) => written).join(' ') === name) found.add(name);
      }
    }
    return [...found];
  }

  return (text) => {
    const words = wordsIn(text);
    const folded = words.map((word) => word.folded);
    return { schools: schoolsIn(words, folded), wards: wardsIn(words, folded), territories: territoriesAskedFor(text) };
  };
}

function knownSchool(name: string) {
  const whole = wordsOf(name).replace(/^truong /, '');
  const level = LEVELS.findIndex((names) => names.some((one) => whole.startsWith(`${one} `)));
  const levelWords = LEVELS[level]?.find((one) => whole.startsWith(`${one} `))?.split(' ') ?? [];
  const proper = name
    .normalize('NFC')
    .trim()
    .split(/\s+/)
    .filter((word, index) => index > 0 || foldSyllable(word) !== 'truong')
    .slice(levelWords.length);
  return {
    name: `${LEVEL_NAMES[level] ?? ANY_LEVEL} ${proper.join(' ')}`,
    level: level === -1 ? null : level,
    syllables: whole.split(' ').slice(levelWords.length),
  };
}

function ownershipAt(words: readonly Word[], from: number): number {
  const after = words
    .slice(from, from + 3)
    .map(({ folded }) => folded)
    .join(' ');
  return (OWNERSHIP.exec(after)?.[0].trim().split(' ') ?? []).length;
}

/** A name that capitals tell, up to the first mark. */
function capitalisedAt(words: readonly Word[], from: number, level: number | null): string | null {
  const name: string[] = [];
  for (const { written, isParted } of words.slice(from, from + LONGEST_NAME)) {
    if (isParted || !CAPITALISED.test(written)) break;
    name.push(written);
  }
  if (name.length < SHORTEST_NAME) return null;
  return `${level === null ? ANY_LEVEL : LEVEL_NAMES[level]} ${name.join(' ')}`;
}

function wordsIn(text: string): readonly Word[] {
  return [...text.normalize('NFC').matchAll(/([^\p{L}\p{N}]*)([\p{L}\p{N}]+)/gu)].map(([, gap = '', written = '']) => ({
    written,
    folded: foldSyllable(written),
    isParted: gap.trim() !== '' || gap.includes('\n'),
  }));
}
