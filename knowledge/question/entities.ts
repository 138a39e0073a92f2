import type { Day } from '../document.ts';
import { fold } from '../text/normalise.ts';
import { schoolingOf, schoolYearStart } from './school-years.ts';

export type Level = 'mầm non' | 'tiểu học' | 'trung học cơ sở' | 'trung học phổ thông' | 'thường xuyên' | 'nghề';
export type SchoolKind = 'công lập' | 'tư thục' | 'chất lượng cao' | 'chuyên' | 'quốc tế';

/** What a text says of a child and its school; every list in order of appearance, without repetition. */
export interface Entities {
  /** 1 to 12. */
  readonly grades: readonly number[];
  /** Named, or those of the grades. */
  readonly levels: readonly Level[];
  /** Ages of children, in months. */
  readonly agesInMonths: readonly number[];
  readonly birthYears: readonly number[];
  readonly schoolKinds: readonly SchoolKind[];
}

const LEVEL_WORDS: readonly (readonly [Level, string])[] = [
  ['mầm non', 'mam non|mau giao|nha tre|nhom tre|lop (?:mam|choi|la)|tre (?:mam|em duoi 6)|mgl|mgn|mgb'],
  ['tiểu học', 'tieu hoc|cap (?:1|mot|i)'],
  ['trung học cơ sở', 'trung hoc co so|thcs|cap (?:2|hai|ii)'],
  ['trung học phổ thông', 'trung hoc pho thong|thpt|cap (?:3|ba|iii)|(?:thi|vao) (?:vao )?(?:lop )?10'],
  ['thường xuyên', 'giao duc thuong xuyen|gdtx|bo tuc'],
  ['nghề', 'giao duc nghe nghiep|(?:truong|hoc|day|trung cap|trung hoc|so cap|cao dang) nghe|trung cap|so cap'],
];
const KIND_WORDS: readonly (readonly [SchoolKind, string])[] = [
  ['công lập', '(?<!ngoai )cong lap|truong (?:cong(?! ty)|nha nuoc)|truong cua nha nuoc'],
  ['tư thục', 'tu thuc|dan lap|ngoai cong lap|truong (?:tu|rieng)|mam non tu'],
  ['chất lượng cao', 'chat luong cao|clc'],
  ['chuyên', 'truong chuyen|lop chuyen|vao chuyen|thi chuyen'],
  ['quốc tế', 'quoc te|co von (?:dau tu )?nuoc ngoai'],
];
const ONE_TO_TWELVE = 'muoi mot|muoi hai|muoi|mot|hai|ba|bon|nam|sau|bay|tam|chin';
const NUMBER_WORDS: Readonly<Record<string, number>> = Object.fromEntries(
  ['mot', 'hai', 'ba', 'bon', 'nam', 'sau', 'bay', 'tam', 'chin', 'muoi', 'muoi mot', 'muoi hai'].map((word, index) => [
    word,
    index + 1,
  ]),
);
const GRADE = new RegExp(
  `(?:lop|khoi) (?:(1[0-2]|[1-9])(?![\\d/%]|[.,]\\d)|(${ONE_TO_TWELVE})(?= )(?! me))(?! tuoi)|vao (10)(?![\\d/%]|[.,]\\d)`,
  'g',
);
/** «lớp 1, 2 và 3», «lớp 6 đến lớp 9». */
const MORE_GRADES = /^ ?(,|va|hoac|hay|den|toi|-) ?(?:lop )?(1[0-2]|[1-9])(?![\d/%]|[.,]\d)/;
const RANGE = new Set(['den', 'toi', '-']);
const AGE = /(\d{1,2}(?:[.,]5)?|(?:hai|ba|bon|nam|sau) ?)(?: |-)?(thang tuoi|thang|tuoi)( ruoi)?(?![a-z])/g;
const CHILD = /(?:be|con|chau|tre|duoc|moi)(?: [a-z]+){0,3} $/;
const BIRTH = /(?:sinh|sn|de)(?: nam| ngay)?(?: \d{1,2}[/-]\d{1,2}[/-]| )?((?:19|20)\d\d)(?!\d)/g;
const OLDEST_CHILD_MONTHS = 72;

/** Reads the entities of a message whose abbreviations are written out and diacritics restored. */
export function readEntities(text: string): Entities {
  const folded = ` ${fold(text).replace(/[^a-z0-9.,/%-]+/g, ' ')} `;
  const grades = gradesIn(folded);
  return {
    grades,
    levels: unique([...namesIn(LEVEL_WORDS, folded), ...grades.map(levelOfGrade)]),
    agesInMonths: unique(agesIn(folded)),
    birthYears: unique([...folded.matchAll(BIRTH)].map(([, year]) => Number(year))),
    schoolKinds: namesIn(KIND_WORDS, folded),
  };
}

/**
 * The level that entities mean on a day: the one named, or that of the child's age or year of birth at the usual age;
 * `null` without one.
 */
export function levelMeant({ levels, agesInMonths, birthYears }: Entities, day: Day): Level | null {
  if (levels[0] !== undefined) return levels[0];
  const startYear = schoolYearStart(day);
  const [birthYear = agesInMonths[0] === undefined ? undefined : startYear - Math.floor(agesInMonths[0] / 12)] =
    birthYears;
  if (birthYear === undefined) return null;
  const schooling = schoolingOf(birthYear, startYear);
  if (schooling.stage === 'none') return null;
  return schooling.stage === 'phổ thông' ? levelOfGrade(schooling.grade) : 'mầm non';
}

function levelOfGrade(grade: number): Level {
  if (grade <= 5) return 'tiểu học';
  return grade <= 9 ? 'trung học cơ sở' : 'trung học phổ thông';
}

function gradesIn(folded: string): readonly number[] {
  const grades: number[] = [];
  for (const found of folded.matchAll(GRADE)) {
    let last = Number(found[1] ?? found[3] ?? NUMBER_WORDS[found[2] ?? '']);
    grades.push(last);
    let rest = folded.slice(found.index + found[0].length, found.index + found[0].length + 60);
    for (let more = MORE_GRADES.exec(rest); more !== null; more = MORE_GRADES.exec(rest)) {
      const next = Number(more[2]);
      if (RANGE.has(more[1] ?? '')) for (let between = last + 1; between < next; between += 1) grades.push(between);
      grades.push(next);
      last = next;
      rest = rest.slice(more[0].length);
    }
  }
  return unique(grades);
}

function agesIn(folded: string): number[] {
  return [...folded.matchAll(AGE)].flatMap((found) => {
    const [whole, figure = '', unit = '', half] = found;
    const count = NUMBER_WORDS[figure.trim()] ?? Number(figure.replace(',', '.'));
    const before = folded.slice(Math.max(0, found.index - 30), found.index);
    if (/(?:lop|khoi) $/.test(before) && !whole.includes('tuoi')) return [];
    if (unit === 'tuoi') return [Math.round((count + (half === undefined ? 0 : 0.5)) * 12)];
    const ofChild = unit === 'thang tuoi' || (CHILD.test(before) && count <= OLDEST_CHILD_MONTHS);
    return ofChild ? [count] : [];
  });
}

function namesIn<Name extends string>(words: readonly (readonly [Name, string])[], folded: string): readonly Name[] {
  return words.flatMap(([name, pattern]) =>
    new RegExp(`(?<![a-z])(?:${pattern})(?![a-z0-9])`).test(folded) ? [name] : [],
  );
}

function unique<T>(values: readonly T[]): T[] {
  return [...new Set(values)];
}
