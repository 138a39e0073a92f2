import { join } from 'node:path';
import { createEncodingThreads } from '../../../adapters/encoder/encoding-threads.ts';
import { encodeTexts } from '../../../adapters/ingesting/encode-passages.ts';
import { openVectorLog } from '../../../adapters/ingesting/vector-log.ts';
import type { PassageVectors } from '../../../knowledge/retrieval/vector-search.ts';

/** Vectors of texts by the bundled encoder; those made before are read from the log `name` in `cacheDir`. */
export async function cachedVectors(texts: readonly string[], cacheDir: string, name: string): Promise<PassageVectors> {
  const encoder = createEncodingThreads();
  try {
    const log = openVectorLog(join(cacheDir, `${name}-${encoder.model}.log`), encoder.dimensions);
    const onProgress = (done: number, total: number) => {
      if (done % 1024 === 0 || done === total) process.stderr.write(`${name}: ${done} of ${total} new texts encoded\n`);
    };
    return (await encodeTexts(texts, encoder, { log, onProgress })).vectors;
  } finally {
    await encoder.close();
  }
}
