import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { StateEngine } from '../../adapters/stores/engine.ts';
import { type ErasureRequest, eraseCitizen } from '../../bot/erase-citizen.ts';
import { CODE_LASTS_MS, MOST_LINKED, MOST_TRIES_IN_ALL } from '../../bot/links/link.ts';
import { linkCodeDigest } from '../../bot/links/link-code.ts';
import { anArrival } from '../builders/arrivals.ts';
import { linkTwo, offerCode, sendCode } from '../builders/links.ts';
import { aTurn } from '../builders/turns.ts';

const AN = 'web:web:an';
const BINH = 'zalo:1:binh';
const CHI = 'messenger:1:chi';
const NOW = 1_795_392_000_000;
const DAY_MS = 24 * 3_600_000;

/** What every engine keeps of conversations that citizens linked; run it on each. */
export function linksContract(name: string, open: () => Promise<StateEngine>): void {
  describe(`links contract: ${name}`, () => {
    let stores: StateEngine;
    beforeEach(async () => {
      stores = await open();
    });
    afterEach(() => stores.close());

    const linked = async (id: string) => (await stores.links.of(id)).map(({ conversationId }) => conversationId).sort();
    const untold = async () => (await stores.links.untold()).map(({ conversationId }) => conversationId).sort();
    const leave = (conversationId: string) => leaveAt(conversationId, NOW + 5);
    const leaveAt = async (conversationId: string, at: number) => {
      const channel = (conversationId.split(':')[0] ?? 'web') as 'web';
      const known = await stores.records.conversation(conversationId);
      const standing = known === null ? {} : { owner: known.owner, reference: known.reference };
      return stores.records.commit(
        aTurn({ conversationId, channel, ...standing, link: { kind: 'left', from: [] }, at, lastInboundAt: at }),
      );
    };
    const erase = (conversationId: string, fields: Partial<ErasureRequest> = {}) => {
      const request = { conversationId, channel: 'web', reference: {}, itemIds: [], fence: null, at: NOW } as const;
      return eraseCitizen(
        { ...request, requestedBy: 'staff', code: `XD-${conversationId}`, confirm: false, ...fields },
        stores.records,
      );
    };

    describe('a code', () => {
      it('links both conversations with time and words of consent, and is used once', async () => {
        await offerCode(stores, AN, 'one', NOW);
        expect(await stores.links.giverOf(linkCodeDigest('one'), NOW)).toBe(AN);
        expect(await sendCode(stores, BINH, { giver: AN, code: 'one', at: NOW + 9 })).toMatchObject({ ok: true });
        const common = { groupId: 'g-one', linkedAt: NOW + 9, consent: 'c/1' };
        expect(await stores.links.of(AN)).toEqual([
          { ...common, conversationId: AN, isTold: false },
          { ...common, conversationId: BINH, isTold: true },
        ]);
        expect(await stores.links.giverOf(linkCodeDigest('one'), NOW)).toBeNull();
        expect(await sendCode(stores, CHI, { giver: AN, code: 'one', at: NOW + 9 })).toMatchObject({ reason: 'stale' });
        expect(await linked(CHI)).toEqual([]);
      });

      it('that two conversations use at the same moment links one of them', async () => {
        await offerCode(stores, AN, 'one', NOW);
        const both = await Promise.all(
          [BINH, CHI].map((id) => sendCode(stores, id, { giver: AN, code: 'one', at: NOW + 1 })),
        );
        expect(both.filter(({ ok }) => ok)).toHaveLength(1);
        expect(await linked(AN)).toHaveLength(2);
      });

      it('ends after its time, with the next code, and when the link is undone', async () => {
        await offerCode(stores, AN, 'one', NOW);
        expect(await stores.links.giverOf(linkCodeDigest('one'), NOW + CODE_LASTS_MS)).toBeNull();
        const late = { giver: AN, code: 'one', at: NOW + CODE_LASTS_MS };
        expect(await sendCode(stores, BINH, late)).toMatchObject({ reason: 'stale' });
        await offerCode(stores, AN, 'two', NOW + 1);
        expect(await stores.links.giverOf(linkCodeDigest('one'), NOW + 1)).toBeNull();
        await leave(AN);
        expect(await stores.links.giverOf(linkCodeDigest('two'), NOW + 1)).toBeNull();
      });

      it('consumes nothing where it comes too late', async () => {
        await stores.inbox.put([anArrival({ conversationId: BINH, channel: 'zalo', at: NOW })], NOW);
        const itemIds = (await stores.inbox.waiting(BINH)).map(({ id }) => id);
        const change = { kind: 'joined', digest: 'none', giver: AN, groupId: 'g', consent: 'c/1' } as const;
        const turn = aTurn({ conversationId: BINH, itemIds, link: change, at: NOW });
        expect(await stores.records.commit(turn)).toMatchObject({ reason: 'stale' });
        expect(await stores.inbox.waiting(BINH)).toHaveLength(1);
      });

      it('is counted where it stands nowhere, for each conversation', async () => {
        for (const at of [NOW, NOW + 10, NOW + 20]) {
          await stores.records.commit(aTurn({ conversationId: BINH, link: { kind: 'mistyped' }, at }));
        }
        expect(await stores.links.triesSince(BINH, NOW)).toBe(2);
        expect(await stores.links.triesSince(AN, 0)).toBe(0);
      });

      it('is counted over all conversations, and an erasure does not let anybody begin anew', async () => {
        for (const [index, conversationId] of [AN, BINH, BINH].entries()) {
          await stores.records.commit(aTurn({ conversationId, link: { kind: 'mistyped' }, at: NOW + index }));
        }
        expect(await erase(BINH)).toBe('erased');
        expect(await stores.links.triesSince(BINH, 0)).toBe(0);
        expect(await stores.links.triesInAllSince(0)).toBe(3);
        expect(await stores.links.triesInAllSince(NOW + 1)).toBe(1);
      });

      it('is counted up to the bound over all conversations', async () => {
        for (let index = 0; index <= MOST_TRIES_IN_ALL; index += 1) {
          const conversationId = `web:web:${index}`;
          await stores.records.commit(aTurn({ conversationId, link: { kind: 'mistyped' }, at: NOW + index }));
        }
        expect(await stores.links.triesInAllSince(0)).toBeGreaterThanOrEqual(MOST_TRIES_IN_ALL);
      });
    });

    describe('a group', () => {
      it('grows by a third, joins another group whole, and has a bound', async () => {
        await linkTwo(stores, AN, BINH, NOW);
        await linkTwo(stores, BINH, CHI, NOW + 1);
        expect(await linked(AN)).toEqual([CHI, AN, BINH].sort());
        await linkTwo(stores, 'web:web:d', 'web:web:e', NOW + 2);
        await linkTwo(stores, 'web:web:e', CHI, NOW + 3);
        expect(await linked('web:web:d')).toHaveLength(MOST_LINKED);
        expect(new Set((await stores.links.of(AN)).map(({ groupId }) => groupId)).size).toBe(1);
        await expect(linkTwo(stores, AN, 'web:web:f', NOW + 4)).rejects.toThrow('stale');
        await expect(linkTwo(stores, AN, CHI, NOW + 4)).rejects.toThrow('stale');
        await expect(linkTwo(stores, AN, AN, NOW + 4)).rejects.toThrow('stale');
        expect(await linked(AN)).toHaveLength(MOST_LINKED);
      });

      it('loses who undoes it, and ends with the last but one', async () => {
        await linkTwo(stores, AN, BINH, NOW);
        await linkTwo(stores, AN, CHI, NOW + 1);
        await leave(BINH);
        expect(await linked(BINH)).toEqual([]);
        expect(await linked(AN)).toEqual([CHI, AN].sort());
        await leave(BINH);
        await leave(CHI);
        for (const id of [AN, BINH, CHI]) expect(await linked(id)).toEqual([]);
        expect(await untold()).toEqual([]);
      });

      it('loses who is erased, with codes and tries; the others keep their words', async () => {
        await linkTwo(stores, AN, BINH, NOW);
        await linkTwo(stores, AN, CHI, NOW + 1);
        await offerCode(stores, AN, 'open', NOW + 2);
        await stores.records.commit(aTurn({ conversationId: AN, link: { kind: 'mistyped' }, at: NOW + 3 }));
        expect(await erase(AN)).toBe('erased');
        expect(await linked(AN)).toEqual([]);
        expect(await linked(BINH)).toEqual([BINH, CHI].sort());
        expect(await stores.links.giverOf(linkCodeDigest('open'), NOW + 3)).toBeNull();
        expect(await stores.links.triesSince(AN, 0)).toBe(0);
        expect(await stores.records.conversation(BINH)).not.toBeNull();
      });

      it('stays while a hold keeps a conversation, and goes with the words that nobody needs any more', async () => {
        await linkTwo(stores, AN, BINH, NOW);
        await linkTwo(stores, 'web:web:d', 'web:web:e', NOW);
        await stores.holds.place({ conversationId: AN, reason: 'thanh tra', by: 'lan', at: NOW, until: null });
        await stores.holds.place({ conversationId: BINH, reason: 'thanh tra', by: 'lan', at: NOW, until: null });
        expect(await erase(AN, { at: NOW + 1 })).toBe('after-hold');
        await stores.retention.retain(NOW + 5 * DAY_MS, 10);
        expect(await linked('web:web:d')).toHaveLength(2);
        await stores.retention.retain(NOW + 20 * DAY_MS, 0);
        expect(await linked('web:web:d')).toHaveLength(2);
        await stores.retention.retain(NOW + 20 * DAY_MS, 10);
        expect(await linked('web:web:d')).toEqual([]);
        expect(await linked(AN)).toEqual([AN, BINH].sort());
      });
    });

    describe('telling', () => {
      const text = 'Vừa được liên kết.';
      const due = async () => (await stores.outbox.due(NOW + 99, ['web', 'zalo'], 10)).map((row) => row.text);
      const one = async (id: string) => {
        const found = (await stores.links.untold()).find(({ conversationId }) => conversationId === id);
        if (found === undefined) throw new Error('told');
        return found;
      };

      it('says the words once, however often and at the same time it is asked to', async () => {
        await linkTwo(stores, AN, BINH, NOW);
        expect(await untold()).toEqual([AN]);
        const telling = { linked: await one(AN), key: '1', text, at: NOW + 2 };
        const sent = await Promise.all([1, 2, 3].map(() => stores.links.tell(telling)));
        expect(sent.filter(Boolean)).toHaveLength(1);
        expect(await due()).toEqual([text]);
        expect(await untold()).toEqual([]);
        expect((await stores.links.of(AN)).every(({ isTold }) => isTold)).toBe(true);
      });

      it('tells of a third everybody who belonged to the group before', async () => {
        await linkTwo(stores, AN, BINH, NOW);
        await stores.links.tell({ linked: await one(AN), key: '1', text, at: NOW + 2 });
        await linkTwo(stores, AN, CHI, NOW + 3);
        expect(await untold()).toEqual([AN, BINH].sort());
      });

      it('interrupts no person who speaks, and says nothing of a link that was undone', async () => {
        const ticket = { kind: 'open', topic: 'human_request', priority: 'normal', question: 'x' } as const;
        await linkTwo(stores, AN, BINH, NOW);
        const read = await one(AN);
        await stores.records.commit(aTurn({ conversationId: AN, ticket, owner: 'queue', at: NOW + 1 }));
        expect(await stores.links.tell({ linked: read, key: '1', text, at: NOW + 2 })).toBe(false);
        expect(await untold()).toEqual([AN]);
        await leave(BINH);
        expect(await stores.links.tell({ linked: read, key: '1', text, at: NOW + 6 })).toBe(false);
        expect(await due()).toEqual([]);
      });
    });

    describe('telling that a link was undone elsewhere', () => {
      const text = 'Không còn liên kết.';
      const due = async () =>
        (await stores.outbox.due(NOW + 99, ['web', 'zalo', 'messenger'], 10)).map((row) => row.text);
      const owed = async () =>
        (await stores.links.parted()).map(({ conversationId, channels }) => [conversationId, ...channels]).sort();
      const one = async (id: string) => {
        const found = (await stores.links.parted()).find(({ conversationId }) => conversationId === id);
        if (found === undefined) throw new Error('nothing is owed');
        return found;
      };

      it('is owed to everybody who stays, with where it was undone, and not to who undid it', async () => {
        await linkTwo(stores, AN, BINH, NOW);
        await linkTwo(stores, AN, CHI, NOW + 1);
        await leaveAt(BINH, NOW + 5);
        expect(await owed()).toEqual([
          [CHI, 'zalo'],
          [AN, 'zalo'],
        ]);
        await leaveAt(CHI, NOW + 6);
        expect(await owed()).toEqual([[AN, 'zalo', 'messenger']]);
        expect(await one(AN)).toMatchObject({ at: NOW + 6 });
      });

      it('is said once, however often and at the same time it is asked to', async () => {
        await linkTwo(stores, AN, BINH, NOW);
        await leaveAt(BINH, NOW + 5);
        const telling = { parted: await one(AN), text, at: NOW + 7 };
        const sent = await Promise.all([1, 2, 3].map(() => stores.links.tellParted(telling)));
        expect(sent.filter(Boolean)).toHaveLength(1);
        expect(await due()).toEqual([text]);
        expect(await stores.links.parted()).toEqual([]);
      });

      it('waits while a person speaks, and where more was undone meanwhile', async () => {
        const ticket = { kind: 'open', topic: 'human_request', priority: 'normal', question: 'x' } as const;
        await linkTwo(stores, AN, BINH, NOW);
        await linkTwo(stores, AN, CHI, NOW + 1);
        await leaveAt(BINH, NOW + 5);
        const read = await one(AN);
        await leaveAt(CHI, NOW + 6);
        expect(await stores.links.tellParted({ parted: read, text, at: NOW + 7 })).toBe(false);
        const both = await one(AN);
        await stores.records.commit(aTurn({ conversationId: AN, ticket, owner: 'queue', at: NOW + 8 }));
        expect(await stores.links.tellParted({ parted: both, text, at: NOW + 9 })).toBe(false);
        expect(await owed()).toEqual([[AN, 'zalo', 'messenger']]);
        expect(await due()).toEqual([]);
      });

      it('is owed no more to who links anew, undoes what is left, is erased, or is silent for long', async () => {
        await linkTwo(stores, AN, BINH, NOW);
        await leaveAt(BINH, NOW + 5);
        await linkTwo(stores, AN, BINH, NOW + 6);
        expect(await owed()).toEqual([]);
        await leaveAt(BINH, NOW + 7);
        await leaveAt(AN, NOW + 8);
        expect(await owed()).toEqual([]);
        await linkTwo(stores, AN, BINH, NOW + 9);
        await leaveAt(BINH, NOW + 10);
        expect(await erase(AN, { at: NOW + 11 })).toBe('erased');
        expect(await owed()).toEqual([]);
        await linkTwo(stores, CHI, BINH, NOW + 12);
        await leaveAt(BINH, NOW + 13);
        await stores.retention.retain(NOW + 5 * DAY_MS, 10);
        expect(await owed()).toEqual([[CHI, 'zalo']]);
        await stores.retention.retain(NOW + 20 * DAY_MS, 10);
        expect(await owed()).toEqual([]);
      });
    });
  });
}
