import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { indexByWords } from '../builders/product.ts';
import { type Dose, FAULTS } from '../measures/chaos/faults.ts';
import { inflict, ORDINARY } from '../measures/chaos/run-chaos.ts';
import { type ChaosSystem, startSystem } from '../measures/chaos/system.ts';
import { NOTHING_WRONG } from '../measures/chaos/verdict.ts';
import { seededRandom } from '../measures/retrieval/seeded-random.ts';

describe('one process on a state file', () => {
  let system: ChaosSystem;
  beforeAll(async () => {
    const started = await startSystem(await indexByWords(), {
      ...ORDINARY,
      engine: 'libsql',
      random: seededRandom('chaos on a file'),
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
    ['it is killed twice', 'kill-both', { points: 2 }],
    ['it is told to stop while it sends', 'sigterm-during-send', { points: 1 }],
  ];
  it.each(CASES)('loses, doubles and disorders nothing when %s', { timeout: 600_000 }, async (_what, name, dose) => {
    const fault = FAULTS[name];
    if (fault === undefined) throw new Error(`There is no fault ${name}.`);
    const { faults, quiet, counted } = await inflict(system, name, fault, { ...dose, messages: 0 });
    expect(faults).toEqual(NOTHING_WRONG);
    expect(quiet).toBe(true);
    expect(counted['uncleanEnds'] ?? 0).toBe(0);
  });
});
