import type { Ticket } from '../conversation.ts';
import type { Gap } from '../gaps/gap.ts';
import { type GapStatus, statusOf } from '../gaps/gap-board.ts';
import { dateOf, dayNumberAt } from '../office-hours/day-number.ts';
import type { Period, ReportTurn } from '../ports/report-rows.ts';
import { statementBehind } from '../statements/statement-ledger.ts';
import { mayRate } from '../ticket-rating/ticket-rating.ts';
import { isTrend } from './is-trend.ts';
import { matterOfQuestion, OTHER_MATTER } from './matter.ts';
import { moodOf } from './mood.ts';

/*
 * Every figure of a report has a key, and every row tells by itself which figures it counts in. What is added up and
 * what is shown behind a figure go by the same keys, so that the rows behind a figure always make it up.
 */

/** How many turns, and of how many different people. */
export interface Count {
  readonly turns: number;
  readonly people: number;
}

/** Counts by figure; a figure that is not there is nought. */
export type Counts = Readonly<Record<string, Count>>;

export const NO_COUNT: Count = { turns: 0, people: 0 };

/** The figures that a turn counts in. */
export function figuresOfTurn(turn: ReportTurn): readonly string[] {
  const asks = turn.outcome !== 'chat';
  // What a child in danger tells is nobody's typical question.
  const matter = asks && isTrend(turn) ? matterOf(turn) : null;
  const stated = statementBehind(turn.decidedBy);
  return [
    'turns',
    `channel:${turn.channel ?? 'erased'}`,
    `outcome:${turn.outcome}`,
    `topic:${turn.topic ?? 'none'}`,
    `day:${dateOf(dayNumberAt(turn.at)).day}`,
    ...(isTrend(turn) ? [`mood:${moodOf(turn)}`] : []),
    ...(matter === null ? [] : [`matter:${matter}`]),
    ...(turn.outcome === 'abstained' && stated === null ? [`unanswered:${matter ?? OTHER_MATTER}`] : []),
    ...(stated === null ? [] : [`statement:${stated.kind}`]),
    ...(stated === null || stated.kind === 'holding' ? [] : [`finding:${stated.id}`]),
  ];
}

/** What a turn asks about; words that were erased or have expired tell nothing. */
function matterOf({ question }: Pick<ReportTurn, 'question'>): string {
  return question === '' ? OTHER_MATTER : matterOfQuestion(question);
}

/** Whether the first reply that was promised came in time; `void`: nothing was promised, or the matter ended before. */
export type Punctuality = 'kept' | 'missed' | 'running' | 'void';

/** How a ticket stands with its first reply at an instant (ms since epoch). */
export function punctualityOf(ticket: Ticket, at: number): Punctuality {
  const { dueAt, repliedAt, closedAt } = ticket;
  if (dueAt === null) return 'void';
  if (repliedAt !== null) return repliedAt <= dueAt ? 'kept' : 'missed';
  if (closedAt !== null) return closedAt <= dueAt ? 'void' : 'missed';
  return at <= dueAt ? 'running' : 'missed';
}

/** A child in danger or another urgent matter is a crisis; hot is what came back, was late, or cannot wait long. */
export function heatOf(ticket: Ticket): 'crisis' | 'hot' | null {
  if (ticket.priority === 'urgent') return 'crisis';
  const isHot = ticket.priority === 'high' || ticket.reopened > 0 || ticket.escalatedAt !== null;
  return isHot && ticket.topic !== 'press' ? 'hot' : null;
}

/** The figures that a ticket counts in, as things stand at an instant (ms since epoch). */
export function figuresOfTicket(ticket: Ticket, at: number): readonly string[] {
  const heat = heatOf(ticket);
  return [
    'tickets',
    ticket.state === 'closed' ? 'tickets:closed' : 'tickets:open',
    ...(ticket.repliedAt === null ? [] : ['tickets:replied']),
    ...(ticket.state === 'closed' ? [`result:${ticket.outcome ?? ticket.closedAs ?? 'other'}`] : []),
    `reply:${punctualityOf(ticket, at)}`,
    ...(ticket.rating === null || !mayRate(ticket) ? [] : [`rating:${ticket.rating.rating}`]),
    ...(heat === null ? [] : [`case:${heat}`]),
    ...(ticket.topic === 'press' ? ['press'] : []),
  ];
}

/** What becomes of needs that no document answers, as a report counts it. */
export const GAP_FIGURES = ['opened', 'answered', 'waiting', 'ended', 'open'] as const;

/** Statuses in which nothing is answered yet and somebody has to go on. */
const OPEN_GAPS: readonly GapStatus[] = ['new', 'drafted', 'owned'];

/** The figures that a gap counts in: what happened in a period, and how things stand at its end or, in a running one, now. */
export function figuresOfGap(gap: Gap, { from, until }: Period, now: number): readonly string[] {
  if (gap.openedAt >= until || gap.merged != null) return [];
  const isIn = (at: number | null) => at !== null && at >= from && at < until;
  const status = statusOf(gap, now);
  return [
    ...(isIn(gap.openedAt) ? ['gaps:opened'] : []),
    ...(gap.answers.some(({ usedSince }) => isIn(usedSince)) ? ['gaps:answered'] : []),
    ...(status === 'proposed' ? ['gaps:waiting'] : []),
    ...(status === 'expired' ? ['gaps:ended'] : []),
    ...(OPEN_GAPS.includes(status) ? ['gaps:open'] : []),
  ];
}

/** Adds up figures; `add` takes the figures of a row and whom it is of. */
export function createTally(): { add(figures: readonly string[], person: string): void; counts(): Counts } {
  const tallies = new Map<string, FigureTally>();
  const numbers = new Map<string, number>();
  return {
    add(figures, person) {
      const number = numbers.get(person) ?? numbers.size;
      if (number === numbers.size) numbers.set(person, number);
      for (const figure of figures) {
        const tally = tallies.get(figure) ?? { turns: 0, people: 0, seen: new Uint8Array(FIRST_SEEN_BYTES) };
        if (tally.turns === 0) tallies.set(figure, tally);
        tally.turns += 1;
        if (isFirst(tally, number)) tally.people += 1;
      }
    },
    counts: () =>
      Object.fromEntries(
        [...tallies]
          .toSorted(([one], [other]) => (one < other ? -1 : 1))
          .map(([figure, { turns, people }]) => [figure, { turns, people }]),
      ),
  };
}

/** A figure as it is added up. Who counts in it is a bit each: sets of names take a hundred times as much memory. */
interface FigureTally {
  turns: number;
  people: number;
  seen: Uint8Array;
}

const FIRST_SEEN_BYTES = 64;

/** Marks a person; whether they were not marked before. */
function isFirst(tally: FigureTally, person: number): boolean {
  const at = person >> 3;
  const bit = 1 << (person & 7);
  if (at >= tally.seen.length) {
    const larger = new Uint8Array(Math.max(at + 1, 2 * tally.seen.length));
    larger.set(tally.seen);
    tally.seen = larger;
  }
  const byte = tally.seen[at] ?? 0;
  if ((byte & bit) !== 0) return false;
  tally.seen[at] = byte | bit;
  return true;
}
