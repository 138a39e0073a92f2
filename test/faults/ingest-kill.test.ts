import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { SAMPLES_DIR } from '../../adapters/cli/samples.ts';
import { openSnapshot } from '../../adapters/snapshots/snapshot-store.ts';
import { aDecision, putFiles } from '../builders/office-files.ts';
import { startProgram } from '../builders/program.ts';

const folder = mkdtempSync(join(tmpdir(), 'assistant-kill-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const KILLS = 5;

/** The digests of a snapshot's files say whether two are the same; the record holds times and is left out. */
function contentsOf(dataDir: string) {
  const { snapshot } = JSON.parse(readFileSync(join(dataDir, 'knowledge/current.json'), 'utf8'));
  const manifest = JSON.parse(readFileSync(join(dataDir, 'knowledge', snapshot, 'manifest.json'), 'utf8'));
  const { 'record.json': _, ...digests } = manifest.digests;
  return { documents: manifest.documents, passages: manifest.passages, encoder: manifest.encoder, digests };
}

describe('kill -9 at any moment of an ingest', () => {
  it('never breaks the present index, and the next run ends as if nothing had happened', {
    timeout: 400_000,
  }, async () => {
    const whole = join(folder, 'whole');
    const startedAt = performance.now();
    expect((await startProgram(['ingest', SAMPLES_DIR, '--data', whole]).ended).code).toBe(0);
    const tookMs = performance.now() - startedAt;

    const killed = join(folder, 'killed');
    const earlier = join(folder, 'earlier');
    putFiles(earlier, { 'an.txt': aDecision(1, ['Bữa trưa 35.000 đồng.']) });
    expect((await startProgram(['ingest', earlier, '--data', killed]).ended).code).toBe(0);
    const answering = contentsOf(killed);
    let died = 0;
    for (let kill = 0; kill < KILLS; kill += 1) {
      const { child, ended } = startProgram(['ingest', SAMPLES_DIR, '--data', killed]);
      const timer = setTimeout(() => child.kill('SIGKILL'), 300 + Math.random() * tookMs);
      const { code, error } = await ended;
      clearTimeout(timer);
      expect(openSnapshot(killed).refused).toBeNull();
      expect([answering, contentsOf(whole)]).toContainEqual(contentsOf(killed));
      if (code === null) died += 1;
      else {
        // It was faster than the kill: from the beginning again.
        expect(code, error).toBe(0);
        rmSync(join(killed, 'ingest'), { recursive: true });
        await startProgram(['ingest', earlier, '--data', killed]).ended;
      }
    }
    expect(died).toBeGreaterThan(0);
    expect((await startProgram(['ingest', SAMPLES_DIR, '--data', killed]).ended).code).toBe(0);
    expect(contentsOf(killed)).toEqual(contentsOf(whole));
  });
});
