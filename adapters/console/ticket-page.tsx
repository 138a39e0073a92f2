import type { Ticket, TranscriptMessage } from '../../bot/conversation.ts';
import type { OfficeCalendar } from '../../bot/office-hours/calendar.ts';
import type { SendWindow } from '../../bot/ports/channel.ts';
import { mayReply } from './access.ts';
import { DueLine } from './due-line.tsx';
import { FormToken, renderConsolePage } from './layout.tsx';
import type { SignedIn } from './sessions.ts';
import { PriorityBadge, topicInWords } from './ticket-words.tsx';
import { durationInWords, momentInWords } from './time-words.ts';
import { TranscriptView } from './transcript-view.tsx';
import { CHANNELS, type NOTICES, STATES, TICKET, TICKETS } from './vietnamese.ts';

const LONG_FACTS: readonly string[] = [TICKET.question, TICKET.closingNote];

/** Everything the page of one ticket shows. */
export interface TicketPage {
  readonly signedIn: SignedIn;
  readonly ticket: Ticket;
  /** Display name of the assignee. */
  readonly assignee: string | null;
  readonly lines: readonly TranscriptMessage[];
  readonly longest: number;
  readonly window: SendWindow;
  readonly unread: number;
  readonly crisis: number;
  /** Makes a repeated post of this page's reply harmless. */
  readonly replyKey: string;
  readonly notice: keyof typeof NOTICES | null;
  readonly calendar: OfficeCalendar;
  readonly now: number;
}

/** The page of one ticket: conversation, reply, claim and close. Parts marked `data-live` are refreshed in place. */
export function renderTicketPage(page: TicketPage): string {
  const { ticket } = page;
  return renderConsolePage({
    title: `${TICKETS.number(ticket.number)}: ${topicInWords(ticket)}`,
    signedIn: page.signedIn,
    unread: page.unread,
    crisis: page.crisis,
    notice: page.notice,
    live: true,
    children: (
      <>
        <p class="back">
          <a href="/staff/tickets">{TICKET.back}</a>
        </p>
        <div class="ticket-title" data-live="title">
          <h1>
            {TICKETS.number(ticket.number)}: {topicInWords(ticket)}
          </h1>
          <PriorityBadge ticket={ticket} />
          <DueLine ticket={ticket} now={page.now} calendar={page.calendar} />
        </div>
        <div class="columns">
          <section class="panel conversation" aria-labelledby="conversation-title">
            <h2 id="conversation-title">{TICKET.conversation}</h2>
            <section
              class="transcript-scroll"
              data-live="conversation"
              data-conversation={ticket.conversationId}
              aria-label={TICKET.conversation}
              // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
              tabIndex={0}
            >
              <TranscriptView lines={page.lines} epoch={ticket.epoch} longest={page.longest} />
            </section>
            {ticket.state === 'closed' ? null : <ReplyForm page={page} />}
          </section>
          <aside class="side">
            <Facts page={page} />
            {ticket.state === 'closed' ? null : <CloseForm page={page} />}
          </aside>
        </div>
      </>
    ),
  });
}

function Facts({ page }: { readonly page: TicketPage }) {
  const { ticket } = page;
  const facts: readonly (readonly [string, string | null])[] = [
    [TICKET.facts.state, STATES[ticket.state]],
    [TICKET.facts.assignee, page.assignee ?? TICKETS.nobody],
    [TICKET.facts.channel, CHANNELS[ticket.channel]],
    [TICKET.facts.opened, momentInWords(ticket.openedAt)],
    [TICKET.facts.closed, ticket.closedAt === null ? null : momentInWords(ticket.closedAt)],
    [TICKET.question, ticket.question],
    [TICKET.closingNote, ticket.state === 'closed' ? ticket.closingNote || TICKET.noNote : null],
  ];
  return (
    <div class="panel" data-live="facts">
      <dl class="facts">
        {facts.map(([label, value]) =>
          value === null ? null : (
            <div key={label} class={LONG_FACTS.includes(label) ? 'long' : undefined}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ),
        )}
      </dl>
      {ticket.state === 'new' ? (
        <form method="post" action={`${addressOf(ticket)}/claim`}>
          <FormToken signedIn={page.signedIn} />
          <button class="button wide" type="submit" id="claim">
            {TICKET.claim}
          </button>
        </form>
      ) : null}
    </div>
  );
}

function ReplyForm({ page }: { readonly page: TicketPage }) {
  const { ticket, signedIn } = page;
  return (
    <form class="reply" method="post" action={`${addressOf(ticket)}/reply`} autocomplete="off" data-ctrl-enter>
      <div data-live="window">
        <ReplyAdvice page={page} />
      </div>
      <FormToken signedIn={signedIn} />
      <input type="hidden" name="replyKey" value={page.replyKey} autocomplete="off" />
      <label for="reply">{TICKET.reply}</label>
      <textarea
        id="reply"
        name="text"
        rows={4}
        required
        aria-describedby="reply-rule"
        data-draft={`reply:${signedIn.account.name}:${ticket.id}`}
        data-cleared-by="sent closed-now"
      />
      <div class="reply-actions">
        <p class="rule" id="reply-rule">
          {TICKET.replyRule}
        </p>
        <button class="button button-primary" type="submit" id="send">
          {TICKET.send}
        </button>
      </div>
    </form>
  );
}

/** What staff should know before writing: whether they may now, and how long the platform lets them. */
function ReplyAdvice({ page }: { readonly page: TicketPage }) {
  const obstacle = obstacleOf(page);
  return obstacle === null ? (
    <p class="advice">{allowance(page)}</p>
  ) : (
    <p class="advice bad" data-no-reply>
      {obstacle}
    </p>
  );
}

function obstacleOf({ ticket, signedIn, assignee, window }: TicketPage): string | null {
  if (!mayReply(signedIn.account.role, ticket.topic)) return TICKET.pressOnly;
  if (ticket.assignee !== null && ticket.assignee !== signedIn.account.name) {
    return TICKET.heldByOther(assignee ?? ticket.assignee);
  }
  return window.open ? null : TICKET.windowClosed(window.reason);
}

function allowance({ ticket, window, now }: TicketPage): string {
  const sentences: string[] = [];
  if (window.open && window.mode === 'human-agent') sentences.push(TICKET.windowHumanAgent);
  if (window.open && window.until !== null) {
    sentences.push(TICKET.windowOpen(durationInWords(window.until - now), momentInWords(window.until)));
  } else sentences.push(TICKET.windowAlways);
  if (ticket.assignee === null) sentences.push(TICKET.replyTakes);
  return sentences.join(' ');
}

function CloseForm({ page }: { readonly page: TicketPage }) {
  const { ticket, signedIn } = page;
  return (
    <details class="panel close">
      <summary>{TICKET.close}</summary>
      <form method="post" action={`${addressOf(ticket)}/close`} autocomplete="off">
        <p class="rule">{TICKET.closeLead}</p>
        <FormToken signedIn={signedIn} />
        <label for="note">{TICKET.note}</label>
        <textarea
          id="note"
          name="note"
          rows={3}
          maxLength={1000}
          data-draft={`note:${signedIn.account.name}:${ticket.id}`}
          data-cleared-by="closed-now"
        />
        <label class="check">
          <input type="checkbox" name="farewell" value="yes" checked />
          {TICKET.farewell}
        </label>
        <button class="button wide" type="submit">
          {TICKET.close}
        </button>
      </form>
    </details>
  );
}

function addressOf(ticket: Ticket): string {
  return `/staff/tickets/${encodeURIComponent(ticket.id)}`;
}
