// @ts-check

const FIRST_WAIT_MS = 2_000;
const LONGEST_WAIT_MS = 30_000;
/** A gap shorter than this is not worth a word to the citizen. */
const PATIENCE_MS = 4_000;

/**
 * Keeps one event stream open. The browser reconnects after a lost connection by itself; after a refusal by the
 * server we do, with growing pauses.
 * @param {object} parts
 * @param {() => number} parts.lastId
 * @param {Record<string, (data: any) => void>} parts.on           handlers by event name
 * @param {(connected: boolean) => void} parts.onConnection
 */
export function openStream({ lastId, on, onConnection }) {
  /** @type {EventSource | null} */
  let source = null;
  let wait = FIRST_WAIT_MS;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let reopenTimer;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let patienceTimer;

  function open() {
    clearTimeout(reopenTimer);
    source?.close();
    const opened = new EventSource(`/chat/events?after=${lastId()}`);
    source = opened;
    for (const [name, handle] of Object.entries(on)) {
      opened.addEventListener(name, (event) => handle(JSON.parse(event.data)));
    }
    opened.addEventListener('open', () => {
      clearTimeout(patienceTimer);
      patienceTimer = undefined;
      wait = FIRST_WAIT_MS;
      onConnection(true);
    });
    opened.addEventListener('error', () => {
      patienceTimer ??= setTimeout(() => onConnection(false), PATIENCE_MS);
      if (opened.readyState !== EventSource.CLOSED) return;
      clearTimeout(reopenTimer);
      reopenTimer = setTimeout(open, wait);
      wait = Math.min(wait * 2, LONGEST_WAIT_MS);
    });
  }

  addEventListener('online', open);
  // Leaving ends the stream at once; a page that comes back from the browser's cache starts a new one.
  addEventListener('pagehide', () => source?.close());
  addEventListener('pageshow', (event) => {
    if (event.persisted) open();
  });
  open();
}
