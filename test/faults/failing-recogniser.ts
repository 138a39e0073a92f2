import { parentPort } from 'node:worker_threads';
import type { PictureJob } from '../../adapters/ocr/recognising-threads.ts';

/** A recognising thread that hangs on pictures 666 pixels wide, dies of those 13 wide, and sees nothing on others. */
parentPort?.on('message', ({ picture }: PictureJob) => {
  if (picture.width === 666) for (;;);
  if (picture.width === 13) process.exit(13);
  parentPort?.postMessage([]);
});
