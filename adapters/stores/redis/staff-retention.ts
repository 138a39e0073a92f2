import { PREFIX, type RedisConnection, script } from './connection.ts';
import { keysLike } from './walk-keys.ts';

/** One hash, digest → JSON. An office has few sessions at a time, so all of them are looked through. */
export const SESSIONS = `${PREFIX}staff-sessions`;
/** One sorted set of times for each name. */
export const FAILURES = 'login-failures:';

/** Lua: ends the sessions whose time is over at `now` and tells how many. */
export const END_SESSIONS = `
local function endSessions(now)
  local ended = 0
  local sessions = redis.call('HGETALL', '${SESSIONS}')
  for index = 1, #sessions, 2 do
    if cjson.decode(sessions[index + 1]).expiresAt <= tonumber(now) then
      ended = ended + redis.call('HDEL', '${SESSIONS}', sessions[index])
    end
  end
  return ended
end
`;

const endAll = script(`${END_SESSIONS}
return endSessions(ARGV[1])`);

/** Ends the sessions whose time is over, and tells how many. */
export async function endSessions(connection: RedisConnection, now: number): Promise<number> {
  return Number(await connection.run(endAll, [String(now)]));
}

/** Forgets failed log-ins before `until`, and tells how many. */
export async function forgetFailures(connection: RedisConnection, until: number): Promise<number> {
  let forgotten = 0;
  for await (const name of keysLike(connection, FAILURES)) {
    const key = `${PREFIX}${FAILURES}${name}`;
    forgotten += Number(await connection.send(['ZREMRANGEBYSCORE', key, '-inf', `(${until}`]));
  }
  return forgotten;
}
