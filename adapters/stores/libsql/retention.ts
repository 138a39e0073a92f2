import { setImmediate as letOthersWork } from 'node:timers/promises';
import {
  EXPIRED_WORDS,
  LOGIN_FAILURES_MS,
  MAIL_ROWS_MS,
  MAIL_WORDS_MS,
  type Retention,
  type RetentionCounts,
} from '../../../bot/ports/retention.ts';
import { type Database, inTransaction } from './database.ts';
import { scrubFreedPages } from './erasure.ts';
import { expireLinks } from './links.ts';

/** Rows looked at in one step: some milliseconds of work and one disk flush. */
const STEP_ROWS = 50;
/** Free pages given back to the disk in one step (4 KB each), and those left for the rows to come. */
const STEP_PAGES = 32;
const SPARE_PAGES = 1_024;
/** Pages in the log after which SQLite carries them into the file within a commit: few, so that this commit is short too. */
const CHECKPOINT_PAGES = 100;
const USUAL_CHECKPOINT_PAGES = 1_000;
const DAY_MS = 24 * 3_600_000;

/** A table that is walked from its oldest row on. `id` grows with time; `condition` sees `:limit`. */
interface Walk {
  readonly table: string;
  readonly id: string;
  /** Column of the row's time; the walk ends at a step without any row older than the limit. */
  readonly time: string;
  /** The change up to its WHERE. */
  readonly change: string;
  readonly condition: string;
}

const notHeld = (table: string) =>
  `AND NOT EXISTS (SELECT 1 FROM holds h WHERE h.conversation_id = ${table}.conversation_id)`;

const MAIL_WORDS: Walk = {
  table: 'inbox',
  id: 'id',
  time: 'received_at',
  change: `UPDATE inbox SET activity = '{}'`,
  condition: `state = 'done' AND received_at < :limit AND activity <> '{}'`,
};
const MAIL_ROWS: Walk = {
  table: 'inbox',
  id: 'id',
  time: 'received_at',
  change: 'DELETE FROM inbox',
  condition: `state = 'done' AND received_at < :limit`,
};
const MESSAGES: Walk = {
  table: 'messages',
  id: 'id',
  time: 'at',
  change: `UPDATE messages SET text = '${EXPIRED_WORDS}', quick_replies = '[]', citations = '[]'`,
  condition: `at < :limit AND text <> '${EXPIRED_WORDS}'
    AND NOT EXISTS (SELECT 1 FROM outbox o WHERE o.id = messages.id AND o.state IN ('pending', 'sending'))
    AND NOT EXISTS (SELECT 1 FROM tickets t WHERE t.conversation_id = messages.conversation_id AND t.state <> 'closed')
    ${notHeld('messages')}`,
};
const TICKETS: Walk = {
  table: 'tickets',
  id: 'number',
  time: 'opened_at',
  change: `UPDATE tickets SET question = '${EXPIRED_WORDS}', closing_note = NULL, transfer_note = NULL, proposal = NULL, tags = '[]'`,
  condition: `state = 'closed' AND closed_at < :limit AND (question <> '${EXPIRED_WORDS}' OR closing_note IS NOT NULL
    OR transfer_note IS NOT NULL OR proposal IS NOT NULL) ${notHeld('tickets')}`,
};
const NOTES: Walk = {
  table: 'notes',
  id: 'id',
  time: 'at',
  change: `UPDATE notes SET text = '${EXPIRED_WORDS}', unread = '[]'`,
  condition: `at < :limit AND text <> '${EXPIRED_WORDS}'
    AND NOT EXISTS (SELECT 1 FROM tickets t WHERE t.conversation_id = notes.conversation_id AND t.state <> 'closed')
    ${notHeld('notes')}`,
};
const TURNS: Walk = {
  table: 'turns',
  id: 'rowid',
  time: 'at',
  change: `UPDATE turns SET question = '', reply = NULL, citations = '[]', item_ids = '[]', trace = NULL`,
  condition: `at < :limit AND (question <> '' OR reply IS NOT NULL OR citations <> '[]' OR item_ids <> '[]'
      OR trace IS NOT NULL)
    AND NOT EXISTS (SELECT 1 FROM tickets t WHERE t.conversation_id = turns.conversation_id AND t.state <> 'closed')
    ${notHeld('turns')}`,
};

/** The gap stays with its counts; its questions are the ledger's, so they end with it. */
const GAP_QUESTIONS: Walk = {
  table: 'gap_questions',
  id: 'rowid',
  time: 'at',
  change: `UPDATE gap_questions SET text = '', meaning = NULL`,
  condition: `at < :limit AND text <> ''`,
};

/** What is open keeps its words, and school, kind and times stay for the statistics. */
const INCIDENTS: Walk = {
  table: 'incidents',
  id: 'rowid',
  time: 'filed_at',
  change: `UPDATE incidents SET version = version + 1, content = json_set(content, '$.version', version + 1,
    '$.description', '', '$.contact', '', '$.result', '')`,
  condition: `content ->> 'state' = 'handled' AND content ->> 'handledAt' < :limit
    AND (content ->> 'description' <> '' OR content ->> 'contact' <> '' OR content ->> 'result' <> '')`,
};

/** Retention in the state file. Each step is one transaction of few rows, so that webhooks never wait long for it. */
export function createLibsqlRetention(database: Database): Retention {
  /** Rows changed. The walk goes by row id, so that no index is needed and a step costs the same wherever it stands. */
  async function walk({ table, id, time, change, condition }: Walk, limit: number): Promise<number> {
    const selectStep = database.prepare(
      `SELECT MAX(id) AS last, MIN(time) AS oldest FROM
         (SELECT ${id} AS id, ${time} AS time FROM ${table} WHERE ${id} > ? ORDER BY ${id} LIMIT ${STEP_ROWS})`,
    );
    const changeStep = database.prepare(
      `${change} WHERE ${id} > :after AND ${id} <= :last AND ${condition.replaceAll('\n', ' ')}`,
    );
    let changed = 0;
    let after = -1;
    for (;;) {
      const { last, oldest } = selectStep.get(after) as { last: number | null; oldest: number };
      if (last === null || oldest >= limit) return changed;
      changed += inTransaction(database, () => changeStep.run({ after, last, limit }).changes);
      after = last;
      await letOthersWork();
    }
  }

  async function deleteInSteps(table: string, condition: string, limit: number): Promise<number> {
    const step = database.prepare(
      `DELETE FROM ${table} WHERE rowid IN (SELECT rowid FROM ${table} WHERE ${condition} LIMIT ${STEP_ROWS})`,
    );
    let deleted = 0;
    for (;;) {
      const changes = inTransaction(database, () => step.run(limit).changes);
      deleted += changes;
      await letOthersWork();
      if (changes < STEP_ROWS) return deleted;
    }
  }

  async function endLinks(limit: number): Promise<void> {
    let ended: number;
    do {
      ended = inTransaction(database, () => expireLinks(database, limit, STEP_ROWS));
      await letOthersWork();
    } while (ended === STEP_ROWS);
  }

  /** Gives free pages back to the disk, where the file was made with `auto_vacuum`; else they serve the next rows. */
  async function shrink(): Promise<void> {
    for (;;) {
      const { freelist_count: free } = database.prepare('PRAGMA freelist_count').get() as { freelist_count: number };
      const { auto_vacuum: mode } = database.prepare('PRAGMA auto_vacuum').get() as { auto_vacuum: number };
      if (mode === 0 || free <= SPARE_PAGES) return;
      database.prepare(`PRAGMA incremental_vacuum(${Math.min(STEP_PAGES, free - SPARE_PAGES)})`).all();
      await letOthersWork();
    }
  }

  async function pass(now: number, wordsDays: number): Promise<RetentionCounts> {
    const wordsUntil = now - wordsDays * DAY_MS;
    const words = (table: Walk) => (wordsDays === 0 ? 0 : walk(table, wordsUntil));
    await words(GAP_QUESTIONS);
    await words(INCIDENTS);
    if (wordsDays > 0) await endLinks(wordsUntil);
    const counts = {
      deletedMail: await walk(MAIL_ROWS, now - MAIL_ROWS_MS),
      emptiedMail: await walk(MAIL_WORDS, now - MAIL_WORDS_MS),
      messages: await words(MESSAGES),
      tickets: await words(TICKETS),
      notes: await words(NOTES),
      turns: await words(TURNS),
      sessions: await deleteInSteps('staff_sessions', 'expires_at <= ?', now),
      loginFailures: await deleteInSteps('login_failures', 'at < ?', now - LOGIN_FAILURES_MS),
    };
    await shrink();
    scrubFreedPages(database);
    return counts;
  }

  return {
    async retain(now, wordsDays) {
      database.pragma(`wal_autocheckpoint = ${CHECKPOINT_PAGES}`);
      try {
        return await pass(now, wordsDays);
      } finally {
        database.pragma(`wal_autocheckpoint = ${USUAL_CHECKPOINT_PAGES}`);
      }
    },
  };
}
