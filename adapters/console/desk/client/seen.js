// @ts-check

/** New words count as read when they stood on the page in front of somebody for this long. */
const READ_MS = 3_000;
const LOOK_MS = 500;

/**
 * The reply form says which line was read last, so that an answer to something older is held back. A line that came in
 * a moment before the click was not read.
 */
export function rememberWhatWasRead() {
  const field = document.querySelector('#reply-form input[name="seen"]');
  if (!(field instanceof HTMLInputElement)) return;
  let waiting = { line: field.value, since: Date.now() };
  setInterval(() => {
    const line = document.querySelector('[data-last-line]')?.getAttribute('data-last-line') ?? field.value;
    if (line !== waiting.line || document.hidden) waiting = { line, since: Date.now() };
    else if (Date.now() - waiting.since >= READ_MS) field.value = line;
  }, LOOK_MS);
}
