// @ts-check

import { SENTENCES } from './sentences.js';

const FIRST_WAIT_MS = 2_000;
const LONGEST_WAIT_MS = 60_000;
const ANSWER_WITHIN_MS = 20_000;

/**
 * Sends pending messages one after another, in order, until each is stored or refused. What cannot be sent now is
 * tried again with growing pauses and at once when the network returns.
 * @param {object} parts
 * @param {ReturnType<import('./pending.js').createPending>} parts.pending
 * @param {(key: string) => void} parts.onChange             a message was stored or refused
 * @param {(problem: string | null) => void} parts.onProblem why nothing can be sent now, `null` when all is well
 */
export function createDelivery({ pending, onChange, onProblem }) {
  let sending = false;
  let wait = FIRST_WAIT_MS;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;

  async function flush() {
    if (sending) return;
    sending = true;
    clearTimeout(timer);
    try {
      for (let message = pending.next(); message !== null; message = pending.next()) {
        const result = await post(message);
        if (result.kind === 'later') {
          onProblem(result.reason);
          timer = setTimeout(flush, result.afterMs ?? wait);
          wait = Math.min(wait * 2, LONGEST_WAIT_MS);
          return;
        }
        if (result.kind === 'stored') pending.markStored(message.key);
        else pending.markRefused(message.key, result.reason);
        wait = FIRST_WAIT_MS;
        onProblem(null);
        onChange(message.key);
      }
    } finally {
      sending = false;
    }
  }

  addEventListener('online', flush);
  return { flush };
}

/**
 * @param {import('./pending.js').PendingMessage} message
 * @returns {Promise<{kind: 'stored'} | {kind: 'refused', reason: string} | {kind: 'later', reason: string, afterMs: number | null}>}
 */
async function post(message) {
  const body = {
    key: message.key,
    text: message.text,
    ...(message.payload === null ? {} : { payload: message.payload }),
  };
  /** @type {Response} */
  let response;
  try {
    response = await fetch('/chat/messages', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
    });
  } catch {
    return { kind: 'later', reason: SENTENCES.offline, afterMs: null };
  }
  if (response.status === 202) return { kind: 'stored' };
  const reason = await readReason(response);
  if (response.status === 429) {
    const seconds = Number(response.headers.get('Retry-After'));
    return { kind: 'later', reason: reason ?? SENTENCES.busy, afterMs: seconds > 0 ? seconds * 1000 : null };
  }
  if (response.status >= 500) return { kind: 'later', reason: SENTENCES.busy, afterMs: null };
  return { kind: 'refused', reason: reason ?? SENTENCES.refused };
}

/** @param {Response} response */
async function readReason(response) {
  try {
    const { error } = await response.json();
    return typeof error?.message === 'string' ? error.message : null;
  } catch {
    return null;
  }
}
