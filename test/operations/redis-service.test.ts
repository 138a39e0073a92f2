import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { readComposeFile } from '../builders/compose-file.ts';
import { until } from '../builders/product.ts';
import { freePort, hasRedis } from '../builders/redis-server.ts';

const file = readComposeFile(readFileSync(join(import.meta.dirname, '../../compose.yaml'), 'utf8'));
const { redis } = file.services as Record<string, { readonly command: readonly string[] }>;

describe.skipIf(!hasRedis())('Redis as the compose file starts it', () => {
  it('asks for the password, appends every write to its file, drops nothing, and shows the password to nobody', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'assistant-redis-'));
    const port = await freePort();
    const [shell = '', option = '', script = ''] = redis?.command ?? [];
    // The compose file's own escape of `$`, and a folder and port of this test.
    const here = script
      .replaceAll('$$', '$')
      .replace('dir /data', `dir ${folder}`)
      .replace('port 6379', `port ${port}\nbind 127.0.0.1`);
    const child = spawn(shell, [option, here], {
      env: { PATH: process.env.PATH ?? '', REDIS_PASSWORD: 'long-and-random' },
    });
    const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
    onTestFinished(async () => {
      child.kill();
      await ended;
      rmSync(folder, { recursive: true, force: true });
    });
    const ask = (password: string, ...words: string[]) =>
      spawnSync('redis-cli', ['-p', String(port), ...words], {
        env: { PATH: process.env.PATH ?? '', REDISCLI_AUTH: password },
        encoding: 'utf8',
      }).stdout;

    await until(() => ask('long-and-random', 'PING').includes('PONG'));
    expect(ask('', 'PING')).toContain('NOAUTH');
    const settings = ['appendonly', 'appendfsync', 'maxmemory-policy', 'dir'].map(
      (name) => ask('long-and-random', 'CONFIG', 'GET', name).trim().split('\n')[1],
    );
    expect(settings).toEqual(['yes', 'always', 'noeviction', folder]);
    expect(readFileSync(`/proc/${child.pid}/cmdline`, 'utf8')).not.toContain('long-and-random');
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
  });

  it('does not start without a password', () => {
    const [shell = '', option = '', script = ''] = redis?.command ?? [];
    const { status, stderr } = spawnSync(shell, [option, script.replaceAll('$$', '$')], {
      env: { PATH: process.env.PATH ?? '' },
      encoding: 'utf8',
      timeout: 10_000,
    });
    expect(status).not.toBe(0);
    expect(stderr).toContain('.env.redis');
  });
});
