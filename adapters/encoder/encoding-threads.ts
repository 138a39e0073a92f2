import { availableParallelism } from 'node:os';
import type { Worker } from 'node:worker_threads';
import type { EncodedPassage, Encoder } from '../../knowledge/retrieval/encoder.ts';
import { endThread } from '../threads/end-thread.ts';
import { startThread } from '../threads/start-thread.ts';
import { DIMENSIONS, EncoderUnusable, encoderModel, TOKEN_DIMENSIONS } from './onnx-encoder.ts';

/** What an index needs of an encoder. */
export type PassageEncoder = Pick<Encoder, 'model' | 'dimensions' | 'tokenDimensions' | 'encodePassages'>;

/** Texts handed to a thread at once; small, so that threads end together. */
const PORTION = 8;
const MODULE = new URL('./encoding-worker.ts', import.meta.url).href;

/**
 * Our encoder in one thread a core (at least 2): the runtime computes on the thread that asks, so one thread would
 * leave the other cores idle. Threads start with the first passage; close it when done.
 * `encodePassages` throws EncoderUnusable when the runtime does not work here.
 */
export function createEncodingThreads(): PassageEncoder & { close(): Promise<void> } {
  const size = Math.max(2, availableParallelism());
  const workers: Worker[] = [];

  async function encodeOn(worker: Worker, texts: readonly string[]): Promise<readonly EncodedPassage[]> {
    return new Promise((resolve, reject) => {
      const settle = (act: () => void) => {
        worker.off('message', onEncoded);
        worker.off('error', onError);
        act();
      };
      const onEncoded = (encoded: readonly EncodedPassage[]) => settle(() => resolve(encoded));
      const onError = (cause: Error) => settle(() => reject(new EncoderUnusable(cause.message, cause)));
      worker.once('message', onEncoded);
      worker.once('error', onError);
      worker.postMessage(texts);
    });
  }

  return {
    model: encoderModel(),
    dimensions: DIMENSIONS,
    tokenDimensions: TOKEN_DIMENSIONS,
    async encodePassages(texts, onProgress = () => {}) {
      while (workers.length < Math.min(size, Math.ceil(texts.length / PORTION))) workers.push(startThread(MODULE));
      const encoded: EncodedPassage[] = [];
      let next = 0;
      let done = 0;
      await Promise.all(
        workers.map(async (worker) => {
          while (next < texts.length) {
            const start = next;
            next += PORTION;
            const portion = texts.slice(start, start + PORTION);
            const made = await encodeOn(worker, portion);
            made.forEach((passage, position) => {
              encoded[start + position] = passage;
            });
            done += portion.length;
            onProgress(done, texts.length);
          }
        }),
      );
      return encoded;
    },
    async close() {
      await Promise.all(workers.splice(0).map(endThread));
    },
  };
}
