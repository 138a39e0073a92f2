import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { parseZaloWebhook } from '../../adapters/channels/zalo/events.ts';
import { zaloWindow } from '../../adapters/channels/zalo/window.ts';

const FIXTURES = join(import.meta.dirname, '../fixtures/zalo');
const read = (file: string): unknown => JSON.parse(readFileSync(join(FIXTURES, file), 'utf8'));
const OA = '2000000000000000001';
const HERE = { oaId: OA, buttons: false };
const HOUR = 3_600_000;

describe('events of a Zalo webhook', () => {
  it('keeps ids as strings, the text in NFC and the time in milliseconds', () => {
    const parsed = parseZaloWebhook(read('user_send_text.json'), HERE);
    expect(parsed.ok && parsed.events[0]).toMatchObject({
      citizenId: '3000000000000000001',
      accountId: OA,
      at: 1_795_392_000_000,
      key: 'fake0000000000000001',
    });
  });

  it('ignores events of another account', () => {
    expect(parseZaloWebhook(read('user_send_text.json'), { oaId: '1', buttons: false })).toMatchObject({
      events: [],
      ignored: 1,
    });
  });

  const received = (file: string, over: object = {}) => {
    const parsed = parseZaloWebhook({ ...z.record(z.string(), z.unknown()).parse(read(file)), ...over }, HERE);
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
      expect(parseZaloWebhook(read(file), { oaId: '1', buttons: false })).toEqual({
        ok: true,
        events: [],
        unknown: 0,
        ignored: 1,
      });
    },
  );

  it.each(['constructor', 'toString', '__proto__'])('does not know an event called %s', (event_name) => {
    expect(parseZaloWebhook({ event_name, timestamp: '1795392000000', user_id: '3' }, HERE)).toEqual({
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
    for (const body of [null, [], {}, { event_name: 'x' }]) expect(parseZaloWebhook(body, HERE).ok).toBe(false);
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
