import { parentPort } from 'node:worker_threads';
import type { OpenedArchive } from '../../ingest/load/archive.ts';
import type { ReadDocument } from '../../ingest/read-document.ts';

/** One file's name and bytes. */
export interface NamedBytes {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What a reading thread is asked: the pages of one document, or the members of one archive. */
export type ReadingJob =
  | { readonly kind: 'read'; readonly file: NamedBytes }
  | { readonly kind: 'open'; readonly bytes: Uint8Array };

/** What a reading thread says: that it lives, how far it is, and what came of the job. */
export type ReadingAnswer =
  | { readonly kind: 'started' }
  | { readonly kind: 'page'; readonly done: number; readonly total: number }
  | { readonly kind: 'read'; readonly result: ReadDocument }
  | { readonly kind: 'opened'; readonly result: OpenedArchive | null };

/** The two things a reading thread can do. */
export interface Reader {
  read(file: NamedBytes, onPage: (done: number, total: number) => void): Promise<ReadDocument>;
  open(bytes: Uint8Array): OpenedArchive | null;
}

/** Answers the jobs sent to this thread, one after the other; the pool sends the next one only after an answer. */
export function answerJobs(reader: Reader): void {
  const port = parentPort;
  if (port === null) throw new TypeError('A reading thread must be started by a pool.');
  const answer = (message: ReadingAnswer) => port.postMessage(message);
  port.on('message', async (job: ReadingJob) => {
    answer({ kind: 'started' });
    if (job.kind === 'open') {
      answer({ kind: 'opened', result: reader.open(job.bytes) });
      return;
    }
    const onPage = (done: number, total: number) => answer({ kind: 'page', done, total });
    answer({ kind: 'read', result: await reader.read(job.file, onPage) });
  });
}
