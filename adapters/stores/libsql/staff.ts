import { createHash } from 'node:crypto';
import { z } from 'zod';
import { LOGIN_FAILURES_MS } from '../../../bot/ports/retention.ts';
import type { ListedAccount, StaffAccount, StaffSession, StaffStore } from '../../../bot/ports/staff.ts';
import { type Database, inTransaction } from './database.ts';

const accountRow = z.object({
  name: z.string(),
  display_name: z.string(),
  role: z.enum(['agent', 'supervisor', 'editor', 'spokesperson', 'admin']),
  password_hash: z.string(),
  must_change_password: z.number(),
  staff_group: z.string().nullable(),
  disabled: z.number(),
  last_login_at: z.number().nullable(),
});
const sessionRow = z.object({
  digest: z.string(),
  staff_name: z.string(),
  csrf_token: z.string(),
  stage: z.enum(['code', 'enrolment', 'open']),
  device: z.string(),
  opened_at: z.number(),
  last_used_at: z.number(),
  expires_at: z.number(),
});
const failuresRow = z.object({ count: z.number(), last_at: z.number().nullable() });

/** Staff accounts and sessions in the state file. A stolen file gives no usable session id: only digests are kept. */
export function createLibsqlStaff(database: Database): StaffStore {
  const digest = (sessionId: string) => createHash('sha256').update(sessionId).digest('hex');

  function find(name: string): StaffAccount | null {
    const row = database.prepare('SELECT * FROM staff WHERE name = ?').get(name);
    return row === undefined ? null : toListed(row).account;
  }

  function hasOtherAdmin(name: string): boolean {
    const others = `SELECT COUNT(*) AS n FROM staff WHERE role = 'admin' AND disabled = 0 AND name <> ?`;
    return (database.prepare(others).get(name) as { n: number }).n > 0;
  }

  return {
    async count() {
      return (database.prepare('SELECT COUNT(*) AS n FROM staff').get() as { n: number }).n;
    },

    async find(name) {
      return find(name);
    },

    async list() {
      return database.prepare('SELECT * FROM staff ORDER BY name').all().map(toListed);
    },

    async save(account) {
      return inTransaction(database, () => {
        const before = find(account.name);
        if (before !== null && isActiveAdmin(before) && !isActiveAdmin(account) && !hasOtherAdmin(account.name)) {
          return 'last-admin';
        }
        database
          .prepare(
            `INSERT INTO staff (name, display_name, role, password_hash, must_change_password, staff_group, disabled)
             VALUES (?, ?, ?, ?, ?, ?, ?)
             ON CONFLICT (name) DO UPDATE SET display_name = excluded.display_name, role = excluded.role,
               password_hash = excluded.password_hash, must_change_password = excluded.must_change_password,
               staff_group = excluded.staff_group, disabled = excluded.disabled`,
          )
          .run(
            account.name,
            account.displayName,
            account.role,
            account.passwordHash,
            account.mustChangePassword ? 1 : 0,
            account.group,
            account.disabled ? 1 : 0,
          );
        if (before !== null && opensDifferently(before, account)) endSessions(database, account.name, '');
        return 'saved';
      });
    },

    async rehash(name, from, to) {
      database.prepare('UPDATE staff SET password_hash = ? WHERE name = ? AND password_hash = ?').run(to, name, from);
    },

    async recordLogin(name, at) {
      database.prepare('UPDATE staff SET last_login_at = ? WHERE name = ?').run(at, name);
    },

    async openSession(sessionId, session) {
      database
        .prepare(
          `INSERT INTO staff_sessions
             (digest, staff_name, csrf_token, stage, device, opened_at, last_used_at, expires_at)
           VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
        )
        .run(
          digest(sessionId),
          session.staffName,
          session.csrfToken,
          session.stage,
          session.device,
          session.openedAt,
          session.lastUsedAt,
          session.expiresAt,
        );
    },

    async prolongSession(sessionId, lastUsedAt, expiresAt) {
      database
        .prepare('UPDATE staff_sessions SET last_used_at = ?, expires_at = ? WHERE digest = ?')
        .run(lastUsedAt, expiresAt, digest(sessionId));
    },

    async session(sessionId, now) {
      database.prepare('DELETE FROM staff_sessions WHERE expires_at <= ?').run(now);
      const row = database.prepare('SELECT * FROM staff_sessions WHERE digest = ?').get(digest(sessionId));
      return row === undefined ? null : toSession(sessionRow.parse(row));
    },

    async sessionsOf(name, now) {
      const rows = database
        .prepare('SELECT * FROM staff_sessions WHERE staff_name = ? AND expires_at > ? ORDER BY last_used_at DESC')
        .all(name, now);
      return rows.map((row) => {
        const value = sessionRow.parse(row);
        return { key: value.digest, session: toSession(value) };
      });
    },

    async endSession(sessionId) {
      database.prepare('DELETE FROM staff_sessions WHERE digest = ?').run(digest(sessionId));
    },

    async endListedSession(name, key) {
      return (
        database.prepare('DELETE FROM staff_sessions WHERE staff_name = ? AND digest = ?').run(name, key).changes > 0
      );
    },

    async endSessions(name, exceptSessionId) {
      return endSessions(database, name, exceptSessionId === null ? '' : digest(exceptSessionId));
    },

    async recordFailure(key, at, since) {
      return inTransaction(database, () => {
        database.prepare('DELETE FROM login_failures WHERE at < ?').run(at - LOGIN_FAILURES_MS);
        database.prepare('INSERT INTO login_failures (name, at) VALUES (?, ?)').run(key, at);
        return countFailures(database, key, since).count;
      });
    },

    async clearFailures(key) {
      database.prepare('DELETE FROM login_failures WHERE name = ?').run(key);
    },

    async failures(key, since) {
      const { count, last_at: lastAt } = countFailures(database, key, since);
      return { count, lastAt };
    },
  };
}

function toListed(row: unknown): ListedAccount {
  const value = accountRow.parse(row);
  return {
    account: {
      name: value.name,
      displayName: value.display_name,
      role: value.role,
      passwordHash: value.password_hash,
      mustChangePassword: value.must_change_password === 1,
      group: value.staff_group,
      disabled: value.disabled === 1,
    },
    lastLoginAt: value.last_login_at,
  };
}

function toSession(value: z.infer<typeof sessionRow>): StaffSession {
  return {
    staffName: value.staff_name,
    csrfToken: value.csrf_token,
    stage: value.stage,
    device: value.device,
    openedAt: value.opened_at,
    lastUsedAt: value.last_used_at,
    expiresAt: value.expires_at,
  };
}

function isActiveAdmin(account: StaffAccount): boolean {
  return account.role === 'admin' && !account.disabled;
}

function opensDifferently(before: StaffAccount, after: StaffAccount): boolean {
  return (
    before.role !== after.role ||
    before.passwordHash !== after.passwordHash ||
    before.mustChangePassword !== after.mustChangePassword ||
    before.disabled !== after.disabled
  );
}

function endSessions(database: Database, name: string, exceptDigest: string): number {
  const statement = database.prepare('DELETE FROM staff_sessions WHERE staff_name = ? AND digest <> ?');
  return statement.run(name, exceptDigest).changes;
}

function countFailures(database: Database, key: string, since: number): z.infer<typeof failuresRow> {
  const row = database
    .prepare('SELECT COUNT(*) AS count, MAX(at) AS last_at FROM login_failures WHERE name = ? AND at >= ?')
    .get(key, since);
  return failuresRow.parse(row);
}
