// @ts-check

import { startCountdowns } from './countdowns.js';
import { startPresence } from './presence.js';
import { rememberWhatWasRead } from './seen.js';

nameThePage();
showWhatIsToDo();
startCountdowns();
startPresence();
rememberWhatWasRead();

/** A page that answers a posted form gets its own address, so that it can be read again. */
function nameThePage() {
  const address = document.querySelector('[data-page-address]')?.getAttribute('data-page-address');
  if (!address || location.pathname === new URL(address, location.href).pathname) return;
  history.replaceState(null, '', address);
}

/** Where words came back into the box, the cursor stands behind them. */
function showWhatIsToDo() {
  const box = document.getElementById('reply');
  const isFilled = box instanceof HTMLTextAreaElement && box.defaultValue !== '';
  if (!isFilled) return;
  box.focus({ preventScroll: true });
  box.setSelectionRange(box.value.length, box.value.length);
  box.scrollIntoView({ block: 'center' });
}
