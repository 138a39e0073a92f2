import { z } from 'zod';
import { parseKept } from '../kept-contents.ts';
import { createKeptReading } from '../kept-reading.ts';
import type { KeptValues } from '../ports/kept-values.ts';
import { type OfficeCalendar, USUAL_CALENDAR } from './calendar.ts';
import { officeDays } from './office-days.ts';

/** The kept value that holds the office's own calendar, as JSON of an `OfficeCalendar`. */
export const CALENDAR_VALUE = 'office-calendar';
/** An edited calendar counts within this time in all processes. */
const FRESH_MS = 10_000;

/** When the office works, as of now. */
export interface OfficeTime {
  calendar(): Promise<OfficeCalendar>;
}

/** The office's time where its calendar is edited as well. */
export interface EditedOfficeTime extends OfficeTime {
  /** Reads the calendar anew the next time, after an edit in this process. */
  forget(): void;
}

const hours = z.array(z.object({ from: z.string(), to: z.string() }));
const choice = z.object({ tetDaysBefore: z.number(), besideNationalDay: z.enum(['before', 'after']) });
const calendarJson = z.object({
  weekly: z.object({
    monday: hours,
    tuesday: hours,
    wednesday: hours,
    thursday: hours,
    friday: hours,
    saturday: hours,
    sunday: hours,
  }),
  holidays: z.object({
    'new-year': z.boolean(),
    tet: z.boolean(),
    'hung-kings': z.boolean(),
    reunification: z.boolean(),
    labour: z.boolean(),
    national: z.boolean(),
    culture: z.boolean(),
  }),
  choices: z.record(z.coerce.number().pipe(z.int()).transform(String), choice),
  usualChoice: choice,
  closedDays: z.array(z.string()),
  openDays: z.array(z.object({ day: z.string(), hours })),
});

/**
 * The calendar that is kept, or the usual one where none is. One that cannot be used is not followed: the usual one
 * holds until it is corrected, and `onFault` is told each time it is read.
 */
export function createOfficeTime(surroundings: {
  readonly kept: KeptValues;
  readonly now: () => number;
  readonly onFault: (error: unknown) => void;
}): EditedOfficeTime {
  const reading = createKeptReading({
    ...surroundings,
    name: CALENDAR_VALUE,
    freshMs: FRESH_MS,
    parse(value): OfficeCalendar {
      if (value === null) return USUAL_CALENDAR;
      try {
        return parseKept(CALENDAR_VALUE, value, readCalendar);
      } catch (error) {
        surroundings.onFault(error);
        return USUAL_CALENDAR;
      }
    },
  });
  return { calendar: reading.read, forget: reading.forget };
}

/**
 * The calendar that a kept value holds.
 * @throws OfficeCalendarInvalid, ZodError, SyntaxError
 */
export function readCalendar(value: string): OfficeCalendar {
  const calendar = calendarJson.parse(JSON.parse(value));
  officeDays(calendar);
  return calendar;
}
