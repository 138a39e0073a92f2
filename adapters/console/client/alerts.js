// @ts-check

/** Hertz of the tones, one after another: one for a new ticket, three that rise for an urgent one. */
const TONES = { ticket: [660], crisis: [660, 880, 1_175] };
const TONE_SECONDS = 0.22;
const LOUDNESS = 0.2;
/** Where sound is kept back it is not made up for later: a tone that is late tells of nothing. */
const SOUND_STARTS_WITHIN_MS = 500;
const CRISIS_ADDRESS = '/staff/tickets?view=crisis';
const NEW_ADDRESS = '/staff/tickets?view=unassigned';

/** @type {AudioContext | null} */
let audio = null;
let last = standing();

showButtons();
document.addEventListener('console:refreshed', () => {
  const now = standing();
  if (last !== null && now !== null) {
    if (now.crisis > last.crisis) alertStaff('crisis', now.words.crisis);
    else if (now.unread > last.unread) alertStaff('ticket', now.words.ticket);
  }
  last = now;
});
// Browsers keep sound back until somebody has touched the page.
document.addEventListener('pointerdown', wakeAudio);
document.addEventListener('keydown', wakeAudio);

/** What waits, as the page was last told. */
function standing() {
  const element = document.getElementById('standing');
  if (element === null) return null;
  const { unread, crisis, newTicket = '', newCrisis = '' } = element.dataset;
  return {
    unread: Number(unread ?? 0),
    crisis: Number(crisis ?? 0),
    words: { ticket: newTicket, crisis: newCrisis },
  };
}

/** @param {string} name */
function isOn(name) {
  return localStorage.getItem(`alert-${name}`) !== null;
}

/** @param {string} name @param {boolean} on */
function keep(name, on) {
  if (on) localStorage.setItem(`alert-${name}`, '1');
  else localStorage.removeItem(`alert-${name}`);
}

function showButtons() {
  const group = document.querySelector('[data-alerts]');
  if (group === null) return;
  group.removeAttribute('hidden');
  for (const button of group.querySelectorAll('button')) {
    const name = button.dataset.alert ?? '';
    if (name === 'notify' && !('Notification' in window)) button.hidden = true;
    const show = () => button.setAttribute('aria-pressed', String(isOn(name) && (name !== 'notify' || mayNotify())));
    show();
    button.addEventListener('click', async () => {
      const on = button.getAttribute('aria-pressed') !== 'true';
      const allowed = !on || name !== 'notify' || (await Notification.requestPermission()) === 'granted';
      tellProblem(allowed ? '' : (button.dataset.blocked ?? ''));
      keep(name, on && allowed);
      show();
      if (on && name === 'sound') await play('ticket');
    });
  }
}

/** @param {string} words */
function tellProblem(words) {
  const place = document.querySelector('[data-alert-problem]');
  if (place !== null) place.textContent = words;
}

function mayNotify() {
  return 'Notification' in window && Notification.permission === 'granted';
}

/** Nothing of a citizen stands in what a locked screen may show. @param {'ticket' | 'crisis'} kind @param {string} words */
function alertStaff(kind, words) {
  const said = document.getElementById('arrivals');
  if (said !== null) said.textContent = words;
  if (isOn('sound')) play(kind);
  if (!isOn('notify') || !mayNotify()) return;
  // Several tabs with the same tag show one notification.
  const notification = new Notification(words, { tag: `console-${kind}`, requireInteraction: kind === 'crisis' });
  notification.addEventListener('click', () => {
    window.focus();
    location.assign(kind === 'crisis' ? CRISIS_ADDRESS : NEW_ADDRESS);
  });
}

/** Sound, as soon as the browser lets the page make any; `null`: it does not now, or nobody wants it. */
async function wakeAudio() {
  if (!isOn('sound')) return null;
  audio ??= new AudioContext();
  const late = new Promise((resolve) => setTimeout(resolve, SOUND_STARTS_WITHIN_MS));
  if (audio.state !== 'running') await Promise.race([audio.resume().catch(() => {}), late]);
  return audio.state === 'running' ? audio : null;
}

/** @param {'ticket' | 'crisis'} kind */
async function play(kind) {
  const awake = await wakeAudio();
  if (awake === null) return;
  for (const [index, hertz] of TONES[kind].entries()) {
    const begin = awake.currentTime + index * TONE_SECONDS;
    const tone = new OscillatorNode(awake, { frequency: hertz });
    const gain = new GainNode(awake, { gain: LOUDNESS });
    gain.gain.setTargetAtTime(0, begin + TONE_SECONDS / 2, TONE_SECONDS / 8);
    tone.connect(gain).connect(awake.destination);
    tone.start(begin);
    tone.stop(begin + TONE_SECONDS);
  }
}
