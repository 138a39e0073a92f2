import { CREATE_LINKS, CREATE_PARTINGS } from './link-tables.ts';
import { CREATE_TICKET_SEARCH, CREATE_TICKET_VIEWS, INDEX_ALL_OWED, LEAVE_OUT_SEALED } from './ticket-indexes.ts';
import { CREATE_TICKET_WORDS } from './ticket-words.ts';

/** Tells the state file from databases of other programs (`PRAGMA application_id`); «GDBD» in ASCII. */
export const APPLICATION_ID = 0x47444244;

/** Schema versions, forward only. Never edit a released one: append. */
export const MIGRATIONS: readonly string[] = [
  `
  CREATE TABLE inbox (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    key TEXT NOT NULL UNIQUE,
    conversation_id TEXT NOT NULL,
    channel TEXT NOT NULL,
    activity TEXT NOT NULL,
    at INTEGER NOT NULL,
    received_at INTEGER NOT NULL,
    state TEXT NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'done', 'parked')),
    attempts INTEGER NOT NULL DEFAULT 0,
    not_before INTEGER NOT NULL DEFAULT 0
  );
  CREATE INDEX inbox_waiting ON inbox (conversation_id, at, id) WHERE state = 'waiting';

  CREATE TABLE conversations (
    id TEXT PRIMARY KEY,
    channel TEXT NOT NULL,
    owner TEXT NOT NULL CHECK (owner IN ('bot', 'queue', 'staff')),
    epoch INTEGER NOT NULL,
    ticket_id TEXT,
    disclosed_at INTEGER,
    last_inbound_at INTEGER,
    last_staff_at INTEGER,
    reference TEXT NOT NULL,
    created_at INTEGER NOT NULL
  );

  CREATE TABLE messages (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    conversation_id TEXT NOT NULL,
    epoch INTEGER NOT NULL,
    author TEXT NOT NULL CHECK (author IN ('citizen', 'bot', 'staff')),
    author_name TEXT,
    text TEXT NOT NULL,
    at INTEGER NOT NULL,
    quick_replies TEXT NOT NULL DEFAULT '[]',
    citations TEXT NOT NULL DEFAULT '[]'
  );
  CREATE INDEX messages_of_conversation ON messages (conversation_id, id);

  CREATE TABLE outbox (
    id INTEGER PRIMARY KEY REFERENCES messages (id),
    correlation_id TEXT NOT NULL UNIQUE,
    conversation_id TEXT NOT NULL,
    channel TEXT NOT NULL,
    state TEXT NOT NULL DEFAULT 'pending'
      CHECK (state IN ('pending', 'sending', 'sent', 'failed', 'held', 'withheld')),
    attempts INTEGER NOT NULL DEFAULT 0,
    next_at INTEGER NOT NULL,
    provider_message_id TEXT,
    reason TEXT,
    created_at INTEGER NOT NULL,
    ended_at INTEGER
  );
  CREATE INDEX outbox_open ON outbox (conversation_id, id) WHERE state IN ('pending', 'sending');
  CREATE INDEX outbox_provider ON outbox (provider_message_id) WHERE provider_message_id IS NOT NULL;

  CREATE TABLE tickets (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    conversation_id TEXT NOT NULL,
    channel TEXT NOT NULL,
    epoch INTEGER NOT NULL,
    topic TEXT,
    priority TEXT NOT NULL CHECK (priority IN ('normal', 'high', 'urgent')),
    state TEXT NOT NULL CHECK (state IN ('new', 'claimed', 'closed')),
    question TEXT NOT NULL,
    assignee TEXT,
    opened_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    closed_at INTEGER,
    closing_note TEXT
  );
  CREATE INDEX tickets_by_state ON tickets (state, opened_at);
  CREATE UNIQUE INDEX one_open_ticket ON tickets (conversation_id) WHERE state <> 'closed';

  CREATE TABLE turns (
    turn_id TEXT PRIMARY KEY,
    conversation_id TEXT NOT NULL,
    epoch INTEGER NOT NULL,
    at INTEGER NOT NULL,
    item_ids TEXT NOT NULL,
    question TEXT NOT NULL,
    outcome TEXT NOT NULL CHECK (outcome IN ('answered', 'abstained', 'escalated', 'crisis', 'chat')),
    topic TEXT,
    priority TEXT,
    decided_by TEXT NOT NULL,
    reply TEXT,
    citations TEXT NOT NULL,
    ms REAL NOT NULL
  );
  CREATE TRIGGER turns_are_never_changed BEFORE UPDATE ON turns
    BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;

  CREATE TABLE staff (
    name TEXT PRIMARY KEY,
    display_name TEXT NOT NULL,
    role TEXT NOT NULL,
    password_hash TEXT NOT NULL,
    must_change_password INTEGER NOT NULL
  );
  CREATE TABLE staff_sessions (
    digest TEXT PRIMARY KEY,
    staff_name TEXT NOT NULL,
    csrf_token TEXT NOT NULL,
    expires_at INTEGER NOT NULL
  );
  CREATE TABLE login_failures (name TEXT NOT NULL, at INTEGER NOT NULL);
  CREATE INDEX login_failures_by_name ON login_failures (name, at);

  CREATE TABLE kept_values (name TEXT PRIMARY KEY, value TEXT NOT NULL);
  `,
  `
  CREATE TABLE erasures (
    code TEXT PRIMARY KEY,
    conversation_digest TEXT NOT NULL,
    channel TEXT NOT NULL,
    requested_by TEXT NOT NULL CHECK (requested_by IN ('citizen', 'platform', 'staff')),
    erased_at INTEGER,
    counts TEXT NOT NULL
  );
  CREATE TABLE pending_erasures (
    code TEXT PRIMARY KEY REFERENCES erasures (code),
    conversation_id TEXT NOT NULL
  );

  DROP TRIGGER turns_are_never_changed;
  CREATE TRIGGER turns_only_lose_words BEFORE UPDATE ON turns
    WHEN NEW.question <> '' OR NEW.reply IS NOT NULL OR NEW.citations <> '[]' OR NEW.item_ids <> '[]'
      OR NEW.conversation_id NOT LIKE 'erased:%'
      OR NEW.turn_id <> OLD.turn_id OR NEW.epoch <> OLD.epoch OR NEW.at <> OLD.at OR NEW.outcome <> OLD.outcome
      OR NEW.topic IS NOT OLD.topic OR NEW.priority IS NOT OLD.priority OR NEW.decided_by <> OLD.decided_by
      OR NEW.ms <> OLD.ms
    BEGIN SELECT RAISE(ABORT, 'the ledger is append-only; only an erasure takes its words'); END;
  `,
  `
  ALTER TABLE messages ADD COLUMN heard_key TEXT;
  ALTER TABLE messages ADD COLUMN revised_at INTEGER;
  CREATE INDEX messages_by_heard_key ON messages (heard_key) WHERE heard_key IS NOT NULL;
  `,
  `
  CREATE INDEX inbox_by_arrival ON inbox (received_at, id, conversation_id) WHERE state = 'waiting';
  ALTER TABLE outbox ADD COLUMN pieces_sent INTEGER NOT NULL DEFAULT 0;
  CREATE INDEX outbox_by_time ON outbox (next_at, id) WHERE state IN ('pending', 'sending');
  `,
  `
  ALTER TABLE outbox ADD COLUMN received_at INTEGER;
  `,
  `
  PRAGMA application_id = ${APPLICATION_ID};
  DROP TRIGGER turns_only_lose_words;
  CREATE TRIGGER turns_only_lose_words BEFORE UPDATE ON turns
    WHEN NEW.question <> '' OR NEW.reply IS NOT NULL OR NEW.citations <> '[]' OR NEW.item_ids <> '[]'
      OR (NEW.conversation_id NOT LIKE 'erased:%' AND NEW.conversation_id <> OLD.conversation_id)
      OR NEW.turn_id <> OLD.turn_id OR NEW.epoch <> OLD.epoch OR NEW.at <> OLD.at OR NEW.outcome <> OLD.outcome
      OR NEW.topic IS NOT OLD.topic OR NEW.priority IS NOT OLD.priority OR NEW.decided_by <> OLD.decided_by
      OR NEW.ms <> OLD.ms
    BEGIN SELECT RAISE(ABORT, 'the ledger is append-only; only erasure and retention take its words'); END;
  `,
  `
  ALTER TABLE outbox ADD COLUMN over_staff INTEGER NOT NULL DEFAULT 0;
  `,
  `
  ALTER TABLE conversations ADD COLUMN told_at TEXT NOT NULL DEFAULT '{}';

  ALTER TABLE tickets ADD COLUMN due_at INTEGER;
  ALTER TABLE tickets ADD COLUMN replied_at INTEGER;
  ALTER TABLE tickets ADD COLUMN alarmed_at INTEGER;
  ALTER TABLE tickets ADD COLUMN list_order INTEGER NOT NULL DEFAULT 0;
  UPDATE tickets SET list_order =
    CASE priority WHEN 'urgent' THEN 0 WHEN 'high' THEN 2 ELSE 4 END * 10000000000000 + opened_at;
  CREATE INDEX tickets_in_order ON tickets (list_order) WHERE state <> 'closed';
  CREATE INDEX tickets_unalarmed ON tickets (opened_at)
    WHERE alarmed_at IS NULL AND topic = 'child_safety' AND priority = 'urgent' AND state <> 'closed';

  CREATE TABLE audit (
    number INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    actor TEXT NOT NULL,
    action TEXT NOT NULL,
    subject TEXT NOT NULL,
    facts TEXT NOT NULL,
    previous TEXT NOT NULL,
    hash TEXT NOT NULL
  );
  CREATE TRIGGER audit_is_never_changed BEFORE UPDATE ON audit
    BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;
  CREATE TRIGGER audit_is_never_shortened BEFORE DELETE ON audit
    BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;
  `,
  `
  ALTER TABLE staff ADD COLUMN staff_group TEXT;
  ALTER TABLE staff ADD COLUMN disabled INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE staff ADD COLUMN last_login_at INTEGER;
  ALTER TABLE staff_sessions ADD COLUMN stage TEXT NOT NULL DEFAULT 'code';
  ALTER TABLE staff_sessions ADD COLUMN device TEXT NOT NULL DEFAULT '';
  ALTER TABLE staff_sessions ADD COLUMN opened_at INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE staff_sessions ADD COLUMN last_used_at INTEGER NOT NULL DEFAULT 0;
  UPDATE staff_sessions SET expires_at = 0;
  CREATE INDEX staff_sessions_by_name ON staff_sessions (staff_name);
  CREATE TABLE staff_factors (
    staff_name TEXT PRIMARY KEY,
    sealed_key TEXT NOT NULL,
    last_step INTEGER NOT NULL
  );
  CREATE TABLE staff_recovery_codes (
    staff_name TEXT NOT NULL,
    digest TEXT NOT NULL,
    PRIMARY KEY (staff_name, digest)
  );
  `,
  `
  DROP INDEX tickets_by_state;
  DROP INDEX one_open_ticket;
  DROP INDEX tickets_in_order;
  DROP INDEX tickets_unalarmed;
  ALTER TABLE tickets ADD COLUMN new_state TEXT NOT NULL DEFAULT 'new'
    CHECK (new_state IN ('new', 'claimed', 'waiting', 'closed'));
  UPDATE tickets SET new_state = state;
  ALTER TABLE tickets DROP COLUMN state;
  ALTER TABLE tickets RENAME COLUMN new_state TO state;
  CREATE INDEX tickets_by_state ON tickets (state, opened_at);
  CREATE UNIQUE INDEX one_open_ticket ON tickets (conversation_id) WHERE state <> 'closed';
  CREATE INDEX tickets_in_order ON tickets (list_order) WHERE state <> 'closed';
  CREATE INDEX tickets_unalarmed ON tickets (opened_at)
    WHERE alarmed_at IS NULL AND topic = 'child_safety' AND priority = 'urgent' AND state <> 'closed';
  CREATE INDEX tickets_of_conversation ON tickets (conversation_id, closed_at);

  ALTER TABLE tickets ADD COLUMN news_due_at INTEGER;
  ALTER TABLE tickets ADD COLUMN queued_at INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE tickets ADD COLUMN reminded_at INTEGER;
  ALTER TABLE tickets ADD COLUMN escalated_at INTEGER;
  ALTER TABLE tickets ADD COLUMN apologised_at INTEGER;
  ALTER TABLE tickets ADD COLUMN unattended_at INTEGER;
  ALTER TABLE tickets ADD COLUMN closed_as TEXT CHECK (closed_as IN ('done', 'quiet', 'cancelled'));
  ALTER TABLE tickets ADD COLUMN reopened INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE tickets ADD COLUMN routed_to TEXT;
  ALTER TABLE tickets ADD COLUMN transfer_note TEXT;
  UPDATE tickets SET queued_at = opened_at;
    `,
  `
  ALTER TABLE tickets ADD COLUMN outcome TEXT;
  ALTER TABLE tickets ADD COLUMN tags TEXT NOT NULL DEFAULT '[]';
  CREATE INDEX tickets_tagged ON tickets (tags) WHERE tags <> '[]';
  CREATE INDEX tickets_by_number ON tickets (conversation_id, number);
  CREATE TABLE notes (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    conversation_id TEXT NOT NULL,
    ticket_id TEXT NOT NULL,
    author TEXT NOT NULL,
    text TEXT NOT NULL,
    at INTEGER NOT NULL,
    mentions TEXT NOT NULL,
    unread TEXT NOT NULL
  );
  CREATE INDEX notes_of_conversation ON notes (conversation_id, id);
  CREATE INDEX notes_unread ON notes (id) WHERE unread <> '[]';
  `,
  CREATE_TICKET_VIEWS + CREATE_TICKET_SEARCH,
  'ALTER TABLE tickets ADD COLUMN proposal TEXT;',
  LEAVE_OUT_SEALED,
  `
  CREATE TABLE gap_questions (
    id TEXT PRIMARY KEY,
    conversation_id TEXT NOT NULL,
    channel TEXT NOT NULL,
    at INTEGER NOT NULL,
    text TEXT NOT NULL,
    why TEXT NOT NULL CHECK (why IN ('not-found', 'rated-down')),
    gap_id TEXT,
    told INTEGER NOT NULL DEFAULT 0
  );
  CREATE INDEX gap_questions_of_conversation ON gap_questions (conversation_id);
  CREATE INDEX gap_questions_by_time ON gap_questions (at, id);
  CREATE TABLE gaps (
    id TEXT PRIMARY KEY,
    opened_at INTEGER NOT NULL,
    version INTEGER NOT NULL,
    content TEXT NOT NULL
  );
  CREATE TABLE ratings (
    turn_id TEXT PRIMARY KEY,
    conversation_id TEXT NOT NULL,
    at INTEGER NOT NULL,
    rating TEXT NOT NULL CHECK (rating IN ('up', 'down')),
    reason TEXT
  );
  CREATE INDEX ratings_of_conversation ON ratings (conversation_id);
  `,
  `
  CREATE INDEX turns_by_time ON turns (at, turn_id);
  CREATE INDEX tickets_by_opening ON tickets (opened_at, id);
  `,
  CREATE_TICKET_WORDS,
  `CREATE INDEX inbox_parked ON inbox (id) WHERE state = 'parked';`,
  `
  CREATE TABLE reminders (
    conversation_id TEXT PRIMARY KEY,
    version INTEGER NOT NULL,
    next_at INTEGER NOT NULL,
    content TEXT NOT NULL
  );
  CREATE INDEX reminders_by_moment ON reminders (next_at, conversation_id);
  `,
  `
  CREATE TABLE incidents (
    id TEXT PRIMARY KEY,
    filed_at INTEGER NOT NULL,
    version INTEGER NOT NULL,
    content TEXT NOT NULL
  );
  CREATE INDEX incidents_by_time ON incidents (filed_at, id);
  `,
  `
  ALTER TABLE turns ADD COLUMN trace TEXT;
  DROP TRIGGER turns_only_lose_words;
  CREATE TRIGGER turns_only_lose_words BEFORE UPDATE ON turns
    WHEN NEW.question <> '' OR NEW.reply IS NOT NULL OR NEW.citations <> '[]' OR NEW.item_ids <> '[]'
      OR NEW.trace IS NOT NULL
      OR (NEW.conversation_id NOT LIKE 'erased:%' AND NEW.conversation_id <> OLD.conversation_id)
      OR NEW.turn_id <> OLD.turn_id OR NEW.epoch <> OLD.epoch OR NEW.at <> OLD.at OR NEW.outcome <> OLD.outcome
      OR NEW.topic IS NOT OLD.topic OR NEW.priority IS NOT OLD.priority OR NEW.decided_by <> OLD.decided_by
      OR NEW.ms <> OLD.ms
    BEGIN SELECT RAISE(ABORT, 'the ledger is append-only; only erasure and retention take its words'); END;
  `,
  `
  CREATE TABLE holds (
    conversation_id TEXT PRIMARY KEY,
    reason TEXT NOT NULL,
    placed_by TEXT NOT NULL,
    at INTEGER NOT NULL,
    until INTEGER
  );
  `,
  `
  CREATE TABLE cited_documents (
    document_id TEXT NOT NULL,
    conversation_id TEXT NOT NULL,
    PRIMARY KEY (document_id, conversation_id)
  ) WITHOUT ROWID;
  CREATE INDEX cited_documents_of_conversation ON cited_documents (conversation_id);
  INSERT OR IGNORE INTO cited_documents (document_id, conversation_id)
    SELECT json_extract(cited.value, '$.documentId'), m.conversation_id FROM messages m, json_each(m.citations) cited
    WHERE m.citations <> '[]' AND json_extract(cited.value, '$.documentId') IS NOT NULL;
  CREATE TRIGGER messages_cite_documents AFTER INSERT ON messages WHEN NEW.citations <> '[]'
    BEGIN
      INSERT OR IGNORE INTO cited_documents (document_id, conversation_id)
        SELECT json_extract(value, '$.documentId'), NEW.conversation_id FROM json_each(NEW.citations)
        WHERE json_extract(value, '$.documentId') IS NOT NULL;
    END;
  CREATE TABLE corrections (
    id TEXT PRIMARY KEY,
    opened_at INTEGER NOT NULL,
    version INTEGER NOT NULL,
    content TEXT NOT NULL
  );
  CREATE TABLE correction_tellings (
    correction_id TEXT NOT NULL,
    conversation_id TEXT NOT NULL,
    attempt INTEGER NOT NULL,
    correlation_id TEXT NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (correction_id, conversation_id)
  );
  CREATE INDEX correction_tellings_of_conversation ON correction_tellings (conversation_id);
  `,
  `ALTER TABLE tickets ADD COLUMN rating TEXT; ${INDEX_ALL_OWED}`,
  `CREATE INDEX gap_questions_of_gap ON gap_questions (gap_id, at, id);`,
  'ALTER TABLE conversations ADD COLUMN abuse TEXT;',
  `CREATE INDEX corrections_waiting
     ON corrections (json_extract(content, '$.state'), json_extract(content, '$.author'));`,
  'ALTER TABLE gap_questions ADD COLUMN meaning TEXT;',
  CREATE_LINKS,
  CREATE_PARTINGS,
];
