// @ts-check

/** How long the first key of a pair waits for the second. */
const PAIR_MS = 1_500;
const OFF_KEY = 'shortcuts-off';

const sheet = document.getElementById('shortcuts');
let goUntil = 0;

if (sheet instanceof HTMLDialogElement) {
  const off = sheet.querySelector('[data-shortcuts-off]');
  if (off instanceof HTMLInputElement) {
    off.checked = localStorage.getItem(OFF_KEY) !== null;
    off.addEventListener('change', () => {
      if (off.checked) localStorage.setItem(OFF_KEY, '1');
      else localStorage.removeItem(OFF_KEY);
    });
  }
  for (const button of document.querySelectorAll('[data-open-shortcuts]')) {
    button.removeAttribute('hidden');
    button.addEventListener('click', () => {
      button.closest('details')?.removeAttribute('open');
      sheet.showModal();
    });
  }
  document.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (isTyping(event.target) || document.querySelector('dialog[open]') !== null) return;
    if (localStorage.getItem(OFF_KEY) === null && act(event.key, sheet)) event.preventDefault();
  });
}

/** Whether keys belong to a field. @param {EventTarget | null} target */
function isTyping(target) {
  return target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable]') !== null;
}

/** Does what a key asks for; whether it asks for anything. @param {string} key @param {HTMLDialogElement} sheet */
function act(key, sheet) {
  if (performance.now() < goUntil) {
    goUntil = 0;
    return goTo(key, sheet);
  }
  if (key === 'g') {
    goUntil = performance.now() + PAIR_MS;
    return true;
  }
  if (key === '?') {
    sheet.showModal();
    return true;
  }
  if (key === 'j') return move(1);
  if (key === 'k') return move(-1);
  return key === '/' && toSearch();
}

/** @param {string} key @param {HTMLDialogElement} sheet */
function goTo(key, sheet) {
  const href = sheet.querySelector(`[data-go="${CSS.escape(key)}"]`)?.getAttribute('data-href') ?? null;
  if (href !== null) location.assign(href);
  return href !== null;
}

/** The ticket below or above the focused one; the first when none is. @param {1 | -1} step */
function move(step) {
  const links = [...document.querySelectorAll('.tickets a')];
  if (links.length === 0) return false;
  const at = document.activeElement === null ? -1 : links.indexOf(document.activeElement);
  const next = at === -1 ? 0 : Math.min(Math.max(at + step, 0), links.length - 1);
  const link = links[next];
  if (link instanceof HTMLElement) link.focus();
  return true;
}

function toSearch() {
  const field = document.getElementById('search');
  if (!(field instanceof HTMLInputElement)) return false;
  field.focus();
  field.select();
  return true;
}
