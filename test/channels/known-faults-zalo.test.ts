import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createStoredZaloTokens, ZALO_TOKENS_LEASE } from '../../adapters/channels/zalo/stored-tokens.ts';
import { createZaloTokens } from '../../adapters/channels/zalo/tokens.ts';
import type { Overrides } from '../../adapters/compose.ts';
import type { Stores } from '../../adapters/stores/engine.ts';
import { openDatabase } from '../../adapters/stores/libsql/database.ts';
import { createKeptValues } from '../../adapters/stores/libsql/kept-values.ts';
import { createLease } from '../../adapters/stores/libsql/lease.ts';
import { conversationId } from '../../bot/conversation.ts';
import { ZALO, zaloSettings } from '../builders/accounts.ts';
import { type RunningProduct, runProduct, until } from '../builders/product.ts';
import { postSigned } from '../simulators/platform-server.ts';
import {
  deliverZaloWebhook,
  deliverZaloWebhooksInDisorder,
  signedZaloWebhook,
  startZaloSimulator,
  type ZaloSimulator,
} from '../simulators/zalo.ts';

/** Faults that public connectors had, by the numbers of the project's list of them; each test is named for one. */

const USER = '3000000000000000001';
const TALK = conversationId('zalo', ZALO.oaId, USER);
/** Zalo waits no longer for a webhook's answer. */
const WEBHOOK_LIMIT_MS = 2_000;

let zalo: ZaloSimulator;
let running: RunningProduct;
let stores: Stores;
let webhook: string;
/** How much later than now the product believes it is. */
let later = 0;
async function start(
  breakStores: (real: Stores) => Stores = (real) => real,
  settings: Readonly<Record<string, string>> = {},
): Promise<void> {
  const watch: Overrides['stores'] = (real) => {
    stores = breakStores(real);
    return stores;
  };
  running = await runProduct(
    { ...zaloSettings(zalo.url), ...settings },
    { stores: watch, now: () => Date.now() + later },
  );
  webhook = `${running.url}/webhooks/zalo`;
  zalo.echoTo(webhook);
}

const fixture = (name: string): Record<string, unknown> =>
  JSON.parse(readFileSync(join(import.meta.dirname, '../fixtures/zalo', name), 'utf8'));
const recorded = (name: string, message?: object) => ({
  ...fixture(name),
  ...(message === undefined ? {} : { message }),
  timestamp: String(Date.now()),
});
const text = (msg_id: string, words: string, at = Date.now(), citizen = USER) => ({
  ...fixture('user_send_text.json'),
  sender: { id: citizen },
  message: { text: words, msg_id },
  timestamp: String(at),
});
const deliver = (payload: object) => deliverZaloWebhook(webhook, payload, ZALO);
const sent = (count: number) => until(() => zalo.sent.length >= count && zalo.sent, 25_000);
const idle = () =>
  until(async () => {
    const [mail, sending] = await Promise.all([stores.inbox.depth(0), stores.outbox.depth(0)]);
    return mail.waiting + sending.pending === 0;
  }, 25_000);
const transcript = () => stores.records.transcript(TALK, 0, 50);

describe('known fault of connectors', () => {
  beforeEach(async () => {
    later = 0;
    zalo = await startZaloSimulator({ ...ZALO, slowMs: 2_500 });
    zalo.setLastInteraction(USER, Date.now());
  });
  afterEach(async () => {
    await running.stop();
    await zalo.stop();
  });

  it('1, replies under a label that a platform withdraws: answers are plain consultation messages of API v3', async () => {
    await start();
    await deliver(text('m1', 'xin chào'));
    await sent(1);
    // The simulator takes recipient and text only, at /v3.0/oa/message/cs only.
    expect(zalo.refused).toEqual([]);
  });

  it('2, the echo comes before the answer of the call: still one message, known as sent', async () => {
    await start();
    zalo.echoTo(webhook, 'before');
    await deliver(text('m1', 'xin chào'));
    await sent(1);
    await idle();
    expect(zalo.sent).toHaveLength(1);
    expect((await transcript()).map((line) => [line.author, line.delivery])).toEqual([
      ['citizen', null],
      ['bot', 'sent'],
    ]);
  });

  it.each(['before', 'meanwhile', 'after'] as const)(
    '3, an echo that never matched: one that comes %s confirms a message whose answer was lost',
    async (timing) => {
      await start();
      zalo.echoTo(webhook, timing);
      zalo.faults.nextResponses = ['lose-response'];
      await deliver(text('m1', 'xin chào'));
      await sent(1);
      await idle();
      expect(zalo.sent).toHaveLength(1);
    },
  );

  it('4, a webhook delivered several times: one conversation, one answer', async () => {
    await start();
    expect(await deliverZaloWebhooksInDisorder(webhook, [text('m1', 'xin chào')], ZALO, 5)).toEqual(
      Array.from({ length: 5 }, () => 200),
    );
    await sent(1);
    await idle();
    await deliver(text('m1', 'xin chào'));
    await idle();
    expect(zalo.sent).toHaveLength(1);
  });

  it('4, webhooks delivered last first: answered in the order the citizen wrote', async () => {
    await start((real) => real, { BURST_MS: '400' });
    const at = Date.now();
    const late = [1, 2, 3].map((n) => text(`m${n}`, `câu ${n}`, at + n));
    await deliverZaloWebhooksInDisorder(webhook, late, ZALO, 2);
    await sent(1);
    const heard = (await transcript()).filter((line) => line.author === 'citizen');
    expect(heard.map((line) => line.text)).toEqual(['câu 1', 'câu 2', 'câu 3']);
  });

  it('5, slow work before the answer: webhooks are taken within 2 seconds while Zalo itself is slow', async () => {
    await start();
    zalo.faults.nextResponses = ['slow'];
    const signal = AbortSignal.timeout(WEBHOOK_LIMIT_MS);
    const statuses = Array.from({ length: 5 }, (_, n) =>
      deliverZaloWebhook(webhook, text(`m${n}`, `xin chào ${n}`), ZALO, signal),
    );
    expect(await Promise.all(statuses)).toEqual([200, 200, 200, 200, 200]);
  });

  it('6, a fault in the handler leaves the webhook unanswered: it is taken, and answered after the fault', async () => {
    let faults = 0;
    await start((real) => ({
      ...real,
      records: {
        ...real.records,
        async commit(turn) {
          if (faults++ === 0) throw new Error('disk');
          return real.records.commit(turn);
        },
      },
    }));
    expect(await deliver(text('m1', 'xin chào'))).toBe(200);
    await sent(1);
    await idle();
    expect([zalo.sent.length, faults]).toEqual([1, 2]);
  });

  it('7, an echo taken for words of the citizen: what our API or another app sent is never answered', async () => {
    await start();
    const image = { attachments: [{ type: 'image', payload: {} }], msg_id: 'by-api' };
    const byApi = recorded('oa_send_text_by_api.json');
    const imageByApi = { ...byApi, event_name: 'oa_send_image', message: image };
    for (const echo of [byApi, recorded('oa_send_list.json'), imageByApi]) expect(await deliver(echo)).toBe(200);
    await idle();
    expect([zalo.sent.length, await stores.records.conversation(TALK)]).toEqual([0, null]);
  });

  it.each(['oa_send_text_by_staff.json', 'oa_send_image_by_staff.json'])(
    '8 and 9, staff in the OA chat tool stored as the citizen or not seen: %s is theirs, in the same conversation',
    async (file) => {
      await start();
      await deliver(text('m1', 'xin chào'));
      await sent(1);
      await deliver(recorded(file));
      await until(async () => (await transcript()).length === 3);
      expect((await transcript()).map((line) => line.author)).toEqual(['citizen', 'bot', 'staff']);
      expect(await stores.records.countTickets()).toMatchObject({ new: 1 });
    },
  );

  it.each(['5xx', 'rate'] as const)(
    '10, a failed and a sent copy after a retry (%s): one line, sent',
    async (fault) => {
      await start();
      zalo.faults.nextResponses = [fault];
      await deliver(text('m1', 'xin chào'));
      await until(async () => typeof (await transcript())[1]?.deliveryReason === 'string');
      expect(zalo.sent).toEqual([]);
      later = 120_000;
      await until(async () => (await transcript())[1]?.delivery === 'sent');
      expect((await transcript()).map((line) => line.delivery)).toEqual([null, 'sent']);
      expect(zalo.sent).toHaveLength(1);
    },
  );

  it('14, no stop when a person types: who answers in the OA chat tool owns the conversation', async () => {
    await start();
    expect(await deliver(recorded('oa_send_text_by_staff.json'))).toBe(200);
    await deliver(text('m1', 'tien an ban tru bua trua toi da bao nhieu 1 ngay a'));
    await idle();
    expect(zalo.sent).toEqual([]);
    expect(await stores.records.conversation(TALK)).toMatchObject({ owner: 'staff' });
  });

  it('15, a dead token seen too late: it is renewed by its number and the message sent once', async () => {
    await start();
    await deliver(text('m1', 'xin chào'));
    await sent(1);
    zalo.killAccessToken();
    await deliver(text('m2', 'xin chào'));
    await sent(2);
    await idle();
    expect([zalo.sent.length, zalo.tokensIssued()]).toEqual([2, 2]);
  });

  it('15, every refusal taken for a token fault: a refusal of another kind renews nothing', async () => {
    await start();
    await deliver(text('m1', 'xin chào', Date.now(), '3000000000000000999'));
    await until(() => zalo.refused.length === 1);
    await idle();
    expect(zalo.refused).toMatchObject([{ error: -213 }]);
    expect(zalo.tokensIssued()).toBe(1);
  });

  it('16, guessed text limits: a long reply of staff goes out in pieces that Zalo takes, in order', async () => {
    await start();
    await deliver(text('m1', 'gặp cán bộ'));
    await sent(1);
    const [ticket] = await stores.records.tickets('open', '', 1);
    const words = 'Dạ, câu này dài. '.repeat(200).trim();
    await stores.records.reply(ticket?.id ?? '', {
      staffName: 'admin',
      authorName: 'Quản trị viên',
      text: words,
      replyKey: 'long-reply',
      at: Date.now(),
    });
    const pieces = (await sent(3)).slice(1).map((message) => message.text);
    expect(pieces.join(' ').replace(/\s+/g, ' ')).toBe(words);
    expect(zalo.refused).toEqual([]);
  });

  it('17, a signature over JSON that was written again: the raw bytes count', async () => {
    await start();
    const payload = text('m1', 'Chào cô 😊');
    const body = JSON.stringify(payload, null, 2);
    const mac = createHash('sha256').update(`${ZALO.appId}${body}${payload.timestamp}${ZALO.oaSecret}`).digest('hex');
    const headers = { 'content-type': 'application/json', 'x-zevent-signature': `mac=${mac}` };
    expect(await postSigned(webhook, { body, headers })).toBe(200);
    expect(await postSigned(webhook, { body: JSON.stringify(payload), headers })).toBe(401);
  });

  it('18, one odd attachment refuses the whole event: it is taken and answered', async () => {
    await start();
    const attachments = [7, { type: 'image' }, { type: 'new', payload: 'x' }];
    expect(await deliver(recorded('user_send_image.json', { msg_id: 'm1', attachments }))).toBe(200);
    await sent(1);
  });

  it('19 and 20, a webhook left open: without a right signature it is refused, and the refusal ends', async () => {
    await start();
    const body = JSON.stringify(text('m1', 'x', 1));
    const withAppSecret = signedZaloWebhook(text('m1', 'x', 1), ZALO.appId, ZALO.appSecret).headers;
    const mac = 'x-zevent-signature';
    for (const headers of [{}, { [mac]: '' }, { [mac]: `mac=${'a'.repeat(64)}` }, withAppSecret]) {
      const signal = AbortSignal.timeout(WEBHOOK_LIMIT_MS);
      expect(await postSigned(webhook, { body, headers }, signal)).toBe(401);
    }
    expect(await stores.inbox.waiting(TALK)).toEqual([]);
  });

  it('20, many senders renew at once after -216: one renewal, every message once', async () => {
    await start();
    const citizens = Array.from({ length: 8 }, (_, n) => `32000000000000000${n}`);
    for (const citizen of citizens) zalo.setLastInteraction(citizen, Date.now());
    await deliver(text('m1', 'xin chào'));
    await sent(1);
    zalo.killAccessToken();
    await Promise.all(citizens.map((citizen) => deliver(text(`m-${citizen}`, 'xin chào', Date.now(), citizen))));
    await sent(9);
    await idle();
    expect([zalo.sent.length, zalo.tokensIssued()]).toEqual([9, 2]);
  });

  it('20, the grant is lost elsewhere: words wait for the admin, and staff read why', async () => {
    await start();
    await deliver(text('m1', 'xin chào'));
    await sent(1);
    zalo.burnRefreshToken();
    zalo.killAccessToken();
    await deliver(text('m2', 'xin chào'));
    await until(async () => (await transcript()).at(-1)?.deliveryReason?.includes('cấp quyền lại'));
    expect((await transcript()).at(-1)?.delivery).toBe('pending');
  });
});

describe('known fault of connectors with single-use refresh tokens', () => {
  const folder = mkdtempSync(join(tmpdir(), 'assistant-lease-'));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('21, a renewal raced by several processes: the lease in the state file lets one of them renew', async () => {
    const alone = await startZaloSimulator(ZALO);
    const databases = Array.from({ length: 4 }, () => openDatabase(join(folder, 'state.db')));
    const sources = databases.map((database, process) => {
      let id = 0;
      const newId = () => `process-${process}-${++id}`;
      return createZaloTokens({
        appId: ZALO.appId,
        appSecret: ZALO.appSecret,
        seedRefreshToken: ZALO.firstRefreshToken,
        oauthUrl: alone.url,
        store: createStoredZaloTokens(createKeptValues(database)),
        fetch,
        now: Date.now,
        lock: createLease(database, ZALO_TOKENS_LEASE, { now: Date.now, newId }),
      });
    });
    const first = await Promise.all(sources.map((source) => source.accessToken()));
    expect(new Set(first)).toEqual(new Set(['SIM_ACCESS_1']));
    const second = await Promise.all(sources.map((source) => source.refreshAfter('SIM_ACCESS_1')));
    expect(new Set(second)).toEqual(new Set(['SIM_ACCESS_2']));
    expect([alone.tokensIssued(), alone.refused]).toEqual([2, []]);
    for (const database of databases) database.close();
    await alone.stop();
  });

  it('21, a process dies while it renews: its lease ends by itself', async () => {
    const database = openDatabase(join(folder, 'dead.db'));
    let clock = 1_000;
    const surroundings = { now: () => clock, newId: () => 'holder' };
    void createLease(database, 'x', surroundings)(() => new Promise(() => undefined));
    const next = createLease(database, 'x', { ...surroundings, newId: () => 'next' })(async () => 'done');
    clock += 30_001;
    expect(await next).toBe('done');
    database.close();
  });
});
