import { z } from 'zod';
import { MAIL_ROWS_MS } from '../../../bot/ports/retention.ts';
import { PREFIX, type RedisConnection } from '../redis/connection.ts';
import { scanKeys } from '../redis/scan-keys.ts';
import { CONVERSATION_DEFAULTS, orderJson, TICKET_DEFAULTS } from '../redis/stored-json.ts';
import { BATCH, type Json, type Kind, keysSince, type ReadState, type StateRecord } from './kinds.ts';

const texts = z.array(z.string());
const record = z.record(z.string(), z.json());
const hashReply = texts.transform((flat) => {
  const pairs = Array.from({ length: flat.length / 2 }, (_, index) => [
    flat[2 * index] ?? '',
    flat[2 * index + 1] ?? '',
  ]);
  return Object.fromEntries(pairs) as Readonly<Record<string, string>>;
});

/**
 * Reads the state in Redis. The names of all keys of one kind are held in memory meanwhile, because Redis may name a key
 * twice.
 * @param now when the move began, ms since epoch; the same for every reading of it
 */
export function createRedisReader({ send }: RedisConnection, now: number): ReadState {
  const hash = async (key: string) => hashReply.parse(await send(['HGETALL', `${PREFIX}${key}`]));
  const keysOf = (family: string) => scanKeys({ send }, `${family}:`);

  /** Members of a sorted set, by score. */
  async function* membersOf(key: string): AsyncGenerator<string> {
    for (let start = 0; ; start += BATCH) {
      const range = ['ZRANGE', `${PREFIX}${key}`, String(start), String(start + BATCH - 1)];
      const found = texts.parse(await send(range));
      yield* found;
      if (found.length < BATCH) return;
    }
  }

  async function readJson(key: string): Promise<StateRecord> {
    return readRecord(await send(['GET', `${PREFIX}${key}`]));
  }

  async function readItem(member: string, state: 'waiting' | 'parked'): Promise<StateRecord> {
    const item = await hash(`item:${Number(member)}`);
    return {
      id: Number(member),
      key: item['key'] ?? null,
      conversationId: item['conversation'] ?? null,
      channel: item['channel'] ?? null,
      activity: item['activity'] ?? null,
      at: Number(item['at']),
      receivedAt: Number(item['received']),
      state,
      attempts: Number(item['attempts']),
    };
  }

  async function* readMail(): AsyncGenerator<Question> {
    for await (const member of membersOf('inbox')) yield () => readItem(member, 'waiting');
    for await (const member of membersOf('parked')) yield () => readItem(member, 'parked');
  }

  async function* readKeys(): AsyncGenerator<Question> {
    const ofMail = new Set<Json | undefined>();
    for await (const items of inBatches(readMail())) for (const { key } of items) ofMail.add(key);
    for (const key of await keysOf('arrived')) if (!ofMail.has(key)) yield () => readKey(key);
  }

  async function readKey(key: string): Promise<readonly StateRecord[]> {
    const receivedAt = Number(await send(['PEXPIRETIME', `${PREFIX}arrived:${key}`])) - MAIL_ROWS_MS;
    return receivedAt > keysSince(now) ? [{ key, receivedAt }] : [];
  }

  async function readLines(conversationId: string): Promise<readonly StateRecord[]> {
    const [lines, heard] = await Promise.all([hash(`lines:${conversationId}`), hash(`heard:${conversationId}`)]);
    const heardKeys = new Map(Object.entries(heard).map(([key, id]) => [id, key]));
    return Object.entries(lines).map(([id, line]) => ({
      ...withoutOverStaff(readRecord(line)),
      id: Number(id),
      conversationId,
      heardKey: heardKeys.get(id) ?? null,
    }));
  }

  async function readOutgoing(id: string): Promise<StateRecord> {
    const out = await hash(`out:${id}`);
    const line = await send(['HGET', `${PREFIX}lines:${out['conversation']}`, id]);
    return {
      overStaff: line !== null && readRecord(line)['overStaff'] === true,
      id: Number(id),
      correlationId: out['correlation'] ?? null,
      conversationId: out['conversation'] ?? null,
      channel: out['channel'] ?? null,
      state: out['state'] ?? null,
      attempts: Number(out['attempts']),
      nextAt: Number(out['next']),
      providerMessageId: out['provider'] || null,
      reason: out['reason'] || null,
      createdAt: Number(out['created']),
      endedAt: numberOrNull(out['ended']),
      piecesSent: Number(out['pieces'] ?? 0),
      receivedAt: numberOrNull(out['received']),
    };
  }

  async function readTurn(turnId: string): Promise<StateRecord> {
    const turn = await hash(`turn:${turnId}`);
    return {
      turnId,
      conversationId: turn['conversation'] ?? null,
      epoch: Number(turn['epoch']),
      at: Number(turn['at']),
      itemIds: JSON.parse(turn['items'] ?? '[]'),
      question: turn['question'] ?? '',
      outcome: turn['outcome'] ?? null,
      topic: turn['topic'] || null,
      priority: turn['priority'] || null,
      decidedBy: turn['decidedBy'] ?? null,
      reply: turn['reply'] || null,
      citations: JSON.parse(turn['citations'] ?? '[]'),
      ms: Number(turn['ms']),
      trace: turn['trace'] ? JSON.parse(turn['trace']) : null,
    };
  }

  /** A gap or a correction; the file has some of its fields beside the whole. */
  async function readWhole(key: string): Promise<StateRecord> {
    const content = await readJson(key);
    const { id = null, openedAt = null, version = null } = content;
    return { id, openedAt, version, content };
  }

  async function readIncident(key: string): Promise<StateRecord> {
    const content = await readJson(`incident:${key}`);
    const { id = null, filedAt = null, version = null } = content;
    return { id, filedAt, version, content };
  }

  /** Their next moment comes of their contents. */
  async function readReminders(key: string): Promise<StateRecord> {
    const { reminders: content = [], ...list } = await readJson(`reminders-of:${key}`);
    return { ...list, content };
  }

  async function readTellings(correctionId: string): Promise<readonly StateRecord[]> {
    return Object.values(await hash(`correction-told:${correctionId}`)).map(readRecord);
  }

  async function readPending(conversationId: string): Promise<StateRecord> {
    const found = await send(['LRANGE', `${PREFIX}pending-erasures:${conversationId}`, '0', '-1']);
    const orders = z.array(orderJson).parse(found);
    return { conversationId, codes: orders.map(({ code }) => code) };
  }

  async function readHold(id: string): Promise<StateRecord> {
    const { by: placedBy = null, ...hold } = await readJson(`hold:${id}`);
    return { ...hold, placedBy };
  }

  async function readCounter(name: string): Promise<readonly StateRecord[]> {
    const value = Number(await send(['HGET', `${PREFIX}ids`, name]));
    return value > 0 ? [{ name, value }] : [];
  }

  /** When somebody last logged in stands beside the account. */
  async function readAccounts(key: string): Promise<readonly StateRecord[]> {
    const [accounts, logins] = await Promise.all([hash(key), hash('staff-logins')]);
    return Object.values(accounts).map((text) => {
      const { group = null, ...account } = readRecord(text);
      return { ...account, staffGroup: group, lastLoginAt: numberOrNull(logins[String(account['name'])]) };
    });
  }

  async function readFactors(key: string): Promise<readonly StateRecord[]> {
    return Object.entries(await hash(key)).map(([staffName, text]) => {
      const { sealedKey = null, lastStep = null, recoveryDigests } = readRecord(text);
      const codes = Array.isArray(recoveryDigests) ? recoveryDigests.map(String).sort() : [];
      return { staffName, sealedKey, lastStep, codes };
    });
  }

  async function readAudit(key: string): Promise<readonly StateRecord[]> {
    return texts.parse(await send(['LRANGE', `${PREFIX}${key}`, '0', '-1'])).map(readRecord);
  }

  async function readDelays(): Promise<readonly StateRecord[]> {
    return Object.entries(await hash('not-before'))
      .map(([conversationId, before]) => ({ conversationId, notBefore: Number(before) }))
      .filter(({ notBefore }) => notBefore > 0);
  }

  async function* turns(): AsyncGenerator<Question> {
    for await (const id of membersOf('ledger')) yield () => readTurn(id);
  }

  async function* eachOf(family: string, read: (id: string) => ReturnType<Question>): AsyncGenerator<Question> {
    for (const id of await keysOf(family)) yield () => read(id);
  }

  async function* each(
    names: readonly string[],
    read: (name: string) => ReturnType<Question>,
  ): AsyncGenerator<Question> {
    for (const name of names) yield () => read(name);
  }

  const questions: Readonly<Record<Kind, () => AsyncIterable<Question>>> = {
    counters: () => each(['item', 'line', 'ticket', 'note'], readCounter),
    mail: readMail,
    keys: readKeys,
    delays: () => each(['not-before'], readDelays),
    conversations: () =>
      eachOf('conversation', async (id) => ({ ...CONVERSATION_DEFAULTS, ...(await readJson(`conversation:${id}`)) })),
    lines: () => eachOf('lines', readLines),
    outbox: () => eachOf('out', readOutgoing),
    tickets: () => eachOf('ticket', async (id) => ({ ...TICKET_DEFAULTS, ...(await readJson(`ticket:${id}`)) })),
    notes: () => eachOf('note', (id) => readJson(`note:${id}`)),
    turns,
    gapQuestions: () => eachOf('gap-question', (id) => readJson(`gap-question:${id}`)),
    gaps: () => eachOf('gap', (id) => readWhole(`gap:${id}`)),
    corrections: () => eachOf('correction', (id) => readWhole(`correction:${id}`)),
    tellings: () => eachOf('correction-told', readTellings),
    ratings: () => eachOf('rating', (id) => readJson(`rating:${id}`)),
    reminders: () => eachOf('reminders-of', readReminders),
    links: () => eachOf('link', (id) => readJson(`link:${id}`)),
    partings: () => eachOf('parted', (id) => readJson(`parted:${id}`)),
    incidents: () => eachOf('incident', readIncident),
    staff: () => each(['staff'], readAccounts),
    factors: () => each(['staff-factors'], readFactors),
    audit: () => each(['audit'], readAudit),
    kept: () =>
      each(['kept'], async (key) => Object.entries(await hash(key)).map(([name, value]) => ({ name, value }))),
    erasures: () => eachOf('erasure', (code) => readJson(`erasure:${code}`)),
    pending: () => eachOf('pending-erasures', readPending),
    holds: () => eachOf('hold', readHold),
  };

  return (kind) => inBatches(questions[kind]());
}

/** Asks for one record, or for several that lie together. */
type Question = () => Promise<StateRecord | readonly StateRecord[]>;

/** Questions of one batch travel together. */
async function* inBatches(questions: AsyncIterable<Question>): AsyncGenerator<readonly StateRecord[]> {
  let waiting: Question[] = [];
  const ask = async () => (await Promise.all(waiting.map((question) => question()))).flat();
  for await (const question of questions) {
    waiting.push(question);
    if (waiting.length < BATCH) continue;
    yield await ask();
    waiting = [];
  }
  if (waiting.length > 0) yield await ask();
}

function readRecord(text: unknown): StateRecord {
  return record.parse(JSON.parse(z.string().parse(text)));
}

/** In Redis the line knows what the outbox row knows elsewhere. */
function withoutOverStaff({ overStaff: _overStaff, ...line }: StateRecord): StateRecord {
  return line;
}

function numberOrNull(text: string | undefined): number | null {
  return text === undefined || text === '' ? null : Number(text);
}
