/** Small named values that must survive a restart and that all processes share: generated keys, channel tokens. */
export interface KeptValues {
  get(name: string): Promise<string | null>;
  /** Durable when this resolves. */
  set(name: string, value: string): Promise<void>;
  /** The kept value, or the one `make` gives, kept from now on; among several processes one value wins. */
  getOrMake(name: string, make: () => string): Promise<string>;
  /** Names of all that is kept, in no order. */
  names(): Promise<readonly string[]>;
}

/** Runs `work` while nobody else, in any process, holds the lock of that name. A dead holder's lock ends by itself. */
export type Lock = <T>(work: () => Promise<T>) => Promise<T>;
