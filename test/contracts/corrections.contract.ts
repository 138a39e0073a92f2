import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { StateEngine } from '../../adapters/stores/engine.ts';
import { eraseCitizen } from '../../bot/erase-citizen.ts';
import { aCitation, aCorrection, tellRule } from '../builders/corrections.ts';

const AN = 'web:web:an';
const DAY = 24 * 3_600_000;
const NOW = 1_795_392_000_000;

/** What every engine tells of quoted documents, and keeps of corrections; run it on each. */
export function correctionsContract(name: string, open: () => Promise<StateEngine>): void {
  describe(`corrections contract: ${name}`, () => {
    let stores: StateEngine;
    beforeEach(async () => {
      stores = await open();
    });
    afterEach(() => stores.close());

    const telling = {
      correctionId: 'c1',
      conversationId: AN,
      text: 'Em xin đính chính.',
      citations: [aCitation({ documentId: 'new', passageDigest: 'd-new' })],
      at: NOW + 10,
    };
    const due = async () => (await stores.outbox.due(NOW + 60_000, ['web'], 10)).map(({ text }) => text);
    const readersOf = async (documentId: string) => stores.corrections.readers(documentId, null, 10);

    it('names who was sent words that quote a document, with exactly those of them that arrived', async () => {
      const other = aCitation({ documentId: 'other', passageDigest: 'd-other' });
      await tellRule(stores, { at: NOW, citations: [aCitation(), other] });
      await tellRule(stores, { at: NOW + 1, text: 'Lần nữa.' });
      for (const delivery of ['held', 'failed', 'withheld', 'pending'] as const) {
        await tellRule(stores, { conversationId: `web:web:${delivery}`, at: NOW, delivery });
      }
      await tellRule(stores, { conversationId: 'web:web:khac', at: NOW, citations: [other] });
      const readers = (await readersOf('old')).filter(({ messages }) => messages.length > 0);
      expect(readers).toEqual([
        {
          conversationId: AN,
          channel: 'web',
          owner: 'bot',
          lastInboundAt: NOW + 1,
          messages: [
            { at: NOW, text: 'Dạ, 35.000 đồng ạ.', citations: [aCitation()] },
            { at: NOW + 1, text: 'Lần nữa.', citations: [aCitation()] },
          ],
        },
      ]);
      expect(await stores.corrections.documents()).toEqual(['old', 'other']);
    });

    it('gives readers page by page, each once', async () => {
      const citizens = ['c', 'a', 'e', 'b', 'd'].map((citizen) => `web:web:${citizen}`);
      for (const conversationId of citizens) await tellRule(stores, { conversationId, at: NOW });
      const first = await stores.corrections.readers('old', null, 3);
      const second = await stores.corrections.readers('old', first.at(-1)?.conversationId ?? null, 3);
      expect([...first, ...second].map(({ conversationId }) => conversationId)).toEqual(citizens.toSorted());
    });

    it('stores a correction only in the place of the version that it was made from', async () => {
      const first = aCorrection();
      expect(await stores.corrections.save(first)).toBe(true);
      expect(await stores.corrections.save(first)).toBe(false);
      const both = await Promise.all(
        ['lan', 'minh'].map((author) => stores.corrections.save({ ...first, version: 2, author })),
      );
      expect(both.filter(Boolean)).toHaveLength(1);
      expect(await stores.corrections.find(first.id)).toMatchObject({ version: 2, changes: first.changes });
      expect(await stores.corrections.list()).toHaveLength(1);
      expect(await stores.corrections.find('khong-co')).toBeNull();
    });

    it('counts what waits for words and for a second person, who is never the author', async () => {
      const { waiting, save } = stores.corrections;
      expect(await waiting('lan')).toEqual({ drafts: 0, proposed: 0 });
      for (const id of ['c1', 'c2', 'c3']) await save(aCorrection({ id }));
      await save(aCorrection({ id: 'c2', version: 2, state: 'proposed', author: 'lan' }));
      await save(aCorrection({ id: 'c3', version: 2, state: 'proposed', author: 'minh' }));
      expect(await waiting('lan')).toEqual({ drafts: 1, proposed: 1 });
      expect(await waiting('hoa')).toEqual({ drafts: 1, proposed: 2 });
      await save(aCorrection({ id: 'c3', version: 3, state: 'approved', author: 'minh' }));
      await save(aCorrection({ id: 'c1', version: 2, state: 'dismissed' }));
      await save(aCorrection({ id: 'c1', version: 2, state: 'proposed', author: 'late' }));
      expect(await waiting('hoa')).toEqual({ drafts: 0, proposed: 1 });
    });

    it('tells a citizen once, however often and at the same time it is asked to', async () => {
      await tellRule(stores, { at: NOW });
      const told = await Promise.all([1, 2, 3].map(() => stores.corrections.tell(telling)));
      expect(told.filter(Boolean)).toHaveLength(1);
      expect(await stores.corrections.tell(telling)).toBe(false);
      expect(await due()).toEqual(['Em xin đính chính.']);
      expect(await stores.corrections.told('c1')).toEqual([{ conversationId: AN, at: NOW + 10, delivery: 'pending' }]);
      expect(await stores.corrections.tell({ ...telling, correctionId: 'c2' })).toBe(true);
    });

    it.each([
      ['held', true],
      ['withheld', true],
      ['failed', false],
      ['sent', false],
    ] as const)('tells what was %s before again: %s', async (delivery, again) => {
      await tellRule(stores, { at: NOW });
      await stores.corrections.tell(telling);
      const [row] = await stores.outbox.due(NOW + 60_000, ['web'], 1);
      await stores.outbox.begin(row?.id ?? 0, NOW + 11, NOW + 12);
      if (delivery === 'sent') await stores.outbox.sent(row?.id ?? 0, null, NOW + 11);
      else await stores.outbox.end(row?.id ?? 0, delivery, 'vì thế', NOW + 11);
      expect(await stores.corrections.told('c1')).toMatchObject([{ delivery }]);
      expect(await stores.corrections.tell({ ...telling, at: NOW + 20 })).toBe(again);
      expect(await due()).toHaveLength(again ? 1 : 0);
    });

    it('interrupts no person who speaks, and writes to nobody unknown', async () => {
      const ticket = { kind: 'open', topic: 'human_request', priority: 'normal', question: 'x' } as const;
      await tellRule(stores, { at: NOW, turn: { ticket, owner: 'queue' } });
      expect(await stores.corrections.tell(telling)).toBe(false);
      expect(await stores.corrections.tell({ ...telling, conversationId: 'web:web:binh' })).toBe(false);
      expect([await stores.corrections.told('c1'), await due()]).toEqual([[], []]);
    });

    it('knows a citizen as a reader of what the correction quoted, once it arrived', async () => {
      await tellRule(stores, { at: NOW });
      await stores.corrections.tell(telling);
      const [row] = await stores.outbox.due(NOW + 60_000, ['web'], 1);
      await stores.outbox.begin(row?.id ?? 0, NOW + 11, NOW + 12);
      await stores.outbox.sent(row?.id ?? 0, null, NOW + 11);
      expect(await readersOf('new')).toMatchObject([{ conversationId: AN, messages: [{ at: NOW + 10 }] }]);
    });

    it('forgets a citizen with their data: neither what they read nor what they were told is left', async () => {
      await tellRule(stores, { at: NOW });
      await stores.corrections.tell(telling);
      const request = { conversationId: AN, channel: 'web', reference: {}, itemIds: [], fence: null, at: NOW } as const;
      await eraseCitizen({ ...request, requestedBy: 'staff', code: 'XD-1', confirm: false }, stores.records);
      expect([await readersOf('old'), await readersOf('new'), await stores.corrections.told('c1')]).toEqual([
        [],
        [],
        [],
      ]);
      expect(await stores.corrections.tell(telling)).toBe(false);
    });

    it('counts nobody whose words were kept long enough', async () => {
      await tellRule(stores, { at: NOW - 31 * DAY });
      await stores.retention.retain(NOW, 30);
      expect((await readersOf('old')).flatMap(({ messages }) => messages)).toEqual([]);
    });
  });
}
