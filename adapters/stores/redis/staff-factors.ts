import { z } from 'zod';
import type { StaffFactors } from '../../../bot/ports/staff-factors.ts';
import { PREFIX, type RedisConnection, script } from './connection.ts';

const FACTORS = `${PREFIX}staff-factors`;

const factor = z.object({ sealedKey: z.string(), lastStep: z.number(), recoveryDigests: z.array(z.string()) });

/** `cjson` writes an empty table as an object, so an empty list is written by hand. */
const KEEP = `
local function keep(name, factor)
  local text = cjson.encode(factor)
  if #factor.recoveryDigests == 0 then text = string.gsub(text, '"recoveryDigests":{}', '"recoveryDigests":[]') end
  redis.call('HSET', '${FACTORS}', name, text)
end
`;

const TAKE_STEP = script(`${KEEP}
local found = redis.call('HGET', '${FACTORS}', ARGV[1])
if not found then return 0 end
local factor, step = cjson.decode(found), tonumber(ARGV[2])
if factor.lastStep >= step then return 0 end
factor.lastStep = step
keep(ARGV[1], factor)
return 1
`);

const TAKE_CODE = script(`${KEEP}
local found = redis.call('HGET', '${FACTORS}', ARGV[1])
if not found then return 0 end
local factor = cjson.decode(found)
for index, digest in ipairs(factor.recoveryDigests) do
  if digest == ARGV[2] then
    table.remove(factor.recoveryDigests, index)
    keep(ARGV[1], factor)
    return 1
  end
end
return 0
`);

const REPLACE_CODES = script(`${KEEP}
local found = redis.call('HGET', '${FACTORS}', ARGV[1])
if not found then return 0 end
local factor = cjson.decode(found)
factor.recoveryDigests = cjson.decode(ARGV[2])
keep(ARGV[1], factor)
return 1
`);

/** Second factors in Redis. */
export function createRedisStaffFactors(connection: RedisConnection): StaffFactors {
  const { send, run } = connection;

  return {
    async factor(name) {
      const text = await send(['HGET', FACTORS, name]);
      if (typeof text !== 'string') return null;
      const value = factor.parse(JSON.parse(text));
      return { ...value, recoveryDigests: [...value.recoveryDigests].sort() };
    },

    async names() {
      const names = await send(['HKEYS', FACTORS]);
      return z.array(z.string()).parse(names).sort();
    },

    async save(name, saved) {
      await send(['HSET', FACTORS, name, JSON.stringify(saved)]);
    },

    async remove(name) {
      return Number(await send(['HDEL', FACTORS, name])) > 0;
    },

    async takeStep(name, step) {
      return Number(await run(TAKE_STEP, [name, String(step)])) === 1;
    },

    async takeRecoveryCode(name, digest) {
      return Number(await run(TAKE_CODE, [name, digest])) === 1;
    },

    async replaceRecoveryCodes(name, digests) {
      await run(REPLACE_CODES, [name, JSON.stringify(digests)]);
    },
  };
}
