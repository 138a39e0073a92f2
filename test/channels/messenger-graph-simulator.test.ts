import { createHmac } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { parseMessengerWebhook } from '../../adapters/channels/messenger/events.ts';
import { verifyMessengerSignature } from '../../adapters/channels/messenger/signature.ts';
import { startWebhookReceiver, type WebhookReceiver } from '../builders/webhook-receiver.ts';
import {
  deliverMessengerWebhook,
  type GraphSimulator,
  signedMessengerWebhook,
  startGraphSimulator,
} from '../simulators/graph.ts';

const NOW = 1_795_392_000_000;
const PERSON = '7000000000000001';
const ACCOUNT = {
  appId: '900000000000001',
  appSecret: 'fake_app_secret_do_not_use',
  pageId: '100000000000001',
  pageToken: 'FAKE_PAGE_TOKEN',
  version: 'v26.0',
};
const PROOF = createHmac('sha256', ACCOUNT.appSecret).update(ACCOUNT.pageToken).digest('hex');
const PATH = `/v26.0/${ACCOUNT.pageId}/messages`;

let graph: GraphSimulator;
beforeEach(async () => {
  graph = await startGraphSimulator({ ...ACCOUNT, now: () => NOW });
  graph.setLastInbound(PERSON, NOW);
});
afterEach(() => graph.stop());

const body = (over: object = {}, message: object = {}) => ({
  access_token: ACCOUNT.pageToken,
  recipient: { id: PERSON },
  messaging_type: 'RESPONSE',
  message: { text: 'Chào', ...message },
  ...over,
});
const post = (content: object, path = `${PATH}?appsecret_proof=${PROOF}`, type = 'application/json') =>
  fetch(graph.url + path, { method: 'POST', headers: { 'content-type': type }, body: JSON.stringify(content) });
const buttons = (count: number, over: object = {}) => ({
  quick_replies: Array.from({ length: count }, () => ({ content_type: 'text', title: 'Có', payload: 'P', ...over })),
});

describe('the Graph simulator', () => {
  test('takes a right call', async () => {
    expect(await (await post(body())).json()).toEqual({ recipient_id: PERSON, message_id: 'm_SIM_1' });
  });

  test.each<[string, () => Promise<Response>, number, number | undefined]>([
    [
      'another version',
      () => post(body(), `/v20.0/${ACCOUNT.pageId}/messages?appsecret_proof=${PROOF}`),
      2500,
      undefined,
    ],
    ['another page', () => post(body(), `/v26.0/5/messages?appsecret_proof=${PROOF}`), 2500, undefined],
    ['no proof', () => post(body(), PATH), 100, undefined],
    ['a form', () => post(body(), undefined, 'application/x-www-form-urlencoded'), 100, undefined],
    ['a token in the address', () => post(body(), `${PATH}?appsecret_proof=${PROOF}&access_token=x`), 100, undefined],
    ['a wrong token', () => post(body({ access_token: 'x' })), 190, undefined],
    ['an unknown field', () => post(body({ notification: 'x' })), 100, undefined],
    ['an empty text', () => post(body({}, { text: '' })), 100, undefined],
    ['a text of 2001', () => post(body({}, { text: 'a'.repeat(2001) })), 100, undefined],
    ['metadata of 1001', () => post(body({}, { metadata: 'a'.repeat(1001) })), 100, undefined],
    ['14 buttons', () => post(body({}, buttons(14))), 100, undefined],
    ['a title of 21', () => post(body({}, buttons(1, { title: 'a'.repeat(21) }))), 100, undefined],
    ['a payload of 1001', () => post(body({}, buttons(1, { payload: 'a'.repeat(1001) }))), 100, undefined],
    ['a removed tag', () => post(body({ messaging_type: 'MESSAGE_TAG', tag: 'ACCOUNT_UPDATE' })), 100, 1893061],
    ['a tag without its type', () => post(body({ tag: 'HUMAN_AGENT' })), 100, undefined],
    ['an action with a text', () => post(body({ sender_action: 'typing_on' })), 100, undefined],
    ['a stranger', () => post(body({ recipient: { id: '1' } })), 100, 2018001],
  ])('refuses %s', async (_what, call, code, subcode) => {
    expect((await (await call()).json()).error).toMatchObject(
      subcode === undefined ? { code } : { code, error_subcode: subcode },
    );
    expect(graph.sent).toEqual([]);
    expect(graph.refused).toHaveLength(1);
  });
});

describe('the echo of the Graph simulator', () => {
  let receiver: WebhookReceiver;
  beforeEach(async () => {
    receiver = await startWebhookReceiver();
  });
  afterEach(() => receiver.stop());
  const signed = () =>
    receiver.received.map(({ bytes, headers }) =>
      verifyMessengerSignature(bytes, String(headers['x-hub-signature-256']), ACCOUNT.appSecret),
    );

  test('comes signed, with our app id and metadata, until it is taken', async () => {
    receiver.answers.push(503);
    graph.echoTo(receiver.url);
    await post(body({}, { text: 'Dạ, xem https://x.vn/a', metadata: 'c1' }));
    await receiver.accepted;
    expect(signed()).toEqual([true, true]);
    expect(
      parseMessengerWebhook(JSON.parse(receiver.received[1]?.bytes.toString() ?? ''), { ...ACCOUNT, comments: false }),
    ).toMatchObject({
      events: [{ kind: 'echo', by: 'us', citizenId: PERSON, correlationId: 'c1', text: 'Dạ, xem https://x.vn/a' }],
      unknown: 0,
    });
  });

  test('can come before the answer', async () => {
    graph.echoTo(receiver.url, 'before');
    await post(body());
    expect(receiver.received).toHaveLength(1);
  });

  test.each(['meanwhile', 'after'] as const)('comes even when the answer was lost: %s', async (timing) => {
    graph.echoTo(receiver.url, timing);
    graph.faults.nextResponses = ['lose-response'];
    await expect(post(body())).rejects.toThrow();
    await receiver.accepted;
    expect(receiver.received).toHaveLength(1);
  });

  test('is escaped as Meta escapes, so that signing parsed JSON again fails', async () => {
    const webhook = signedMessengerWebhook({ text: 'Chào / 😊' }, ACCOUNT.appSecret);
    expect(webhook.body).toBe('{"text":"Ch\\u00e0o \\/ \\ud83d\\ude0a"}');
    expect(await deliverMessengerWebhook(receiver.url, { text: 'Chào / 😊' }, ACCOUNT.appSecret)).toBe(200);
    expect(signed()).toEqual([true]);
    expect(receiver.received[0]?.bytes.toString()).toBe(webhook.body);
  });
});
