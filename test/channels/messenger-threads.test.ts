import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { MESSENGER } from '../builders/accounts.ts';
import { type MessengerProduct, messengerEvent, recorded, runMessenger } from '../builders/messenger-product.ts';
import { until } from '../builders/product.ts';
import { PAGE_INBOX } from '../simulators/graph-threads.ts';

const LUNCH = 'Tiền ăn bán trú bữa trưa tối đa bao nhiêu?';

let messenger: MessengerProduct;
beforeAll(async () => {
  messenger = await runMessenger();
});
afterEach(() => {
  messenger.graph.threads.defaultApp = null;
});
afterAll(() => messenger.stop());

const ask = async (psid: string, mid: string) => {
  await messenger.say(psid, `${psid}_${mid}`, LUNCH);
  await messenger.settled();
};
const happens = async (payload: object) => {
  expect(await messenger.deliver(payload)).toBe(200);
  await messenger.settled();
};
const ownerOf = async (psid: string) => (await messenger.conversation(psid))?.owner;
async function staffReply(psid: string, text: string): Promise<void> {
  const ticket = await messenger.ticket(psid);
  await messenger.stores.records.reply(ticket?.id ?? '', {
    staffName: 'admin',
    authorName: 'admin',
    text,
    replyKey: psid,
    at: Date.now(),
  });
  await messenger.settled();
}

describe('thread control', () => {
  test('taken by the Page inbox silences the bot, and given back lets it answer again', async () => {
    const psid = messenger.newPerson();
    await happens(recorded('take_thread_control_by_inbox', psid));
    await ask(psid, 'a');
    expect(messenger.sentTo(psid)).toEqual([]);
    await happens(recorded('pass_thread_control_to_us', psid));
    await ask(psid, 'b');
    expect(messenger.sentTo(psid)[0]?.text).toContain('35.000');
  });

  test('given back does not end what a person of the console has claimed', async () => {
    const psid = messenger.newPerson();
    await happens(recorded('take_thread_control_by_inbox', psid));
    const ticket = await messenger.ticket(psid);
    await messenger.stores.records.claim(ticket?.id ?? '', 'admin', Date.now());
    await happens(recorded('pass_thread_control_to_us', psid));
    expect(await ownerOf(psid)).toBe('staff');
  });

  test('coming from idle leaves a person who waits for staff in the queue', async () => {
    const psid = messenger.newPerson();
    await messenger.say(psid, `${psid}_a`, 'gặp cán bộ');
    await messenger.settled();
    await happens(recorded('pass_thread_control_from_idle', psid));
    await happens(recorded('pass_thread_control_to_us', psid));
    expect(await ownerOf(psid)).toBe('queue');
  });

  test('asked for by the Page inbox is passed on, once staff own the conversation', async () => {
    const psid = messenger.newPerson();
    messenger.graph.threads.defaultApp = MESSENGER.appId;
    await happens(recorded('request_thread_control', psid));
    expect(await ownerOf(psid)).toBe('staff');
    await until(() => messenger.graph.threads.controlled.some(({ verb }) => verb === 'pass_thread_control'));
    expect(messenger.graph.threads.mayWrite(psid)).toBe(false);
  });
});

describe('a staff reply into a thread that the Page inbox holds', () => {
  test('takes the thread where our app is the default one', async () => {
    const psid = messenger.newPerson();
    await happens(recorded('take_thread_control_by_inbox', psid));
    await ask(psid, 'a');
    messenger.graph.threads.defaultApp = MESSENGER.appId;
    messenger.graph.threads.hold(psid, PAGE_INBOX);
    await staffReply(psid, 'Chào anh/chị.');
    expect(messenger.sentTo(psid).map(({ text }) => text)).toEqual(['Chào anh/chị.']);
  });

  test('asks for the thread and says why it did not leave, where another app is the default one', async () => {
    const psid = messenger.newPerson();
    await happens(recorded('take_thread_control_by_inbox', psid));
    await ask(psid, 'a');
    messenger.graph.threads.defaultApp = PAGE_INBOX;
    await staffReply(psid, 'Chào anh/chị.');
    expect(messenger.sentTo(psid)).toEqual([]);
    expect(messenger.graph.threads.controlled).toContainEqual({ verb: 'request_thread_control', psid });
    const last = (await messenger.stores.records.transcript(`messenger:${MESSENGER.pageId}:${psid}`, 0, 50)).at(-1);
    expect([last?.delivery, last?.deliveryReason]).toEqual(['failed', expect.stringContaining('hộp thư của trang')]);
  });

  test('simply leaves where the Page has no default app, though taking is blocked there', async () => {
    const psid = messenger.newPerson();
    await happens(recorded('take_thread_control_by_inbox', psid));
    await ask(psid, 'a');
    messenger.graph.threads.hold(psid, PAGE_INBOX);
    await staffReply(psid, 'Chào anh/chị.');
    expect(messenger.sentTo(psid)).toHaveLength(1);
    expect(messenger.graph.threads.controlled).not.toContainEqual({ verb: 'take_thread_control', psid });
  });
});

describe('on standby', () => {
  test('a child in danger opens an urgent ticket, without a word to the citizen', async () => {
    const psid = messenger.newPerson();
    const message = { mid: `${psid}_a`, text: 'con em bị bạn đánh chảy máu đầu ở cổng trường' };
    const heard = JSON.stringify(messengerEvent(psid, { message })).replace('"messaging"', '"standby"');
    await happens(JSON.parse(heard));
    expect(await messenger.ticket(psid)).toMatchObject({ topic: 'child_safety', priority: 'urgent' });
    expect(messenger.sentTo(psid)).toEqual([]);
  });
});

describe('signs of life', () => {
  test('are left out where the reply is there in a moment', async () => {
    const psid = messenger.newPerson();
    await ask(psid, 'a');
    expect(messenger.sentTo(psid)).toHaveLength(1);
    expect(messenger.graph.actions.filter((action) => action.recipientId === psid)).toEqual([]);
  });
});

describe('the 24-hour window', () => {
  test.each(['reaction_react', 'referral_mme'])('is opened by %s', async (name) => {
    const psid = messenger.newPerson();
    await happens(recorded(name, psid));
    expect((await messenger.conversation(psid))?.lastInboundAt).toBe(1_795_392_000_000);
  });
});
