import { z } from 'zod';
import { createEncodingThreads } from '../../../adapters/encoder/encoding-threads.ts';
import { ingest } from '../../../adapters/ingesting/run-ingest.ts';
import type { IngestWork } from './ingest-work.ts';

/** What one process is asked to ingest; passed to it as JSON in its first argument. */
export const jobSchema = z.object({
  system: z.enum(['ours', 'langchain']),
  /** Folder of the files. */
  files: z.string(),
  /** Folder for the index; what an earlier job left there is used. */
  dataDir: z.string(),
  vectors: z.boolean(),
  /** Recognise scans. */
  recognise: z.boolean(),
});
export type IngestJob = z.infer<typeof jobSchema>;

/** Does the job in this process. */
export async function doJob({ system, files, dataDir, vectors, recognise }: IngestJob): Promise<IngestWork> {
  if (system === 'langchain') {
    // Loaded here, so that our own rows do not pay for it.
    const { ingestWithLangChain } = await import('./langchain-ingest.ts');
    return ingestWithLangChain(files, dataDir, vectors);
  }
  const encoder = vectors ? createEncodingThreads() : null;
  try {
    const limits = recognise ? {} : { limits: { recognisers: undefined } };
    const report = await ingest({ paths: [files] }, dataDir, { encoder, now: Date.now, ...limits });
    const pages = report.lines.flatMap((line) => line.pages);
    return {
      documents: report.documents,
      passages: report.passages,
      recognisedPages: pages.filter((page) => page.way === 'ocr').length,
    };
  } finally {
    await encoder?.close();
  }
}
