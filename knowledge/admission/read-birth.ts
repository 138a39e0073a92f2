import type { Day } from '../document.ts';
import type { BirthDays } from './ages.ts';

/** A birth date as it stands in a text. */
export interface BirthRead {
  readonly birth: BirthDays | null;
  /** The text with a bar in place of what was read, so that no figure of it counts as a house number. */
  readonly rest: string;
}

const YEAR = '((?:19|20)\\d\\d|2k\\d\\d?)';
const SAYS_BIRTH = '(?:sinh|sn|de|ns)(?: (?:nam|ngay|thang|vao|ngay thang nam|ngay thang))*';
const FORMS: readonly (readonly [RegExp, (found: RegExpExecArray) => BirthDays | null])[] = [
  [
    new RegExp(`(?:${SAYS_BIRTH} ?:? )?\\b(\\d{1,2}) ?[/.-] ?(\\d{1,2}) ?[/.-] ?${YEAR}\\b`),
    ([, day, month, year]) => dayOf(year, month, day),
  ],
  [
    new RegExp(`(?:${SAYS_BIRTH} )?(?:ngay |mung )?(\\d{1,2}) thang (\\d{1,2}) (?:nam )?${YEAR}\\b`),
    ([, day, month, year]) => dayOf(year, month, day),
  ],
  [
    new RegExp(`(?:${SAYS_BIRTH} )?(?:thang |t)(\\d{1,2}) ?(?:[/.-]| nam | ) ?${YEAR}\\b`),
    ([, month, year]) => monthOf(year, month),
  ],
  [new RegExp(`(?:${SAYS_BIRTH} )?\\b(\\d{1,2})/${YEAR}\\b`), ([, month, year]) => monthOf(year, month)],
  [new RegExp(`${SAYS_BIRTH} ?:? ?${YEAR}\\b`), ([, year]) => yearOf(year)],
  [new RegExp(`\\b(?:be|chau|con|nam|tuoi) ${YEAR}\\b(?! ?-)`), ([, year]) => yearOf(year)],
];
const ONLY_YEAR = new RegExp(`^\\D{0,12}\\b${YEAR}\\b\\D{0,12}$`);

/**
 * Reads a birth date from folded words: a whole date, a month or a year («12/3/2020», «thang 3/2020», «sn 2k20»).
 * @param wasAsked a year that stands alone counts, because it was asked for
 */
export function readBirth(folded: string, wasAsked: boolean): BirthRead {
  for (const [form, read] of FORMS) {
    const found = form.exec(folded);
    const birth = found === null ? null : read(found);
    if (found !== null && birth !== null) return { birth, rest: without(folded, found.index, found[0].length) };
  }
  const alone = wasAsked ? ONLY_YEAR.exec(folded) : null;
  return alone === null ? { birth: null, rest: folded } : { birth: yearOf(alone[1]), rest: '|' };
}

function without(text: string, at: number, length: number): string {
  return `${text.slice(0, at)}|${text.slice(at + length)}`;
}

function yearOf(written: string | undefined): BirthDays | null {
  const year = fullYear(written);
  return year === null ? null : { from: `${year}-01-01`, to: `${year}-12-31` };
}

function monthOf(written: string | undefined, month: string | undefined): BirthDays | null {
  const year = fullYear(written);
  const from = year === null ? null : calendarDay(year, Number(month), 1);
  if (year === null || from === null) return null;
  const last = new Date(Date.UTC(year, Number(month), 0)).getUTCDate();
  return { from, to: `${from.slice(0, 8)}${last}` };
}

function dayOf(written: string | undefined, month: string | undefined, day: string | undefined): BirthDays | null {
  const year = fullYear(written);
  const exact = year === null ? null : calendarDay(year, Number(month), Number(day));
  return exact === null ? null : { from: exact, to: exact };
}

/** «2k» and «2k5» are years of our century as young people write them. */
function fullYear(written: string | undefined): number | null {
  if (written === undefined) return null;
  return written.startsWith('2k') ? 2000 + Number(written.slice(2)) : Number(written);
}

function calendarDay(year: number, month: number, day: number): Day | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date.toISOString().slice(0, 10) : null;
}
