// @ts-check

const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 30_000;
/** A gap shorter than this is not worth a word to the citizen; longer than the pause between two questions. */
const PATIENCE_MS = 6_000;
/** The server speaks at once when a stream opens. A proxy that holds its words back is as good as none. */
const FIRST_WORD_WITHIN_MS = 8_000;
/** The server is alive every 20 s; a connection that a network dropped without a word is given up after two. */
const SILENCE_MS = 50_000;
const POLL_MS = 4_000;

/**
 * Follows the conversation: one event stream, reopened with growing pauses, each a little different so that pages do
 * not come back all at once after a restart. While no stream can be had, it asks for new lines every few seconds.
 * Either way goes on after the last line seen.
 * @param {object} parts
 * @param {() => number} parts.lastId
 * @param {Record<string, (data: any) => void>} parts.on           handlers by event name
 * @param {() => Promise<void>} parts.poll                         reads once without a stream; fails without a network
 * @param {(connected: boolean) => void} parts.onConnection         at every change
 */
export function openStream({ lastId, on, poll, onConnection }) {
  /** @type {EventSource | null} */
  let source = null;
  let wait = FIRST_WAIT_MS;
  /** @type {boolean | null} */
  let told = null;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let reopenTimer;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let silenceTimer;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let patienceTimer;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let pollTimer;

  function open() {
    clearTimeout(reopenTimer);
    source?.close();
    const opened = new EventSource(`/chat/events?after=${lastId()}`);
    source = opened;
    for (const name of [...Object.keys(on), 'alive']) {
      opened.addEventListener(name, (event) => {
        if (opened !== source) return;
        heard();
        on[name]?.(JSON.parse(event.data));
      });
    }
    opened.addEventListener('error', () => {
      if (opened === source) lost();
    });
    listen(FIRST_WORD_WITHIN_MS);
  }

  function heard() {
    clearTimeout(pollTimer);
    pollTimer = undefined;
    wait = FIRST_WAIT_MS;
    connected();
    listen(SILENCE_MS);
  }

  /** @param {number} ms */
  function listen(ms) {
    clearTimeout(silenceTimer);
    silenceTimer = setTimeout(lost, ms);
  }

  function lost() {
    leave();
    patienceTimer ??= setTimeout(() => tell(false), PATIENCE_MS);
    reopenTimer = setTimeout(open, wait * (0.5 + Math.random()));
    wait = Math.min(wait * 2, LONGEST_WAIT_MS);
    pollTimer ??= setTimeout(ask, FIRST_WAIT_MS);
  }

  function leave() {
    source?.close();
    source = null;
    clearTimeout(silenceTimer);
    clearTimeout(reopenTimer);
  }

  async function ask() {
    try {
      await poll();
      connected();
    } catch {
      // The next try to open the stream says how things stand.
    }
    if (pollTimer !== undefined) pollTimer = setTimeout(ask, POLL_MS * (0.75 + Math.random() / 2));
  }

  function connected() {
    clearTimeout(patienceTimer);
    patienceTimer = undefined;
    tell(true);
  }

  /** @param {boolean} now */
  function tell(now) {
    if (now !== told) onConnection(now);
    told = now;
  }

  addEventListener('online', open);
  // Leaving ends the stream at once; a page that comes back from the browser's cache starts a new one.
  addEventListener('pagehide', leave);
  addEventListener('pageshow', (event) => {
    if (event.persisted) open();
  });
  open();
}
