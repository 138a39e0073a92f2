import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPageVisitor } from '../builders/page-visitor.ts';
import { until } from '../builders/product.ts';

const ROOT = join(import.meta.dirname, '../..');
const USER = '10001';
const containerfile = readFileSync(join(ROOT, 'Containerfile'), 'utf8');
const command: readonly string[] = JSON.parse(/^CMD (.*)$/m.exec(containerfile)?.[1] ?? '[]');
const health: readonly string[] = JSON.parse(/HEALTHCHECK[\s\S]*?CMD (\[.*\])/.exec(containerfile)?.[1] ?? '[]');
/** Making mounts takes root and a system that lets it; where either lacks, the tests say that they were skipped. */
const possible = process.getuid?.() === 0 && spawnSync('unshare', ['--mount', '--pid', '--fork', 'true']).status === 0;

/**
 * What a container engine does, by hand: the system's files read-only, a fresh `/tmp` in memory, the program in `/opt`
 * (read-only), the data folder in `/mnt`, then the command as a plain user without rights and as the first process.
 */
const CONTAINER = `set -e
mount --make-rprivate /
mount --bind / "$SYSTEM"
mount --bind "$PROGRAM" "$SYSTEM/opt" && mount -o remount,bind,ro "$SYSTEM/opt"
mount --bind "$MODULES" "$SYSTEM/opt/node_modules" && mount -o remount,bind,ro "$SYSTEM/opt/node_modules"
mount --bind "$DATA" "$SYSTEM/mnt"
mount -t tmpfs -o mode=1777 tmpfs "$SYSTEM/tmp"
mount -t proc proc "$SYSTEM/proc"
mount --rbind /dev "$SYSTEM/dev"
mount -o remount,bind,ro "$SYSTEM"
exec chroot "$SYSTEM" setpriv --reuid ${USER} --regid ${USER} --clear-groups --no-new-privs --bounding-set -all \\
  --inh-caps -all env -i -C /opt PATH="$PATH" NODE_ENV=production HOST=127.0.0.1 PORT="$PORT" DATA_DIR=/mnt "$@"`;

const folder = mkdtempSync(join(tmpdir(), 'assistant-container-'));
const data = join(folder, 'data');
let port = 0;

/** Runs a command in such a container. */
function inContainer(words: readonly string[]): ChildProcess {
  const environment = {
    PATH: process.env.PATH ?? '',
    SYSTEM: join(folder, 'system'),
    PROGRAM: join(folder, 'program'),
    MODULES: realpathSync(join(ROOT, 'node_modules')),
    DATA: data,
    PORT: String(port),
  };
  return spawn('unshare', ['--mount', '--pid', '--fork', '--kill-child', 'sh', '-c', CONTAINER, 'sh', ...words], {
    env: environment,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

async function outcome(child: ChildProcess): Promise<{ readonly code: number | null; readonly said: string }> {
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (said += chunk));
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { code, said };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address !== null ? address.port : 0;
}

/** The first process inside, as the system outside counts. */
function firstProcess(child: ChildProcess): number {
  return Number(readFileSync(`/proc/${child.pid}/task/${child.pid}/children`, 'utf8').trim());
}

describe.skipIf(!possible)('the program with a read-only root, as a user without rights', () => {
  let child: ChildProcess;
  let ended: ReturnType<typeof outcome>;

  beforeAll(async () => {
    const program = join(folder, 'program');
    for (const made of [join(folder, 'system'), program, join(program, 'node_modules'), data]) mkdirSync(made);
    for (const [, sources = ''] of containerfile.matchAll(/^COPY (?!--from)(.*) \S+$/gm)) {
      for (const source of sources.split(' ')) cpSync(join(ROOT, source), join(program, source), { recursive: true });
    }
    chmodSync(folder, 0o755);
    chmodSync(data, 0o750);
    chownSync(data, Number(USER), Number(USER));
    port = await freePort();
    child = inContainer(command);
    ended = outcome(child);
  });
  afterAll(async () => {
    child.kill('SIGKILL');
    await ended;
    rmSync(folder, { recursive: true, force: true });
  });

  it('can write nowhere but in the data folder and /tmp', async () => {
    const tries =
      'for place in / /etc /opt /opt/adapters /var /mnt /tmp; do touch $place/x 2>/dev/null && echo $place; done; id -u';
    const { said } = await outcome(inContainer(['sh', '-c', tries]));
    expect(said.trim().split('\n')).toEqual(['/mnt', '/tmp', USER]);
  });

  it('makes its index, becomes ready and holds no right at all', async () => {
    await until(
      async () => (await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => null))?.status === 200,
      200_000,
    );
    const status = readFileSync(`/proc/${firstProcess(child)}/status`, 'utf8');
    expect(status).toMatch(/^NSpid:\t\d+\t1$/m);
    expect(status).toMatch(new RegExp(`^Uid:\\t${USER}\\t${USER}\\t${USER}\\t${USER}$`, 'm'));
    for (const kind of ['CapInh', 'CapPrm', 'CapEff', 'CapBnd'])
      expect(status).toMatch(new RegExp(`^${kind}:\\t0+$`, 'm'));
    expect(status).toMatch(/^NoNewPrivs:\t1$/m);
    expect(readdirSync(data)).toEqual(expect.arrayContaining(['knowledge', 'state.db']));
  }, 240_000);

  it('is called healthy by the container’s own check, and not where nothing listens', async () => {
    const check = (at: number) =>
      outcome(spawn(health[0] ?? '', health.slice(1), { env: { PATH: process.env.PATH ?? '', PORT: String(at) } }));
    expect((await check(port)).code).toBe(0);
    expect((await check(await freePort())).code).toBe(1);
  });

  it('answers a question', async () => {
    const visitor = createPageVisitor(`http://127.0.0.1:${port}`);
    await visitor.get('/');
    await visitor.post('/chat/messages', { key: randomUUID(), text: 'Tiền ăn bán trú bữa trưa tối đa bao nhiêu?' });
    const reply = await until(async () => {
      const { messages } = await (await visitor.get('/chat/messages?after=0')).json();
      return messages.find((message: { readonly author: string }) => message.author === 'bot')?.text as string;
    }, 20_000);
    expect(reply).toContain('35.000');
  });

  it('ends by itself at SIGTERM, as the first process', async () => {
    process.kill(firstProcess(child), 'SIGTERM');
    const { code, said } = await ended;
    expect([code, said]).toEqual([0, expect.stringContaining('Stopping: finishing what is under way.')]);
    // The encoder's runtime says so where it cannot write down an id of the machine to report with.
    expect(said).not.toMatch(/telemetry/i);
  });
});
