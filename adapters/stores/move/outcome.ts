import type { Kind } from './kinds.ts';
import type { Comparison } from './move-state.ts';

/** What a move is told. */
export interface MoveOptions {
  readonly dataDir: string;
  /** As `REDIS_URL`. */
  readonly redisUrl: string;
  /** Ms since epoch. */
  readonly now: number;
  readonly newId: () => string;
  /** Told when the connection to Redis breaks. */
  readonly onFault: (error: unknown) => void;
  /** Told of each batch: its kind, and how many records of it have been written so far. */
  readonly onProgress: (kind: Kind, written: number) => void;
}

/** How a move ended. Unless it is `ok`, no server starts on the target, and the source is as it was. */
export type MoveOutcome =
  | { readonly ok: true; readonly comparisons: readonly Comparison[] }
  | {
      readonly ok: false;
      /** `different`: what was read back is not what the source holds. */
      readonly reason: 'different';
      readonly comparisons: readonly Comparison[];
    }
  /** `in-use`: processes are connected to Redis that hear the product's events, or one of them has just ended. */
  | { readonly ok: false; readonly reason: 'no-state' | 'not-empty' | 'in-use' };
