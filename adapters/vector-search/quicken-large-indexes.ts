import type { Logger } from 'pino';
import type { QuickenSearch } from '../knowledge-source.ts';
import { GraphSearchUnusable, openHnswSearch } from './hnsw-search.ts';

/**
 * From here on comparing every vector takes more than about 5 ms a question, which is worth a graph's memory (as much
 * as the vectors again) and the time to build it.
 */
const LARGE = 30_000;

/** Searches large indexes through a graph kept in `folder`; says in the log when it is ready, or why it is not used. */
export function quickenLargeIndexes(folder: string, log: Logger, clock: () => number): QuickenSearch {
  return async (vectors) => {
    const passages = vectors.values.length / vectors.dimensions;
    if (passages < LARGE) return null;
    const startedAt = clock();
    log.info({ passages }, 'preparing the graph of vectors; vectors are searched exactly until then');
    try {
      const search = await openHnswSearch(vectors, folder);
      log.info({ passages, seconds: Math.round((clock() - startedAt) / 1000) }, 'vectors are searched by hnsw now');
      return search;
    } catch (error) {
      if (!(error instanceof GraphSearchUnusable)) throw error;
      log.warn({ error }, error.message);
      return null;
    }
  };
}
