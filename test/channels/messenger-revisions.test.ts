import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { messengerText } from '../builders/accounts.ts';
import { type MessengerProduct, messengerEvent, runMessenger } from '../builders/messenger-product.ts';

const BREAKFAST = 'Tiền ăn bán trú bữa sáng tối đa bao nhiêu?';
const LUNCH = 'Tiền ăn bán trú bữa trưa tối đa bao nhiêu?';
const DANGER = 'con em bị bạn đánh chảy máu đầu ở cổng trường';
const QUIET_MS = 250;
const WITHDRAWN = '(người dân đã thu hồi tin nhắn này)';

let messenger: MessengerProduct;
beforeAll(async () => {
  messenger = await runMessenger({ BURST_MS: String(QUIET_MS) });
});
afterAll(() => messenger.stop());

let time = Date.now();
const soon = () => {
  time = Math.max(time + 1, Date.now());
  return time;
};
const say = (psid: string, mid: string, text: string, at = soon()) =>
  messenger.deliver(messengerText({ mid: `${psid}_${mid}`, text, psid, at }));
const edit = (psid: string, mid: string, text: string, count = 1) =>
  messenger.deliver(messengerEvent(psid, { message_edit: { mid: `${psid}_${mid}`, text, num_edit: count } }, soon()));
const unsend = (psid: string, mid: string) =>
  messenger.deliver(messengerEvent(psid, { message: { mid: `${psid}_${mid}`, is_deleted: true } }, soon()));
const shown = async (psid: string) => (await messenger.lines(psid)).map(([author, text]) => `${author}: ${text}`);
const citizenLines = async (psid: string) => (await shown(psid)).filter((line) => line.startsWith('citizen'));

describe('an edit', () => {
  test('of a message that still waits is answered alone, in its last words', async () => {
    const psid = messenger.newPerson();
    await say(psid, 'a', BREAKFAST);
    await edit(psid, 'a', 'Tiền ăn', 1);
    await edit(psid, 'a', LUNCH, 2);
    await messenger.settled();
    expect(await citizenLines(psid)).toEqual([`citizen: ${LUNCH}`]);
    expect(messenger.sentTo(psid)).toHaveLength(1);
    expect(messenger.sentTo(psid)[0]?.text).toContain('35.000');
  });

  test('of an answered message is answered when its words changed, and the transcript shows them', async () => {
    const psid = messenger.newPerson();
    await say(psid, 'a', 'xin chào');
    await messenger.settled();
    await edit(psid, 'a', LUNCH);
    await messenger.settled();
    expect(await citizenLines(psid)).toEqual([`citizen: ${LUNCH}`]);
    expect(messenger.sentTo(psid)[1]?.text).toContain('35.000');
  });

  test('of an answered message is only recorded when no word changed', async () => {
    const psid = messenger.newPerson();
    await say(psid, 'a', LUNCH);
    await messenger.settled();
    await edit(psid, 'a', ` ${LUNCH.toUpperCase().normalize('NFD')} `);
    await messenger.settled();
    expect(messenger.sentTo(psid)).toHaveLength(1);
    expect(await citizenLines(psid)).toHaveLength(1);
  });

  test('that comes after a later one changes nothing', async () => {
    const psid = messenger.newPerson();
    const early = soon();
    await say(psid, 'a', 'xin chào', early - 1);
    await edit(psid, 'a', LUNCH, 2);
    await messenger.settled();
    const outdated = { message_edit: { mid: `${psid}_a`, text: BREAKFAST, num_edit: 1 } };
    await messenger.deliver(messengerEvent(psid, outdated, early));
    await messenger.settled();
    expect(await citizenLines(psid)).toEqual([`citizen: ${LUNCH}`]);
    expect(messenger.sentTo(psid)).toHaveLength(1);
  });

  test('that comes before its message is answered once, and the old words are not shown', async () => {
    const psid = messenger.newPerson();
    const at = soon();
    await edit(psid, 'a', LUNCH);
    await messenger.settled();
    await say(psid, 'a', BREAKFAST, at);
    await messenger.settled();
    expect(await citizenLines(psid)).toEqual([`citizen: ${LUNCH}`]);
    expect(messenger.sentTo(psid)).toHaveLength(1);
  });

  test('that tells of a child in danger is answered like a message that does', async () => {
    const psid = messenger.newPerson();
    await say(psid, 'a', 'xin chào');
    await messenger.settled();
    await edit(psid, 'a', DANGER);
    await messenger.settled();
    expect(messenger.sentTo(psid)[1]?.text).toContain('111');
    expect(await messenger.ticket(psid)).toMatchObject({ topic: 'child_safety', priority: 'urgent' });
  });

  test('is only recorded while staff own the conversation', async () => {
    const psid = messenger.newPerson();
    await say(psid, 'a', 'gặp cán bộ');
    await messenger.settled();
    await edit(psid, 'a', LUNCH);
    await messenger.settled();
    expect(messenger.sentTo(psid)).toHaveLength(1);
    expect(await citizenLines(psid)).toEqual([`citizen: ${LUNCH}`]);
  });

  test('on standby is only recorded', async () => {
    const psid = messenger.newPerson();
    await say(psid, 'a', 'xin chào');
    await messenger.settled();
    const heard = JSON.stringify(
      messengerEvent(psid, { message_edit: { mid: `${psid}_a`, text: LUNCH, num_edit: 1 } }, soon()),
    );
    await messenger.deliver(JSON.parse(heard.replace('"messaging"', '"standby"')));
    await messenger.settled();
    expect(messenger.sentTo(psid)).toHaveLength(1);
    expect(await citizenLines(psid)).toEqual([`citizen: ${LUNCH}`]);
  });
});

describe('a message taken back', () => {
  test('before it was answered is not answered, and what stands beside it is', async () => {
    const psid = messenger.newPerson();
    await say(psid, 'a', 'bí mật của tôi');
    await say(psid, 'b', LUNCH);
    await unsend(psid, 'a');
    await messenger.settled();
    expect(await citizenLines(psid)).toEqual([`citizen: ${WITHDRAWN}`, `citizen: ${LUNCH}`]);
    expect(messenger.sentTo(psid)).toHaveLength(1);
    expect(messenger.sentTo(psid)[0]?.text).toContain('35.000');
  });

  test('after it was answered disappears from the transcript, and nobody says anything', async () => {
    const psid = messenger.newPerson();
    await say(psid, 'a', LUNCH);
    await messenger.settled();
    await unsend(psid, 'a');
    await edit(psid, 'a', BREAKFAST);
    await messenger.settled();
    expect(await citizenLines(psid)).toEqual([`citizen: ${WITHDRAWN}`]);
    expect(messenger.sentTo(psid)).toHaveLength(1);
  });
});
