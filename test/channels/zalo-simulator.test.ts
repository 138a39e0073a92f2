import { createHmac } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseZaloWebhook } from '../../adapters/channels/zalo/events.ts';
import { verifyZaloSignature } from '../../adapters/channels/zalo/signature.ts';
import { ZALO } from '../builders/accounts.ts';
import { startWebhookReceiver, type WebhookReceiver } from '../builders/webhook-receiver.ts';
import { startZaloSimulator, type ZaloSimulator } from '../simulators/zalo.ts';

const NOW = 1_795_392_000_000;
const DAY = 86_400_000;
const USER = '3000000000000000001';
let clock = NOW;
let zalo: ZaloSimulator;
beforeEach(async () => {
  clock = NOW;
  zalo = await startZaloSimulator({ ...ZALO, now: () => clock });
  zalo.setLastInteraction(USER, NOW);
});
afterEach(() => zalo.stop());

const FORM = { grant_type: 'refresh_token', refresh_token: ZALO.firstRefreshToken, app_id: ZALO.appId };
async function askToken(form: Record<string, string> = FORM, headers: Record<string, string> = {}) {
  const response = await fetch(`${zalo.url}/v4/oa/access_token`, {
    method: 'POST',
    headers: { secret_key: ZALO.appSecret, ...headers },
    body: headers['content-type'] === undefined ? new URLSearchParams(form) : JSON.stringify(form),
  });
  return response.json();
}

const TOKEN = 'SIM_ACCESS_1';
const proofOf = (token: string) => createHmac('sha256', ZALO.appSecret).update(token).digest('hex');
const body = (over: object = {}, message: object = {}) => ({
  recipient: { user_id: USER },
  message: { text: 'Dạ', ...message },
  ...over,
});
async function post(content: unknown = body(), headers: Record<string, string> = {}, path = '/v3.0/oa/message/cs') {
  const response = await fetch(zalo.url + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', access_token: TOKEN, appsecret_proof: proofOf(TOKEN), ...headers },
    body: typeof content === 'string' ? content : JSON.stringify(content),
  });
  return { status: response.status, answer: await response.json() };
}

describe('the token service of the Zalo simulator', () => {
  it('gives a pair whose life is a string of seconds', async () => {
    expect(await askToken()).toEqual({
      access_token: TOKEN,
      refresh_token: 'SIM_REFRESH_1',
      expires_in: '90000',
    });
  });

  it.each<[string, Record<string, string>, Record<string, string>]>([
    ['a wrong secret', FORM, { secret_key: 'x' }],
    ['JSON instead of a form', FORM, { 'content-type': 'application/json' }],
    ['another app', { ...FORM, app_id: '1' }, {}],
    ['another kind of grant', { ...FORM, grant_type: 'authorization_code' }, {}],
    ['an unknown field', { ...FORM, extra: '1' }, {}],
    ['a refresh token it never gave', { ...FORM, refresh_token: 'x' }, {}],
  ])('refuses %s', async (_what, form, headers) => {
    expect(await askToken(form, headers)).not.toHaveProperty('access_token');
    expect([zalo.tokensIssued(), zalo.refused.length]).toEqual([0, 1]);
  });

  it('takes a refresh token once', async () => {
    await askToken();
    expect(await askToken()).not.toHaveProperty('access_token');
  });

  it('kills the old access token when it gives a new one', async () => {
    await askToken();
    await askToken({ ...FORM, refresh_token: 'SIM_REFRESH_1' });
    expect((await post()).answer.error).toBe(-216);
  });
});

describe('the message API of the Zalo simulator', () => {
  beforeEach(async () => {
    await askToken();
  });

  it('takes a right call', async () => {
    expect(await post()).toMatchObject({ status: 200, answer: { error: 0, data: { message_id: 'simout1' } } });
  });

  it.each<[string, () => ReturnType<typeof post>, number]>([
    ['a wrong token', () => post(body(), { access_token: 'x' }), -216],
    ['a bearer token', () => post(body(), { authorization: `Bearer ${TOKEN}` }), -201],
    ['a wrong proof', () => post(body(), { appsecret_proof: 'x' }), -242],
    ['a form', () => post(body(), { 'content-type': 'application/x-www-form-urlencoded' }), -201],
    ['what is no JSON', () => post('{'), -201],
    ['an unknown field', () => post(body({ tag: 'x' })), -201],
    ['an unknown field of the message', () => post(body({}, { metadata: 'x' })), -201],
    ['an empty text', () => post(body({}, { text: '' })), -201],
    ['a text of 2001', () => post(body({}, { text: 'a'.repeat(2001) })), -210],
    ['a stranger', () => post(body({ recipient: { user_id: '1' } })), -213],
  ])('refuses %s with status 200', async (_what, call, error) => {
    expect(await call()).toMatchObject({ status: 200, answer: { error } });
    expect([zalo.sent.length, zalo.refused.length]).toEqual([0, 1]);
  });

  it('refuses a token whose time is over', async () => {
    clock += 90_000_000;
    expect((await post()).answer.error).toBe(-220);
  });

  it('takes a message until 7 days after the last one of the citizen, and none later', async () => {
    zalo.setLastInteraction(USER, NOW - 7 * DAY);
    expect((await post()).answer.error).toBe(0);
    clock += 1;
    expect((await post()).answer.error).toBe(-230);
  });

  it('knows no other path', async () => {
    expect((await post(body(), {}, '/v2.0/oa/message')).status).toBe(404);
  });
});

describe('the echo of the Zalo simulator', () => {
  let receiver: WebhookReceiver;
  beforeEach(async () => {
    receiver = await startWebhookReceiver();
    await askToken();
  });
  afterEach(() => receiver.stop());

  it('comes signed, under the id of the message, until it is taken', async () => {
    receiver.answers.push(503);
    zalo.echoTo(receiver.url);
    await post();
    await receiver.accepted;
    const secrets = { appId: ZALO.appId, oaSecretKey: ZALO.oaSecret };
    for (const { bytes, headers } of receiver.received) {
      const request = { rawBody: bytes, signature: String(headers['x-zevent-signature']), timestamp: undefined };
      expect(verifyZaloSignature(request, secrets, ['body-timestamp'])).toBe('body-timestamp');
    }
    const echo: unknown = JSON.parse(receiver.received[1]?.bytes.toString() ?? '');
    expect(parseZaloWebhook(echo, { oaId: ZALO.oaId, buttons: false })).toMatchObject({
      events: [{ kind: 'echo', by: 'us', citizenId: USER, providerMessageId: 'simout1', text: 'Dạ' }],
    });
  });

  it('can come before the answer', async () => {
    zalo.echoTo(receiver.url, 'before');
    await post();
    expect(receiver.received).toHaveLength(1);
  });

  it('can come after the answer, also after one that was lost', async () => {
    zalo.faults.nextResponses = ['lose-response'];
    zalo.echoTo(receiver.url, 'after');
    await expect(post()).rejects.toThrow();
    await receiver.accepted;
    expect(receiver.received).toHaveLength(1);
  });
});
