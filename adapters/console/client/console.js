// @ts-check

const REFRESH_MS = 60_000;
/** Several events of one step become one refresh. */
const GATHER_MS = 50;
const REOPEN_MS = 5_000;
const NEAR_END_PX = 60;

const liveState = document.getElementById('live-state');
/** @type {ReturnType<typeof setTimeout> | undefined} */
let refreshTimer;
/** @type {EventSource | null} */
let events = null;
let isRefreshing = false;
let isStale = false;

listenToForms();
scrollTranscriptsToEnd();
allowReply();
if (liveState !== null) {
  addEventListener('staff-refresh', refreshSoon);
  if (liveState.dataset.pace === 'minute') showLiveState('on');
  else listenToEvents();
  setInterval(() => {
    if (!document.hidden) refresh();
  }, REFRESH_MS);
}

function listenToForms() {
  for (const form of document.querySelectorAll('form')) {
    form.addEventListener('submit', () => {
      for (const button of form.querySelectorAll('button')) setTimeout(() => button.setAttribute('disabled', ''));
    });
    if (!form.hasAttribute('data-ctrl-enter')) continue;
    form.addEventListener('keydown', (event) => {
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !event.isComposing) form.requestSubmit();
    });
  }
  addEventListener('pageshow', (event) => {
    if (event.persisted) location.reload();
  });
}

function listenToEvents() {
  const source = new EventSource('/staff/events');
  events = source;
  source.addEventListener('tickets', refreshSoon);
  source.addEventListener('transcript', (event) => {
    const shown = document.querySelector('[data-conversations]')?.getAttribute('data-conversations') ?? '';
    if (shown.split(' ').includes(JSON.parse(event.data).conversationId)) refreshSoon();
  });
  source.addEventListener('presence', (event) => {
    dispatchEvent(new CustomEvent('staff-presence', { detail: JSON.parse(event.data) }));
  });
  source.addEventListener('open', () => {
    showLiveState('on');
    refreshSoon();
  });
  source.addEventListener('error', () => {
    showLiveState('lost');
    if (source.readyState !== EventSource.CLOSED) return;
    setTimeout(listenToEvents, REOPEN_MS);
    refresh();
  });
  addEventListener('pagehide', () => source.close());
}

function refreshSoon() {
  if (refreshTimer !== undefined) return;
  refreshTimer = setTimeout(() => {
    refreshTimer = undefined;
    refresh();
  }, GATHER_MS);
}

/** One at a time, so that no older answer overtakes a newer one; what is asked for meanwhile follows. */
async function refresh() {
  isStale = true;
  if (isRefreshing) return;
  isRefreshing = true;
  while (isStale) {
    isStale = false;
    await refreshOnce();
  }
  isRefreshing = false;
}

/** Fetches this page again and exchanges the parts that changed; forms being filled in are not among them. */
async function refreshOnce() {
  /** @type {Response} */
  let response;
  try {
    response = await fetch(location.href, { headers: { 'X-Live-Refresh': '1' } });
  } catch {
    return showLiveState('lost');
  }
  if (response.status === 401) return showLiveState('expired');
  if (!response.ok) return;
  if (events === null || events.readyState === EventSource.OPEN) showLiveState('on');
  const fresh = new DOMParser().parseFromString(await response.text(), 'text/html');
  document.title = fresh.title;
  for (const part of document.querySelectorAll('[data-live]')) {
    const next = fresh.querySelector(`[data-live="${part.getAttribute('data-live')}"]`);
    if (next !== null) exchange(part, next);
  }
  allowReply();
  document.dispatchEvent(new CustomEvent('console:refreshed'));
}

/** @param {Element} part @param {Element} next */
function exchange(part, next) {
  for (const details of part.querySelectorAll('details[data-key]')) {
    const again = next.querySelector(`details[data-key="${details.getAttribute('data-key')}"]`);
    again?.toggleAttribute('open', details.hasAttribute('open'));
  }
  if (part.isEqualNode(next)) return;
  const [list, nextList] = [part.querySelector(':scope > [data-keyed]'), next.querySelector(':scope > [data-keyed]')];
  if (list !== null && nextList !== null) return exchangeAround(part, list, next, nextList);
  const atEnd = part.scrollHeight - part.scrollTop - part.clientHeight < NEAR_END_PX;
  const { scrollTop } = part;
  const focused = document.activeElement;
  const focusedAt = focused !== null && part.contains(focused) ? focusPath(part, focused) : null;
  part.replaceWith(next);
  next.scrollTop = atEnd ? next.scrollHeight : scrollTop;
  if (focusedAt !== null) {
    const again = focusedAt === '' ? next : next.querySelector(focusedAt);
    if (again instanceof HTMLElement) again.focus({ preventScroll: true });
  }
}

/**
 * Exchanges what stands beside a list, and the list item by item: cards that stay are not moved, so that neither focus
 * nor scroll is lost.
 * @param {Element} part @param {Element} list @param {Element} next @param {Element} nextList
 */
function exchangeAround(part, list, next, nextList) {
  exchangeKeyed(list, nextList);
  for (const child of [...part.childNodes]) if (child !== list) child.remove();
  let behind = false;
  for (const child of [...next.childNodes]) {
    if (child === nextList) behind = true;
    else if (behind) part.append(child);
    else part.insertBefore(child, list);
  }
}

/** Brings a list to what another has, item by item. @param {Element} list @param {Element} next */
function exchangeKeyed(list, next) {
  const known = new Map([...list.children].map((item) => [item.getAttribute('data-key'), item]));
  let before = list.firstElementChild;
  for (const item of [...next.children]) {
    const key = item.getAttribute('data-key');
    const old = known.get(key);
    known.delete(key);
    if (old === undefined) {
      item.classList.add('arrived');
      list.insertBefore(item, before);
      continue;
    }
    if (old === before) before = before.nextElementSibling;
    else moveBefore(list, old, before);
    old.classList.remove('arrived');
    if (!old.isEqualNode(item)) exchangeInside(old, item);
  }
  for (const gone of known.values()) gone.remove();
}

/** Moving an element takes the focus from it. @param {Element} list @param {Element} item @param {Element | null} before */
function moveBefore(list, item, before) {
  const focused = document.activeElement;
  list.insertBefore(item, before);
  if (focused instanceof HTMLElement && item.contains(focused)) focused.focus({ preventScroll: true });
}

/** New words for a card whose link stays. @param {Element} item @param {Element} fresh */
function exchangeInside(item, fresh) {
  item.className = fresh.className;
  item.firstElementChild?.replaceChildren(...(fresh.firstElementChild?.childNodes ?? []));
}

/** A selector that finds the focused element again in the fresh part. @param {Element} part @param {Element} focused */
function focusPath(part, focused) {
  if (focused === part) return '';
  if (focused.id !== '') return `#${CSS.escape(focused.id)}`;
  const href = focused.getAttribute('href');
  if (href !== null) return `a[href="${CSS.escape(href)}"]`;
  const key = focused.closest('details[data-key]')?.getAttribute('data-key');
  return key ? `details[data-key="${CSS.escape(key)}"] > summary` : '';
}

/** @param {'on' | 'lost' | 'expired'} state */
function showLiveState(state) {
  if (liveState === null || (liveState.dataset.state === 'expired' && state === 'lost')) return;
  if (liveState.dataset.state === state) return;
  liveState.dataset.state = state;
  liveState.textContent = liveState.dataset[state] ?? '';
  if (state !== 'expired') return;
  const link = document.createElement('a');
  link.href = `/staff/login?expired=1&next=${encodeURIComponent(location.pathname + location.search)}`;
  link.textContent = liveState.dataset.signIn ?? '';
  liveState.append(' ', link);
}

/** The server decides; the buttons only spare staff a refusal they can see coming. */
function allowReply() {
  const isBarred = document.querySelector('[data-no-reply]') !== null;
  for (const button of document.querySelectorAll('.reply-actions button')) button.toggleAttribute('disabled', isBarred);
}

function scrollTranscriptsToEnd() {
  for (const scroller of document.querySelectorAll('.transcript-scroll')) scroller.scrollTop = scroller.scrollHeight;
}
