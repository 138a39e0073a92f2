import { afterEach, beforeEach, expect, it } from 'vitest';
import type { StateEngine } from '../../adapters/stores/engine.ts';
import { endHoldsInTime } from '../../bot/end-holds.ts';
import { engineInMemory } from '../builders/engine-in-memory.ts';
import { runPlainTurn } from '../builders/plain-turns.ts';
import { until } from '../builders/product.ts';

const AN = 'web:web:an';
const AT = Date.UTC(2026, 10, 26);
const CONTROLLER = { name: 'UBND phường Ba Đình', address: '2 Trúc Bạch', contact: '024 3734 0000' };

let engine: StateEngine;
let ids = 0;
beforeEach(() => {
  engine = engineInMemory();
});
afterEach(() => engine.close());

async function said(text: string, controller: typeof CONTROLLER | undefined, at = AT): Promise<string> {
  const newId = () => `id-${++ids}`;
  await runPlainTurn(
    engine,
    { conversationId: AN, text, at },
    { now: () => at, newId, ...(controller && { controller }) },
  );
  return (await engine.records.transcript(AN, 0, 100)).at(-1)?.text ?? '';
}

it('the first reply says who answers for the data and whom to ask about them', async () => {
  expect(await said('xin chào', CONTROLLER)).toContain(
    'Bên kiểm soát dữ liệu: UBND phường Ba Đình; liên hệ về dữ liệu cá nhân: 024 3734 0000.',
  );
});

it('whoever asks what is kept of them reads the address too, and without settings nothing of it', async () => {
  await said('xin chào', CONTROLLER);
  const reply = await said('cho tôi xem dữ liệu của tôi', CONTROLLER, AT + 1);
  expect(reply).toMatch(/Bên kiểm soát dữ liệu: UBND phường Ba Đình; địa chỉ 2 Trúc Bạch; liên hệ.*: 024 3734 0000\.$/);
  expect(await said('cảm ơn', CONTROLLER, AT + 2)).not.toContain('Bên kiểm soát');
});

it('an office that sets nothing says nothing of a controller', async () => {
  expect(await said('xin chào', undefined)).not.toContain('Bên kiểm soát');
  expect(await said('cho tôi xem dữ liệu của tôi', undefined, AT + 1)).not.toContain('Bên kiểm soát');
});

it('a hold ends by itself when its time is over, and the audit log tells so', async () => {
  await said('xin chào', undefined);
  const hold = { conversationId: AN, reason: 'thanh tra', by: 'lan', at: AT };
  await engine.holds.place({ ...hold, until: AT + 1_000 });
  const work = (now: number) =>
    endHoldsInTime({ ...engine, now: () => now, onFault: (error) => expect(error).toBeUndefined() });
  await work(AT + 999).stop();
  expect(await engine.records.isHeld(AN)).toBe(true);
  await work(AT + 1_000).stop();
  await until(async () => !(await engine.records.isHeld(AN)));
  const entries = await engine.audit.list(0, 9);
  expect(entries.map(({ actor, action }) => [actor, action])).toEqual([['system', 'citizen.release']]);
});
