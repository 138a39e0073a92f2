// @ts-check

const LOOK_MS = 1_500;

const form = document.querySelector('form[data-largest]');
if (form instanceof HTMLFormElement) refuseTooLarge(form);
look();

/** Says so before a large file travels for minutes. @param {HTMLFormElement} form */
function refuseTooLarge(form) {
  const chosen = form.querySelector('input[type="file"]');
  if (!(chosen instanceof HTMLInputElement)) return;
  chosen.addEventListener('change', () => {
    const tooLarge = [...(chosen.files ?? [])].some((file) => file.size > Number(form.dataset.largest));
    chosen.setCustomValidity(tooLarge ? (form.dataset.tooLarge ?? '') : '');
    chosen.reportValidity();
  });
}

/** While files are read, asks again how far that is. */
function look() {
  if (document.querySelector('[data-busy]') !== null) setTimeout(refresh, LOOK_MS);
}

async function refresh() {
  try {
    const response = await fetch('/staff/uploads', { headers: { 'X-Live-Refresh': '1' } });
    if (response.ok) {
      const fresh = new DOMParser().parseFromString(await response.text(), 'text/html');
      const over = fresh.querySelector('[data-busy]') === null;
      exchange('progress', fresh);
      // A form that somebody opened meanwhile stays until there is something new to show.
      if (over) exchange('uploads', fresh);
    }
    // The session is over: whoever comes back signs in again.
    if (response.status === 401) return;
  } catch {
    // Without a network the next look may have one.
  }
  look();
}

/** @param {string} name @param {Document} fresh */
function exchange(name, fresh) {
  const [part, next] = [document, fresh].map((page) => page.querySelector(`[data-live="${name}"]`));
  if (part && next && !part.isEqualNode(next)) part.replaceWith(next);
}
