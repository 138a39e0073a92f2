import { z } from 'zod';
import { StoreUnavailable } from '../../../bot/ports/store-health.ts';
import { StoreUnusable } from '../errors.ts';
import type { RedisConnection } from './connection.ts';

/** What a Redis server tells about itself. */
export interface ServerFacts {
  readonly version: string;
  readonly isReplica: boolean;
  readonly isLoading: boolean;
  /** Replicas connected to it. */
  readonly replicas: number;
  /** Whether it keeps an append-only file. */
  readonly appendOnly: boolean;
  /** When that file is flushed to disk: `always`, `everysec` or `no`; `null` when the server does not tell. */
  readonly appendFsync: string | null;
  /** Bytes; 0 = no limit. */
  readonly maxMemory: number;
  readonly usedMemory: number;
  /** What becomes of data when `maxMemory` is reached. */
  readonly evictionPolicy: string;
}

/** What the stores were written for, and are tested with. */
export const LEAST_VERSION = 7;

const info = z.object({
  redis_version: z.string(),
  role: z.string(),
  loading: z.string(),
  connected_slaves: z.coerce.number().default(0),
  aof_enabled: z.string(),
  maxmemory: z.coerce.number(),
  used_memory: z.coerce.number(),
  maxmemory_policy: z.string(),
});

/** @throws StoreUnavailable; the refusal of Redis where the user of REDIS_URL may not ask */
export async function readServerFacts({ send }: RedisConnection): Promise<ServerFacts> {
  const lines = String(await send(['INFO']))
    .split('\r\n')
    .map((line) => line.split(/:(.*)/s, 2));
  const told = info.parse(Object.fromEntries(lines));
  return {
    version: told.redis_version,
    isReplica: told.role !== 'master',
    isLoading: told.loading !== '0',
    replicas: told.connected_slaves,
    appendOnly: told.aof_enabled === '1',
    appendFsync: await readAppendFsync(send),
    maxMemory: told.maxmemory,
    usedMemory: told.used_memory,
    evictionPolicy: told.maxmemory_policy,
  };
}

/** Hosted servers often refuse to show their configuration. */
async function readAppendFsync(send: RedisConnection['send']): Promise<string | null> {
  try {
    const reply = await send(['CONFIG', 'GET', 'appendfsync']);
    return Array.isArray(reply) && typeof reply[1] === 'string' ? reply[1] : null;
  } catch (error) {
    if (error instanceof StoreUnavailable) throw error;
    return null;
  }
}

/** The facts of a server that may keep the state. @throws StoreUnusable with what to do, and as `readServerFacts` */
export async function readUsableFacts(connection: RedisConnection): Promise<ServerFacts> {
  const facts = await readServerFacts(connection);
  const problem = whyUnusable(facts);
  if (problem !== null) throw new StoreUnusable(connection.description, problem);
  return facts;
}

/** Why the product must not keep its state there and what to do, after the words "The state at …"; or `null`. */
export function whyUnusable(facts: ServerFacts): string | null {
  if (Number.parseInt(facts.version, 10) < LEAST_VERSION) {
    return `is Redis ${facts.version}; install Redis ${LEAST_VERSION} or newer there`;
  }
  if (facts.isReplica) {
    return 'is a replica, which takes no writes; let REDIS_URL name the primary, or the sentinels that know it';
  }
  if (facts.isLoading) return 'is still loading its data; start again when it has loaded them';
  if (facts.evictionPolicy !== 'noeviction') {
    return `throws data away when its memory is full (maxmemory-policy ${facts.evictionPolicy}), and citizens' mail with it; set maxmemory-policy noeviction there`;
  }
  return null;
}

/** What a crash of the server may lose, in whole sentences; empty when it loses nothing that was acknowledged. */
export function durabilityWarnings({ appendOnly, appendFsync }: ServerFacts): readonly string[] {
  const advice = 'Set appendonly yes and appendfsync always in the configuration of Redis.';
  if (!appendOnly) {
    return [
      `Redis keeps no append-only file: when it ends, all mail since its last snapshot is lost although the webhooks were answered. ${advice}`,
    ];
  }
  if (appendFsync === 'always') return [];
  if (appendFsync === null) {
    return [
      `Redis does not tell how often it flushes its file. Unless that is at every write, a crash of its machine may lose mail although the webhooks were answered. ${advice}`,
    ];
  }
  const lost = appendFsync === 'everysec' ? 'the last second of mail' : 'the last half minute of mail or more';
  return [
    `Redis flushes its file too rarely (appendfsync ${appendFsync}): a crash of its machine may lose ${lost} although the webhooks were answered. ${advice}`,
  ];
}
