import { contentsOf, type KeptMeaning, KeptValueUnreadable } from './kept-contents.ts';
import type { KeptValues } from './ports/kept-values.ts';

/** A kept value as it is now, or was a short time ago. */
export interface KeptReading<T> {
  read(): Promise<T>;
  /** Reads it anew the next time. */
  forget(): void;
}

/**
 * Reads a kept value at most every `freshMs`, however often it is asked for.
 * @param options.parse gives the value's meaning; `null`: nothing is kept
 * @param options.now ms since epoch
 */
export function createKeptReading<T>(options: {
  readonly kept: KeptValues;
  readonly name: string;
  readonly parse: (value: string | null) => T;
  readonly freshMs: number;
  readonly now: () => number;
}): KeptReading<T> {
  const { kept, name, parse, freshMs, now } = options;
  let last: { readonly at: number; readonly value: Promise<T> } | null = null;
  return {
    read() {
      const age = last === null ? freshMs : now() - last.at;
      if (last !== null && age >= 0 && age < freshMs) return last.value;
      const reading = { at: now(), value: kept.get(name).then(parse) };
      // What could not be read is asked for again.
      reading.value.catch(() => {
        if (last === reading) last = null;
      });
      last = reading;
      return reading.value;
    },
    forget() {
      last = null;
    },
  };
}

/** Settings that the office edits, as of now. */
export interface KeptSettings<T> {
  /** Never fails: where they cannot be read, the last that could be hold; where none could, what is left or usual. */
  settings(): Promise<T>;
  /** Reads them anew the next time, after an edit in this process. */
  forget(): void;
}

/** Reads kept settings that a turn must never fail for; `onFault` is told where they cannot be read. */
export function createKeptSettings<T>(
  options: KeptMeaning<T> & {
    readonly kept: KeptValues;
    readonly name: string;
    readonly freshMs: number;
    readonly now: () => number;
    readonly onFault: (error: unknown) => void;
  },
): KeptSettings<T> {
  const { name, usual, onFault } = options;
  const reading = createKeptReading({ ...options, parse: (value) => contentsOf(value, options) });
  let last: T | null = null;
  return {
    async settings() {
      try {
        const { value, unreadable } = await reading.read();
        if (!unreadable) last = value;
        else onFault(new KeptValueUnreadable(name));
        return last ?? value;
      } catch (error) {
        onFault(error);
        return last ?? usual;
      }
    },
    forget: reading.forget,
  };
}
