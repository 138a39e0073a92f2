import type { Request, Response } from 'express';
import { z } from 'zod';
import type { BotSwitch } from '../../bot/bot-switch.ts';
import { TICKET_OUTCOMES, type Ticket, type TicketOutcome } from '../../bot/conversation.ts';
import type { WaitingReplies } from '../../bot/gaps/reply-drafts.ts';
import type { OfficeTime } from '../../bot/office-hours/kept-calendar.ts';
import { REPLIES } from '../../bot/policy/replies.ts';
import type { ChannelId, SendWindow } from '../../bot/ports/channel.ts';
import type { LiveEvents } from '../../bot/ports/live-events.ts';
import type { Notes } from '../../bot/ports/notes.ts';
import type { Stale, TurnRecords } from '../../bot/ports/records.ts';
import type { StaffStore } from '../../bot/ports/staff.ts';
import type { TicketLists } from '../../bot/ports/ticket-lists.ts';
import { type Target, targetKey } from '../../bot/routing.ts';
import { homeOf, IN_CHARGE, mayReply } from './access.ts';
import type { OnAudit } from './audit.ts';
import type { Presence } from './desk/presence.ts';
import { variablesIn } from './desk/reply-variables.ts';
import { NOTHING_WRITTEN, type TicketView } from './desk/ticket-view.tsx';
import { typedWords } from './desk/typed-words.ts';
import { type createGuard, isLiveRefresh } from './guard.tsx';
import { noticeIn, wordsIn } from './languages/words-in.ts';
import { type NoticeName, noticeOf } from './notices.ts';
import type { Preferences } from './preferences.ts';
import { maySeeTicket, readableTicket } from './readable-ticket.ts';
import type { SignedIn } from './sessions.ts';
import { choicesAmong } from './transfer-choices.ts';

const LONGEST_REPLY = 2000;
const LONGEST_NOTE = 1000;

const lineId = z.coerce.number().int().nullable().catch(null);
const pageQuery = z.object({ why: lineId, new: lineId, view: z.literal('linked').optional().catch(undefined) });
const replyForm = z.object({
  text: typedWords,
  replyKey: z.string().min(8).max(100),
  waits: z.literal('yes').optional().catch(undefined),
  seen: z.coerce.number().int().min(0).optional().catch(undefined),
});
const proposalForm = z.object({ askedAt: z.coerce.number().int().catch(-1) });
const transferForm = z.object({ to: z.string().catch(''), note: typedWords });
const closeForm = z.object({
  outcome: z.enum(TICKET_OUTCOMES).nullable().catch(null),
  note: typedWords,
  farewell: z.string().optional().catch(undefined),
});

/** What the ticket pages need. `window` is the staff's sending window on a channel. */
export interface TicketRoutesDependencies {
  readonly records: TurnRecords;
  readonly lists: TicketLists;
  readonly staff: StaffStore;
  readonly live: LiveEvents;
  readonly window: (channel: ChannelId, lastInboundAt: number | null, now: number) => SendWindow;
  /** The bot's sending window on a channel. */
  readonly botWindow: (channel: ChannelId, lastInboundAt: number | null, now: number) => SendWindow;
  /** How long a reply of staff waits so that it can be taken back (ms); 0: it leaves at once. */
  readonly undoMs: number;
  readonly now: () => number;
  /** Tells the worker that words are waiting to be sent. */
  readonly wake: () => void;
  readonly botSwitch: BotSwitch;
  /** Tickets whose replies may become answers for everybody. */
  readonly replies: Pick<WaitingReplies, 'add'>;
  readonly office: OfficeTime;
  readonly onAudit: OnAudit;
  readonly notes: Notes;
  readonly presence: Presence;
  readonly ticketView: TicketView;
}

/** The list of tickets, the page of one, and what staff do there. Every action redirects back with a notice. */
export function addTicketRoutes(guard: ReturnType<typeof createGuard>, deps: TicketRoutesDependencies): void {
  const { records, ticketView, now } = deps;

  guard.staff('GET /staff', (_request, response, { account }) => response.redirect(303, homeOf(account.role)));

  guard.staff('GET /staff/tickets/:id', async (request, response, signedIn) => {
    const ticket = await readableTicket(records, idOf(request), signedIn.account);
    if (ticket === null) return ticketView.refuseUnknown(response, signedIn);
    if (!isLiveRefresh(request)) {
      deps.presence.tell(ticket.id, signedIn.account, 'here');
      await deps.notes.read(ticket.conversationId, signedIn.account.name);
    }
    const { why: whyLine, new: newAfter, view } = pageQuery.parse(request.query);
    const shown = { notice: noticeOf(request), whyLine, newAfter, showsAll: view !== undefined };
    response.send(await ticketView.render(ticket, signedIn, shown));
  });

  guard.staff('POST /staff/tickets/:id/claim', async (request, response, signedIn) => {
    const id = idOf(request);
    const ticket = await readableTicket(records, id, signedIn.account);
    if (ticket === null) return ticketView.refuseUnknown(response, signedIn);
    const result = await records.claim(id, signedIn.account.name, now());
    await finish(response, signedIn, id, result, 'claimed');
  });

  guard.staff('POST /staff/tickets/:id/reply', async (request, response, signedIn) => {
    const id = idOf(request);
    const ticket = await readableTicket(records, id, signedIn.account);
    if (ticket === null) return ticketView.refuseUnknown(response, signedIn);
    const form = replyForm.safeParse(request.body);
    if (!form.success) return showNotice(response, id, 'stale');
    const { text, replyKey, waits, seen } = form.data;
    /** Not sent: the words stay in the box, also without script. */
    const keep = async (problem: string, newAfter: number | null = null) => {
      const present = (await records.ticket(id)) ?? ticket;
      const written = { ...NOTHING_WRITTEN, reply: { text, problem } };
      response.status(409).send(await ticketView.render(present, signedIn, { written, newAfter }));
    };
    const problem = await problemOf(ticket, signedIn, text);
    const { language } = signedIn.preferences;
    if (problem !== null) return keep(noticeIn(language, problem));
    const open = variablesIn(text);
    if (open.length > 0) return keep(wordsIn(language).replyProblems.open(open));
    const { name: staffName, displayName: authorName } = signedIn.account;
    const at = now();
    const asksBack = waits === 'yes';
    const sending = { staffName, authorName, text, replyKey, at, sendAt: at + deps.undoMs, waits: asksBack };
    const result = await records.reply(id, seen === undefined ? sending : { ...sending, seen });
    if (!result.ok && result.reason !== 'not-found') {
      return keep(noticeIn(language, result.reason), result.reason === 'newer' ? (seen ?? null) : null);
    }
    await finish(response, signedIn, id, result, asksBack ? 'sent-waiting' : deps.undoMs > 0 ? 'sent-soon' : 'sent');
  });

  guard.staff('POST /staff/tickets/:id/approve', (request, response, signedIn) =>
    decideProposal(request, response, signedIn, 'approved'),
  );

  guard.staff('POST /staff/tickets/:id/drop', (request, response, signedIn) =>
    decideProposal(request, response, signedIn, 'dropped'),
  );

  /** The answer that this page showed is sent or dropped; another one that took its place must be looked at first. */
  async function decideProposal(
    request: Request,
    response: Response,
    signedIn: SignedIn,
    kind: 'approved' | 'dropped',
  ): Promise<void> {
    const id = idOf(request);
    const ticket = await readableTicket(records, id, signedIn.account);
    if (ticket === null) return ticketView.refuseUnknown(response, signedIn);
    const by = signedIn.account.name;
    const at = now();
    if (!mayReply(signedIn.account.role, ticket.topic)) return showNotice(response, id, 'press-only');
    if (kind === 'approved') {
      const conversation = await records.conversation(ticket.conversationId);
      if (!deps.botWindow(ticket.channel, conversation?.lastInboundAt ?? null, at).open) {
        return showNotice(response, id, 'window');
      }
    }
    const { askedAt } = proposalForm.parse(request.body);
    const result = await records.lapse(id, { kind, at, askedAt, by }, null);
    if (result.ok) deps.onAudit(by, `ticket.${kind}`, id);
    await finish(response, signedIn, id, result, kind);
  }

  guard.staff('POST /staff/tickets/:id/close', async (request, response, signedIn) => {
    const id = idOf(request);
    const { outcome, note, farewell } = closeForm.parse(request.body);
    const problem = closingProblem(outcome, note, signedIn.preferences.language);
    const ticket = await readableTicket(records, id, signedIn.account);
    if (ticket === null) return ticketView.refuseUnknown(response, signedIn);
    if (outcome === null || problem !== null) {
      const closing = { outcome, note, farewell: farewell !== undefined, problem };
      const written = { ...NOTHING_WRITTEN, closing };
      response.status(400).send(await ticketView.render(ticket, signedIn, { written }));
      return;
    }
    const words = (await deps.botSwitch.state()).off ? REPLIES.staffClosedResting : REPLIES.staffClosed;
    const closing = { staffName: signedIn.account.name, note, outcome, farewell: farewell ? words : null, at: now() };
    const result = await records.close(id, closing);
    if (result.ok && outcome === 'answered') await deps.replies.add(id);
    await finish(response, signedIn, id, result, 'closed-now');
  });

  guard.staff('POST /staff/tickets/:id/transfer', async (request, response, signedIn) => {
    const id = idOf(request);
    const { to, note } = transferForm.parse(request.body);
    if (note.length > LONGEST_NOTE) return showNotice(response, id, 'note-too-long');
    const ticket = await readableTicket(records, id, signedIn.account);
    if (ticket === null) return ticketView.refuseUnknown(response, signedIn);
    const target = choicesAmong(await deps.staff.list()).targets.find((one) => targetKey(one) === to);
    if (target === undefined) return showNotice(response, id, 'no-target');
    const { name: staffName, role } = signedIn.account;
    const transfer = { staffName, inCharge: IN_CHARGE.includes(role), to, assignee: holderOf(target), note, at: now() };
    const result = await records.transfer(id, transfer);
    if (result.ok) deps.onAudit(staffName, 'ticket.transfer', id, { number: String(ticket.number), to });
    await finish(response, signedIn, id, result, 'transferred');
  });

  async function problemOf(ticket: Ticket, signedIn: SignedIn, text: string): Promise<NoticeName | null> {
    if (!mayReply(signedIn.account.role, ticket.topic)) return 'press-only';
    if (text === '') return 'empty';
    if (text.length > LONGEST_REPLY) return 'too-long';
    const conversation = await records.conversation(ticket.conversationId);
    return deps.window(ticket.channel, conversation?.lastInboundAt ?? null, now()).open ? null : 'window';
  }

  /** Tells open pages and the worker of a change that happened, and staff of one that did not. */
  async function finish(
    response: Response,
    signedIn: SignedIn,
    id: string,
    result: { readonly ok: true } | Stale,
    done: NoticeName,
  ): Promise<void> {
    if (!result.ok) {
      if (result.reason === 'not-found') ticketView.refuseUnknown(response, signedIn);
      else showNotice(response, id, result.reason);
      return;
    }
    deps.wake();
    const ticket = await records.ticket(id);
    if (ticket !== null) deps.live.publish({ kind: 'transcript', conversationId: ticket.conversationId });
    deps.live.publish({ kind: 'tickets', ticketId: id });
    // Who has passed a matter of the press on does not see it any more.
    if (ticket === null || maySeeTicket(signedIn.account, ticket)) showNotice(response, id, done);
    else response.redirect(303, `/staff/tickets?notice=${done}`);
  }
}

/** Only a person can hold a ticket. */
function holderOf(target: Target): string | null {
  return target.kind === 'person' ? target.name : null;
}

function idOf(request: Request): string {
  return String(request.params.id);
}

function showNotice(response: Response, id: string, notice: NoticeName): void {
  response.redirect(303, `/staff/tickets/${encodeURIComponent(id)}?notice=${notice}`);
}

function closingProblem(outcome: TicketOutcome | null, note: string, language: Preferences['language']): string | null {
  const { problems } = wordsIn(language).closing;
  if (note.length > LONGEST_NOTE) return noticeIn(language, 'note-too-long');
  if (outcome === null) return problems.outcome;
  return outcome === 'other' && note === '' ? problems['other-note'] : null;
}
