import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { openSnapshot } from '../../adapters/snapshots/snapshot-store.ts';
import { putFiles } from '../builders/office-files.ts';
import { aPdf } from '../builders/pdf-files.ts';
import { startProgram } from '../builders/program.ts';
import { upperPart } from '../builders/scans.ts';

const folder = mkdtempSync(join(tmpdir(), 'assistant-recognition-kill-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const OFFLINE = { NODE_OPTIONS: `--require ${join(import.meta.dirname, 'no-network.cjs')}` };

/** Times of writing of the pages recognised so far, by name. */
function pagesOf(dataDir: string): ReadonlyMap<string, number> {
  const pages = join(dataDir, 'ingest', 'pages');
  const [document] = existsSync(pages) ? readdirSync(pages) : [];
  if (document === undefined) return new Map();
  const names = readdirSync(join(pages, document)).filter((name) => name.endsWith('.json'));
  return new Map(names.map((name) => [name, statSync(join(pages, document, name)).mtimeMs]));
}

describe('kill -9 while a scan is recognised', () => {
  it('loses no page, and the next run ends it without the network', { timeout: 240_000 }, async () => {
    const picture = await upperPart();
    const files = join(folder, 'files');
    const dataDir = join(folder, 'data');
    putFiles(files, { 'quet.pdf': await aPdf(Array.from({ length: 4 }, () => ({ picture }))) });

    const { child, ended } = startProgram(['ingest', files, '--data', dataDir]);
    while (pagesOf(dataDir).size < 2 && child.exitCode === null)
      await new Promise((resolve) => setTimeout(resolve, 20));
    child.kill('SIGKILL');
    expect((await ended).code).toBeNull();
    const before = pagesOf(dataDir);
    expect(before.size).toBeGreaterThanOrEqual(2);

    const again = await startProgram(['ingest', files, '--data', dataDir], OFFLINE).ended;
    expect(again.code, again.error).toBe(0);
    expect(again.out).toContain('4 nhận dạng chữ');
    const after = pagesOf(dataDir);
    expect(after.size).toBe(4);
    for (const [name, written] of before) expect(after.get(name)).toBe(written);
    expect(JSON.stringify(openSnapshot(dataDir).passages)).toContain('áp dụng mức thu tối đa theo bảng');
  });
});
