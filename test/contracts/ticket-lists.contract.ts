import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { StateEngine } from '../../adapters/stores/engine.ts';
import type { Ticket } from '../../bot/conversation.ts';
import type { TicketChange } from '../../bot/ports/records.ts';
import {
  TICKET_VIEWS,
  type TicketFilter,
  type TicketPlace,
  type TicketReader,
  type TicketView,
} from '../../bot/ports/ticket-lists.ts';
import { searchWords } from '../../bot/search-words.ts';
import { AGENT, SPOKESPERSON } from '../builders/ticket-readers.ts';
import { aTurn, outgoing } from '../builders/turns.ts';

const EVERYTHING: TicketFilter = { topic: null, channel: null, priority: null, tag: null, openedUntil: null };

/** How staff find tickets, on every engine. */
export function ticketListsContract(name: string, open: () => Promise<StateEngine>): void {
  describe(`ticket lists contract: ${name}`, () => {
    let engine: StateEngine;
    beforeEach(async () => {
      engine = await open();
    });
    afterEach(() => engine.close());

    /** A ticket of a citizen of its own; state only what is in question. */
    async function aTicket(
      citizen: string,
      change: Partial<TicketChange & { question: string }> = {},
      turn: Partial<Parameters<typeof aTurn>[0]> = {},
    ): Promise<Ticket> {
      const ticket = { topic: 'human_request', priority: 'normal', question: `hỏi ${citizen}`, ...change } as const;
      const result = await engine.records.commit(
        aTurn({
          conversationId: `web:web:${citizen}`,
          ticket: { ...ticket, kind: 'open' },
          owner: 'queue',
          ...turn,
        }),
      );
      if (!result.ok || result.ticket === null) throw new Error('no ticket');
      return result.ticket;
    }

    async function page(
      view: TicketView,
      fields: { filter?: Partial<TicketFilter>; now?: number; reader?: TicketReader } = {},
    ) {
      const seen: string[][] = [];
      let after: TicketPlace | null = null;
      do {
        const { tickets, next } = await engine.lists.page({
          view,
          reader: fields.reader ?? SPOKESPERSON,
          now: fields.now ?? 5_000,
          filter: { ...EVERYTHING, ...fields.filter },
          after,
          limit: 2,
        });
        seen.push(tickets.map(({ question }) => question.replace('hỏi ', '')));
        after = next;
      } while (after !== null && seen.length < 20);
      return seen;
    }

    const search = async (text: string, reader = SPOKESPERSON) =>
      (await engine.lists.search(searchWords(text), reader, 10)).map(({ question }) => question);

    describe('a view', () => {
      it('has the tickets it is for and counts them, before and after each step on one', async () => {
        const taken = await aTicket('nhận');
        await aTicket('gấp', { priority: 'urgent' });
        await aTicket('trễ', { dueAt: 4_000 });
        const done = await aTicket('xong', { priority: 'urgent', dueAt: 4_000 });
        expect(await engine.lists.counts(SPOKESPERSON, 3_999)).toEqual({
          mine: 0,
          unassigned: 4,
          crisis: 2,
          overdue: 0,
          open: 4,
          closed: 0,
        });
        await engine.records.claim(taken.id, 'lan', 3_000);
        await engine.records.close(done.id, { staffName: 'lan', note: '', farewell: null, at: 3_500 });
        const views = await Promise.all(TICKET_VIEWS.map(async (view) => [view, (await page(view)).flat()] as const));
        expect(Object.fromEntries(views)).toEqual({
          mine: ['nhận'],
          unassigned: ['gấp', 'trễ'],
          crisis: ['gấp'],
          overdue: ['trễ'],
          open: ['gấp', 'nhận', 'trễ'],
          closed: ['xong'],
        });
        const counts = await engine.lists.counts(SPOKESPERSON, 5_000);
        expect(counts).toEqual({ mine: 1, unassigned: 2, crisis: 1, overdue: 1, open: 3, closed: 1 });
      });

      it('is not overdue any more once staff have replied', async () => {
        const late = await aTicket('trễ', { dueAt: 4_000 });
        const reply = { staffName: 'lan', authorName: 'Lan', text: 'Chào', replyKey: 'k-1', at: 4_500 };
        await engine.records.reply(late.id, reply);
        expect([await page('overdue'), await page('mine')]).toEqual([[[]], [['trễ']]]);
      });

      it('is overdue again while what the citizen wrote back is answered late, and not while they are waited for', async () => {
        const { id } = await aTicket('hỏi lại', { dueAt: 2_000 });
        const reply = {
          staffName: 'lan',
          authorName: 'Lan',
          text: 'Lớp mấy?',
          replyKey: 'k-1',
          at: 3_000,
          waits: true,
        };
        await engine.records.reply(id, reply);
        const overdue = async (now: number) => [
          (await page('overdue', { now })).flat(),
          (await engine.lists.counts(SPOKESPERSON, now)).overdue,
        ];
        expect(await overdue(9_000)).toEqual([[], 0]);
        await engine.records.commit(
          aTurn({
            conversationId: 'web:web:hỏi lại',
            heard: [{ author: 'citizen', text: 'Lớp 3', at: 3_500 }],
            owner: 'staff',
            at: 3_500,
            answerDueAt: 6_000,
          }),
        );
        expect(await overdue(5_999)).toEqual([[], 0]);
        expect(await overdue(6_000)).toEqual([['hỏi lại'], 1]);
        await engine.records.reply(id, { ...reply, replyKey: 'k-2', at: 6_500, waits: false });
        expect(await overdue(9_000)).toEqual([[], 0]);
      });

      it('hides matters of the press from who may not see them, but not the one that they hold', async () => {
        await aTicket('báo', { topic: 'press', priority: 'urgent', dueAt: 1 });
        const held = await aTicket('đã nhận', { dueAt: 2 });
        const done = await aTicket('xong', { topic: 'press' });
        await engine.records.claim(held.id, 'lan', 3_000);
        await engine.records.close(done.id, { staffName: 'lan', note: '', farewell: null, at: 3_500 });
        await engine.records.commit(
          aTurn({
            conversationId: 'web:web:đã nhận',
            ticket: { kind: 'raise', topic: 'press', priority: 'high' },
            owner: 'staff',
            at: 3_000,
          }),
        );
        const seenBy = async (reader: TicketReader) =>
          Object.fromEntries(
            await Promise.all(
              TICKET_VIEWS.map(async (view) => {
                const { [view]: count } = await engine.lists.counts(reader, 5_000);
                return [view, [(await page(view, { reader })).flat().sort(), count]] as const;
              }),
            ),
          );
        expect(await seenBy(AGENT)).toEqual({
          mine: [['đã nhận'], 1],
          unassigned: [[], 0],
          crisis: [[], 0],
          overdue: [['đã nhận'], 1],
          open: [['đã nhận'], 1],
          closed: [[], 0],
        });
        expect(await seenBy({ ...SPOKESPERSON, staffName: 'hoa' })).toEqual({
          mine: [[], 0],
          unassigned: [['báo'], 1],
          crisis: [['báo'], 1],
          overdue: [['báo', 'đã nhận'], 2],
          open: [['báo', 'đã nhận'], 2],
          closed: [['xong'], 1],
        });
        expect([await search('hoi', AGENT), await search('hoi', { ...AGENT, staffName: 'minh' })]).toEqual([
          ['hỏi đã nhận'],
          [],
        ]);
      });

      it('comes page by page without a gap or a repetition, tickets of one moment too', async () => {
        for (const citizen of ['a', 'b', 'c', 'd', 'e']) await aTicket(citizen, {}, { at: 2_000 });
        const pages = await page('open');
        expect(pages.map((seen) => seen.length)).toEqual([2, 2, 1]);
        expect(pages.flat().sort()).toEqual(['a', 'b', 'c', 'd', 'e']);
      });

      it('goes on behind the last ticket shown, although that one has left and others have come before it', async () => {
        const first = await aTicket('một', {}, { at: 2_000 });
        await aTicket('hai', {}, { at: 2_001 });
        const question = { view: 'open', reader: SPOKESPERSON, now: 5_000, filter: EVERYTHING, limit: 1 } as const;
        const { next } = await engine.lists.page({ ...question, after: null });
        await engine.records.close(first.id, { staffName: 'lan', note: '', farewell: null, at: 3_000 });
        await aTicket('gấp', { priority: 'urgent' }, { at: 3_000 });
        const { tickets } = await engine.lists.page({ ...question, after: next });
        expect(tickets.map((ticket) => ticket.question)).toEqual(['hỏi hai']);
      });

      it('shows closed tickets with the last closed first, page by page', async () => {
        for (const [index, citizen] of ['a', 'b', 'c'].entries()) {
          const ticket = await aTicket(citizen);
          await engine.records.close(ticket.id, { staffName: 'lan', note: '', farewell: null, at: 3_000 + index });
        }
        expect(await page('closed')).toEqual([['c', 'b'], ['a']]);
      });

      it('is narrowed by topic, channel, priority and age, alone and together', async () => {
        await aTicket('cũ', { topic: 'press' }, { at: 1_000 });
        await aTicket('zalo', { priority: 'high' }, { conversationId: 'zalo:oa:z', channel: 'zalo', at: 2_000 });
        const { id } = await aTicket('mới', { topic: 'press', priority: 'high' }, { at: 3_000 });
        await engine.records.tag(id, ['học phí', 'lớp 1'], 3_000);
        await engine.records.tag(id, ['lớp 1', 'đã gọi'], 3_001);
        const narrowed = async (filter: Partial<TicketFilter>) => (await page('open', { filter })).flat();
        expect(await narrowed({ topic: 'press' })).toEqual(['mới', 'cũ']);
        expect(await narrowed({ channel: 'zalo' })).toEqual(['zalo']);
        expect(await narrowed({ priority: 'high' })).toEqual(['zalo', 'mới']);
        expect(await narrowed({ openedUntil: 2_000 })).toEqual(['zalo', 'cũ']);
        expect(await narrowed({ tag: 'lớp 1' })).toEqual(['mới']);
        expect([await narrowed({ tag: 'học phí' }), await narrowed({ tag: 'lớp' })]).toEqual([[], []]);
        expect(await narrowed({ topic: 'press', priority: 'high', openedUntil: 2_999 })).toEqual([]);
      });

      it('follows a ticket whose urgency and topic are raised', async () => {
        await aTicket('an', {}, { at: 2_000 });
        await engine.records.commit(
          aTurn({
            conversationId: 'web:web:an',
            ticket: { kind: 'raise', topic: 'child_safety', priority: 'urgent' },
            owner: 'queue',
            at: 3_000,
          }),
        );
        expect(await page('crisis', { filter: { topic: 'child_safety' } })).toEqual([['an']]);
        expect(await page('open', { filter: { topic: 'human_request' } })).toEqual([[]]);
      });
    });

    describe('the search', () => {
      it('finds what was said before a ticket, opened it and came after, whatever the accents and case', async () => {
        await engine.records.commit(
          aTurn({
            conversationId: 'web:web:an',
            heard: [{ author: 'citizen', text: 'Trường Đặng Trần Côn', at: 1_000 }],
          }),
        );
        const { id } = await aTicket(
          'an',
          { question: 'Chuyển trường giữa năm?' },
          { outgoing: [outgoing('Xin đợi.')] },
        );
        const reply = { staffName: 'lan', authorName: 'Lan', text: 'Mang học bạ', replyKey: 'k-1', at: 4_000 };
        await engine.records.reply(id, reply);
        await engine.records.close(id, { staffName: 'lan', note: 'Đã gọi', farewell: 'Chào tạm biệt', at: 5_000 });
        for (const text of ['dang tran con', 'CHUYỂN', 'đợi', 'hoc ba', 'da goi', 'tam biet', 'dang hoc ba'])
          expect([text, await search(text)]).toEqual([text, ['Chuyển trường giữa năm?']]);
        for (const text of ['thang', 'chuyển trại', '', '"; DROP', 'hoc thang']) expect(await search(text)).toEqual([]);
      });

      it('finds a ticket by its number, and numbers cut at their marks', async () => {
        await aTicket('an', { question: 'Nghị quyết 58/2025' });
        await aTicket('binh', { question: 'Khác' });
        expect([await search('2'), await search('58/2025'), await search('2025')]).toEqual([
          ['Khác'],
          ['Nghị quyết 58/2025'],
          ['Nghị quyết 58/2025'],
        ]);
      });

      it('gives the last opened first, and those of the press only to who asks for them', async () => {
        await aTicket('a', { question: 'học phí một' });
        await aTicket('b', { question: 'học phí hai', topic: 'press' });
        await aTicket('c', { question: 'học phí ba' });
        expect(await search('hoc phi')).toEqual(['học phí ba', 'học phí hai', 'học phí một']);
        expect(await search('hoc phi', AGENT)).toEqual(['học phí ba', 'học phí một']);
      });

      it('knows the talk of one period from that of the next', async () => {
        const first = await aTicket(
          'an',
          { question: 'một' },
          { heard: [{ author: 'citizen', text: 'bơi lội', at: 1 }] },
        );
        await engine.records.close(first.id, { staffName: 'lan', note: '', farewell: null, at: 3_000 });
        await aTicket('an', { question: 'hai' }, { heard: [{ author: 'citizen', text: 'bóng bàn', at: 4_000 }] });
        expect([await search('boi loi'), await search('bong ban')]).toEqual([['một'], ['hai']]);
      });

      it('follows a message that the citizen changed', async () => {
        await aTicket('an', { question: 'x' }, { heard: [{ author: 'citizen', text: 'số nhầm', at: 1, key: 'k' }] });
        const revisions = [{ key: 'k', text: 'số đúng', at: 3_000 }];
        await engine.records.commit(aTurn({ conversationId: 'web:web:an', owner: 'queue', revisions, at: 3_000 }));
        expect([await search('nham'), await search('dung')]).toEqual([[], ['x']]);
      });
    });
  });
}
