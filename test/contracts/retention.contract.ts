import { beforeEach, describe, expect, it } from 'vitest';
import type { StateEngine } from '../../adapters/stores/engine.ts';
import { EXPIRED_WORDS } from '../../bot/ports/retention.ts';
import { anArrival } from '../builders/arrivals.ts';
import { aTrace } from '../builders/recorded-turns.ts';
import { SPOKESPERSON } from '../builders/ticket-readers.ts';
import { aLedgerEntry, aTurn, outgoing } from '../builders/turns.ts';

/** An engine with what a test must see behind its ports. */
export interface RetainedStores extends StateEngine {
  /** Everything the engine keeps of citizens, as text. */
  everything(): Promise<string>;
}

const DAY = 24 * 3_600_000;
const NOW = 1_795_392_000_000;
const AN = 'web:web:an';

/** What every engine must let go of, and what it must keep; run it on each. */
export function retentionContract(name: string, open: () => Promise<RetainedStores>): void {
  describe(`retention contract: ${name}`, () => {
    let stores: RetainedStores;
    beforeEach(async () => {
      stores = await open();
    });

    async function aDoneEvent(key: string, receivedAt: number, words: string): Promise<void> {
      await stores.inbox.put([anArrival({ key, at: receivedAt, text: words })], receivedAt);
      const [item] = await stores.inbox.waiting(AN);
      await stores.records.commit(aTurn({ itemIds: [item?.id ?? 0], at: receivedAt }));
    }

    /** A whole conversation of `at` whose words hold `words`; its reply was sent. */
    async function aTalk(at: number, words: string, fields: Partial<Parameters<typeof aTurn>[0]> = {}): Promise<void> {
      await stores.records.commit(
        aTurn({
          at,
          heard: [{ author: 'citizen', text: `hỏi ${words}`, at }],
          ledger: aLedgerEntry({
            turnId: `turn-${at}`,
            question: `hỏi ${words}`,
            reply: `đáp ${words}`,
            trace: aTrace(words),
          }),
          outgoing: [outgoing(`đáp ${words}`)],
          ...fields,
        }),
      );
      const due = await stores.outbox.due(at, ['web'], 100);
      for (const row of due) await stores.outbox.end(row.id, 'failed', '', at);
    }

    it('empties the words of worked-off mail after two days and still knows its key', async () => {
      await aDoneEvent('old', NOW - 3 * DAY, 'chữ cũ');
      await aDoneEvent('new', NOW - DAY, 'chữ mới');
      await stores.retention.retain(NOW, 365);
      expect(await stores.everything()).not.toContain('chữ cũ');
      expect(await stores.inbox.put([anArrival({ key: 'old' })], NOW)).toEqual({ stored: 0, duplicates: 1 });
    });

    it('never touches mail that waits or is parked', async () => {
      await stores.inbox.put([anArrival({ key: 'waits', text: 'chữ chờ' })], NOW - 400 * DAY);
      await stores.inbox.put([anArrival({ key: 'parked', conversationId: 'web:web:b', text: 'chữ gác' })], 1);
      await stores.inbox.park((await stores.inbox.waiting('web:web:b')).map((item) => item.id));
      await stores.retention.retain(NOW, 365);
      expect(await stores.inbox.waiting(AN)).toMatchObject([{ activity: { text: 'chữ chờ' } }]);
      expect(await stores.everything()).toContain('chữ gác');
    });

    it('takes the words of transcript and ledger after the days that are set, and keeps the lines', async () => {
      await aTalk(NOW - 31 * DAY, 'ngày xưa');
      await aTalk(NOW - 29 * DAY, 'hôm kia');
      expect(await stores.retention.retain(NOW, 30)).toMatchObject({ messages: 2, turns: 1 });
      expect(await stores.everything()).not.toContain('ngày xưa');
      const texts = (await stores.records.transcript(AN, 0, 10)).map((line) => line.text);
      expect(texts).toEqual([EXPIRED_WORDS, EXPIRED_WORDS, 'hỏi hôm kia', 'đáp hôm kia']);
      expect(await stores.everything()).toContain('answered');
    });

    it('keeps every word for ever where the setting says 0', async () => {
      await aTalk(1, 'ngày xưa');
      expect(await stores.retention.retain(NOW, 0)).toMatchObject({ messages: 0, turns: 0, tickets: 0 });
      expect((await stores.records.transcript(AN, 0, 10)).map((line) => line.text)).toContain('hỏi ngày xưa');
    });

    it('leaves an open matter alone, and takes its words once it is closed long enough', async () => {
      const question = 'việc còn mở';
      await aTalk(NOW - 400 * DAY, question, {
        ticket: { kind: 'open', topic: 'human_request', priority: 'normal', question },
        owner: 'queue',
      });
      expect(await stores.retention.retain(NOW, 365)).toMatchObject({ messages: 0, turns: 0, tickets: 0 });
      const [ticket] = await stores.records.tickets('open', 'lan', 10);
      const note = { ticketId: ticket?.id ?? '', author: 'lan', text: 'lời nội bộ', at: NOW - 400 * DAY };
      await stores.notes.add({ ...note, mentions: ['minh'] });
      await stores.records.tag(ticket?.id ?? '', ['nhãn riêng'], NOW - 3 * DAY);
      expect(await stores.retention.retain(NOW, 365)).toMatchObject({ notes: 0 });
      const closing = { staffName: 'lan', note: 'ghi chú riêng', farewell: null, at: NOW - 2 * DAY };
      const passed = { staffName: 'minh', inCharge: true, to: 'person:lan', assignee: 'lan', note: 'nhờ riêng' };
      await stores.records.transfer(ticket?.id ?? '', { ...passed, at: NOW - 3 * DAY });
      await stores.records.close(ticket?.id ?? '', closing);
      expect(await stores.retention.retain(NOW, 365)).toMatchObject({ tickets: 0, messages: 2, notes: 1, turns: 1 });
      expect(await stores.everything()).not.toContain('lời nội bộ');
      expect(await stores.notes.unreadBy('minh', 10)).toEqual([]);
      const found = async (...words: string[]) => (await stores.lists.search(words, SPOKESPERSON, 5)).length;
      expect([await found('dap', 'viec'), await found('ghi', 'chu', 'rieng')]).toEqual([0, 1]);
      const own = ['ghi chú riêng', 'nhờ riêng', 'nhãn riêng'];
      for (const words of own) expect(await stores.everything()).toContain(words);
      expect(await stores.retention.retain(NOW, 1)).toMatchObject({ tickets: 1 });
      for (const words of own) expect(await stores.everything()).not.toContain(words);
      expect([await found('rieng'), await found('viec')]).toEqual([0, 0]);
      expect(await stores.everything()).not.toContain(question);
    });

    it('leaves everything of a citizen whose data is held, until the hold ends', async () => {
      await aTalk(NOW - 400 * DAY, 'ngày xưa', {
        ticket: { kind: 'open', topic: 'human_request', priority: 'normal', question: 'phiếu xưa' },
        owner: 'queue',
      });
      const [ticket] = await stores.records.tickets('open', 'lan', 10);
      const note = { ticketId: ticket?.id ?? '', author: 'lan', text: 'lời nội bộ', at: NOW - 400 * DAY };
      await stores.notes.add({ ...note, mentions: [] });
      const closing = { staffName: 'lan', note: 'xong', farewell: null, at: NOW - 399 * DAY };
      await stores.records.close(note.ticketId, closing);
      await stores.holds.place({ conversationId: AN, reason: 'thanh tra', by: 'lan', at: NOW, until: null });
      const nothing = { messages: 0, tickets: 0, notes: 0, turns: 0 };
      expect(await stores.retention.retain(NOW, 365)).toMatchObject(nothing);
      for (const words of ['ngày xưa', 'phiếu xưa']) expect(await stores.everything()).toContain(words);
      expect((await stores.notes.of(AN, 5)).map(({ text }) => text)).toEqual(['lời nội bộ']);
      await stores.holds.release(AN, NOW);
      expect(await stores.retention.retain(NOW, 365)).toMatchObject({ messages: 2, tickets: 1, notes: 1, turns: 1 });
      for (const words of ['ngày xưa', 'phiếu xưa']) expect(await stores.everything()).not.toContain(words);
    });

    it('keeps words that are still to be sent', async () => {
      await stores.records.commit(aTurn({ at: NOW - 400 * DAY, outgoing: [outgoing('chưa gửi')] }));
      await stores.retention.retain(NOW, 365);
      expect(await stores.outbox.due(NOW, ['web'], 10)).toMatchObject([{ text: 'chưa gửi' }]);
    });

    it('finds nothing left to do the second time', async () => {
      await aDoneEvent('old', NOW - 3 * DAY, 'chữ cũ');
      await aTalk(NOW - 400 * DAY, 'ngày xưa');
      await stores.retention.retain(NOW, 365);
      expect(Object.values(await stores.retention.retain(NOW, 365)).every((count) => count === 0)).toBe(true);
    });
  });
}
