import type { Day } from '../../knowledge/document.ts';
import type { Weekday } from './day-number.ts';

/** A clock of 24 hours, `08:00`; `24:00` is the end of the day. */
export type ClockTime = string;

/** Working time within one day; `to` is no longer working time. */
export interface TimeInterval {
  readonly from: ClockTime;
  readonly to: ClockTime;
}

/** A public holiday; `tet` has five days and `national` two. */
export type HolidayId = 'new-year' | 'tet' | 'hung-kings' | 'reunification' | 'labour' | 'national' | 'culture';

/** What the government decides anew each year (Labour Code 2019, article 112.3). */
export interface YearChoice {
  /** How many of Tết's five days lie before mùng 1. */
  readonly tetDaysBefore: number;
  /** Which day beside 2 September is off with it. */
  readonly besideNationalDay: 'before' | 'after';
}

/** When the office works. A day's own entry in `openDays` goes before everything else. */
export interface OfficeCalendar {
  /** Working hours of an ordinary week, in order. A day without any is a weekly rest day. */
  readonly weekly: Readonly<Record<Weekday, readonly TimeInterval[]>>;
  /** Which public holidays the office keeps. */
  readonly holidays: Readonly<Record<HolidayId, boolean>>;
  /** What was decided for single years, by year; `usualChoice` holds for all others. */
  readonly choices: Readonly<Record<number, YearChoice>>;
  readonly usualChoice: YearChoice;
  /** Days on which the office is closed beyond holidays, such as the day off of a swap. */
  readonly closedDays: readonly Day[];
  /** Days with working hours of their own, such as a Saturday worked for a day off (làm bù). */
  readonly openDays: readonly { readonly day: Day; readonly hours: readonly TimeInterval[] }[];
}

const OFFICE_DAY: readonly TimeInterval[] = [
  { from: '08:00', to: '11:30' },
  { from: '13:30', to: '17:00' },
];

/**
 * The office's calendar until it is edited. Holidays: Labour Code 2019, article 112. `culture` is 24 November, Ngày Văn
 * hóa Việt Nam, which that article as passed in 2019 does not have: it is off until the office turns it on. Choices: the
 * days that were given off in those years.
 */
export const USUAL_CALENDAR: OfficeCalendar = {
  weekly: {
    monday: OFFICE_DAY,
    tuesday: OFFICE_DAY,
    wednesday: OFFICE_DAY,
    thursday: OFFICE_DAY,
    friday: OFFICE_DAY,
    saturday: [],
    sunday: [],
  },
  holidays: {
    'new-year': true,
    tet: true,
    'hung-kings': true,
    reunification: true,
    labour: true,
    national: true,
    culture: false,
  },
  choices: {
    2023: { tetDaysBefore: 2, besideNationalDay: 'before' },
    2024: { tetDaysBefore: 2, besideNationalDay: 'after' },
    2025: { tetDaysBefore: 2, besideNationalDay: 'before' },
  },
  usualChoice: { tetDaysBefore: 1, besideNationalDay: 'before' },
  closedDays: [],
  openDays: [],
};
