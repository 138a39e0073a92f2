// @ts-check

/**
 * The conversation with the site that shows this page in its widget. It speaks first, when the page has loaded or is
 * shown or hidden; only sites that the server named are heard, and answers go to that origin alone.
 * @param {object} parts
 * @param {(takesFocus: boolean) => void} parts.onShown the widget was opened
 */
export function joinFrame({ onShown }) {
  const close = document.getElementById('close');
  const sites = (close?.dataset.framedBy ?? '').split(' ');
  const framed = close !== null && window.parent !== window;
  /** @type {string | null} */
  let site = null;
  // A frame is loaded ahead of being opened; until the site says so, nobody sees it.
  let hidden = framed;
  let unread = 0;

  /** @param {{kind: 'ready' | 'close'} | {kind: 'unread', count: number}} message */
  function tell(message) {
    if (site !== null) window.parent.postMessage(message, site);
  }

  if (close !== null) {
    close.hidden = !framed;
    close.addEventListener('click', () => tell({ kind: 'close' }));
  }
  if (framed) {
    addEventListener('message', (event) => {
      if (event.source !== window.parent || !sites.includes(event.origin)) return;
      const { kind, takesFocus } = event.data ?? {};
      if (kind !== 'shown' && kind !== 'hidden') return;
      site = event.origin;
      hidden = kind === 'hidden';
      tell({ kind: 'ready' });
      tell({ kind: 'unread', count: unread });
      if (!hidden) onShown(takesFocus === true);
    });
  }

  return {
    /** Whether the person cannot see the page now. */
    isHidden: () => hidden || document.hidden,

    /** @param {number} count messages that came while the page could not be seen */
    tellUnread(count) {
      unread = count;
      tell({ kind: 'unread', count });
    },

    close: () => tell({ kind: 'close' }),
  };
}
