import { z } from 'zod';
import type { Inbox, InboxItem, MailClaim } from '../../../bot/ports/inbox.ts';
import type { Database } from './database.ts';
import { groupCommitOf } from './group-commit.ts';
import { mailClaimsOf } from './mail-claims.ts';

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

interface ArrivedRow {
  readonly id: number;
  readonly received_at: number;
  readonly conversation_id: string;
}

const channelSchema = z.enum(['messenger', 'zalo', 'web']);

/** How many waiting messages one look for due conversations reads at a time. */
const PAGE = 256;

/**
 * The inbox in the state file. Webhooks that arrive together are stored in one transaction. A look for
 * conversations to claim reads from the oldest mail on and stops when it has enough, however long the line is.
 */
export function createLibsqlInbox(database: Database, leaseMs?: number): Inbox {
  const insert = database.prepare(
    `INSERT INTO inbox (key, conversation_id, channel, activity, at, received_at) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (key) DO NOTHING`,
  );
  const selectArrived = database.prepare(
    `SELECT id, received_at, conversation_id FROM inbox
     WHERE state = 'waiting' AND received_at <= ? AND (received_at, id) > (?, ?) ORDER BY received_at, id LIMIT ${PAGE}`,
  );
  const selectAhead = database.prepare(
    `SELECT DISTINCT conversation_id FROM inbox WHERE state = 'waiting' AND received_at > ?1 AND not_before <= ?1 LIMIT ?2`,
  );
  const selectReadiness = database.prepare(
    `SELECT MAX(received_at) AS last, MAX(not_before) AS not_before FROM inbox
     WHERE conversation_id = ? AND state = 'waiting'`,
  );
  const selectWaiting = database.prepare(
    `SELECT id, key, conversation_id, channel, activity, at, received_at, attempts
     FROM inbox WHERE conversation_id = ? AND state = 'waiting' ORDER BY at, id`,
  );
  const selectLate = database.prepare(
    `SELECT conversation_id FROM inbox WHERE state = 'waiting' AND received_at <= ?
     GROUP BY conversation_id ORDER BY MIN(received_at), MIN(id) LIMIT ?`,
  );
  const setAside = database.prepare(
    `UPDATE inbox SET attempts = attempts + 1, not_before = ? WHERE id = ? AND state = 'waiting'`,
  );
  const setParked = database.prepare(`UPDATE inbox SET state = 'parked' WHERE id = ? AND state = 'waiting'`);
  const commitTogether = groupCommitOf(database);
  const claims = mailClaimsOf(database, leaseMs);

  return {
    async put(arrivals, receivedAt) {
      if (arrivals.length === 0) return { stored: 0, duplicates: 0 };
      return commitTogether(() => {
        let stored = 0;
        for (const { key, conversationId, channel, activity, at } of arrivals) {
          stored += insert.run(key, conversationId, channel, JSON.stringify(activity), at, receivedAt).changes;
        }
        return { stored, duplicates: arrivals.length - stored };
      });
    },

    async claim(now, quietMs, limit) {
      const found: MailClaim[] = [];
      const claimAs = (conversationId: string) => {
        const claim = claims.take(conversationId, now);
        if (claim !== null) found.push(claim);
      };
      const seen = new Set<string>();
      let page: ArrivedRow[];
      let after: Pick<ArrivedRow, 'received_at' | 'id'> = { received_at: -1, id: -1 };
      do {
        page = selectArrived.all(now - quietMs, after.received_at, after.id) as ArrivedRow[];
        for (const row of page) {
          const { conversation_id: conversationId, received_at: first } = row;
          after = row;
          if (seen.has(conversationId)) continue;
          seen.add(conversationId);
          if (claims.isHeld(conversationId, now)) continue;
          const { last, not_before } = selectReadiness.get(conversationId) as { last: number; not_before: number };
          const quiet = last <= now - quietMs || first <= now - 3 * quietMs;
          if (quiet && not_before <= now) claimAs(conversationId);
          if (found.length === limit) return found;
        }
      } while (page.length === PAGE);
      for (const { conversation_id } of selectAhead.all(now, limit - found.length) as ArrivedRow[]) {
        claimAs(conversation_id);
      }
      return found;
    },

    async renew(claim, now) {
      return claims.renew(claim, now);
    },

    async release(claim) {
      claims.release(claim);
    },

    async waiting(conversationId) {
      return (selectWaiting.all(conversationId) as InboxRow[]).map(toItem);
    },

    async late(before, limit) {
      const rows = selectLate.all(before, limit) as ArrivedRow[];
      return rows.map((row) => row.conversation_id);
    },

    async postpone(ids, retryAt) {
      return commitTogether(() => {
        for (const id of ids) setAside.run(retryAt, id);
      });
    },

    async park(ids) {
      return commitTogether(() => {
        for (const id of ids) setParked.run(id);
      });
    },

    async depth(now) {
      const row = database
        .prepare(
          `SELECT (SELECT COUNT(*) FROM inbox INDEXED BY inbox_by_arrival WHERE state = 'waiting') AS waiting,
             (SELECT COUNT(*) FROM inbox INDEXED BY inbox_parked WHERE state = 'parked') AS parked,
             (SELECT MIN(received_at) FROM inbox INDEXED BY inbox_by_arrival WHERE state = 'waiting') AS oldest`,
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
