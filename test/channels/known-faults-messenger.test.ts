import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { MESSENGER, messengerText } from '../builders/accounts.ts';
import { type MessengerProduct, messengerEvent, recorded, runMessenger } from '../builders/messenger-product.ts';
import { until } from '../builders/product.ts';
import { deliverUnreliably, type GraphFault, signedMessengerWebhook, signMessenger } from '../simulators/graph.ts';

/**
 * What other connectors of Messenger are known to have got wrong, each with a test that a product with the fault
 * fails. The numbers are those of the fact sheet; 20 and 21 are Zalo's.
 */

const FEE_QUESTION = 'Tiền ăn bán trú bữa trưa tối đa bao nhiêu?';
const DAY = 86_400_000;

let messenger: MessengerProduct;
/** Added to the clock of the product and the platform. */
let later = 0;
let holdCommits: Promise<void> = Promise.resolve();
let commitFaults = 0;

beforeAll(async () => {
  messenger = await runMessenger(
    {},
    {
      now: () => Date.now() + later,
      stores: (stores) => ({
        ...stores,
        records: {
          ...stores.records,
          async commit(turn) {
            await holdCommits;
            if (commitFaults > 0) {
              commitFaults -= 1;
              throw new Error('the disk is full');
            }
            return stores.records.commit(turn);
          },
        },
      }),
    },
  );
});
afterAll(() => messenger.stop());

const post = (body: string, headers: Record<string, string>) =>
  fetch(messenger.webhook, { method: 'POST', body, headers });
const ourLines = async (psid: string) => (await messenger.lines(psid)).filter(([author]) => author === 'bot');

test('fault 1: no reply bears a message tag, except words of a person after 24 hours', async () => {
  const psid = messenger.newPerson();
  await messenger.say(psid, 'f1', 'gặp cán bộ');
  await messenger.settled();
  const ticket = await messenger.ticket(psid);
  later = 3 * DAY;
  try {
    const reply = {
      staffName: 'admin',
      authorName: 'admin',
      text: 'Chào anh/chị.',
      replyKey: 'f1',
      at: Date.now() + later,
    };
    await messenger.stores.records.reply(ticket?.id ?? '', reply);
    await messenger.settled();
  } finally {
    later = 0;
  }
  // The simulator takes HUMAN_AGENT only, and refuses every removed tag.
  expect(messenger.sentTo(psid).map(({ mode }) => mode)).toEqual(['response', 'human-agent']);
  expect(messenger.graph.refused).toEqual([]);
});

test('fault 2: an echo that arrives before the Send response does not duplicate the message', async () => {
  const psid = messenger.newPerson();
  messenger.graph.echoTo(messenger.webhook, 'before');
  await messenger.say(psid, 'f2', FEE_QUESTION);
  await messenger.settled();
  messenger.graph.echoTo(messenger.webhook);
  expect(await ourLines(psid)).toMatchObject([['bot', expect.stringContaining('35.000'), 'sent']]);
  expect((await messenger.conversation(psid))?.owner).toBe('bot');
});

test('fault 3: an echo that comes again days later, with its old time, is still known as ours', async () => {
  const psid = messenger.newPerson();
  await messenger.say(psid, 'f3', FEE_QUESTION);
  await messenger.settled();
  const [sent] = messenger.sentTo(psid);
  later = 2 * DAY;
  try {
    const message = { is_echo: true, app_id: MESSENGER.appId, metadata: sent?.correlationId, mid: sent?.messageId };
    const parties = { sender: { id: MESSENGER.pageId }, recipient: { id: psid } };
    const echo = messengerEvent(psid, { ...parties, message: { ...message, text: sent?.text } }, Date.now() - DAY);
    expect(await messenger.deliver(echo)).toBe(200);
    await messenger.settled();
  } finally {
    later = 0;
  }
  expect(await ourLines(psid)).toHaveLength(1);
  expect((await messenger.conversation(psid))?.owner).toBe('bot');
});

test('fault 4: a webhook delivered many times at once makes one conversation and one answer', async () => {
  const psid = messenger.newPerson();
  const duplicates = () => messenger.metric(/webhook_events_total\{channel="messenger",result="duplicate"\} (\d+)/);
  const before = await duplicates();
  const statuses = await Promise.all(Array.from({ length: 8 }, () => messenger.say(psid, 'f4', FEE_QUESTION)));
  await messenger.settled();
  expect(new Set(statuses)).toEqual(new Set([200]));
  expect(messenger.sentTo(psid)).toHaveLength(1);
  expect(await messenger.lines(psid)).toHaveLength(2);
  expect((await duplicates()) - before).toBe(7);
});

test('fault 5: the webhook is answered before any work is done', async () => {
  const psid = messenger.newPerson();
  let release = () => {};
  holdCommits = new Promise((resolve) => {
    release = resolve;
  });
  expect(await messenger.say(psid, 'f5', FEE_QUESTION)).toBe(200);
  expect(await messenger.say(psid, 'f5', FEE_QUESTION)).toBe(200);
  expect(messenger.sentTo(psid)).toEqual([]);
  release();
  await messenger.settled();
  expect(messenger.sentTo(psid)).toHaveLength(1);
});

test('fault 6: a fault while a message is worked on costs neither the 200 nor the answer', async () => {
  const psid = messenger.newPerson();
  commitFaults = 1;
  expect(await messenger.say(psid, 'f6', FEE_QUESTION)).toBe(200);
  await messenger.settled();
  expect(messenger.sentTo(psid)).toHaveLength(1);
});

test.each(['echo_own_bot', 'echo_template', 'echo_fallback_null_payload'])(
  'fault 7: our own echo is never answered, with words or without: %s',
  async (name) => {
    const psid = messenger.newPerson();
    expect(await messenger.deliver(recorded(name, psid))).toBe(200);
    await messenger.settled();
    expect(messenger.sentTo(psid)).toEqual([]);
    expect(await messenger.conversation(psid)).toBeNull();
  },
);

test('fault 8: an echo of staff stands in the conversation of the citizen, as words of staff', async () => {
  const psid = messenger.newPerson();
  await messenger.say(psid, 'f8', 'xin chào');
  await messenger.settled();
  await messenger.deliver(recorded('echo_staff_page_inbox', psid));
  await messenger.settled();
  expect((await messenger.lines(psid)).map(([author]) => author)).toEqual(['citizen', 'bot', 'staff']);
  expect(await messenger.conversation(MESSENGER.pageId)).toBeNull();
});

test.each(['echo_staff_page_inbox', 'echo_staff_page_inbox_docprint', 'echo_no_app_id', 'standby_echo'])(
  'fault 9: what staff type in the native app is seen: %s',
  async (name) => {
    const psid = messenger.newPerson();
    await messenger.deliver(recorded(name, psid));
    await messenger.settled();
    expect((await messenger.lines(psid)).map(([author]) => author)).toEqual(['staff']);
    expect(await messenger.ticket(psid)).toMatchObject({ state: 'new' });
  },
);

test('fault 10: a message that is sent again stands once in the transcript, as sent', async () => {
  const psid = messenger.newPerson();
  messenger.graph.faults.nextResponses.push('lose-response');
  await messenger.say(psid, 'f10', FEE_QUESTION);
  await messenger.settled();
  expect(messenger.sentTo(psid)).toHaveLength(1);
  expect((await ourLines(psid)).map(([, , delivery]) => delivery)).toEqual(['sent']);
});

test.each(['standby_message', 'standby_read', 'standby_postback_no_payload'])(
  'fault 11: an entry with standby and without messaging is read: %s',
  async (name) => {
    expect(await messenger.deliver(recorded(name, messenger.newPerson()))).toBe(200);
  },
);

test('fault 12: a standby message is heard, and neither answered nor shown a sign of life', async () => {
  const psid = messenger.newPerson();
  await messenger.deliver(recorded('standby_message', psid));
  await messenger.settled();
  expect(await messenger.lines(psid)).toEqual([['citizen', 'Em cảm ơn cô', null]]);
  expect(messenger.sentTo(psid)).toEqual([]);
  expect(messenger.graph.actions.filter((action) => action.recipientId === psid)).toEqual([]);
});

test('fault 13: an app that hears standby gets a thread back when staff answer from the console', async () => {
  const psid = messenger.newPerson();
  await messenger.say(psid, 'f13', 'gặp cán bộ');
  await messenger.settled();
  messenger.graph.threads.defaultApp = MESSENGER.appId;
  messenger.graph.threads.hold(psid, '263902037430900');
  try {
    const ticket = await messenger.ticket(psid);
    const reply = { staffName: 'admin', authorName: 'admin', text: 'Chào anh/chị.', replyKey: 'f13', at: Date.now() };
    await messenger.stores.records.reply(ticket?.id ?? '', reply);
    await messenger.settled();
  } finally {
    messenger.graph.threads.defaultApp = null;
  }
  expect(messenger.sentTo(psid).at(-1)?.text).toBe('Chào anh/chị.');
  expect(messenger.graph.threads.controlled).toEqual([{ verb: 'take_thread_control', psid }]);
});

test('fault 14: the bot stops when a person types, and what it was about to say stays unsaid', async () => {
  const psid = messenger.newPerson();
  let release = () => {};
  holdCommits = new Promise((resolve) => {
    release = resolve;
  });
  await messenger.say(psid, 'f14a', FEE_QUESTION);
  await messenger.deliver(recorded('echo_staff_page_inbox', psid));
  release();
  await messenger.settled();
  const before = messenger.sentTo(psid).length;
  await messenger.say(psid, 'f14b', FEE_QUESTION);
  await messenger.settled();
  expect(messenger.sentTo(psid)).toHaveLength(before);
  expect((await messenger.conversation(psid))?.owner).toBe('staff');
});

describe('fault 15: a dead token is told by its code', () => {
  test.each<GraphFault>(['token-dead', 'token-without-scope', 'token-expired'])(
    'in the wording of %s: the answer waits, staff are alarmed, nothing else is tried',
    async (fault) => {
      const own = await runMessenger();
      try {
        const psid = own.newPerson();
        own.graph.faults.nextResponses.push(fault);
        await own.say(psid, 'f15', FEE_QUESTION);
        const ticket = await until(() => own.ticket('page'));
        expect(ticket).toMatchObject({ priority: 'urgent', question: expect.stringContaining('Mã truy cập trang') });
        await until(async () => (await own.lines(psid)).at(-1)?.[2] === 'pending');
        const alarms = /account_alarms_total\{channel="messenger",code="MESSENGER_TOKEN_INVALID"\} (\d+)/;
        await until(async () => (await own.metric(alarms)) === 1);
        expect(own.graph.refused).toHaveLength(1);
      } finally {
        await own.stop();
      }
    },
  );
});

test('fault 16: a long answer of staff leaves in few pieces, each ended at a sentence', async () => {
  const psid = messenger.newPerson();
  await messenger.say(psid, 'f16', 'gặp cán bộ');
  await messenger.settled();
  const sentence = `Anh/chị nộp hồ sơ tại trường ${'theo hướng dẫn '.repeat(20)}nhé.`;
  const text = Array.from({ length: 9 }, () => sentence).join(' ');
  const ticket = await messenger.ticket(psid);
  await messenger.stores.records.reply(ticket?.id ?? '', {
    staffName: 'admin',
    authorName: 'admin',
    text,
    replyKey: 'f16',
    at: Date.now(),
  });
  await messenger.settled();
  const pieces = messenger.sentTo(psid).slice(1);
  expect(pieces.map((piece) => piece.text).join(' ')).toBe(text);
  expect(pieces).toHaveLength(Math.ceil(text.length / 1_900));
  for (const piece of pieces) expect(piece.text).toMatch(/nhé\.$/);
});

test('fault 17: the signature is that of the bytes, not of JSON written again', async () => {
  const payload = messengerText({ mid: 'f17', text: 'Học phí? https://x.vn/a', psid: messenger.newPerson() });
  const { body, headers } = signedMessengerWebhook(payload, MESSENGER.appSecret);
  expect(body).toContain('\\u1ecd');
  expect((await post(body, { ...headers })).status).toBe(200);
  const again = signMessenger(JSON.stringify(JSON.parse(body)), MESSENGER.appSecret);
  expect((await post(body, { ...headers, 'x-hub-signature-256': again })).status).toBe(401);
});

test('fault 18: one odd event costs the others of its batch nothing, wherever it stands', async () => {
  const [an, binh] = [messenger.newPerson(), messenger.newPerson()];
  const item = (psid: string, message: unknown) => ({
    sender: { id: psid },
    recipient: { id: MESSENGER.pageId },
    timestamp: Date.now(),
    message,
  });
  const messaging = [
    item(an, 'not even an object'),
    item(an, { mid: 'f18a', attachments: [{ type: 'fallback', payload: null }] }),
    item(binh, { mid: 'f18b', text: FEE_QUESTION }),
  ];
  const entry = [{ id: MESSENGER.pageId, time: Date.now(), messaging }];
  expect(await messenger.deliver({ object: 'page', entry })).toBe(200);
  await messenger.settled();
  expect(messenger.sentTo(an)).toHaveLength(1);
  expect(messenger.sentTo(binh)[0]?.text).toContain('35.000');
});

test('fault 19: a webhook without a signature is refused, and nothing of it is stored', async () => {
  const psid = messenger.newPerson();
  const body = JSON.stringify(messengerText({ mid: 'f19', text: FEE_QUESTION, psid }));
  const refused = () => messenger.metric(/webhook_events_total\{channel="messenger",result="bad_signature"\} (\d+)/);
  const before = await refused();
  expect((await post(body, { 'content-type': 'application/json' })).status).toBe(401);
  await messenger.settled();
  expect((await refused()) - before).toBe(1);
  expect(await messenger.conversation(psid)).toBeNull();
});

test('fault 22: the SHA-1 signature of old is no signature, and the refusal is answered', async () => {
  const body = JSON.stringify(messengerText({ mid: 'f22', text: FEE_QUESTION }));
  const legacy = createHmac('sha1', MESSENGER.appSecret).update(body).digest('hex');
  const response = await post(body, { 'x-hub-signature': `sha1=${legacy}` });
  expect([response.status, (await response.json()).error.code]).toEqual([401, 'SIGNATURE_INVALID']);
});

test('messages that come in the wrong order and several times are answered once, in the order of writing', async () => {
  const psid = messenger.newPerson();
  const at = Date.now();
  const texts = ['Cho em hỏi', 'tiền ăn bán trú bữa trưa', 'tối đa bao nhiêu ạ?'];
  const own = await runMessenger({ BURST_MS: '300' });
  try {
    own.graph.setLastInbound(psid, at);
    const payloads = texts.map((text, index) => messengerText({ mid: `o${index}`, text, psid, at: at + index }));
    await deliverUnreliably(own.webhook, payloads, MESSENGER.appSecret, { copies: 3, reversed: true });
    await own.settled();
    expect((await own.lines(psid)).map(([, text]) => text).slice(0, 3)).toEqual(texts);
    expect(own.sentTo(psid)).toHaveLength(1);
  } finally {
    await own.stop();
  }
});
