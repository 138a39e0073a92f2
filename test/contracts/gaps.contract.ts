import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { StateEngine } from '../../adapters/stores/engine.ts';
import { eraseCitizen } from '../../bot/erase-citizen.ts';
import { newGap } from '../../bot/gaps/gap.ts';
import { aLedgerEntry, aTurn } from '../builders/turns.ts';

const AN = 'web:web:an';
const DAY = 24 * 3_600_000;
const NOW = 1_795_392_000_000;

/** What every engine keeps of questions that nothing answered; run it on each. */
export function gapsContract(name: string, open: () => Promise<StateEngine>): void {
  describe(`gaps contract: ${name}`, () => {
    let stores: StateEngine;
    beforeEach(async () => {
      stores = await open();
    });
    afterEach(() => stores.close());

    const asks = (turnId: string, question: string, fields: Partial<Parameters<typeof aTurn>[0]> = {}) =>
      stores.records.commit(
        aTurn({
          at: NOW,
          ledger: aLedgerEntry({ turnId, question, outcome: 'abstained', decidedBy: 'answer:unsure' }),
          ...fields,
        }),
      );
    const telling = { gapId: 'g', answer: 1, conversationId: AN, text: 'Nay đã có.', at: NOW };
    const due = async () => (await stores.outbox.due(NOW + 1, ['web'], 10)).map(({ text }) => text);

    it('keeps a question that nothing answered, and no other', async () => {
      await asks('t1', 'Bể bơi mở khi nào?');
      await stores.records.commit(aTurn({ ledger: aLedgerEntry({ turnId: 't2' }) }));
      await stores.records.commit(
        aTurn({ ledger: aLedgerEntry({ turnId: 't3', outcome: 'abstained', decidedBy: 'policy:scope' }) }),
      );
      expect(await stores.gaps.questions(0)).toEqual([
        {
          id: 't1',
          conversationId: AN,
          channel: 'web',
          at: NOW,
          text: 'Bể bơi mở khi nào?',
          why: 'not-found',
          gapId: null,
          told: 0,
          meaning: null,
        },
      ]);
      expect(await stores.gaps.questions(NOW)).toEqual([]);
    });

    it('keeps what a holding statement answered in the gap of that statement', async () => {
      const ledger = aLedgerEntry({ turnId: 't1', outcome: 'abstained', decidedBy: 'statement:holding:s1' });
      await stores.records.commit(aTurn({ at: NOW, ledger }));
      expect(await stores.gaps.questions(0)).toMatchObject([{ id: 't1', gapId: 'statement:s1', told: 0 }]);
    });

    it('puts a question into a gap, again too, and minds no question that is not there', async () => {
      await asks('t1', 'Bể bơi?');
      await stores.gaps.place('t1', 'g');
      await stores.gaps.place('t1', 'h');
      await stores.gaps.place('nowhere', 'h');
      expect((await stores.gaps.questions(0)).map(({ gapId }) => gapId)).toEqual(['h']);
    });

    it('gives only the newest of those that lie in a gap, and all that lie in none', async () => {
      for (const [index, id] of ['a', 'b', 'c', 'd', 'e'].entries()) {
        const ledger = aLedgerEntry({
          turnId: id,
          question: 'Bể bơi?',
          outcome: 'abstained',
          decidedBy: 'answer:unsure',
        });
        await stores.records.commit(aTurn({ at: NOW + index, ledger }));
        if (id !== 'b') await stores.gaps.place(id, 'g');
      }
      const ids = async (newest?: number) => (await stores.gaps.questions(0, newest)).map((question) => question.id);
      expect(await ids(2)).toEqual(['b', 'd', 'e']);
      expect(await ids(0)).toEqual(['b']);
      expect(await ids()).toEqual(['a', 'b', 'c', 'd', 'e']);
    });

    it('keeps the vector of a question beside its words, until another one comes or they go', async () => {
      await asks('t1', 'Bể bơi?');
      await asks('t2', 'Thư viện?', { conversationId: 'web:web:binh' });
      const meanings = async () => (await stores.gaps.questions(0)).map(({ meaning }) => meaning);
      await stores.gaps.place('t1', 'g', 'v1');
      await stores.gaps.place('t1', 'h');
      await stores.gaps.place('t2', 'h', 'v2');
      expect(await meanings()).toEqual(['v1', 'v2']);
      await stores.gaps.place('t2', 'h', 'v3');
      await stores.gaps.tell({ ...telling, gapId: 'h' });
      expect(await meanings()).toEqual(['v1', 'v3']);
      const request = { conversationId: AN, channel: 'web', reference: {}, itemIds: [], fence: null, at: NOW } as const;
      await eraseCitizen({ ...request, requestedBy: 'staff', code: 'XD-1', confirm: false }, stores.records);
      await stores.gaps.place('t1', 'g', 'v4');
      expect(await meanings()).toEqual([null, 'v3']);
    });

    it('gives the questions of one gap in order, wherever they lay before', async () => {
      await asks('t2', 'Bể bơi mở khi nào?', { at: NOW + 1 });
      await asks('t1', 'Bể bơi?');
      await asks('t3', 'Thư viện?');
      const held = aLedgerEntry({ turnId: 't4', outcome: 'abstained', decidedBy: 'statement:holding:s1' });
      await stores.records.commit(aTurn({ at: NOW, ledger: held }));
      for (const id of ['t1', 't2', 't3']) await stores.gaps.place(id, 'g');
      await stores.gaps.place('t3', 'h');
      const idsIn = async (gapId: string) => (await stores.gaps.questionsIn(gapId)).map(({ id }) => id);
      expect(await Promise.all(['g', 'h', 'statement:s1', 'nowhere'].map(idsIn))).toEqual([
        ['t1', 't2'],
        ['t3'],
        ['t4'],
        [],
      ]);
      await stores.gaps.tell(telling);
      expect(await stores.gaps.questionsIn('g')).toMatchObject([{ told: 1 }, { told: 1 }]);
    });

    it('stores a gap only in the place of the version that it was made from', async () => {
      const first = newGap({ id: 'g', at: NOW });
      expect(await stores.gaps.save(first)).toBe(true);
      expect(await stores.gaps.save(first)).toBe(false);
      const both = await Promise.all(['lan', 'minh'].map((owner) => stores.gaps.save({ ...first, version: 2, owner })));
      expect(both.filter(Boolean)).toHaveLength(1);
      expect(await stores.gaps.find('g')).toMatchObject({ version: 2 });
      expect(await stores.gaps.list()).toHaveLength(1);
      expect(await stores.gaps.find('nowhere')).toBeNull();
    });

    it('sends an answer to a citizen once, however often and at the same time it is asked to', async () => {
      await asks('t1', 'Bể bơi?');
      await asks('t2', 'Có bể bơi không?');
      await stores.gaps.place('t1', 'g');
      await stores.gaps.place('t2', 'g');
      const told = await Promise.all([1, 2, 3].map(() => stores.gaps.tell(telling)));
      expect(told.filter(Boolean)).toHaveLength(1);
      expect(await stores.gaps.tell(telling)).toBe(false);
      expect(await due()).toEqual(['Nay đã có.']);
      expect((await stores.gaps.questions(0)).map((question) => question.told)).toEqual([1, 1]);
      expect(await stores.gaps.tell({ ...telling, answer: 2 })).toBe(true);
    });

    it('sends nothing to who did not ask, and interrupts no person who speaks', async () => {
      await asks('t1', 'Bể bơi?', {
        ticket: { kind: 'open', topic: 'human_request', priority: 'normal', question: 'x' },
        owner: 'queue',
      });
      await stores.gaps.place('t1', 'g');
      expect(await stores.gaps.tell(telling)).toBe(false);
      expect(await stores.gaps.tell({ ...telling, conversationId: 'web:web:binh' })).toBe(false);
      expect(await due()).toEqual([]);
    });

    it('keeps what a citizen last said of an answer, and asks a badly answered question again', async () => {
      await stores.records.commit(aTurn({ at: NOW, ledger: aLedgerEntry({ turnId: 'a1', question: 'Học phí?' }) }));
      const says = (rating: 'up' | 'down', reason: string | null, conversationId = AN) =>
        stores.records.commit(
          aTurn({ conversationId, at: NOW + 1, rating: { turnId: 'a1', rating, reason }, ledger: null }),
        );
      await says('down', null, 'web:web:binh');
      expect(await stores.gaps.ratings(0)).toEqual([]);
      await says('up', null);
      expect(await stores.gaps.questions(0)).toEqual([]);
      await says('down', null);
      await says('down', 'thông tin sai hoặc cũ');
      expect(await stores.gaps.ratings(0)).toEqual([
        { turnId: 'a1', conversationId: AN, at: NOW + 1, rating: 'down', reason: 'thông tin sai hoặc cũ' },
      ]);
      expect(await stores.gaps.questions(0)).toMatchObject([{ id: 'a1', text: 'Học phí?', why: 'rated-down' }]);
    });

    it('loses words and person of a question with the data of who asked, and keeps that somebody did', async () => {
      await asks('t1', 'Con tôi tên An, bể bơi?');
      const rating = { turnId: 't1', rating: 'up', reason: 'lời riêng' } as const;
      await stores.records.commit(aTurn({ at: NOW, rating }));
      await stores.gaps.place('t1', 'g');
      const request = { conversationId: AN, channel: 'web', reference: {}, itemIds: [], fence: null, at: NOW } as const;
      await eraseCitizen({ ...request, requestedBy: 'staff', code: 'XD-1', confirm: false }, stores.records);
      const [question] = await stores.gaps.questions(0);
      expect(question).toMatchObject({ text: '', gapId: 'g', at: NOW });
      expect(question?.conversationId).toMatch(/^erased:/);
      expect(await stores.gaps.tell(telling)).toBe(false);
      expect(await stores.gaps.ratings(0)).toMatchObject([{ conversationId: question?.conversationId, reason: null }]);
    });

    it('loses the words with the time set by the office, and keeps the question', async () => {
      await asks('t1', 'Bể bơi?', { at: NOW - 31 * DAY });
      await asks('t2', 'Hồ bơi?', { at: NOW - 29 * DAY });
      for (const id of ['t1', 't2']) await stores.gaps.place(id, 'g', `vector of ${id}`);
      await stores.retention.retain(NOW, 30);
      expect((await stores.gaps.questions(0)).map(({ text, meaning }) => [text, meaning])).toEqual([
        ['', null],
        ['Hồ bơi?', 'vector of t2'],
      ]);
    });
  });
}
