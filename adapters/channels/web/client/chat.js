// @ts-check

import { createConversationLog } from './conversation-log.js';
import { createDelivery } from './delivery.js';
import { byId } from './element.js';
import { joinFrame } from './frame.js';
import { createPending } from './pending.js';
import { SENTENCES } from './sentences.js';
import { openStream } from './stream.js';
import { turnFilesAway } from './turn-files-away.js';
import { createUnread } from './unread.js';

/** @typedef {import('../public-transcript.ts').PublicMessage} PublicMessage */

const DRAFT_KEY = 'chat-draft';
/** A question younger than this is still being worked on after a reload. */
const STILL_WORKING_MS = 60_000;
const SHOW_COUNT_BELOW = 200;

const question = /** @type {HTMLTextAreaElement} */ (byId('question'));
const dialog = /** @type {HTMLDialogElement} */ (byId('start-over-dialog'));
const longest = Number(question.dataset.longest);
const storage = openStorage();
const pending = createPending(storage, Date.now);
const log = createConversationLog({
  choose: (reply) => send(reply.title, reply.payload),
  edit(message) {
    forget(message.key);
    setQuestion(question.value === '' ? message.text : `${message.text}\n${question.value}`);
    question.focus();
  },
  sendAgain(message) {
    pending.retry(message.key);
    refresh(message.key);
    delivery.flush();
  },
});
const delivery = createDelivery({
  pending,
  onChange: refresh,
  onProblem(problem) {
    showNote('delivery', problem);
    log.setStalled(problem !== null);
    for (const message of pending.all()) log.showPending(message);
  },
});
const frame = joinFrame({
  onShown(takesFocus) {
    unread.seeAll(lastId);
    log.scrollToEnd();
    // On a touch screen the keyboard would cover what there is to read.
    if (takesFocus && matchMedia('(pointer: fine)').matches) question.focus();
  },
});

const unread = createUnread(storage, frame.tellUnread);

/** @type {Map<string, string>} */
const notes = new Map();
/** @type {'bot' | 'queue' | 'staff'} */
let owner = 'bot';
let lastId = 0;

start();

async function start() {
  listen();
  setQuestion(storage?.getItem(DRAFT_KEY) ?? '');
  try {
    const { messages, known } = await read();
    if (!known) return showBlocked();
    const newest = messages.at(-1);
    log.setTyping(newest?.author === 'citizen' && owner === 'bot' && Date.now() - newest.at < STILL_WORKING_MS);
  } catch {
    showNote('connection', SENTENCES.offline);
  }
  for (const message of pending.all()) log.showPending(message);
  log.ready();
  openStream({
    lastId: () => lastId,
    on: {
      message: show,
      typing: () => log.setTyping(owner === 'bot'),
      owner: (data) => setOwner(data.owner),
    },
    poll: async () => void (await read()),
    onConnection(connected) {
      showNote('connection', connected ? null : SENTENCES.offline);
      if (connected) delivery.flush();
    },
  });
  delivery.flush();
}

/** Shows the lines after the last one seen. */
async function read() {
  const response = await fetch(`/chat/messages?after=${lastId}`);
  if (!response.ok) throw new Error(`HTTP ${response.status}`);
  /** @type {{messages: PublicMessage[], owner: 'bot' | 'queue' | 'staff', known: boolean}} */
  const transcript = await response.json();
  for (const message of transcript.messages) show(message);
  setOwner(transcript.owner);
  return transcript;
}

/** Without a cookie every message would belong to somebody else. */
function showBlocked() {
  byId('blocked').hidden = false;
  byId('welcome').hidden = true;
  byId('composer-area').hidden = true;
  log.ready();
}

/** @param {PublicMessage} message */
function show(message) {
  if (message.id <= lastId) return;
  lastId = message.id;
  const key = message.author === 'citizen' ? pending.confirm(message) : null;
  if (key === null || !log.confirm(key)) log.show(message);
  if (message.author === 'citizen') return;
  log.setTyping(false);
  if (frame.isHidden()) unread.count(message.id);
  else unread.seeAll(message.id);
}

/** @param {string} text @param {string | null} payload */
function send(text, payload) {
  const message = {
    key: crypto.randomUUID?.() ?? randomKey(),
    text: text.normalize('NFC').trim(),
    payload,
    at: Date.now(),
    afterId: lastId,
    stored: false,
    refusal: null,
  };
  pending.add(message);
  log.showPending(message);
  delivery.flush();
}

/** Plain HTTP pages have no `randomUUID`, but they have random bytes. */
function randomKey() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20)}`;
}

/** @param {string} key */
function refresh(key) {
  const message = pending.all().find((candidate) => candidate.key === key);
  if (message === undefined) return;
  log.showPending(message);
  if (message.stored) log.setTyping(owner === 'bot');
}

/** @param {string} key */
function forget(key) {
  pending.remove(key);
  log.removePending(key);
}

/** @param {'bot' | 'queue' | 'staff'} next */
function setOwner(next) {
  owner = next;
  byId('state').textContent = SENTENCES.owners[next];
  byId('state').dataset.owner = next;
  if (next !== 'bot') log.setTyping(false);
}

/** One line for whatever the citizen should know now. @param {string} about @param {string | null} words */
function showNote(about, words) {
  if (words === null) notes.delete(about);
  else notes.set(about, words);
  const [note] = notes.values();
  byId('composer-note').textContent = note ?? '';
}

/** @param {string} text */
function setQuestion(text) {
  question.value = text;
  questionChanged();
}

function questionChanged() {
  showNote('files', null);
  question.style.height = 'auto';
  question.style.height = `${question.scrollHeight + 2}px`;
  const left = longest - question.value.trim().length;
  showNote('length', left < 0 ? SENTENCES.tooLong(-left) : left < SHOW_COUNT_BELOW ? SENTENCES.left(left) : null);
  try {
    storage?.setItem(DRAFT_KEY, question.value);
  } catch {
    // A draft that cannot be kept is still on the screen.
  }
}

function submit() {
  const text = question.value.trim();
  if (text.length > longest) return question.focus();
  if (text === '') return showNote('length', SENTENCES.empty);
  send(text, null);
  setQuestion('');
  question.focus();
}

async function startOver() {
  try {
    const response = await fetch('/chat', { method: 'DELETE' });
    if (!response.ok) throw new Error(`HTTP ${response.status}`);
  } catch {
    return showNote('start-over', SENTENCES.startOverFailed);
  }
  pending.clear();
  setQuestion('');
  location.reload();
}

function listen() {
  question.addEventListener('input', questionChanged);
  question.addEventListener('keydown', (event) => {
    // Enter also ends a syllable in Vietnamese input methods; only a bare one sends.
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    submit();
  });
  byId('composer').addEventListener('submit', (event) => {
    event.preventDefault();
    submit();
  });
  const human = byId('human');
  human.addEventListener('click', () => send(human.textContent ?? '', human.dataset.payload ?? null));
  for (const button of document.querySelectorAll('[data-suggestion]')) {
    button.addEventListener('click', () => send(button.getAttribute('data-suggestion') ?? '', null));
  }
  byId('start-over').addEventListener('click', () => {
    byId('menu').removeAttribute('open');
    dialog.returnValue = '';
    dialog.showModal();
  });
  dialog.addEventListener('close', () => {
    if (dialog.returnValue === 'start-over') startOver();
  });
  document.addEventListener('click', (event) => {
    if (event.target instanceof Node && !byId('menu').contains(event.target)) byId('menu').removeAttribute('open');
  });
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || event.isComposing || dialog.open) return;
    if (byId('menu').hasAttribute('open')) byId('menu').removeAttribute('open');
    else frame.close();
  });
  turnFilesAway(question, () => showNote('files', SENTENCES.noFiles));
  document.addEventListener('visibilitychange', () => {
    if (!frame.isHidden()) unread.seeAll(lastId);
  });
}

function openStorage() {
  try {
    return localStorage;
  } catch {
    return null;
  }
}
