import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '../../../adapters/stores/libsql/database.ts';
import { createLibsqlInbox } from '../../../adapters/stores/libsql/inbox.ts';
import { createLibsqlOutbox } from '../../../adapters/stores/libsql/outbox.ts';
import { createLibsqlRecords } from '../../../adapters/stores/libsql/records.ts';
import { connectRedis, PREFIX } from '../../../adapters/stores/redis/connection.ts';
import { createRedisInbox } from '../../../adapters/stores/redis/inbox.ts';
import { createRedisOutbox } from '../../../adapters/stores/redis/outbox.ts';
import { createRedisRecords } from '../../../adapters/stores/redis/records.ts';
import { type Inbox, MAIL_LEASE_MS } from '../../../bot/ports/inbox.ts';
import type { Outbox } from '../../../bot/ports/outbox.ts';
import type { TurnRecords } from '../../../bot/ports/records.ts';
import { hasRedis, startRedisServer } from '../../builders/redis-server.ts';

export const ENGINES = ['libsql', 'libsql-file', 'redis'] as const;
export type EngineName = (typeof ENGINES)[number];

/** Every single call of a store that other processes may come between. */
export type Pass = <T>(call: () => Promise<T>) => Promise<T>;

/** The stores as one run of the program holds them. */
export interface WalkStores {
  readonly inbox: Inbox;
  readonly outbox: Outbox;
  readonly records: TurnRecords;
  /** The inbox of a worker that takes every claim for abandoned. */
  readonly stealing: Inbox;
}

/** An empty store of a walk. */
export interface WalkEngine {
  /** Whether claims of mail die with the process. */
  readonly forgetsClaims: boolean;
  /** The stores of the present run, looked at from outside. */
  stores(): WalkStores;
  /** The same stores, where `pass` comes before every call of the store that is atomic. */
  stopped(pass: Pass): WalkStores;
  /** What a crash leaves, opened anew. */
  reopen(): Promise<void>;
  /** Entries of the ledger. */
  turns(): Promise<number>;
  close(): Promise<void>;
}

/** Opens empty stores, one after the other. */
export interface EngineHouse {
  open(newId: () => string): Promise<WalkEngine>;
  close(): Promise<void>;
}

/** The engines that can run here; without an installed Redis the tests of it are left out. */
export function enginesHere(): readonly EngineName[] {
  return hasRedis() ? ENGINES : ENGINES.filter((name) => name !== 'redis');
}

export async function engineHouse(name: EngineName): Promise<EngineHouse> {
  if (name === 'redis') return redisHouse();
  const folder = mkdtempSync(join(tmpdir(), 'assistant-walk-'));
  let opened = 0;
  return {
    async open(newId) {
      opened += 1;
      return openLibsql(name === 'libsql' ? null : join(folder, `${opened}.db`), newId);
    },
    async close() {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** @param file `null`: in memory, where a crash ends the worker but not the database */
function openLibsql(file: string | null, newId: () => string): WalkEngine {
  let database = openDatabase(file ?? ':memory:');
  const open = (): WalkStores => {
    const inbox = createLibsqlInbox(database);
    return {
      inbox,
      stealing: { ...inbox, claim: (now, quietMs, limit) => inbox.claim(now + MAIL_LEASE_MS + 1, quietMs, limit) },
      outbox: createLibsqlOutbox(database),
      records: createLibsqlRecords(database, newId),
    };
  };
  let stores = open();
  return {
    forgetsClaims: file !== null,
    stores: () => stores,
    stopped: (pass) => ({
      inbox: stopAtCalls(stores.inbox, pass),
      stealing: stopAtCalls(stores.stealing, pass),
      outbox: stopAtCalls(stores.outbox, pass),
      records: stopAtCalls(stores.records, pass),
    }),
    async reopen() {
      if (file === null) return;
      database.close();
      database = openDatabase(file);
      stores = open();
    },
    async turns() {
      return (database.prepare('SELECT COUNT(*) AS n FROM turns').get() as { n: number }).n;
    },
    async close() {
      database.close();
    },
  };
}

async function redisHouse(): Promise<EngineHouse> {
  // Crashes of this walk are of workers, never of the server.
  const server = await startRedisServer({ configuration: ['--appendonly', 'no'] });
  const connect = () =>
    connectRedis(server.url, (error) => {
      throw error;
    });
  let connection = await connect();
  return {
    async open(newId) {
      await connection.send(['FLUSHALL']);
      const open = (pass: Pass): WalkStores => {
        const passed: typeof connection = {
          ...connection,
          send: (command) => pass(() => connection.send(command)),
          run: (script, parameters) => pass(() => connection.run(script, parameters)),
        };
        return {
          inbox: createRedisInbox(passed),
          stealing: createRedisInbox(passed, 0),
          outbox: createRedisOutbox(passed),
          records: createRedisRecords(passed, newId),
        };
      };
      let stores = open((call) => call());
      return {
        forgetsClaims: false,
        stores: () => stores,
        stopped: open,
        async reopen() {
          await connection.close();
          connection = await connect();
          stores = open((call) => call());
        },
        turns: async () => Number(await connection.send(['ZCARD', `${PREFIX}ledger`])),
        close: async () => undefined,
      };
    },
    async close() {
      await connection.close();
      await server.stop();
    },
  };
}

/** The same store, where `pass` comes before every method. */
function stopAtCalls<Store extends object>(store: Store, pass: Pass): Store {
  return new Proxy(store, {
    get(target, name, receiver) {
      const method: unknown = Reflect.get(target, name, receiver);
      if (typeof method !== 'function') return method;
      return (...values: unknown[]) => pass(() => method(...values));
    },
  });
}
