/** The index cannot be used. Not worth a retry; the message names the command that builds it again. */
export class IndexUnusable extends Error {
  readonly code = 'INDEX_UNUSABLE';
  readonly dataDir: string;

  constructor(dataDir: string, problem: string, cause?: unknown) {
    super(
      `The index in ${dataDir} cannot be used: ${problem}. Build it again: npm run ingest -- <files or folders> --data ${dataDir}`,
      { cause },
    );
    this.name = 'IndexUnusable';
    this.dataDir = dataDir;
  }
}
