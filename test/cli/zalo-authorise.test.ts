import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { codeChallenge } from '../../adapters/channels/zalo/consent.ts';
import { createStoredZaloTokens } from '../../adapters/channels/zalo/stored-tokens.ts';
import { addZaloCommands } from '../../adapters/cli/zalo-commands.ts';
import { readConfig } from '../../adapters/config.ts';
import { openDatabase } from '../../adapters/stores/libsql/database.ts';
import { createKeptValues } from '../../adapters/stores/libsql/kept-values.ts';
import { ZALO, zaloSettings } from '../builders/accounts.ts';
import { startZaloSimulator, type ZaloSimulator } from '../simulators/zalo.ts';

const CALLBACK = 'https://hoidap.example.vn';
let folder: string;
let zalo: ZaloSimulator;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'assistant-consent-'));
  zalo = await startZaloSimulator(ZALO);
});
afterEach(async () => {
  await zalo.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** Runs the command; `admin` is what the person at the terminal does with the address that was printed. */
async function authorise(admin: (page: string) => string, args: readonly string[] = [], settings: object = {}) {
  const printed: string[] = [];
  const refused: string[] = [];
  const program = new Command();
  const environment = { ...zaloSettings(zalo.url), PUBLIC_URL: CALLBACK, DATA_DIR: folder, ...settings };
  addZaloCommands(program, {
    config: () => readConfig(environment),
    print: (text) => void printed.push(text),
    refuse: (problem) => void refused.push(problem),
    ask: async () => admin(printed.join('\n').match(/https?:\S+\/v4\/oa\/permission\S+/)?.[0] ?? ''),
    fetch,
    now: Date.now,
  });
  await program.parseAsync(['zalo', 'authorise', ...args], { from: 'user' });
  return { printed: printed.join('\n'), refused };
}

async function stored(dataDir = folder) {
  const database = openDatabase(join(dataDir, 'state.db'));
  const pair = await createStoredZaloTokens(createKeptValues(database)).load();
  database.close();
  return pair;
}

describe('admin zalo authorise', () => {
  it('walks an admin from the permission page to a stored pair and names the account', async () => {
    const { printed, refused } = await authorise((page) => zalo.consent(page));
    expect(refused).toEqual([]);
    expect(printed).toContain(`OA thử nghiệm (${ZALO.oaId})`);
    expect(printed).toMatch(/còn (?:89|90) ngày/);
    expect(await stored()).toMatchObject({ accessToken: 'SIM_ACCESS_1', refreshToken: 'SIM_REFRESH_1' });
    expect(printed).not.toMatch(/SIM_(?:ACCESS|REFRESH)/);
  });

  it('renews a consent and says how long the former one had', async () => {
    await authorise((page) => zalo.consent(page));
    const { printed } = await authorise((page) => zalo.consent(page));
    expect(printed).toMatch(/còn (?:89|90) ngày; làm tiếp là cấp quyền lại/);
    expect(await stored()).toMatchObject({ refreshToken: 'SIM_REFRESH_2' });
  });

  it('takes the code alone', async () => {
    const { refused } = await authorise((page) => new URL(zalo.consent(page)).searchParams.get('code') ?? '');
    expect(refused).toEqual([]);
  });

  it('writes to the folder of --data and sends the browser to --redirect', async () => {
    const other = join(folder, 'other');
    await authorise(
      (page) => {
        const back = zalo.consent(page);
        expect(back).toMatch(/^https:\/\/callback\.example\.vn\/zalo\?/);
        return back;
      },
      ['--data', other, '--redirect', 'https://callback.example.vn/zalo'],
    );
    expect(await stored(other)).not.toBeNull();
  });

  it('keeps to the verifier whose challenge the app console has stored', async () => {
    const verifier = 'v'.repeat(43);
    const { refused } = await authorise(
      (page) => {
        expect(new URL(page).searchParams.get('code_challenge')).toBe(codeChallenge(verifier));
        return zalo.consent(page);
      },
      ['--verifier', verifier],
    );
    expect(refused).toEqual([]);
  });

  it.each<[string, (page: string) => string, RegExp]>([
    ['nothing', () => '', /Chưa dán/],
    ['an address without a code', () => `${CALLBACK}/?error=1`, /không có mã cấp quyền/],
    ['the address of another walk', (page) => zalo.consent(page).replace(/state=[^&]+/, 'state=x'), /state khác/],
    ['a consent for another account', (page) => zalo.consent(page).replace(ZALO.oaId, '2999'), /OA khác/],
    ['a code that Zalo does not know', () => 'WRONG', /không nhận mã này/],
  ])('says in Vietnamese why %s cannot be used, and stores nothing', async (_what, admin, reason) => {
    const { refused } = await authorise(admin);
    expect(refused).toEqual([expect.stringMatching(reason)]);
    expect(await stored()).toBeNull();
  });

  it.each([
    ['the channel is off', { ZALO_OA_ID: '' }, /ZALO_OA_ID/],
    ['no callback is known', { PUBLIC_URL: '' }, /--redirect/],
  ])('says what is missing when %s', async (_what, settings, reason) => {
    const { refused } = await authorise(() => '', [], settings);
    expect(refused).toEqual([expect.stringMatching(reason)]);
  });
});
