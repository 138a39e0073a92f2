import type { ComponentChildren } from 'preact';
import { Mark, renderPage } from '../http/page-shell.tsx';
import { type UnsentDraft, UnsentWords } from './drafts.tsx';
import { ShortcutSheet } from './inbox/shortcut-sheet.tsx';
import { SpeakIn } from './languages/use-words.tsx';
import type { ConsoleWords } from './languages/words.ts';
import { noticeIn, wordsIn } from './languages/words-in.ts';
import { mayUse } from './may-use.ts';
import { Navigation } from './navigation.tsx';
import { PageLinks } from './page-links.tsx';
import { PreferenceFields } from './preference-fields.tsx';
import { type Preferences, USUAL_PREFERENCES } from './preferences.ts';
import type { SignedIn } from './sessions.ts';
import { NOTICES, type PARTS } from './vietnamese.ts';

/** A page of the console. `unread` is the number of tickets nobody holds yet; it leads the tab's title. */
export function renderConsolePage(page: {
  readonly title: string;
  readonly signedIn: SignedIn | null;
  /** How it looks where nobody is signed in. */
  readonly preferences?: Preferences;
  readonly unread: number;
  readonly notice: keyof typeof NOTICES | null;
  /** How many open tickets are urgent, where the page knows; the client tells of more. */
  readonly crisis?: number;
  /** Whether the page listens for changes, or is read again every minute. */
  readonly live: boolean | 'minute';
  /** The part of the console that the page belongs to; tickets unless it says otherwise, `null`: none. */
  readonly part?: keyof typeof PARTS | null;
  /** Whether what it shows is in the language that the person chose; Vietnamese unless it says so. */
  readonly translated?: boolean;
  /** Style sheets and modules of its own, as addresses. */
  readonly styles?: readonly string[];
  readonly modules?: readonly string[];
  readonly children: ComponentChildren;
}): string {
  const { signedIn, unread } = page;
  const { language, theme } = signedIn?.preferences ?? page.preferences ?? USUAL_PREFERENCES;
  const words = wordsIn(language);
  const count = unread > 0 ? `(${unread}) ` : '';
  const worksOnTickets = signedIn !== null && mayUse(signedIn, 'GET /staff/tickets');
  return renderPage({
    title: `${count}${page.title} – ${words.shell.product}`,
    description: words.shell.product,
    language,
    theme,
    scripts: ['/assets/console/drafts.js'],
    styles: ['/assets/console.css', '/assets/tickets.css', '/assets/accounts.css', ...(page.styles ?? [])],
    modules: [
      '/assets/console/console.js',
      '/assets/console/menus.js',
      ...(worksOnTickets ? ['/assets/console/shortcuts.js', '/assets/console/alerts.js'] : []),
      ...(page.modules ?? []),
    ],
    layout: signedIn === null ? 'console entrance' : 'console',
    listed: false,
    children: (
      <>
        <a class="skip-link" href="#main">
          {words.shell.skip}
        </a>
        <ConsoleHeader
          signedIn={signedIn}
          words={words}
          live={page.live}
          part={page.part === undefined ? 'GET /staff/tickets' : page.part}
        />
        <SpeakIn words={words}>
          <main
            id="main"
            class="console-main"
            tabIndex={-1}
            lang={page.translated || language === 'vi' ? undefined : 'vi'}
          >
            {page.notice === null ? null : <Notice notice={page.notice} language={language} />}
            {page.children}
          </main>
        </SpeakIn>
        {page.live === true ? (
          <p
            data-live="standing"
            id="standing"
            hidden
            data-unread={unread}
            data-crisis={page.crisis}
            data-new-ticket={words.inbox.newTicket}
            data-new-crisis={words.inbox.newCrisis}
          />
        ) : null}
        {page.live === true ? <p id="arrivals" class="visually-hidden" role="status" /> : null}
        {worksOnTickets ? <ShortcutSheet words={words} /> : null}
      </>
    ),
  });
}

/** A page of one narrow panel under its title, which nothing changes by itself; parameters as of {@link renderConsolePage}. */
export function renderPanelPage(
  signedIn: SignedIn | null,
  title: string,
  children: ComponentChildren,
  { translated = false, preferences }: { readonly translated?: boolean; readonly preferences?: Preferences } = {},
): string {
  return renderConsolePage({
    title,
    signedIn,
    unread: 0,
    notice: null,
    live: false,
    part: null,
    translated,
    ...(preferences === undefined ? {} : { preferences }),
    children: (
      <div class="panel narrow">
        <h1>{title}</h1>
        {children}
      </div>
    ),
  });
}

/** A page for what an account may not do or what does not exist, with the words that it keeps from being sent. */
export function renderRefusal(
  signedIn: SignedIn,
  refusal: { readonly title: string; readonly advice: string },
  link: { readonly href: string; readonly words: string } | null,
  { translated = false, unsent = null }: { readonly translated?: boolean; readonly unsent?: UnsentDraft | null } = {},
): string {
  return renderPanelPage(
    signedIn,
    refusal.title,
    <>
      <p class="lead">{refusal.advice}</p>
      <UnsentWords unsent={unsent} />
      {link === null ? null : (
        <a class="button button-primary" href={link.href}>
          {link.words}
        </a>
      )}
    </>,
    { translated },
  );
}

/** The session's token as a hidden field; every form of the console carries it. */
export function FormToken({ signedIn }: { readonly signedIn: SignedIn }) {
  return <input type="hidden" name="token" value={signedIn.session.csrfToken} autocomplete="off" />;
}

function Notice(props: { readonly notice: keyof typeof NOTICES; readonly language: Preferences['language'] }) {
  const { notice, language } = props;
  const { tone } = NOTICES[notice];
  return (
    <p class={`notice ${tone}`} lang={language} role={tone === 'bad' ? 'alert' : 'status'} data-notice={notice}>
      {noticeIn(language, notice)}
    </p>
  );
}

function ConsoleHeader({
  signedIn,
  words,
  live,
  part,
}: {
  readonly signedIn: SignedIn | null;
  readonly words: ConsoleWords;
  readonly live: boolean | 'minute';
  readonly part: keyof typeof PARTS | null;
}) {
  return (
    <header class="console-header">
      <div class="console-header-inner">
        <a class="brand" href="/staff">
          <Mark />
          <span>{words.shell.product}</span>
        </a>
        {signedIn === null ? null : <Navigation signedIn={signedIn} part={part} words={words} />}
        {live ? (
          <p
            class="live-state"
            id="live-state"
            role="status"
            data-pace={live === 'minute' ? live : undefined}
            data-on={words.shell.live}
            data-lost={words.shell.liveLost}
            data-expired={words.shell.liveExpired}
            data-sign-in={words.shell.signInAgain}
          />
        ) : null}
        {signedIn === null ? null : (
          <details class="menu account" name="menu">
            <summary>
              <span class="account-name">{signedIn.account.displayName}</span>
              <span class="visually-hidden">{words.shell.account}</span>
            </summary>
            <div class="menu-items">
              <p>{words.roles[signedIn.account.role]}</p>
              <PageLinks signedIn={signedIn} pages={words.adminPages} />
              {mayUse(signedIn, 'GET /staff/canned-replies') ? (
                <a href="/staff/canned-replies">{words.shell.cannedReplies}</a>
              ) : null}
              {mayUse(signedIn, 'GET /staff/mentions') ? <a href="/staff/mentions">{words.shell.mentions}</a> : null}
              <a href="/staff/password">{words.shell.changePassword}</a>
              <a href="/staff/second-factor">{words.shell.secondFactor}</a>
              <a href="/staff/sessions">{words.shell.sessions}</a>
              {mayUse(signedIn, 'GET /staff/tickets') ? (
                <button type="button" data-open-shortcuts hidden>
                  {words.shortcuts.open}
                </button>
              ) : null}
              <form class="preferences" method="post" action="/staff/preferences" aria-label={words.preferences.title}>
                <FormToken signedIn={signedIn} />
                <PreferenceFields chosen={signedIn.preferences} words={words.preferences} />
              </form>
              <form method="post" action="/staff/logout" data-forgets-drafts>
                <FormToken signedIn={signedIn} />
                <button type="submit">{words.shell.signOut}</button>
              </form>
            </div>
          </details>
        )}
      </div>
    </header>
  );
}
