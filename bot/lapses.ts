import type { Conversation, Ticket } from './conversation.ts';
import { ended, isDanger, type OpenMatter, replied } from './handover.ts';
import type { Lapse, OutgoingMessage, Stale } from './ports/records.ts';
import { isHeldByAnother } from './staff-steps.ts';
import { isForPeople, owedAt } from './ticket-facts.ts';
import { partingWords } from './ticket-rating/parting-words.ts';

const STALE: Stale = { ok: false, reason: 'stale' };
const TAKEN: Stale = { ok: false, reason: 'taken' };
const MARKS = { reminded: 'remindedAt', escalated: 'escalatedAt', apologised: 'apologisedAt' } as const;

/** The rules of what time makes of an open matter, free of any store. `stale` where it was done or does not hold. */
export function afterLapse({ conversation, ticket }: OpenMatter, lapse: Lapse): OpenMatter | Stale {
  const { at } = lapse;
  switch (lapse.kind) {
    case 'reminded':
    case 'escalated':
    case 'apologised': {
      const mark = MARKS[lapse.kind];
      if (owedAt(ticket) !== lapse.dueAt || ticket[mark] !== null) return STALE;
      if (lapse.kind === 'apologised' && !mayApologise(conversation, ticket)) return STALE;
      return { conversation, ticket: { ...ticket, [mark]: at } };
    }
    case 'unattended':
      if (!isUnattended(conversation, ticket) || ticket.queuedAt !== lapse.queuedAt) return STALE;
      return {
        conversation: { ...conversation, owner: 'bot' },
        ticket: { ...ticket, unattendedAt: at, updatedAt: at },
      };
    case 'quiet':
      if (!isQuiet(conversation, ticket) || conversation.lastStaffAt !== lapse.lastStaffAt) return STALE;
      return ended({ conversation, ticket }, 'quiet', at);
    case 'routed':
      if (ticket.state !== 'new' || ticket.routedTo !== null || ticket.assignee !== null) return STALE;
      return { conversation, ticket: { ...ticket, routedTo: lapse.to, assignee: lapse.assignee, updatedAt: at } };
    case 'approved':
      return afterApproval({ conversation, ticket }, lapse);
    case 'dropped':
      if (ticket.proposal?.askedAt !== lapse.askedAt) return STALE;
      if (isHeldByAnother(ticket, lapse.by)) return TAKEN;
      return { conversation, ticket: { ...ticket, proposal: null, updatedAt: at } };
  }
}

/** The matter is over with its answer, and nobody's where it left by itself, unless the citizen wrote more meanwhile, which nobody has answered. */
function afterApproval(
  { conversation, ticket }: OpenMatter,
  { at, askedAt, by }: { readonly at: number; readonly askedAt: number; readonly by: string | null },
): OpenMatter | Stale {
  if (ticket.proposal?.askedAt !== askedAt) return STALE;
  if (by === null && conversation.owner !== 'queue') return STALE;
  if (by !== null && isHeldByAnother(ticket, by)) return TAKEN;
  if ((conversation.lastInboundAt ?? 0) > askedAt) {
    return { conversation, ticket: { ...ticket, proposal: null, updatedAt: at } };
  }
  const answered = { ...replied(ticket, at), assignee: by, outcome: 'answered' } as const;
  return ended({ conversation, ticket: answered }, 'done', at);
}

/** What the citizen is told with a change of a matter as it was before; `null`: nothing. */
export type Said = (before: OpenMatter) => OutgoingMessage | null;

/** What the citizen is told with a lapse: the answer that was approved, or the words that are given. */
export function saidWith({ ticket }: OpenMatter, lapse: Lapse, words: string | null): OutgoingMessage | null {
  if (lapse.kind === 'quiet') return partingWords(ticket, words, lapse.at);
  if (lapse.kind !== 'approved') return botWords(words);
  const { proposal } = ticket;
  if (proposal === null) return null;
  const { text, quickReplies, citations } = proposal;
  return { author: 'bot', authorName: null, text, quickReplies, citations, overStaff: lapse.by !== null };
}

/** Words of the bot that quote nothing; `null`: it says nothing. */
function botWords(text: string | null): OutgoingMessage | null {
  return text === null ? null : { author: 'bot', authorName: null, text, quickReplies: [], citations: [] };
}

/** Whether a promise was made that the citizen can be told about: to a child in danger none is made. */
export function mayApologise({ owner }: Conversation, ticket: Ticket): boolean {
  return owner === 'queue' && ticket.apologisedAt === null && !isDanger(ticket);
}

/** Whether a citizen still waits for somebody to take their matter, and may go back to the bot when nobody does. */
export function isUnattended({ owner }: Conversation, ticket: Ticket): boolean {
  return owner === 'queue' && ticket.state === 'new' && ticket.unattendedAt === null && !isForPeople(ticket);
}

/** Whether staff had the last word, and the bot may take the conversation back when nothing more comes. */
export function isQuiet({ owner, lastStaffAt, lastInboundAt }: Conversation, ticket: Ticket): boolean {
  return owner === 'staff' && lastStaffAt !== null && (lastInboundAt ?? 0) <= lastStaffAt && !isForPeople(ticket);
}
