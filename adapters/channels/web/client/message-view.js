// @ts-check

import { element } from './element.js';
import { SENTENCES } from './sentences.js';

/** @typedef {import('../public-transcript.ts').PublicMessage} PublicMessage */

const CLOCK = new Intl.DateTimeFormat('vi-VN', { hour: '2-digit', minute: '2-digit', timeZone: 'Asia/Ho_Chi_Minh' });
/** Addresses, and the helplines when the words tell people to call them. Only our own server's become links. */
const LINKS = /https?:\/\/[^\s<>"]+[^\s<>".,;:!?)\]]|(?<=(?:gọi|tổng đài)[^\d\n]{0,40}|^• )\b11[1345]\b/gimu;

/**
 * One message of the log.
 * @param {Omit<PublicMessage, 'id'>} message
 */
export function messageView(message) {
  const name =
    message.author === 'staff' && message.authorName
      ? `${SENTENCES.authors.staff} · ${message.authorName}`
      : SENTENCES.authors[message.author];
  return element(
    'div',
    { class: `message from-${message.author}` },
    element('p', { class: 'author' }, name),
    element('div', { class: 'bubble' }, ...linesOf(message.text), sourcesView(message.citations)),
    element(
      'p',
      { class: 'meta' },
      element('time', { datetime: new Date(message.at).toISOString() }, clock(message.at)),
    ),
  );
}

/** @param {number} at */
function clock(at) {
  return CLOCK.format(at);
}

/**
 * Buttons under our last message.
 * @param {PublicMessage['quickReplies']} replies
 * @param {(reply: {title: string, payload: string}) => void} choose
 */
export function quickRepliesView(replies, choose) {
  return element(
    'div',
    { class: 'quick-replies', role: 'group', 'aria-label': SENTENCES.replies },
    ...replies.map((reply) =>
      element('button', { class: 'button', type: 'button', onclick: () => choose(reply) }, reply.title),
    ),
  );
}

/** @param {string} text */
function linesOf(text) {
  return text.split('\n').map((line) => {
    if (line.trim() === '') return element('p', { class: 'gap' });
    const item = /^\s*(?:[-•–+*]|\d{1,2}[.)])\s/u.test(line);
    return element('p', { class: item ? 'line item' : 'line' }, ...withLinks(line));
  });
}

/** @param {string} line */
function withLinks(line) {
  /** @type {(Node | string)[]} */
  const parts = [];
  let end = 0;
  for (const match of line.matchAll(LINKS)) {
    parts.push(line.slice(end, match.index));
    const found = match[0];
    if (!found.startsWith('http')) parts.push(element('a', { href: `tel:${found}` }, found));
    else if (URL.canParse(found) && new URL(found).origin === location.origin) {
      parts.push(element('a', { href: found, target: '_blank', rel: 'noopener' }, found));
    } else parts.push(found);
    end = match.index + found.length;
  }
  parts.push(line.slice(end));
  return parts;
}

/** @param {PublicMessage['citations']} citations */
function sourcesView(citations) {
  if (citations.length === 0) return null;
  return element(
    'details',
    { class: 'sources' },
    element('summary', {}, SENTENCES.sources(citations.length)),
    element('ul', {}, ...citations.map(sourceView)),
  );
}

/** @param {PublicMessage['citations'][number]} citation */
function sourceView(citation) {
  const { number, title, address, quote, inForceFrom, href } = citation;
  return element(
    'li',
    {},
    element('p', { class: 'source-title' }, number === null ? title : `${number} – ${title}`),
    element('p', { class: 'source-address' }, address),
    element('blockquote', {}, quote),
    inForceFrom === null
      ? null
      : element('p', { class: 'source-date' }, SENTENCES.inForceFrom(inForceFrom.split('-').reverse().join('/'))),
    element(
      'a',
      { class: 'source-link', href, target: '_blank', rel: 'noopener' },
      SENTENCES.openDocument,
      element('span', { class: 'visually-hidden' }, `: ${address}${SENTENCES.newTab}`),
    ),
  );
}
