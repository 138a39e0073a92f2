import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { StateEngine } from '../../adapters/stores/engine.ts';
import { eraseCitizen } from '../../bot/erase-citizen.ts';
import type { ReminderList } from '../../bot/reminders/reminder.ts';
import { aReminder } from '../builders/reminders.ts';
import { aTurn } from '../builders/turns.ts';

const AN = 'web:web:an';
const NOW = 1_795_392_000_000;

/** What every engine keeps of deadlines that citizens asked to be reminded of; run it on each. */
export function remindersContract(name: string, open: () => Promise<StateEngine>): void {
  describe(`reminders contract: ${name}`, () => {
    let stores: StateEngine;
    beforeEach(async () => {
      stores = await open();
    });
    afterEach(() => stores.close());

    const agrees = (reminder = aReminder(), fields: Partial<Parameters<typeof aTurn>[0]> = {}) =>
      stores.records.commit(aTurn({ at: NOW, reminder: { kind: 'agreed', reminder }, ...fields }));
    const due = async () => (await stores.outbox.due(NOW + 1, ['web'], 10)).map(({ text }) => text);
    const told = (version: number): ReminderList => ({
      conversationId: AN,
      version,
      reminders: [aReminder({ remindedDays: 3 })],
    });

    it('keeps what a citizen agreed to, one of each date, with when and to which words', async () => {
      expect(await stores.reminders.of(AN)).toBeNull();
      await agrees();
      await agrees(aReminder({ dateId: 'other' }));
      await agrees(aReminder({ consentedAt: NOW }));
      const list = await stores.reminders.of(AN);
      expect(list).toMatchObject({ conversationId: AN, version: 3 });
      expect(list?.reminders).toEqual([aReminder({ dateId: 'other' }), aReminder({ consentedAt: NOW })]);
    });

    it('keeps nothing once the citizen withdraws, nor with the data of who is erased', async () => {
      await agrees();
      await stores.records.commit(aTurn({ reminder: { kind: 'withdrawn' } }));
      await stores.records.commit(aTurn({ reminder: { kind: 'withdrawn' } }));
      expect(await stores.reminders.of(AN)).toBeNull();
      await agrees();
      const request = { conversationId: AN, channel: 'web', reference: {}, itemIds: [], fence: null, at: NOW } as const;
      await eraseCitizen({ ...request, requestedBy: 'staff', code: 'XD-1', confirm: false }, stores.records);
      expect(await stores.reminders.of(AN)).toBeNull();
      expect(await stores.reminders.due(Number.MAX_SAFE_INTEGER)).toEqual([]);
    });

    it('finds the lists of which a reminder needs something, the longest due first', async () => {
      await agrees(aReminder({ nextAt: 300 }));
      await agrees(aReminder({ nextAt: 200 }), { conversationId: 'web:web:binh' });
      await agrees(aReminder({ dateId: 'other', nextAt: 100 }));
      const found = async (until: number) =>
        (await stores.reminders.due(until)).map(({ conversationId }) => conversationId);
      expect(await found(99)).toEqual([]);
      expect(await found(100)).toEqual([AN]);
      expect(await found(400)).toEqual([AN, 'web:web:binh']);
    });

    it('stores a list only in the place of the one that it was made from, and forgets an empty one', async () => {
      await agrees();
      const both = await Promise.all([1, 2].map(() => stores.reminders.save(told(2))));
      expect(both.filter(Boolean)).toHaveLength(1);
      expect(await stores.reminders.save({ ...told(9), reminders: [] })).toBe(false);
      expect(await stores.reminders.save({ ...told(3), reminders: [] })).toBe(true);
      expect(await stores.reminders.of(AN)).toBeNull();
      expect(await stores.reminders.save(told(3))).toBe(false);
    });

    it('sends words once, however often and at the same time it is asked to', async () => {
      await agrees();
      const telling = { list: told(2), key: '2', text: 'Em nhắc hạn.', at: NOW };
      const sent = await Promise.all([1, 2, 3].map(() => stores.reminders.tell(telling)));
      expect(sent.filter(Boolean)).toHaveLength(1);
      expect(await due()).toEqual(['Em nhắc hạn.']);
      expect((await stores.reminders.of(AN))?.reminders).toMatchObject([{ remindedDays: 3 }]);
    });

    it('interrupts no person who speaks, and says nothing to who withdrew', async () => {
      const ticket = { kind: 'open', topic: 'human_request', priority: 'normal', question: 'x' } as const;
      await agrees(aReminder(), { ticket, owner: 'queue' });
      const telling = { list: told(2), key: '2', text: 'Em nhắc hạn.', at: NOW };
      expect(await stores.reminders.tell(telling)).toBe(false);
      await stores.records.commit(
        aTurn({ conversationId: 'web:web:binh', reminder: { kind: 'withdrawn' }, lastInboundAt: NOW }),
      );
      const other = { ...told(2), conversationId: 'web:web:binh' };
      expect(await stores.reminders.tell({ ...telling, list: other })).toBe(false);
      expect(await due()).toEqual([]);
    });
  });
}
