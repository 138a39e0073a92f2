import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createZaloTokens } from '../../adapters/channels/zalo/tokens.ts';
import { watchZaloTokens } from '../../adapters/channels/zalo/watch-tokens.ts';
import { ZALO } from '../builders/accounts.ts';
import { memoryTokenStore } from '../builders/zalo-tokens.ts';
import { startZaloSimulator, type ZaloSimulator } from '../simulators/zalo.ts';

const NOW = 1_795_392_000_000;
const DAY = 86_400_000;
let zalo: ZaloSimulator;
beforeEach(async () => {
  zalo = await startZaloSimulator({ ...ZALO, now: () => NOW });
});
afterEach(() => zalo.stop());

/** What one look of the watch tells, of a pair whose refresh token has `days` left and whose access token is over. */
async function look(days: number, seedRefreshToken: string | null = null) {
  const held = {
    accessToken: 'OVER',
    refreshToken: ZALO.firstRefreshToken,
    expiresAt: NOW,
    refreshExpiresAt: NOW + days * DAY,
  };
  const store = memoryTokenStore(held);
  const { appId, appSecret } = ZALO;
  const tokens = createZaloTokens({
    appId,
    appSecret,
    oauthUrl: zalo.url,
    seedRefreshToken,
    store,
    fetch,
    now: () => NOW,
  });
  const told: { days: number[]; alarms: number[] } = { days: [], alarms: [] };
  const stop = watchZaloTokens({
    store,
    tokens,
    now: () => NOW,
    onDaysLeft: (left) => void told.days.push(left),
    onAlarm: (left) => void told.alarms.push(left),
  });
  await stop();
  return { ...told, store };
}

describe('the watch over the refresh token', () => {
  it('renews the pair while nobody writes, which starts its three months again', async () => {
    const { days, alarms, store } = await look(5);
    expect([days, alarms, store.kept()?.refreshToken]).toEqual([[90], [], 'SIM_REFRESH_1']);
  });

  it('raises the alarm with the days left while renewing fails', async () => {
    zalo.faults.nextTokenResponses = ['5xx'];
    expect(await look(13)).toMatchObject({ days: [13], alarms: [13] });
  });

  it('raises no alarm while there is time', async () => {
    zalo.faults.nextTokenResponses = ['5xx'];
    expect(await look(14)).toMatchObject({ days: [14], alarms: [] });
  });

  it('counts no day any more once Zalo refused the refresh token', async () => {
    zalo.burnRefreshToken();
    expect(await look(80)).toMatchObject({ days: [0], alarms: [0] });
  });
});
