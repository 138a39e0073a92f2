import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type EngineHouse, engineHouse, enginesHere } from '../measures/walk/engines.ts';
import { runWalk } from '../measures/walk/run-walk.ts';

/** Enough to meet every kind of step on each engine within seconds; `npm run walk` goes much further. */
const EVENTS = { libsql: 2_000, 'libsql-file': 400, redis: 1_200 } as const;

describe.each(enginesHere())('a random walk on %s', (name) => {
  let house: EngineHouse;
  beforeAll(async () => {
    house = await engineHouse(name);
  });
  afterAll(() => house.close());

  it('never leaves a citizen to two owners or to none, and sends nothing twice, late or over staff', {
    timeout: 300_000,
  }, async () => {
    const { failure, counts } = await runWalk(house, `test ${name}`, EVENTS[name]);
    expect(failure).toBeNull();
    for (const what of [
      'claim',
      'close',
      'crash',
      'row sent',
      'turn crisis',
      'turn refused',
      'asked back',
      'transfer',
    ]) {
      expect([what, counts.get(what) ?? 0]).not.toEqual([what, 0]);
    }
  });
});
