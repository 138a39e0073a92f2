import { join } from 'node:path';
import { openDatabase } from '../../../adapters/stores/libsql/database.ts';
import type { RedisServer } from '../../builders/redis-server.ts';

/** A turn as the ledger has it. */
export interface KeptTurn {
  readonly itemIds: readonly number[];
  readonly hasReply: boolean;
}

const EVERY_TURN = `
local turns = {}
for _, id in ipairs(redis.call('ZRANGE', '{giao-duc}:ledger', 0, -1)) do
  turns[#turns + 1] = redis.call('HMGET', '{giao-duc}:turn:' .. id, 'items', 'reply')
end
return turns`;

/** Every turn in the state file. */
export function readFileLedger(dataDir: string): readonly KeptTurn[] {
  const database = openDatabase(join(dataDir, 'state.db'));
  const rows = database.prepare('SELECT item_ids, reply FROM turns').all() as {
    item_ids: string;
    reply: string | null;
  }[];
  database.close();
  return rows.map(({ item_ids, reply }) => ({ itemIds: JSON.parse(item_ids), hasReply: reply !== null }));
}

/** Every turn in Redis. */
export async function readRedisLedger(redis: Pick<RedisServer, 'command'>): Promise<readonly KeptTurn[]> {
  const turns = (await redis.command('EVAL', EVERY_TURN, '0')) as [string, string][];
  return turns.map(([items, reply]) => ({ itemIds: JSON.parse(items), hasReply: reply !== '' }));
}

/** How many of the numbers stand there before. */
export function numbersTwice(numbers: readonly number[]): number {
  return numbers.length - new Set(numbers).size;
}
