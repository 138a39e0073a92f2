import { z } from 'zod';
import type { Ticket } from '../../../bot/conversation.ts';
import type { LiveEvents } from '../../../bot/ports/live-events.ts';
import type { TurnRecords } from '../../../bot/ports/records.ts';
import type { KnowledgeSource } from '../../knowledge-source.ts';
import { mayReply } from '../access.ts';
import type { OnAudit } from '../audit.ts';
import type { createGuard } from '../guard.tsx';
import type { ConsoleWords } from '../languages/words.ts';
import { noticeIn, wordsIn } from '../languages/words-in.ts';
import { readableTicket } from '../readable-ticket.ts';
import type { SignedIn } from '../sessions.ts';
import type { CannedReplies } from './canned-replies.ts';
import { PRESENCE_STATES, type Presence } from './presence.ts';
import { draftFor } from './proposal.ts';
import { fillVariables, variablesIn, variableValues } from './reply-variables.ts';
import { tagsIn } from './tags.ts';
import { NOTHING_WRITTEN, type TicketView } from './ticket-view.tsx';
import { typedWords } from './typed-words.ts';
import { VARIABLES } from './variable-names.ts';
import { UNDO } from './vietnamese.ts';

const LONGEST_TRANSCRIPT = 300;

const composeForm = z.object({
  text: typedWords,
  insert: z.enum(['proposal', 'canned']).catch('proposal'),
  canned: z.string().catch(''),
  citizenName: typedWords,
});
const takeBackForm = z.object({ text: typedWords, message: z.coerce.number().int().catch(-1) });
const tagForm = z.object({ tags: typedWords });
const presenceForm = z.object({ state: z.enum(PRESENCE_STATES).catch('here') });

/** What helps with a reply on the page of a ticket. Words that were typed always come back with the answer. */
export function addDeskRoutes(
  guard: ReturnType<typeof createGuard>,
  deps: {
    readonly records: TurnRecords;
    readonly live: LiveEvents;
    readonly knowledge: KnowledgeSource;
    readonly cannedReplies: CannedReplies;
    readonly presence: Presence;
    readonly onAudit: OnAudit;
    readonly now: () => number;
    readonly ticketView: TicketView;
  },
): void {
  const { records, ticketView, now } = deps;
  const written = (text: string, problem: string | null) => ({ ...NOTHING_WRITTEN, reply: { text, problem } });

  guard.staff('POST /staff/tickets/:id/compose', async (request, response, signedIn) => {
    const ticket = await readableTicket(records, String(request.params['id']), signedIn.account);
    if (ticket === null) return ticketView.refuseUnknown(response, signedIn);
    const form = composeForm.parse(request.body);
    const held = form.insert === 'proposal' ? await keptFromLeaving(ticket, signedIn) : ticket;
    const added =
      form.insert === 'canned' ? await cannedWords(ticket, signedIn, form) : await proposedWords(ticket, signedIn);
    const text = [form.text, added.text].filter((part) => part !== '').join('\n\n');
    response.send(await ticketView.render(held, signedIn, { written: written(text, added.problem) }));
  });

  guard.staff('POST /staff/tickets/:id/take-back', async (request, response, signedIn) => {
    const ticket = await readableTicket(records, String(request.params['id']), signedIn.account);
    if (ticket === null) return ticketView.refuseUnknown(response, signedIn);
    const { text, message: messageId } = takeBackForm.parse(request.body);
    const staffName = signedIn.account.name;
    const taken = await records.takeBack(ticket.id, { staffName, messageId, reason: UNDO.takenBack, at: now() });
    if (taken.ok) {
      deps.onAudit(staffName, 'ticket.take-back', ticket.id);
      deps.live.publish({ kind: 'transcript', conversationId: ticket.conversationId });
      deps.live.publish({ kind: 'tickets', ticketId: ticket.id });
    }
    const refusal = !taken.ok && taken.reason === 'taken' ? 'taken' : 'not-taken-back';
    const problem = taken.ok ? null : noticeIn(signedIn.preferences.language, refusal);
    const words = [taken.ok ? taken.text : '', text].filter((part) => part !== '').join('\n\n');
    const present = (await records.ticket(ticket.id)) ?? ticket;
    response
      .status(taken.ok ? 200 : 409)
      .send(await ticketView.render(present, signedIn, { written: written(words, problem) }));
  });

  guard.staff('POST /staff/tickets/:id/tags', async (request, response, signedIn) => {
    const ticket = await readableTicket(records, String(request.params['id']), signedIn.account);
    if (ticket === null) return ticketView.refuseUnknown(response, signedIn);
    const tags = tagsIn(tagForm.parse(request.body).tags);
    if (tags !== null) {
      await records.tag(ticket.id, tags, now());
      deps.onAudit(signedIn.account.name, 'ticket.tag', ticket.id);
      deps.live.publish({ kind: 'tickets', ticketId: ticket.id });
    }
    response.redirect(303, `${ticketView.addressOf(ticket)}?notice=${tags === null ? 'bad-tags' : 'tagged'}`);
  });

  guard.staff('POST /staff/tickets/:id/presence', async (request, response, { account }) => {
    const { state } = presenceForm.parse(request.body);
    const ticket = await readableTicket(records, String(request.params['id']), account);
    if (ticket !== null) deps.presence.tell(ticket.id, account, state);
    response.status(ticket === null ? 404 : 200).end();
  });

  /** An answer that somebody changes must not leave as it was meanwhile: to change it takes the ticket, as a reply does. */
  async function keptFromLeaving(ticket: Ticket, { account }: SignedIn): Promise<Ticket> {
    const isTheirs = ticket.assignee === null && mayReply(account.role, ticket.topic);
    if (ticket.proposal === null || !isTheirs) return ticket;
    const claimed = await records.claim(ticket.id, account.name, now());
    if (claimed.ok) deps.live.publish({ kind: 'tickets', ticketId: ticket.id });
    return (await records.ticket(ticket.id)) ?? ticket;
  }

  async function proposedWords(ticket: Ticket, { preferences }: SignedIn): Promise<Added> {
    const lines = await records.transcript(ticket.conversationId, 0, LONGEST_TRANSCRIPT);
    const proposal = await draftFor(ticket, lines, deps.knowledge, now());
    return proposal === null
      ? { text: '', problem: wordsIn(preferences.language).replyProblems.noProposal }
      : { text: proposal.text, problem: null };
  }

  async function cannedWords(ticket: Ticket, signedIn: SignedIn, form: z.infer<typeof composeForm>): Promise<Added> {
    const { account } = signedIn;
    const problems = wordsIn(signedIn.preferences.language).replyProblems;
    const { replies } = (await deps.cannedReplies.list()).value;
    const reply = replies.find(({ id }) => id === form.canned);
    if (reply === undefined) return { text: '', problem: problems.noCanned };
    const text = fillVariables(reply.text, variableValues(ticket, form.citizenName, account.displayName));
    const open = variablesIn(text);
    return { text, problem: open.length === 0 ? null : problemOf(open, problems) };
  }
}

/** Words that go into the reply box, and what is still to be done about them. */
interface Added {
  readonly text: string;
  readonly problem: string | null;
}

function problemOf(open: readonly string[], problems: ConsoleWords['replyProblems']): string {
  const unknown = open.filter((name) => !VARIABLES.some((variable) => variable === name));
  return unknown.length > 0 ? problems.unknown(unknown, VARIABLES) : problems.open(open);
}
