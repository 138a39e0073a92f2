import type { Ticket } from '../conversation.ts';
import type { Priority, Topic } from '../topics.ts';
import type { ChannelId } from './channel.ts';

/** The lists that staff work from. All but `closed` show open tickets alone. */
export const TICKET_VIEWS = ['mine', 'unassigned', 'crisis', 'overdue', 'open', 'closed'] as const;

/**
 * `mine` those one person holds, `unassigned` those nobody holds, `crisis` urgent ones, `overdue` those in which staff
 * owe words and are late with them, the first reply or the answer to what the citizen wrote back, `open` all that are open, `closed` all that are done.
 */
export type TicketView = (typeof TICKET_VIEWS)[number];

/** What else a ticket of a list must be; `null` asks for nothing. */
export interface TicketFilter {
  readonly topic: Topic | null;
  readonly channel: ChannelId | null;
  readonly priority: Priority | null;
  /** One of its tags. */
  readonly tag: string | null;
  /** Opened at this time or before (ms since epoch). */
  readonly openedUntil: number | null;
}

/** Where a ticket stands in a list: the list goes on after it, whatever was added or taken away meanwhile. */
export interface TicketPlace {
  readonly order: number;
  readonly id: string;
}

/** Who looks for tickets. */
export interface TicketReader {
  /** Log-in name. */
  readonly staffName: string;
  /** Whether matters of the press are among the tickets. An open one that the reader holds always is. */
  readonly press: boolean;
}

/** Tickets as staff look for them. Every answer comes from indexes that are kept in step with the tickets. */
export interface TicketLists {
  /**
   * One page of a view: open ones by urgency, unanswered ones first, those before the others whose reply is due sooner;
   * overdue ones by how late they are; closed ones by closing time, the last first.
   * @param question `now` tells what is overdue; `after` is `next` of the page before, `null` begins the list
   */
  page(question: {
    readonly view: TicketView;
    readonly reader: TicketReader;
    readonly now: number;
    readonly filter: TicketFilter;
    readonly after: TicketPlace | null;
    readonly limit: number;
  }): Promise<{ readonly tickets: readonly Ticket[]; readonly next: TicketPlace | null }>;
  /** How many tickets each view has for a reader, without any filter. */
  counts(reader: TicketReader, now: number): Promise<Readonly<Record<TicketView, number>>>;
  /**
   * Tickets, open or closed, that have all the words in their number, question, closing note or transcript; the last
   * opened first. None when there is no word.
   * @param words as `searchWords` gives them
   */
  search(words: readonly string[], reader: TicketReader, limit: number): Promise<readonly Ticket[]>;
}
