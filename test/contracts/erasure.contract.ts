import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { StateEngine } from '../../adapters/stores/engine.ts';
import { type ErasureRequest, eraseCitizen } from '../../bot/erase-citizen.ts';
import { anArrival } from '../builders/arrivals.ts';
import { aTrace } from '../builders/recorded-turns.ts';
import { SPOKESPERSON } from '../builders/ticket-readers.ts';
import { aLedgerEntry, aTurn, outgoing } from '../builders/turns.ts';

const AN = 'web:web:an';
const CHANNELS = ['messenger', 'zalo', 'web'] as const;
const NOW = 1_795_392_000_000;

/** An engine with what a test must see behind its ports. */
export interface ErasingStores extends StateEngine {
  /** Where one of the words stands: files or keys. */
  holding(words: readonly string[]): Promise<readonly string[]>;
}

/**
 * What erasing a citizen must take, and what it must leave, on every engine.
 * @param workedOffMail messages that an engine keeps of one that was worked off
 */
export function erasureContract(name: string, open: () => Promise<ErasingStores>, workedOffMail: 0 | 1): void {
  describe(`erasure contract: ${name}`, () => {
    let stores: ErasingStores;
    beforeEach(async () => {
      stores = await open();
    });
    afterEach(() => stores.close());

    /** A citizen who asked, was answered and has a ticket, with one word in every place that can hold one. */
    async function aTalk(citizen: string, word: string, topic: 'human_request' | 'child_safety' = 'human_request') {
      const { inbox, records } = stores;
      const conversationId = `web:web:${citizen}`;
      await inbox.put([anArrival({ key: `key-${citizen}`, citizen, text: `tin nhắn ${word}`, at: NOW })], NOW);
      const result = await records.commit(
        aTurn({
          conversationId,
          reference: { user: { id: citizen, name: word } },
          itemIds: (await inbox.waiting(conversationId)).map((item) => item.id),
          at: NOW,
          heard: [{ author: 'citizen', text: `lời ${word}`, at: NOW }],
          ledger: aLedgerEntry({
            turnId: `turn-${citizen}`,
            question: `hỏi ${word}`,
            reply: `đáp ${word}`,
            trace: aTrace(word),
          }),
          ticket: { kind: 'open', topic, priority: 'normal', question: `phiếu ${word}` },
          owner: 'queue',
          outgoing: [outgoing(`trả lời ${word}`)],
        }),
      );
      if (!result.ok || result.ticket === null) throw new Error('no ticket');
      return { conversationId, ticketId: result.ticket.id };
    }

    const erase = (fields: Partial<ErasureRequest> = {}) =>
      eraseCitizen(
        {
          conversationId: AN,
          channel: 'web',
          reference: {},
          itemIds: [],
          fence: null,
          at: NOW,
          requestedBy: 'staff',
          code: 'XD-1',
          confirm: false,
          ...fields,
        },
        stores.records,
      );

    describe('erasing a citizen', () => {
      it('leaves no word of theirs in the database file or its log', async () => {
        await aTalk('an', 'Planted-Ngọc-Thỏ-77');
        expect(await stores.holding(['Planted-Ngọc-Thỏ-77'])).not.toEqual([]);
        expect(await stores.lists.search(['tho', '77'], SPOKESPERSON, 5)).toHaveLength(1);
        expect(await erase()).toBe('erased');
        expect(await stores.holding(['Planted-Ngọc-Thỏ-77', 'web:web:an'])).toEqual([]);
        expect(await stores.holding(['planted', 'Planted', 'Thỏ'])).toEqual([]);
        expect(await stores.lists.search(['tho'], SPOKESPERSON, 5)).toEqual([]);
      });

      it('leaves no trace among many others, whose words stay', async () => {
        const names = Array.from({ length: 60 }, (_, index) => `dan${index}`);
        // Long enough for pages of their own, so that pages are split, moved and freed.
        for (const name of names) await aTalk(name, `<${name}>${'chữ '.repeat((names.indexOf(name) * 97) % 3_000)}`);
        const gone = names.filter((_, index) => index % 3 === 1);
        for (const name of gone) await erase({ conversationId: `web:web:${name}`, code: `XD-${name}x` });
        for (const name of gone) expect(await stores.holding([`<${name}>`])).toEqual([]);
        for (const name of names.filter((other) => !gone.includes(other))) {
          expect(await stores.records.transcript(`web:web:${name}`, 0, 10)).toHaveLength(2);
        }
      });

      it('keeps outcomes, topics and times without words, and a proof that names nobody', async () => {
        const { ticketId } = await aTalk('an', 'bí mật');
        await erase();
        expect(await stores.holding(['turn-an'])).not.toEqual([]);
        expect(await stores.holding(['answered'])).not.toEqual([]);
        expect(await stores.ledger.turn('turn-an')).toMatchObject({
          conversationId: expect.stringMatching(/^erased:/),
          question: '',
          trace: null,
        });
        expect(await stores.records.ticket(ticketId)).toMatchObject({
          state: 'closed',
          topic: 'human_request',
          openedAt: NOW,
          question: '(đã xóa theo yêu cầu của người dân)',
        });
        expect(await stores.erasures.find('XD-1')).toEqual({
          code: 'XD-1',
          conversationDigest: expect.stringMatching(/^[0-9a-f]{64}$/),
          channel: 'web',
          requestedBy: 'staff',
          erasedAt: NOW,
          counts: { messages: 2, outbox: 1, notes: 0, turns: 1, tickets: 1, inbox: workedOffMail, conversations: 1 },
        });
      });

      it('takes private notes, tags and a reply that waits, and counts the notes', async () => {
        const { ticketId } = await aTalk('an', 'x');
        const { ticketId: neighbours } = await aTalk('binh', 'y');
        const note = { author: 'lan', at: NOW, mentions: ['minh'] };
        await stores.notes.add({ ...note, ticketId, text: 'Planted-ghi chú' });
        await stores.notes.add({ ...note, ticketId: neighbours, text: 'của láng giềng' });
        await stores.records.tag(ticketId, ['planted-nhãn'], NOW);
        const reply = { staffName: 'lan', authorName: 'Lan', text: 'Planted-chờ gửi', replyKey: 'key-wait', at: NOW };
        await stores.records.reply(ticketId, { ...reply, sendAt: NOW + 5_000 });
        await erase();
        expect(await stores.holding(['Planted-ghi chú', 'planted-nhãn', 'Planted-chờ gửi', 'web:web:an'])).toEqual([]);
        expect((await stores.erasures.find('XD-1'))?.counts).toMatchObject({ notes: 1 });
        expect((await stores.notes.unreadBy('minh', 10)).map(({ text }) => text)).toEqual(['của láng giềng']);
        expect(await stores.notes.add({ ...note, ticketId, text: 'sau khi xóa' })).toBeNull();
      });

      it('takes words that were on their way out, and mail that waits', async () => {
        await aTalk('an', 'x');
        await stores.inbox.put([anArrival({ key: 'later', text: 'còn nữa' })], NOW);
        await erase();
        expect(await stores.outbox.due(NOW, CHANNELS, 10)).toEqual([]);
        expect(await stores.inbox.waiting(AN)).toEqual([]);
      });

      it('takes mail that waits for a later try and mail that was set aside, and counts both', async () => {
        await aTalk('an', 'x');
        await stores.inbox.put([anArrival({ key: 'aside', text: 'Planted-gác' })], NOW);
        await stores.inbox.park((await stores.inbox.waiting(AN)).map((item) => item.id));
        await stores.inbox.put([anArrival({ key: 'later', text: 'Planted-chờ' })], NOW);
        await stores.inbox.postpone(
          (await stores.inbox.waiting(AN)).map((item) => item.id),
          NOW + 60_000,
        );
        await erase();
        expect(await stores.holding(['Planted-gác', 'Planted-chờ', AN])).toEqual([]);
        expect(await stores.inbox.depth(NOW)).toMatchObject({ waiting: 0, parked: 0 });
        expect(await stores.inbox.claim(NOW + 120_000, 0, 10)).toEqual([]);
        expect((await stores.erasures.find('XD-1'))?.counts).toMatchObject({ inbox: 2 + workedOffMail });
      });

      it('leaves the neighbour everything: mail, words on their way out, ticket and place in the list', async () => {
        await aTalk('an', 'x');
        const { ticketId } = await aTalk('binh', 'láng giềng');
        await stores.inbox.put([anArrival({ key: 'neighbour', citizen: 'binh', text: 'còn chờ' })], NOW);
        const told = async () => ({
          due: await stores.outbox
            .due(NOW, CHANNELS, 10)
            .then((rows) => rows.filter((row) => row.conversationId !== AN)),
          conversation: await stores.records.conversation('web:web:binh'),
          lines: await stores.records.transcript('web:web:binh', 0, 10),
          waiting: await stores.inbox.waiting('web:web:binh'),
          ticket: await stores.records.ticket(ticketId),
        });
        const before = await told();
        expect(before.due).toHaveLength(1);
        await erase();
        expect(await told()).toEqual(before);
        expect((await stores.records.tickets('open', 'lan', 10)).map((ticket) => ticket.id)).toEqual([ticketId]);
      });

      it('takes words that were sent, with what an echo would know them by', async () => {
        await aTalk('an', 'x');
        const [row] = await stores.outbox.due(NOW, CHANNELS, 10);
        await stores.outbox.begin(row?.id ?? 0, NOW, NOW + 1_000);
        await stores.outbox.sent(row?.id ?? 0, 'mid.planted', NOW);
        await erase();
        expect(await stores.holding(['mid.planted'])).toEqual([]);
        expect((await stores.erasures.find('XD-1'))?.counts).toMatchObject({ messages: 2, outbox: 1 });
        const echo = { conversationId: AN, correlationId: null, providerMessageId: 'mid.planted', text: 'trả lời x' };
        expect(await stores.outbox.confirm(echo, NOW)).toBe(false);
      });

      it('leaves the worker nothing of a conversation that it works on', async () => {
        await stores.inbox.put([anArrival({ key: 'now', text: 'đang làm' })], NOW);
        const [claim] = await stores.inbox.claim(NOW + 10, 0, 1);
        expect(claim?.conversationId).toBe(AN);
        await erase();
        await stores.inbox.release(claim ?? { conversationId: '', fence: 0 });
        expect(await stores.holding([AN])).toEqual([]);
      });

      it('still knows a message that the platform delivers again', async () => {
        await aTalk('an', 'x');
        await erase();
        expect(await stores.inbox.put([anArrival({ key: 'key-an', text: 'tin nhắn x' })], NOW)).toMatchObject({
          stored: 0,
        });
      });

      it('is confirmed in the chat, and mail that came after the request is answered as new', async () => {
        await aTalk('an', 'x');
        await stores.inbox.put([anArrival({ key: 'xoa', text: 'Xóa dữ liệu của tôi', at: NOW + 1 })], NOW);
        const itemIds = (await stores.inbox.waiting(AN)).map((item) => item.id);
        await stores.inbox.put([anArrival({ key: 'moi', text: 'hỏi việc khác', at: NOW + 2 })], NOW);
        expect(await erase({ itemIds, requestedBy: 'citizen', confirm: true })).toBe('erased');
        expect((await stores.outbox.due(NOW, CHANNELS, 10)).map((row) => row.text)).toEqual([
          expect.stringContaining('XD-1'),
        ]);
        expect((await stores.inbox.waiting(AN)).map((item) => item.activity.text)).toEqual(['hỏi việc khác']);
        expect(await stores.records.conversation(AN)).toMatchObject({ owner: 'bot', epoch: 1, ticketId: null });
      });

      it('refuses a request that was already worked on', async () => {
        await aTalk('an', 'x');
        expect(await erase({ itemIds: [1] })).toBe('stale');
        expect(await stores.records.transcript(AN, 0, 10)).toHaveLength(2);
      });
    });

    describe('erasing a citizen whose data is held', () => {
      const hold = { conversationId: AN, reason: 'thanh tra Planted-Sao-99', by: 'lan', at: NOW, until: null };

      it('waits for the end of the hold, says so to citizen and staff, and happens with it', async () => {
        await aTalk('an', 'Planted-Mây-66');
        expect(await stores.holds.place(hold)).toBe(true);
        expect(await stores.records.isHeld(AN)).toBe(true);
        const controller = { name: 'Phường Ba Đình', address: null, contact: '024 1234' };
        expect(await erase({ requestedBy: 'citizen', confirm: true, controller })).toBe('after-hold');
        const lines = await stores.records.transcript(AN, 0, 10);
        expect(lines.at(-2)?.text).toMatch(/tạm giữ nên chưa xóa.*XD-1/);
        expect(lines.at(-1)?.text).toMatch(/XD-1\. Hiện chưa xóa được.*liên hệ về dữ liệu cá nhân: 024 1234/s);
        expect(await stores.erasures.find('XD-1')).toMatchObject({ erasedAt: null });

        expect(await stores.holds.release(AN, NOW + 5)).toBe('erased');
        expect(await stores.holding(['Planted-Mây-66', 'Planted-Sao-99', AN])).toEqual([]);
        expect(await stores.erasures.find('XD-1')).toMatchObject({ erasedAt: NOW + 5, requestedBy: 'citizen' });
        expect(await stores.holds.release(AN, NOW + 6)).toBe('none');
      });

      it('goes on waiting when a ticket is closed under it, and for a matter that is open when it ends', async () => {
        const { ticketId } = await aTalk('an', 'x', 'child_safety');
        await stores.holds.place(hold);
        expect(await erase()).toBe('after-hold');
        expect(await stores.holds.release(AN, NOW + 1)).toBe('released');
        await stores.holds.place({ ...hold, at: NOW + 2 });
        await stores.records.close(ticketId, { staffName: 'lan', note: '', farewell: null, at: NOW + 3 });
        expect(await stores.records.transcript(AN, 0, 10)).toHaveLength(3);
        expect(await stores.holds.release(AN, NOW + 4)).toBe('erased');
        expect(await stores.records.conversation(AN)).toBeNull();
      });

      it('refuses an erasure that was decided before it was placed', async () => {
        await aTalk('an', 'x');
        const { records } = stores;
        const late = {
          ...records,
          async isHeld() {
            await stores.holds.place(hold);
            return false;
          },
        };
        const request = { conversationId: AN, channel: 'web', reference: {}, itemIds: [], fence: null } as const;
        const order = { at: NOW, requestedBy: 'staff', code: 'XD-1', confirm: false } as const;
        expect(await eraseCitizen({ ...request, ...order }, late)).toBe('stale');
        expect(await records.transcript(AN, 0, 10)).toHaveLength(2);
      });

      it('holds nothing of a citizen who is not known, and tells the newest order and all holds', async () => {
        await aTalk('an', 'x');
        expect(await stores.holds.place({ ...hold, conversationId: 'web:web:ai' })).toBe(false);
        await stores.holds.place(hold);
        await stores.holds.place({ ...hold, reason: 'điều tra', at: NOW + 1, until: NOW + 9 });
        expect(await stores.holds.of(AN)).toEqual({ ...hold, reason: 'điều tra', at: NOW + 1, until: NOW + 9 });
        expect(await stores.holds.list(10)).toHaveLength(1);
        expect(await stores.holds.of('web:web:binh')).toBeNull();
        expect(await stores.holds.release(AN, NOW + 2)).toBe('released');
        expect(await stores.records.isHeld(AN)).toBe(false);
      });
    });

    describe('erasing a citizen whose matter is in work', () => {
      it('waits for the ticket, says so to staff, and happens when it is closed, without another word to the citizen', async () => {
        const { ticketId } = await aTalk('an', 'Planted-Trăng-88', 'child_safety');
        expect(await erase({ requestedBy: 'platform' })).toBe('after-closing');
        expect((await stores.records.transcript(AN, 0, 10)).at(-1)?.text).toMatch(
          /rút lại sự đồng ý.*đóng phiếu là xóa/s,
        );
        expect(await stores.erasures.find('XD-1')).toMatchObject({ erasedAt: null });
        expect(await stores.holding(['Planted-Trăng-88'])).not.toEqual([]);

        const passed = {
          staffName: 'minh',
          inCharge: true,
          to: 'person:lan',
          assignee: 'lan',
          note: 'Planted-Trăng-88',
        };
        await stores.records.transfer(ticketId, { ...passed, at: NOW + 4 });
        const closing = { staffName: 'lan', note: 'Planted-Trăng-88', farewell: 'Chào anh/chị', at: NOW + 5 };
        expect(await stores.records.close(ticketId, closing)).toEqual({ ok: true });
        expect(await stores.holding(['Planted-Trăng-88'])).toEqual([]);
        expect(await stores.erasures.find('XD-1')).toMatchObject({ erasedAt: NOW + 5, requestedBy: 'platform' });
        expect(await stores.outbox.due(NOW + 10, CHANNELS, 10)).toEqual([]);
      });

      it('serves every code that was told when it is asked for twice', async () => {
        const { ticketId } = await aTalk('an', 'x', 'child_safety');
        await erase();
        await erase({ code: 'XD-2' });
        await stores.records.close(ticketId, { staffName: 'lan', note: '', farewell: null, at: NOW + 5 });
        for (const code of ['XD-1', 'XD-2'])
          expect(await stores.erasures.find(code)).toMatchObject({ erasedAt: NOW + 5 });
      });
    });
  });
}
