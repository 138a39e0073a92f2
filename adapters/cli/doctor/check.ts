import type { Config } from '../../config.ts';

/** One line of `doctor`. */
export interface Check {
  /** What was looked at, a short Vietnamese phrase. */
  readonly name: string;
  /** `null`: could not or need not be looked at (the part is off, or a check before it failed); does not fail `doctor`. */
  readonly ok: boolean | null;
  /** Vietnamese: what to do next when `ok` is not `true`; otherwise a fact worth showing, or empty. */
  readonly advice: string;
}

/** What checks need of the outside. */
export interface CheckSurroundings {
  readonly fetch: typeof fetch;
  readonly now: () => number;
}

/** Looks at one part of the product. Never throws for what a platform answers: that is a failed check. */
export type RunChecks = (config: Config, surroundings: CheckSurroundings) => Promise<readonly Check[]>;
