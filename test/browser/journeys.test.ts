import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { JOURNEYS } from './journeys.ts';

describe('the journeys of the people', () => {
  it.each(JOURNEYS.map((journey) => [journey.who, journey.comesTo, journey] as const))(
    'of the %s to %s are gone by one test that there is',
    (_who, _comesTo, { file, test }) => {
      const source = readFileSync(new URL(file, import.meta.url), 'utf8');
      expect(source.split(`'${test}`)).toHaveLength(2);
    },
  );

  it('are many, on both sizes, and of everybody who works here', () => {
    expect(JOURNEYS.length).toBeGreaterThanOrEqual(25);
    for (const size of ['desktop', 'phone'] as const) {
      expect(JOURNEYS.filter(({ sizes }) => sizes.includes(size)).length).toBeGreaterThan(10);
    }
  });
});
