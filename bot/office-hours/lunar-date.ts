import { dateOf, dayNumberOfDate } from './day-number.ts';
import { lunationOf, newMoonDay, sunTwelfth } from './moon-and-sun.ts';

/*
 * Vietnam's lunar calendar after the rules that Hồ Ngọc Đức published ("Thuật toán tính âm lịch"): a month begins on
 * the day, in UTC+7, of a new moon; month 11 has the winter solstice; of the 13 months from one month 11 to the next,
 * the first in which the sun enters no new twelfth of its way is a leap month. China reckons with UTC+8, so that a few
 * years differ: Tết came a month earlier here in 1985, a day earlier in 2007, and will in 2030.
 */

export interface LunarDate {
  readonly year: number;
  /** 1 (Giêng) to 12 (Chạp). */
  readonly month: number;
  /** Whether it is the second month of that number (tháng nhuận). */
  readonly leap: boolean;
  /** 1 to 29 or 30. */
  readonly day: number;
}

type LunarMonth = Omit<LunarDate, 'day'> & { readonly lunation: number };

/** The twelfth of the sun's way that begins with the winter solstice. */
const WINTER_SOLSTICE_TWELFTH = 9;

/** The lunation that is month 11 of a year. */
function winterLunation(year: number): number {
  const last = lunationOf(dayNumberOfDate(year, 12, 31));
  return sunTwelfth(newMoonDay(last)) === WINTER_SOLSTICE_TWELFTH ? last - 1 : last;
}

/** Whether the sun enters no new twelfth of its way in a lunation. */
function lacksSunTerm(lunation: number): boolean {
  return sunTwelfth(newMoonDay(lunation)) === sunTwelfth(newMoonDay(lunation + 1));
}

/** The months from month 11 of the year before up to month 10 of a year. */
function monthsBeforeWinter(year: number): readonly LunarMonth[] {
  const first = winterLunation(year - 1);
  const lunations = Array.from({ length: winterLunation(year) - first }, (_, index) => first + index);
  const leap = lunations.length === 13 ? lunations.find(lacksSunTerm) : undefined;
  return lunations.map((lunation, index) => {
    const place = leap !== undefined && lunation >= leap ? index - 1 : index;
    return { year: place < 2 ? year - 1 : year, month: ((place + 10) % 12) + 1, leap: lunation === leap, lunation };
  });
}

/** The lunar date of a day number. */
export function lunarDateOf(dayNumber: number): LunarDate {
  const lunation = lunationOf(dayNumber);
  const { year } = dateOf(dayNumber);
  const months = monthsBeforeWinter(lunation >= winterLunation(year) ? year + 1 : year);
  const found = months.find((month) => month.lunation === lunation);
  // The months of a year are without a gap, so that one of them is always found.
  if (found === undefined) throw new RangeError(`No lunar month has day number ${dayNumber}.`);
  const { lunation: _, ...month } = found;
  return { ...month, day: dayNumber - newMoonDay(lunation) + 1 };
}

/** The day number of a lunar date; `null` when that year has no such month or that month no such day. */
export function dayNumberOfLunar({ year, month, leap, day }: LunarDate): number | null {
  const months = monthsBeforeWinter(month >= 11 ? year + 1 : year);
  const found = months.find((each) => each.month === month && each.leap === leap);
  if (found === undefined || day < 1) return null;
  const dayNumber = newMoonDay(found.lunation) + day - 1;
  return dayNumber < newMoonDay(found.lunation + 1) ? dayNumber : null;
}
