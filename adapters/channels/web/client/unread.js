// @ts-check

/** Last line that was on the screen, so that what came while the page was closed counts as unread. */
const SEEN_KEY = 'chat-seen';

/**
 * How many messages came while nobody could see the page: in its title, and told to `tell`.
 * @param {Storage | null} storage
 * @param {(count: number) => void} tell
 */
export function createUnread(storage, tell) {
  const title = document.title;
  let unread = 0;

  /** @param {number} count */
  function show(count) {
    unread = count;
    document.title = count === 0 ? title : `(${count}) ${title}`;
    tell(count);
  }

  return {
    /** A message came unseen. @param {number} id */
    count(id) {
      if (id > Number(storage?.getItem(SEEN_KEY))) show(unread + 1);
    },

    /** @param {number} lastId */
    seeAll(lastId) {
      try {
        storage?.setItem(SEEN_KEY, String(lastId));
      } catch {
        // What was seen is then counted again after a reload.
      }
      if (unread > 0) show(0);
    },
  };
}
