import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { indexByWords } from '../builders/product.ts';
import { hasRedis } from '../builders/redis-server.ts';
import { type Dose, FAULTS } from '../measures/chaos/faults.ts';
import { inflict, ORDINARY } from '../measures/chaos/run-chaos.ts';
import { type ChaosSystem, startSystem } from '../measures/chaos/system.ts';
import { NOTHING_WRONG } from '../measures/chaos/verdict.ts';
import { seededRandom } from '../measures/retrieval/seeded-random.ts';

/** Of two workers, whose two loops ask every two seconds; what was under way when Redis went says so too. */
const LINES_IN_5_SECONDS = 60;

describe.skipIf(!hasRedis())('a web process and two workers on Redis', () => {
  let system: ChaosSystem;
  beforeAll(async () => {
    const started = await startSystem(await indexByWords(), {
      ...ORDINARY,
      engine: 'redis',
      random: seededRandom('chaos on Redis'),
      confirmMs: 5_000,
      // Longer than a claim of mail lasts.
      stallMs: 16_500,
      slowMs: 1_500,
    });
    if (started === null) throw new Error('The system did not start.');
    system = started;
  }, 300_000);
  afterAll(() => system?.stop());

  const CASES: readonly (readonly [what: string, fault: keyof typeof FAULTS, dose: Dose])[] = [
    ['a worker is killed three times', 'kill-worker', { points: 3 }],
    ['the web process and both workers are killed at once', 'kill-both', { points: 1 }],
    ['Redis is killed', 'redis-restart', { points: 1 }],
    ['the wall clock of a worker jumps an hour forth and back', 'clock-jump', { points: 2 }],
    ['a worker stands still for longer than its claims last', 'event-loop-stall', { points: 1, awayMs: 16_500 }],
    ['a worker is told to stop while it sends', 'sigterm-during-send', { points: 1 }],
  ];
  it.each(CASES)('lose, double and disorder nothing when %s', { timeout: 600_000 }, async (_what, name, dose) => {
    const fault = FAULTS[name];
    if (fault === undefined) throw new Error(`There is no fault ${name}.`);
    const { faults, quiet, counted } = await inflict(system, name, fault, { ...dose, messages: 0 });
    expect(faults).toEqual(NOTHING_WRONG);
    expect(quiet).toBe(true);
    expect(counted['uncleanEnds'] ?? 0).toBe(0);
  });

  it('go on by themselves when Redis was away, and say so without flooding the log', { timeout: 300_000 }, async () => {
    const fault = FAULTS['redis-away'];
    if (fault === undefined) throw new Error('There is no such fault.');
    const { faults, quiet, counted } = await inflict(system, 'redis-away', fault, {
      points: 1,
      awayMs: 5_000,
      messages: 0,
    });
    expect(faults).toEqual(NOTHING_WRONG);
    expect(quiet).toBe(true);
    expect(counted['linesOfWorkers']).toBeLessThan(LINES_IN_5_SECONDS);
  });
});
