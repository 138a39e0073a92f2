import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { parseZaloWebhook } from '../../adapters/channels/zalo/events.ts';
import { verifyZaloSignature } from '../../adapters/channels/zalo/signature.ts';
import { zaloWindow } from '../../adapters/channels/zalo/window.ts';
import { signedZaloWebhook } from '../simulators/zalo.ts';

const FIXTURES = join(import.meta.dirname, '../fixtures/zalo');
const read = (file: string): unknown => JSON.parse(readFileSync(join(FIXTURES, file), 'utf8'));
const OA = '2000000000000000001';
const HOUR = 3_600_000;

describe('the signature of a Zalo webhook', () => {
  const { vectors } = z
    .object({
      vectors: z.array(
        z.object({
          name: z.string(),
          rawBodyBase64: z.string(),
          appId: z.string(),
          oaSecretKey: z.string(),
          headers: z.record(z.string(), z.string()),
          expect: z.string(),
        }),
      ),
    })
    .parse(read('signature_vectors.json'));

  it.each(vectors)('answers vector $name with $expect', (vector) => {
    const bytes = Buffer.from(vector.rawBodyBase64, 'base64');
    const matched = verifyZaloSignature(bytes, vector.headers['X-ZEvent-Signature'], vector);
    expect(matched).toBe(vector.expect.startsWith('accept') ? 'body-timestamp' : null);
  });

  it.each([
    ['no header', undefined],
    ['a bare hash', 'a'.repeat(64)],
    ['a short hash', 'mac=abc'],
  ])('refuses %s', (_name, header) => {
    expect(
      verifyZaloSignature(Buffer.from('{"app_id":"1","timestamp":"2"}'), header, { appId: '1', oaSecretKey: 's' }),
    ).toBeNull();
  });
});

describe('the signature of a Zalo webhook that our settings do not match', () => {
  const { body, headers } = signedZaloWebhook({ app_id: '1', timestamp: '2' }, '1', 'secret');
  const check = (appId: string, oaSecretKey: string, bytes = body, header = headers['x-zevent-signature']) =>
    verifyZaloSignature(Buffer.from(bytes), header, { appId, oaSecretKey });

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

describe('events of a Zalo webhook', () => {
  const EXPECTED: Readonly<Record<string, string>> = {
    'user_send_text.json': 'message',
    'user_send_text_quote.json': 'message',
    'user_send_text_button_query.json': 'message',
    'user_send_image.json': 'message',
    'user_send_gif.json': 'message',
    'user_send_link.json': 'message',
    'user_send_audio.json': 'message',
    'user_send_video.json': 'message',
    'user_send_sticker.json': 'message',
    'user_send_location.json': 'message',
    'user_send_file.json': 'message',
    'user_send_business_card.json': 'message',
    'oa_send_text_by_api.json': 'echo us',
    'oa_send_text_by_staff.json': 'echo person',
    'oa_send_image_by_staff.json': 'echo person',
    'oa_send_list.json': 'echo us',
    'anonymous_send_text.json': 'notice',
    'oa_send_anonymous_text.json': 'notice',
    'follow.json': 'followed',
    'unfollow.json': 'unfollowed',
    'user_withdraw.json': 'withdrawn',
    'user_submit_info.json': 'notice',
    'user_received_message.json': 'notice',
    'user_received_message_zns.json': 'notice',
    'user_seen_message.json': 'notice',
    'user_reacted_message.json': 'notice',
    'user_click_chatnow.json': 'notice',
    'add_user_to_tag.json': 'notice',
    'user_send_group_text.json': 'ignored',
    'unknown_event.json': 'unknown',
  };

  function outcome(file: string): string {
    const parsed = parseZaloWebhook(read(file), { oaId: OA });
    if (!parsed.ok) return 'refused';
    const [event] = parsed.events;
    if (event === undefined) return parsed.unknown > 0 ? 'unknown' : 'ignored';
    return event.kind === 'echo' ? `echo ${event.by}` : event.kind;
  }

  it('has a row for every recorded event', () => {
    const events = readdirSync(FIXTURES).filter(
      (file) => !/^(?:api_|oauth_|requests_|signature_|appsecret_)/.test(file),
    );
    expect(events.sort()).toEqual(Object.keys(EXPECTED).sort());
  });

  it.each(Object.entries(EXPECTED))('reads %s as %s', (file, expected) => {
    expect(outcome(file)).toBe(expected);
  });

  it('keeps ids as strings, the text in NFC and the time in milliseconds', () => {
    const parsed = parseZaloWebhook(read('user_send_text.json'), { oaId: OA });
    expect(parsed.ok && parsed.events[0]).toMatchObject({
      citizenId: '3000000000000000001',
      accountId: OA,
      at: 1_795_392_000_000,
      key: 'fake0000000000000001',
    });
  });

  it('ignores events of another account', () => {
    expect(parseZaloWebhook(read('user_send_text.json'), { oaId: '1' })).toMatchObject({ events: [], ignored: 1 });
  });

  const received = (file: string, over: object = {}) => {
    const parsed = parseZaloWebhook({ ...z.record(z.string(), z.unknown()).parse(read(file)), ...over }, { oaId: OA });
    return parsed.ok ? parsed.events[0] : undefined;
  };

  it('keeps a message whose attachments have shapes never seen', () => {
    const image = { type: 'image', payload: { url: 'https://x.invalid/1' } };
    const message = { msg_id: 'm1', text: 'ảnh', attachments: [7, image, { type: 'new', payload: 'x' }] };
    expect(received('user_send_image.json', { message })).toMatchObject({
      kind: 'message',
      text: 'ảnh',
      attachments: [
        { type: 'unknown', url: null },
        { type: 'image', url: 'https://x.invalid/1' },
        { type: 'new', url: null },
      ],
    });
  });

  it('carries nothing of a business card but its address', () => {
    expect(JSON.stringify(received('user_send_business_card.json'))).not.toContain('84900000000');
  });

  it.each([
    ['user_seen_message.json', '3000000000000000001'],
    ['user_reacted_message.json', '3000000000000000001'],
    ['user_click_chatnow.json', '3000000000000000001'],
    ['user_submit_info.json', '3000000000000000001'],
    ['add_user_to_tag.json', null],
    ['user_received_message_zns.json', null],
  ])('names the person of the notice %s: %s', (file, citizenId) => {
    expect(received(file)).toMatchObject({ kind: 'notice', citizenId });
  });

  it.each(['anonymous_send_text.json', 'oa_send_anonymous_text.json'])('calls %s anonymous', (file) => {
    expect(received(file)).toMatchObject({ kind: 'notice', name: 'anonymous' });
  });

  it.each(['user_seen_message.json', 'user_click_chatnow.json', 'follow.json', 'oa_send_text_by_staff.json'])(
    'ignores %s of another account',
    (file) => {
      expect(parseZaloWebhook(read(file), { oaId: '1' })).toEqual({ ok: true, events: [], unknown: 0, ignored: 1 });
    },
  );

  it.each(['constructor', 'toString', '__proto__'])('does not know an event called %s', (event_name) => {
    expect(parseZaloWebhook({ event_name, timestamp: '1795392000000', user_id: '3' }, { oaId: OA })).toEqual({
      ok: true,
      events: [],
      unknown: 1,
      ignored: 0,
    });
  });

  it('gives an event without an id the same key when it comes again, and another event another key', () => {
    expect(received('follow.json')?.key).toBe(received('follow.json')?.key);
    expect(received('follow.json', { timestamp: '1795392000001' })?.key).not.toBe(received('follow.json')?.key);
  });

  it('refuses what is no event at all', () => {
    for (const body of [null, [], {}, { event_name: 'x' }]) expect(parseZaloWebhook(body, { oaId: OA }).ok).toBe(false);
  });
});

describe('when Zalo lets us write', () => {
  it.each([
    ['bot', 47, true],
    ['bot', 49, false],
    ['staff', 49, true],
    ['staff', 167, true],
    ['staff', 169, false],
  ] as const)('%s after %i hours: %s', (author, hours, open) => {
    expect(zaloWindow(author, 0, hours * HOUR).open).toBe(open);
  });

  it.each([
    ['bot', 48],
    ['staff', 168],
  ] as const)('%s until the last millisecond of %i hours, as an answer', (author, hours) => {
    const until = hours * HOUR;
    expect(zaloWindow(author, 0, until)).toEqual({ open: true, until, mode: 'response' });
    expect(zaloWindow(author, 0, until + 1)).toMatchObject({
      open: false,
      reason: expect.stringMatching(/^Đã quá (48 giờ|7 ngày)/),
    });
  });

  it('never before the citizen wrote', () => {
    expect(zaloWindow('staff', null, 0).open).toBe(false);
  });
});
