import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createZaloClient } from '../../adapters/channels/zalo/client.ts';
import { memorySentPieces } from '../builders/sent-pieces.ts';

const read = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../fixtures/zalo/${name}`, import.meta.url), 'utf8'));
const { httpStatus, ...errors } = z.record(z.string(), z.unknown()).parse(read('api_errors.json'));
const ADMIN = { status: 'retry', afterMs: 600_000 };
const REFUSED = { status: 'failed', code: 'ZALO_REFUSED' };
const EXPECTED: Readonly<Record<string, object>> = {
  rate_app: { status: 'retry', afterMs: 60_000 },
  rate_oa: { status: 'retry', afterMs: 60_000 },
  attachment_expired: REFUSED,
  send_failed: { status: 'retry', afterMs: 10_000 },
  invalid_param: REFUSED,
  app_not_activated: ADMIN,
  limit_exceeded: REFUSED,
  out_of_quota: { status: 'failed', code: 'ZALO_QUOTA_SPENT' },
  app_not_registered: ADMIN,
  not_follower: { status: 'failed', code: 'ZALO_NOT_FOLLOWING' },
  token_invalid: ADMIN,
  per_user_quota: { status: 'failed', code: 'ZALO_QUOTA_SPENT' },
  token_expired: ADMIN,
  oa_unverified: ADMIN,
  oa_not_authorized: ADMIN,
  tier: ADMIN,
  user_inactive_45d: { status: 'failed', code: 'ZALO_USER_INACTIVE' },
  outside_7d: { status: 'failed', code: 'ZALO_WINDOW_CLOSED' },
  no_interaction: { status: 'failed', code: 'ZALO_WINDOW_CLOSED' },
  bad_type: REFUSED,
  night: { status: 'failed', code: 'ZALO_NIGHT' },
  v2_dead: REFUSED,
  proof: REFUSED,
  user_restricted: { status: 'failed', code: 'ZALO_USER_RESTRICTED' },
  standards: { status: 'failed', code: 'ZALO_CONTENT_REFUSED' },
  zca_needed: ADMIN,
  zca_no_money: ADMIN,
  zns_token_invalid: ADMIN,
};
const TOKEN_ERRORS = ['token_invalid', 'token_expired', 'zns_token_invalid'];

function answering(status: number, body: string) {
  const calls: { readonly url: string; readonly init: RequestInit | undefined }[] = [];
  let renewals = 0;
  const client = createZaloClient({
    apiUrl: 'https://openapi.zalo.me',
    sentPieces: memorySentPieces(),
    appSecret: 'fake',
    tokens: {
      accessToken: async () => 'FIRST',
      refreshAfter: async () => {
        renewals += 1;
        return 'NEXT';
      },
    },
    fetch: async (input, init) => {
      calls.push({ url: String(input), init });
      return new Response(body, { status });
    },
    timeoutMs: 5_000,
    buttons: false,
    onQuota: () => undefined,
  });
  const send = () =>
    client.sendText({ userId: '3000000000000000001', text: 'Xin chào', choices: [], correlationId: 'c1' });
  return { send, calls, renewals: () => renewals };
}

describe('sending on recorded errors of Zalo', () => {
  it('has an expectation for every recorded error', () => {
    expect(httpStatus).toBe(200);
    expect(Object.keys(EXPECTED).sort()).toEqual(Object.keys(errors).sort());
  });

  it.each(Object.entries(EXPECTED))('reads %s', async (name, delivery) => {
    const { send, calls, renewals } = answering(200, JSON.stringify(errors[name]));
    expect(await send()).toMatchObject(delivery);
    const renewed = TOKEN_ERRORS.includes(name);
    expect([calls.length, renewals()]).toEqual(renewed ? [2, 1] : [1, 0]);
  });

  it.each([
    ['an unreadable success', 200, 'OK', 'unknown'],
    ['a success in a form never seen', 200, '{}', 'unknown'],
    ['a success without an id', 200, '{"error":0}', 'sent'],
    ['a proxy that lost the platform', 502, '<html>', 'unknown'],
    ['a proxy that waited in vain', 504, '<html>', 'unknown'],
    ['a server in trouble', 503, '<html>', 'retry'],
    ['a proxy that limits', 429, '<html>', 'retry'],
    ['a redirect', 302, '', 'failed'],
    ['a path that is gone', 404, '<html>', 'failed'],
    ['an error nobody knows', 200, '{"error":-9999}', 'failed'],
  ])('calls %s by its name', async (_what, status, body, expected) => {
    expect((await answering(status, body).send()).status).toBe(expected);
  });

  it('gives staff the number of the error', async () => {
    expect(await answering(200, '{"error":-9999}').send()).toMatchObject({ reason: expect.stringContaining('-9999') });
  });
});
