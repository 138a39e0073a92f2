import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { StaffStore } from '../../../bot/ports/staff.ts';
import { type Database, inTransaction } from './database.ts';

const accountRow = z.object({
  name: z.string(),
  display_name: z.string(),
  role: z.enum(['agent', 'supervisor', 'editor', 'spokesperson', 'admin']),
  password_hash: z.string(),
  must_change_password: z.number(),
});

/** Staff accounts and sessions in the state file. A stolen file gives no usable session id: only digests are kept. */
export function createLibsqlStaff(database: Database): StaffStore {
  const digest = (sessionId: string) => createHash('sha256').update(sessionId).digest('hex');

  return {
    async count() {
      return (database.prepare('SELECT COUNT(*) AS n FROM staff').get() as { n: number }).n;
    },

    async find(name) {
      const row = database.prepare('SELECT * FROM staff WHERE name = ?').get(name);
      if (row === undefined) return null;
      const value = accountRow.parse(row);
      return {
        name: value.name,
        displayName: value.display_name,
        role: value.role,
        passwordHash: value.password_hash,
        mustChangePassword: value.must_change_password === 1,
      };
    },

    async save(account) {
      inTransaction(database, () => {
        database
          .prepare(
            `INSERT INTO staff (name, display_name, role, password_hash, must_change_password) VALUES (?, ?, ?, ?, ?)
             ON CONFLICT (name) DO UPDATE SET display_name = excluded.display_name, role = excluded.role,
               password_hash = excluded.password_hash, must_change_password = excluded.must_change_password`,
          )
          .run(
            account.name,
            account.displayName,
            account.role,
            account.passwordHash,
            account.mustChangePassword ? 1 : 0,
          );
        database.prepare('DELETE FROM staff_sessions WHERE staff_name = ?').run(account.name);
      });
    },

    async openSession(sessionId, session) {
      database
        .prepare(
          `INSERT INTO staff_sessions (digest, staff_name, csrf_token, expires_at) VALUES (?, ?, ?, ?)
           ON CONFLICT (digest) DO UPDATE SET expires_at = excluded.expires_at`,
        )
        .run(digest(sessionId), session.staffName, session.csrfToken, session.expiresAt);
    },

    async session(sessionId, now) {
      database.prepare('DELETE FROM staff_sessions WHERE expires_at <= ?').run(now);
      const row = database
        .prepare('SELECT staff_name, csrf_token, expires_at FROM staff_sessions WHERE digest = ?')
        .get(digest(sessionId)) as { staff_name: string; csrf_token: string; expires_at: number } | undefined;
      return row === undefined
        ? null
        : { staffName: row.staff_name, csrfToken: row.csrf_token, expiresAt: row.expires_at };
    },

    async endSession(sessionId) {
      database.prepare('DELETE FROM staff_sessions WHERE digest = ?').run(digest(sessionId));
    },

    async recordFailure(name, at, since) {
      return inTransaction(database, () => {
        database.prepare('DELETE FROM login_failures WHERE at < ?').run(since);
        database.prepare('INSERT INTO login_failures (name, at) VALUES (?, ?)').run(name, at);
        return countFailures(database, name, since);
      });
    },

    async clearFailures(name) {
      database.prepare('DELETE FROM login_failures WHERE name = ?').run(name);
    },

    async failures(name, since) {
      return countFailures(database, name, since);
    },
  };
}

function countFailures(database: Database, name: string, since: number): number {
  const row = database.prepare('SELECT COUNT(*) AS n FROM login_failures WHERE name = ? AND at >= ?').get(name, since);
  return (row as { n: number }).n;
}
