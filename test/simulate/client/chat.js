// @ts-check
import { choicesOf } from './choices.js';
import { lineView, typingView } from './line-view.js';

/** @typedef {import('./line-view.js').Line} Line */

/**
 * @template {HTMLElement} [Wanted=HTMLElement]
 * @param {string} id
 * @returns {Wanted}
 */
function byId(id) {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`The page has no element #${id}`);
  return /** @type {Wanted} */ (found);
}

const look = document.body.dataset.look ?? 'messenger';
const log = byId('log');
const notice = byId('notice');
const quickReplies = byId('quick-replies');
/** @type {HTMLTextAreaElement} */
const words = byId('words');
/** @type {HTMLTextAreaElement} */
const staffWords = byId('staff-words');
/** @type {HTMLInputElement} */
const photo = byId('photo');
const tools = byId('tools');
const toolsButton = byId('tools-button');

const TYPING_LASTS_MS = 15_000;
const PERSON_KEY = `simulated-person-${look}`;
const person = localStorage.getItem(PERSON_KEY) ?? makePerson();
/** Pictures chosen in this tab, by name. @type {Map<string, string>} */
const pictures = new Map();
/** @type {number | undefined} */
let typingTimer;

function makePerson() {
  const digits = Array.from(crypto.getRandomValues(new Uint8Array(15)), (byte) => byte % 10).join('');
  const id = `${look === 'zalo' ? '3' : '7'}${digits}`;
  localStorage.setItem(PERSON_KEY, id);
  return id;
}

/**
 * @param {string} path
 * @param {object} body
 */
async function post(path, body) {
  const failed = 'Không gửi được. Hệ thống có đang chạy không?';
  try {
    const response = await fetch(`/${look}/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ person, ...body }),
    });
    const { status } = response.ok ? await response.json() : { status: response.status };
    tell(status === 200 ? '' : `${failed} (webhook trả lời ${status})`);
  } catch {
    tell(failed);
  }
}

/** @param {string} text */
function tell(text) {
  notice.textContent = text;
  notice.hidden = text === '';
}

/**
 * @param {string} text
 * @param {string | null} [payload]
 */
function say(text, payload = null) {
  if (text.trim() === '') return;
  void post('messages', { text: text.trim(), payload, photo: null });
}

function endTyping() {
  clearTimeout(typingTimer);
  log.querySelector('.typing')?.remove();
}

/** @param {Line} line */
function show(line) {
  const endless = log.scrollHeight - log.scrollTop - log.clientHeight < 120 || line.from === 'citizen';
  endTyping();
  log.append(lineView(line, line.photo === null ? undefined : pictures.get(line.photo)));
  showChoices(line);
  if (endless) log.scrollTop = log.scrollHeight;
}

/** @param {Line} line */
function showChoices(line) {
  const choices = line.from === 'page' ? choicesOf(line) : [];
  quickReplies.hidden = choices.length === 0;
  quickReplies.replaceChildren(
    ...choices.map(({ title, text, payload }) => {
      const button = document.createElement('button');
      button.type = 'button';
      button.textContent = title;
      button.addEventListener('click', () => {
        quickReplies.hidden = true;
        words.focus();
        say(text, payload);
      });
      return button;
    }),
  );
}

function showTyping() {
  endTyping();
  log.append(typingView());
  log.scrollTop = log.scrollHeight;
  typingTimer = window.setTimeout(endTyping, TYPING_LASTS_MS);
}

function fitWords() {
  words.style.height = 'auto';
  words.style.height = `${Math.min(words.scrollHeight, 120)}px`;
}

/** @param {boolean} open */
function openTools(open) {
  tools.classList.toggle('open', open);
  toolsButton.setAttribute('aria-expanded', String(open));
  (open ? byId('close-tools') : toolsButton).focus();
}

byId('composer').addEventListener('submit', (event) => {
  event.preventDefault();
  say(words.value);
  words.value = '';
  fitWords();
  words.focus();
});
words.addEventListener('input', fitWords);
words.addEventListener('keydown', (event) => {
  if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  /** @type {HTMLFormElement} */ (byId('composer')).requestSubmit();
});
photo.addEventListener('change', () => {
  const file = photo.files?.[0];
  photo.value = '';
  if (file === undefined) return;
  pictures.set(file.name, URL.createObjectURL(file));
  void post('messages', { text: '', payload: null, photo: file.name });
});
byId('staff').addEventListener('submit', (event) => {
  event.preventDefault();
  const text = staffWords.value.trim();
  if (text === '') return;
  staffWords.value = '';
  void post('staff', { text });
  openTools(false);
});
for (const button of document.querySelectorAll('[data-example]')) {
  button.addEventListener('click', () => {
    say(/** @type {HTMLElement} */ (button).dataset.example ?? '');
    openTools(false);
  });
}
byId('new-person').addEventListener('click', () => {
  localStorage.removeItem(PERSON_KEY);
  location.reload();
});
toolsButton.addEventListener('click', () => openTools(!tools.classList.contains('open')));
byId('close-tools').addEventListener('click', () => openTools(false));
document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape' && tools.classList.contains('open')) openTools(false);
});

const events = new EventSource(`/${look}/events?person=${person}`);
events.addEventListener('line', (event) => show(JSON.parse(event.data)));
events.addEventListener('typing', showTyping);
events.addEventListener('open', () => tell(''));
events.addEventListener('error', () => tell('Mất kết nối với trang mô phỏng, đang nối lại …'));
