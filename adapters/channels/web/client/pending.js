// @ts-check

import { SENTENCES } from './sentences.js';

/**
 * A message of this browser that the transcript does not show yet.
 * @typedef {object} PendingMessage
 * @property {string} key            sent with every attempt, so that a repeated one is harmless
 * @property {string} text
 * @property {string | null} payload
 * @property {number} at
 * @property {number} afterId        last transcript id seen when it was written; it can only appear after it
 * @property {boolean} stored        the server has it
 * @property {string | null} refusal why the server will not take it
 */

const STORAGE_KEY = 'chat-pending';
const KEPT_MS = 24 * 60 * 60 * 1000;

/**
 * Messages on their way, kept over reloads and lost connections. Every change reads the storage again, because
 * another tab may have written; without storage the list lives as long as the page.
 * @param {Storage | null} storage
 * @param {() => number} now
 */
export function createPending(storage, now) {
  /** @type {PendingMessage[]} */
  let memory = [];

  /** @returns {PendingMessage[]} */
  function read() {
    if (storage === null) return memory;
    try {
      const kept = JSON.parse(storage.getItem(STORAGE_KEY) ?? '[]');
      return Array.isArray(kept) ? kept.filter((message) => message.at > now() - KEPT_MS) : [];
    } catch {
      return [];
    }
  }

  /** @param {PendingMessage[]} messages */
  function write(messages) {
    memory = messages;
    try {
      storage?.setItem(STORAGE_KEY, JSON.stringify(messages));
    } catch {
      // A full storage costs the copy over a reload, not the message.
      storage = null;
    }
  }

  /**
   * @param {string} key
   * @param {Partial<PendingMessage>} change
   */
  function change(key, change) {
    write(read().map((message) => (message.key === key ? { ...message, ...change } : message)));
  }

  return {
    all: read,

    /** @param {PendingMessage} message */
    add: (message) => write([...read(), message]),

    /** @param {string} key */
    remove: (key) => write(read().filter((message) => message.key !== key)),

    /** @param {string} key */
    markStored: (key) => change(key, { stored: true, refusal: null }),

    /** @param {string} key @param {string} refusal */
    markRefused: (key, refusal) => change(key, { refusal }),

    /** @param {string} key */
    retry: (key) => change(key, { refusal: null }),

    clear: () => write([]),

    /** The oldest message that still has to be sent. */
    next: () => read().find((message) => !message.stored && message.refusal === null) ?? null,

    /**
     * The transcript shows a line of the citizen: the oldest pending message with these words is done, or, where the line
     * stands for words that are not kept, the oldest that was stored.
     * @param {{id: number, text: string}} line
     * @returns {string | null} its key, `null` when the line was written elsewhere
     */
    confirm(line) {
      const messages = read();
      const isOf = (/** @type {PendingMessage} */ message) =>
        message.text === line.text || (message.stored && line.text === SENTENCES.codeTyped);
      const found = messages.find((message) => line.id > message.afterId && isOf(message));
      if (found === undefined) return null;
      write(messages.filter((message) => message !== found));
      return found.key;
    },
  };
}
