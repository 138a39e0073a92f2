import type { Request, Response } from 'express';
import { z } from 'zod';
import type { BotSwitch } from '../../bot/bot-switch.ts';
import type { Ticket } from '../../bot/conversation.ts';
import type { OfficeTime } from '../../bot/office-hours/kept-calendar.ts';
import { REPLIES } from '../../bot/policy/replies.ts';
import type { ChannelId, SendWindow } from '../../bot/ports/channel.ts';
import type { LiveEvents } from '../../bot/ports/live-events.ts';
import type { Stale, TurnRecords } from '../../bot/ports/records.ts';
import type { StaffStore } from '../../bot/ports/staff.ts';
import { type Target, targetKey, targetsAmong } from '../../bot/routing.ts';
import { homeOf, IN_CHARGE, mayReply } from './access.ts';
import type { OnAudit } from './audit.ts';
import type { createGuard } from './guard.tsx';
import { renderRefusal } from './layout.tsx';
import { type NoticeName, noticeOf } from './notices.ts';
import type { SignedIn } from './sessions.ts';
import { renderTicketListPage } from './ticket-list-page.tsx';
import { renderTicketPage } from './ticket-page.tsx';
import type { TransferChoices } from './transfer-form.tsx';
import { REFUSALS, TICKET } from './vietnamese.ts';

const LONGEST_LIST = 100;
const LONGEST_TRANSCRIPT = 300;
const LONGEST_REPLY = 2000;
const LONGEST_NOTE = 1000;

const listQuery = z.object({ view: z.enum(['open', 'mine', 'closed']).catch('open') });
/** Browsers send line breaks of a text area as CR LF. */
const words = z
  .string()
  .catch('')
  .transform((text) => text.replaceAll('\r\n', '\n').normalize('NFC').trim());
const replyForm = z.object({
  text: words,
  replyKey: z.string().min(8).max(100),
  waits: z.literal('yes').optional().catch(undefined),
});
const transferForm = z.object({ to: z.string().catch(''), note: words });
const closeForm = z.object({ note: words, farewell: z.string().optional().catch(undefined) });

/** What the ticket pages need. `window` is the staff's sending window on a channel. */
export interface TicketRoutesDependencies {
  readonly records: TurnRecords;
  readonly staff: StaffStore;
  readonly live: LiveEvents;
  readonly window: (channel: ChannelId, lastInboundAt: number | null, now: number) => SendWindow;
  readonly now: () => number;
  readonly newId: () => string;
  /** Tells the worker that words are waiting to be sent. */
  readonly wake: () => void;
  readonly botSwitch: BotSwitch;
  readonly office: OfficeTime;
  readonly onAudit: OnAudit;
}

/** The list of tickets, the page of one, and what staff do there. Every action redirects back with a notice. */
export function addTicketRoutes(guard: ReturnType<typeof createGuard>, deps: TicketRoutesDependencies): void {
  const { records, now } = deps;

  guard.staff('GET /staff', (_request, response, { account }) => response.redirect(303, homeOf(account.role)));

  guard.staff('GET /staff/tickets', async (request, response, signedIn) => {
    const { view } = listQuery.parse(request.query);
    const [botSwitch, calendar, tickets, counts] = await Promise.all([
      deps.botSwitch.state(),
      deps.office.calendar(),
      records.tickets(view, signedIn.account.name, LONGEST_LIST),
      records.countTickets(),
    ]);
    const names = await displayNames(tickets);
    const notice = noticeOf(request);
    const shown = { view, tickets, longest: LONGEST_LIST, counts, names };
    const page = { ...shown, signedIn, notice, botSwitch, calendar, now: now() };
    response.send(renderTicketListPage(page));
  });

  guard.staff('GET /staff/tickets/:id', async (request, response, signedIn) => {
    const ticket = await records.ticket(idOf(request));
    if (ticket === null) return refuseUnknown(response, signedIn);
    const [calendar, choices, conversation, lines, counts, names] = await Promise.all([
      deps.office.calendar(),
      transferChoices(),
      records.conversation(ticket.conversationId),
      records.transcript(ticket.conversationId, 0, LONGEST_TRANSCRIPT),
      records.countTickets(),
      displayNames([ticket]),
    ]);
    const at = now();
    response.send(
      renderTicketPage({
        signedIn,
        ticket,
        assignee: ticket.assignee === null ? null : (names.get(ticket.assignee) ?? ticket.assignee),
        lines,
        longest: LONGEST_TRANSCRIPT,
        window: deps.window(ticket.channel, conversation?.lastInboundAt ?? null, at),
        unread: counts.new,
        replyKey: deps.newId(),
        calendar,
        choices,
        notice: noticeOf(request),
        now: at,
      }),
    );
  });

  guard.staff('POST /staff/tickets/:id/claim', async (request, response, signedIn) => {
    const id = idOf(request);
    const result = await records.claim(id, signedIn.account.name, now());
    await finish(response, signedIn, id, result, 'claimed');
  });

  guard.staff('POST /staff/tickets/:id/reply', async (request, response, signedIn) => {
    const id = idOf(request);
    const ticket = await records.ticket(id);
    if (ticket === null) return refuseUnknown(response, signedIn);
    const form = replyForm.safeParse(request.body);
    if (!form.success) return showNotice(response, id, 'stale');
    const { text, replyKey, waits } = form.data;
    const problem = await problemOf(ticket, signedIn, text);
    if (problem !== null) return showNotice(response, id, problem);
    const { name: staffName, displayName: authorName } = signedIn.account;
    const reply = { staffName, authorName, text, replyKey, at: now(), waits: waits === 'yes' };
    await finish(response, signedIn, id, await records.reply(id, reply), reply.waits ? 'sent-waiting' : 'sent');
  });

  guard.staff('POST /staff/tickets/:id/close', async (request, response, signedIn) => {
    const id = idOf(request);
    const { note, farewell } = closeForm.parse(request.body);
    if (note.length > LONGEST_NOTE) return showNotice(response, id, 'note-too-long');
    const words = (await deps.botSwitch.state()).off ? REPLIES.staffClosedResting : REPLIES.staffClosed;
    const closing = { staffName: signedIn.account.name, note, farewell: farewell ? words : null, at: now() };
    await finish(response, signedIn, id, await records.close(id, closing), 'closed-now');
  });

  guard.staff('POST /staff/tickets/:id/transfer', async (request, response, signedIn) => {
    const id = idOf(request);
    const { to, note } = transferForm.parse(request.body);
    if (note.length > LONGEST_NOTE) return showNotice(response, id, 'note-too-long');
    const ticket = await records.ticket(id);
    if (ticket === null) return refuseUnknown(response, signedIn);
    const target = (await transferChoices()).targets.find((one) => targetKey(one) === to);
    if (target === undefined) return showNotice(response, id, 'no-target');
    const { name: staffName, role } = signedIn.account;
    const transfer = { staffName, inCharge: IN_CHARGE.includes(role), to, assignee: holderOf(target), note, at: now() };
    const result = await records.transfer(id, transfer);
    if (result.ok) deps.onAudit(staffName, 'ticket.transfer', `${ticket.number} → ${to}`);
    await finish(response, signedIn, id, result, 'transferred');
  });

  /** Whom a ticket can be passed to now. */
  async function transferChoices(): Promise<TransferChoices> {
    const accounts = (await deps.staff.list()).map(({ account }) => account);
    return {
      targets: targetsAmong(accounts),
      names: new Map(accounts.map(({ name, displayName }) => [name, displayName])),
    };
  }

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
      if (result.reason === 'not-found') refuseUnknown(response, signedIn);
      else showNotice(response, id, result.reason);
      return;
    }
    deps.wake();
    const ticket = await records.ticket(id);
    if (ticket !== null) deps.live.publish({ kind: 'transcript', conversationId: ticket.conversationId });
    deps.live.publish({ kind: 'tickets', ticketId: id });
    showNotice(response, id, done);
  }

  async function displayNames(tickets: readonly Ticket[]): Promise<ReadonlyMap<string, string>> {
    const names = [...new Set(tickets.map((ticket) => ticket.assignee).filter((name) => name !== null))];
    const accounts = await Promise.all(names.map((name) => deps.staff.find(name)));
    return new Map(names.map((name, index) => [name, accounts[index]?.displayName ?? name]));
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

function refuseUnknown(response: Response, signedIn: SignedIn): void {
  const link = { href: '/staff/tickets', words: TICKET.back };
  response.status(404).send(renderRefusal(signedIn, REFUSALS['no-ticket'], link));
}
