import type { KeptVersion } from '../../../bot/kept-versions.ts';
import type { OfficeCalendar } from '../../../bot/office-hours/calendar.ts';
import type { KeptKind } from '../../kept/kept-catalogue.ts';
import type { SignedIn } from '../sessions.ts';
import type { CALENDAR } from './vietnamese.ts';

/** The calendar as it is kept, what it makes us promise, and the forms that change it. */
export interface CalendarPage {
  readonly signedIn: SignedIn;
  readonly calendar: OfficeCalendar;
  readonly unreadable: readonly KeptKind[];
  readonly versions: readonly KeptVersion[];
  /** Number of the newest version, which every form carries. */
  readonly seen: number;
  readonly now: number;
  /** Another moment to try the promise at (ms since epoch), and as it was written. */
  readonly tried: number | null;
  readonly triedAt: string;
  readonly done: keyof typeof CALENDAR.notices | null;
  readonly problems: readonly string[];
}
