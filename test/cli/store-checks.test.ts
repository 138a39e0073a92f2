import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import type { Check } from '../../adapters/cli/doctor/check.ts';
import { checkController } from '../../adapters/cli/doctor/controller-check.ts';
import { checkStore } from '../../adapters/cli/doctor/store-checks.ts';
import { readConfig } from '../../adapters/config.ts';
import { openEngine } from '../../adapters/stores/open-engine.ts';
import { startProgram } from '../builders/program.ts';
import { freePort, hasRedis, startRedisServer } from '../builders/redis-server.ts';

const folder = mkdtempSync(join(tmpdir(), 'assistant-store-checks-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

const look = (environment: Record<string, string>): Promise<readonly Check[]> =>
  checkStore(readConfig(environment), { fetch, now: Date.now });
const verdicts = (checks: readonly Check[]) => Object.fromEntries(checks.map((check) => [check.name, check.ok]));

describe('doctor on the state file', () => {
  it('tells of a file that is not there yet, one that can be written, and one that is damaged', async () => {
    const dataDir = join(folder, 'data');
    expect(verdicts(await look({ DATA_DIR: dataDir }))).toEqual({ 'Nơi lưu': true, 'Tệp trạng thái': null });
    await (await openEngine({ dataDir, redisUrl: null })).close();
    expect(verdicts(await look({ DATA_DIR: dataDir }))).toEqual({ 'Nơi lưu': true, 'Tệp trạng thái': true });
    const damaged = mkdtempSync(join(folder, 'damaged-'));
    writeFileSync(join(damaged, 'state.db'), 'not a database '.repeat(1_000));
    const [, file] = await look({ DATA_DIR: damaged });
    expect(file).toMatchObject({ ok: false, advice: expect.stringContaining('quyền ghi') });
  });
});

describe('doctor on who answers for the data', () => {
  const look = (environment: Record<string, string>) =>
    checkController(readConfig(environment), { fetch, now: Date.now });

  it('warns of every setting that is missing, and shows who is named', async () => {
    const [warned] = await look({ DATA_CONTROLLER_ADDRESS: '2 Trúc Bạch' });
    expect(warned).toMatchObject({ ok: null });
    expect(warned?.advice).toMatch(/DATA_CONTROLLER_NAME, DATA_CONTROLLER_CONTACT.*Giáo dục Ba Đình; 2 Trúc Bạch/);
    const whole = { DATA_CONTROLLER_NAME: 'UBND', DATA_CONTROLLER_ADDRESS: 'A', DATA_CONTROLLER_CONTACT: '024' };
    expect(await look(whole)).toEqual([{ name: 'Bên kiểm soát dữ liệu', ok: true, advice: 'UBND; A; 024.' }]);
  });
});

describe('a backup of the data folder', () => {
  it.each(['backup', 'restore'])('is no %s of state in Redis, and says where that is', async (command) => {
    const file = join(folder, 'backup.tar');
    const settings = { DATA_DIR: folder, REDIS_URL: 'redis://127.0.0.1:9' };
    const { code, error } = await startProgram(['admin', command, file], settings).ended;
    expect([code, existsSync(file)]).toEqual([2, false]);
    expect(error).toMatch(/nằm trong Redis.*appendonlydir/);
  });
});

const FINE = {
  'Kết nối Redis': true,
  'Phiên bản': true,
  'Vai trò': true,
  'Ghi xuống đĩa': true,
  'Bộ nhớ': true,
  'Khi đầy bộ nhớ': true,
  'Dữ liệu': true,
};

describe.skipIf(!hasRedis())('doctor on Redis', () => {
  async function aRedis(configuration: readonly string[] = []) {
    const redis = await startRedisServer({ password: 'mat-khau-cua-redis', configuration });
    stops.push(redis.stop);
    return redis;
  }

  it('finds a sound server sound and tells nobody its password', async () => {
    const redis = await aRedis();
    const checks = await look({ REDIS_URL: redis.url });
    expect(verdicts(checks)).toEqual(FINE);
    expect(JSON.stringify(checks)).not.toContain('mat-khau-cua-redis');
  });

  it.each<[string, string[], Record<string, boolean | null>, RegExp]>([
    ['a flush once a second', ['--appendfsync', 'everysec'], { 'Ghi xuống đĩa': false }, /tin của giây cuối/],
    ['no append-only file', ['--appendonly', 'no'], { 'Ghi xuống đĩa': false }, /appendonly yes/],
    ['memory that is nearly full', ['--maxmemory', '1mb'], { 'Bộ nhớ': false, 'Dữ liệu': null }, /tăng maxmemory/],
    [
      'a policy that throws data away',
      ['--maxmemory-policy', 'volatile-ttl'],
      { 'Khi đầy bộ nhớ': false, 'Dữ liệu': null },
      /maxmemory-policy noeviction/,
    ],
  ])('finds %s', async (_what, configuration, wrong, words) => {
    const redis = await aRedis(configuration);
    const checks = await look({ REDIS_URL: redis.url });
    expect(verdicts(checks)).toMatchObject({ ...FINE, ...wrong });
    expect(checks.map((check) => check.advice).join('\n')).toMatch(words);
  });

  it('finds state of a newer program', async () => {
    const redis = await aRedis();
    await redis.command('SET', '{giao-duc}:schema', '999');
    expect(verdicts(await look({ REDIS_URL: redis.url }))).toEqual({ ...FINE, 'Dữ liệu': false });
  });

  it('finds a server that does not answer, and a password that is wrong', async () => {
    const redis = await aRedis();
    for (const url of [`redis://127.0.0.1:${await freePort()}`, `redis://:sai@127.0.0.1:${redis.port}`]) {
      expect(verdicts(await look({ REDIS_URL: url }))).toEqual({ 'Kết nối Redis': false });
    }
  });
});
