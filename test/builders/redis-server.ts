import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient } from 'redis';
import type { Certificate } from './certificate.ts';
import { until } from './product.ts';

/** A real Redis of its own on a free port of this machine, with its data in a new folder. */
export interface RedisServer {
  readonly url: string;
  readonly port: number;
  /** One command over a connection of its own. */
  command(...words: string[]): Promise<unknown>;
  /** Ends the process at once, as a crash does; `restart` brings it back with what it had written. */
  kill(): Promise<void>;
  restart(): Promise<void>;
  /** Lets it stand still, as a machine without time for it does, until `resume`. */
  pause(): void;
  resume(): void;
  /** Whether the process is there. */
  runs(): boolean;
  stop(): Promise<void>;
}

export interface RedisServerOptions {
  readonly password?: string;
  /** Speaks TLS with it, and nothing else. */
  readonly certificate?: Pick<Certificate, 'key' | 'cert'>;
  /** Where its data lie; a new folder unless given. */
  readonly folder?: string;
  /** More words of the configuration, such as `['--appendfsync', 'everysec']`. */
  readonly configuration?: readonly string[];
}

/** Whether tests with a real Redis can run here; says on the terminal why not. */
export function hasRedis(): boolean {
  const found = spawnSync('redis-server', ['--version']).error === undefined;
  if (!found)
    process.stderr.write('Redis tests skipped: redis-server is not installed (apt-get install redis-server).\n');
  return found;
}

/** Starts a server that flushes every write, unless told otherwise. Stop it after use. */
export async function startRedisServer(options: RedisServerOptions = {}): Promise<RedisServer> {
  const { password, certificate, configuration = [] } = options;
  const folder = options.folder ?? mkdtempSync(join(tmpdir(), 'assistant-redis-'));
  const port = await freePort();
  const words = [
    ...['--bind', '127.0.0.1', '--dir', folder, '--save', '', '--appendonly', 'yes', '--appendfsync', 'always'],
    ...(certificate === undefined
      ? ['--port', String(port)]
      : [
          '--port',
          '0',
          '--tls-port',
          String(port),
          '--tls-auth-clients',
          'no',
          ...keepCertificate(certificate, folder),
        ]),
    ...(password === undefined ? [] : ['--requirepass', password]),
    ...configuration,
  ];
  const url = `${certificate === undefined ? 'redis' : 'rediss'}://${password === undefined ? '' : `:${password}@`}127.0.0.1:${port}`;
  let server = await start(words, port);

  return {
    url,
    port,
    command: (...command) => askOnce(url, command),
    kill: () => end(server, 'SIGKILL'),
    async restart() {
      server = await start(words, port);
    },
    pause: () => void server.kill('SIGSTOP'),
    resume: () => void server.kill('SIGCONT'),
    runs: () => server.exitCode === null && server.signalCode === null,
    async stop() {
      await end(server, 'SIGTERM');
      if (options.folder === undefined) rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Watches the primary on `port` under `name`, and puts a replica in its place soon after it died. */
export async function startSentinel(
  port: number,
  password: string,
  name: string,
): Promise<Pick<RedisServer, 'port' | 'command' | 'stop'>> {
  const folder = mkdtempSync(join(tmpdir(), 'assistant-sentinel-'));
  const own = await freePort();
  const file = join(folder, 'sentinel.conf');
  const lines = [
    `port ${own}`,
    'bind 127.0.0.1',
    `dir ${folder}`,
    `sentinel monitor ${name} 127.0.0.1 ${port} 1`,
    `sentinel auth-pass ${name} ${password}`,
    `sentinel down-after-milliseconds ${name} 1000`,
    `sentinel failover-timeout ${name} 10000`,
  ];
  writeFileSync(file, `${lines.join('\n')}\n`);
  const server = await start([file, '--sentinel'], own);
  return {
    port: own,
    command: (...words) => askOnce(`redis://127.0.0.1:${own}`, words),
    async stop() {
      await end(server, 'SIGTERM');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function askOnce(url: string, words: readonly string[]): Promise<unknown> {
  const client = createClient({ url, RESP: 2, socket: { reconnectStrategy: false } });
  client.on('error', () => {});
  await client.connect();
  try {
    return await client.sendCommand([...words]);
  } finally {
    client.destroy();
  }
}

async function start(words: readonly string[], port: number): Promise<ChildProcess> {
  const server = spawn('redis-server', [...words], { stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [server.stdout, server.stderr]) {
    stream.on('data', (chunk) => {
      said += chunk;
    });
  }
  await until(() => {
    if (server.exitCode !== null) throw new Error(`redis-server ended at once:\n${said}`);
    return /Ready to accept connections|Sentinel ID is/.test(said) && answers(port);
  }, 30_000);
  return server;
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    const tell = (listens: boolean) => {
      socket.destroy();
      resolve(listens);
    };
    socket.once('connect', () => tell(true));
    socket.once('error', () => tell(false));
  });
}

async function end(server: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const ended = new Promise((resolve) => server.once('exit', resolve));
  server.kill(signal);
  await ended;
}

/**
 * A port that nothing listens on now, below those that the system gives to connections: a server that comes back on it
 * would else find it taken, by a caller that connects to it again and again meanwhile too.
 */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = randomInt(20_000, 32_000);
    if (await isFree(port)) return port;
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer()
      .once('error', () => resolve(false))
      .listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });
}

function keepCertificate({ key, cert }: Pick<Certificate, 'key' | 'cert'>, folder: string): readonly string[] {
  const keyFile = join(folder, 'key.pem');
  const file = join(folder, 'certificate.pem');
  writeFileSync(keyFile, key);
  writeFileSync(file, cert);
  return ['--tls-cert-file', file, '--tls-key-file', keyFile, '--tls-ca-cert-file', file];
}
