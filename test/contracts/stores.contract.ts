import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { EngineOptions, StateEngine } from '../../adapters/stores/engine.ts';
import { anArrival } from '../builders/arrivals.ts';
import { aTrace } from '../builders/recorded-turns.ts';
import { aLedgerEntry, aTurn, outgoing } from '../builders/turns.ts';
import { deskContract } from './desk.contract.ts';
import { staffContract } from './staff.contract.ts';

const AN = 'web:web:an';
/** Longer than a test that must not lose a claim, short enough to wait for. */
const LEASE_MS = 400;
const NOBODY = { conversationId: AN, fence: -1 };

function failOnFault(error: unknown): void {
  throw error;
}

/** What every engine must keep to. */
export function storesContract(name: string, open: (options: EngineOptions) => Promise<StateEngine>): void {
  describe(`stores contract: ${name}`, () => {
    let stores: StateEngine;
    beforeEach(async () => {
      stores = await open({ onFault: failOnFault, mailLeaseMs: LEASE_MS });
    });
    afterEach(() => stores.close());

    const put = (...arrivals: ReturnType<typeof anArrival>[]) => stores.inbox.put(arrivals, 1_000);
    const waitingIds = async (conversation = AN) => (await stores.inbox.waiting(conversation)).map((item) => item.id);
    async function aTicket(fields: Partial<Parameters<typeof aTurn>[0]> = {}): Promise<string> {
      const result = await stores.records.commit(
        aTurn({
          ticket: { kind: 'open', topic: 'human_request', priority: 'normal', question: 'Gặp cán bộ' },
          owner: 'queue',
          lastInboundAt: 1_500,
          ...fields,
        }),
      );
      if (!result.ok || result.ticket === null) throw new Error('no ticket');
      return result.ticket.id;
    }

    describe('ledger', () => {
      it('tells a turn with what its answer was made of, and the last turns first', async () => {
        const first = aLedgerEntry({ turnId: 'one', trace: aTrace('chữ') });
        await stores.records.commit(aTurn({ at: 1_000, ledger: first }));
        await stores.records.commit(aTurn({ at: 2_000, ledger: aLedgerEntry({ turnId: 'two' }) }));
        expect(await stores.ledger.turn('one')).toEqual({
          turnId: 'one',
          conversationId: AN,
          at: 1_000,
          outcome: 'answered',
          decidedBy: 'test',
          question: 'Học phí?',
          reply: 'Dạ, miễn học phí ạ.',
          trace: aTrace('chữ'),
        });
        expect((await stores.ledger.latest(2)).map(({ turnId }) => turnId)).toEqual(['two', 'one']);
        expect((await stores.ledger.latest(1)).map(({ trace }) => trace)).toEqual([null]);
        expect(await stores.ledger.turn('three')).toBeNull();
      });
    });

    describe('inbox', () => {
      it('stores an event once, however often it is delivered', async () => {
        expect(await put(anArrival({ key: 'a' }))).toEqual({ stored: 1, duplicates: 0 });
        expect(await put(anArrival({ key: 'a' }), anArrival({ key: 'b' }))).toEqual({ stored: 1, duplicates: 1 });
        expect(await waitingIds()).toHaveLength(2);
      });

      it('stores concurrent deliveries of one event once', async () => {
        const results = await Promise.all(Array.from({ length: 20 }, () => put(anArrival({ key: 'same' }))));
        expect(results.reduce((sum, result) => sum + result.stored, 0)).toBe(1);
        expect(await waitingIds()).toHaveLength(1);
      });

      it('gives mail in the order the citizen sent it, not the order it came in', async () => {
        await put(anArrival({ key: 'late', at: 900, text: 'hai' }));
        await put(anArrival({ key: 'early', at: 800, text: 'một' }));
        const items = await stores.inbox.waiting(AN);
        expect(items.map((item) => item.activity.text)).toEqual(['một', 'hai']);
      });

      /** Who is due at a time; every claim is given back at once. */
      async function due(now: number, quietMs: number, limit = 10): Promise<readonly string[]> {
        const claims = await stores.inbox.claim(now, quietMs, limit);
        for (const claim of claims) await stores.inbox.release(claim);
        return claims.map((claim) => claim.conversationId);
      }

      it('holds a citizen back until they have been quiet, but not for ever', async () => {
        await stores.inbox.put([anArrival({ key: 'a' })], 1_000);
        expect(await due(1_400, 500)).toEqual([]);
        expect(await due(1_500, 500)).toEqual([AN]);
        await stores.inbox.put([anArrival({ key: 'b' })], 2_400);
        expect(await due(2_450, 500)).toEqual([]);
        expect(await due(2_500, 500)).toEqual([AN]);
      });

      it('finds every due citizen however long the line of one is, oldest mail first', async () => {
        const flood = Array.from({ length: 600 }, (_, index) => anArrival({ key: `flood-${index}`, at: index }));
        await stores.inbox.put(flood, 1_000);
        await stores.inbox.put([anArrival({ key: 'b', citizen: 'binh' })], 1_001);
        await stores.inbox.put([anArrival({ key: 'c', citizen: 'chi' })], 1_002);
        await stores.inbox.put([anArrival({ key: 'd', citizen: 'dung' })], 1_900);
        expect(await due(2_002, 500)).toEqual([AN, 'web:web:binh', 'web:web:chi']);
        expect(await due(2_002, 500, 2)).toEqual([AN, 'web:web:binh']);
      });

      it('puts postponed mail aside until its time and counts the attempts', async () => {
        await put(anArrival({ key: 'a' }));
        const [claim] = await stores.inbox.claim(2_000, 0, 1);
        await stores.inbox.postpone(await waitingIds(), 5_000);
        if (claim !== undefined) await stores.inbox.release(claim);
        expect(await due(4_999, 0)).toEqual([]);
        expect(await due(5_000, 0)).toEqual([AN]);
        expect((await stores.inbox.waiting(AN))[0]?.attempts).toBe(1);
      });

      it('gives mail to work on although the clock was set back since it came', async () => {
        await stores.inbox.put([anArrival({ key: 'a' })], 9_000_000);
        expect(await due(1_000, 500)).toEqual([AN]);
      });

      it('gives the mail of one citizen to one worker at a time', async () => {
        await put(anArrival({ key: 'a' }));
        const claims = await Promise.all([1, 2, 3].map(() => stores.inbox.claim(2_000, 0, 10)));
        expect(claims.flat()).toHaveLength(1);
        await put(anArrival({ key: 'b', at: 2_000 }));
        expect(await stores.inbox.claim(2_100, 0, 10)).toEqual([]);
        for (const claim of claims.flat()) await stores.inbox.release(claim);
        expect(await stores.inbox.claim(2_100, 0, 10)).toHaveLength(1);
      });

      it('lets another worker take over the mail of a dead one, whose late commit is refused', async () => {
        await put(anArrival({ key: 'a' }));
        const [dead] = await stores.inbox.claim(2_000, 0, 1);
        const itemIds = await waitingIds();
        expect(await stores.inbox.claim(2_000, 0, 1)).toEqual([]);
        await wait(LEASE_MS + 50);
        const [heir] = await stores.inbox.claim(2_000 + LEASE_MS + 50, 0, 1);
        expect(heir?.fence).toBeGreaterThan(dead?.fence ?? Number.NaN);
        expect(await stores.inbox.renew(dead ?? NOBODY, 2_500)).toBe(false);
        expect((await stores.records.commit(aTurn({ itemIds, fence: dead?.fence ?? 0 }))).ok).toBe(false);
        await stores.inbox.release(dead ?? NOBODY);
        expect((await stores.records.commit(aTurn({ itemIds, fence: heir?.fence ?? 0 }))).ok).toBe(true);
      });

      it('keeps a claim that is renewed', async () => {
        await put(anArrival({ key: 'a' }));
        const [claim] = await stores.inbox.claim(2_000, 0, 1);
        for (const part of [0.4, 0.8, 1.2]) {
          await wait(0.4 * LEASE_MS);
          expect(await stores.inbox.renew(claim ?? NOBODY, 2_000 + part * LEASE_MS)).toBe(true);
        }
        expect(await stores.inbox.claim(2_000 + 1.3 * LEASE_MS, 0, 1)).toEqual([]);
      });

      it('knows whose oldest mail has waited since a time, oldest first', async () => {
        await stores.inbox.put([anArrival({ key: 'b', citizen: 'binh' })], 900);
        await stores.inbox.put([anArrival({ key: 'a' })], 1_000);
        await stores.inbox.put([anArrival({ key: 'a2' })], 5_000);
        await stores.inbox.put([anArrival({ key: 'c', citizen: 'chi' })], 1_001);
        expect(await stores.inbox.late(1_000, 10)).toEqual(['web:web:binh', AN]);
        expect(await stores.inbox.late(1_000, 1)).toEqual(['web:web:binh']);
        await stores.records.commit(aTurn({ itemIds: (await waitingIds()).slice(0, 1) }));
        expect(await stores.inbox.late(1_000, 10)).toEqual(['web:web:binh']);
      });

      it('lets parked mail no longer block the line, and counts it', async () => {
        await put(anArrival({ key: 'bad', at: 1 }), anArrival({ key: 'good', at: 2 }));
        const [first] = await waitingIds();
        await stores.inbox.park(first === undefined ? [] : [first]);
        expect(await waitingIds()).toHaveLength(1);
        expect(await stores.inbox.depth(3_000)).toEqual({ waiting: 1, parked: 1, oldestMs: 2_000 });
      });
    });

    describe('turn records', () => {
      it('commits mail, transcript, owner and reply together', async () => {
        await put(anArrival({ key: 'a' }));
        const itemIds = await waitingIds();
        const result = await stores.records.commit(
          aTurn({
            itemIds,
            heard: [{ author: 'citizen', text: 'Học phí?', at: 1_000 }],
            lastInboundAt: 1_000,
            ledger: aLedgerEntry(),
            disclosed: true,
            outgoing: [outgoing('Dạ, miễn học phí ạ.')],
          }),
        );
        expect(result).toEqual({ ok: true, ticket: null });
        expect(await waitingIds()).toEqual([]);
        const lines = await stores.records.transcript(AN, 0, 10);
        expect(lines.map((line) => [line.author, line.text, line.delivery])).toEqual([
          ['citizen', 'Học phí?', null],
          ['bot', 'Dạ, miễn học phí ạ.', 'pending'],
        ]);
        expect(await stores.records.conversation(AN)).toMatchObject({
          owner: 'bot',
          epoch: 1,
          disclosedAt: 2_000,
          lastInboundAt: 1_000,
        });
      });

      it('refuses to answer the same mail twice, and writes nothing then', async () => {
        await put(anArrival({ key: 'a' }));
        const itemIds = await waitingIds();
        const turn = aTurn({ itemIds, ledger: aLedgerEntry(), outgoing: [outgoing('một')] });
        expect((await stores.records.commit(turn)).ok).toBe(true);
        const again = { ...turn, ledger: aLedgerEntry({ turnId: 'turn-2' }), outgoing: [outgoing('hai')] };
        expect(await stores.records.commit(again)).toEqual({ ok: false, reason: 'stale' });
        expect((await stores.records.transcript(AN, 0, 10)).map((line) => line.text)).toEqual(['một']);
      });

      it('refuses a turn that would overtake older mail', async () => {
        await put(anArrival({ key: 'b', at: 2 }));
        const itemIds = await waitingIds();
        await put(anArrival({ key: 'a', at: 1 }));
        expect(await stores.records.commit(aTurn({ itemIds }))).toEqual({ ok: false, reason: 'stale' });
      });

      it('shows the transcript after a line, and the last lines when there are more', async () => {
        for (const text of ['một', 'hai', 'ba']) {
          await stores.records.commit(aTurn({ heard: [{ author: 'citizen', text, at: 1 }] }));
        }
        const last = await stores.records.transcript(AN, 0, 2);
        expect(last.map((line) => line.text)).toEqual(['hai', 'ba']);
        expect((await stores.records.transcript(AN, last[0]?.id ?? 0, 10)).map((line) => line.text)).toEqual(['ba']);
      });

      it('finds a line by the key it was heard with, and changes its words', async () => {
        await stores.records.commit(aTurn({ heard: [{ author: 'citizen', text: 'cũ', at: 1, key: 'k1' }] }));
        expect(await stores.records.heardLine(AN, 'k1')).toEqual({ text: 'cũ', at: 1, revisedAt: null });
        await stores.records.commit(aTurn({ revisions: [{ key: 'k1', text: 'mới', at: 5 }] }));
        expect(await stores.records.heardLine(AN, 'k1')).toEqual({ text: 'mới', at: 1, revisedAt: 5 });
        expect((await stores.records.transcript(AN, 0, 10)).map((line) => line.text)).toEqual(['mới']);
        expect(await stores.records.heardLine('web:web:khac', 'k1')).toBeNull();
      });

      it('keeps one open ticket a conversation and only ever raises its priority', async () => {
        const id = await aTicket();
        const again = await aTicket({
          ticket: { kind: 'open', topic: 'child_safety', priority: 'urgent', question: 'em sợ' },
        });
        await aTicket({ ticket: { kind: 'open', topic: null, priority: 'normal', question: 'alo' } });
        expect(again).toBe(id);
        expect(await stores.records.ticket(id)).toMatchObject({
          priority: 'urgent',
          topic: 'child_safety',
          state: 'new',
        });
        expect(await stores.records.tickets('open', 'lan', 10)).toHaveLength(1);
      });

      it('lists urgent tickets first', async () => {
        await aTicket();
        await aTicket({
          conversationId: 'web:web:binh',
          ticket: { kind: 'open', topic: 'child_safety', priority: 'urgent', question: 'cứu' },
        });
        expect((await stores.records.tickets('open', 'lan', 10)).map((ticket) => ticket.priority)).toEqual([
          'urgent',
          'normal',
        ]);
      });

      it('lists within one urgency what is due sooner first, and what staff have answered last', async () => {
        const open = (citizen: string, dueAt?: number) =>
          aTicket({
            conversationId: `web:web:${citizen}`,
            ticket: {
              kind: 'open',
              topic: 'human_request',
              priority: 'normal',
              question: citizen,
              ...(dueAt === undefined ? {} : { dueAt }),
            },
          });
        const answered = await open('an', 3_000);
        await open('binh', 9_000);
        await open('chi', 5_000);
        await stores.records.reply(answered, {
          staffName: 'lan',
          authorName: 'lan',
          text: 'Chào anh/chị.',
          replyKey: 'r1',
          at: 2_500,
        });
        const list = await stores.records.tickets('open', 'lan', 10);
        expect(list.map((ticket) => ticket.question)).toEqual(['chi', 'binh', 'an']);
        expect(list.map((ticket) => ticket.dueAt)).toEqual([5_000, 9_000, 3_000]);
        expect(await stores.records.ticket(answered)).toMatchObject({ repliedAt: 2_500 });
      });

      it('tells the place in line of those whom nobody has taken, and of nobody else', async () => {
        const ids: string[] = [];
        for (const citizen of ['an', 'binh', 'chi']) {
          const question = citizen;
          ids.push(
            await aTicket({
              conversationId: `web:web:${citizen}`,
              at: 2_000 + ids.length,
              ticket: { kind: 'open', topic: 'human_request', priority: 'normal', question },
            }),
          );
        }
        // What the bot only noted for staff keeps nobody waiting.
        await aTicket({ conversationId: 'web:web:dung', at: 1_000, owner: 'bot' });
        const places = () => Promise.all(ids.map((id) => stores.records.placeInLine(id)));
        expect(await places()).toEqual([1, 2, 3]);
        await stores.records.claim(ids[0] ?? '', 'lan', 3_000);
        expect(await places()).toEqual([null, 1, 2]);
        await stores.records.close(ids[1] ?? '', { staffName: 'lan', note: '', farewell: null, at: 4_000 });
        expect(await places()).toEqual([null, null, 1]);
        expect(await stores.records.placeInLine('nope')).toBeNull();
      });

      describe('of a child in danger', () => {
        const MINUTE = 60_000;
        const danger = (at: number) =>
          aTicket({ at, ticket: { kind: 'open', topic: 'child_safety', priority: 'urgent', question: 'em sợ' } });
        const unalarmed = async () => (await stores.records.unalarmed(10)).map((ticket) => ticket.id);

        it('is to be told to the duty officer until that is noted, other matters are not', async () => {
          await aTicket({ conversationId: 'web:web:binh' });
          const id = await danger(2_000);
          expect(await unalarmed()).toEqual([id]);
          await stores.records.alarmed(id, 3_000);
          expect(await unalarmed()).toEqual([]);
          expect(await stores.records.ticket(id)).toMatchObject({ alarmedAt: 3_000, state: 'new' });
        });

        it('is to be told again for a danger some time after the last alarm, not for the next words of the same', async () => {
          const id = await danger(2_000);
          await stores.records.alarmed(id, 3_000);
          await danger(3_000 + 14 * MINUTE);
          expect(await unalarmed()).toEqual([]);
          await danger(3_000 + 16 * MINUTE);
          expect(await unalarmed()).toEqual([id]);
        });

        it('is to be told although an urgent matter of another kind was open', async () => {
          const ticket = { kind: 'open', topic: 'rumour', priority: 'urgent', question: 'tin đồn' } as const;
          const id = await aTicket({ ticket });
          await danger(3_000);
          expect(await unalarmed()).toEqual([id]);
        });

        it('is not told any more when it is closed', async () => {
          const id = await danger(2_000);
          await stores.records.close(id, { staffName: 'lan', note: '', farewell: null, at: 4_000 });
          expect(await unalarmed()).toEqual([]);
        });

        it('waits for a reply again, whatever staff wrote before', async () => {
          const id = await aTicket();
          const words = { staffName: 'lan', authorName: 'lan', text: 'Chào.', replyKey: 'r1', at: 2_500 };
          await stores.records.reply(id, words);
          await danger(90_000);
          expect(await stores.records.ticket(id)).toMatchObject({ repliedAt: null, topic: 'child_safety' });
        });
      });

      describe('words beside the turns', () => {
        const notice = async (fields: Partial<Parameters<StateEngine['records']['notify']>[0]> = {}) =>
          stores.records.notify({
            kind: 'busy',
            conversationId: AN,
            channel: 'web',
            reference: {},
            itemId: (await waitingIds())[0] ?? -1,
            lastInboundAt: 1_000,
            text: 'Xin chờ ạ.',
            at: 40_000,
            everyMs: 10_000,
            ...fields,
          });

        it('leave the mail where it is, and are not repeated too soon', async () => {
          await put(anArrival({ key: 'a' }));
          expect(await notice()).toBe(true);
          expect(await notice({ at: 49_999 })).toBe(false);
          expect(await notice({ at: 50_000 })).toBe(true);
          expect(await waitingIds()).toHaveLength(1);
          const lines = await stores.records.transcript(AN, 0, 10);
          expect(lines.map((line) => [line.author, line.text, line.delivery])).toEqual([
            ['bot', 'Xin chờ ạ.', 'pending'],
            ['bot', 'Xin chờ ạ.', 'pending'],
          ]);
          expect(await stores.records.conversation(AN)).toMatchObject({ owner: 'bot', lastInboundAt: 1_000 });
        });

        it('are not said when the mail was answered meanwhile, or when a person owns the conversation', async () => {
          await put(anArrival({ key: 'a' }));
          const itemIds = await waitingIds();
          await stores.records.commit(aTurn({ itemIds, owner: 'queue' }));
          expect(await notice({ itemId: itemIds[0] ?? -1 })).toBe(false);
          await put(anArrival({ key: 'b' }));
          expect(await notice()).toBe(false);
          expect(await stores.records.conversation(AN)).toMatchObject({ owner: 'queue' });
        });

        it('are said once, however many ask for them at the same time', async () => {
          await put(anArrival({ key: 'a' }));
          const said = await Promise.all([1, 2, 3].map(() => notice()));
          expect(said.filter(Boolean)).toHaveLength(1);
        });
      });

      it('remembers when a turn gave a notice', async () => {
        await stores.records.commit(aTurn({ notice: 'in-line', at: 2_000 }));
        await stores.records.commit(aTurn({ notice: 'resting', at: 3_000 }));
        expect((await stores.records.conversation(AN))?.toldAt).toEqual({ 'in-line': 2_000, resting: 3_000 });
      });

      it('remembers where misuse led a citizen, until they are taken down', async () => {
        const abuse = { rung: 3, at: 2_000, until: 5_000 } as const;
        await stores.records.commit(aTurn({ at: 2_000 }));
        expect((await stores.records.conversation(AN))?.abuse).toBeNull();
        await stores.records.commit(aTurn({ at: 2_000, abuse }));
        await stores.records.commit(aTurn({ at: 3_000 }));
        expect((await stores.records.conversation(AN))?.abuse).toEqual(abuse);
        expect(await stores.records.liftAbuse(AN)).toBe(true);
        expect(await stores.records.liftAbuse(AN)).toBe(false);
        expect(await stores.records.liftAbuse('web:web:nobody')).toBe(false);
        expect((await stores.records.conversation(AN))?.abuse).toBeNull();
      });

      it('refuses a turn that was decided on a rung that was lifted meanwhile', async () => {
        const abuse = { rung: 3, at: 2_000, until: 5_000 } as const;
        await stores.records.commit(aTurn({ abuse }));
        const conversation = await stores.records.conversation(AN);
        await stores.records.liftAbuse(AN);
        const late = aTurn({ seen: { conversation }, abuse: { ...abuse, rung: 4 } });
        expect(await stores.records.commit(late)).toEqual({ ok: false, reason: 'stale' });
      });

      it('gives a ticket to one person only', async () => {
        const id = await aTicket();
        expect((await stores.records.claim(id, 'lan', 3_000)).ok).toBe(true);
        expect(await stores.records.claim(id, 'minh', 3_000)).toEqual({ ok: false, reason: 'taken' });
        expect(await stores.records.conversation(AN)).toMatchObject({ owner: 'staff', ticketId: id });
        expect(await stores.records.tickets('mine', 'lan', 10)).toHaveLength(1);
        expect(await stores.records.tickets('mine', 'minh', 10)).toHaveLength(0);
      });

      it('stores a staff reply once, however often the form is posted, and takes the ticket', async () => {
        const id = await aTicket();
        const reply = { staffName: 'lan', authorName: 'lan', text: 'Chào anh/chị.', replyKey: 'r1', at: 3_000 };
        expect(await stores.records.reply(id, reply)).toEqual({ ok: true, duplicate: false });
        expect(await stores.records.reply(id, reply)).toEqual({ ok: true, duplicate: true });
        const lines = await stores.records.transcript(AN, 0, 10);
        expect(lines.filter((line) => line.author === 'staff')).toHaveLength(1);
        expect(await stores.records.conversation(AN)).toMatchObject({ owner: 'staff', lastStaffAt: 3_000 });
      });

      it('closing returns the conversation to the bot in a new epoch, whose context has the words of parting alone', async () => {
        const id = await aTicket({ heard: [{ author: 'citizen', text: 'Gặp cán bộ', at: 1 }] });
        expect(await stores.records.context(AN, 10)).toEqual([
          { author: 'citizen', text: 'Gặp cán bộ', quickReplies: [] },
        ]);
        await stores.records.reply(id, {
          staffName: 'lan',
          authorName: 'lan',
          text: 'Xong.',
          replyKey: 'r1',
          at: 3_000,
        });
        expect(
          await stores.records.close(id, { staffName: 'lan', note: 'đã xong', farewell: 'Cảm ơn anh/chị.', at: 4_000 }),
        ).toEqual({ ok: true });
        expect(await stores.records.conversation(AN)).toMatchObject({ owner: 'bot', epoch: 2, ticketId: null });
        expect(await stores.records.ticket(id)).toMatchObject({
          state: 'closed',
          closingNote: 'đã xong',
          closedAt: 4_000,
        });
        expect(await stores.records.close(id, { staffName: 'lan', note: '', farewell: null, at: 5_000 })).toEqual({
          ok: false,
          reason: 'closed',
        });
        expect(await stores.records.context(AN, 10)).toMatchObject([
          { author: 'us', text: expect.stringMatching(/^Cảm ơn anh/) },
        ]);
        expect(await stores.records.countTickets()).toEqual({ new: 0, claimed: 0, waiting: 0, closed: 1 });
      });

      it('says so when a ticket does not exist', async () => {
        expect(await stores.records.claim('nope', 'lan', 1)).toEqual({ ok: false, reason: 'not-found' });
        expect(await stores.records.ticket('nope')).toBeNull();
      });
    });

    describe('outbox', () => {
      const say = (...texts: string[]) =>
        stores.records.commit(aTurn({ ledger: aLedgerEntry(), outgoing: texts.map((text) => outgoing(text)) }));
      const due = (now: number) => stores.outbox.due(now, ['web'], 10);

      it('gives the oldest unfinished row of a conversation only', async () => {
        await say('một', 'hai');
        const [first, ...rest] = await due(2_000);
        expect([first?.text, rest]).toEqual(['một', []]);
        await stores.outbox.begin(first?.id ?? 0, 2_000, 9_000);
        expect(await due(2_000)).toEqual([]);
        await stores.outbox.sent(first?.id ?? 0, 'm1', 2_100);
        expect((await due(2_100)).map((row) => row.text)).toEqual(['hai']);
      });

      it('tells when the mail came in that a row answers, and of words of staff that they answer none', async () => {
        await stores.records.commit(aTurn({ ledger: aLedgerEntry(), receivedAt: 1_700, outgoing: [outgoing('một')] }));
        const [row] = await due(2_000);
        expect(row?.receivedAt).toBe(1_700);
        await stores.outbox.end(row?.id ?? 0, 'failed', '', 2_000);
        const ticketId = await aTicket({ receivedAt: 1_800 });
        await stores.records.reply(ticketId, {
          staffName: 'lan',
          authorName: 'Cô Lan',
          text: 'hai',
          replyKey: 'key',
          at: 2_000,
        });
        expect((await due(2_000)).map((one) => one.receivedAt)).toEqual([null]);
      });

      it('hands a row to one sender only', async () => {
        await say('một');
        const [row] = await due(2_000);
        const begun = await Promise.all([1, 2, 3].map(() => stores.outbox.begin(row?.id ?? 0, 2_000, 9_000)));
        expect(begun.filter(Boolean)).toHaveLength(1);
      });

      it('hands over no words in doubt once staff own the conversation, but those that may leave over them', async () => {
        for (const [overStaff, leaves] of [
          [false, false],
          [true, true],
        ] as const) {
          const conversationId = `web:web:over-${overStaff}`;
          const words = { ...outgoing('một'), overStaff };
          await stores.records.commit(
            aTurn({ conversationId, ledger: aLedgerEntry({ turnId: `turn-${overStaff}` }), outgoing: [words] }),
          );
          const row = (await due(2_000)).find((one) => one.conversationId === conversationId);
          expect(await stores.outbox.begin(row?.id ?? 0, 2_000, 9_000)).toBe(true);
          await stores.records.commit(aTurn({ conversationId, owner: 'staff' }));
          expect(await stores.outbox.begin(row?.id ?? 0, 9_000, 12_000)).toBe(leaves);
        }
      });

      it('shows a row whose sender died as in doubt when its lease ends', async () => {
        await say('một');
        const [row] = await due(2_000);
        await stores.outbox.begin(row?.id ?? 0, 2_000, 9_000);
        expect(await due(8_999)).toEqual([]);
        expect((await due(9_000)).map((item) => [item.state, item.attempts])).toEqual([['sending', 1]]);
      });

      it('checks the rows of a dead process soon after a restart', async () => {
        await say('một');
        const [row] = await due(2_000);
        await stores.outbox.begin(row?.id ?? 0, 2_000, 90_000);
        await stores.outbox.recover(4_000);
        expect(await due(3_999)).toEqual([]);
        expect((await due(4_000)).map((item) => item.state)).toEqual(['sending']);
      });

      it('waits for its echo after a restart too when the process was away for longer than it was to wait', async () => {
        await say('một');
        const [row] = await due(2_000);
        await stores.outbox.begin(row?.id ?? 0, 2_000, 9_000);
        await stores.outbox.recover(95_000);
        expect(await due(94_999)).toEqual([]);
        expect((await due(95_000)).map((item) => item.state)).toEqual(['sending']);
      });

      it('is confirmed by an echo with our correlation id', async () => {
        await say('một');
        const [row] = await due(2_000);
        await stores.outbox.begin(row?.id ?? 0, 2_000, 9_000);
        const echo = {
          conversationId: AN,
          correlationId: row?.correlationId ?? '',
          providerMessageId: 'm1',
          text: 'một',
        };
        expect(await stores.outbox.confirm(echo, 2_500)).toBe(true);
        expect(await due(20_000)).toEqual([]);
      });

      it('is confirmed by the same words where the platform echoes no correlation id', async () => {
        await say('một');
        const [row] = await due(2_000);
        await stores.outbox.begin(row?.id ?? 0, 2_000, 9_000);
        const echo = { conversationId: AN, correlationId: null, providerMessageId: 'z1', text: 'một\n\n↳ gợi ý' };
        expect(await stores.outbox.confirm({ ...echo, conversationId: 'web:web:khac' }, 2_500)).toBe(false);
        expect(await stores.outbox.confirm({ ...echo, text: 'hai' }, 2_500)).toBe(false);
        expect(await stores.outbox.confirm(echo, 2_500)).toBe(true);
        expect(await due(20_000)).toEqual([]);
      });

      it('leaves alone the rows of channels that are not asked for', async () => {
        await say('một');
        expect(await stores.outbox.due(2_000, ['zalo', 'messenger'], 10)).toEqual([]);
        expect(await stores.outbox.due(2_000, ['zalo', 'web'], 10)).toHaveLength(1);
      });

      it('gives rows in the order in which they became due, one a conversation, up to the limit', async () => {
        for (const [turnId, conversationId, at] of [
          ['t1', 'web:web:a', 300],
          ['t2', 'web:web:b', 100],
          ['t3', 'web:web:b', 150],
          ['t4', 'web:web:c', 200],
        ] as const) {
          const ledger = aLedgerEntry({ turnId });
          await stores.records.commit(aTurn({ conversationId, at, ledger, outgoing: [outgoing(turnId)] }));
        }
        const texts = async (limit: number) => (await stores.outbox.due(400, ['web'], limit)).map((row) => row.text);
        expect(await texts(10)).toEqual(['t2', 't4', 't1']);
        expect(await texts(2)).toEqual(['t2', 't4']);
      });

      it('remembers the sent pieces of a long text, and never counts backwards', async () => {
        await say('một');
        const [row] = await due(2_000);
        const id = row?.correlationId ?? '';
        expect(await stores.outbox.piecesSent(id)).toBe(0);
        await stores.outbox.pieceSent(id, 2);
        await stores.outbox.pieceSent(id, 1);
        expect(await stores.outbox.piecesSent(id)).toBe(2);
        expect(await stores.outbox.piecesSent('nobody')).toBe(0);
      });

      it('learns from the echo of a piece by its correlation id that the piece is out, and no more', async () => {
        await say('một');
        const [row] = await due(2_000);
        await stores.outbox.begin(row?.id ?? 0, 2_000, 9_000);
        const echo = { conversationId: AN, providerMessageId: 'm1', text: 'mộ' };
        const of = (correlationId: string) => stores.outbox.confirm({ ...echo, correlationId }, 2_500);
        expect(await of(`${row?.correlationId}~1`)).toBe(true);
        expect(await of('nobody~1')).toBe(false);
        expect(await stores.outbox.piecesSent(row?.correlationId ?? '')).toBe(1);
        expect((await due(20_000)).map((item) => item.text)).toEqual(['một']);
      });

      it('learns from the words of a piece that it is out, until the last piece confirms the message', async () => {
        const long = `${'Câu một. '.repeat(200)}\n\n${'Câu hai. '.repeat(200)}`;
        await say(long);
        const [row] = await due(2_000);
        await stores.outbox.begin(row?.id ?? 0, 2_000, 9_000);
        const echo = (providerMessageId: string, text: string) =>
          stores.outbox.confirm({ conversationId: AN, correlationId: null, providerMessageId, text }, 2_500);
        expect(await echo('z1', 'Câu một. '.repeat(200).trim())).toBe(true);
        expect(await echo('z1', 'Câu một. '.repeat(200).trim())).toBe(false);
        expect(await stores.outbox.piecesSent(row?.correlationId ?? '')).toBe(1);
        expect(await echo('z2', `${'Câu hai. '.repeat(200).trim()}\n\n↳ gợi ý`)).toBe(true);
        expect(await due(20_000)).toEqual([]);
      });

      it('is confirmed by words that the platform took although it said that it was busy', async () => {
        await say('một');
        const [row] = await due(2_000);
        await stores.outbox.begin(row?.id ?? 0, 2_000, 9_000);
        await stores.outbox.retry(row?.id ?? 0, 5_000, 'Nền tảng đang bận.');
        const echo = { conversationId: AN, correlationId: null, providerMessageId: 'z1', text: 'một' };
        expect(await stores.outbox.confirm(echo, 2_500)).toBe(true);
        expect(await due(20_000)).toEqual([]);
      });

      it('retries later and remembers the reason until it is sent', async () => {
        await say('một');
        const [row] = await due(2_000);
        await stores.outbox.begin(row?.id ?? 0, 2_000, 9_000);
        await stores.outbox.retry(row?.id ?? 0, 5_000, 'Nền tảng đang bận.');
        expect(await due(4_999)).toEqual([]);
        expect((await due(5_000)).map((item) => item.state)).toEqual(['pending']);
      });

      it('ends a row for good with a reason that staff can read', async () => {
        await say('một');
        const [row] = await due(2_000);
        await stores.outbox.end(row?.id ?? 0, 'held', 'Ngoài khung giờ.', 2_100);
        const [line] = await stores.records.transcript(AN, 0, 10);
        expect([line?.delivery, line?.deliveryReason]).toEqual(['held', 'Ngoài khung giờ.']);
        expect(await stores.outbox.depth(3_000)).toEqual({ pending: 0, oldestMs: 0 });
      });
    });

    describe('audit log', () => {
      const thrown = (at: number) => ({
        at,
        actor: 'lan',
        action: 'bot.off',
        subject: 'bot',
        facts: { reason: 'Trả lời sai', count: at },
      });

      it('chains every entry to the one before', async () => {
        expect(await stores.audit.verify()).toEqual({ ok: true, entries: 0, head: '0'.repeat(64) });
        expect(await stores.audit.count()).toBe(0);
        const first = await stores.audit.append(thrown(1_000));
        const second = await stores.audit.append(thrown(2_000));
        expect([first.number, second.number]).toEqual([1, 2]);
        expect(second.previous).toBe(first.hash);
        expect(await stores.audit.count()).toBe(2);
        expect(await stores.audit.list(0, 10)).toEqual([first, second]);
        expect(await stores.audit.list(1, 10)).toEqual([second]);
        expect(await stores.audit.list(0, 1)).toEqual([first]);
        expect(await stores.audit.verify()).toEqual({ ok: true, entries: 2, head: second.hash });
      });

      it('gives entries that come at the same time one place each', async () => {
        await Promise.all(Array.from({ length: 10 }, (_, index) => stores.audit.append(thrown(index))));
        expect(await stores.audit.verify()).toMatchObject({ ok: true, entries: 10 });
      });
    });

    describe('kept values', () => {
      it('keeps a value, and one of several that are made at the same time', async () => {
        expect(await stores.kept.get('a')).toBeNull();
        const made = await Promise.all(['x', 'y', 'z'].map((value) => stores.kept.getOrMake('a', () => value)));
        expect(new Set(made).size).toBe(1);
        await stores.kept.set('a', 'khác');
        expect(await stores.kept.getOrMake('a', () => 'x')).toBe('khác');
        await stores.kept.set('b', '');
        expect((await stores.kept.names()).filter((name) => /^[ab]$/.test(name)).toSorted()).toEqual(['a', 'b']);
      });
    });
  });

  staffContract(name, open);
  deskContract(name, open);
}
