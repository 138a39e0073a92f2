import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { StateEngine } from '../../adapters/stores/engine.ts';
import type { Ticket } from '../../bot/conversation.ts';
import { eraseCitizen } from '../../bot/erase-citizen.ts';
import type { ReportTurn } from '../../bot/ports/report-rows.ts';
import { aLedgerEntry, aTurn } from '../builders/turns.ts';

const PERIOD = { from: 1_000, until: 2_000 };

/** How reports read the ledger and the tickets, on every engine. */
export function reportRowsContract(name: string, open: () => Promise<StateEngine>): void {
  describe(`report rows contract: ${name}`, () => {
    let engine: StateEngine;
    beforeEach(async () => {
      engine = await open();
    });
    afterEach(() => engine.close());

    async function aRow(turnId: string, at: number, fields: Parameters<typeof aLedgerEntry>[0] = {}): Promise<void> {
      await engine.records.commit(aTurn({ at, ledger: aLedgerEntry({ turnId, ...fields }) }));
    }

    async function everyTurn(limit: number): Promise<readonly string[]> {
      const ids: string[] = [];
      let last: ReportTurn | null = null;
      do {
        const page: readonly ReportTurn[] = await engine.reportRows.turns(PERIOD, last, limit);
        ids.push(...page.map(({ turnId }) => turnId));
        last = page.at(-1) ?? null;
      } while (last !== null && ids.length < 50);
      return ids;
    }

    it('gives the turns of a period page by page, each once, by time and id, without its end', async () => {
      await aRow('early', 999);
      for (const id of ['c', 'a', 'b']) await aRow(id, 1_500);
      await aRow('first', 1_000);
      await aRow('last', 1_999);
      await aRow('late', 2_000);
      for (const limit of [1, 2, 100]) expect(await everyTurn(limit)).toEqual(['first', 'a', 'b', 'c', 'last']);
      expect(await engine.reportRows.countTurns(PERIOD)).toBe(5);
    });

    it('tells of a turn all that is counted', async () => {
      await aRow('t', 1_500, {
        outcome: 'escalated',
        topic: 'press',
        priority: 'high',
        decidedBy: 'x',
        question: 'Ạ?',
      });
      expect(await engine.reportRows.turns(PERIOD, null, 5)).toEqual([
        {
          turnId: 't',
          conversationId: 'web:web:an',
          channel: 'web',
          at: 1_500,
          outcome: 'escalated',
          topic: 'press',
          priority: 'high',
          decidedBy: 'x',
          question: 'Ạ?',
        },
      ]);
    });

    it('keeps a turn in its place when its citizen was erased, without channel and words', async () => {
      await aRow('a', 1_500);
      await aRow('b', 1_600);
      const outcome = await eraseCitizen(
        {
          conversationId: 'web:web:an',
          channel: 'web',
          reference: {},
          itemIds: [],
          fence: null,
          at: 3_000,
          requestedBy: 'staff',
          code: 'XD-000000000001',
          confirm: false,
        },
        engine.records,
      );
      expect(outcome).not.toBe('stale');
      const [a, b] = await engine.reportRows.turns(PERIOD, null, 5);
      expect([a?.turnId, a?.channel, a?.question, b?.conversationId]).toEqual(['a', null, '', a?.conversationId]);
      expect(await everyTurn(1)).toEqual(['a', 'b']);
    });

    it('gives the tickets that were opened in a period, page by page', async () => {
      for (const [citizen, at] of [
        ['a', 999],
        ['b', 1_200],
        ['c', 1_200],
        ['d', 1_900],
        ['e', 2_000],
      ] as const) {
        const ticket = { kind: 'open', topic: 'press', priority: 'high', question: citizen } as const;
        await engine.records.commit(aTurn({ conversationId: `web:web:${citizen}`, at, ticket, owner: 'queue' }));
      }
      const seen: Ticket[] = [];
      for (let last: Ticket | null = null; seen.length < 20; last = seen.at(-1) ?? null) {
        const page = await engine.reportRows.tickets(PERIOD, last, 2);
        if (page.length === 0) break;
        seen.push(...page);
      }
      expect(seen.map(({ question }) => question).toSorted()).toEqual(['b', 'c', 'd']);
      expect(seen.at(-1)?.question).toBe('d');
    });
  });
}
