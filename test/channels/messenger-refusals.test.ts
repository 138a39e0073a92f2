import { readFileSync } from 'node:fs';
import { beforeEach, describe, expect, test } from 'vitest';
import { createMessengerClient } from '../../adapters/channels/messenger/client.ts';
import { memorySentPieces } from '../builders/sent-pieces.ts';

describe('sendText on recorded errors', () => {
  let alarms: string[] = [];
  beforeEach(() => {
    alarms = [];
  });

  const errors: Record<string, object> = JSON.parse(
    readFileSync(new URL('../fixtures/messenger/api_errors.json', import.meta.url), 'utf8'),
  );
  const expected: Record<string, object> = {
    outside_window: { status: 'failed', code: 'MESSENGER_WINDOW_CLOSED' },
    deprecated_tag: { status: 'failed', code: 'MESSENGER_TAG_REMOVED' },
    page_restricted: { status: 'retry', afterMs: 600_000 },
    token_invalid: { status: 'retry', afterMs: 600_000 },
    token_missing_scopes: { status: 'retry', afterMs: 600_000 },
    user_unavailable: { status: 'failed', code: 'MESSENGER_PERSON_UNAVAILABLE' },
    user_unavailable_as_200: { status: 'failed', code: 'MESSENGER_PERSON_UNAVAILABLE' },
    no_matching_user: { status: 'failed', code: 'MESSENGER_RECIPIENT_UNKNOWN' },
    rate_613: { status: 'retry', afterMs: 60_000 },
    rate_4: { status: 'retry', afterMs: 60_000 },
    rate_32: { status: 'retry', afterMs: 60_000 },
    temporary_1200: { status: 'retry', afterMs: 10_000 },
    temporary_2: { status: 'retry', afterMs: 10_000 },
    not_role_dev_mode: { status: 'failed', code: 'MESSENGER_APP_NOT_APPROVED' },
    attachment_too_big: { status: 'failed', code: 'MESSENGER_REFUSED' },
    no_profile: { status: 'failed', code: 'MESSENGER_REFUSED' },
  };
  const answering = (status: number, body: string) =>
    createMessengerClient({
      graphUrl: 'http://graph.invalid',
      version: 'v26.0',
      pageId: '100000000000001',
      pageToken: 'FAKE_PAGE_TOKEN',
      appSecret: 'fake_app_secret_do_not_use',
      fetch: async () => new Response(body, { status }),
      now: () => 0,
      timeoutMs: 5_000,
      onAlarm: (alarm) => void alarms.push(alarm.code),
      sentPieces: memorySentPieces(),
    }).sendText({
      recipientId: '7',
      text: 'Dạ',
      quickReplies: [],
      links: [],
      mode: 'response',
      correlationId: 'c1',
    });

  test('has an expectation for every recorded error', () => {
    expect(Object.keys(expected).sort()).toEqual(Object.keys(errors).sort());
  });

  test.each(Object.entries(expected))('reads %s', async (name, delivery) => {
    expect(await answering(400, JSON.stringify(errors[name]))).toMatchObject(delivery);
  });

  test.each([
    ['page_restricted', 'MESSENGER_PAGE_RESTRICTED'],
    ['token_invalid', 'MESSENGER_TOKEN_INVALID'],
    ['token_missing_scopes', 'MESSENGER_TOKEN_INVALID'],
    ['not_role_dev_mode', 'MESSENGER_APP_NOT_APPROVED'],
  ])('alarms staff on %s, which only a person can mend', async (name, code) => {
    await answering(400, JSON.stringify(errors[name]));
    expect(alarms).toEqual([code]);
  });

  test.each(Object.keys(expected).filter((name) => !/^(page_restricted|token_|not_role)/.test(name)))(
    'alarms nobody on %s',
    async (name) => {
      await answering(400, JSON.stringify(errors[name]));
      expect(alarms).toEqual([]);
    },
  );

  test('does not repeat a message whose answer the platform itself calls broken', async () => {
    expect((await answering(500, '{"error":{"code":1357046}}')).status).toBe('unknown');
  });

  test.each([
    ['an unreadable success', 200, 'OK', 'unknown'],
    ['a success without an id', 200, '{}', 'unknown'],
    ['an error inside a success', 200, '{"error":{"code":551}}', 'failed'],
    ['a proxy that lost the platform', 502, '<html>', 'unknown'],
    ['a proxy that waited in vain', 504, '<html>', 'unknown'],
    ['a server in trouble', 503, '<html>', 'retry'],
    ['a proxy that limits', 429, '<html>', 'retry'],
    ['a redirect', 302, '', 'failed'],
    ['an error nobody knows', 400, '{"error":{"code":123456}}', 'failed'],
  ])('calls %s by its name', async (_what, status, body, expectedStatus) => {
    expect((await answering(status, body)).status).toBe(expectedStatus);
  });
});
