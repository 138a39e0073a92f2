import type { Lease } from '../../leader.ts';
import { PREFIX, type RedisConnection, script } from './connection.ts';

const HOLD = script(`
local holder = redis.call('GET', ARGV[1])
if holder == ARGV[2] then
  redis.call('PEXPIRE', ARGV[1], ARGV[3])
  return 1
end
return redis.call('SET', ARGV[1], ARGV[2], 'NX', 'PX', ARGV[3]) and 1 or 0
`);

const RELEASE = script(`
if redis.call('GET', ARGV[1]) == ARGV[2] then return redis.call('DEL', ARGV[1]) end
return 0
`);

/**
 * A right that one holder has at a time, counted by the clock of Redis. It ends by itself when it is not lengthened.
 * @param holder unlike any other holder's name
 */
export function createRedisLease(connection: RedisConnection, name: string, holder: string, ms: number): Lease {
  const key = `${PREFIX}lease:${name}`;
  return {
    ms,
    async hold() {
      return (await connection.run(HOLD, [key, holder, String(ms)])) === 1;
    },
    async release() {
      await connection.run(RELEASE, [key, holder]);
    },
  };
}
