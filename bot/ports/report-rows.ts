import type { Ticket } from '../conversation.ts';
import type { Outcome, Priority, Topic } from '../topics.ts';
import type { ChannelId } from './channel.ts';

/** A turn of the ledger as figures are counted from it. */
export interface ReportTurn {
  readonly turnId: string;
  /** Begins with `erased:` after an erasure; then it only tells one citizen from another. */
  readonly conversationId: string;
  /** `null`: the citizen's data were erased, so that nobody can tell. */
  readonly channel: ChannelId | null;
  readonly at: number;
  readonly outcome: Outcome;
  readonly topic: Topic | null;
  readonly priority: Priority | null;
  readonly decidedBy: string;
  /** Empty when erasure or retention took the words. */
  readonly question: string;
}

/** A stretch of time, in ms since epoch; `until` is no part of it. */
export interface Period {
  readonly from: number;
  readonly until: number;
}

/** Reads what reports and the radar count, a page at a time. Nothing here writes. */
export interface ReportRows {
  /**
   * Turns of a period by time, those of one instant by id.
   * @param after the last turn of the page before; `null` begins
   */
  turns(period: Period, after: Pick<ReportTurn, 'at' | 'turnId'> | null, limit: number): Promise<readonly ReportTurn[]>;
  /** How many turns a period has. */
  countTurns(period: Period): Promise<number>;
  /**
   * Tickets that were opened in a period, by opening time, those of one instant by id.
   * @param after the last ticket of the page before; `null` begins
   */
  tickets(period: Period, after: Pick<Ticket, 'openedAt' | 'id'> | null, limit: number): Promise<readonly Ticket[]>;
}

const CHANNELS: readonly ChannelId[] = ['messenger', 'zalo', 'web'];

/** The channel that a conversation's id names; `null` after an erasure. */
export function channelOf(conversationId: string): ChannelId | null {
  return CHANNELS.find((channel) => conversationId.startsWith(`${channel}:`)) ?? null;
}
