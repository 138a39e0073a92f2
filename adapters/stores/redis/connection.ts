import { createHash } from 'node:crypto';
import { type StorageFault, StoreUnavailable } from '../../../bot/ports/store-health.ts';
import { StoreUnusable } from '../errors.ts';
import { type RedisAddress, readRedisAddress } from './address.ts';

/** Replies of Redis as RESP2 gives them. */
export type Reply = string | number | null | readonly Reply[];

/** A Lua script, sent whole once and by its digest afterwards. */
export interface Script {
  readonly source: string;
  readonly sha1: string;
}

/** What the stores need of Redis: single commands and scripts against the one primary, and messages. */
export interface RedisConnection {
  /** For people and logs; holds no password. */
  readonly description: string;
  /**
   * One command. Commands of one turn of the event loop travel together.
   * @throws StoreUnavailable when no answer came; whether the command was carried out is then unknown
   */
  send(command: readonly string[]): Promise<Reply>;
  /** Runs a script atomically. @throws StoreUnavailable, as `send` */
  run(script: Script, parameters: readonly string[]): Promise<Reply>;
  publish(channel: string, message: string): Promise<void>;
  /** Hears messages until the connection closes; after an interruption it goes on by itself. */
  subscribe(channel: string, listener: (message: string) => void): Promise<void>;
  close(): Promise<void>;
}

/**
 * Everything of the product has this prefix. The braces put it into one slot, so that one atomic step may touch any of
 * it, on a cluster too (where one shard then holds the product).
 */
export const PREFIX = '{giao-duc}:';

/** Longer than any step takes; webhooks are given up by the platforms soon after. */
const ANSWER_WITHIN_MS = 4_000;
const CONNECT_WITHIN_MS = 5_000;
const MAX_PAUSE_MS = 1_000;

export function script(source: string): Script {
  return { source, sha1: createHash('sha1').update(source).digest('hex') };
}

interface Client {
  readonly isOpen: boolean;
  send(command: readonly string[]): Promise<unknown>;
  subscribe(channel: string, listener: (message: string) => void): Promise<unknown>;
  close(): Promise<unknown>;
  destroy(): unknown;
}

/**
 * Connects to `url`: `redis://`, `rediss://` (TLS), or `redis-sentinel://host:port,host:port/<name of the primary>`.
 * While the connection is down every command fails at once, so that a webhook is refused in time and delivered again;
 * it comes back by itself.
 * @param onFault told when the connection breaks
 * @throws StoreUnusable when the address makes no sense or nothing answers there now
 */
export async function connectRedis(url: string, onFault: (error: unknown) => void): Promise<RedisConnection> {
  const address = readRedisAddress(url);
  const { description } = address;
  const client = await open(address, onFault);

  async function send(command: readonly string[]): Promise<Reply> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(
        () => reject(new StoreUnavailable('unreachable', new Error(`no answer within ${ANSWER_WITHIN_MS} ms`))),
        ANSWER_WITHIN_MS,
      );
    });
    try {
      return (await Promise.race([client.send(command), late])) as Reply;
    } catch (cause) {
      if (cause instanceof StoreUnavailable) throw cause;
      const fault = faultOf(cause);
      throw fault === null ? cause : new StoreUnavailable(fault, cause);
    } finally {
      clearTimeout(timer);
    }
  }

  return {
    description,
    send,
    async run({ source, sha1 }, parameters) {
      // One declared key tells a cluster the slot; all others share it.
      const rest = ['1', `${PREFIX}state`, ...parameters];
      try {
        return await send(['EVALSHA', sha1, ...rest]);
      } catch (error) {
        if (!isReplyError(error) || !error.message.startsWith('NOSCRIPT')) throw error;
        return send(['EVAL', source, ...rest]);
      }
    },
    async publish(channel, message) {
      await send(['PUBLISH', channel, message]);
    },
    async subscribe(channel, listener) {
      await client.subscribe(channel, listener);
    },
    async close() {
      if (client.isOpen) await client.close();
    },
  };
}

/** Replies by which Redis tells that it can keep nothing at the moment. */
const FAULTS: readonly (readonly [RegExp, StorageFault])[] = [
  [/^OOM /, 'full'],
  [/^READONLY /, 'read-only'],
  [/^(?:MISCONF|NOREPLICAS) /, 'failing'],
  [/^(?:LOADING|MASTERDOWN|BUSY) /, 'busy'],
];

/** `null`: Redis refused the command itself; repeating it changes nothing. */
function faultOf(error: unknown): StorageFault | null {
  if (!isReplyError(error)) return 'unreachable';
  return FAULTS.find(([words]) => words.test(error.message))?.[1] ?? null;
}

function isReplyError(error: unknown): error is Error {
  return error instanceof Error && /^[A-Z]+ /.test(error.message);
}

async function open(address: RedisAddress, onFault: (error: unknown) => void): Promise<Client> {
  const library = await import('redis');
  const connecting = address.sentinels === null ? standalone : sentinel;
  const client = connecting(library, address, onFault);
  let timer: NodeJS.Timeout | undefined;
  try {
    await Promise.race([
      client.connect(),
      new Promise((_resolve, reject) => {
        timer = setTimeout(() => reject(new Error(`no connection within ${CONNECT_WITHIN_MS} ms`)), CONNECT_WITHIN_MS);
      }),
    ]);
    return client;
  } catch (cause) {
    client.destroy();
    throw new StoreUnusable(
      address.description,
      'does not answer; check that Redis runs and that REDIS_URL holds its address, user and password',
      cause,
    );
  } finally {
    clearTimeout(timer);
  }
}

const SOCKET = {
  connectTimeout: CONNECT_WITHIN_MS,
  reconnectStrategy: (retries: number) => Math.min(MAX_PAUSE_MS, 50 * 2 ** Math.min(retries, 10)),
};

/** Every try to connect again fails anew, which nobody needs to be told. */
function oncePerBreak(onFault: (error: unknown) => void): { tell(error: unknown): void; isMended(): void } {
  let told = false;
  return {
    tell(error) {
      if (!told) onFault(error);
      told = true;
    },
    isMended() {
      told = false;
    },
  };
}

/** Loaded where it is needed: half a second that no command without Redis should pay. */
type Library = typeof import('redis');
type Connecting = Client & { connect(): Promise<unknown> };

function standalone({ createClient }: Library, { url }: RedisAddress, onFault: (error: unknown) => void): Connecting {
  const options = { url, RESP: 2, socket: SOCKET, disableOfflineQueue: true } as const;
  const broken = oncePerBreak(onFault);
  const client = createClient(options).on('error', broken.tell).on('ready', broken.isMended);
  // A connection that hears messages may do nothing else.
  const hearing = createClient({ ...options, disableOfflineQueue: false }).on('error', broken.tell);
  return {
    get isOpen() {
      return client.isOpen;
    },
    connect: () => Promise.all([client.connect(), hearing.connect()]),
    send: (command) => client.sendCommand(command),
    subscribe: (channel, listener) => hearing.subscribe(channel, listener),
    close: () => Promise.all([client.close(), hearing.close()]),
    destroy() {
      client.destroy();
      hearing.destroy();
    },
  };
}

function sentinel(
  { createSentinel }: Library,
  { sentinels, primary, url }: RedisAddress,
  onFault: (error: unknown) => void,
): Connecting {
  const { username, password } = new URL(url);
  const client = createSentinel({
    name: primary ?? '',
    sentinelRootNodes: [...(sentinels ?? [])],
    RESP: 2,
    passthroughClientErrorEvents: true,
    nodeClientOptions: {
      socket: SOCKET,
      disableOfflineQueue: true,
      ...(username === '' ? {} : { username: decodeURIComponent(username) }),
      ...(password === '' ? {} : { password: decodeURIComponent(password) }),
    },
  }).on('error', onFault);
  return {
    get isOpen() {
      return client.isOpen;
    },
    connect: () => client.connect(),
    send: (command) => client.sendCommand(false, [...command]),
    subscribe: (channel, listener) => client.subscribe(channel, listener),
    close: () => client.close(),
    destroy: () => client.destroy(),
  };
}
