import { z } from 'zod';
import type { AuditEntry, AuditLog } from '../../../bot/ports/audit.ts';
import { chained, verifyChain } from '../audit-chain.ts';
import type { Database } from './database.ts';
import { groupCommitOf } from './group-commit.ts';

const auditRow = z.object({
  number: z.number(),
  at: z.number(),
  actor: z.string(),
  action: z.string(),
  subject: z.string(),
  facts: z.string().transform((text) => JSON.parse(text)),
  previous: z.string(),
  hash: z.string(),
});

const countRow = z.object({ entries: z.number() });

/** The audit log in the state file; triggers refuse to change or delete a row. */
export function createLibsqlAudit(database: Database): AuditLog {
  const selectLast = database.prepare('SELECT * FROM audit ORDER BY number DESC LIMIT 1');
  const selectAfter = database.prepare('SELECT * FROM audit WHERE number > ? ORDER BY number LIMIT ?');
  const selectCount = database.prepare('SELECT coalesce(max(number), 0) AS entries FROM audit');
  const insert = database.prepare(
    'INSERT INTO audit (number, at, actor, action, subject, facts, previous, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
  );

  async function list(after: number, limit: number): Promise<readonly AuditEntry[]> {
    return selectAfter.all(after, limit).map((row) => auditRow.parse(row));
  }

  const commitTogether = groupCommitOf(database);
  return {
    async append(event) {
      return commitTogether(() => {
        const last = selectLast.get();
        const entry = chained(event, last === undefined ? null : auditRow.parse(last));
        const { number, at, actor, action, subject, facts, previous, hash } = entry;
        insert.run(number, at, actor, action, subject, JSON.stringify(facts), previous, hash);
        return entry;
      });
    },
    list,
    count: async () => countRow.parse(selectCount.get()).entries,
    verify: () => verifyChain(list),
  };
}
