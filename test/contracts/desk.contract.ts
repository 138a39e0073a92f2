import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { EngineOptions, StateEngine } from '../../adapters/stores/engine.ts';
import { aTurn, outgoing } from '../builders/turns.ts';

const AN = 'web:web:an';

function failOnFault(error: unknown): void {
  throw error;
}

/** What every engine keeps of what staff write: replies that wait, tags, outcomes and private notes. */
export function deskContract(name: string, open: (options: EngineOptions) => Promise<StateEngine>): void {
  describe(`desk contract: ${name}`, () => {
    let stores: StateEngine;
    beforeEach(async () => {
      stores = await open({ onFault: failOnFault });
    });
    afterEach(() => stores.close());

    const due = (now: number) => stores.outbox.due(now, ['web'], 10);

    async function aTicket(fields: Partial<Parameters<typeof aTurn>[0]> = {}): Promise<string> {
      const result = await stores.records.commit(
        aTurn({
          ticket: { kind: 'open', topic: 'human_request', priority: 'normal', question: 'Gặp cán bộ', dueAt: 9_000 },
          heard: [{ author: 'citizen', text: 'Học phí?', at: 1_500 }],
          owner: 'queue',
          ...fields,
        }),
      );
      if (!result.ok || result.ticket === null) throw new Error('no ticket');
      return result.ticket.id;
    }

    const reply = (id: string, fields: Partial<Parameters<StateEngine['records']['reply']>[1]> = {}) =>
      stores.records.reply(id, {
        staffName: 'lan',
        authorName: 'Cô Lan',
        text: 'Chào anh/chị.',
        replyKey: 'r1',
        at: 3_000,
        sendAt: 8_000,
        ...fields,
      });
    const lastLine = async () => (await stores.records.transcript(AN, 0, 100)).at(-1);
    const takeBack = async (id: string, staffName = 'lan') =>
      stores.records.takeBack(id, {
        staffName,
        messageId: (await lastLine())?.id ?? 0,
        reason: 'Đã hoàn tác.',
        at: 4_000,
      });

    describe('a reply that waits', () => {
      it('leaves at its time and not before, and holds back what follows for the same citizen', async () => {
        const id = await aTicket();
        await reply(id);
        await reply(id, { replyKey: 'r2', text: 'Và nữa.', at: 3_100, sendAt: 3_100 });
        expect(await due(7_999)).toEqual([]);
        const [row] = await due(8_000);
        expect(row?.text).toBe('Chào anh/chị.');
        expect(await stores.outbox.begin(row?.id ?? 0, 8_000, 9_000)).toBe(true);
        await stores.outbox.sent(row?.id ?? 0, null, 8_001);
        expect((await due(8_001)).map(({ text }) => text)).toEqual(['Và nữa.']);
      });

      it('lets the numbers for a child in danger not wait: it goes before them at once', async () => {
        const id = await aTicket();
        await reply(id, { sendAt: 60_000 });
        const hotline = { ...outgoing('Gọi 111.'), overStaff: true };
        await stores.records.commit(aTurn({ at: 4_000, owner: 'staff', outgoing: [hotline] }));
        const [row] = await due(4_000);
        expect(row?.text).toBe('Chào anh/chị.');
        expect(await stores.outbox.begin(row?.id ?? 0, 4_000, 9_000)).toBe(true);
        await stores.outbox.sent(row?.id ?? 0, null, 4_001);
        expect((await due(4_001)).map(({ text }) => text)).toEqual(['Gọi 111.']);
      });

      it('cannot be handed over before its time either', async () => {
        await reply(await aTicket());
        expect(await stores.outbox.begin((await lastLine())?.id ?? 0, 7_999, 9_000)).toBe(false);
      });

      it('gives its words back and is never sent, however often its form is posted again', async () => {
        const id = await aTicket();
        await reply(id);
        expect(await takeBack(id)).toEqual({ ok: true, text: 'Chào anh/chị.' });
        expect(await takeBack(id)).toEqual({ ok: false, reason: 'stale' });
        expect(await reply(id)).toEqual({ ok: true, duplicate: true });
        expect(await due(1_000_000)).toEqual([]);
        expect(await lastLine()).toMatchObject({ delivery: 'withheld', deliveryReason: 'Đã hoàn tác.' });
      });

      it('lets the clock of the first reply run again when it is taken back, and keeps its holder', async () => {
        const id = await aTicket();
        await reply(id);
        expect(await stores.records.ticket(id)).toMatchObject({ repliedAt: 3_000 });
        await takeBack(id);
        expect(await stores.records.ticket(id)).toMatchObject({ repliedAt: null, assignee: 'lan', dueAt: 9_000 });
        expect(await stores.records.conversation(AN)).toMatchObject({ owner: 'staff', lastStaffAt: null });
      });

      it('leaves the clock of an earlier reply alone when it is taken back', async () => {
        const id = await aTicket();
        await reply(id, { sendAt: 3_000 });
        await reply(id, { replyKey: 'r2', at: 3_500, sendAt: 8_500 });
        await takeBack(id);
        expect(await stores.records.ticket(id)).toMatchObject({ repliedAt: 3_000 });
        expect(await stores.records.conversation(AN)).toMatchObject({ lastStaffAt: 3_000 });
      });

      it('is either sent or taken back when both come at the same moment', async () => {
        const id = await aTicket();
        await reply(id);
        const row = (await lastLine())?.id ?? 0;
        const [begun, taken] = await Promise.all([stores.outbox.begin(row, 8_000, 9_000), takeBack(id)]);
        expect([begun, taken.ok].filter(Boolean)).toHaveLength(1);
      });

      it('cannot be taken back by a colleague, nor once it was handed over', async () => {
        const id = await aTicket();
        await reply(id);
        expect(await takeBack(id, 'minh')).toEqual({ ok: false, reason: 'taken' });
        await stores.outbox.begin((await lastLine())?.id ?? 0, 8_000, 9_000);
        expect(await takeBack(id)).toEqual({ ok: false, reason: 'stale' });
      });

      it('cannot be taken back as a line of somebody else', async () => {
        const id = await aTicket();
        expect(await takeBack(id)).toEqual({ ok: false, reason: 'stale' });
        expect(await stores.records.takeBack('nope', { staffName: 'lan', messageId: 1, reason: '', at: 1 })).toEqual({
          ok: false,
          reason: 'not-found',
        });
      });
    });

    describe('a reply to what was read', () => {
      it('is refused when the citizen wrote after it, and nothing is stored', async () => {
        const id = await aTicket();
        const seen = (await lastLine())?.id ?? 0;
        await stores.records.commit(
          aTurn({ heard: [{ author: 'citizen', text: 'À, cháu lớp 3', at: 2_500 }], owner: 'queue' }),
        );
        expect(await reply(id, { seen })).toEqual({ ok: false, reason: 'newer' });
        expect(await lastLine()).toMatchObject({ author: 'citizen' });
        expect(await stores.records.ticket(id)).toMatchObject({ state: 'new' });
        expect(await reply(id, { seen: (await lastLine())?.id ?? 0 })).toEqual({ ok: true, duplicate: false });
      });

      it('is refused when a colleague wrote, but not for words of the bot', async () => {
        const id = await aTicket();
        const seen = (await lastLine())?.id ?? 0;
        await stores.records.commit(aTurn({ heard: [{ author: 'bot', text: 'Máy', at: 2_400 }], owner: 'queue' }));
        expect(await reply(id, { seen })).toMatchObject({ ok: true });
        expect(await reply(id, { seen, replyKey: 'r2' })).toEqual({ ok: false, reason: 'newer' });
      });

      it('is stored once when its form is posted twice, although it stands there itself by then', async () => {
        const id = await aTicket();
        const seen = (await lastLine())?.id ?? 0;
        await reply(id, { seen });
        expect(await reply(id, { seen })).toEqual({ ok: true, duplicate: true });
      });
    });

    describe('the file of a ticket', () => {
      it('keeps what it came to, and the tags of before and after its closing', async () => {
        const id = await aTicket();
        expect(await stores.records.ticket(id)).toMatchObject({ outcome: null, tags: [] });
        expect(await stores.records.tag(id, ['học phí', 'lớp 1'], 3_000)).toEqual({ ok: true });
        const closing = { staffName: 'lan', note: '', farewell: null, at: 4_000, outcome: 'passed-on' } as const;
        await stores.records.close(id, closing);
        await stores.records.tag(id, ['lớp 1'], 5_000);
        expect(await stores.records.ticket(id)).toMatchObject({
          outcome: 'passed-on',
          tags: ['lớp 1'],
          updatedAt: 5_000,
        });
        expect(await stores.records.tag('nope', [], 1)).toEqual({ ok: false, reason: 'not-found' });
      });

      it('suggests the tags in use, the most used first', async () => {
        const [one, other] = [await aTicket(), await aTicket({ conversationId: 'web:web:binh' })];
        await stores.records.tag(one, ['học phí', 'lớp 1', 'cũ'], 3_000);
        await stores.records.tag(other, ['lớp 1'], 3_000);
        await stores.records.tag(one, ['học phí', 'lớp 1'], 3_100);
        expect(await stores.records.tagsInUse(10)).toEqual(['lớp 1', 'học phí']);
        expect(await stores.records.tagsInUse(1)).toEqual(['lớp 1']);
      });

      it('leads to the other matters of the same citizen, the newest first', async () => {
        const first = await aTicket();
        await stores.records.close(first, { staffName: 'lan', note: '', farewell: null, at: 4_000 });
        const second = await aTicket({ at: 5_000 });
        await aTicket({ conversationId: 'web:web:binh' });
        expect((await stores.records.ticketsOf(AN, 10)).map(({ id }) => id)).toEqual([second, first]);
        expect((await stores.records.ticketsOf(AN, 1)).map(({ id }) => id)).toEqual([second]);
      });
    });

    describe('private notes', () => {
      const note = (ticketId: string, text: string, mentions: readonly string[] = []) =>
        stores.notes.add({ ticketId, author: 'lan', text, at: 3_000, mentions });

      it('are kept in their order, with whom they speak to, and reach no outbox and no transcript', async () => {
        const id = await aTicket();
        await note(id, 'Cần hỏi phòng tài vụ', ['minh']);
        await note(id, 'Đã gọi điện');
        expect(await stores.notes.of(AN, 10)).toMatchObject([
          {
            text: 'Cần hỏi phòng tài vụ',
            author: 'lan',
            ticketId: id,
            at: 3_000,
            mentions: ['minh'],
            unread: ['minh'],
          },
          { text: 'Đã gọi điện', mentions: [], unread: [] },
        ]);
        expect((await stores.notes.of(AN, 1)).map(({ text }) => text)).toEqual(['Đã gọi điện']);
        expect(await due(1_000_000)).toEqual([]);
        expect(await stores.records.transcript(AN, 0, 10)).toHaveLength(1);
        expect(await stores.records.context(AN, 10)).toHaveLength(1);
      });

      it('wait for each colleague they speak to until that one opens the ticket', async () => {
        const [id, other] = [await aTicket(), await aTicket({ conversationId: 'web:web:binh' })];
        await note(id, 'một', ['minh', 'hoa']);
        await note(other, 'hai', ['minh']);
        expect((await stores.notes.unreadBy('minh', 10)).map(({ text }) => text)).toEqual(['hai', 'một']);
        await stores.notes.read(AN, 'minh');
        expect((await stores.notes.unreadBy('minh', 10)).map(({ text }) => text)).toEqual(['hai']);
        expect((await stores.notes.unreadBy('hoa', 10)).map(({ text }) => text)).toEqual(['một']);
        expect(await stores.notes.of(AN, 10)).toMatchObject([{ mentions: ['minh', 'hoa'], unread: ['hoa'] }]);
        expect(await stores.notes.unreadBy('lan', 10)).toEqual([]);
      });

      it('are not written on a ticket that does not exist', async () => {
        expect(await note('nope', 'x')).toBeNull();
      });
    });
  });
}
