import { execFileSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  unlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { lockIngest } from '../../adapters/ingesting/ingest-lock.ts';
import { printReport } from '../../adapters/ingesting/report.ts';
import { type IngestParts, ingest } from '../../adapters/ingesting/run-ingest.ts';
import { openSnapshot } from '../../adapters/snapshots/snapshot-store.ts';
import { aDecision, putFiles } from '../builders/office-files.ts';

const folder = mkdtempSync(join(tmpdir(), 'assistant-ingest-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let files = '';
let dataDir = '';
let run = 0;
beforeEach(() => {
  run += 1;
  files = join(folder, `files-${run}`);
  dataDir = join(folder, `data-${run}`);
  mkdirSync(files);
});

/** Indexes by words alone, an hour after the files were written. */
const index = (paths: readonly string[] = [files], parts: Partial<IngestParts> = {}) =>
  ingest({ paths }, dataDir, { encoder: null, now: () => Date.now() + 3_600_000, ...parts });

const meals = aDecision(1, ['Bữa trưa 35.000 đồng.', 'Bữa sáng 20.000 đồng.']);
const buses = aDecision(2, ['Xe đưa đón 15.000 đồng một lượt.']);

describe('an ingest', () => {
  it('tells what is new, changed, unchanged and gone, and holds exactly what it was given', async () => {
    putFiles(files, { 'an.txt': meals, 'xe.txt': buses, 'cu.txt': aDecision(3, ['Bỏ đi.']) });
    expect((await index()).lines.map((line) => line.change)).toEqual(['new', 'new', 'new']);
    unlinkSync(join(files, 'cu.txt'));
    putFiles(files, {
      'xe.txt': aDecision(2, ['Xe đưa đón 16.000 đồng một lượt.']),
      'moi.txt': aDecision(4, ['Mới.']),
    });
    const report = await index();
    expect(report.outcome).toBe('switched');
    expect(printReport(report)).toContain('1 mới, 1 đổi, 1 giữ nguyên, 1 gỡ bỏ');
    expect(report.removed).toEqual([join(files, 'cu.txt')]);
    const { documents, passages } = openSnapshot(dataDir);
    expect(documents.map((document) => document.file).sort()).toEqual(['an.txt', 'moi.txt', 'xe.txt']);
    expect(passages.map((passage) => passage.text).join(' ')).toContain('16.000');
    expect(passages.map((passage) => passage.text).join(' ')).not.toContain('15.000');
  });

  it('leaves the index alone when nothing changed, and notices a change that keeps size and time', async () => {
    putFiles(files, { 'an.txt': meals });
    const path = join(files, 'an.txt');
    const now = () => Date.now();
    await index([files], { now });
    const { builtAt } = openSnapshot(dataDir);
    expect((await index([files], { now })).outcome).toBe('unchanged');
    expect(openSnapshot(dataDir).builtAt).toBe(builtAt);

    const written = new Date();
    utimesSync(path, written, written);
    await index([files], { now });
    writeFileSync(path, meals.replace('35.000', '36.000'));
    utimesSync(path, written, written);
    expect((await index([files], { now })).outcome).toBe('switched');
    expect(JSON.stringify(openSnapshot(dataDir).passages)).toContain('36.000');
  });

  it('reads an unchanged file no second time', async () => {
    putFiles(files, { 'an.txt': meals, 'xe.txt': buses });
    await index();
    putFiles(files, { 'moi.txt': aDecision(4, ['Mới.']) });
    const report = await index();
    const readAgain = report.lines.filter((line) => line.ms > 0).map((line) => line.file);
    expect(readAgain).toEqual(['moi.txt']);
  });

  it('reads the documents of an archive, names them after it, and reports those it refuses', async () => {
    const archive = zipSync({
      'nam-2026/an.txt': Buffer.from(meals),
      'xe.txt': Buffer.from(buses),
      '../ngoai.txt': Buffer.from(buses),
    });
    putFiles(files, { 'goi.zip': archive });
    const report = await index();
    expect(report.lines.map((line) => [line.file, line.status])).toEqual([
      ['goi.zip › nam-2026/an.txt', 'indexed'],
      ['goi.zip › xe.txt', 'indexed'],
      ['goi.zip › ../ngoai.txt', 'skipped'],
    ]);
    expect(openSnapshot(dataDir).documents.map((document) => document.number)).toEqual(['1/QĐ-UBND', '2/QĐ-UBND']);
    expect((await index()).outcome).toBe('unchanged');
  });

  it('makes one document with two sources of the same text under another name and format', async () => {
    const html = `<html><body>${meals
      .split('\n\n')
      .map((line) => `<p>${line}</p>`)
      .join('')}</body></html>`;
    putFiles(files, { 'an.txt': meals, 'ban-sao.txt': `${meals}\n`, 'an.html': html, 'xe.txt': buses });
    const report = await index();
    expect(report.documents).toBe(2);
    const [document] = openSnapshot(dataDir).documents;
    expect(document).toMatchObject({ file: 'an.html', sources: ['an.html', 'an.txt', 'ban-sao.txt'] });
    expect(report.lines.find((line) => line.file === 'an.txt')).toMatchObject({
      status: 'duplicate',
      message: expect.stringContaining('an.html'),
    });
  });

  it('keeps the index when a given folder that it answers from is gone or empty', async () => {
    const other = join(folder, `other-${run}`);
    putFiles(files, { 'an.txt': meals });
    putFiles(other, { 'xe.txt': buses });
    await index([files, other]);
    unlinkSync(join(files, 'an.txt'));
    const report = await index([files, other]);
    expect(report).toMatchObject({ outcome: 'source-missing', missing: [files] });
    expect(printReport(report)).toContain('Chỉ mục cũ được giữ nguyên');
    expect(openSnapshot(dataDir).documents).toHaveLength(2);
    expect((await index([other])).outcome).toBe('switched');
    expect(openSnapshot(dataDir).documents).toHaveLength(1);
  });

  it('skips what is no document and waits on no pipe', async () => {
    putFiles(files, { 'an.txt': meals, '~$an.docx': 'x', 'tai-do.pdf.crdownload': 'x', 'Thumbs.db': 'x' });
    execFileSync('mkfifo', [join(files, 'ong-dan')]);
    const report = await index();
    expect(report.lines.map((line) => [line.file, line.status])).toEqual([
      ['an.txt', 'indexed'],
      ['ong-dan', 'skipped'],
    ]);
  });

  it('is refused while another one runs, and not by one that died', async () => {
    putFiles(files, { 'an.txt': meals });
    const unlock = lockIngest(dataDir, Date.now());
    await expect(index()).rejects.toThrow(/Đang có một lượt nạp văn bản khác/);
    unlock();
    expect((await index()).outcome).toBe('switched');
  });

  it('stops when asked, changes nothing, and goes on from there', async () => {
    putFiles(files, { 'an.txt': meals });
    await index();
    putFiles(files, { 'xe.txt': buses });
    const stop = new AbortController();
    const stopping = index([files], {
      signal: stop.signal,
      onProgress: ({ done, total }) => done === total && stop.abort(new Error('dừng')),
    });
    await expect(stopping).rejects.toThrow('dừng');
    expect(openSnapshot(dataDir).documents).toHaveLength(1);
    expect((await index()).lines.map((line) => line.ms)).toEqual([0, 0]);
  });

  it('keeps no reading of files that left', async () => {
    putFiles(files, { 'an.txt': meals, 'xe.txt': buses });
    await index();
    const readings = () => readdirSync(join(dataDir, 'ingest', 'readings')).length;
    expect(readings()).toBe(2);
    unlinkSync(join(files, 'xe.txt'));
    await index();
    expect(readings()).toBe(1);
  });
});

describe('the index on disk', () => {
  const pointer = () => JSON.parse(readFileSync(join(dataDir, 'knowledge', 'current.json'), 'utf8'));

  it('falls back to the one before when the newest is damaged, and says so', async () => {
    putFiles(files, { 'an.txt': meals });
    await index();
    putFiles(files, { 'xe.txt': buses });
    await index();
    const damaged = join(dataDir, 'knowledge', pointer().snapshot, 'passages.json');
    writeFileSync(damaged, readFileSync(damaged, 'utf8').replace('15.000', '25.000'));
    const { documents, refused } = openSnapshot(dataDir);
    expect(documents.map((document) => document.file)).toEqual(['an.txt']);
    expect(refused?.message).toContain('passages.json was changed or damaged');
    expect((await index()).outcome).toBe('switched');
    expect(openSnapshot(dataDir)).toMatchObject({ refused: null, documents: { length: 2 } });
  });

  it('keeps two snapshots at most', async () => {
    for (const text of ['một', 'hai', 'ba', 'bốn']) {
      putFiles(files, { 'an.txt': aDecision(1, [text]) });
      await index();
    }
    expect(readdirSync(join(dataDir, 'knowledge')).sort()).toEqual(
      [pointer().snapshot, pointer().previous, 'current.json'].sort(),
    );
  });
});
