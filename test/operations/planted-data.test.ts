import { describe, expect, it } from 'vitest';
import { leaksIn } from '../measures/planted/planted-pieces.ts';
import { runPlanted } from '../measures/planted/run-planted.ts';

describe('personal data that citizens write', () => {
  it('is found wherever it stands, in any case and among other words', () => {
    const places = [
      { name: 'log', words: '{"text":"gọi CHO 0912000345"}' },
      { name: 'clean', words: 'số 091200034' },
      { name: 'state', words: '\u0000\u0001bé Vũ Gia Huy\u0002' },
    ];
    expect(leaksIn(places, ['0912000345', 'vũ gia huy'])).toEqual([
      { place: 'log', planted: '0912000345' },
      { place: 'state', planted: 'vũ gia huy' },
    ]);
  });

  it('stands as it was written in nothing that is stored, logged, counted or sent', async () => {
    const { planted, leaks } = await runPlanted(52, null);
    expect(planted).toBeGreaterThan(80);
    expect(leaks).toEqual([]);
  }, 120_000);
});
