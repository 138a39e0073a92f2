import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ZaloOauthUnreachable } from '../../adapters/channels/zalo/token-service.ts';
import type { TokenStore } from '../../adapters/channels/zalo/token-store.ts';
import {
  createZaloTokens,
  ZaloAuthorisationNeeded,
  type ZaloTokenOptions,
} from '../../adapters/channels/zalo/tokens.ts';
import { ZALO } from '../builders/accounts.ts';
import { memoryTokenStore } from '../builders/zalo-tokens.ts';
import { startZaloSimulator, type ZaloSimulator } from '../simulators/zalo.ts';

const DAY = 86_400_000;
let clock = 1_795_392_000_000;
let zalo: ZaloSimulator;
beforeEach(async () => {
  clock = 1_795_392_000_000;
  zalo = await startZaloSimulator({ ...ZALO, now: () => clock });
});
afterEach(() => zalo.stop());

function tokensFor(store: TokenStore, over: Partial<ZaloTokenOptions> = {}) {
  const { appId, appSecret, firstRefreshToken } = ZALO;
  const options = { appId, appSecret, seedRefreshToken: firstRefreshToken, oauthUrl: zalo.url };
  return createZaloTokens({ ...options, store, fetch, now: () => clock, ...over });
}

describe('access tokens', () => {
  it('are refreshed once for twenty callers at the same time', async () => {
    const source = tokensFor(memoryTokenStore());
    const tokens = await Promise.all(Array.from({ length: 20 }, () => source.accessToken()));
    expect(new Set(tokens)).toEqual(new Set(['SIM_ACCESS_1']));
    expect(zalo.tokensIssued()).toBe(1);
  });

  it('are renewed once for twenty callers whose token died', async () => {
    const source = tokensFor(memoryTokenStore());
    const dead = await source.accessToken();
    const tokens = await Promise.all(Array.from({ length: 20 }, () => source.refreshAfter(dead)));
    expect(new Set(tokens)).toEqual(new Set(['SIM_ACCESS_2']));
    expect(zalo.tokensIssued()).toBe(2);
  });

  it('are not renewed for a caller who noticed late that the former one died', async () => {
    const source = tokensFor(memoryTokenStore());
    const dead = await source.accessToken();
    await source.refreshAfter(dead);
    expect(await source.refreshAfter(dead)).toBe('SIM_ACCESS_2');
    expect(zalo.tokensIssued()).toBe(2);
  });

  it('are not renewed with a spent refresh token by a caller whose look into the store took long', async () => {
    const store = memoryTokenStore();
    const delayed: (() => void)[] = [];
    let slow = false;
    const source = tokensFor({
      save: store.save,
      async load() {
        const seen = await store.load();
        if (slow) {
          slow = false;
          await new Promise<void>((resolve) => delayed.push(resolve));
        }
        return seen;
      },
    });
    const dead = await source.accessToken();
    slow = true;
    const late = source.refreshAfter(dead);
    expect(await source.refreshAfter(dead)).toBe('SIM_ACCESS_2');
    for (const release of delayed) release();
    expect(await late).toBe('SIM_ACCESS_2');
    expect(zalo.refused).toEqual([]);
  });

  it('come from the stored pair, not from the seed, once there is one', async () => {
    const store = memoryTokenStore();
    await tokensFor(store).accessToken();
    expect(await tokensFor(store, { seedRefreshToken: null }).accessToken()).toBe('SIM_ACCESS_1');
    expect(zalo.tokensIssued()).toBe(1);
  });

  it('are renewed before they end, with the stored refresh token', async () => {
    const store = memoryTokenStore();
    await tokensFor(store).accessToken();
    clock += 25 * 3_600_000 - 60_000;
    expect(await tokensFor(store, { seedRefreshToken: null }).accessToken()).toBe('SIM_ACCESS_2');
  });
});

describe('a new pair of tokens', () => {
  it('is stored before anybody gets it', async () => {
    const store = memoryTokenStore();
    expect(await tokensFor(store).accessToken()).toBe('SIM_ACCESS_1');
    expect(store.kept()).toEqual({
      accessToken: 'SIM_ACCESS_1',
      refreshToken: 'SIM_REFRESH_1',
      expiresAt: clock + 90_000_000,
      refreshExpiresAt: clock + 90 * DAY,
    });
  });

  it('that could not be stored is not given out, and stored by the next call instead of asking again', async () => {
    const store = memoryTokenStore();
    const source = tokensFor(store);
    store.failNextSave();
    await expect(source.accessToken()).rejects.toThrow('disk full');
    expect(await source.accessToken()).toBe('SIM_ACCESS_1');
    expect([store.kept()?.refreshToken, zalo.tokensIssued()]).toEqual(['SIM_REFRESH_1', 1]);
  });

  it('that a crash lost before it was stored needs an admin, and works again with a new consent', async () => {
    const store = memoryTokenStore();
    await tokensFor(store).accessToken();
    clock += 2 * DAY;
    store.failNextSave();
    await expect(tokensFor(store).accessToken()).rejects.toThrow('disk full');

    const restarted = tokensFor(store);
    await expect(restarted.accessToken()).rejects.toMatchObject({ code: 'ZALO_AUTHORISATION_NEEDED' });
    const consented = tokensFor(store, { seedRefreshToken: zalo.authoriseAgain() });
    expect(await consented.accessToken()).toBe(store.kept()?.accessToken);
  });

  it('whose answer was lost on the way needs an admin', async () => {
    zalo.faults.nextTokenResponses = ['lose-response'];
    const source = tokensFor(memoryTokenStore());
    await expect(source.accessToken()).rejects.toBeInstanceOf(ZaloOauthUnreachable);
    await expect(source.accessToken()).rejects.toBeInstanceOf(ZaloAuthorisationNeeded);
  });
});

describe('without a usable refresh token', () => {
  it.each([
    ['was spent elsewhere', 'SPENT'],
    ['is missing', null],
  ])('one that %s, the admin is told what to do', async (_what, seedRefreshToken) => {
    const refused = tokensFor(memoryTokenStore(), { seedRefreshToken }).accessToken();
    await expect(refused).rejects.toBeInstanceOf(ZaloAuthorisationNeeded);
    await expect(refused).rejects.toThrow(/zalo authorise/);
  });

  it('no token stands in the error', async () => {
    const refused = tokensFor(memoryTokenStore(), { seedRefreshToken: 'SECRET_TOKEN' }).accessToken();
    await expect(refused).rejects.toMatchObject({ message: expect.not.stringContaining('SECRET_TOKEN') });
  });

  it('a fault of the token service is no reason to call the admin', async () => {
    zalo.faults.nextTokenResponses = ['5xx'];
    const source = tokensFor(memoryTokenStore());
    await expect(source.accessToken()).rejects.toBeInstanceOf(ZaloOauthUnreachable);
    expect(await source.accessToken()).toBe('SIM_ACCESS_1');
  });
});
