import { z } from 'zod';
import type { Arrival, Inbox, InboxItem } from '../../../bot/ports/inbox.ts';
import { type Database, inTransaction } from './database.ts';

interface PutRequest {
  readonly arrivals: readonly Arrival[];
  readonly receivedAt: number;
  readonly resolve: (result: { stored: number; duplicates: number }) => void;
  readonly reject: (error: unknown) => void;
}

interface InboxRow {
  readonly id: number;
  readonly key: string;
  readonly conversation_id: string;
  readonly channel: string;
  readonly activity: string;
  readonly at: number;
  readonly received_at: number;
  readonly attempts: number;
}

const channelSchema = z.enum(['messenger', 'zalo', 'web']);

/**
 * The inbox in the state file. Requests that arrive in the same turn of the event loop share one transaction, so
 * that a burst of webhooks costs one disk flush instead of one each; each promise resolves after that flush.
 */
export function createLibsqlInbox(database: Database): Inbox {
  const insert = database.prepare(
    `INSERT INTO inbox (key, conversation_id, channel, activity, at, received_at) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (key) DO NOTHING`,
  );
  const selectDue = database.prepare(
    `SELECT conversation_id, MIN(received_at) AS first, MAX(received_at) AS last, MAX(not_before) AS not_before
     FROM inbox WHERE state = 'waiting' GROUP BY conversation_id
     HAVING not_before <= ?1 AND (last <= ?1 - ?2 OR first <= ?1 - 3 * ?2)
     ORDER BY first LIMIT ?3`,
  );
  const selectWaiting = database.prepare(
    `SELECT id, key, conversation_id, channel, activity, at, received_at, attempts
     FROM inbox WHERE conversation_id = ? AND state = 'waiting' ORDER BY at, id`,
  );
  let gathered: PutRequest[] = [];

  function flush(): void {
    const batch = gathered;
    gathered = [];
    try {
      const results = inTransaction(database, () =>
        batch.map((request) => {
          let stored = 0;
          for (const arrival of request.arrivals) {
            const { key, conversationId, channel, activity, at } = arrival;
            stored += insert.run(
              key,
              conversationId,
              channel,
              JSON.stringify(activity),
              at,
              request.receivedAt,
            ).changes;
          }
          return { stored, duplicates: request.arrivals.length - stored };
        }),
      );
      batch.forEach((request, index) => {
        request.resolve(results[index] ?? { stored: 0, duplicates: 0 });
      });
    } catch (error) {
      for (const request of batch) request.reject(error);
    }
  }

  return {
    put(arrivals, receivedAt) {
      if (arrivals.length === 0) return Promise.resolve({ stored: 0, duplicates: 0 });
      return new Promise((resolve, reject) => {
        gathered.push({ arrivals, receivedAt, resolve, reject });
        if (gathered.length === 1) setImmediate(flush);
      });
    },

    async due(now, quietMs, limit) {
      return (selectDue.all(now, quietMs, limit) as { conversation_id: string }[]).map((row) => row.conversation_id);
    },

    async waiting(conversationId) {
      return (selectWaiting.all(conversationId) as InboxRow[]).map(toItem);
    },

    async postpone(ids, retryAt) {
      inTransaction(database, () => {
        const update = database.prepare(
          `UPDATE inbox SET attempts = attempts + 1, not_before = ? WHERE id = ? AND state = 'waiting'`,
        );
        for (const id of ids) update.run(retryAt, id);
      });
    },

    async park(ids) {
      inTransaction(database, () => {
        const update = database.prepare(`UPDATE inbox SET state = 'parked' WHERE id = ? AND state = 'waiting'`);
        for (const id of ids) update.run(id);
      });
    },

    async depth(now) {
      const row = database
        .prepare(
          `SELECT COUNT(*) FILTER (WHERE state = 'waiting') AS waiting, COUNT(*) FILTER (WHERE state = 'parked') AS parked,
             MIN(received_at) FILTER (WHERE state = 'waiting') AS oldest FROM inbox WHERE state IN ('waiting', 'parked')`,
        )
        .get() as { waiting: number; parked: number; oldest: number | null };
      return {
        waiting: row.waiting,
        parked: row.parked,
        oldestMs: row.oldest === null ? 0 : Math.max(0, now - row.oldest),
      };
    },
  };
}

function toItem(row: InboxRow): InboxItem {
  return {
    id: row.id,
    key: row.key,
    conversationId: row.conversation_id,
    channel: channelSchema.parse(row.channel),
    activity: JSON.parse(row.activity),
    at: row.at,
    receivedAt: row.received_at,
    attempts: row.attempts,
  };
}
