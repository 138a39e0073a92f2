import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { MESSENGER } from '../builders/accounts.ts';
import { type MessengerProduct, runMessenger } from '../builders/messenger-product.ts';

let messenger: MessengerProduct;
beforeAll(async () => {
  messenger = await runMessenger({ MESSENGER_COMMENT_REPLY: 'on', PUBLIC_URL: 'https://hoidap.example.invalid' });
});
afterAll(() => messenger.stop());

async function comment(id: string, message: string, from = '42'): Promise<void> {
  const at = Math.floor(Date.now() / 1000);
  messenger.graph.setComment(id, Date.now());
  const value = { item: 'comment', verb: 'add', comment_id: id, from: { id: from }, message, created_time: at };
  const entry = [{ id: MESSENGER.pageId, time: at, changes: [{ field: 'feed', value }] }];
  expect(await messenger.deliver({ object: 'page', entry })).toBe(200);
  await messenger.settled();
}
const answersTo = (id: string) => messenger.sentTo(`writer-of-${id}`);

describe('a comment on a post', () => {
  test('with an answer gets it once, in private, in plain words', async () => {
    await comment('c1', 'Tiền ăn bán trú bữa trưa tối đa bao nhiêu?');
    await comment('c1', 'Tiền ăn bán trú bữa trưa tối đa bao nhiêu?');
    expect(answersTo('c1')).toMatchObject([{ text: expect.stringContaining('35.000'), quickReplies: [], links: [] }]);
    expect(answersTo('c1')[0]?.text).toContain('trả lời riêng bình luận');
  });

  test('about a child in danger gets the hotlines in private, and staff an urgent ticket', async () => {
    await comment('c2', 'con em bị bạn đánh chảy máu đầu ở cổng trường');
    expect(answersTo('c2')[0]?.text).toContain('111');
    expect(await messenger.ticket('comment:c2')).toMatchObject({ topic: 'child_safety', priority: 'urgent' });
  });

  test.each([
    ['c3', 'cảm ơn trang ạ'],
    ['c4', 'trường có dạy bơi thuyền kayak trên hồ Tây không nhỉ'],
  ])('without one is left alone, and costs staff no ticket: %s', async (id, words) => {
    await comment(id, words);
    expect(answersTo(id)).toEqual([]);
    expect(await messenger.ticket(`comment:${id}`)).toBeNull();
  });

  test('of the Page itself is not read', async () => {
    await comment('c5', 'Tiền ăn bán trú bữa trưa tối đa bao nhiêu?', MESSENGER.pageId);
    expect(await messenger.conversation('comment:c5')).toBeNull();
  });

  test('that staff answer a second time is refused with the reason', async () => {
    const ticket = await messenger.ticket('comment:c2');
    const reply = { staffName: 'admin', authorName: 'admin', text: 'Chào anh/chị.', replyKey: 'c2', at: Date.now() };
    await messenger.stores.records.reply(ticket?.id ?? '', reply);
    await messenger.settled();
    const lines = await messenger.stores.records.transcript(`messenger:${MESSENGER.pageId}:comment:c2`, 0, 10);
    expect(lines.at(-1)?.deliveryReason).toContain('chỉ được trả lời riêng một lần');
  });
});

describe('an answer while PUBLIC_URL is https', () => {
  test('has a button that opens its source', async () => {
    const psid = messenger.newPerson();
    await messenger.say(psid, 'm1', 'Tiền ăn bán trú bữa trưa tối đa bao nhiêu?');
    await messenger.settled();
    const sent = messenger.sentTo(psid);
    expect(sent.map(({ text }) => text).join('\n')).toContain('35.000');
    const { links = [], quickReplies = [] } = sent.at(-1) ?? {};
    expect(links[0]).toMatchObject({
      title: expect.stringContaining('Xem nguồn'),
      url: expect.stringMatching(/^https:\/\/hoidap\.example\.invalid\/van-ban\//),
    });
    expect(quickReplies.map(({ title }) => title)).not.toContain('Xem nguồn');
    const path = new URL(links[0]?.url ?? '').pathname;
    expect((await fetch(messenger.running.url + path)).status).toBe(200);
    expect(messenger.graph.refused.filter(({ code }) => code !== 10900)).toEqual([]);
  });
});
