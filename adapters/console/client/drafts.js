// @ts-check

/*
 * What staff are writing, on this device: it outlives a refusal, an expired session with its log-in, a closed tab and a
 * browser that died. Keys name account and ticket, so nobody sees the words of another. A draft ends with what it was
 * for, with signing out, and after twelve hours, the longest that a session lasts.
 *
 * No module: it runs before the boxes are there, so that no key is pressed that it does not hear, and nothing is
 * written into a box before what was kept is back in it.
 */
(() => {
  const PREFIX = 'draft:';
  const LONGEST_MS = 12 * 3_600_000;
  /** @type {WeakSet<HTMLTextAreaElement>} */
  const ready = new WeakSet();

  // A clock that was set back a little makes a draft no older.
  forget((key) => Math.abs(Date.now() - (read(key)?.at ?? 0)) > LONGEST_MS);
  document.addEventListener('focusin', ({ target }) => {
    if (isDraftArea(target)) makeReady(target);
  });
  document.addEventListener('input', ({ target }) => {
    if (!isDraftArea(target)) return;
    ready.add(target);
    keepDraft(target);
  });
  document.addEventListener('submit', ({ target }) => {
    if (target instanceof HTMLFormElement && target.hasAttribute('data-forgets-drafts')) forget(() => true);
  });
  document.addEventListener('readystatechange', () => {
    if (document.readyState === 'interactive') start();
  });

  function start() {
    for (const area of document.querySelectorAll('textarea')) if (isDraftArea(area)) makeReady(area);
    const notice = noticeNow();
    if (notice === null) return;
    // A closed ticket's page has no form left to name its drafts.
    if (notice === 'closed-now') forget((key) => key.endsWith(`:${location.pathname.split('/').at(-1)}`));
    // The notice belongs to the action before it, not to a reload, which would end what is written since.
    const address = new URL(location.href);
    address.searchParams.delete('notice');
    history.replaceState(null, '', address);
  }

  /** Ends a draft whose purpose the notice says was reached, else gives it back. @param {HTMLTextAreaElement} area */
  function makeReady(area) {
    if (ready.has(area)) return;
    ready.add(area);
    if (area.dataset.clearedBy?.split(' ').includes(noticeNow() ?? '')) forget((key) => key === keyOf(area));
    // What the server filled in already holds what was typed.
    if (area.value !== '') return keepDraft(area);
    const kept = read(keyOf(area));
    if (kept === null) return;
    area.value = kept.text;
    area.closest('details')?.setAttribute('open', '');
  }

  /** The name of the notice that the page shows. */
  function noticeNow() {
    return document.querySelector('[data-notice]')?.getAttribute('data-notice') ?? null;
  }

  /** @param {(key: string) => boolean} isOver */
  function forget(isOver) {
    try {
      const keys = Object.keys(localStorage).filter((key) => key.startsWith(PREFIX));
      for (const key of keys) if (isOver(key)) localStorage.removeItem(key);
    } catch {
      // Where storage is forbidden, nothing was kept.
    }
  }

  /** @param {HTMLTextAreaElement} area */
  function keepDraft(area) {
    try {
      if (area.value === '') localStorage.removeItem(keyOf(area));
      else localStorage.setItem(keyOf(area), JSON.stringify({ text: area.value, at: Date.now() }));
    } catch {
      // A full or forbidden storage must not keep anybody from writing.
    }
  }

  /** @param {string} key @returns {{ text: string, at: number } | null} */
  function read(key) {
    try {
      return JSON.parse(localStorage.getItem(key) ?? 'null');
    } catch {
      return null;
    }
  }

  /** @param {HTMLTextAreaElement} area */
  function keyOf(area) {
    return PREFIX + (area.dataset.draft ?? '');
  }

  /** @param {unknown} element @returns {element is HTMLTextAreaElement} */
  function isDraftArea(element) {
    return element instanceof HTMLTextAreaElement && element.dataset.draft !== undefined;
  }
})();
