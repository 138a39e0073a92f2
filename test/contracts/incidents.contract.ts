import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openWordSeal } from '../../adapters/sealing/open-word-seal.ts';
import type { StateEngine } from '../../adapters/stores/engine.ts';
import { sealStores } from '../../adapters/stores/sealed-stores.ts';
import { handledIncident, reopenedIncident } from '../../bot/incidents/incident.ts';
import { anIncident } from '../builders/incidents.ts';

const DAY = 24 * 3_600_000;
const NOW = 1_795_392_000_000;

/** What every engine keeps of what happened at schools; run it on each. */
export function incidentsContract(name: string, open: () => Promise<StateEngine>): void {
  describe(`incidents contract: ${name}`, () => {
    let stores: StateEngine;
    beforeEach(async () => {
      stores = await open();
    });
    afterEach(() => stores.close());

    it('stores an incident once, and a change only in the place of what it was made from', async () => {
      const { incidents } = stores;
      expect(await incidents.find('i1')).toBeNull();
      expect(await incidents.save(anIncident())).toBe(true);
      expect(await incidents.save(anIncident({ description: 'lần nữa' }))).toBe(false);
      const handled = ['Đã ổn.', 'Đã khám.'].map((result) => handledIncident(anIncident(), 'mai', result, 2_000));
      const both = await Promise.all(handled.map((one) => incidents.save(one)));
      expect(both.filter(Boolean)).toHaveLength(1);
      const found = await incidents.find('i1');
      expect(found).toMatchObject({ version: 2, state: 'handled', handledBy: 'mai' });
      expect(await incidents.save(reopenedIncident(found ?? anIncident()))).toBe(true);
      expect(await incidents.find('i1')).toMatchObject({ version: 3, state: 'open', result: found?.result });
    });

    it('finds what was filed in a period, the newest first', async () => {
      for (const [id, filedAt] of [
        ['a', 100],
        ['b', 200],
        ['c', 300],
        ['d', 400],
      ] as const)
        await stores.incidents.save(anIncident({ id, filedAt }));
      const filed = async (limit: number) =>
        (await stores.incidents.filed({ from: 200, until: 400 }, limit)).map(({ id }) => id);
      expect(await filed(10)).toEqual(['c', 'b']);
      expect(await filed(1)).toEqual(['c']);
    });

    it('loses the words of what was handled long ago, and keeps what is open', async () => {
      const old = anIncident({ id: 'old', filedAt: NOW - 40 * DAY });
      await stores.incidents.save(old);
      await stores.incidents.save(handledIncident(old, 'mai', 'Đã khám xong.', NOW - 39 * DAY));
      await stores.incidents.save(anIncident({ id: 'open', filedAt: NOW - 40 * DAY }));
      await stores.retention.retain(NOW, 30);
      await stores.retention.retain(NOW, 30);
      expect(await stores.incidents.find('old')).toMatchObject({
        ...{ version: 3, school: old.school, kind: 'food', description: '', contact: '', result: '' },
      });
      expect(await stores.incidents.find('open')).toMatchObject({ version: 1, contact: old.contact });
    });

    it('is never given personal data in the open', async () => {
      const sealed = sealStores(stores, await openWordSeal(null, stores.kept, randomBytes));
      const description = 'Cháu Nguyễn Văn An bị ngã, mẹ cháu số 0912 345 678';
      const contact = 'Cô Lan, 0987 654 321';
      await sealed.incidents.save(anIncident({ description, contact }));
      const kept = await stores.incidents.find('i1');
      expect(JSON.stringify(kept)).not.toMatch(/Văn An|0912|0987|345 678/);
      expect(await sealed.incidents.find('i1')).toMatchObject({ contact, description: kept?.description });
      expect(await sealed.incidents.filed({ from: 0, until: 2_000 }, 9)).toMatchObject([{ contact }]);
    });
  });
}
