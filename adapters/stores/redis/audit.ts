import { z } from 'zod';
import type { AuditEntry, AuditLog } from '../../../bot/ports/audit.ts';
import { chained, verifyChain } from '../audit-chain.ts';
import { untilApplied } from './apply-changes.ts';
import { PREFIX, type RedisConnection, script } from './connection.ts';
import { SHARED } from './lua.ts';
import { auditJson } from './stored-json.ts';

/** Appends only behind the entry that the new one was chained to. */
const append = script(`${SHARED}
local log = p .. 'audit'
if (redis.call('LINDEX', log, -1) or '') ~= ARGV[2] then return 0 end
redis.call('RPUSH', log, ARGV[3])
return 1`);

/** The audit log in Redis: a list of JSON entries, the first one first. */
export function createRedisAudit(connection: RedisConnection): AuditLog {
  async function list(after: number, limit: number): Promise<readonly AuditEntry[]> {
    const range = [String(after), String(after + limit - 1)];
    return z.array(auditJson).parse(await connection.send(['LRANGE', `${PREFIX}audit`, ...range]));
  }

  return {
    append: (event) =>
      untilApplied(async () => {
        const last = await connection.send(['LINDEX', `${PREFIX}audit`, '-1']);
        const entry = chained(event, last === null ? null : auditJson.parse(last));
        const done = await connection.run(append, [PREFIX, last === null ? '' : String(last), JSON.stringify(entry)]);
        return done === 1 ? entry : null;
      }),
    list,
    count: async () => Number(await connection.send(['LLEN', `${PREFIX}audit`])),
    verify: () => verifyChain(list),
  };
}
