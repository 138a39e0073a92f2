// @ts-check

import { byId, element } from './element.js';
import { messageView, quickRepliesView } from './message-view.js';
import { SENTENCES } from './sentences.js';

/** @typedef {import('../public-transcript.ts').PublicMessage} PublicMessage */
/** @typedef {import('./pending.js').PendingMessage} PendingMessage */

const DAY = new Intl.DateTimeFormat('vi-VN', {
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
  timeZone: 'Asia/Ho_Chi_Minh',
});
const NEAR_END_PX = 120;
const SLOW_AFTER_MS = 45_000;

/**
 * The list of messages on the page: transcript lines in order, the citizen's unconfirmed ones after them.
 * @param {object} actions
 * @param {(reply: {title: string, payload: string}) => void} actions.choose
 * @param {(message: PendingMessage) => void} actions.edit
 * @param {(message: PendingMessage) => void} actions.sendAgain
 */
export function createConversationLog({ choose, edit, sendAgain }) {
  const list = byId('log');
  const scroller = byId('log-scroll');
  const newer = byId('newer');
  const typing = byId('typing');
  /** @type {Map<string, HTMLElement>} */
  const unconfirmed = new Map();
  let lastDay = '';
  let atEnd = true;
  /** Nothing can be sent now. */
  let stalled = false;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let typingTimer;

  newer.addEventListener('click', scrollToEnd);
  scroller.addEventListener('scroll', () => {
    atEnd = isNearEnd();
    if (atEnd) newer.hidden = true;
  });
  // The keyboard of a phone, a longer question or a note take room from the log.
  new ResizeObserver(() => {
    if (atEnd) scrollToEnd();
  }).observe(scroller);

  function isNearEnd() {
    return scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < NEAR_END_PX;
  }

  function isEmpty() {
    return list.childElementCount === 0;
  }

  function scrollToEnd() {
    newer.hidden = true;
    // The welcome is read from its beginning.
    if (!isEmpty()) scroller.scrollTop = scroller.scrollHeight;
  }

  /** @param {() => void} change */
  function keepingTheEndInView(change) {
    const follow = isEmpty() || isNearEnd();
    change();
    byId('welcome').hidden = !isEmpty();
    if (follow) scrollToEnd();
    else newer.hidden = false;
  }

  /** @param {HTMLElement} node */
  function insertBeforeUnconfirmed(node) {
    const [first] = unconfirmed.values();
    list.insertBefore(node, first ?? null);
  }

  /** @param {number} at */
  function startDay(at) {
    const day = DAY.format(at);
    if (day === lastDay) return;
    lastDay = day;
    const words = day === DAY.format(Date.now()) ? SENTENCES.today : day;
    insertBeforeUnconfirmed(element('div', { class: 'day' }, element('span', {}, words)));
  }

  return {
    scrollToEnd,

    /** @param {PublicMessage} message */
    show(message) {
      keepingTheEndInView(() => {
        startDay(message.at);
        list.querySelector('.quick-replies')?.remove();
        const view = messageView(message);
        if (message.quickReplies.length > 0) view.append(quickRepliesView(message.quickReplies, choose));
        insertBeforeUnconfirmed(view);
      });
    },

    /** @param {boolean} now what waits is shown as waiting for the network */
    setStalled(now) {
      stalled = now;
    },

    /** Shows the citizen's own message at once, or its new state. @param {PendingMessage} message */
    showPending(message) {
      const before = unconfirmed.get(message.key);
      keepingTheEndInView(() => {
        const view =
          before ?? messageView({ ...message, author: 'citizen', authorName: null, quickReplies: [], citations: [] });
        view.querySelector('.delivery')?.remove();
        if (message.refusal === null) view.querySelector('.meta')?.append(sendingView(message));
        else view.append(refusalView(message, message.refusal));
        view.classList.toggle('refused', message.refusal !== null);
        if (before !== undefined) return;
        list.querySelector('.quick-replies')?.remove();
        startDay(message.at);
        unconfirmed.set(message.key, view);
        list.append(view);
      });
      if (before === undefined) scrollToEnd();
    },

    /** The transcript has the message: the same element becomes an ordinary line. @param {string} key */
    confirm(key) {
      const view = unconfirmed.get(key);
      if (view === undefined) return false;
      unconfirmed.delete(key);
      list.querySelector('.quick-replies')?.remove();
      view.querySelector('.delivery')?.remove();
      const [first] = unconfirmed.values();
      const isBefore = first === undefined || view.compareDocumentPosition(first) & Node.DOCUMENT_POSITION_FOLLOWING;
      if (!isBefore) insertBeforeUnconfirmed(view);
      return true;
    },

    /** @param {string} key */
    removePending(key) {
      unconfirmed.get(key)?.remove();
      unconfirmed.delete(key);
    },

    /** @param {boolean} shown */
    setTyping(shown) {
      clearTimeout(typingTimer);
      const state = shown ? 'on' : 'off';
      if (typing.dataset.state !== state) {
        typing.dataset.state = state;
        keepingTheEndInView(() => {
          const dots = element(
            'span',
            { class: 'dots', 'aria-hidden': 'true' },
            element('i'),
            element('i'),
            element('i'),
          );
          typing.hidden = !shown;
          typing.replaceChildren(...(shown ? [dots, SENTENCES.typing] : []));
        });
      }
      if (!shown) return;
      typingTimer = setTimeout(() => {
        typing.dataset.state = 'slow';
        typing.replaceChildren(SENTENCES.slow);
      }, SLOW_AFTER_MS);
    },

    ready() {
      list.setAttribute('aria-busy', 'false');
      scrollToEnd();
    },
  };

  /** @param {PendingMessage} message */
  function sendingView(message) {
    const waiting = stalled || !navigator.onLine ? SENTENCES.waitingForNetwork : SENTENCES.sending;
    return element('span', { class: 'delivery' }, ` · ${message.stored ? SENTENCES.sent : waiting}`);
  }

  /** @param {PendingMessage} message @param {string} refusal */
  function refusalView(message, refusal) {
    return element(
      'div',
      { class: 'delivery' },
      element('p', {}, refusal),
      element('button', { class: 'button', type: 'button', onclick: () => edit(message) }, SENTENCES.edit),
      element('button', { class: 'button', type: 'button', onclick: () => sendAgain(message) }, SENTENCES.again),
    );
  }
}
