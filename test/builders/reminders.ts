import type { Reminder } from '../../bot/reminders/reminder.ts';
import type { DateRow } from '../../knowledge/admission/table.ts';
import { aSource } from './admission-table.ts';

/** Handing in papers for Lớp 1 in the first days of July 2026; state only what differs. */
export function aDate(fields: Partial<DateRow> = {}): DateRow {
  return {
    source: aSource('dates', 2),
    level: 'tiểu học',
    step: 'Nộp hồ sơ lớp 1',
    first: '2026-07-01',
    last: '2026-07-03',
    ...fields,
  };
}

/** A reminder of {@link aDate} that somebody agreed to in May. */
export function aReminder(fields: Partial<Reminder> = {}): Reminder {
  return {
    dateId: '2026-2027-tieu-hoc-nop-ho-so-lop-1',
    schoolYear: '2026-2027',
    level: 'tiểu học',
    step: 'Nộp hồ sơ lớp 1',
    first: '2026-07-01',
    last: '2026-07-03',
    document: '901/KH-UBND',
    article: 'Mục II',
    consentedAt: Date.UTC(2026, 4, 4, 2),
    consent: 'nhac-han/1',
    remindedDays: null,
    movedFrom: null,
    nextAt: Date.UTC(2026, 5, 30, 1),
    ...fields,
  };
}
