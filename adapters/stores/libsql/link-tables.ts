/** Where it has yet to be told that a link was undone elsewhere. Part of a released migration: never edit it. */
export const CREATE_PARTINGS = `
  CREATE TABLE link_partings (conversation_id TEXT PRIMARY KEY, at INTEGER NOT NULL, channels TEXT NOT NULL);
  `;

/**
 * Which conversations citizens linked, the digests of codes that may still be used, and when wrong ones were typed. Part of a
 * released migration: never edit it.
 */
export const CREATE_LINKS = `
  CREATE TABLE links (
    conversation_id TEXT PRIMARY KEY,
    group_id TEXT NOT NULL,
    linked_at INTEGER NOT NULL,
    consent TEXT NOT NULL,
    is_told INTEGER NOT NULL
  );
  CREATE INDEX links_of_group ON links (group_id, linked_at, conversation_id);
  CREATE INDEX links_untold ON links (linked_at, conversation_id) WHERE is_told = 0;
  CREATE TABLE link_codes (
    digest TEXT PRIMARY KEY,
    conversation_id TEXT NOT NULL UNIQUE,
    until INTEGER NOT NULL
  );
  CREATE TABLE link_tries (conversation_id TEXT NOT NULL, at INTEGER NOT NULL);
  CREATE INDEX link_tries_of_conversation ON link_tries (conversation_id, at);
  `;
