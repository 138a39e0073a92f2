import type { Response } from 'express';
import { standingAt } from '../../../bot/abuse/ladder.ts';
import type { Ticket, TranscriptMessage } from '../../../bot/conversation.ts';
import { linkedHolds } from '../../../bot/links/hold-linked.ts';
import type { OfficeTime } from '../../../bot/office-hours/kept-calendar.ts';
import type { ChannelId, SendWindow } from '../../../bot/ports/channel.ts';
import type { Hold, Holds } from '../../../bot/ports/holds.ts';
import type { Links } from '../../../bot/ports/links.ts';
import type { Note, Notes } from '../../../bot/ports/notes.ts';
import type { TurnRecords } from '../../../bot/ports/records.ts';
import type { StaffStore } from '../../../bot/ports/staff.ts';
import type { TicketLists } from '../../../bot/ports/ticket-lists.ts';
import type { KnowledgeSource } from '../../knowledge-source.ts';
import type { OnAudit } from '../audit.ts';
import { wordsIn } from '../languages/words-in.ts';
import { renderRefusal } from '../layout.tsx';
import type { NoticeName } from '../notices.ts';
import { readerOf } from '../readable-ticket.ts';
import type { SignedIn } from '../sessions.ts';
import { renderTicketPage, type WrittenParts } from '../ticket-page.tsx';
import { choicesAmong } from '../transfer-choices.ts';
import type { CannedReplies } from './canned-replies.ts';
import { openTo, readLinkedHistory } from './linked-history.ts';
import { mayReadNotes, readableMentions } from './mentions.ts';
import { createOpenedWords } from './opened-words.ts';
import type { Presence } from './presence.ts';
import { draftFor, readWhy } from './proposal.ts';

const LONGEST_TRANSCRIPT = 300;
const LONGEST_LIST = 100;
const MOST_EARLIER = 20;
const MOST_TAGS = 20;

/** A page on which nobody has written anything yet. */
export const NOTHING_WRITTEN: WrittenParts = {
  reply: { text: '', problem: null },
  note: { text: '', problem: null },
  closing: { outcome: null, note: '', farewell: true, problem: null },
};

/** What a page of a ticket is shown with, beside what the stores hold. */
export interface ShownWith {
  readonly notice?: NoticeName | null;
  /** What stands in the boxes; nothing unless given. */
  readonly written?: WrittenParts;
  /** The citizen's line for which it is shown what the bot found. */
  readonly whyLine?: number | null;
  /** Lines after this one are marked as new. */
  readonly newAfter?: number | null;
  /** Whether the lines of every conversation are shown that the citizen linked. */
  readonly showsAll?: boolean;
}

export interface TicketViewDependencies {
  readonly records: TurnRecords;
  readonly lists: TicketLists;
  readonly notes: Notes;
  readonly holds: Holds;
  readonly links: Links;
  readonly staff: StaffStore;
  readonly knowledge: KnowledgeSource;
  readonly cannedReplies: CannedReplies;
  readonly presence: Presence;
  readonly office: OfficeTime;
  readonly window: (channel: ChannelId, lastInboundAt: number | null, now: number) => SendWindow;
  /** How long a reply waits so that it can be taken back (ms); 0: it leaves at once. */
  readonly undoMs: number;
  readonly now: () => number;
  readonly newId: () => string;
  readonly onAudit: OnAudit;
}

/** The page of a ticket, made from what the stores hold now. */
export interface TicketView {
  render(ticket: Ticket, signedIn: SignedIn, shown: ShownWith): Promise<string>;
  refuseUnknown(response: Response, signedIn: SignedIn): void;
  addressOf(ticket: Pick<Ticket, 'id'>): string;
}

export function createTicketView(deps: TicketViewDependencies): TicketView {
  const { records, notes, staff, knowledge } = deps;
  const openedWords = createOpenedWords(deps.onAudit, deps.now);

  async function namesOf(
    ticket: Ticket,
    written: readonly Note[],
    hold: Hold | null,
  ): Promise<ReadonlyMap<string, string>> {
    const authors = [...written.map(({ author }) => author), ...(hold === null ? [] : [hold.by])];
    const names = [...new Set([...authors, ...(ticket.assignee === null ? [] : [ticket.assignee])])];
    const accounts = await Promise.all(names.map((name) => staff.find(name)));
    return new Map(names.map((name, index) => [name, accounts[index]?.displayName ?? name]));
  }

  async function propose(ticket: Ticket, lines: readonly TranscriptMessage[], at: number) {
    if (ticket.state === 'closed') return null;
    return draftFor(ticket, lines, knowledge, at);
  }

  return {
    async render(ticket, signedIn, shownWith) {
      const { notice = null, written = NOTHING_WRITTEN, whyLine = null, newAfter = null, showsAll = false } = shownWith;
      const { conversationId } = ticket;
      const at = deps.now();
      const extent = { lines: showsAll ? LONGEST_TRANSCRIPT : 0, tickets: MOST_EARLIER };
      const [
        calendar,
        conversation,
        whole,
        counts,
        found,
        others,
        tags,
        canned,
        mentions,
        accounts,
        hold,
        linked,
        held,
      ] = await Promise.all([
        deps.office.calendar(),
        records.conversation(conversationId),
        records.transcript(conversationId, 0, LONGEST_TRANSCRIPT),
        deps.lists.counts(readerOf(signedIn.account), at),
        notes.of(conversationId, LONGEST_LIST),
        records.ticketsOf(conversationId, MOST_EARLIER),
        records.tagsInUse(MOST_TAGS),
        deps.cannedReplies.list(),
        readableMentions(signedIn.account, deps, LONGEST_LIST),
        staff.list(),
        deps.holds.of(conversationId),
        readLinkedHistory(conversationId, signedIn.account, extent, deps),
        linkedHolds(conversationId, deps),
      ]);
      // What was said and noted in a matter of the press stays with those who may see it.
      const { tickets: readable, shut, lines: open } = openTo(signedIn.account, others, whole);
      const noted = found.filter(({ ticketId }) => !shut.some((other) => other.id === ticketId));
      const names = await namesOf(ticket, noted, hold);
      const shown = openedWords.show(ticket, { lines: open, notes: noted, hold, linked }, signedIn.account.name);
      const { lines, hidden } = shown;
      return renderTicketPage({
        signedIn,
        ticket,
        assignee: ticket.assignee === null ? null : (names.get(ticket.assignee) ?? ticket.assignee),
        lines,
        hidden,
        longest: LONGEST_TRANSCRIPT,
        window: deps.window(ticket.channel, conversation?.lastInboundAt ?? null, at),
        unread: counts.unassigned,
        crisis: counts.crisis,
        replyKey: deps.newId(),
        calendar,
        choices: choicesAmong(accounts),
        notice,
        now: at,
        undoMs: deps.undoMs,
        written,
        newAfter,
        proposal: await propose(ticket, lines, at),
        why: whyLine === null ? null : await readWhy(lines, whyLine, knowledge, at),
        canned: canned.value.replies,
        notes: shown.notes,
        names,
        mentions: mentions.length,
        colleagues: accounts
          .map(({ account }) => account)
          .filter((account) => account.name !== signedIn.account.name && mayReadNotes(account, ticket))
          .map(({ name }) => name),
        present: deps.presence.others(ticket.id, signedIn.account.name),
        others: readable.filter(({ id }) => id !== ticket.id),
        linked: shown.linked,
        showsAll: showsAll && linked.length > 0,
        tagsInUse: tags,
        hold: shown.hold,
        linkedHolds: held,
        abuse: standingAt(conversation?.abuse ?? null, at),
      });
    },

    refuseUnknown(response, signedIn) {
      const { ticketPage, refusals } = wordsIn(signedIn.preferences.language);
      const link = { href: '/staff/tickets', words: ticketPage.back };
      response.status(404).send(renderRefusal(signedIn, refusals['no-ticket'], link, { translated: true }));
    },

    addressOf: ({ id }) => `/staff/tickets/${encodeURIComponent(id)}`,
  };
}
