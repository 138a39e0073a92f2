import type { ConsoleWords } from './languages/words.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const CLOCK = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: 'Asia/Ho_Chi_Minh' });
const DATE = new Intl.DateTimeFormat('en-GB', {
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
  timeZone: 'Asia/Ho_Chi_Minh',
});

/** How long ago, for example `5 phút trước`; `at` and `now` in ms since the epoch. */
export function ageInWords(at: number, now: number, words: ConsoleWords['times']): string {
  return now - at < MINUTE ? words.justNow : words.ago(durationInWords(now - at, words));
}

/** A duration in its largest whole unit, for example `3 giờ`; less than a minute counts as one. */
export function durationInWords(ms: number, words: ConsoleWords['times']): string {
  if (ms >= DAY) return words.days(Math.floor(ms / DAY));
  if (ms >= HOUR) return words.hours(Math.floor(ms / HOUR));
  return words.minutes(Math.max(1, Math.floor(ms / MINUTE)));
}

/** Day in Vietnam, for example `03/02/2026`. */
export function dayInWords(at: number): string {
  return DATE.format(at);
}

/** Clock and day in Vietnam, for example `14:05 ngày 03/02/2026`. */
export function momentInWords(at: number, words: ConsoleWords['times']): string {
  return words.moment(CLOCK.format(at), DATE.format(at));
}
