import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { StateEngine } from '../../adapters/stores/engine.ts';
import type { Lapse, TurnCommit } from '../../bot/ports/records.ts';
import { closingButtons } from '../../bot/ticket-rating/rating-buttons.ts';
import { CLOSING_QUESTION } from '../../bot/ticket-rating/sentences.ts';
import type { ReadTicketRating } from '../../bot/ticket-rating/ticket-rating.ts';
import { aLedgerEntry, aTurn, outgoing } from '../builders/turns.ts';

const AN = 'web:web:an';
const STALE = { ok: false, reason: 'stale' };

/** What every engine must keep to in the life of a ticket: waiting, lapses, calling off, opening again, passing on. */
export function ticketLifeContract(name: string, open: () => Promise<StateEngine>): void {
  describe(`ticket life contract: ${name}`, () => {
    let stores: StateEngine;
    beforeEach(async () => {
      stores = await open();
    });
    afterEach(() => stores.close());

    async function aTicket(fields: Partial<TurnCommit> = {}): Promise<string> {
      const ticket = { kind: 'open', topic: 'human_request', priority: 'normal', question: 'Gặp cán bộ' } as const;
      const turn = aTurn({ ticket: { ...ticket, dueAt: 5_000 }, owner: 'queue', lastInboundAt: 1_500, ...fields });
      const result = await stores.records.commit(turn);
      if (!result.ok || result.ticket === null) throw new Error('no ticket');
      return result.ticket.id;
    }
    const says = (text: string, at: number, fields: Partial<TurnCommit> = {}) =>
      stores.records.commit(
        aTurn({ heard: [{ author: 'citizen', text, at }], at, lastInboundAt: at, owner: 'staff', ...fields }),
      );
    const reply = (id: string, at: number, waits = false) =>
      stores.records.reply(id, {
        staffName: 'lan',
        authorName: 'Lan',
        text: 'Cháu lớp mấy ạ?',
        replyKey: `k${at}`,
        at,
        waits,
      });
    const ticket = (id: string) => stores.records.ticket(id);
    const standing = () => stores.records.conversation(AN);
    const unsent = async () =>
      (await stores.records.transcript(AN, 0, 50)).flatMap((line) => (line.delivery === null ? [] : line.text));

    describe('a ticket that waits for the citizen', () => {
      it('is open, held and counted as waiting, and its clock stands still', async () => {
        const id = await aTicket();
        await reply(id, 3_000, true);
        expect(await ticket(id)).toMatchObject({
          state: 'waiting',
          assignee: 'lan',
          repliedAt: 3_000,
          newsDueAt: null,
        });
        expect(await stores.records.countTickets()).toEqual({ new: 0, claimed: 0, waiting: 1, closed: 0 });
        for (const view of ['open', 'mine'] as const) {
          expect((await stores.records.tickets(view, 'lan', 10)).map((one) => one.id)).toEqual([id]);
        }
        const missed = { kind: 'escalated', at: 9_000, dueAt: 5_000 } as const;
        expect(await stores.records.lapse(id, missed, null)).toEqual(STALE);
      });

      it('comes back as news with a clock of its own when the citizen writes', async () => {
        const id = await aTicket();
        await reply(id, 3_000, true);
        await says('Lớp 3 ạ', 4_000, { answerDueAt: 8_000 });
        expect(await ticket(id)).toMatchObject({
          state: 'claimed',
          assignee: 'lan',
          newsDueAt: 8_000,
          repliedAt: 3_000,
        });
        await reply(id, 6_000);
        expect(await ticket(id)).toMatchObject({ state: 'claimed', newsDueAt: null });
      });

      it('stays as it is when others than the citizen are heard', async () => {
        const id = await aTicket();
        await reply(id, 3_000, true);
        await stores.records.commit(aTurn({ heard: [{ author: 'bot', text: 'báo', at: 4_000 }], owner: 'staff' }));
        expect(await ticket(id)).toMatchObject({ state: 'waiting' });
      });

      it('stands behind those whose citizens wait for staff', async () => {
        const waiting = await aTicket();
        const other = await aTicket({ conversationId: 'web:web:binh', at: 2_500 });
        await reply(waiting, 3_000, true);
        expect((await stores.records.tickets('open', '', 10)).map((one) => one.id)).toEqual([other, waiting]);
        await says('Lớp 3 ạ', 4_000, { answerDueAt: 4_500 });
        expect((await stores.records.tickets('open', '', 10)).map((one) => one.id)).toEqual([waiting, other]);
      });
    });

    describe('what time makes of a ticket', () => {
      const owed = (kind: 'reminded' | 'escalated' | 'apologised', dueAt = 5_000): Lapse => ({
        kind,
        at: 9_000,
        dueAt,
      });

      it('is written once, however many processes see it', async () => {
        const id = await aTicket();
        for (const kind of ['reminded', 'escalated', 'apologised'] as const) {
          const words = kind === 'apologised' ? 'Xin lỗi anh/chị.' : null;
          const results = await Promise.all([1, 2, 3].map(() => stores.records.lapse(id, owed(kind), words)));
          expect(results.filter(({ ok }) => ok)).toHaveLength(1);
          expect(await stores.records.lapse(id, owed(kind), words)).toEqual(STALE);
        }
        expect(await ticket(id)).toMatchObject({
          remindedAt: 9_000,
          escalatedAt: 9_000,
          apologisedAt: 9_000,
          state: 'new',
        });
        expect(await unsent()).toEqual(['Xin lỗi anh/chị.']);
        expect(await standing()).toMatchObject({ owner: 'queue' });
      });

      it('is not written when the reply came meanwhile, or another is owed', async () => {
        const id = await aTicket();
        expect(await stores.records.lapse(id, owed('escalated', 4_999), null)).toEqual(STALE);
        await reply(id, 3_000);
        expect(await stores.records.lapse(id, owed('escalated'), null)).toEqual(STALE);
        expect(await stores.records.lapse('nope', owed('escalated'), null)).toEqual({ ok: false, reason: 'not-found' });
      });

      it('says nothing over staff', async () => {
        const id = await aTicket();
        await stores.records.claim(id, 'lan', 3_000);
        expect(await stores.records.lapse(id, owed('apologised'), 'Xin lỗi.')).toEqual(STALE);
        expect((await stores.records.lapse(id, owed('escalated'), 'Xin lỗi.')).ok).toBe(true);
        expect(await unsent()).toEqual([]);
      });

      it('counts anew for what the citizen writes back', async () => {
        const id = await aTicket();
        await stores.records.lapse(id, owed('escalated'), null);
        await reply(id, 9_500, true);
        await says('Lớp 3 ạ', 10_000, { answerDueAt: 20_000 });
        expect(await ticket(id)).toMatchObject({ escalatedAt: null });
        expect((await stores.records.lapse(id, { ...owed('escalated', 20_000), at: 20_001 }, null)).ok).toBe(true);
      });

      it('gives a citizen whom nobody took back to the bot, and keeps the ticket as a task', async () => {
        const id = await aTicket();
        const lapse = { kind: 'unattended', at: 9_000, queuedAt: 2_000 } as const;
        expect((await stores.records.lapse(id, lapse, 'Chưa có cán bộ nhận ạ.')).ok).toBe(true);
        expect(await stores.records.lapse(id, lapse, 'Chưa có cán bộ nhận ạ.')).toEqual(STALE);
        expect(await standing()).toMatchObject({ owner: 'bot', epoch: 1, ticketId: id });
        expect(await ticket(id)).toMatchObject({ state: 'new', unattendedAt: 9_000 });
        expect(await stores.records.tickets('open', '', 10)).toHaveLength(1);
        expect(await stores.records.placeInLine(id)).toBeNull();
        expect(await unsent()).toEqual(['Chưa có cán bộ nhận ạ.']);
      });

      it('lets who asks again stand in line again with the same ticket and a new promise', async () => {
        const id = await aTicket();
        await stores.records.lapse(id, { kind: 'unattended', at: 9_000, queuedAt: 2_000 }, null);
        const again = {
          kind: 'open',
          topic: 'human_request',
          priority: 'normal',
          question: 'alo',
          dueAt: 30_000,
        } as const;
        expect(await aTicket({ at: 12_000, ticket: again })).toBe(id);
        expect(await ticket(id)).toMatchObject({ unattendedAt: null, queuedAt: 12_000, dueAt: 30_000 });
        expect(await stores.records.placeInLine(id)).toBe(1);
      });

      it.each(['child_safety', 'complaint_denunciation'] as const)('never puts %s aside nor ends it', async (topic) => {
        const id = await aTicket({ ticket: { kind: 'open', topic, priority: 'high', question: 'x' } });
        expect(await stores.records.lapse(id, { kind: 'unattended', at: 9_000, queuedAt: 2_000 }, 'x')).toEqual(STALE);
        await reply(id, 3_000);
        expect(await stores.records.lapse(id, { kind: 'quiet', at: 99_000, lastStaffAt: 3_000 }, 'x')).toEqual(STALE);
        expect(await standing()).toMatchObject({ owner: 'staff' });
      });

      it('ends what the citizen left unanswered: announced, closed as quiet, and back to the bot', async () => {
        const id = await aTicket();
        await reply(id, 3_000, true);
        const quiet = { kind: 'quiet', at: 90_000, lastStaffAt: 3_000 } as const;
        expect((await stores.records.lapse(id, quiet, 'Em khép lại ạ.')).ok).toBe(true);
        expect(await standing()).toMatchObject({ owner: 'bot', epoch: 2, ticketId: null });
        expect(await ticket(id)).toMatchObject({
          state: 'closed',
          closedAs: 'quiet',
          closedAt: 90_000,
          assignee: 'lan',
        });
        expect(await unsent()).toEqual(['Cháu lớp mấy ạ?', `Em khép lại ạ.\n\n${CLOSING_QUESTION}`]);
        expect(await stores.records.countTickets()).toEqual({ new: 0, claimed: 0, waiting: 0, closed: 1 });
        expect(await stores.records.tickets('mine', 'lan', 10)).toEqual([]);
      });

      it('ends nothing when somebody wrote since', async () => {
        const id = await aTicket();
        await reply(id, 3_000);
        await reply(id, 4_000);
        const quiet = { kind: 'quiet', at: 90_000, lastStaffAt: 3_000 } as const;
        expect(await stores.records.lapse(id, quiet, 'x')).toEqual(STALE);
        await says('Vâng', 5_000);
        expect(await stores.records.lapse(id, { ...quiet, lastStaffAt: 4_000 }, 'x')).toEqual(STALE);
        expect(await standing()).toMatchObject({ owner: 'staff', epoch: 1 });
      });
    });

    describe('a citizen who calls it off', () => {
      it('ends the ticket and hears so, in words that belong to the period that ends', async () => {
        const id = await aTicket();
        const result = await says('thôi không cần nữa', 3_000, {
          cancels: true,
          owner: 'bot',
          ledger: aLedgerEntry(),
          outgoing: [outgoing('Đã hủy ạ.')],
        });
        expect(result).toMatchObject({ ok: true, ticket: { id, state: 'closed', closedAs: 'cancelled' } });
        expect(await standing()).toMatchObject({ owner: 'bot', epoch: 2, ticketId: null, lastInboundAt: 3_000 });
        expect((await stores.records.transcript(AN, 0, 10)).map(({ text, epoch }) => [text, epoch])).toEqual([
          ['thôi không cần nữa', 1],
          ['Đã hủy ạ.', 1],
        ]);
        expect(await stores.records.placeInLine(id)).toBeNull();
      });

      it('is erased with it where an erasure waited for its end', async () => {
        const id = await aTicket();
        const order = { when: 'after-closing', code: 'XOA-1', requestedBy: 'citizen' } as const;
        await stores.records.commit(aTurn({ owner: 'queue', at: 2_500, erasure: order }));
        await says('thôi', 3_000, { cancels: true, owner: 'bot', outgoing: [outgoing('Đã hủy ạ.')] });
        expect(await standing()).toBeNull();
        expect(await stores.records.transcript(AN, 0, 10)).toEqual([]);
        expect(await ticket(id)).toMatchObject({ state: 'closed', question: expect.stringMatching(/xóa/) });
      });
    });

    describe('what a citizen says of how a matter was dealt with', () => {
      const UP = { rating: 'up', reason: null } as const;
      const DOWN = { rating: 'down', reason: null } as const;
      const ASKED = { kind: 'open', topic: 'human_request', priority: 'normal', question: 'Gặp cán bộ' } as const;
      const rate = (ticketId: string, closedAt: number, given: Pick<ReadTicketRating, 'rating' | 'reason'>, of = AN) =>
        stores.records.commit(aTurn({ conversationId: of, at: 5_000, ticketRating: { ticketId, closedAt, ...given } }));
      async function closed(at = 4_000, fields: Partial<TurnCommit> = {}): Promise<string> {
        const id = await aTicket(fields);
        await stores.records.close(id, { staffName: 'lan', note: '', farewell: 'Chào ạ.', at });
        return id;
      }
      const buttons = async () => (await stores.records.transcript(AN, 0, 50)).at(-1)?.quickReplies ?? [];

      it('is asked with the words that end it, and may be answered in the period that follows until more is said', async () => {
        const id = await closed();
        expect(await buttons()).toEqual(closingButtons({ ticketId: id, closedAt: 4_000 }));
        const [line] = await stores.records.context(AN, 8);
        expect(line).toMatchObject({ author: 'us', quickReplies: await buttons() });
        await says('Còn lớp 2?', 4_500, { owner: 'bot' });
        expect(await stores.records.context(AN, 8)).toMatchObject([{ author: 'citizen', text: 'Còn lớp 2?' }]);
      });

      it('counts once, the first word of it, and one reason after a bad one', async () => {
        const [id, other] = [await closed(), await closed(4_000, { conversationId: 'web:web:binh' })];
        await rate(id, 4_000, DOWN);
        await rate(id, 4_000, UP);
        expect((await ticket(id))?.rating).toEqual({ ...DOWN, at: 5_000 });
        await rate(id, 4_000, { rating: 'down', reason: 'slow' });
        await rate(id, 4_000, { rating: 'down', reason: 'unclear' });
        expect((await ticket(id))?.rating).toEqual({ rating: 'down', reason: 'slow', at: 5_000 });
        await rate(other, 4_000, UP, 'web:web:binh');
        await rate(other, 4_000, { rating: 'down', reason: 'slow' }, 'web:web:binh');
        expect((await ticket(other))?.rating).toEqual({ ...UP, at: 5_000 });
      });

      it('counts for nothing from somebody else, while it is open, and for an ending that is not the last', async () => {
        const id = await closed();
        await rate(id, 4_000, UP, 'web:web:binh');
        expect((await ticket(id))?.rating).toBeNull();
        await rate(id, 4_000, DOWN);
        await aTicket({ at: 6_000, ticket: ASKED, reopenSince: 0 });
        expect((await ticket(id))?.rating).toBeNull();
        await rate(id, 4_000, UP);
        await stores.records.close(id, { staffName: 'lan', note: '', farewell: 'Chào ạ.', at: 7_000 });
        await rate(id, 4_000, UP);
        expect((await ticket(id))?.rating).toBeNull();
        await rate(id, 7_000, UP);
        expect((await ticket(id))?.rating).toEqual({ ...UP, at: 5_000 });
        await rate('nope', 4_000, UP);
      });

      it.each([
        ['a child in danger', { ...ASKED, topic: 'child_safety', priority: 'urgent' }],
        ['any other urgent matter', { ...ASKED, priority: 'urgent' }],
        ['the press', { ...ASKED, topic: 'press', priority: 'high' }],
      ] as const)('is neither asked nor counted for %s', async (_what, change) => {
        const id = await closed(4_000, { ticket: change });
        expect(await buttons()).toEqual([]);
        expect((await unsent()).at(-1)).toBe('Chào ạ.');
        await rate(id, 4_000, UP);
        expect((await ticket(id))?.rating).toBeNull();
      });

      it('stays as a figure when everything of the citizen is erased', async () => {
        const id = await closed();
        await rate(id, 4_000, UP);
        const order = { when: 'now', code: 'XOA-1', requestedBy: 'citizen' } as const;
        await stores.records.commit(aTurn({ at: 6_000, erasure: order }));
        expect(await ticket(id)).toMatchObject({ rating: UP, conversationId: expect.stringMatching(/^erased:/) });
      });
    });

    describe('a matter that comes back', () => {
      const again = {
        kind: 'open',
        topic: 'human_request',
        priority: 'high',
        question: 'vẫn vướng ạ',
        dueAt: 99_000,
      } as const;
      async function aClosedTicket(fields: Partial<TurnCommit> = {}): Promise<string> {
        const id = await aTicket(fields);
        await reply(id, 3_000);
        await stores.records.close(id, { staffName: 'lan', note: 'xong', farewell: 'Chào ạ.', at: 4_000 });
        return id;
      }

      it('opens the closed ticket again, as new and with a clock of its own, in the present period', async () => {
        const id = await aClosedTicket();
        expect(await aTicket({ at: 50_000, ticket: again, reopenSince: 4_000 })).toBe(id);
        expect(await ticket(id)).toMatchObject({
          number: 1,
          state: 'new',
          epoch: 2,
          reopened: 1,
          question: 'vẫn vướng ạ',
          openedAt: 2_000,
          queuedAt: 50_000,
          dueAt: 99_000,
          repliedAt: null,
          assignee: null,
          closedAt: null,
          closedAs: null,
        });
        expect(await standing()).toMatchObject({ owner: 'queue', ticketId: id });
        expect(await stores.records.countTickets()).toEqual({ new: 1, claimed: 0, waiting: 0, closed: 0 });
        expect(await stores.records.placeInLine(id)).toBe(1);
      });

      it('can be closed again, with words of parting again', async () => {
        const id = await aClosedTicket();
        await aTicket({ at: 50_000, ticket: again, reopenSince: 4_000 });
        const closing = { staffName: 'minh', note: '', farewell: 'Chào lần nữa ạ.', at: 60_000 };
        expect(await stores.records.close(id, closing)).toEqual({ ok: true });
        expect((await unsent()).at(-1)).toBe(`Chào lần nữa ạ.\n\n${CLOSING_QUESTION}`);
        expect(await standing()).toMatchObject({ owner: 'bot', epoch: 3 });
      });

      it('is a new one when it was closed too long ago, is about something else, or may not come back', async () => {
        const press = { ...again, topic: 'press' } as const;
        for (const [index, fields] of [
          { ticket: again, reopenSince: 4_001 },
          { ticket: press, reopenSince: 0 },
          { ticket: again },
        ].entries()) {
          const conversationId = `web:web:${index}`;
          const id = await aClosedTicket({ conversationId });
          expect(await aTicket({ conversationId, at: 50_000, ...fields })).not.toBe(id);
          expect(await ticket(id)).toMatchObject({ state: 'closed' });
        }
      });

      it('wakes the duty officer again for a child in danger', async () => {
        const danger = { kind: 'open', topic: 'child_safety', priority: 'urgent', question: 'em sợ' } as const;
        const id = await aClosedTicket({ ticket: danger });
        expect(await aTicket({ at: 50_000, ticket: danger, reopenSince: 0 })).toBe(id);
        expect((await stores.records.unalarmed(10)).map((one) => one.id)).toEqual([id]);
      });
    });

    describe('an answer that waits for a yes', () => {
      const proposal = {
        text: 'Dạ, tối đa 35.000 đồng.',
        quickReplies: [{ title: 'Gặp cán bộ', payload: 'handover' }],
        citations: [],
        askedAt: 1_500,
        sendsAt: 9_000,
      } as const;
      const held = () =>
        aTicket({
          ticket: { kind: 'open', topic: null, priority: 'normal', question: 'Tiền ăn?', dueAt: 50_000, proposal },
        });
      const approve = (id: string, by: string | null, at = 9_000, askedAt = 1_500) =>
        stores.records.lapse(id, { kind: 'approved', at, askedAt, by }, null);

      it('is sent as it stands and ends the matter, once', async () => {
        const id = await held();
        expect(await ticket(id)).toMatchObject({ proposal });
        expect((await approve(id, 'lan')).ok).toBe(true);
        expect((await approve(id, 'lan')).ok).toBe(false);
        const said = (await stores.records.transcript(AN, 0, 50)).filter(({ delivery }) => delivery !== null);
        expect(said).toMatchObject([{ author: 'bot', text: proposal.text, quickReplies: proposal.quickReplies }]);
        expect(await ticket(id)).toMatchObject({
          state: 'closed',
          outcome: 'answered',
          assignee: 'lan',
          proposal: null,
        });
        expect(await standing()).toMatchObject({ owner: 'bot', ticketId: null });
      });

      it('is sent when its time is over, unless a person took the matter', async () => {
        const first = await held();
        expect((await approve(first, null)).ok).toBe(true);
        const second = await held();
        await stores.records.claim(second, 'lan', 3_000);
        expect(await approve(second, null)).toEqual(STALE);
        expect(await unsent()).toEqual([proposal.text]);
      });

      it('is sent by who holds the matter, though a person speaks, and leaves open what was asked meanwhile', async () => {
        const id = await held();
        await stores.records.claim(id, 'lan', 3_000);
        await says('Còn lớp 6 thì sao ạ?', 4_000);
        expect(await approve(id, 'minh')).toEqual({ ok: false, reason: 'taken' });
        expect((await approve(id, 'lan')).ok).toBe(true);
        expect(await ticket(id)).toMatchObject({ state: 'claimed', proposal: null, repliedAt: null });
        expect(await unsent()).toEqual([proposal.text]);
      });

      it('goes when staff write themselves, when they drop it, and when danger shows', async () => {
        const answered = await held();
        await reply(answered, 3_000);
        expect(await ticket(answered)).toMatchObject({ proposal: null });
        await stores.records.close(answered, { staffName: 'lan', note: '', farewell: null, at: 3_500 });
        const dropped = await held();
        expect(
          (await stores.records.lapse(dropped, { kind: 'dropped', at: 4_000, askedAt: 1_500, by: 'lan' }, null)).ok,
        ).toBe(true);
        expect(await ticket(dropped)).toMatchObject({ state: 'new', proposal: null });
        expect(await approve(dropped, 'lan')).toEqual(STALE);
        await stores.records.close(dropped, { staffName: 'lan', note: '', farewell: null, at: 4_500 });
        const endangered = await held();
        await says('có người đánh con em', 5_000, {
          owner: 'queue',
          ticket: { kind: 'open', topic: 'child_safety', priority: 'urgent', question: 'có người đánh con em' },
        });
        expect(await ticket(endangered)).toMatchObject({ topic: 'child_safety', proposal: null });
        expect(await unsent()).toEqual(['Cháu lớp mấy ạ?']);
      });
    });

    describe('a ticket that is passed on', () => {
      const pass = (id: string, fields: Partial<Parameters<StateEngine['records']['transfer']>[1]> = {}) =>
        stores.records.transfer(id, {
          staffName: 'lan',
          inCharge: false,
          to: 'person:minh',
          assignee: 'minh',
          note: 'Nhờ anh xem giúp',
          at: 5_000,
          ...fields,
        });

      it('to a person is theirs: who held it no longer does', async () => {
        const id = await aTicket();
        await stores.records.claim(id, 'lan', 3_000);
        expect(await pass(id)).toMatchObject({ ok: true, ticket: { assignee: 'minh', state: 'claimed' } });
        expect(await ticket(id)).toMatchObject({ routedTo: 'person:minh', transferNote: 'Nhờ anh xem giúp' });
        expect(await stores.records.tickets('mine', 'lan', 10)).toEqual([]);
        expect(await stores.records.tickets('mine', 'minh', 10)).toHaveLength(1);
        expect(await reply(id, 6_000)).toEqual({ ok: false, reason: 'taken' });
        expect(await standing()).toMatchObject({ owner: 'staff' });
      });

      it('to a group stands in line again until one of them takes it', async () => {
        const id = await aTicket();
        await stores.records.claim(id, 'lan', 3_000);
        expect((await pass(id, { to: 'role:spokesperson', assignee: null })).ok).toBe(true);
        expect(await ticket(id)).toMatchObject({ state: 'new', assignee: null, queuedAt: 5_000 });
        expect(await standing()).toMatchObject({ owner: 'queue' });
        expect(await stores.records.placeInLine(id)).toBe(1);
        expect((await stores.records.claim(id, 'minh', 6_000)).ok).toBe(true);
      });

      it('is not passed on by one who does not hold it, unless they are in charge', async () => {
        const id = await aTicket();
        await stores.records.claim(id, 'hoa', 3_000);
        expect(await pass(id)).toEqual({ ok: false, reason: 'taken' });
        expect((await pass(id, { inCharge: true })).ok).toBe(true);
      });

      it('leaves a citizen with the bot whom nobody answered for', async () => {
        const id = await aTicket({ owner: 'bot' });
        await pass(id, { to: 'group:Trường A', assignee: null });
        expect(await standing()).toMatchObject({ owner: 'bot' });
      });

      it('by a rule goes to a group or a person once, and never away from somebody', async () => {
        const id = await aTicket();
        const routed = { kind: 'routed', at: 3_000, to: 'role:agent', assignee: 'minh' } as const;
        expect((await stores.records.lapse(id, routed, null)).ok).toBe(true);
        expect(await stores.records.lapse(id, { ...routed, assignee: 'hoa' }, null)).toEqual(STALE);
        expect(await ticket(id)).toMatchObject({ state: 'new', assignee: 'minh', routedTo: 'role:agent' });
        expect(await standing()).toMatchObject({ owner: 'queue' });
        expect(await stores.records.tickets('mine', 'minh', 10)).toHaveLength(1);
        expect(await stores.records.claim(id, 'hoa', 4_000)).toEqual({ ok: false, reason: 'taken' });
        expect((await stores.records.claim(id, 'minh', 4_000)).ok).toBe(true);
      });
    });
  });
}
