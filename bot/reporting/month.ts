import { dayNumberOfDate, startOfDay } from '../office-hours/day-number.ts';
import type { Period } from '../ports/report-rows.ts';

/** A calendar month in Vietnam, written `2026-11`. */
export type MonthName = string;

const MONTH = /^(20\d{2})-(0[1-9]|1[0-2])$/;

/** Whether a text names a month. */
export function isMonth(text: string): text is MonthName {
  return MONTH.test(text);
}

/** Year, and month from 1. */
export function partsOf(month: MonthName): { readonly year: number; readonly month: number } {
  const [year = '', number = ''] = month.split('-');
  return { year: Number(year), month: Number(number) };
}

/** The month that many months later, or earlier where `by` is negative. */
export function monthAfter(name: MonthName, by: number): MonthName {
  const { year, month } = partsOf(name);
  return new Date(Date.UTC(year, month - 1 + by, 1)).toISOString().slice(0, 7);
}

/** The month's time, from midnight to midnight in Vietnam. */
export function periodOf(name: MonthName): Period {
  const start = ({ year, month }: ReturnType<typeof partsOf>) => startOfDay(dayNumberOfDate(year, month, 1));
  return { from: start(partsOf(name)), until: start(partsOf(monthAfter(name, 1))) };
}
