import { appendFileSync, mkdtempSync, renameSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { openKnowledge } from '../../adapters/knowledge-source.ts';
import { aDecision, putFiles } from '../builders/office-files.ts';
import { until } from '../builders/product.ts';
import { type RunningProgram, startProgram } from '../builders/program.ts';

const folder = mkdtempSync(join(tmpdir(), 'assistant-watch-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let watching: RunningProgram | null = null;
afterEach(async () => {
  watching?.child.kill('SIGINT');
  await watching?.ended;
});

describe('ingest --watch', () => {
  it('puts additions, changes and deletions before the next question, waits for copies, and keeps the last index when all is gone', {
    timeout: 120_000,
  }, async () => {
    const files = join(folder, 'files');
    const dataDir = join(folder, 'data');
    putFiles(files, { 'an.txt': aDecision(1, ['Bữa trưa của học sinh 35.000 đồng.']) });
    watching = startProgram(['ingest', files, '--watch', '--data', dataDir]);
    const { printed, child, ended } = watching;
    await until(() => printed.out.includes('đang theo dõi'), 60_000);
    const knowledge = openKnowledge(dataDir, null, { territory: 'Hà Nội › Ba Đình', publicUrl: null });
    const found = async (question: string) =>
      (await knowledge.find(question, [], Date.now())).map((hit) => hit.passage.text).join('\n');
    expect(await found('bữa trưa bao nhiêu')).toContain('35.000');

    const bus = aDecision(2, [
      'Xe đưa đón học sinh 15.000 đồng một lượt.',
      'Xe chạy từ thứ hai đến thứ sáu hằng tuần.',
    ]);
    writeFileSync(join(files, 'xe.txt'), bus.slice(0, 200));
    for (let start = 200; start < bus.length; start += 60) {
      await new Promise((resolve) => setTimeout(resolve, 700));
      appendFileSync(join(files, 'xe.txt'), bus.slice(start, start + 60));
    }
    await until(async () => (await found('xe đưa đón')).includes('thứ sáu hằng tuần'), 30_000);
    await until(() => printed.out.includes('xe.txt'), 30_000);
    expect(printed.out.match(/xe\.txt/g)).toHaveLength(1);

    putFiles(files, { 'an.txt': aDecision(1, ['Bữa trưa của học sinh 38.000 đồng.']) });
    await until(async () => (await found('bữa trưa bao nhiêu')).includes('38.000'), 30_000);
    expect(await found('bữa trưa bao nhiêu')).not.toContain('35.000');

    unlinkSync(join(files, 'xe.txt'));
    await until(async () => !(await found('xe đưa đón')).includes('15.000'), 30_000);

    renameSync(files, `${files}-unmounted`);
    await until(() => printed.out.includes('Chỉ mục cũ được giữ nguyên'), 30_000);
    expect(await found('bữa trưa bao nhiêu')).toContain('38.000');

    child.kill('SIGINT');
    expect((await ended).code).toBe(0);
  });
});
