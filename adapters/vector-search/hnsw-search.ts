import {
  checkQuestion,
  createExactSearch,
  type PassageVectors,
  similarity,
  type VectorSearch,
} from '../../knowledge/retrieval/vector-search.ts';
import { startThread } from '../threads/start-thread.ts';
import type { BuildTask } from './build-worker.ts';

/** Vectors looked at for one question; a question that wants more gets twice as many as it wants. */
const SEARCH_EFFORT = 400;
/** With fewer allowed rows, or more rows wanted, walking the graph costs more than comparing every allowed row. */
const LEAST_ALLOWED = 0.25;
const MOST_WANTED = 0.05;
/** The same for the least similar row, of which an estimate is enough. */
const OPPOSITE_EFFORT = 50;
const MODULE = new URL('./build-worker.ts', import.meta.url).href;

/** The graph search cannot be used; exact search goes on. The message says why. */
export class GraphSearchUnusable extends Error {
  readonly code = 'GRAPH_SEARCH_UNUSABLE';

  constructor(why: string, cause?: unknown) {
    super(`The graph of vectors cannot be used: ${why}. Vectors are searched exactly, which is slower.`, { cause });
    this.name = 'GraphSearchUnusable';
  }
}

/**
 * Search through a graph of neighbours (hnswlib), after Malkov and Yashunin 2018. The graph is built in a thread,
 * about a minute for 100,000 vectors, and kept in `folder`; a kept one opens in a second.
 * @throws GraphSearchUnusable when the library is not installed here, a vector is not finite, or building fails
 */
export async function openHnswSearch(vectors: PassageVectors, folder: string): Promise<VectorSearch> {
  const library = await import('hnswlib-node').catch((cause: unknown) => {
    throw new GraphSearchUnusable('hnswlib-node is not installed for this platform', cause);
  });
  const graph = new library.default.HierarchicalNSW('ip', vectors.dimensions);
  try {
    await graph.readIndex(await buildInThread({ vectors, folder }));
  } catch (cause) {
    throw new GraphSearchUnusable(cause instanceof Error ? cause.message : 'building it failed', cause);
  }
  return searchGraph(graph, vectors);
}

interface Graph {
  setEf(effort: number): void;
  searchKnn(
    question: number[],
    count: number,
    allows: (row: number) => boolean,
  ): { readonly neighbors: readonly number[] };
}

function searchGraph(graph: Graph, vectors: PassageVectors): VectorSearch {
  const exact = createExactSearch(vectors);
  return {
    way: 'hnsw',
    compare(question, allowed) {
      checkQuestion(vectors, question);
      const allowedRows = allowed.reduce((sum, mark) => sum + mark, 0);
      if (allowedRows < allowed.length * LEAST_ALLOWED) return exact.compare(question, allowed);
      const allows = (row: number) => allowed[row] === 1;
      const alike = (row: number) => similarity(vectors, question, row);
      // The least similar row is the nearest to the opposite vector.
      graph.setEf(OPPOSITE_EFFORT);
      const farthest = graph.searchKnn(opposite(question), 1, allows).neighbors;
      return {
        similarity: alike,
        lowest: alike(farthest[0] ?? 0),
        nearest(count) {
          if (count > allowed.length * MOST_WANTED) return exact.compare(question, allowed).nearest(count);
          graph.setEf(Math.max(SEARCH_EFFORT, 2 * count));
          return graph
            .searchKnn([...question], count, allows)
            .neighbors.map((row) => ({ row, score: alike(row) }))
            .sort((a, b) => b.score - a.score || a.row - b.row)
            .map(({ row }) => row);
        },
      };
    },
  };
}

function opposite(question: Float32Array): number[] {
  return Array.from(question, (value) => -value);
}

/** The file of the vectors' graph. */
function buildInThread(task: BuildTask): Promise<string> {
  const thread = startThread(MODULE);
  // The program may end while a graph is built; the next start builds it again.
  thread.unref();
  return new Promise<string>((resolve, reject) => {
    thread.once('message', resolve);
    thread.once('error', reject);
    thread.once('exit', (status) => reject(new Error(`its thread ended with status ${status}`)));
    thread.postMessage(task);
  }).finally(() => thread.terminate());
}
