import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { StaffStore } from '../../../bot/ports/staff.ts';
import { PREFIX, type RedisConnection, script } from './connection.ts';

const ACCOUNTS = `${PREFIX}staff`;
const SESSIONS = `${PREFIX}staff-sessions`;
const FAILURES = `${PREFIX}login-failures:`;
/** Longer than any time for which failures are asked; names that nobody has must not pile up. */
const FORGET_FAILURES_MS = 24 * 3_600_000;

const account = z.object({
  name: z.string(),
  displayName: z.string(),
  role: z.enum(['agent', 'supervisor', 'editor', 'spokesperson', 'admin']),
  passwordHash: z.string(),
  mustChangePassword: z.boolean(),
});
const session = z.object({ staffName: z.string(), csrfToken: z.string(), expiresAt: z.number() });

/** An office has few sessions at a time, so all of them are looked through. */
const SAVE = script(`
redis.call('HSET', '${ACCOUNTS}', ARGV[1], ARGV[2])
local sessions = redis.call('HGETALL', '${SESSIONS}')
for index = 1, #sessions, 2 do
  if cjson.decode(sessions[index + 1]).staffName == ARGV[1] then redis.call('HDEL', '${SESSIONS}', sessions[index]) end
end
return 1
`);

const FIND_SESSION = script(`
local sessions = redis.call('HGETALL', '${SESSIONS}')
for index = 1, #sessions, 2 do
  if cjson.decode(sessions[index + 1]).expiresAt <= tonumber(ARGV[2]) then
    redis.call('HDEL', '${SESSIONS}', sessions[index])
  end
end
return redis.call('HGET', '${SESSIONS}', ARGV[1])
`);

const RECORD_FAILURE = script(`
local key, at, since = '${FAILURES}' .. ARGV[1], ARGV[2], ARGV[3]
redis.call('ZREMRANGEBYSCORE', key, '-inf', '(' .. since)
redis.call('ZADD', key, at, at .. ':' .. redis.call('INCR', '${PREFIX}login-failures'))
redis.call('PEXPIRE', key, ${FORGET_FAILURES_MS})
return redis.call('ZCOUNT', key, since, '+inf')
`);

/** Staff accounts and sessions in Redis. Whoever reads it finds no usable session id: only digests are kept. */
export function createRedisStaff(connection: RedisConnection): StaffStore {
  const { send, run } = connection;
  const digest = (sessionId: string) => createHash('sha256').update(sessionId).digest('hex');

  return {
    async count() {
      return Number(await send(['HLEN', ACCOUNTS]));
    },

    async find(name) {
      const text = await send(['HGET', ACCOUNTS, name]);
      return typeof text === 'string' ? account.parse(JSON.parse(text)) : null;
    },

    async save(saved) {
      await run(SAVE, [saved.name, JSON.stringify(saved)]);
    },

    async openSession(sessionId, opened) {
      await send(['HSET', SESSIONS, digest(sessionId), JSON.stringify(opened)]);
    },

    async session(sessionId, now) {
      const text = await run(FIND_SESSION, [digest(sessionId), String(now)]);
      return typeof text === 'string' ? session.parse(JSON.parse(text)) : null;
    },

    async endSession(sessionId) {
      await send(['HDEL', SESSIONS, digest(sessionId)]);
    },

    async recordFailure(name, at, since) {
      return Number(await run(RECORD_FAILURE, [name, String(at), String(since)]));
    },

    async clearFailures(name) {
      await send(['DEL', `${FAILURES}${name}`]);
    },

    async failures(name, since) {
      return Number(await send(['ZCOUNT', `${FAILURES}${name}`, String(since), '+inf']));
    },
  };
}
