import type { Ticket } from '../conversation.ts';
import { dateOf, dayNumberAt } from '../office-hours/day-number.ts';
import type { ReportTurn } from '../ports/report-rows.ts';
import { statementBehind } from '../statements/statement-ledger.ts';
import { mayRate } from '../ticket-rating/ticket-rating.ts';
import { matterOfQuestion, OTHER_MATTER } from './matter.ts';

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
  const matter = asks ? matterOf(turn) : null;
  const stated = statementBehind(turn.decidedBy);
  return [
    'turns',
    `channel:${turn.channel ?? 'erased'}`,
    `outcome:${turn.outcome}`,
    `topic:${turn.topic ?? 'none'}`,
    `day:${dateOf(dayNumberAt(turn.at)).day}`,
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
    ...(ticket.state === 'closed' ? [`result:${ticket.outcome ?? ticket.closedAs ?? 'other'}`] : []),
    `reply:${punctualityOf(ticket, at)}`,
    ...(ticket.rating === null || !mayRate(ticket) ? [] : [`rating:${ticket.rating.rating}`]),
    ...(heat === null ? [] : [`case:${heat}`]),
    ...(ticket.topic === 'press' ? ['press'] : []),
  ];
}

/** Adds up figures; `add` takes the figures of a row and whom it is of. */
export function createTally(): { add(figures: readonly string[], person: string): void; counts(): Counts } {
  const turns = new Map<string, number>();
  const people = new Map<string, Set<string>>();
  return {
    add(figures, person) {
      for (const figure of figures) {
        turns.set(figure, (turns.get(figure) ?? 0) + 1);
        const known = people.get(figure);
        if (known === undefined) people.set(figure, new Set([person]));
        else known.add(person);
      }
    },
    counts: () =>
      Object.fromEntries(
        [...turns]
          .toSorted(([one], [other]) => (one < other ? -1 : 1))
          .map(([figure, count]) => [figure, { turns: count, people: people.get(figure)?.size ?? 0 }]),
      ),
  };
}
