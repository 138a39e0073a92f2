import { dateOf, dayNumberAt, startOfDay, weekdayOf } from './day-number.ts';
import { fillSentence } from './fill-sentence.ts';
import { DAY_PARTS, MOMENTS, WEEKDAY_NAMES } from './time-sentences.ts';

const MINUTE_MS = 60_000;
const HALF_HOUR_MS = 30 * MINUTE_MS;

/** The next full or half hour of Vietnam's clocks, or the instant itself when it is one; ms since epoch. */
export function humaneTime(at: number): number {
  return Math.ceil(at / HALF_HOUR_MS) * HALF_HOUR_MS;
}

/**
 * A moment as people say it, seen from `now`: `16 giờ 30 hôm nay`, `9 giờ sáng mai, thứ Sáu 27/11`,
 * `10 giờ thứ Hai 24/11`, in another year `8 giờ thứ Hai 04/01/2027`. A midnight is 24 giờ of the day that it ends.
 * Seconds are left out.
 */
export function momentWords(at: number, now: number): string {
  const day = dayNumberAt(at - MINUTE_MS);
  const minutes = Math.floor((at - startOfDay(day)) / MINUTE_MS);
  const hour = Math.floor(minutes / 60);
  const clock =
    minutes % 60 === 0
      ? fillSentence(MOMENTS.fullHour, { hour: `${hour}` })
      : fillSentence(MOMENTS.hourAndMinutes, { hour: `${hour}`, minutes: twoDigits(minutes % 60) });
  const today = dayNumberAt(now);
  if (day === today) return fillSentence(MOMENTS.today, { clock });
  const weekday = WEEKDAY_NAMES[weekdayOf(day)];
  const date = dateWords(day, today);
  if (day !== today + 1) return fillSentence(MOMENTS.later, { clock, weekday, date });
  const part = DAY_PARTS.find(({ before }) => hour < before)?.name ?? '';
  return fillSentence(MOMENTS.tomorrow, { clock, part, weekday, date });
}

function dateWords(dayNumber: number, today: number): string {
  const { year, month, day } = dateOf(dayNumber);
  const date = `${twoDigits(day)}/${twoDigits(month)}`;
  return year === dateOf(today).year ? date : `${date}/${year}`;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
