import { afterAll, beforeAll, expect, it } from 'vitest';
import { keepSpans } from '../builders/kept-spans.ts';
import { type MessengerProduct, runMessenger } from '../builders/messenger-product.ts';

const { kept: spans, stop } = keepSpans();
let messenger: MessengerProduct;
beforeAll(async () => {
  messenger = await runMessenger();
});
afterAll(async () => {
  await messenger.stop();
  stop();
});

it('follows a message from its webhook to the call that answers it, without a word or an id of a person', async () => {
  const psid = messenger.newPerson();
  await messenger.say(psid, `${psid}_a`, 'Tiền ăn bán trú bữa trưa tối đa bao nhiêu?');
  await messenger.settled();
  expect(messenger.sentTo(psid)).toHaveLength(1);
  expect(spans.filter(({ name }) => name !== 'webhook')).toEqual([
    { name: 'turn', attributes: { channel: 'messenger' }, error: null, ended: true },
    { name: 'answer from documents', attributes: { kind: 'answered' }, error: null, ended: true },
    { name: 'deliver', attributes: { channel: 'messenger', status: 'sent' }, error: null, ended: true },
  ]);
  expect(spans).toContainEqual({ name: 'webhook', attributes: { channel: 'messenger' }, error: null, ended: true });
  const told = JSON.stringify(spans);
  expect(told).not.toContain(psid);
  expect(told).not.toContain('bán trú');
});
