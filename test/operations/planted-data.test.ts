import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { partsOfOfficeFile } from '../measures/planted/look-everywhere.ts';
import { plantedMessage } from '../measures/planted/planted-messages.ts';
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

  it('is found in an office file, also where the words of it lie in pieces', () => {
    const file = zipSync({ 'word/document.xml': strToU8('<w:t>gọi 0912</w:t></w:r><w:r><w:t>000345</w:t>') });
    const found = leaksIn(partsOfOfficeFile('bao-cao.docx', file), ['0912000345']);
    expect(found).toEqual([{ place: 'bao-cao.docx › word/document.xml', planted: '0912000345' }]);
  });

  it('stands as it was written in nothing that is stored, logged, counted, shown, exported or sent', async () => {
    const [first = ''] = plantedMessage(0).planted;
    const { planted, leaks, flows } = await runPlanted(76, null, {
      async spoil({ dataDir, stores }) {
        // What nobody masks is found, in a file and in what an engine kept.
        appendFileSync(join(dataDir, 'nhap-tay.txt'), `gọi lại số ${first}`);
        await stores.kept.set('nhap-tay', `gọi lại số ${first}`);
      },
    });
    expect(planted).toBeGreaterThan(150);
    expect(Object.entries(flows).filter(([, times]) => times === 0)).toEqual([]);
    expect(leaks.map(({ planted: piece }) => piece)).toEqual(leaks.map(() => first));
    expect(leaks.some(({ place }) => place.endsWith('nhap-tay.txt'))).toBe(true);
    expect(leaks.some(({ place }) => /state\.db(?:-wal)?$/.test(place))).toBe(true);
  }, 600_000);
});
