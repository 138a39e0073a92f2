import { PREFIX, type RedisConnection, script } from './connection.ts';
import { SHARED } from './lua.ts';

/** What must be true when the changes are made, else none is. */
export type Guard =
  /** The value of a key is what was read; `null`: there is none. */
  | readonly ['equal', string, string | null]
  /** What a reading command answers is what was read: answer as text or `null`, command, key, more words. */
  | readonly ['reads', string | null, string, string, ...string[]]
  /** The claim of a conversation's mail stands. */
  | readonly ['claim', string, number]
  /** These are the oldest waiting messages of a conversation, all of them still waiting. */
  | readonly ['oldest', string, ...number[]];

const KINDS: readonly Guard[0][] = ['equal', 'reads', 'claim', 'oldest'];

/** One change. Keys carry no prefix. */
export type Step =
  /** A command of Redis on one key. */
  | readonly ['call', string, string, ...string[]]
  /** Takes waiting messages out of the line and forgets them. */
  | readonly ['take', string, ...number[]]
  /** Appends a line to a transcript: conversation, JSON, key it was heard with or `''`. */
  | readonly ['line', string, string, string]
  /**
   * Appends a line that is to be sent: conversation, JSON, correlation id, channel, time, when its mail came in or `''`,
   * time before which it is not sent.
   */
  | readonly ['send', string, string, string, string, number, string, number]
  /** Notes that words to a citizen quote documents: conversation, document ids. */
  | readonly ['cite', string, ...string[]]
  /** Ends a row that is to be sent: row id, state, reason, time. */
  | readonly ['end', string, string, string, number]
  /** Ends the words of the bot that nobody handed over yet, but those that leave over staff: conversation, reason, time. */
  | readonly ['withhold', string, string, number]
  /** Takes a row out of the outbox, whatever its state: row id. */
  | readonly ['unsend', string]
  /** A ticket is found by these words from now on, too: its number, words as `searchWords` gives them. */
  | readonly ['words', number, ...string[]]
  /** A ticket is found by no word any more: its number. */
  | readonly ['forget', number];

/** Changes, and what must be true when they are made. */
export interface GuardedSteps {
  readonly steps: readonly Step[];
  readonly guards: readonly Guard[];
}

const apply = script(`${SHARED}
local guards, steps = cjson.decode(ARGV[2]), cjson.decode(ARGV[3])

for _, guard in ipairs(guards) do
  local kind, of = guard[1], guard[2]
  if kind == 'equal' then
    local now = redis.call('GET', p .. of)
    if guard[3] == cjson.null then
      if now then return kind end
    elseif now ~= guard[3] then return kind end
  elseif kind == 'reads' then
    local now = redis.call(guard[3], p .. guard[4], unpack(guard, 5))
    if (now and tostring(now)) ~= (of ~= cjson.null and of) then return kind end
  elseif kind == 'claim' then
    if not holds(of, text(guard[3])) then return kind end
  else
    local expected, count = {}, #guard - 2
    for i = 3, #guard do expected[member(guard[i])] = true end
    local oldest = redis.call('ZRANGE', p .. 'mail:' .. of, 0, count - 1)
    if #oldest ~= count then return kind end
    for _, id in ipairs(oldest) do if not expected[id] then return kind end end
  end
end

local function append(conversation, line)
  local id = nextId('line')
  redis.call('HSET', p .. 'lines:' .. conversation, id, line)
  redis.call('ZADD', p .. 'order:' .. conversation, id, id)
  return id
end

local function cite(conversation, document)
  redis.call('SADD', p .. 'cited-documents', document)
  redis.call('ZADD', p .. 'cited:' .. document, 0, conversation)
  redis.call('SADD', p .. 'cited-of:' .. conversation, document)
end

local perform = {}
function perform.cite(step)
  for i = 3, #step do cite(step[2], step[i]) end
end
function perform.call(step)
  redis.call(step[2], p .. step[3], unpack(step, 4))
end
function perform.take(step)
  for i = 3, #step do
    takeOut(step[2], step[i])
    redis.call('DEL', p .. 'item:' .. text(step[i]))
  end
  place(step[2])
end
function perform.line(step)
  local id = append(step[2], step[3])
  if step[4] ~= '' then redis.call('HSET', p .. 'heard:' .. step[2], step[4], id) end
end
function perform.send(step)
  local conversation, line, correlation, channel, at, received, sendAt = unpack(step, 2)
  local id = append(conversation, line)
  -- Words that must reach the citizen whoever owns the conversation wait for nothing: what is held goes before them.
  local said = cjson.decode(line)
  for _, citation in ipairs(said.citations) do cite(conversation, citation.documentId) end
  if said.overStaff == true then
    for _, held in ipairs(redis.call('ZRANGE', p .. 'open:' .. conversation, 0, -1)) do
      local state, attempts, next = unpack(out(number(held), 'state', 'attempts', 'next'))
      if state == 'pending' and attempts == '0' and number(next) > at then
        redis.call('HSET', p .. 'out:' .. number(held), 'next', text(at))
      end
    end
  end
  redis.call('SET', p .. 'correlation:' .. correlation, id)
  redis.call('HSET', p .. 'out:' .. id, 'correlation', correlation, 'conversation', conversation, 'channel', channel,
    'state', 'pending', 'attempts', '0', 'next', text(sendAt), 'created', text(at), 'received', received, 'reason', '', 'pieces', '0')
  redis.call('ZADD', p .. 'open:' .. conversation, id, member(id))
  redis.call('ZADD', p .. 'unsent', at, member(id))
  queue(conversation, channel)
end
perform['end'] = function(step)
  finish(step[2], step[3], '', step[4], text(step[5]), 0)
end
function perform.withhold(step)
  for _, id in ipairs(redis.call('ZRANGE', p .. 'open:' .. step[2], 0, -1)) do
    local line = cjson.decode(redis.call('HGET', p .. 'lines:' .. step[2], number(id)))
    if line.author == 'bot' and line.overStaff ~= true and out(number(id), 'state')[1] == 'pending' then
      finish(number(id), 'withheld', '', step[3], text(step[4]), 0)
    end
  end
end
function perform.unsend(step)
  local id = step[2]
  local correlation, conversation, channel = unpack(out(id, 'correlation', 'conversation', 'channel'))
  if not correlation then return end
  redis.call('DEL', p .. 'correlation:' .. correlation, p .. 'out:' .. id)
  redis.call('ZREM', p .. 'open:' .. conversation, member(id))
  redis.call('ZREM', p .. 'unsent', member(id))
  redis.call('ZREM', p .. 'unconfirmed:' .. conversation, member(id))
  queue(conversation, channel)
end
function perform.words(step)
  local ticket = text(step[2])
  for i = 3, #step do
    redis.call('SADD', p .. 'word:' .. step[i], ticket)
    redis.call('SADD', p .. 'words-of:' .. ticket, step[i])
  end
end
function perform.forget(step)
  local ticket = text(step[2])
  for _, word in ipairs(redis.call('SMEMBERS', p .. 'words-of:' .. ticket)) do
    redis.call('SREM', p .. 'word:' .. word, ticket)
  end
  redis.call('DEL', p .. 'words-of:' .. ticket)
end

for _, step in ipairs(steps) do perform[step[1]](step) end
return ''`);

/**
 * Makes all changes at once, or none: none when a guard fails, whose kind is returned then. Read, decide in TypeScript,
 * write with the read values as guards, read again when one failed: nobody waits for anybody.
 */
export async function applyChanges(
  connection: RedisConnection,
  guards: readonly Guard[],
  steps: readonly Step[],
): Promise<Guard[0] | null> {
  const failed = await connection.run(apply, [PREFIX, JSON.stringify(guards), JSON.stringify(steps)]);
  return KINDS.find((kind) => kind === failed) ?? null;
}

/** How often a change is decided anew when others are faster. */
const TRIES = 50;

/**
 * Runs `attempt` until it did not lose against another change.
 * @param attempt gives `null` when it lost
 */
export async function untilApplied<T>(attempt: () => Promise<T | null>): Promise<T> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const result = await attempt();
    if (result !== null) return result;
  }
  throw new Error(`A change lost against others ${TRIES} times in a row.`);
}
