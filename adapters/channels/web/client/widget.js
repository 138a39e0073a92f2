/*
 * The launcher on other sites: a button, and a dialog that holds the chat page in a frame. Runs inside a function that
 * the server wraps around it, see widget-script.ts.
 */
/** @type {{framedBy: string[], path: string, styles: string, words: Record<'label' | 'unread' | 'close' | 'trouble' | 'openInTab' | 'notAllowed', string>}} */
const { framedBy, path, styles, words } = settings;
const chat = new URL(path, document.currentScript.src);
const STATE_KEY = 'hoi-giao-duc-ba-dinh';
const ANSWERS_WITHIN_MS = 12_000;
const phone = matchMedia('(max-width: 600px), (max-height: 480px)');

if (!framedBy.includes(location.origin)) {
  // biome-ignore lint/suspicious/noConsole: the site's technician looks here
  console.warn(`${words.notAllowed} ${location.origin}`);
} else if (document.body === null) addEventListener('DOMContentLoaded', start, { once: true });
else start();

function start() {
  const root = document.createElement('div').attachShadow({ mode: 'open' });
  dress(root);
  const dialog = make('dialog', { id: 'panel', 'aria-label': words.label });
  const trouble = make('div', { class: 'trouble', hidden: '' });
  const leave = make('button', { type: 'button' }, words.close);
  const inTab = make('a', { href: new URL('/', chat).href, target: '_blank', rel: 'noopener' }, words.openInTab);
  trouble.append(make('p', {}, words.trouble), inTab, leave);
  dialog.append(trouble);
  const unread = make('span', { class: 'unread' });
  const launcher = make('button', {
    class: 'launcher',
    type: 'button',
    'aria-expanded': 'false',
    'aria-controls': 'panel',
    'aria-haspopup': 'dialog',
  });
  launcher.append(icon(), make('span', { class: 'label' }, words.label), unread);
  const status = make('span', { class: 'hidden', role: 'status' });
  root.append(dialog, launcher, status);
  document.body.append(root.host);

  /** @type {HTMLIFrameElement | null} */
  let frame = null;
  let loaded = false;
  let answered = false;

  launcher.addEventListener('click', () => (dialog.open ? dialog.close() : open(true)));
  leave.addEventListener('click', () => dialog.close());
  dialog.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') dialog.close();
  });
  dialog.addEventListener('close', () => {
    launcher.setAttribute('aria-expanded', 'false');
    remember('closed');
    tell({ kind: 'hidden' });
    launcher.focus();
  });
  addEventListener('message', (event) => {
    if (event.origin !== chat.origin || event.source !== frame?.contentWindow) return;
    const { kind, count } = event.data ?? {};
    answered = true;
    trouble.hidden = true;
    if (kind === 'close') dialog.close();
    if (kind === 'unread') showUnread(count);
  });

  const last = recall();
  // Who has talked here is told of an answer on the next page too; a panel left open on a desk opens again.
  if (last === 'open' && !phone.matches) open(false);
  else if (last !== null) load();

  /** @param {boolean} takesFocus */
  function open(takesFocus) {
    // On a phone the sheet covers the page, which must not be reached behind it. Elsewhere `show` would take the focus.
    if (phone.matches) dialog.showModal();
    else dialog.open = true;
    launcher.setAttribute('aria-expanded', 'true');
    remember('open');
    load();
    tell({ kind: 'shown', takesFocus });
    if (takesFocus) frame?.focus();
  }

  function load() {
    if (frame !== null) return;
    const made = make('iframe', { src: chat.href, title: words.label });
    frame = made;
    made.addEventListener('load', () => {
      loaded = true;
      tell({ kind: dialog.open ? 'shown' : 'hidden', takesFocus: root.activeElement === made });
    });
    setTimeout(() => {
      trouble.hidden = answered;
    }, ANSWERS_WITHIN_MS);
    dialog.append(made);
  }

  /** @param {{kind: 'shown' | 'hidden', takesFocus?: boolean}} message */
  function tell(message) {
    if (loaded) frame?.contentWindow?.postMessage(message, chat.origin);
  }

  /** @param {unknown} count */
  function showUnread(count) {
    const any = typeof count === 'number' && count > 0 && !dialog.open;
    unread.textContent = any ? `, ${words.unread.toLowerCase()}` : '';
    status.textContent = any ? words.unread : '';
  }
}

/** A style sheet made by script needs no permission of the site's policy. @param {ShadowRoot} root */
function dress(root) {
  if ('replaceSync' in CSSStyleSheet.prototype) {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(styles);
    root.adoptedStyleSheets = [sheet];
  } else root.append(make('style', {}, styles));
}

/** @param {string} tag @param {Record<string, string>} attributes @param {string} [text] */
function make(tag, attributes, text = '') {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  node.textContent = text;
  return node;
}

function icon() {
  const drawing = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  drawing.setAttribute('viewBox', '0 0 24 24');
  drawing.setAttribute('aria-hidden', 'true');
  const line = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  line.setAttribute(
    'd',
    'M5 4h14a2 2 0 0 1 2 2v9a2 2 0 0 1-2 2h-6l-5 4v-4H5a2 2 0 0 1-2-2V6a2 2 0 0 1 2-2ZM8 9h8M8 13h5',
  );
  drawing.append(line);
  return drawing;
}

/** A site may forbid storage; the widget then starts closed on every page. @param {'open' | 'closed'} state */
function remember(state) {
  try {
    sessionStorage.setItem(STATE_KEY, state);
  } catch {}
}

function recall() {
  try {
    return sessionStorage.getItem(STATE_KEY);
  } catch {
    return null;
  }
}
