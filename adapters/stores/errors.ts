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

/** The store gave no answer; whether it did what was asked is unknown. Worth a retry. */
export class StoreUnreachable extends Error {
  readonly code = 'STORE_UNREACHABLE';

  constructor(where: string, problem: string, cause?: unknown) {
    super(`The state at ${where} cannot be reached: ${problem}. It is tried again by itself.`, { cause });
    this.name = 'StoreUnreachable';
  }
}
