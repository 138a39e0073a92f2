import { parentPort } from 'node:worker_threads';
import type { OpenedArchive } from '../../ingest/load/archive.ts';
import type { GreyPicture } from '../../ingest/load/pictures/grey-picture.ts';
import type { PictureLayout, RecognisedLine, Recognition } from '../../ingest/load/pictures/recognition.ts';
import type { ReadingAids } from '../../ingest/load/reading-aids.ts';
import type { ReadDocument } from '../../ingest/read-document.ts';
import { openPageFolder } from './page-folder.ts';

/** One file's name and bytes. */
export interface NamedBytes {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** How pages may be recognised for one document. */
export interface RecognitionTerms {
  /** Pictures at once. */
  readonly parallel: number;
  /** Where recognised pages are kept; `null` keeps none. */
  readonly pagesFolder: string | null;
  /** Time after which no further page is begun, ms. */
  readonly budgetMs: number;
}

/** What a reading thread is asked: the pages of one document, or the members of one archive. */
export type ReadingJob =
  | { readonly kind: 'read'; readonly file: NamedBytes; readonly recognition: RecognitionTerms | null }
  | { readonly kind: 'open'; readonly bytes: Uint8Array };

/** What a reading thread is told meanwhile: the lines of a picture it asked about. */
export interface RecognisedAnswer {
  readonly kind: 'recognised';
  readonly id: number;
  readonly lines: readonly RecognisedLine[] | null;
}

/** A picture that a reading thread wants recognised. */
export interface RecognitionRequest {
  readonly kind: 'recognise';
  readonly id: number;
  readonly picture: GreyPicture;
  readonly layout: PictureLayout;
}

/** What came of a job. */
export type ReadingResult =
  | { readonly kind: 'read'; readonly result: ReadDocument }
  | { readonly kind: 'opened'; readonly result: OpenedArchive | null };

/** What a reading thread says: that it lives, how far it is, what it needs, and what came of the job. */
export type ReadingAnswer =
  | { readonly kind: 'started' }
  | { readonly kind: 'page'; readonly done: number; readonly total: number }
  | RecognitionRequest
  | ReadingResult;

/** The two things a reading thread can do. */
export interface Reader {
  read(file: NamedBytes, aids: ReadingAids): Promise<ReadDocument>;
  open(bytes: Uint8Array): OpenedArchive | null;
}

/**
 * Answers the jobs sent to this thread, one after the other; the pool sends the next one only after an answer.
 * @param now ms of a clock that never goes back
 */
export function answerJobs(reader: Reader, now: () => number = () => performance.now()): void {
  const port = parentPort;
  if (port === null) throw new TypeError('A reading thread must be started by a pool.');
  const answer = (message: ReadingAnswer) => port.postMessage(message);
  const asked = new Map<number, (lines: readonly RecognisedLine[] | null) => void>();
  let lastId = 0;

  const recognise: Recognition['recognise'] = (picture, layout) =>
    new Promise((resolve) => {
      lastId += 1;
      asked.set(lastId, resolve);
      answer({ kind: 'recognise', id: lastId, picture, layout });
    });

  function recognitionOn({ parallel, pagesFolder, budgetMs }: RecognitionTerms): Recognition {
    const folder = pagesFolder === null ? { kept: () => null, keep: () => {} } : openPageFolder(pagesFolder);
    const startedAt = now();
    let begun = 0;
    return {
      ...folder,
      parallel,
      recognise,
      mayGoOn() {
        begun += 1;
        // One page at least in every run, so that repeated runs come to an end.
        return begun === 1 || now() - startedAt < budgetMs;
      },
    };
  }

  port.on('message', async (message: ReadingJob | RecognisedAnswer) => {
    if (message.kind === 'recognised') {
      asked.get(message.id)?.(message.lines);
      asked.delete(message.id);
      return;
    }
    answer({ kind: 'started' });
    if (message.kind === 'open') {
      answer({ kind: 'opened', result: reader.open(message.bytes) });
      return;
    }
    const recognition = message.recognition === null ? null : recognitionOn(message.recognition);
    const onPage = (done: number, total: number) => answer({ kind: 'page', done, total });
    answer({ kind: 'read', result: await reader.read(message.file, { recognition, onPage }) });
  });
}
