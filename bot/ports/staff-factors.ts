/** What proves that somebody holds the phone of an account. */
export interface StaffFactor {
  /** The shared key, encrypted; only the console can open it. */
  readonly sealedKey: string;
  /** Number of the last 30-second step of which a code was taken. */
  readonly lastStep: number;
  /** Digests of the recovery codes that are left. */
  readonly recoveryDigests: readonly string[];
}

/** Second factors by log-in name. Each code is taken once, also when two requests bring it together. */
export interface StaffFactors {
  factor(name: string): Promise<StaffFactor | null>;
  /** Names of all accounts that have one. */
  names(): Promise<readonly string[]>;
  /** Sets up or replaces a factor with its recovery codes. */
  save(name: string, factor: StaffFactor): Promise<void>;
  /** `false` when there was none. */
  remove(name: string): Promise<boolean>;
  /** Takes a step; `false` when it or a later one was taken before. */
  takeStep(name: string, step: number): Promise<boolean>;
  /** Takes a recovery code; `false` when it is not among those left. */
  takeRecoveryCode(name: string, digest: string): Promise<boolean>;
  replaceRecoveryCodes(name: string, digests: readonly string[]): Promise<void>;
}
