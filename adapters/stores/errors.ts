/** The place of the state cannot be used. Not worth a retry: a person has to act, and the message says how. */
export class StoreUnusable extends Error {
  readonly code = 'STORE_UNUSABLE';
  readonly file: string;

  constructor(file: string, problem: string, cause?: unknown) {
    super(`The state at ${file} ${problem}.`, { cause });
    this.name = 'StoreUnusable';
    this.file = file;
  }
}
