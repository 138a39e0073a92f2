// @ts-check

/**
 * What staff are writing, on this device: it outlives a refusal, an expired session with its log-in, a closed tab and a
 * browser that died. Keys name account and ticket, so nobody sees the words of another. A draft ends with what it was
 * for, with signing out, and after twelve hours, the longest that a session lasts.
 */
const PREFIX = 'draft:';
const LONGEST_MS = 12 * 3_600_000;

/** @param {string} key @param {string} text */
export function keepDraft(key, text) {
  try {
    if (text === '') localStorage.removeItem(PREFIX + key);
    else localStorage.setItem(PREFIX + key, JSON.stringify({ text, at: Date.now() }));
  } catch {
    // A full or forbidden storage must not keep anybody from writing.
  }
}

/** @param {string} key @returns {string | null} */
export function keptDraft(key) {
  forgetOld();
  return read(PREFIX + key)?.text ?? null;
}

/** @param {string} key */
export function forgetDraft(key) {
  localStorage.removeItem(PREFIX + key);
}

/** Every draft about a ticket. @param {string} ticketId */
export function forgetDraftsOf(ticketId) {
  for (const key of draftKeys()) if (key.endsWith(`:${ticketId}`)) localStorage.removeItem(key);
}

export function forgetAllDrafts() {
  for (const key of draftKeys()) localStorage.removeItem(key);
}

function forgetOld() {
  for (const key of draftKeys()) {
    const age = Date.now() - (read(key)?.at ?? 0);
    if (age < 0 || age > LONGEST_MS) localStorage.removeItem(key);
  }
}

function draftKeys() {
  return Object.keys(localStorage).filter((key) => key.startsWith(PREFIX));
}

/** @param {string} key @returns {{ text: string, at: number } | null} */
function read(key) {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null');
  } catch {
    return null;
  }
}
