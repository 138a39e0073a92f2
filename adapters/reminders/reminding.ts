import { z } from 'zod';
import type { Reminders } from '../../bot/ports/reminders.ts';
import type { ReminderManner } from '../../bot/reminders/guide-reminders.ts';

/** Settings of reminders, by name. */
export const reminderSettings = {
  DEADLINE_REMINDER_DAYS: z
    .string()
    .default('3,1')
    .refine((text) => /^\d{1,2}(?:\s*,\s*\d{1,2})*$/.test(text.trim()), 'write days like "3,1", or 0 for none')
    .transform((text) => [...new Set(text.split(',').map(Number))].filter((days) => days > 0)),
};

/** Where a date of an admission table is offered as a calendar, below the public address. */
export function calendarPath(dateId: string): string {
  return `/lich/${dateId}.ics`;
}

/** How citizens are reminded, with the store of their reminders. */
export function remindingOf(
  { reminders }: { readonly reminders: Reminders },
  { reminderDays: days, publicUrl }: { readonly reminderDays: readonly number[]; readonly publicUrl: string | null },
): ReminderManner & { readonly reminders: Reminders } {
  return {
    reminders,
    days,
    calendarLink: (dateId) => (publicUrl === null ? null : `${publicUrl}${calendarPath(dateId)}`),
  };
}
