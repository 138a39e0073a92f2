import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { EngineOptions, StateEngine } from '../../adapters/stores/engine.ts';
import type { StaffAccount } from '../../bot/ports/staff.ts';
import { anAccount, aSession } from '../builders/staff-sessions.ts';

const LAN = anAccount({ group: 'Trường Tiểu học Ba Đình', mustChangePassword: true });
const ADMIN = anAccount({ name: 'admin', role: 'admin' });
const DAY = 24 * 3_600_000;

function failOnFault(error: unknown): void {
  throw error;
}

/** What every engine must keep to with accounts, log-ins and second factors. */
export function staffContract(name: string, open: (options: EngineOptions) => Promise<StateEngine>): void {
  describe(`staff contract: ${name}`, () => {
    let engine: StateEngine;
    beforeEach(async () => {
      engine = await open({ onFault: failOnFault });
    });
    afterEach(() => engine.close());

    async function withSession(account: StaffAccount): Promise<boolean> {
      await engine.staff.save(LAN);
      await engine.staff.openSession('s1', aSession());
      await engine.staff.save(account);
      return (await engine.staff.session('s1', 1_000)) !== null;
    }

    describe('accounts', () => {
      it('are found as they were saved, and counted', async () => {
        expect(await engine.staff.save(LAN)).toBe('saved');
        expect(await engine.staff.find('lan')).toEqual(LAN);
        expect(await engine.staff.find('minh')).toBeNull();
        expect(await engine.staff.count()).toBe(1);
      });

      it('are listed by name with their last log-in, which a later save keeps', async () => {
        await engine.staff.save(LAN);
        await engine.staff.save(ADMIN);
        await engine.staff.recordLogin('lan', 7_000);
        await engine.staff.save({ ...LAN, displayName: 'Cô Lan' });
        expect(await engine.staff.list()).toEqual([
          { account: ADMIN, lastLoginAt: null },
          { account: { ...LAN, displayName: 'Cô Lan' }, lastLoginAt: 7_000 },
        ]);
      });

      it.each([
        ['role', { role: 'editor' }],
        ['password', { passwordHash: 'scrypt$y' }],
        ['duty to change the password', { mustChangePassword: false }],
        ['right to log in', { disabled: true }],
      ] as const)('lose their sessions with a change of the %s', async (_what, change) => {
        expect(await withSession({ ...LAN, ...change })).toBe(false);
      });

      it('keep their sessions when only words about the person change', async () => {
        expect(await withSession({ ...LAN, displayName: 'Cô Lan', group: null })).toBe(true);
      });

      it('never lose the last admin who can log in', async () => {
        await engine.staff.save(ADMIN);
        await engine.staff.save({ ...ADMIN, name: 'old', disabled: true });
        expect(await engine.staff.save({ ...ADMIN, disabled: true })).toBe('last-admin');
        expect(await engine.staff.save({ ...ADMIN, role: 'agent' })).toBe('last-admin');
        expect(await engine.staff.find('admin')).toEqual(ADMIN);
      });

      it('keep one admin when two put each other out at the same moment', async () => {
        const other = { ...ADMIN, name: 'minh' };
        await engine.staff.save(ADMIN);
        await engine.staff.save(other);
        const ends = await Promise.all([
          engine.staff.save({ ...ADMIN, disabled: true }),
          engine.staff.save({ ...other, disabled: true }),
        ]);
        expect([...ends].sort()).toEqual(['last-admin', 'saved']);
      });

      it('get a new hash without losing sessions, unless the password changed meanwhile', async () => {
        await engine.staff.save(LAN);
        await engine.staff.openSession('s1', aSession());
        await engine.staff.rehash('lan', 'scrypt$x', 'scrypt$better');
        await engine.staff.rehash('lan', 'scrypt$x', 'scrypt$late');
        expect(await engine.staff.find('lan')).toEqual({ ...LAN, passwordHash: 'scrypt$better' });
        expect(await engine.staff.session('s1', 1_000)).not.toBeNull();
      });
    });

    describe('sessions', () => {
      it('end on time and on request', async () => {
        await engine.staff.openSession('s1', aSession());
        await engine.staff.openSession('s2', aSession({ expiresAt: 20_000 }));
        expect(await engine.staff.session('s1', 8_999)).toEqual(aSession());
        expect(await engine.staff.session('s1', 9_000)).toBeNull();
        await engine.staff.endSession('s2');
        expect(await engine.staff.session('s2', 1_000)).toBeNull();
      });

      it('are prolonged, and change in nothing else', async () => {
        await engine.staff.openSession('s1', aSession());
        await engine.staff.prolongSession('s1', 2_000, 12_000);
        expect(await engine.staff.session('s1', 3_000)).toEqual(aSession({ lastUsedAt: 2_000, expiresAt: 12_000 }));
      });

      it('that were ended are not brought back by a request that was under way', async () => {
        await engine.staff.openSession('s1', aSession());
        await engine.staff.endSession('s1');
        await engine.staff.prolongSession('s1', 2_000, 12_000);
        expect(await engine.staff.session('s1', 3_000)).toBeNull();
      });

      it('of one account are listed, the last used first, without those that are over', async () => {
        await engine.staff.openSession('s1', aSession({ lastUsedAt: 1_000 }));
        await engine.staff.openSession('s2', aSession({ lastUsedAt: 3_000, device: 'Safari/iPhone' }));
        await engine.staff.openSession('s3', aSession({ lastUsedAt: 4_000, expiresAt: 4_500 }));
        await engine.staff.openSession('s4', aSession({ staffName: 'minh' }));
        const listed = await engine.staff.sessionsOf('lan', 5_000);
        expect(listed.map(({ session }) => session.lastUsedAt)).toEqual([3_000, 1_000]);
        expect(listed[0]?.session.device).toBe('Safari/iPhone');
      });

      it('are ended by the key of the list, and only by their owner', async () => {
        await engine.staff.openSession('s1', aSession());
        const key = (await engine.staff.sessionsOf('lan', 1_000))[0]?.key ?? '';
        expect(key).not.toContain('s1');
        expect(await engine.staff.endListedSession('minh', key)).toBe(false);
        expect(await engine.staff.session('s1', 1_000)).not.toBeNull();
        expect(await engine.staff.endListedSession('lan', key)).toBe(true);
        expect(await engine.staff.endListedSession('lan', key)).toBe(false);
        expect(await engine.staff.session('s1', 1_000)).toBeNull();
      });

      it('of one account end together, all but one if so asked', async () => {
        for (const id of ['s1', 's2', 's3']) await engine.staff.openSession(id, aSession());
        await engine.staff.openSession('other', aSession({ staffName: 'minh' }));
        expect(await engine.staff.endSessions('lan', 's2')).toBe(2);
        expect(await engine.staff.session('s2', 1_000)).not.toBeNull();
        expect(await engine.staff.endSessions('lan', null)).toBe(1);
        expect(await engine.staff.session('other', 1_000)).not.toBeNull();
      });
    });

    describe('failed tries', () => {
      it('are counted under a key within the time asked for', async () => {
        expect(await engine.staff.recordFailure('name:lan', 1_000, 0)).toBe(1);
        expect(await engine.staff.recordFailure('name:lan', 5_000, 0)).toBe(2);
        expect(await engine.staff.failures('name:lan', 4_000)).toEqual({ count: 1, lastAt: 5_000 });
        expect(await engine.staff.failures('name:minh', 0)).toEqual({ count: 0, lastAt: null });
        await engine.staff.clearFailures('name:lan');
        expect(await engine.staff.failures('name:lan', 0)).toEqual({ count: 0, lastAt: null });
      });

      it('outlive a failure that was counted for a shorter time, under this key or another', async () => {
        await engine.staff.recordFailure('name:lan', 1_000, 0);
        await engine.staff.recordFailure('name:lan', 9_000, 8_000);
        await engine.staff.recordFailure('address:192.0.2.1', 9_000, 8_000);
        expect(await engine.staff.failures('name:lan', 0)).toEqual({ count: 2, lastAt: 9_000 });
      });

      it('are forgotten after a day', async () => {
        await engine.staff.recordFailure('name:lan', 1_000, 0);
        await engine.staff.recordFailure('name:lan', 1_001 + DAY, 0);
        expect((await engine.staff.failures('name:lan', 0)).count).toBe(1);
      });

      it('that come together are counted one by one', async () => {
        const counts = await Promise.all(Array.from({ length: 8 }, () => engine.staff.recordFailure('k', 1_000, 0)));
        expect([...counts].sort()).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
      });
    });

    describe('second factors', () => {
      const FACTOR = { sealedKey: 'gcm$x', lastStep: 100, recoveryDigests: ['a', 'b'] };

      it('are found as they were saved, listed by account, and removed with their codes', async () => {
        expect(await engine.factors.factor('lan')).toBeNull();
        await engine.factors.save('lan', FACTOR);
        expect(await engine.factors.factor('lan')).toEqual(FACTOR);
        expect(await engine.factors.names()).toEqual(['lan']);
        expect(await engine.factors.remove('lan')).toBe(true);
        expect(await engine.factors.remove('lan')).toBe(false);
        expect(await engine.factors.takeRecoveryCode('lan', 'a')).toBe(false);
        expect(await engine.factors.names()).toEqual([]);
      });

      it('take each step once and none that is older', async () => {
        await engine.factors.save('lan', FACTOR);
        expect(await engine.factors.takeStep('lan', 100)).toBe(false);
        expect(await engine.factors.takeStep('lan', 102)).toBe(true);
        expect(await engine.factors.takeStep('lan', 101)).toBe(false);
        expect(await engine.factors.takeStep('minh', 103)).toBe(false);
      });

      it('take a step or a recovery code once when two requests bring it together', async () => {
        await engine.factors.save('lan', FACTOR);
        const steps = await Promise.all([1, 2].map(() => engine.factors.takeStep('lan', 101)));
        const codes = await Promise.all([1, 2].map(() => engine.factors.takeRecoveryCode('lan', 'a')));
        expect([steps.filter(Boolean).length, codes.filter(Boolean).length]).toEqual([1, 1]);
        expect((await engine.factors.factor('lan'))?.recoveryDigests).toEqual(['b']);
      });

      it('exchange their recovery codes', async () => {
        await engine.factors.save('lan', FACTOR);
        await engine.factors.replaceRecoveryCodes('lan', ['c', 'd']);
        expect(await engine.factors.takeRecoveryCode('lan', 'b')).toBe(false);
        expect((await engine.factors.factor('lan'))?.recoveryDigests).toEqual(['c', 'd']);
      });
    });
  });
}
