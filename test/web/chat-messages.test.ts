import { randomUUID } from 'node:crypto';
import { afterEach, describe, expect, it } from 'vitest';
import { ASK_STAFF, showSources } from '../../bot/quick-replies.ts';
import { createPageVisitor } from '../builders/page-visitor.ts';
import { type ServedPages, servePages } from '../builders/served-pages.ts';
import { aWebTurn } from '../builders/web-turns.ts';

let pages: ServedPages;
afterEach(() => pages.close());

async function open(options: Parameters<typeof servePages>[0] = {}) {
  pages = await servePages(options);
  const visitor = createPageVisitor(pages.url);
  const response = await visitor.get('/');
  return { visitor, response };
}

const conversation = 'web:web:id-00000001';
const CRISIS = 'Cứu với, cháu bị bố đánh chảy máu đầu, cháu sợ lắm';

describe('the visitor of the web chat', () => {
  it('gets a signed cookie that scripts cannot read and other sites cannot send', async () => {
    const { response } = await open();
    const [cookie] = response.headers.getSetCookie();
    expect(cookie).toMatch(/^visitor=id-00000001\.[\w-]{43};/);
    expect(cookie).toContain('Max-Age=31536000');
    expect(cookie).toContain('HttpOnly');
    expect(cookie).toContain('SameSite=Lax');
  });

  it('gets a host-bound cookie where the site is served over HTTPS', async () => {
    const { response } = await open({ secureCookies: true });
    expect(response.headers.getSetCookie()[0]).toMatch(/^__Host-visitor=.*; Secure/);
  });

  it('gets the id in a partitioned cookie too where other sites may frame the chat, and is the same person by it', async () => {
    const { visitor, response } = await open({ framedBy: ['https://badinh.edu.vn'] });
    const framed = response.headers.getSetCookie().find((cookie) => cookie.startsWith('__Host-framed-visitor='));
    expect(framed).toMatch(/^__Host-framed-visitor=id-00000001\.[\w-]{43};/);
    for (const part of ['HttpOnly', 'Secure', 'Partitioned', 'SameSite=None', 'Path=/']) expect(framed).toContain(part);
    visitor.cookies.delete('visitor');
    await visitor.post('/chat/messages', { key: randomUUID(), text: 'Xin chào' });
    expect(pages.mail()[0]?.conversationId).toBe(conversation);
  });

  it('is told whether the browser kept the cookie', async () => {
    const { visitor } = await open();
    const known = async () => (await (await visitor.get('/chat/messages?after=0')).json()).known;
    expect(await known()).toBe(true);
    visitor.cookies.clear();
    expect(await known()).toBe(false);
  });

  it('keeps the same id on the next visit', async () => {
    const { visitor } = await open();
    const before = visitor.cookies.get('visitor');
    await visitor.get('/');
    expect(visitor.cookies.get('visitor')).toBe(before);
  });

  it('cannot become somebody else by changing the id in the cookie', async () => {
    const { visitor } = await open();
    const signature = visitor.cookies.get('visitor')?.split('.')[1] ?? '';
    visitor.cookies.set('visitor', `id-00000099.${signature}`);
    const response = await visitor.post('/chat/messages', { key: randomUUID(), text: 'Xin chào' });
    expect(response.status).toBe(403);
    expect(pages.mail()).toEqual([]);
  });

  it('is a new one after starting over', async () => {
    const { visitor } = await open();
    const before = visitor.cookies.get('visitor');
    expect((await visitor.remove('/chat')).status).toBe(204);
    expect(visitor.cookies.get('visitor')).not.toBe(before);
  });
});

describe('posting a message', () => {
  it('stores an arrival with the words, the pressed button and the visitor, and wakes the worker', async () => {
    const { visitor } = await open();
    let wakes = 0;
    pages.work.onWake = () => {
      wakes += 1;
    };
    const key = randomUUID();
    const response = await visitor.post('/chat/messages', { key, text: ' Gặp cán bộ ', payload: 'HANDOVER_REQUEST' });
    expect([response.status, await response.json()]).toEqual([202, { stored: true }]);
    expect(wakes).toBe(1);
    expect(pages.mail()[0]).toMatchObject({
      conversationId: conversation,
      channel: 'web',
      at: pages.clock.now,
      activity: {
        type: 'message',
        channelId: 'web',
        id: key,
        text: 'Gặp cán bộ',
        value: { payload: 'HANDOVER_REQUEST' },
        from: { id: 'id-00000001' },
        recipient: { id: 'web' },
        conversation: { id: conversation },
        timestamp: new Date(pages.clock.now).toISOString(),
      },
    });
  });

  it('is harmless when repeated with the same key', async () => {
    const { visitor } = await open();
    const message = { key: randomUUID(), text: 'Học phí lớp 1?' };
    await visitor.post('/chat/messages', message);
    const again = await visitor.post('/chat/messages', message);
    expect(again.status).toBe(202);
    expect(pages.mail()).toHaveLength(1);
  });

  it('counts the same key of two visitors as two messages', async () => {
    const { visitor } = await open();
    const other = createPageVisitor(pages.url);
    await other.get('/');
    const message = { key: randomUUID(), text: 'Học phí lớp 1?' };
    await visitor.post('/chat/messages', message);
    await other.post('/chat/messages', message);
    expect(pages.mail()).toHaveLength(2);
  });

  it('composes Vietnamese letters, so that 2,000 of them fit however they were typed', async () => {
    const { visitor } = await open();
    const text = 'ế'.normalize('NFD').repeat(2000);
    expect((await visitor.post('/chat/messages', { key: randomUUID(), text })).status).toBe(202);
    expect(pages.mail()[0]?.activity.text).toBe('ế'.repeat(2000));
  });

  it.each([
    ['blank words', { key: randomUUID(), text: '   ' }, 400, 'empty', /chưa có nội dung/],
    ['2,001 characters', { key: randomUUID(), text: 'a'.repeat(2001) }, 400, 'too-long', /2\.000 ký tự/],
    ['a key that is no UUID', { key: '1', text: 'Xin chào' }, 400, 'malformed', /định dạng/],
    ['a broken body', '{"key":', 400, 'malformed', /định dạng/],
    ['a body of 40 kB', { key: randomUUID(), text: 'a'.repeat(40_000) }, 413, 'too-large', /quá lớn/],
  ])('refuses %s in Vietnamese', async (_what, body, status, code, words) => {
    const { visitor } = await open();
    const response = await visitor.post('/chat/messages', body);
    const { error } = await response.json();
    expect([response.status, error.code]).toEqual([status, code]);
    expect(error.message).toMatch(words);
    expect(pages.mail()).toEqual([]);
  });

  it('asks a visitor who writes too fast to wait, and says how long', async () => {
    const { visitor } = await open({ perMinute: 2 });
    const post = () => visitor.post('/chat/messages', { key: randomUUID(), text: 'Xin chào' });
    await post();
    await post();
    const third = await post();
    expect(third.status).toBe(429);
    expect(Number(third.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await third.json()).error.message).toContain('gửi hơi nhanh');
  });

  it('takes a message about a child in danger whatever came before it', async () => {
    const { visitor } = await open({ perMinute: 1 });
    const post = (text: string) => visitor.post('/chat/messages', { key: randomUUID(), text });
    await post('Xin chào');
    expect((await post('Xin chào')).status).toBe(429);
    expect((await post(CRISIS)).status).toBe(202);
    expect(pages.mail().at(-1)?.activity.text).toBe(CRISIS);
  });

  it('puts the hotlines into the refusal once even such messages come too fast', async () => {
    const { visitor } = await open({ perMinute: 1 });
    const post = () => visitor.post('/chat/messages', { key: randomUUID(), text: CRISIS });
    await post();
    await post();
    const third = await post();
    expect(third.status).toBe(429);
    expect((await third.json()).error.message).toMatch(/111/);
    expect(pages.mail()).toHaveLength(2);
  });

  it.each([
    ['Sec-Fetch-Site', { 'Sec-Fetch-Site': 'cross-site' }],
    ['Origin', { Origin: 'https://evil.example' }],
    ['an opaque Origin', { Origin: 'null' }],
  ])('refuses a post that another site sent, by %s', async (_name, headers) => {
    const { visitor } = await open();
    const response = await visitor.post('/chat/messages', { key: randomUUID(), text: 'Xin chào' }, headers);
    expect([response.status, pages.mail().length]).toEqual([403, 0]);
  });

  it('takes a post from its own origin', async () => {
    const { visitor } = await open();
    const response = await visitor.post(
      '/chat/messages',
      { key: randomUUID(), text: 'Xin chào' },
      { Origin: pages.url },
    );
    expect(response.status).toBe(202);
  });
});

describe('reading messages', () => {
  it('gives lines after an id, who owns the conversation, and where each source stands', async () => {
    const { visitor } = await open();
    await pages.records.commit(
      aWebTurn({ conversationId: conversation, heard: ['Câu một'], reply: 'Trả lời', owner: 'queue' }),
    );
    pages.outbox.sendAll();
    const { messages, owner } = await (await visitor.get('/chat/messages?after=1')).json();
    expect(owner).toBe('queue');
    expect(messages).toMatchObject([
      { id: 2, author: 'bot', text: 'Trả lời', citations: [{ href: '/van-ban/doc1#7' }] },
    ]);
    expect(messages[0].citations[0]).not.toHaveProperty('file');
  });

  it('gives nothing of another visitor', async () => {
    await open();
    await pages.records.commit(aWebTurn({ conversationId: conversation, heard: ['Riêng tư'] }));
    const other = createPageVisitor(pages.url);
    expect((await (await other.get('/chat/messages?after=0')).json()).messages).toEqual([]);
  });

  it('holds back a line on its way and what follows it, so that resuming after an id loses nothing', async () => {
    const { visitor } = await open();
    await pages.records.commit(aWebTurn({ conversationId: conversation, heard: ['Một'], reply: 'Đang gửi' }));
    await pages.records.commit(aWebTurn({ conversationId: conversation, heard: ['Hai'] }));
    const texts = async () =>
      (await (await visitor.get('/chat/messages?after=0')).json()).messages.map((line: { text: string }) => line.text);
    expect(await texts()).toEqual(['Một']);
    pages.outbox.sendAll();
    expect(await texts()).toEqual(['Một', 'Đang gửi', 'Hai']);
  });

  it('never shows words that were withheld because a person had taken over', async () => {
    const { visitor } = await open();
    await pages.records.commit(aWebTurn({ conversationId: conversation, heard: ['Một'], reply: 'Không gửi' }));
    pages.outbox.settle(2, 'withheld', 'Cán bộ đã tiếp nhận cuộc trò chuyện.');
    const { messages } = await (await visitor.get('/chat/messages?after=0')).json();
    expect(messages).toHaveLength(1);
  });

  it('leaves out buttons for what the page itself offers under an answer', async () => {
    const { visitor } = await open();
    const turn = aWebTurn({ conversationId: conversation, reply: 'Trả lời' });
    const other = { title: 'Mức học phí', payload: 'ASK:fee' };
    const quickReplies = [...showSources([{ id: 'doc1#7', unshownFrom: null }]), other, ASK_STAFF];
    await pages.records.commit({ ...turn, outgoing: turn.outgoing.map((message) => ({ ...message, quickReplies })) });
    pages.outbox.sendAll();
    const { messages } = await (await visitor.get('/chat/messages?after=0')).json();
    expect(messages[0].quickReplies).toEqual([other]);
  });
});
