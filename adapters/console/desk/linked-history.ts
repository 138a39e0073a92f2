import type { Conversation, Ticket, TranscriptMessage } from '../../../bot/conversation.ts';
import { othersIn } from '../../../bot/links/link.ts';
import type { Links } from '../../../bot/ports/links.ts';
import type { TurnRecords } from '../../../bot/ports/records.ts';
import type { StaffAccount } from '../../../bot/ports/staff.ts';
import { maySeeTicket } from '../readable-ticket.ts';

/** A conversation that the citizen linked with the one on the page, as one account may see it. */
export interface LinkedHistory {
  readonly conversationId: string;
  readonly channel: Conversation['channel'];
  /** Oldest first; none where they are not shown. */
  readonly lines: readonly TranscriptMessage[];
  /** Matters that the account may see, the newest first. */
  readonly tickets: readonly Ticket[];
  /** Who holds its open ticket; `undefined`: there is none, `null`: nobody. */
  readonly holder: string | null | undefined;
}

/** How much of each is read. */
interface Extent {
  readonly lines: number;
  readonly tickets: number;
}

/** What of a conversation's matters and lines an account may see: what belongs to a matter of the press stays shut. */
export function openTo(
  account: Pick<StaffAccount, 'name' | 'role'>,
  tickets: readonly Ticket[],
  lines: readonly TranscriptMessage[],
): {
  readonly tickets: readonly Ticket[];
  readonly shut: readonly Ticket[];
  readonly lines: readonly TranscriptMessage[];
} {
  const shut = tickets.filter((ticket) => !maySeeTicket(account, ticket));
  return {
    tickets: tickets.filter((ticket) => !shut.includes(ticket)),
    shut,
    lines: lines.filter(({ epoch }) => !shut.some((ticket) => ticket.epoch === epoch)),
  };
}

/** Reads what the citizen linked with a conversation; only who may see a matter sees what was said in it. */
export async function readLinkedHistory(
  conversationId: string,
  account: Pick<StaffAccount, 'name' | 'role'>,
  extent: Extent,
  { links, records }: { readonly links: Pick<Links, 'of'>; readonly records: TurnRecords },
): Promise<readonly LinkedHistory[]> {
  const others = othersIn(await links.of(conversationId), conversationId);
  const read = others.map(async (other): Promise<readonly LinkedHistory[]> => {
    const conversation = await records.conversation(other.conversationId);
    if (conversation === null) return [];
    const { id, channel, ticketId } = conversation;
    const all = await records.ticketsOf(id, extent.tickets);
    const whole = extent.lines === 0 ? [] : await records.transcript(id, 0, extent.lines);
    const { tickets, lines } = openTo(account, all, whole);
    const holder = all.find((ticket) => ticket.id === ticketId)?.assignee;
    return [{ conversationId: id, channel, tickets, lines, holder }];
  });
  return (await Promise.all(read)).flat();
}
