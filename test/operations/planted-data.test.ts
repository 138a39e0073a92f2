import { describe, expect, it } from 'vitest';
import { runPlanted } from '../measures/planted/run-planted.ts';

describe('personal data that citizens write', () => {
  it('stands as it was written in nothing that is stored, logged, counted or sent', async () => {
    const { planted, leaks } = await runPlanted(120, null);
    expect(planted).toBeGreaterThan(100);
    expect(leaks).toEqual([]);
  }, 60_000);
});
