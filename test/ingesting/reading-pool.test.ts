import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { SAMPLES_DIR } from '../../adapters/cli/samples.ts';
import { createReadingPool, type ReadingLimits, type ReadingPool } from '../../adapters/ingesting/reading-pool.ts';
import { readDocument } from '../../ingest/read-document.ts';

const FAILING_READER = pathToFileURL(join(import.meta.dirname, '../faults/failing-reader.ts')).href;
const opened: ReadingPool[] = [];
afterEach(async () => {
  for (const pool of opened.splice(0)) await pool.close();
});

function aPool(limits: ReadingLimits = {}): ReadingPool {
  const pool = createReadingPool({ threads: 2, ...limits });
  opened.push(pool);
  return pool;
}

const aFile = (name: string) => ({
  name,
  bytes: Buffer.from(`QUY ĐỊNH\n\nĐiều 1. Phạm vi\n\nQuy định này áp dụng cho trường học (${name}).`),
});

describe('the reading pool', () => {
  it('reads files in threads to the same result as in place, in the order asked', async () => {
    const pool = aPool();
    const files = readdirSync(SAMPLES_DIR).map((name) => ({ name, bytes: readFileSync(join(SAMPLES_DIR, name)) }));
    const read = await Promise.all(files.map((file) => pool.read(file)));
    expect(read).toEqual(await Promise.all(files.map((file) => readDocument(file))));
  });

  it.each([
    ['endless', 'Đọc quá lâu', 10_000],
    ['greedy', 'quá nhiều bộ nhớ', 60_000],
    ['exit', 'Trình đọc gặp lỗi', 60_000],
    ['throw', 'Trình đọc gặp lỗi', 60_000],
  ])(
    'skips a file that ends its thread (%s) with a reason, and reads the others',
    { timeout: 180_000 },
    async (name, reason, silentMs) => {
      const pool = aPool({ module: FAILING_READER, silentMs, memoryMb: 64 });
      const names = ['a.txt', `${name}.txt`, 'b.txt', 'c.txt', `${name}-2.txt`, 'd.txt'];
      const read = await Promise.all(names.map((each) => pool.read(aFile(each))));
      expect(read.map((result) => result.ok)).toEqual([true, false, true, true, false, true]);
      expect(read[1]).toMatchObject({ skipped: { message: expect.stringContaining(reason) } });
    },
  );

  it('lets a file take longer than the limit as long as its pages come', async () => {
    const pool = aPool({ module: FAILING_READER, silentMs: 3_500 });
    const pages: string[] = [];
    const result = await pool.read(aFile('pages.txt'), (done, total) => pages.push(`${done}/${total}`));
    expect(result.ok).toBe(true);
    expect(pages).toEqual(['1/5', '2/5', '3/5', '4/5', '5/5']);
  });

  it('gives up every job when its signal fires', async () => {
    const stop = new AbortController();
    const pool = aPool({ module: FAILING_READER, signal: stop.signal });
    const jobs = ['endless', 'endless', 'a'].map((name) => pool.read(aFile(`${name}.txt`)));
    setTimeout(() => stop.abort(new Error('Ctrl-C')), 300);
    const ended = await Promise.allSettled(jobs);
    expect(ended.map((job) => job.status === 'rejected' && job.reason.message)).toEqual(['Ctrl-C', 'Ctrl-C', 'Ctrl-C']);
    await expect(pool.read(aFile('b.txt'))).rejects.toThrow('Ctrl-C');
  });

  it('opens an archive in a thread', async () => {
    const { zipSync } = await import('fflate');
    const file = aFile('a.txt');
    const archive = await aPool().openArchive(zipSync({ 'a.txt': new Uint8Array(file.bytes) }));
    expect(archive).toMatchObject({ ok: true, files: [{ name: 'a.txt', bytes: new Uint8Array(file.bytes) }] });
  });
});
