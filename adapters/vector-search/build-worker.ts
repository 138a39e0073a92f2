import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parentPort } from 'node:worker_threads';
import hnsw from 'hnswlib-node';
import type { PassageVectors } from '../../knowledge/retrieval/vector-search.ts';

/** Neighbours a vector keeps on each level, and how many are looked at when one is added. */
const LINKS = 16;
const BUILD_EFFORT = 200;
/** Of the graph's random levels, so that the same vectors give the same graph. */
const SEED = 1;

/** What a building thread is given. */
export interface BuildTask {
  readonly vectors: PassageVectors;
  /** Where graphs are kept, each beside its SHA-256. */
  readonly folder: string;
}

/** Entry of a thread that gives the file with the graph of the vectors, built unless a sound one is kept. */
const port = parentPort;
if (port === null) throw new TypeError('The thread must be started by openHnswSearch.');
port.once('message', ({ vectors, folder }: BuildTask) => {
  // The library takes NaN without a word, and then nothing near it is found.
  if (!vectors.values.every(Number.isFinite)) throw new RangeError('a vector holds numbers that are not finite');
  const name = nameOf(vectors);
  const file = join(folder, name);
  mkdirSync(folder, { recursive: true });
  if (!isSound(file)) build(vectors, file);
  for (const entry of readdirSync(folder)) {
    if (/^[0-9a-f]{16}\.hnsw/.test(entry) && !entry.startsWith(name)) rmSync(join(folder, entry), { force: true });
  }
  port.postMessage(file);
});

/** Names the vectors and how the graph is built, so that the graph of others is never taken for theirs. */
function nameOf({ model, values }: PassageVectors): string {
  const bytes = Buffer.from(values.buffer, values.byteOffset, values.byteLength);
  const digest = createHash('sha256').update(`${model} ${LINKS} ${BUILD_EFFORT} ${SEED} `).update(bytes).digest('hex');
  return `${digest.slice(0, 16)}.hnsw`;
}

function isSound(file: string): boolean {
  const recorded = `${file}.sha256`;
  return existsSync(file) && existsSync(recorded) && readFileSync(recorded, 'utf8') === digestOf(file);
}

function build({ values, dimensions }: PassageVectors, file: string): void {
  const rows = values.length / dimensions;
  const graph = new hnsw.HierarchicalNSW('ip', dimensions);
  graph.initIndex(rows, LINKS, BUILD_EFFORT, SEED);
  for (let row = 0; row < rows; row += 1) {
    // The library takes plain arrays only.
    graph.addPoint([...values.subarray(row * dimensions, (row + 1) * dimensions)], row);
  }
  const unfinished = `${file}.${process.pid}.tmp`;
  graph.writeIndexSync(unfinished);
  writeFileSync(`${file}.sha256`, digestOf(unfinished), { flush: true });
  renameSync(unfinished, file);
}

function digestOf(file: string): string {
  return createHash('sha256').update(readFileSync(file)).digest('hex');
}
