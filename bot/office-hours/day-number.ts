import type { Day } from '../../knowledge/document.ts';
import { VIETNAM_AHEAD_MS } from '../../knowledge/vietnam-day.ts';

/*
 * A day number counts the days of Vietnam's calendar from 1970-01-01 = 0. Unlike an instant it has no clock, and unlike
 * a written day it can be counted with.
 */

export const DAY_MS = 86_400_000;

/** Days of the week, from Sunday. */
export const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'] as const;

export type Weekday = (typeof WEEKDAYS)[number];

/** The day number in Vietnam of an instant in ms since epoch. */
export function dayNumberAt(at: number): number {
  return Math.floor((at + VIETNAM_AHEAD_MS) / DAY_MS);
}

/** The instant, in ms since epoch, at which a day begins in Vietnam. */
export function startOfDay(dayNumber: number): number {
  return dayNumber * DAY_MS - VIETNAM_AHEAD_MS;
}

/** The day number of a date of the Gregorian calendar; `month` from 1. */
export function dayNumberOfDate(year: number, month: number, day: number): number {
  return Date.UTC(year, month - 1, day) / DAY_MS;
}

/** The day number of a written day, or `null` when the calendar has no such day (`2026-02-30`). */
export function dayNumberOf(day: Day): number | null {
  const dayNumber = Date.parse(`${day}T00:00:00Z`) / DAY_MS;
  return Number.isNaN(dayNumber) || writtenDay(dayNumber) !== day ? null : dayNumber;
}

/** A day number written as `2026-02-17`. */
export function writtenDay(dayNumber: number): Day {
  return new Date(dayNumber * DAY_MS).toISOString().slice(0, 10);
}

/** Year, month from 1, and day of the month. */
export function dateOf(dayNumber: number): { readonly year: number; readonly month: number; readonly day: number } {
  const date = new Date(dayNumber * DAY_MS);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** The day of the week. */
export function weekdayOf(dayNumber: number): Weekday {
  return WEEKDAYS[new Date(dayNumber * DAY_MS).getUTCDay()] ?? 'sunday';
}
