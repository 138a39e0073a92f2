import { afterEach, describe, expect, it } from 'vitest';
import { openTestStream } from '../builders/event-reader.ts';
import { createPageVisitor } from '../builders/page-visitor.ts';
import { type ServedPages, servePages } from '../builders/served-pages.ts';
import { aWebTurn } from '../builders/web-turns.ts';

const conversation = 'web:web:id-00000001';
let pages: ServedPages;
afterEach(() => pages.close());

async function open() {
  pages = await servePages();
  const visitor = createPageVisitor(pages.url);
  await visitor.get('/');
  return visitor;
}

describe('the event stream of the web chat', () => {
  it('resumes after the last event the browser saw', async () => {
    const visitor = await open();
    await pages.records.commit(aWebTurn({ conversationId: conversation, heard: ['Một', 'Hai', 'Ba'] }));
    const stream = openTestStream(await visitor.get('/chat/events?after=0', { 'Last-Event-ID': '2' }));
    expect(await stream.next()).toMatchObject({ id: '3', event: 'message', data: { text: 'Ba' } });
    await stream.end();
  });

  it('tells the owner first, then typing, new lines and a change of owner as they happen', async () => {
    const visitor = await open();
    const stream = openTestStream(await visitor.get('/chat/events?after=0'));
    expect(await stream.next()).toMatchObject({ event: 'owner', data: { owner: 'bot' } });
    pages.live.publish({ kind: 'typing', conversationId: conversation });
    expect(await stream.next()).toMatchObject({ event: 'typing' });
    await pages.records.commit(aWebTurn({ conversationId: conversation, heard: ['Gặp cán bộ'], owner: 'queue' }));
    pages.live.publish({ kind: 'transcript', conversationId: conversation });
    expect(await stream.next()).toMatchObject({ id: '1', event: 'message', data: { author: 'citizen' } });
    expect(await stream.next()).toMatchObject({ event: 'owner', data: { owner: 'queue' } });
    await stream.end();
  });

  it('shows a line as soon as it was sent, even when nobody announces it', async () => {
    const visitor = await open();
    const stream = openTestStream(await visitor.get('/chat/events?after=0'));
    await stream.next();
    await pages.records.commit(aWebTurn({ conversationId: conversation, reply: 'Đang trên đường' }));
    pages.live.publish({ kind: 'transcript', conversationId: conversation });
    const shown = stream.next();
    pages.outbox.sendAll();
    expect(await shown).toMatchObject({ event: 'message', data: { text: 'Đang trên đường' } });
    await stream.end();
  });

  it('says nothing of other conversations', async () => {
    const visitor = await open();
    const stream = openTestStream(await visitor.get('/chat/events?after=0'));
    await stream.next();
    pages.live.publish({ kind: 'typing', conversationId: 'web:web:somebody' });
    pages.live.publish({ kind: 'tickets', ticketId: 'ticket-1' });
    await pages.records.commit(aWebTurn({ conversationId: conversation, heard: ['Của tôi'] }));
    pages.live.publish({ kind: 'transcript', conversationId: conversation });
    expect(await stream.next()).toMatchObject({ event: 'message', data: { text: 'Của tôi' } });
    await stream.end();
  });

  it('stops listening when the page goes away', async () => {
    const visitor = await open();
    const stream = openTestStream(await visitor.get('/chat/events?after=0'));
    await stream.next();
    expect(pages.listeners()).toBe(1);
    await stream.end();
    await expect.poll(() => pages.listeners()).toBe(0);
  });

  it('is refused without a visitor cookie', async () => {
    await open();
    expect((await createPageVisitor(pages.url).get('/chat/events')).status).toBe(403);
  });
});
