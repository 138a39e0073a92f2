import type { ComponentChildren } from 'preact';
import type { SwitchState } from '../../../bot/bot-switch.ts';
import type { Ticket } from '../../../bot/conversation.ts';
import type { TicketPlace, TicketView } from '../../../bot/ports/ticket-lists.ts';
import type { Statement } from '../../../bot/statements/statement.ts';
import { MentionLink } from '../desk/mention-link.tsx';
import type { ConsoleWords } from '../languages/words.ts';
import { wordsIn } from '../languages/words-in.ts';
import { renderConsolePage } from '../layout.tsx';
import type { NoticeName } from '../notices.ts';
import type { SignedIn } from '../sessions.ts';
import { StatementBanner } from '../statements/statement-banner.tsx';
import { SwitchBanner } from '../switch-page.tsx';
import { AlertButtons, FilterForm, SearchForm, ViewLinks } from './inbox-tools.tsx';
import { conditionsOf, type ListQuery, listAddress } from './list-query.ts';
import { type CardPage, TicketCards } from './ticket-card.tsx';

/** What list and results have in common. */
export interface InboxPage extends Omit<CardPage, 'words' | 'staffName'> {
  readonly signedIn: SignedIn;
  readonly query: ListQuery;
  readonly tickets: readonly Ticket[];
  readonly counts: Readonly<Record<TicketView, number>>;
  readonly notice: NoticeName | null;
  readonly botSwitch: SwitchState;
  readonly statements: readonly Statement[];
  /** How many notes speak to the reader and are unread. */
  readonly mentions: number;
  /** Whether this person finds matters of the press. */
  readonly press: boolean;
  /** Tags in use, for the filter. */
  readonly tags: readonly string[];
}

/** One page of a view, refreshed in place. `next` is where the view goes on. */
export function renderTicketListPage(page: InboxPage & { readonly next: TicketPlace | null }): string {
  const { query, tickets, next } = page;
  const words = wordsIn(page.signedIn.preferences.language);
  const { after, words: _typed, ...list } = query;
  const empty = conditionsOf(query) > 0 ? words.inbox.emptyFilter : words.inbox.empty[query.view];
  return renderInbox(
    page,
    words,
    <>
      <FilterForm words={words} query={query} tags={page.tags} />
      <div data-live="tickets">
        {tickets.length === 0 ? <Empty {...empty} /> : <TicketCards tickets={tickets} page={cardsOf(page, words)} />}
        {after === null && next === null ? null : (
          <nav class="pages" aria-label={words.inbox.pages}>
            {after === null ? null : (
              <a class="button" href={listAddress(list)}>
                {words.inbox.first}
              </a>
            )}
            {next === null ? null : (
              <a class="button" href={listAddress({ ...list, after: next })} rel="next">
                {words.inbox.next}
              </a>
            )}
          </nav>
        )}
      </div>
    </>,
  );
}

/** What a search found; `cut`: there is more than is shown. */
export function renderSearchPage(page: InboxPage & { readonly cut: boolean }): string {
  const { query, tickets } = page;
  const words = wordsIn(page.signedIn.preferences.language);
  return renderInbox(
    page,
    words,
    <section aria-labelledby="results">
      <h2 id="results" class="results">
        {words.inbox.results(query.words, tickets.length)}
      </h2>
      {tickets.length === 0 ? (
        <Empty {...words.inbox.noResults} />
      ) : (
        <TicketCards tickets={tickets} page={cardsOf(page, words)} />
      )}
      {page.cut ? <p class="rule">{words.inbox.resultsCut(tickets.length)}</p> : null}
      <p class="back">
        <a href={listAddress({ view: query.view })}>{words.inbox.backToList}</a>
      </p>
    </section>,
  );
}

function renderInbox(page: InboxPage, words: ConsoleWords, children: ComponentChildren): string {
  const { query, counts } = page;
  const searching = query.words !== '';
  return renderConsolePage({
    title: words.inbox.title,
    signedIn: page.signedIn,
    unread: counts.unassigned,
    crisis: counts.crisis,
    notice: page.notice,
    // What was found stays as it was found: only a person searches, and each search is noted.
    live: !searching,
    translated: true,
    styles: ['/assets/inbox.css', '/assets/desk.css'],
    children: (
      <>
        <div class="inbox-head">
          <h1>{words.inbox.title}</h1>
          <AlertButtons words={words.inbox} />
        </div>
        <div data-live="mentions">
          <MentionLink count={page.mentions} />
        </div>
        <SwitchBanner state={page.botSwitch} />
        <StatementBanner statements={page.statements} signedIn={page.signedIn} now={page.now} />
        <SearchForm words={words.inbox} typed={query.words} press={page.press} />
        <ViewLinks words={words.inbox} counts={counts} shown={searching ? null : query.view} />
        {children}
      </>
    ),
  });
}

function cardsOf(page: InboxPage, words: ConsoleWords): CardPage {
  const { names, calendar, now } = page;
  return { words, staffName: page.signedIn.account.name, names, calendar, now };
}

function Empty(props: { readonly title: string; readonly advice: string }) {
  return (
    <div class="empty">
      <h2>{props.title}</h2>
      <p>{props.advice}</p>
    </div>
  );
}
