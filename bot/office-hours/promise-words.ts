import type { HolidayId, OfficeCalendar } from './calendar.ts';
import { dayNumberAt } from './day-number.ts';
import { fillSentence } from './fill-sentence.ts';
import { humaneTime, momentWords } from './moment-words.ts';
import { type DayOff, officeDays } from './office-days.ts';
import { HOLIDAY_NAMES, PROMISES } from './time-sentences.ts';
import { nextOpening } from './working-time.ts';

/**
 * Tells a citizen by when staff will reply: the due time, rounded up to half an hour, and where the office is closed
 * now, that it is. `null` when the due time is over: nothing true can be promised then.
 * @throws OfficeCalendarInvalid
 */
export function promiseWords(dueAt: number, now: number, calendar: OfficeCalendar): string | null {
  if (dueAt <= now) return null;
  const due = momentWords(humaneTime(dueAt), now);
  const opensAt = nextOpening(now, calendar);
  if (opensAt === now) return fillSentence(PROMISES.open, { due });
  const daysOff = daysOffUntil(opensAt, now, calendar);
  if (daysOff.every((dayOff) => dayOff === 'rest-day')) return fillSentence(PROMISES.outOfHours, { due });
  const opening = momentWords(opensAt, now);
  const holidays = daysOff.filter(isHoliday);
  return holidays.length === 0
    ? fillSentence(PROMISES.closed, { opening, due })
    : fillSentence(PROMISES.holiday, { holiday: holidayWords(holidays), opening, due });
}

/** Why the office is closed on each whole day from today to the day before it opens. */
function daysOffUntil(opensAt: number, now: number, calendar: OfficeCalendar): readonly DayOff[] {
  const today = dayNumberAt(now);
  const days = officeDays(calendar);
  return Array.from({ length: dayNumberAt(opensAt) - today }, (_, index) => days.dayOff(today + index) ?? []).flat();
}

function isHoliday(dayOff: DayOff): dayOff is HolidayId {
  return dayOff !== 'rest-day' && dayOff !== 'closed-day';
}

function holidayWords(holidays: readonly HolidayId[]): string {
  const names = [...new Set(holidays)].map((holiday) => HOLIDAY_NAMES[holiday]);
  return new Intl.ListFormat('vi', { type: 'conjunction' }).format(names);
}
