import { createHash, createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { verifyZaloSignature, type ZaloSignatureVariant } from '../../adapters/channels/zalo/signature.ts';
import { createZaloWebhook } from '../../adapters/channels/zalo/zalo-webhook.ts';
import { readConfig } from '../../adapters/config.ts';
import { ZALO, zaloSettings } from '../builders/accounts.ts';
import { signedZaloWebhook } from '../simulators/zalo.ts';

const BOTH: readonly ZaloSignatureVariant[] = ['body-timestamp', 'header-timestamp'];
const request = (bytes: string | Buffer, signature: string | undefined, timestamp?: string) => ({
  rawBody: Buffer.from(bytes),
  signature,
  timestamp,
});

describe('the signature of a Zalo webhook', () => {
  it.each([
    ['no header', undefined],
    ['a bare hash', 'a'.repeat(64)],
    ['a short hash', 'mac=abc'],
  ])('refuses %s', (_name, header) => {
    const secrets = { appId: '1', oaSecretKey: 's' };
    expect(verifyZaloSignature(request('{"app_id":"1","timestamp":"2"}', header), secrets, BOTH)).toBeNull();
  });
});

describe('the signature of a Zalo webhook that our settings do not match', () => {
  const { body, headers } = signedZaloWebhook({ app_id: '1', timestamp: '2' }, '1', 'secret');
  const check = (appId: string, oaSecretKey: string, bytes = body, header = headers['x-zevent-signature']) =>
    verifyZaloSignature(request(bytes, header), { appId, oaSecretKey }, BOTH);

  it('is accepted with the right ones', () => {
    expect(check('1', 'secret')).toBe('body-timestamp');
  });

  it('is refused with another secret', () => {
    expect(check('1', 'other')).toBeNull();
  });

  it('is refused for another app, even when hashed with its id', () => {
    const foreign = signedZaloWebhook({ app_id: '9', timestamp: '2' }, '1', 'secret');
    expect(check('1', 'secret', foreign.body, foreign.headers['x-zevent-signature'])).toBeNull();
  });

  it('is refused while the secret is empty, when anybody could make it', () => {
    const forged = signedZaloWebhook({ app_id: '1', timestamp: '2' }, '1', '');
    expect(check('1', '', forged.body, forged.headers['x-zevent-signature'])).toBeNull();
  });

  it.each(['{', '{}', '[]', '{"app_id":"1"}', '{"app_id":"1","timestamp":2}'])(
    'is refused for the body %s',
    (bytes) => {
      expect(check('1', 'secret', bytes)).toBeNull();
    },
  );
});

describe('the two documented variants of the signature', () => {
  const payload = { app_id: ZALO.appId, event_name: 'user_seen_message', timestamp: '1795392000000' };
  const ofBody = signedZaloWebhook(payload, ZALO.appId, ZALO.oaSecret);
  const ofHeader = signedZaloWebhook(payload, ZALO.appId, ZALO.oaSecret, '1795392000777');

  function door(setting: string) {
    const matched: string[] = [];
    const { zalo } = readConfig({ ...zaloSettings('http://127.0.0.1:1'), ZALO_SIGNATURE: setting });
    if (!zalo.on) throw new Error('Zalo must be on.');
    const webhook = createZaloWebhook(zalo.settings, (variant) => void matched.push(variant));
    const takes = ({ body, headers }: typeof ofBody) => webhook.verifySignature(Buffer.from(body), headers, undefined);
    return { takes, matched };
  }

  it('are both taken by default, and each is told once', () => {
    const { takes, matched } = door('auto');
    expect([ofBody, ofBody, ofHeader, ofHeader, ofBody].map(takes)).toEqual([true, true, true, true, true]);
    expect(matched).toEqual(['body-timestamp', 'header-timestamp']);
  });

  it.each([
    ['body-timestamp', [true, false]],
    ['header-timestamp', [false, true]],
  ])('can be narrowed to %s', (setting, taken) => {
    expect([ofBody, ofHeader].map(door(setting).takes)).toEqual(taken);
  });

  it('leave out what connectors got wrong: HMAC, the OA id for the app id, the app secret for the OA secret', () => {
    const { takes } = door('auto');
    const { timestamp } = payload;
    const { body } = ofBody;
    const plain = (...parts: string[]) => createHash('sha256').update(parts.join('')).digest('hex');
    const wrong = [
      createHmac('sha256', ZALO.oaSecret).update(`${ZALO.appId}${body}${timestamp}`).digest('hex'),
      plain(ZALO.oaId, body, timestamp, ZALO.oaSecret),
      plain(ZALO.appId, body, timestamp, ZALO.appSecret),
    ];
    for (const mac of wrong) expect(takes({ body, headers: { 'x-zevent-signature': `mac=${mac}` } })).toBe(false);
  });
});
