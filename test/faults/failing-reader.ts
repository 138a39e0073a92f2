import { answerJobs } from '../../adapters/ingesting/reading-jobs.ts';
import { readDocument } from '../../ingest/read-document.ts';

/** A reading thread that fails in the way a file's name asks for, and reads every other file well. */
const kept: string[][] = [];

answerJobs({
  open: () => null,
  async read(file, aids) {
    if (file.name.startsWith('endless')) for (;;);
    if (file.name.startsWith('greedy')) for (;;) kept.push(new Array(100_000).fill('x'));
    if (file.name.startsWith('exit')) process.exit(3);
    if (file.name.startsWith('throw')) await Promise.reject(new Error('broken reader'));
    if (file.name.startsWith('pages')) {
      for (let page = 1; page <= 5; page += 1) {
        await new Promise((resolve) => setTimeout(resolve, 1_000));
        aids.onPage(page, 5);
      }
    }
    if (file.name.startsWith('asks')) {
      await aids.recognition?.recognise({ width: 1, height: 1, pixels: new Uint8Array(1), dpi: 200 }, 'page');
    }
    return readDocument(file, aids);
  },
});
