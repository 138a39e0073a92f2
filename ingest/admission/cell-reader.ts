import { placeKey } from '../../knowledge/admission/names.ts';
import type { HouseSide, ZoneRow } from '../../knowledge/admission/table.ts';
import type { Day } from '../../knowledge/document.ts';
import type { ReadingWords } from './sheets.ts';

/** Reads the cells of one row by their column; what cannot be read is complained of, and something harmless is given. */
export interface CellReader {
  text(column: string): string;
  optionalText(column: string): string | null;
  day(column: string): Day;
  optionalDay(column: string): Day | null;
  /** A day that is the same or a later one. */
  notBefore(column: string, first: Day): Day;
  oneOf<Meaning>(column: string, words: Readonly<Record<string, Meaning>>): Meaning;
  /** `1-5, 8`; `null` where the cell is empty. */
  numbers(column: string): readonly number[] | null;
  /** Street, lane, house numbers and side of a zone. */
  houses(
    sides: Readonly<Record<string, HouseSide>>,
  ): Pick<ZoneRow, 'street' | 'lane' | 'houseFrom' | 'houseTo' | 'side'>;
  complain(column: string, why: string): void;
}

const LONGEST_TEXT = 400;
const HIGHEST_NUMBER = 9_999;
const DAY = /^(\d{1,2})[/.-](\d{1,2})[/.-]((?:19|20)\d\d)$/;
const NO_DAY = '1900-01-01';

/** @param cell text of the row's cell in a column, empty where there is none */
export function createCellReader(
  cell: (column: string) => string,
  complain: (column: string, why: string) => void,
  words: ReadingWords,
): CellReader {
  function text(column: string): string {
    const written = cell(column);
    if (written === '') complain(column, words.missing);
    if (written.length > LONGEST_TEXT) complain(column, words.tooLong(LONGEST_TEXT));
    return written;
  }

  function optionalDay(column: string): Day | null {
    if (cell(column) === '') return null;
    const day = readDay(cell(column));
    if (day === null) complain(column, words.badDay);
    return day;
  }

  function day(column: string): Day {
    if (cell(column) === '') complain(column, words.missing);
    return optionalDay(column) ?? NO_DAY;
  }

  function number(column: string): number | null {
    const written = cell(column);
    if (written === '') return null;
    const value = /^\d{1,4}$/.test(written) ? Number(written) : 0;
    if (value < 1 || value > HIGHEST_NUMBER) complain(column, words.badNumber);
    return value;
  }

  function oneOf<Meaning>(column: string, meanings: Readonly<Record<string, Meaning>>): Meaning {
    const entries = Object.entries(meanings);
    const found = entries.find(([word]) => placeKey(word) === placeKey(cell(column)));
    if (found === undefined) complain(column, words.badValue(Object.keys(meanings)));
    const [, meaning] = found ?? entries[0] ?? [];
    if (meaning === undefined) throw new TypeError(`The column ${column} allows no value.`);
    return meaning;
  }

  return {
    text,
    optionalText: (column) => (cell(column) === '' ? null : text(column)),
    day,
    optionalDay,
    notBefore(column, first) {
      const last = day(column);
      if (last < first) complain(column, words.backwards);
      return last;
    },
    oneOf,
    numbers(column) {
      const written = cell(column);
      if (written === '') return null;
      const numbers = written.split(/[,;]/).flatMap(numbersOf);
      if (numbers.includes(0)) complain(column, words.badNumbers);
      return [...new Set(numbers)];
    },
    houses(sides) {
      const street = cell('street') === '' ? null : text('street');
      const [lane, houseFrom, houseTo] = [number('lane'), number('houseFrom'), number('houseTo')];
      const side = cell('side') === '' ? 'all' : oneOf('side', sides);
      if (houseFrom !== null && houseTo !== null && houseTo < houseFrom) complain('houseTo', words.backwards);
      const narrows = lane !== null || houseFrom !== null || houseTo !== null || side !== 'all';
      if (street === null && narrows) complain('street', words.noPlace);
      return { street, lane, houseFrom, houseTo, side };
    },
    complain,
  };
}

/** «5», «1-5»; 0 where it is neither. */
function numbersOf(part: string): readonly number[] {
  const [, first, last] = /^ *(\d{1,3})(?: ?[-–] ?(\d{1,3}))? *$/.exec(part) ?? [];
  const from = Number(first ?? 0);
  const to = Number(last ?? from);
  return from < 1 || to < from ? [0] : Array.from({ length: to - from + 1 }, (_, index) => from + index);
}

function readDay(written: string): Day | null {
  const [, day, month, year] = DAY.exec(written) ?? [];
  if (day === undefined) return null;
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  return date.getUTCMonth() === Number(month) - 1 ? date.toISOString().slice(0, 10) : null;
}
