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
import type { TicketLists } from '../../bot/ports/ticket-lists.ts';
import { homeOf, mayReply } from './access.ts';
import { displayNames } from './display-names.ts';
import type { createGuard } from './guard.tsx';
import { renderRefusal } from './layout.tsx';
import { type NoticeName, noticeOf } from './notices.ts';
import type { SignedIn } from './sessions.ts';
import { renderTicketPage } from './ticket-page.tsx';
import { REFUSALS, TICKET } from './vietnamese.ts';

const LONGEST_TRANSCRIPT = 300;
const LONGEST_REPLY = 2000;
const LONGEST_NOTE = 1000;

/** Browsers send line breaks of a text area as CR LF. */
const words = z
  .string()
  .catch('')
  .transform((text) => text.replaceAll('\r\n', '\n').normalize('NFC').trim());
const replyForm = z.object({ text: words, replyKey: z.string().min(8).max(100) });
const closeForm = z.object({ note: words, farewell: z.string().optional().catch(undefined) });

/** What the ticket pages need. `window` is the staff's sending window on a channel. */
export interface TicketRoutesDependencies {
  readonly records: TurnRecords;
  readonly lists: TicketLists;
  readonly staff: StaffStore;
  readonly live: LiveEvents;
  readonly window: (channel: ChannelId, lastInboundAt: number | null, now: number) => SendWindow;
  readonly now: () => number;
  readonly newId: () => string;
  /** Tells the worker that words are waiting to be sent. */
  readonly wake: () => void;
  readonly botSwitch: BotSwitch;
  readonly office: OfficeTime;
}

/** The list of tickets, the page of one, and what staff do there. Every action redirects back with a notice. */
export function addTicketRoutes(guard: ReturnType<typeof createGuard>, deps: TicketRoutesDependencies): void {
  const { records, now } = deps;

  guard.staff('GET /staff', (_request, response, { account }) => response.redirect(303, homeOf(account.role)));

  guard.staff('GET /staff/tickets/:id', async (request, response, signedIn) => {
    const ticket = await records.ticket(idOf(request));
    if (ticket === null) return refuseUnknown(response, signedIn);
    const [calendar, conversation, lines, counts, names] = await Promise.all([
      deps.office.calendar(),
      records.conversation(ticket.conversationId),
      records.transcript(ticket.conversationId, 0, LONGEST_TRANSCRIPT),
      deps.lists.counts(signedIn.account.name, now()),
      displayNames(deps.staff, [ticket]),
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
        unread: counts.unassigned,
        crisis: counts.crisis,
        replyKey: deps.newId(),
        calendar,
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
    const { text, replyKey } = form.data;
    const problem = await problemOf(ticket, signedIn, text);
    if (problem !== null) return showNotice(response, id, problem);
    const { name: staffName, displayName: authorName } = signedIn.account;
    const result = await records.reply(id, { staffName, authorName, text, replyKey, at: now() });
    await finish(response, signedIn, id, result, 'sent');
  });

  guard.staff('POST /staff/tickets/:id/close', async (request, response, signedIn) => {
    const id = idOf(request);
    const { note, farewell } = closeForm.parse(request.body);
    if (note.length > LONGEST_NOTE) return showNotice(response, id, 'note-too-long');
    const words = (await deps.botSwitch.state()).off ? REPLIES.staffClosedResting : REPLIES.staffClosed;
    const closing = { staffName: signedIn.account.name, note, farewell: farewell ? words : null, at: now() };
    await finish(response, signedIn, id, await records.close(id, closing), 'closed-now');
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
