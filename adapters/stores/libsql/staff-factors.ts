import { z } from 'zod';
import type { StaffFactors } from '../../../bot/ports/staff-factors.ts';
import { type Database, inTransaction } from './database.ts';

const factorRow = z.object({ sealed_key: z.string(), last_step: z.number() });
const nameRow = z.object({ staff_name: z.string() });
const codeRow = z.object({ digest: z.string() });

/** Second factors in the state file. */
export function createLibsqlStaffFactors(database: Database): StaffFactors {
  function keepCodes(name: string, digests: readonly string[]): void {
    database.prepare('DELETE FROM staff_recovery_codes WHERE staff_name = ?').run(name);
    const insert = database.prepare('INSERT INTO staff_recovery_codes (staff_name, digest) VALUES (?, ?)');
    for (const digest of digests) insert.run(name, digest);
  }

  return {
    async factor(name) {
      return inTransaction(database, () => {
        const row = database.prepare('SELECT * FROM staff_factors WHERE staff_name = ?').get(name);
        if (row === undefined) return null;
        const { sealed_key: sealedKey, last_step: lastStep } = factorRow.parse(row);
        const codes = database
          .prepare('SELECT digest FROM staff_recovery_codes WHERE staff_name = ? ORDER BY digest')
          .all(name);
        return { sealedKey, lastStep, recoveryDigests: codes.map((code) => codeRow.parse(code).digest) };
      });
    },

    async names() {
      const rows = database.prepare('SELECT staff_name FROM staff_factors ORDER BY staff_name').all();
      return rows.map((row) => nameRow.parse(row).staff_name);
    },

    async save(name, factor) {
      inTransaction(database, () => {
        database
          .prepare(
            `INSERT INTO staff_factors (staff_name, sealed_key, last_step) VALUES (?, ?, ?)
             ON CONFLICT (staff_name) DO UPDATE SET sealed_key = excluded.sealed_key, last_step = excluded.last_step`,
          )
          .run(name, factor.sealedKey, factor.lastStep);
        keepCodes(name, factor.recoveryDigests);
      });
    },

    async remove(name) {
      return inTransaction(database, () => {
        keepCodes(name, []);
        return database.prepare('DELETE FROM staff_factors WHERE staff_name = ?').run(name).changes > 0;
      });
    },

    async takeStep(name, step) {
      return (
        database
          .prepare('UPDATE staff_factors SET last_step = ? WHERE staff_name = ? AND last_step < ?')
          .run(step, name, step).changes > 0
      );
    },

    async takeRecoveryCode(name, digest) {
      return (
        database.prepare('DELETE FROM staff_recovery_codes WHERE staff_name = ? AND digest = ?').run(name, digest)
          .changes > 0
      );
    },

    async replaceRecoveryCodes(name, digests) {
      inTransaction(database, () => keepCodes(name, digests));
    },
  };
}
