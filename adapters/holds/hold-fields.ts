import { DAY_MS, startOfDay } from '../../bot/office-hours/day-number.ts';

const LEAST_REASON = 5;
const LONGEST_REASON = 500;
const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;

/** What is wrong with the words of a hold. */
export type HoldProblem = 'no-reason' | 'bad-day';

/**
 * Reads a reason and the last day of a hold as they were typed.
 * @param until `YYYY-MM-DD`, the last day in Vietnam on which it stands; empty: until somebody ends it
 * @param now ms since epoch
 */
export function readHoldFields(
  reason: string,
  until: string,
  now: number,
): { readonly reason: string; readonly until: number | null } | HoldProblem {
  const words = reason.replace(/\s+/gu, ' ').trim();
  if (words.length < LEAST_REASON || words.length > LONGEST_REASON) return 'no-reason';
  if (until.trim() === '') return { reason: words, until: null };
  const end = endOfDay(until.trim());
  return end === null || end <= now ? 'bad-day' : { reason: words, until: end };
}

/** The instant at which a day ends in Vietnam; `null` for what is no day of the calendar. */
function endOfDay(day: string): number | null {
  if (!DAY.test(day)) return null;
  const at = Date.parse(`${day}T00:00:00Z`);
  if (Number.isNaN(at) || !new Date(at).toISOString().startsWith(day)) return null;
  return startOfDay(at / DAY_MS + 1);
}
