import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openOfficeSettings } from '../../adapters/office-settings.ts';
import type { StateEngine } from '../../adapters/stores/engine.ts';
import { createAdmissionPublishing } from '../../bot/admission/publish-table.ts';
import { ADMISSION_DAY, aTable } from '../builders/admission-table.ts';
import { until } from '../builders/product.ts';
import { aSession } from '../builders/staff-sessions.ts';

/** A place of state that engines are opened on, each as another process would. */
export interface PlaceOfState {
  open(): Promise<StateEngine>;
}

/** What several engines on one place of state must keep to. */
export function sharedStateContract(name: string, newPlace: () => Promise<PlaceOfState>): void {
  describe(`shared state contract: ${name}`, () => {
    let one: StateEngine;
    let other: StateEngine;
    beforeEach(async () => {
      const place = await newPlace();
      one = await place.open();
      other = await place.open();
    });
    afterEach(async () => {
      await one.close();
      await other.close();
    });

    describe('a lock', () => {
      it('lets one work at a time, of all engines', async () => {
        let working = 0;
        const together: number[] = [];
        const work = async () => {
          working += 1;
          together.push(working);
          await wait(5);
          working -= 1;
        };
        await Promise.all(Array.from({ length: 12 }, (_, index) => (index % 2 ? one : other).lock('a')(work)));
        expect(together).toEqual(Array.from({ length: 12 }, () => 1));
      });

      it('gives what the work gives, and is free again after work that failed', async () => {
        const broken = one.lock('a')(async () => {
          throw new Error('broken');
        });
        await expect(broken).rejects.toThrow('broken');
        expect(await other.lock('a')(async () => 'done')).toBe('done');
      });

      it('keeps nobody waiting that asks for another name', async () => {
        const inner = () => other.lock('b')(async () => 'inside');
        expect(await one.lock('a')(inner)).toBe('inside');
      });
    });

    it('one kept value wins among engines that make it at the same time', async () => {
      const made = await Promise.all(
        [one, other, one, other].map(({ kept }, index) => kept.getOrMake('key', () => `value-${index}`)),
      );
      expect(new Set(made).size).toBe(1);
      await one.kept.set('key', 'changed');
      expect(await other.kept.get('key')).toBe('changed');
    });

    it('an admission table that was published at one engine answers at the other, and can be taken back there', async () => {
      const at = (engine: StateEngine) =>
        openOfficeSettings({
          kept: engine.kept,
          audit: engine.audit,
          lock: engine.lock('kept-versions'),
          now: () => 1,
          onFault(error) {
            throw error;
          },
        });
      const publishing = createAdmissionPublishing(one.kept, at(one).admissionVersions);
      await publishing.publish({ by: 'lan', seen: 0, table: aTable() });
      expect(await at(other).admission.tableOn(ADMISSION_DAY)).toMatchObject({ table: aTable() });
      const elsewhere = createAdmissionPublishing(other.kept, at(other).admissionVersions);
      expect(await elsewhere.withdraw({ by: 'an', seen: 0, schoolYear: '2026-2027' })).toBe('stale');
      await elsewhere.restore({ by: 'an', seen: 1, version: 0 });
      expect(await at(one).admission.tableOn(ADMISSION_DAY)).toBeNull();
    });

    it('a session that was opened at one engine holds at the other, until it is ended there', async () => {
      const session = aSession();
      await one.staff.openSession('s1', session);
      expect(await other.staff.session('s1', 1_000)).toEqual(session);
      await other.staff.endSession('s1');
      expect(await one.staff.session('s1', 1_000)).toBeNull();
    });

    it('failed log-ins at both engines count together', async () => {
      await Promise.all([1, 2, 3, 4].map((at) => (at % 2 ? one : other).staff.recordFailure('lan', at, 0)));
      expect(await one.staff.failures('lan', 0)).toEqual({ count: 4, lastAt: 4 });
    });

    it('tells its own listeners of every event once, and nobody who no longer listens', async () => {
      const heard: unknown[] = [];
      const stop = one.live.subscribe((event) => heard.push(event));
      one.live.publish({ kind: 'tickets', ticketId: 't1' });
      await until(() => heard.length > 0);
      stop();
      one.live.publish({ kind: 'work' });
      await wait(50);
      expect(heard).toEqual([{ kind: 'tickets', ticketId: 't1' }]);
    });
  });
}
