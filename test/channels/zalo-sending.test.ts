import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createZaloClient, type ZaloClientOptions } from '../../adapters/channels/zalo/client.ts';
import { readQuery } from '../../adapters/channels/zalo/query-buttons.ts';
import { createZaloTokens } from '../../adapters/channels/zalo/tokens.ts';
import { ZALO } from '../builders/accounts.ts';
import { memorySentPieces } from '../builders/sent-pieces.ts';
import { memoryTokenStore } from '../builders/zalo-tokens.ts';
import { startZaloSimulator, type ZaloSimulator } from '../simulators/zalo.ts';

const USER = '3000000000000000001';
const NOW = 1_795_392_000_000;
const DAY = 86_400_000;
const now = () => NOW;
let zalo: ZaloSimulator;
beforeEach(async () => {
  zalo = await startZaloSimulator({ ...ZALO, now });
  zalo.setLastInteraction(USER, NOW);
});
afterEach(() => zalo.stop());

function clientFor(over: Partial<ZaloClientOptions> = {}, store = memoryTokenStore()) {
  const { appId, appSecret, firstRefreshToken: seedRefreshToken } = ZALO;
  const tokens = createZaloTokens({ appId, appSecret, seedRefreshToken, store, oauthUrl: zalo.url, fetch, now });
  const silent = { buttons: false, onQuota: () => undefined, sentPieces: memorySentPieces() };
  return createZaloClient({ apiUrl: zalo.url, appSecret, tokens, fetch, timeoutMs: 2_000, ...silent, ...over });
}

const hello = { userId: USER, text: 'Dạ, em chào anh/chị.', choices: [], correlationId: 'c1' };

describe('sending to Zalo', () => {
  it('delivers and gives the platform id', async () => {
    expect(await clientFor().sendText(hello)).toEqual({ status: 'sent', providerMessageId: 'simout1' });
    expect(zalo.sent).toEqual([{ userId: USER, text: hello.text, buttons: [], messageId: 'simout1', at: NOW }]);
    expect(zalo.refused).toEqual([]);
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
    const tokens = {
      accessToken: 'SIM_ACCESS_1',
      refreshToken: 'x',
      expiresAt: NOW + DAY,
      refreshExpiresAt: NOW + 90 * DAY,
    };
    const client = clientFor({}, memoryTokenStore(tokens));
    await zalo.stop();
    expect((await client.sendText(hello)).status).toBe('retry');
  });

  it.each([
    ['a stranger', '999', 0, 'ZALO_NOT_FOLLOWING'],
    ['somebody silent for eight days', '888', 8 * DAY, 'ZALO_WINDOW_CLOSED'],
  ])('tells staff in Vietnamese why %s cannot be reached', async (_name, userId, ago, code) => {
    if (ago > 0) zalo.setLastInteraction(userId, NOW - ago);
    const delivery = await clientFor().sendText({ ...hello, userId });
    expect(delivery).toMatchObject({ status: 'failed', code });
    expect(delivery.status === 'failed' && delivery.reason).toMatch(/Người dân/);
  });

  it('refuses an empty text without a call', async () => {
    expect(await clientFor().sendText({ ...hello, text: ' \n' })).toMatchObject({
      status: 'failed',
      code: 'ZALO_TEXT_EMPTY',
    });
    expect(zalo.tokensIssued()).toBe(0);
  });

  it('does not know what became of a call whose answer came too late', async () => {
    zalo.faults.nextResponses = ['slow'];
    expect((await clientFor({ timeoutMs: 300 }).sendText(hello)).status).toBe('unknown');
    expect(zalo.sent).toHaveLength(1);
  });

  it('renews a token only once for one message', async () => {
    zalo.faults.nextResponses = ['token-dead', 'token-dead'];
    expect(await clientFor().sendText(hello)).toMatchObject({ status: 'retry', afterMs: 600_000 });
    expect([zalo.sent.length, zalo.tokensIssued()]).toEqual([0, 2]);
  });

  it('waits for the admin when Zalo takes no refresh token any more', async () => {
    zalo.authoriseAgain();
    expect(await clientFor().sendText(hello)).toMatchObject({ status: 'retry', afterMs: 600_000 });
    expect(zalo.sent).toEqual([]);
  });

  it('passes on a fault of the token store, which is none of Zalo', async () => {
    const store = memoryTokenStore();
    store.failNextSave();
    await expect(clientFor({}, store).sendText(hello)).rejects.toThrow('disk full');
    expect(zalo.sent).toEqual([]);
  });

  it.each(['5xx', 'rate', 'lose-response'] as const)(
    'repeats no piece of a long text that arrived before a fault: %s',
    async (fault) => {
      const text = `${'Câu một. '.repeat(200)}\n\n${'Câu hai. '.repeat(200)}`;
      const client = clientFor({
        fetch: (input, init) => {
          if (zalo.sent.length === 1 && zalo.faults.nextResponses.length === 0 && !broken) {
            broken = true;
            zalo.faults.nextResponses = [fault];
          }
          return fetch(input, init);
        },
      });
      let broken = false;
      expect((await client.sendText({ ...hello, text })).status).not.toBe('sent');
      expect((await client.sendText({ ...hello, text })).status).toBe('sent');
      expect(zalo.sent.filter((message) => message.text.startsWith('Câu một'))).toHaveLength(1);
    },
  );
});

describe('choices under a message', () => {
  const choices = [
    { title: 'Xem nguồn', payload: 'SOURCE:d#1' },
    { title: 'Gặp cán bộ', payload: 'HANDOVER_REQUEST' },
  ];
  const LIST = `${hello.text}\n\nNhắn số để chọn:\n1. Xem nguồn\n2. Gặp cán bộ`;

  it('are a numbered list', async () => {
    await clientFor().sendText({ ...hello, choices });
    expect(zalo.sent).toMatchObject([{ text: LIST, buttons: [] }]);
  });

  it('are buttons where the setting says so, and come back as taps', async () => {
    await zalo.stop();
    zalo = await startZaloSimulator({ ...ZALO, now, takesButtons: true });
    zalo.setLastInteraction(USER, NOW);
    await clientFor({ buttons: true }).sendText({ ...hello, choices });
    const [message] = zalo.sent;
    expect(message).toMatchObject({ text: hello.text, buttons: [{ title: 'Xem nguồn' }, { title: 'Gặp cán bộ' }] });
    const taps = message?.buttons.map((button) => readQuery(button.payload));
    expect(taps).toEqual(choices);
  });

  it('are sent once as a list where Zalo refuses buttons', async () => {
    expect((await clientFor({ buttons: true }).sendText({ ...hello, choices })).status).toBe('sent');
    expect(zalo.sent).toMatchObject([{ text: LIST, buttons: [] }]);
  });

  it('stand under the last piece of a long text', async () => {
    await clientFor().sendText({ ...hello, text: 'Dạ, câu này dài. '.repeat(200), choices });
    expect(zalo.sent.map((message) => message.text.includes('1. Xem nguồn'))).toEqual([false, true]);
  });

  it.each(['#xin chào', '#HANDOVER_REQUEST', 'HANDOVER_REQUEST|Gặp cán bộ', '#|x', ''])(
    'are not tapped by the text %j',
    (text) => {
      expect(readQuery(text)).toBeNull();
    },
  );
});

describe('what pays for a message', () => {
  it.each([
    ['reply', 'reply'],
    ['sub_quota', 'sub_quota'],
    ['something_new', 'other'],
    [null, 'billed'],
  ])('is told from the answer: %s', async (quotaType, expected) => {
    await zalo.stop();
    zalo = await startZaloSimulator({ ...ZALO, now, quotaType });
    zalo.setLastInteraction(USER, NOW);
    const quotas: string[] = [];
    await clientFor({ onQuota: (quota) => void quotas.push(quota) }).sendText(hello);
    expect(quotas).toEqual([expected]);
  });
});
