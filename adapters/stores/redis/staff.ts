import { createHash } from 'node:crypto';
import { z } from 'zod';
import { LOGIN_FAILURES_MS } from '../../../bot/ports/retention.ts';
import type { StaffStore } from '../../../bot/ports/staff.ts';
import { PREFIX, type RedisConnection, script } from './connection.ts';

const ACCOUNTS = `${PREFIX}staff`;
const LOGINS = `${PREFIX}staff-logins`;
const SESSIONS = `${PREFIX}staff-sessions`;
const FAILURES = `${PREFIX}login-failures:`;

const account = z.object({
  name: z.string(),
  displayName: z.string(),
  role: z.enum(['agent', 'supervisor', 'editor', 'spokesperson', 'admin']),
  passwordHash: z.string(),
  mustChangePassword: z.boolean(),
  group: z.string().nullable(),
  disabled: z.boolean(),
});
const session = z.object({
  staffName: z.string(),
  csrfToken: z.string(),
  stage: z.enum(['code', 'enrolment', 'open']),
  device: z.string(),
  openedAt: z.number(),
  lastUsedAt: z.number(),
  expiresAt: z.number(),
});
const pairs = z.array(z.string());
const failuresReply = z.tuple([z.number(), z.string().transform(Number).nullable()]);

/** An office has few sessions and accounts, so all of them are looked through. */
const END_SESSIONS = `
local function endSessions(name, except)
  local ended, sessions = 0, redis.call('HGETALL', '${SESSIONS}')
  for index = 1, #sessions, 2 do
    if sessions[index] ~= except and cjson.decode(sessions[index + 1]).staffName == name then
      redis.call('HDEL', '${SESSIONS}', sessions[index])
      ended = ended + 1
    end
  end
  return ended
end
`;

const SAVE = script(`${END_SESSIONS}
local function isActiveAdmin(account) return account.role == 'admin' and not account.disabled end
local function hasOtherAdmin(name)
  for _, text in ipairs(redis.call('HVALS', '${ACCOUNTS}')) do
    local other = cjson.decode(text)
    if other.name ~= name and isActiveAdmin(other) then return true end
  end
  return false
end
local found, after = redis.call('HGET', '${ACCOUNTS}', ARGV[1]), cjson.decode(ARGV[2])
local before = found and cjson.decode(found)
if before and isActiveAdmin(before) and not isActiveAdmin(after) and not hasOtherAdmin(ARGV[1]) then
  return 'last-admin'
end
redis.call('HSET', '${ACCOUNTS}', ARGV[1], ARGV[2])
if before and (before.role ~= after.role or before.passwordHash ~= after.passwordHash
  or before.mustChangePassword ~= after.mustChangePassword or before.disabled ~= after.disabled) then
  endSessions(ARGV[1], '')
end
return 'saved'
`);

const REHASH = script(`
local found = redis.call('HGET', '${ACCOUNTS}', ARGV[1])
local account = found and cjson.decode(found)
if not account or account.passwordHash ~= ARGV[2] then return 0 end
account.passwordHash = ARGV[3]
redis.call('HSET', '${ACCOUNTS}', ARGV[1], cjson.encode(account))
return 1
`);

const PROLONG = script(`
local found = redis.call('HGET', '${SESSIONS}', ARGV[1])
if not found then return 0 end
local session = cjson.decode(found)
session.lastUsedAt, session.expiresAt = tonumber(ARGV[2]), tonumber(ARGV[3])
redis.call('HSET', '${SESSIONS}', ARGV[1], cjson.encode(session))
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

const END_LISTED = script(`
local found = redis.call('HGET', '${SESSIONS}', ARGV[2])
if not found or cjson.decode(found).staffName ~= ARGV[1] then return 0 end
return redis.call('HDEL', '${SESSIONS}', ARGV[2])
`);

const END_ALL = script(`${END_SESSIONS}
return endSessions(ARGV[1], ARGV[2])
`);

/** Names that nobody has must not pile up, so each key goes a day after its last failure. */
const RECORD_FAILURE = script(`
local key, at, since = '${FAILURES}' .. ARGV[1], ARGV[2], ARGV[3]
redis.call('ZREMRANGEBYSCORE', key, '-inf', '(' .. (tonumber(at) - ${LOGIN_FAILURES_MS}))
redis.call('ZADD', key, at, at .. ':' .. redis.call('INCR', '${PREFIX}login-failures'))
redis.call('PEXPIRE', key, ${LOGIN_FAILURES_MS})
return redis.call('ZCOUNT', key, since, '+inf')
`);

const FAILURES_SINCE = script(`
local key, since = '${FAILURES}' .. ARGV[1], ARGV[2]
local last = redis.call('ZREVRANGEBYSCORE', key, '+inf', since, 'WITHSCORES', 'LIMIT', 0, 1)
return { redis.call('ZCOUNT', key, since, '+inf'), last[2] or false }
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

    async list() {
      const [texts, logins] = await Promise.all([send(['HVALS', ACCOUNTS]), send(['HGETALL', LOGINS])]);
      const lastLogins = new Map(byTwos(pairs.parse(logins)));
      return pairs
        .parse(texts)
        .map((text) => account.parse(JSON.parse(text)))
        .sort((a, b) => (a.name < b.name ? -1 : 1))
        .map((found) => {
          const at = lastLogins.get(found.name);
          return { account: found, lastLoginAt: at === undefined ? null : Number(at) };
        });
    },

    async save(saved) {
      const end = await run(SAVE, [saved.name, JSON.stringify(saved)]);
      return end === 'last-admin' ? 'last-admin' : 'saved';
    },

    async rehash(name, from, to) {
      await run(REHASH, [name, from, to]);
    },

    async recordLogin(name, at) {
      await send(['HSET', LOGINS, name, String(at)]);
    },

    async openSession(sessionId, opened) {
      await send(['HSET', SESSIONS, digest(sessionId), JSON.stringify(opened)]);
    },

    async prolongSession(sessionId, lastUsedAt, expiresAt) {
      await run(PROLONG, [digest(sessionId), String(lastUsedAt), String(expiresAt)]);
    },

    async session(sessionId, now) {
      const text = await run(FIND_SESSION, [digest(sessionId), String(now)]);
      return typeof text === 'string' ? session.parse(JSON.parse(text)) : null;
    },

    async sessionsOf(name, now) {
      return byTwos(pairs.parse(await send(['HGETALL', SESSIONS])))
        .map(([key, text]) => ({ key, session: session.parse(JSON.parse(text)) }))
        .filter((listed) => listed.session.staffName === name && listed.session.expiresAt > now)
        .sort((a, b) => b.session.lastUsedAt - a.session.lastUsedAt);
    },

    async endSession(sessionId) {
      await send(['HDEL', SESSIONS, digest(sessionId)]);
    },

    async endListedSession(name, key) {
      return Number(await run(END_LISTED, [name, key])) === 1;
    },

    async endSessions(name, exceptSessionId) {
      return Number(await run(END_ALL, [name, exceptSessionId === null ? '' : digest(exceptSessionId)]));
    },

    async recordFailure(key, at, since) {
      return Number(await run(RECORD_FAILURE, [key, String(at), String(since)]));
    },

    async clearFailures(key) {
      await send(['DEL', `${FAILURES}${key}`]);
    },

    async failures(key, since) {
      const [count, lastAt] = failuresReply.parse(await run(FAILURES_SINCE, [key, String(since)]));
      return { count, lastAt };
    },
  };
}

/** Fields and values of a hash, which Redis gives in one list. */
function byTwos(list: readonly string[]): readonly (readonly [string, string])[] {
  return list.flatMap((field, index) => (index % 2 === 0 ? [[field, list[index + 1] ?? ''] as const] : []));
}
