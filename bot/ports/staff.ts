/** What a staff member may do. */
export type StaffRole = 'agent' | 'supervisor' | 'editor' | 'spokesperson' | 'admin';

export interface StaffAccount {
  /** Log-in name, lower case. */
  readonly name: string;
  readonly displayName: string;
  readonly role: StaffRole;
  /** `scrypt$N$r$p$salt$hash`, base64url parts. */
  readonly passwordHash: string;
  /** A printed one-time password must be replaced at the first log-in. */
  readonly mustChangePassword: boolean;
}

export interface StaffSession {
  readonly staffName: string;
  readonly csrfToken: string;
  readonly expiresAt: number;
}

/** Staff accounts, sessions and log-in throttling. Session ids are stored only as SHA-256 digests. */
export interface StaffStore {
  count(): Promise<number>;
  find(name: string): Promise<StaffAccount | null>;
  /** Creates or replaces an account by name. Replacing ends the account's sessions. */
  save(account: StaffAccount): Promise<void>;
  openSession(sessionId: string, session: StaffSession): Promise<void>;
  session(sessionId: string, now: number): Promise<StaffSession | null>;
  endSession(sessionId: string): Promise<void>;
  /** Records a failed log-in and gives the failures for this name since `since`. */
  recordFailure(name: string, at: number, since: number): Promise<number>;
  clearFailures(name: string): Promise<void>;
  failures(name: string, since: number): Promise<number>;
}
