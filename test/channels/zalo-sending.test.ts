import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createZaloClient } from '../../adapters/channels/zalo/client.ts';
import type { TokenStore, ZaloTokens } from '../../adapters/channels/zalo/token-store.ts';
import { createZaloTokens, ZaloAuthorisationNeeded } from '../../adapters/channels/zalo/tokens.ts';
import { ZALO } from '../builders/accounts.ts';
import { startZaloSimulator, type ZaloSimulator } from '../simulators/zalo.ts';

const USER = '3000000000000000001';
let zalo: ZaloSimulator;
beforeEach(async () => {
  zalo = await startZaloSimulator(ZALO);
  zalo.setLastInteraction(USER, Date.now());
});
afterEach(() => zalo.stop());

function memoryStore(first: ZaloTokens | null = null): TokenStore & { kept: ZaloTokens | null } {
  return {
    kept: first,
    async load() {
      return this.kept;
    },
    async save(tokens) {
      this.kept = tokens;
    },
  };
}

function tokensFor(store: TokenStore, seed: string | null = ZALO.firstRefreshToken) {
  return createZaloTokens({ ...ZALO, store, oauthUrl: zalo.url, seedRefreshToken: seed, fetch, now: Date.now });
}

function clientFor(store = memoryStore()) {
  return createZaloClient({
    apiUrl: zalo.url,
    appSecret: ZALO.appSecret,
    tokens: tokensFor(store),
    fetch,
    timeoutMs: 2_000,
  });
}

const hello = { userId: USER, text: 'Dạ, em chào anh/chị.', correlationId: 'c1' };

describe('access tokens', () => {
  it('are refreshed once for twenty callers at the same time', async () => {
    const source = tokensFor(memoryStore());
    const tokens = await Promise.all(Array.from({ length: 20 }, () => source.accessToken()));
    expect(new Set(tokens)).toEqual(new Set(['SIM_ACCESS_1']));
    expect(zalo.tokensIssued()).toBe(1);
  });

  it('are not given out before the new pair is stored', async () => {
    const store = memoryStore();
    const source = tokensFor({ load: store.load.bind(store), save: () => Promise.reject(new Error('disk full')) });
    await expect(source.accessToken()).rejects.toThrow('disk full');
  });

  it('come from the stored pair, not from the seed, once there is one', async () => {
    const store = memoryStore();
    await tokensFor(store).accessToken();
    expect(await tokensFor(store, null).accessToken()).toBe('SIM_ACCESS_1');
    expect(zalo.tokensIssued()).toBe(1);
  });

  it('are renewed before they end, with the stored refresh token', async () => {
    const store = memoryStore();
    await tokensFor(store).accessToken();
    const later = createZaloTokens({
      ...ZALO,
      store,
      oauthUrl: zalo.url,
      seedRefreshToken: null,
      fetch,
      now: () => Date.now() + 90_000_000,
    });
    expect(await later.accessToken()).toBe('SIM_ACCESS_2');
  });

  it('need an admin when the refresh token was spent elsewhere', async () => {
    await expect(tokensFor(memoryStore(), 'SPENT').accessToken()).rejects.toBeInstanceOf(ZaloAuthorisationNeeded);
    await expect(tokensFor(memoryStore(), null).accessToken()).rejects.toThrow(/ZALO_REFRESH_TOKEN/);
  });
});

describe('sending to Zalo', () => {
  it('delivers and gives the platform id', async () => {
    expect(await clientFor().sendText(hello)).toEqual({ status: 'sent', providerMessageId: 'simout1' });
    expect(zalo.sent[0]).toMatchObject({ userId: USER, text: hello.text });
  });

  it('renews a token that died and sends once', async () => {
    const client = clientFor();
    await client.sendText(hello);
    zalo.killAccessToken();
    expect((await client.sendText(hello)).status).toBe('sent');
    expect([zalo.sent.length, zalo.tokensIssued()]).toEqual([2, 2]);
  });

  it('waits when the platform is busy or limits calls', async () => {
    const client = clientFor();
    zalo.faults.nextResponses = ['5xx', 'rate'];
    expect((await client.sendText(hello)).status).toBe('retry');
    expect((await client.sendText(hello)).status).toBe('retry');
    expect(zalo.sent).toEqual([]);
  });

  it('does not know what became of a call that was cut off', async () => {
    zalo.faults.nextResponses = ['lose-response'];
    expect((await clientFor().sendText(hello)).status).toBe('unknown');
  });

  it('knows that nothing was sent when nobody listens', async () => {
    const tokens = { accessToken: 'SIM_ACCESS_1', refreshToken: 'x', expiresAt: Date.now() + 90_000_000 };
    const client = clientFor(memoryStore(tokens));
    await zalo.stop();
    expect((await client.sendText(hello)).status).toBe('retry');
  });

  it.each([
    ['a stranger', '999', 0, 'ZALO_NOT_FOLLOWING'],
    ['somebody silent for eight days', '888', 8 * 24 * 3_600_000, 'ZALO_WINDOW_CLOSED'],
  ])('tells staff in Vietnamese why %s cannot be reached', async (_name, userId, ago, code) => {
    if (ago > 0) zalo.setLastInteraction(userId, Date.now() - ago);
    const delivery = await clientFor().sendText({ ...hello, userId });
    expect(delivery).toMatchObject({ status: 'failed', code });
    expect(delivery.status === 'failed' && delivery.reason).toMatch(/Người dân/);
  });

  it('splits a long text and keeps the order', async () => {
    const text = 'Dạ, câu này dài. '.repeat(200);
    expect((await clientFor().sendText({ ...hello, text })).status).toBe('sent');
    expect(zalo.sent.length).toBe(2);
    expect(
      zalo.sent
        .map((message) => message.text)
        .join(' ')
        .replace(/\s+/g, ' ')
        .trim(),
    ).toBe(text.trim());
  });
});
