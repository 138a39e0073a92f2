// @ts-check

const BEAT_MS = 15_000;
const TYPING_BEAT_MS = 4_000;
const HERE_MS = 40_000;
const TYPING_MS = 8_000;

/** @type {Map<string, { name: string, hereUntil: number, typingUntil: number }>} */
const people = new Map();

/** Tells the server that this page is open and whether somebody writes, and shows who else is here. */
export function startPresence() {
  const address = line()?.dataset.address;
  if (address === undefined) return;
  readPeople();
  let typedAt = 0;
  /** @param {'here' | 'typing' | 'gone'} state */
  const tell = (state) => {
    const token = document.querySelector('input[name="token"]');
    const body = new URLSearchParams({ state, token: token instanceof HTMLInputElement ? token.value : '' });
    // A page that speaks by itself does not keep the session alive.
    fetch(address, { method: 'POST', body, headers: { 'X-Live-Refresh': '1' }, keepalive: true }).catch(() => {});
  };
  tell('here');
  setInterval(() => {
    if (!document.hidden) tell('here');
    show();
  }, BEAT_MS);
  document.getElementById('reply')?.addEventListener('input', () => {
    if (Date.now() - typedAt < TYPING_BEAT_MS) return;
    typedAt = Date.now();
    tell('typing');
  });
  addEventListener('pagehide', () => tell('gone'));
  addEventListener('staff-presence', (event) => {
    if (!(event instanceof CustomEvent) || !address.endsWith(`/${encodeURIComponent(event.detail.ticketId)}/presence`))
      return;
    hear(event.detail);
  });
}

function line() {
  return document.getElementById('presence');
}

function readPeople() {
  for (const person of document.querySelectorAll('#presence [data-person]')) {
    if (!(person instanceof HTMLElement)) continue;
    const typingUntil = person.classList.contains('typing') ? Date.now() + TYPING_MS : 0;
    people.set(person.dataset.person ?? '', {
      name: person.dataset.name ?? '',
      hereUntil: Date.now() + HERE_MS,
      typingUntil,
    });
  }
}

/** @param {{ name: string, displayName: string, state: string }} told */
function hear({ name, displayName, state }) {
  const now = Date.now();
  if (state === 'gone') people.delete(name);
  else {
    const typingUntil = state === 'typing' ? now + TYPING_MS : (people.get(name)?.typingUntil ?? 0);
    people.set(name, { name: displayName, hereUntil: now + HERE_MS, typingUntil });
    if (state === 'typing') setTimeout(show, TYPING_MS);
  }
  show();
}

function show() {
  const place = line();
  if (place === null) return;
  const now = Date.now();
  for (const [name, { hereUntil }] of people) if (hereUntil <= now) people.delete(name);
  const items = [...people].map(([key, { name, typingUntil }]) => {
    const item = document.createElement('p');
    const typing = typingUntil > now;
    if (typing) item.className = 'typing';
    item.dataset.person = key;
    item.dataset.name = name;
    item.textContent = ((typing ? place.dataset.typing : place.dataset.viewing) ?? '').replace('{n}', name);
    return item;
  });
  const same =
    items.length === place.children.length && items.every((item, index) => place.children[index]?.isEqualNode(item));
  if (!same) place.replaceChildren(...items);
}
