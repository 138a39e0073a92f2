import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createZaloClient } from '../../adapters/channels/zalo/client.ts';
import { accessHeaders } from '../../adapters/channels/zalo/oa-call.ts';
import { verifyZaloSignature } from '../../adapters/channels/zalo/signature.ts';
import { createTokenService } from '../../adapters/channels/zalo/token-service.ts';
import type { Stores } from '../../adapters/stores/engine.ts';
import { conversationId } from '../../bot/conversation.ts';
import { ZALO, zaloSettings } from '../builders/accounts.ts';
import { type RunningProduct, runProduct, until } from '../builders/product.ts';
import { memorySentPieces } from '../builders/sent-pieces.ts';
import { deliverZaloWebhook, startZaloSimulator, type ZaloSimulator } from '../simulators/zalo.ts';

const FIXTURES = join(import.meta.dirname, '../fixtures/zalo');
const SOURCES = join(import.meta.dirname, '../../adapters/channels/zalo');
const anObject = z.record(z.string(), z.unknown());
const read = (file: string) => anObject.parse(JSON.parse(readFileSync(join(FIXTURES, file), 'utf8')));

/** How the door counts an event, and what becomes of it. */
type Effect = readonly [
  counted: 'stored' | 'echo' | 'notice' | 'unknown' | 'ignored',
  then: 'answered' | 'staff own it' | 'erased' | 'nothing',
];
const ANSWERED: Effect = ['stored', 'answered'];
const TAKEN_OVER: Effect = ['stored', 'staff own it'];
const NOTICED: Effect = ['notice', 'nothing'];

const EVENTS: Readonly<Record<string, Effect>> = {
  'user_send_text.json': ANSWERED,
  'user_send_text_quote.json': ANSWERED,
  'user_send_text_button_query.json': ANSWERED,
  'user_send_image.json': ANSWERED,
  'user_send_gif.json': ANSWERED,
  'user_send_link.json': ANSWERED,
  'user_send_audio.json': ANSWERED,
  'user_send_video.json': ANSWERED,
  'user_send_sticker.json': ANSWERED,
  'user_send_location.json': ANSWERED,
  'user_send_file.json': ANSWERED,
  'user_send_business_card.json': ANSWERED,
  'oa_send_text_by_api.json': ['echo', 'nothing'],
  'oa_send_list.json': ['echo', 'nothing'],
  'oa_send_text_by_staff.json': TAKEN_OVER,
  'oa_send_image_by_staff.json': TAKEN_OVER,
  'user_withdraw.json': ['stored', 'erased'],
  'follow.json': NOTICED,
  'unfollow.json': NOTICED,
  'user_submit_info.json': NOTICED,
  'user_received_message.json': NOTICED,
  'user_received_message_zns.json': NOTICED,
  'user_seen_message.json': NOTICED,
  'user_reacted_message.json': NOTICED,
  'user_click_chatnow.json': NOTICED,
  'add_user_to_tag.json': NOTICED,
  'anonymous_send_text.json': NOTICED,
  'oa_send_anonymous_text.json': NOTICED,
  'user_send_group_text.json': ['ignored', 'nothing'],
  'unknown_event.json': ['unknown', 'nothing'],
};

/** Parts of Zalo that the product does not use: nothing in the channel names their addresses. */
const NOT_CALLED: Readonly<Record<string, string>> = {
  'api_quota_per_user.json': '/oa/quota/message',
  'api_upload_file.json': '/oa/upload/file',
  'api_upload_image.json': '/oa/upload/image',
  'api_user_detail.json': '/oa/user/detail',
};

function answering(answer: unknown, buttons = false) {
  const quotas: string[] = [];
  const bodies: unknown[] = [];
  const client = createZaloClient({
    apiUrl: 'https://openapi.zalo.me',
    appSecret: ZALO.appSecret,
    tokens: { accessToken: async () => 'FAKE', refreshAfter: async () => 'NEXT' },
    fetch: async (url, init) => {
      bodies.push({ url, body: JSON.parse(String(init?.body)) });
      return new Response(JSON.stringify(answer));
    },
    timeoutMs: 5_000,
    buttons,
    sentPieces: memorySentPieces(),
    onQuota: (quota) => void quotas.push(quota),
  });
  const send = (text: string, choices: readonly { title: string; payload: string }[] = []) =>
    client.sendText({ userId: '3000000000000000001', text, choices, correlationId: 'c1' });
  return { send, quotas, bodies };
}

async function expectSent(file: string, providerMessageId: string, quota: string): Promise<void> {
  const { send, quotas } = answering(read(file));
  expect(await send('Dạ')).toEqual({ status: 'sent', providerMessageId });
  expect(quotas).toEqual([quota]);
}

const tokenService = (answer: unknown) =>
  createTokenService({
    oauthUrl: 'https://oauth.zaloapp.com',
    appId: ZALO.appId,
    appSecret: ZALO.appSecret,
    fetch: async () => new Response(JSON.stringify(answer)),
    now: () => 0,
  });

const ANSWERS: Readonly<Record<string, () => Promise<void> | void>> = {
  'api_send_success_free.json': () => expectSent('api_send_success_free.json', 'fakeout000000000001', 'reply'),
  'api_send_success_billed.json': () => expectSent('api_send_success_billed.json', 'fakeout000000000002', 'billed'),
  async 'api_errors.json'() {
    const { httpStatus, ...errors } = read('api_errors.json');
    expect(httpStatus).toBe(200);
    // What each of them means stands in zalo-refusals.test.ts; none may pass for a message that arrived or may have.
    for (const error of Object.values(errors))
      expect((await answering(error).send('Dạ')).status).toMatch(/retry|failed/);
  },
  async 'oauth_token_success.json'() {
    expect(await tokenService(read('oauth_token_success.json')).refresh('FAKE_REFRESH_1')).toEqual({
      accessToken: 'FAKE_ACCESS',
      refreshToken: 'FAKE_REFRESH_2',
      expiresAt: 90_000_000,
      refreshExpiresAt: 90 * 86_400_000,
    });
  },
  async 'oauth_errors.json'() {
    for (const error of Object.values(read('oauth_errors.json'))) {
      expect(await tokenService(error).refresh('SPENT')).toBeNull();
    }
  },
  async 'requests_send_cs.json'() {
    const request = z
      .object({ url: z.string(), bodies: z.object({ text: z.unknown(), buttons_UNVERIFIED: z.unknown() }) })
      .parse(read('requests_send_cs.json'));
    const success = read('api_send_success_free.json');
    const text = answering(success);
    await text.send('Xin chào');
    expect(text.bodies).toEqual([{ url: request.url, body: request.bodies.text }]);
    const buttons = answering(success, true);
    await buttons.send('Chọn chủ đề', [{ title: 'Lịch thi', payload: 'TOPIC' }]);
    const attachment = (value: unknown) =>
      z
        .object({
          body: z.object({
            message: z.object({
              attachment: z.strictObject({
                type: z.literal('template'),
                payload: z.strictObject({ buttons: z.array(anObject) }),
              }),
            }),
          }),
        })
        .parse(value).body.message.attachment.payload.buttons;
    const [recorded] = attachment({ body: request.bodies.buttons_UNVERIFIED });
    expect(attachment(buttons.bodies[0])).toEqual([{ ...recorded, title: 'Lịch thi', payload: '#TOPIC|Lịch thi' }]);
  },
  'appsecret_proof_vector.json'() {
    const { accessToken, appSecret, appsecret_proof } = z
      .record(z.string(), z.string())
      .parse(read('appsecret_proof_vector.json'));
    expect(accessHeaders(accessToken ?? '', appSecret ?? '')).toEqual({ access_token: accessToken, appsecret_proof });
  },
  'signature_vectors.json'() {
    const vectorSchema = z.object({
      rawBodyBase64: z.string(),
      appId: z.string(),
      oaSecretKey: z.string(),
      headers: z.record(z.string(), z.string()),
      expect: z.string(),
    });
    for (const vector of z.array(vectorSchema).parse(read('signature_vectors.json')['vectors'])) {
      const request = {
        rawBody: Buffer.from(vector.rawBodyBase64, 'base64'),
        signature: vector.headers['X-ZEvent-Signature'],
        timestamp: undefined,
      };
      const matched = verifyZaloSignature(request, vector, ['body-timestamp', 'header-timestamp']);
      expect(matched).toBe(vector.expect.startsWith('accept') ? 'body-timestamp' : null);
    }
  },
};

describe('every recorded payload of Zalo', () => {
  it('has a row that says what it does', () => {
    const rows = [...Object.keys(EVENTS), ...Object.keys(ANSWERS), ...Object.keys(NOT_CALLED)];
    expect(rows.sort()).toEqual(readdirSync(FIXTURES).sort());
  });

  it.each(Object.entries(ANSWERS))('is read as its row says: %s', async (_file, check) => {
    await check();
  });

  it.each(Object.entries(NOT_CALLED))('%s answers a call that the product does not make: %s', (_file, path) => {
    const sources = readdirSync(SOURCES).map((file) => readFileSync(join(SOURCES, file), 'utf8'));
    expect(sources.filter((source) => source.includes(path))).toEqual([]);
  });
});

describe('every recorded event of Zalo, delivered to the whole product', () => {
  let zalo: ZaloSimulator;
  let running: RunningProduct;
  let stores: Stores;
  beforeAll(async () => {
    zalo = await startZaloSimulator(ZALO);
    const watch = (real: Stores) => {
      stores = real;
      return real;
    };
    running = await runProduct(zaloSettings(zalo.url), { stores: watch });
  });
  afterAll(async () => {
    await running.stop();
    await zalo.stop();
  });

  async function counts(): Promise<Readonly<Record<string, number>>> {
    const text = await (await fetch(`${running.url}/metrics`)).text();
    const lines = text.matchAll(/assistant_webhook_events_total\{channel="zalo",result="(\w+)"\} (\d+)/g);
    return Object.fromEntries([...lines].map(([, result, n]) => [result, Number(n)]));
  }

  it.each(Object.entries(EVENTS))('%s is %s', async (file, [counted, then]) => {
    // Each event is of a person of its own, and of now: answers to old messages are held.
    const citizen = `31${String(Object.keys(EVENTS).indexOf(file)).padStart(17, '0')}`;
    zalo.setLastInteraction(citizen, Date.now());
    const words = JSON.stringify(read(file)).replaceAll('3000000000000000001', citizen);
    const payload = { ...anObject.parse(JSON.parse(words)), timestamp: String(Date.now()) };
    const before = await counts();
    const sentBefore = zalo.sent.length;
    expect(await deliverZaloWebhook(`${running.url}/webhooks/zalo`, payload, ZALO)).toBe(200);
    const after = await until(async () => {
      const now = await counts();
      return now[counted] !== before[counted] && now;
    });
    expect(after).toEqual({ ...before, [counted]: (before[counted] ?? 0) + 1 });

    const id = conversationId('zalo', ZALO.oaId, citizen);
    await until(async () => {
      const [mail, sending] = await Promise.all([stores.inbox.depth(0), stores.outbox.depth(0)]);
      return mail.waiting + sending.pending === 0;
    });
    const replies = zalo.sent.slice(sentBefore);
    expect(replies.every((message) => message.userId === citizen)).toBe(true);
    const conversation = await stores.records.conversation(id);
    expect({ replies: replies.length, owner: conversation?.owner ?? null }).toEqual(
      {
        answered: { replies: 1, owner: expect.stringMatching(/^(?:bot|queue)$/) },
        'staff own it': { replies: 0, owner: 'staff' },
        erased: { replies: 0, owner: null },
        nothing: { replies: 0, owner: null },
      }[then],
    );
    expect(zalo.refused).toEqual([]);
  });
});
