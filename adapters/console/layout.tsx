import type { ComponentChildren } from 'preact';
import { Mark, renderPage } from '../http/page-shell.tsx';
import { AdminLinks } from './admin-links.tsx';
import { Navigation } from './navigation.tsx';
import type { SignedIn } from './sessions.ts';
import { CONSOLE, NOTICES, type PARTS, ROLES } from './vietnamese.ts';

/** A page of the console. `unread` is the number of tickets nobody holds yet; it leads the tab's title. */
export function renderConsolePage(page: {
  readonly title: string;
  readonly signedIn: SignedIn | null;
  readonly unread: number;
  readonly notice: keyof typeof NOTICES | null;
  /** Whether the page listens for changes. */
  readonly live: boolean;
  /** The part of the console that the page belongs to; tickets unless it says otherwise. */
  readonly part?: keyof typeof PARTS;
  /** Style sheets and modules of its own, as addresses. */
  readonly styles?: readonly string[];
  readonly modules?: readonly string[];
  readonly children: ComponentChildren;
}): string {
  const count = page.unread > 0 ? `(${page.unread}) ` : '';
  return renderPage({
    title: `${count}${page.title} – ${CONSOLE.product}`,
    description: CONSOLE.product,
    styles: ['/assets/console.css', '/assets/tickets.css', '/assets/accounts.css', ...(page.styles ?? [])],
    modules: ['/assets/console/console.js', ...(page.modules ?? [])],
    layout: page.signedIn === null ? 'console entrance' : 'console',
    listed: false,
    children: (
      <>
        <a class="skip-link" href="#main">
          {CONSOLE.skip}
        </a>
        <ConsoleHeader signedIn={page.signedIn} live={page.live} part={page.part ?? 'GET /staff/tickets'} />
        <main id="main" class="console-main" tabIndex={-1}>
          {page.notice === null ? null : <Notice notice={page.notice} />}
          {page.children}
        </main>
      </>
    ),
  });
}

/** A page of one narrow panel under its title, which nothing changes by itself; `signedIn` as in {@link renderConsolePage}. */
export function renderPanelPage(signedIn: SignedIn | null, title: string, children: ComponentChildren): string {
  return renderConsolePage({
    title,
    signedIn,
    unread: 0,
    notice: null,
    live: false,
    children: (
      <div class="panel narrow">
        <h1>{title}</h1>
        {children}
      </div>
    ),
  });
}

/** A page for what an account may not do or what does not exist. */
export function renderRefusal(
  signedIn: SignedIn,
  refusal: { readonly title: string; readonly advice: string },
  link: { readonly href: string; readonly words: string } | null,
): string {
  return renderPanelPage(
    signedIn,
    refusal.title,
    <>
      <p class="lead">{refusal.advice}</p>
      {link === null ? null : (
        <a class="button button-primary" href={link.href}>
          {link.words}
        </a>
      )}
    </>,
  );
}

/** The session's token as a hidden field; every form of the console carries it. */
export function FormToken({ signedIn }: { readonly signedIn: SignedIn }) {
  return <input type="hidden" name="token" value={signedIn.session.csrfToken} autocomplete="off" />;
}

function Notice({ notice }: { readonly notice: keyof typeof NOTICES }) {
  const { tone, words } = NOTICES[notice];
  return (
    <p class={`notice ${tone}`} role={tone === 'bad' ? 'alert' : 'status'} data-notice={notice}>
      {words}
    </p>
  );
}

function ConsoleHeader({
  signedIn,
  live,
  part,
}: {
  readonly signedIn: SignedIn | null;
  readonly live: boolean;
  readonly part: keyof typeof PARTS;
}) {
  return (
    <header class="console-header">
      <div class="console-header-inner">
        <a class="brand" href="/staff">
          <Mark />
          <span>{CONSOLE.product}</span>
        </a>
        {signedIn === null ? null : <Navigation signedIn={signedIn} part={part} />}
        {live ? (
          <p
            class="live-state"
            id="live-state"
            role="status"
            data-on={CONSOLE.live}
            data-lost={CONSOLE.liveLost}
            data-expired={CONSOLE.liveExpired}
            data-sign-in={CONSOLE.signInAgain}
          />
        ) : null}
        {signedIn === null ? null : (
          <details class="account">
            <summary>
              <span class="account-name">{signedIn.account.displayName}</span>
              <span class="visually-hidden">{CONSOLE.account}</span>
            </summary>
            <div class="account-items">
              <p>{ROLES[signedIn.account.role]}</p>
              <AdminLinks signedIn={signedIn} />
              <a href="/staff/password">{CONSOLE.changePassword}</a>
              <a href="/staff/second-factor">{CONSOLE.secondFactor}</a>
              <a href="/staff/sessions">{CONSOLE.sessions}</a>
              <form method="post" action="/staff/logout" data-forgets-drafts>
                <FormToken signedIn={signedIn} />
                <button type="submit">{CONSOLE.signOut}</button>
              </form>
            </div>
          </details>
        )}
      </div>
    </header>
  );
}
