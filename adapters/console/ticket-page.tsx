import type { ComponentChildren } from 'preact';
import type { AbuseStanding } from '../../bot/abuse/ladder.ts';
import type { Ticket, TranscriptMessage } from '../../bot/conversation.ts';
import type { LinkedHold } from '../../bot/links/hold-linked.ts';
import type { OfficeCalendar } from '../../bot/office-hours/calendar.ts';
import type { SendWindow } from '../../bot/ports/channel.ts';
import type { Hold } from '../../bot/ports/holds.ts';
import type { Note } from '../../bot/ports/notes.ts';
import { AbusePanel } from './desk/abuse-panel.tsx';
import type { CannedReply } from './desk/canned-replies.ts';
import { CloseForm, type WrittenClosing } from './desk/close-form.tsx';
import { HistoryPanel } from './desk/history-panel.tsx';
import { HoldPanel } from './desk/hold-panel.tsx';
import type { LinkedHistory } from './desk/linked-history.ts';
import { LinkedTabs, LinkedTranscript, SHOW_LINKED } from './desk/linked-part.tsx';
import { MentionLink } from './desk/mention-link.tsx';
import { NotePanel } from './desk/note-panel.tsx';
import type { Colleague } from './desk/presence.ts';
import { PresenceLine } from './desk/presence-line.tsx';
import type { Proposal, Why } from './desk/proposal.ts';
import { mayAct, ReplyAdvice } from './desk/reply-advice.tsx';
import { ReplyForm, type WrittenWords } from './desk/reply-form.tsx';
import { TagForm } from './desk/tag-form.tsx';
import { WhyPanel } from './desk/why-panel.tsx';
import { DueLine } from './due-line.tsx';
import { useWords } from './languages/use-words.tsx';
import { wordsIn } from './languages/words-in.ts';
import { FormToken, renderConsolePage } from './layout.tsx';
import { PerhapsSaid } from './perhaps-said.tsx';
import type { SignedIn } from './sessions.ts';
import { lifeFacts } from './ticket-life.ts';
import { PriorityBadge, topicInWords } from './ticket-words.tsx';
import { momentInWords } from './time-words.ts';
import { TranscriptView } from './transcript-view.tsx';
import { type TransferChoices, TransferForm } from './transfer-form.tsx';
import type { NOTICES } from './vietnamese.ts';

/** Everything the page of one ticket shows. */
export interface TicketPage {
  readonly signedIn: SignedIn;
  readonly ticket: Ticket;
  /** Display name of the assignee. */
  readonly assignee: string | null;
  readonly lines: readonly TranscriptMessage[];
  /** Whether personal data is masked in the lines for this reader. */
  readonly hidden: boolean;
  readonly longest: number;
  readonly window: SendWindow;
  readonly unread: number;
  readonly crisis: number;
  /** Makes a repeated post of this page's reply harmless. */
  readonly replyKey: string;
  readonly notice: keyof typeof NOTICES | null;
  readonly calendar: OfficeCalendar;
  readonly choices: TransferChoices;
  readonly now: number;
  readonly undoMs: number;
  readonly written: WrittenParts;
  readonly newAfter: number | null;
  readonly proposal: Proposal | null;
  readonly why: Why | null;
  readonly canned: readonly CannedReply[];
  readonly notes: readonly Note[];
  /** Display names by log-in name. */
  readonly names: ReadonlyMap<string, string>;
  /** How many notes speak to the reader and are unread. */
  readonly mentions: number;
  readonly colleagues: readonly string[];
  readonly present: readonly Colleague[];
  /** The citizen's other matters on this channel. */
  readonly others: readonly Ticket[];
  /** What the citizen linked with this conversation. */
  readonly linked: readonly LinkedHistory[];
  /** Whether the lines of all of them are shown. */
  readonly showsAll: boolean;
  readonly tagsInUse: readonly string[];
  /** What keeps the citizen's data, where anything does. */
  readonly hold: Hold | null;
  /** What keeps what they linked. */
  readonly linkedHolds: readonly LinkedHold[];
  /** Where the citizen stands on the ladder of misuse now. */
  readonly abuse: AbuseStanding | null;
}

/** What stands in the boxes of the page. */
export interface WrittenParts {
  readonly reply: WrittenWords;
  readonly note: WrittenWords;
  readonly closing: WrittenClosing;
}

/** The page of one ticket: conversation, reply, claim and close. Parts marked `data-live` are refreshed in place. */
export function renderTicketPage(page: TicketPage): string {
  const words = wordsIn(page.signedIn.preferences.language);
  const { ticket, signedIn } = page;
  const address = addressOf(ticket);
  const isOpen = ticket.state !== 'closed';
  const lastLine = page.lines.at(-1)?.id ?? 0;
  // What was new when a reply was held back stays marked when the page refreshes itself.
  const marked = page.newAfter === null ? address : `${address}?new=${page.newAfter}`;
  const shownAt = page.showsAll ? `${address}?${SHOW_LINKED}` : marked;
  const conversations = [ticket.conversationId, ...page.linked.map(({ conversationId }) => conversationId)];
  return renderConsolePage({
    title: `${words.tickets.number(ticket.number)}: ${topicInWords(ticket, words)}`,
    signedIn: page.signedIn,
    unread: page.unread,
    crisis: page.crisis,
    notice: page.notice,
    live: true,
    translated: true,
    styles: ['/assets/desk.css', ...(page.why === null ? [] : ['/assets/knowledge.css'])],
    modules: ['/assets/console/desk.js'],
    children: (
      <>
        <p class="back" data-page-address={shownAt} data-clock={page.now}>
          <a href="/staff/tickets">{words.ticketPage.back}</a>
        </p>
        <div data-live="mentions">
          <MentionLink count={page.mentions} />
        </div>
        <PresenceLine address={address} present={page.present} />
        <div class="ticket-title" data-live="title">
          <h1>
            {words.tickets.number(ticket.number)}: {topicInWords(ticket, words)}
          </h1>
          <PriorityBadge ticket={ticket} />
          <DueLine ticket={ticket} now={page.now} calendar={page.calendar} />
        </div>
        <div class="columns">
          <section class="panel conversation" aria-labelledby="conversation-title">
            <h2 id="conversation-title">{words.ticketPage.conversation}</h2>
            <div data-live="linked">
              <LinkedTabs ticket={ticket} address={address} linked={page.linked} showsAll={page.showsAll} />
            </div>
            <div data-live="masked">
              {page.hidden ? (
                <p class="rule masked">{isOpen ? words.ticketPage.masked : words.ticketPage.maskedClosed}</p>
              ) : null}
            </div>
            <section
              class="transcript-scroll"
              data-live="conversation"
              data-conversations={conversations.join(' ')}
              data-last-line={lastLine}
              aria-label={words.linked.label}
              // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
              tabIndex={0}
            >
              {page.showsAll ? (
                <LinkedTranscript {...page} address={address} />
              ) : (
                <TranscriptView
                  lines={page.lines}
                  epoch={ticket.epoch}
                  longest={page.longest}
                  links={{
                    address,
                    mayUndo: isOpen && mayAct(ticket, signedIn),
                    undoMs: page.undoMs,
                    newAfter: page.newAfter,
                  }}
                />
              )}
            </section>
            <div data-live="window" class="reply-window">
              {isOpen ? (
                <ReplyAdvice {...page} />
              ) : (
                <p class="advice" data-no-reply>
                  {words.ticketPage.closed}
                </p>
              )}
            </div>
            {isOpen ? (
              <ReplyForm
                signedIn={signedIn}
                ticket={ticket}
                address={address}
                replyKey={page.replyKey}
                seen={lastLine}
                written={page.written.reply}
                canned={page.canned}
                proposal={page.proposal}
                now={page.now}
              />
            ) : (
              // An open page on which somebody was writing stops offering what cannot be done any more.
              <div data-live="proposal" hidden />
            )}
            {isOpen || page.written.reply.problem === null ? null : (
              <div class="reply">
                <p class="notice bad" role="alert">
                  {page.written.reply.problem}
                </p>
                <p class="line-text">{page.written.reply.text}</p>
              </div>
            )}
            {page.why === null ? null : <WhyPanel why={page.why} address={address} />}
          </section>
          <aside class="side">
            <Facts page={page} />
            <AbusePanel signedIn={signedIn} address={address} abuse={page.abuse} now={page.now} />
            <NotePanel
              signedIn={signedIn}
              ticket={ticket}
              address={address}
              notes={page.notes}
              names={page.names}
              colleagues={page.colleagues}
              written={page.written.note}
            />
            <TagForm signedIn={signedIn} ticket={ticket} address={address} suggestions={page.tagsInUse} />
            <HistoryPanel ticket={ticket} others={page.others} linked={page.linked} />
            <HoldPanel
              signedIn={signedIn}
              ticket={ticket}
              address={address}
              hold={page.hold}
              linked={page.linkedHolds}
              names={page.names}
            />
            {isOpen ? <TransferForm ticket={ticket} signedIn={signedIn} choices={page.choices} /> : null}
            {isOpen ? (
              <CloseForm
                signedIn={signedIn}
                ticket={ticket}
                address={address}
                written={page.written.closing}
                undelivered={isUndelivered(page.lines, ticket)}
              />
            ) : null}
          </aside>
        </div>
      </>
    ),
  });
}

/** Whether the last words that staff wrote in this matter did not reach the citizen. */
function isUndelivered(lines: readonly TranscriptMessage[], ticket: Ticket): boolean {
  const last = lines.findLast(({ author, epoch, delivery }) => {
    return author === 'staff' && epoch === ticket.epoch && delivery !== 'withheld';
  });
  return last?.delivery === 'failed' || last?.delivery === 'held';
}

function Facts({ page }: { readonly page: TicketPage }) {
  const words = useWords();
  const { ticket } = page;
  const long: readonly string[] = [words.ticketPage.question, words.ticketPage.closingNote, words.life.transferNote];
  const facts: readonly (readonly [string, ComponentChildren])[] = [
    [words.ticketPage.facts.state, words.states[ticket.state]],
    [words.ticketPage.facts.assignee, page.assignee ?? words.tickets.nobody],
    [words.ticketPage.facts.channel, words.channels[ticket.channel]],
    [words.ticketPage.facts.opened, momentInWords(ticket.openedAt, words.times)],
    [words.ticketPage.facts.closed, ticket.closedAt === null ? null : momentInWords(ticket.closedAt, words.times)],
    [words.ticketPage.question, <PerhapsSaid key="question" text={ticket.question} />],
    ...lifeFacts(ticket, page.choices),
    [words.closing.rating, ratingInWords(ticket.rating)],
    [words.closing.outcome, ticket.outcome === null ? null : words.ticketOutcomes[ticket.outcome]],
    [words.ticketPage.closingNote, ticket.state === 'closed' ? ticket.closingNote || words.ticketPage.noNote : null],
  ];
  return (
    <div class="panel" data-live="facts">
      <dl class="facts">
        {facts.map(([label, value]) =>
          value === null ? null : (
            <div key={label} class={long.includes(label) ? 'long' : undefined}>
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
            {words.ticketPage.claim}
          </button>
        </form>
      ) : null}
    </div>
  );
}

function ratingInWords(rating: Ticket['rating']): string | null {
  const words = useWords();
  if (rating === null) return null;
  const verdict = words.inbox.rated[rating.rating];
  return rating.reason === null ? verdict : `${verdict}: ${words.closing.ratingReasons[rating.reason]}`;
}

function addressOf(ticket: Ticket): string {
  return `/staff/tickets/${encodeURIComponent(ticket.id)}`;
}
