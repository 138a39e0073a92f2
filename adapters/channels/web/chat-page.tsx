import { ASK_STAFF } from '../../../bot/quick-replies.ts';
import { Mark, renderPage } from '../../http/page-shell.tsx';
import { LONGEST_MESSAGE } from './posted-message.ts';
import { CHAT, CHAT_ERRORS } from './vietnamese.ts';

/**
 * The chat page without its conversation, which the client module loads. `fresh`: nothing has been said yet.
 * `framedBy`: origins of the sites that may show it in a frame; empty for the page of its own.
 */
export function renderChatPage(page: {
  readonly officeName: string;
  readonly suggestions: readonly string[];
  readonly fresh: boolean;
  readonly framedBy: readonly string[];
}): string {
  const framed = page.framedBy.length > 0;
  return renderPage({
    title: CHAT.title(page.officeName),
    description: CHAT.description(page.officeName),
    styles: ['/assets/chat.css', '/assets/messages.css'],
    modules: ['/assets/chat/chat.js'],
    layout: framed ? 'chat framed' : 'chat',
    listed: !framed,
    children: (
      <>
        <a class="skip-link" href="#question">
          {CHAT.inputLabel}
        </a>
        <Header officeName={page.officeName} framedBy={page.framedBy} />
        <main class="chat-main">
          <h2 class="visually-hidden">{CHAT.conversation}</h2>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
          <section class="log-scroll" id="log-scroll" aria-label={CHAT.conversation} tabIndex={0}>
            <Welcome suggestions={page.suggestions} fresh={page.fresh} />
            <div class="note" id="blocked" role="alert" hidden>
              <p>{framed ? CHAT.blocked : CHAT_ERRORS['no-visitor']}</p>
              {framed ? (
                <a class="button button-primary" href="/" target="_blank" rel="noopener">
                  {CHAT.openInTab}
                </a>
              ) : null}
            </div>
            <div class="log" id="log" role="log" aria-live="polite" aria-relevant="additions" aria-busy="true" />
            <p class="typing" id="typing" role="status" hidden />
            <noscript>
              <p class="note">{CHAT.noScript}</p>
              <p class="note">{CHAT.noScriptHotlines}</p>
            </noscript>
          </section>
          <button class="button newer" id="newer" type="button" hidden>
            {CHAT.newer}
          </button>
        </main>
        <Composer />
        <StartOverDialog />
      </>
    ),
  });
}

function Header({ officeName, framedBy }: { readonly officeName: string; readonly framedBy: readonly string[] }) {
  return (
    <header class="chat-header">
      <div class="chat-header-inner">
        <Mark />
        <div class="chat-title">
          <h1>{officeName}</h1>
          <p>{CHAT.assistant}</p>
        </div>
        <details class="menu" id="menu">
          <summary aria-label={CHAT.menu}>
            <svg viewBox="0 0 24 24" width="24" height="24" aria-hidden="true" focusable="false">
              <circle cx="12" cy="5" r="1.9" />
              <circle cx="12" cy="12" r="1.9" />
              <circle cx="12" cy="19" r="1.9" />
            </svg>
          </summary>
          <div class="menu-items">
            <button type="button" id="start-over">
              {CHAT.startOver}
            </button>
          </div>
        </details>
        {framedBy.length === 0 ? null : (
          <button class="close" id="close" type="button" aria-label={CHAT.close} data-framed-by={framedBy.join(' ')}>
            <svg viewBox="0 0 24 24" width="24" height="24" aria-hidden="true" focusable="false">
              <path d="m6 6 12 12M18 6 6 18" />
            </svg>
          </button>
        )}
      </div>
    </header>
  );
}

function Welcome({ suggestions, fresh }: { readonly suggestions: readonly string[]; readonly fresh: boolean }) {
  return (
    <div class="welcome" id="welcome" hidden={!fresh}>
      <h3>{CHAT.greeting}</h3>
      <p>{CHAT.introduction}</p>
      <ul class="suggestions" aria-label={CHAT.suggestionsLabel}>
        {suggestions.map((suggestion) => (
          <li key={suggestion}>
            <button type="button" data-suggestion={suggestion}>
              <span>{suggestion}</span>
              <svg viewBox="0 0 24 24" width="20" height="20" aria-hidden="true" focusable="false">
                <path d="m9 6 6 6-6 6" />
              </svg>
            </button>
          </li>
        ))}
      </ul>
      <p class="kept">{CHAT.kept}</p>
    </div>
  );
}

function Composer() {
  return (
    <footer class="composer" id="composer-area">
      <div class="composer-inner">
        <div class="composer-bar">
          <p class="state" id="state" role="status" />
          <button class="button human" type="button" id="human" data-payload={ASK_STAFF.payload}>
            <svg viewBox="0 0 24 24" width="20" height="20" aria-hidden="true" focusable="false">
              <circle cx="12" cy="8" r="3.7" />
              <path d="M4.8 20c.7-4 3.6-6 7.200-6s6.5 2 7.200 6" />
            </svg>
            {ASK_STAFF.title}
          </button>
        </div>
        <form class="composer-form" id="composer" autocomplete="off">
          <label class="visually-hidden" for="question">
            {CHAT.inputLabel}
          </label>
          <textarea
            id="question"
            rows={1}
            data-longest={LONGEST_MESSAGE}
            placeholder={CHAT.placeholder}
            enterkeyhint="send"
            aria-describedby="composer-note"
          />
          <button class="send" type="submit" aria-label={CHAT.send}>
            <svg viewBox="0 0 24 24" width="22" height="22" aria-hidden="true" focusable="false">
              <path d="M12 19V5m-6.5 6.5L12 5l6.5 6.5" />
            </svg>
          </button>
        </form>
        <p class="composer-note" id="composer-note" role="status" />
      </div>
    </footer>
  );
}

function StartOverDialog() {
  return (
    <dialog class="dialog" id="start-over-dialog" aria-labelledby="start-over-title">
      <h2 id="start-over-title">{CHAT.startOverQuestion}</h2>
      <p>{CHAT.startOverExplanation}</p>
      <form method="dialog" class="dialog-actions">
        <button class="button" type="submit" value="keep">
          {CHAT.cancel}
        </button>
        <button class="button button-primary" type="submit" value="start-over">
          {CHAT.startOver}
        </button>
      </form>
    </dialog>
  );
}
