import { parentPort } from 'node:worker_threads';
import type { PictureJob } from './recognising-threads.ts';
import { loadTesseract } from './tesseract.ts';

/** Entry of a recognising thread: see `createRecognisers`. A picture in, its lines out. */
const port = parentPort;
if (port === null) throw new TypeError('A recognising thread must be started by createRecognisers.');
const recogniser = loadTesseract();
port.on('message', async ({ picture, layout }: PictureJob) => {
  port.postMessage(await (await recogniser)(picture, layout));
});
