import type { OfficeCalendar } from './calendar.ts';
import { fillSentence } from './fill-sentence.ts';
import { humaneTime, momentWords } from './moment-words.ts';
import { promiseWords } from './promise-words.ts';
import { WAITING } from './time-sentences.ts';
import { afterWorkingTime } from './working-time.ts';

/** A citizen's place in the line for staff. */
export interface WaitingPlace {
  /** 1 = next. */
  readonly position: number;
  /** When the first reply is due, in ms since epoch. */
  readonly dueAt: number;
  /** Measured ms of working time that staff take for one reply; `null` while it is not known. */
  readonly pace: number | null;
}

/** From this place in line on it is true that very many ask. */
const MANY = 10;

/**
 * Tells a citizen where they stand and when staff will reply. When the line, at its measured pace, cannot be served in
 * time, or the due time is over, it says so and names only the time that the pace gives, if any. Not for a child in
 * danger: that waits in no line.
 * @throws OfficeCalendarInvalid
 */
export function waitingWords({ position, dueAt, pace }: WaitingPlace, now: number, calendar: OfficeCalendar): string {
  const place = position === 1 ? WAITING.first : fillSentence(WAITING.inLine, { position: `${position}` });
  const expectedAt = pace === null ? null : afterWorkingTime(now, position * pace, calendar);
  const promise = expectedAt === null || expectedAt <= dueAt ? promiseWords(dueAt, now, calendar) : null;
  if (promise !== null) return `${place} ${promise}`;
  const delay = position < MANY ? WAITING.late : WAITING.busy;
  const hope =
    expectedAt === null
      ? WAITING.noTime
      : fillSentence(WAITING.expected, { due: momentWords(humaneTime(expectedAt), now) });
  return `${delay} ${place} ${hope}`;
}
