import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { GraphSearchUnusable, openHnswSearch } from '../../adapters/vector-search/hnsw-search.ts';
import { createExactSearch } from '../../knowledge/retrieval/vector-search.ts';
import { clusteredVectors } from '../builders/vectors.ts';
import { vectorSearchContract } from '../contracts/vector-search.contract.ts';

const folder = mkdtempSync(join(tmpdir(), 'assistant-graph-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

vectorSearchContract('exact', async (vectors) => createExactSearch(vectors));

// An optional dependency, because it is compiled when it is installed.
const installed = await import('hnswlib-node').then(
  () => true,
  () => false,
);
if (installed) vectorSearchContract('hnsw', (vectors) => openHnswSearch(vectors, join(folder, 'contract')));
else process.stderr.write('hnswlib-node is not installed here: the graph search is not tested.\n');

describe.runIf(installed)('a kept graph of vectors', () => {
  const vectors = clusteredVectors(500, 16, 'kept');
  const question = vectors.values.slice(0, 16);
  const all = new Uint8Array(500).fill(1);
  const kept = join(folder, 'kept');
  const graphFile = () => join(kept, readdirSync(kept).find((name) => name.endsWith('.hnsw')) ?? '');

  it('is used again for the same vectors and replaced for others', async () => {
    const first = await openHnswSearch(vectors, kept);
    const built = statSync(graphFile()).mtimeMs;
    const second = await openHnswSearch(vectors, kept);
    expect(statSync(graphFile()).mtimeMs).toBe(built);
    expect(second.compare(question, all).nearest(5)).toEqual(first.compare(question, all).nearest(5));

    await openHnswSearch(clusteredVectors(500, 16, 'others'), kept);
    expect(readdirSync(kept)).toHaveLength(2);
  });

  it('is built again when it was damaged', async () => {
    await openHnswSearch(vectors, kept);
    writeFileSync(graphFile(), 'damaged');
    const search = await openHnswSearch(vectors, kept);
    expect(search.compare(question, all).nearest(1)).toEqual([0]);
  });

  it('is refused for vectors with numbers that are not finite', async () => {
    const broken = { ...vectors, values: vectors.values.slice().fill(Number.NaN, 20, 21) };
    await expect(openHnswSearch(broken, kept)).rejects.toThrow(GraphSearchUnusable);
  });
});
