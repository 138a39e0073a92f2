import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { createReadingPool, type ReadingLimits, type ReadingPool } from '../../adapters/ingesting/reading-pool.ts';
import { printReport } from '../../adapters/ingesting/report.ts';
import { ingest } from '../../adapters/ingesting/run-ingest.ts';
import { createRecognisers, type Recognisers } from '../../adapters/ocr/recognising-threads.ts';
import { openSnapshot } from '../../adapters/snapshots/snapshot-store.ts';
import type { RecognisedLine } from '../../ingest/load/pictures/recognition.ts';
import { aDecision, putFiles } from '../builders/office-files.ts';
import { aPdf } from '../builders/pdf-files.ts';
import { upperPart } from '../builders/scans.ts';

const folder = mkdtempSync(join(tmpdir(), 'assistant-recognition-'));
const opened: ReadingPool[] = [];
afterEach(async () => {
  for (const pool of opened.splice(0)) await pool.close();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const TEXTS = [
  'Học sinh thuộc hộ nghèo được miễn học phí.',
  'Nhà trường công khai các khoản thu đầu năm.',
  'Cha mẹ học sinh góp ý bằng văn bản.',
];

/** Sees one line of an official text on every picture, and counts the pictures. */
function aQuickRecogniser(ms = 0): Recognisers & { readonly pictures: () => number } {
  let pictures = 0;
  return {
    threads: 2,
    pictures: () => pictures,
    async recognise(): Promise<readonly RecognisedLine[]> {
      pictures += 1;
      await new Promise((resolve) => setTimeout(resolve, ms));
      const words = `Điều ${pictures}. ${TEXTS[pictures % TEXTS.length]}`.split(' ');
      return [
        {
          baseline: 300,
          words: words.map((text, index) => ({
            text,
            left: 200 + index * 100,
            right: 280 + index * 100,
            top: 270,
            bottom: 305,
            confidence: 95,
          })),
        },
      ];
    },
    close: async () => {},
  };
}

const aScan = async (pages: number) => {
  const picture = await upperPart();
  return { name: 'quet.pdf', bytes: await aPdf(Array.from({ length: pages }, () => ({ picture }))) };
};

function aPool(limits: ReadingLimits): ReadingPool {
  const pool = createReadingPool({ threads: 1, ...limits });
  opened.push(pool);
  return pool;
}

describe('recognition of a long scan', { timeout: 60_000 }, () => {
  it('stops when its time is up, is not passed off as whole, and goes on in the next run', async () => {
    const file = await aScan(3);
    const recognisers = aQuickRecogniser();
    const pool = aPool({ recognisers, recogniseMs: 0 });
    const run = () => pool.read(file, () => {}, join(folder, 'budget'));
    const unfinished = (done: string) => ({
      ok: false,
      skipped: { reason: 'unfinished', message: expect.stringContaining(done) },
    });
    expect(await run()).toMatchObject(unfinished('1/3 trang'));
    expect(await run()).toMatchObject(unfinished('2/3 trang'));
    expect(await run()).toMatchObject({ ok: true, pages: [1, 2, 3].map((page) => ({ page, way: 'ocr' })) });
    expect(recognisers.pictures()).toBe(3);
  });

  it('takes a damaged page of an earlier run for none', async () => {
    const file = await aScan(2);
    const pages = join(folder, 'torn');
    const recognisers = aQuickRecogniser();
    const pool = aPool({ recognisers });
    await pool.read(file, () => {}, pages);
    writeFileSync(join(pages, '2.json'), '{"lines":[');
    expect((await pool.read(file, () => {}, pages)).ok).toBe(true);
    expect(recognisers.pictures()).toBe(3);
  });

  it('tells each page', async () => {
    const told: string[] = [];
    const pool = aPool({ recognisers: aQuickRecogniser() });
    await pool.read(await aScan(2), (done, total) => told.push(`${done}/${total}`));
    expect(told).toEqual(['1/2', '2/2']);
  });

  it('is not taken for silence', async () => {
    const module = pathToFileURL(join(import.meta.dirname, '../faults/failing-reader.ts')).href;
    const pool = aPool({ module, recognisers: aQuickRecogniser(4_500), silentMs: 3_500 });
    const bytes = Buffer.from(aDecision(1, ['Bữa trưa 35.000 đồng.']));
    expect((await pool.read({ name: 'asks.txt', bytes })).ok).toBe(true);
  });
});

describe('recognising threads', { timeout: 60_000 }, () => {
  it('give up a picture that takes too long, and read the next ones', async () => {
    const module = pathToFileURL(join(import.meta.dirname, '../faults/failing-recogniser.ts')).href;
    const recognisers = createRecognisers({ threads: 1, module, pictureMs: 5_000 });
    const ask = (width: number) =>
      recognisers.recognise({ width, height: 1, pixels: new Uint8Array(width), dpi: 200 }, 'page');
    expect(await Promise.all([ask(1), ask(666), ask(13), ask(2)])).toEqual([[], null, null, []]);
    await recognisers.close();
    expect(await ask(1)).toBeNull();
  });
});

describe('an ingest with a scan', { timeout: 120_000 }, () => {
  it('says which way each page was read, and leaves an unfinished scan out until it is whole', async () => {
    const files = join(folder, 'files');
    const dataDir = join(folder, 'data');
    putFiles(files, { 'an.txt': aDecision(1, ['Bữa trưa 35.000 đồng.']), 'quet.pdf': (await aScan(2)).bytes });
    const run = (recogniseMs: number) =>
      ingest({ paths: [files] }, dataDir, {
        encoder: null,
        now: () => Date.now() + 3_600_000,
        limits: { recognisers: aQuickRecogniser(), recogniseMs },
      });
    expect(printReport(await run(0))).toMatch(/✗ quet\.pdf.*chạy lại lệnh nạp để đọc tiếp.*1\/2 trang/);
    expect(openSnapshot(dataDir).documents.map((document) => document.file)).toEqual(['an.txt']);
    expect(printReport(await run(60_000))).toMatch(/✓ quet\.pdf.*2 trang \(2 nhận dạng chữ; điểm thấp nhất 1,00\)/);
    expect(openSnapshot(dataDir).documents).toHaveLength(2);
    expect(readdirSync(join(dataDir, 'ingest', 'pages'))).toHaveLength(1);
    rmSync(join(files, 'quet.pdf'));
    await run(0);
    expect(readdirSync(join(dataDir, 'ingest', 'pages'))).toEqual([]);
  });
});
