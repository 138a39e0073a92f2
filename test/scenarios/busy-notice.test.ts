import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Stores } from '../../adapters/stores/engine.ts';
import { REPLIES } from '../../bot/policy/replies.ts';
import { type MessengerProduct, runMessenger } from '../builders/messenger-product.ts';
import { until } from '../builders/product.ts';

const QUESTION = 'Tiền ăn bán trú bữa trưa tối đa bao nhiêu?';
const LIMIT_MS = 30_000;

/** A product whose workers take no mail until they are let. */
let product: MessengerProduct;
let blocked: boolean;
let offset: number;
const blockable = (stores: Stores): Stores => ({
  ...stores,
  inbox: {
    ...stores.inbox,
    claim: async (now, quietMs, limit) => (blocked ? [] : stores.inbox.claim(now, quietMs, limit)),
  },
});
async function start(environment: Record<string, string> = {}): Promise<void> {
  product = await runMessenger(environment, { stores: blockable, now: () => Date.now() + offset });
}
beforeEach(() => {
  blocked = true;
  offset = 0;
});
afterEach(() => product.stop());

const texts = (psid: string) => product.sentTo(psid).map((message) => message.text);
/** Longer than two looks of the loop that tells. */
const twoLooks = () => new Promise((resolve) => setTimeout(resolve, 4_500));

describe('a citizen whose message waits long', () => {
  it('is told once that it was received, and then gets the answer', { timeout: 60_000 }, async () => {
    await start();
    const an = product.newPerson();
    await product.say(an, 'm1', QUESTION);
    await twoLooks();
    expect(texts(an)).toEqual([]);
    offset = 31_000;
    await until(() => texts(an).length === 1, LIMIT_MS);
    await product.say(an, 'm2', 'Alo?');
    offset = 90_000;
    await twoLooks();
    expect(texts(an)).toEqual([REPLIES.busy]);
    blocked = false;
    await product.settled();
    expect(texts(an)[1]).toContain('35.000');
    expect((await product.lines(an)).map(([author]) => author).slice(0, 2)).toEqual(['bot', 'citizen']);
  });

  it('is not told where the setting says never', { timeout: 60_000 }, async () => {
    await start({ BUSY_AFTER_S: '0' });
    const an = product.newPerson();
    await product.say(an, 'm1', QUESTION);
    offset = 120_000;
    await twoLooks();
    expect(texts(an)).toEqual([]);
  });

  it('is not told by the bot when a person answers, or after the platform closed the window', {
    timeout: 60_000,
  }, async () => {
    await start({ BUSY_AFTER_S: '5' });
    blocked = false;
    const waiting = product.newPerson();
    await product.say(waiting, 'w1', 'cho em gặp cán bộ');
    await product.settled();
    blocked = true;
    await product.say(waiting, 'w2', 'Em chờ ạ');
    const old = product.newPerson();
    offset = 25 * 3_600_000;
    await product.stores.inbox.put(
      [
        {
          key: 'old',
          conversationId: `messenger:100000000000001:${old}`,
          channel: 'messenger',
          activity: { type: 'message', text: QUESTION },
          at: Date.now(),
        },
      ],
      Date.now(),
    );
    await twoLooks();
    expect(texts(waiting)).toHaveLength(1);
    expect(texts(old)).toEqual([]);
  });
});
