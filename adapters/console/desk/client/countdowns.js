// @ts-check

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Times on the page are by the server's clock; this device's may stand otherwise. */
let ahead = 0;

/** Counts down what the page shows with a time, each second and whenever the page was refreshed; the page is read again when one of them has come. */
export function startCountdowns() {
  const clock = document.querySelector('[data-clock]')?.getAttribute('data-clock');
  if (clock) ahead = Date.now() - Number(clock);
  const due = new Set();
  const tick = () => {
    for (const place of document.querySelectorAll('[data-until], [data-sends-at]')) {
      if (!(place instanceof HTMLElement)) continue;
      const until = Number(place.dataset.until ?? place.dataset.sendsAt);
      const left = until - (Date.now() - ahead);
      if (left > 0) showLeft(place, left);
      else if (!due.has(until)) {
        due.add(until);
        dispatchEvent(new CustomEvent('staff-refresh'));
      }
    }
  };
  tick();
  setInterval(tick, SECOND);
  document.addEventListener('console:refreshed', tick);
}

/** @param {HTMLElement} place @param {number} left */
function showLeft(place, left) {
  const [day = '', hour = '', minute = '', second = ''] = (place.dataset.units ?? '').split(' ');
  if (place.dataset.sendsAt !== undefined) {
    place.textContent = (place.dataset.left ?? '').replace('{n}', String(Math.ceil(left / SECOND)));
    return;
  }
  const parts =
    left >= DAY
      ? [Math.floor(left / DAY), day, Math.floor((left % DAY) / HOUR), hour]
      : left >= HOUR
        ? [Math.floor(left / HOUR), hour, Math.floor((left % HOUR) / MINUTE), minute]
        : [Math.floor(left / MINUTE), minute, Math.floor((left % MINUTE) / SECOND), second];
  place.textContent = parts.join(' ');
}
