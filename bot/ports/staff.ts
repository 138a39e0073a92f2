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
  /** School or group that the person works for; `null` where nobody said. */
  readonly group: string | null;
  /** A disabled account cannot log in; its name stays taken, so that old tickets keep their author. */
  readonly disabled: boolean;
}

/** An account as a list shows it. */
export interface ListedAccount {
  readonly account: StaffAccount;
  readonly lastLoginAt: number | null;
}

/** How far a log-in has come: waits for a code, waits for a second factor to be set up, or is complete. */
export type SessionStage = 'code' | 'enrolment' | 'open';

export interface StaffSession {
  readonly staffName: string;
  readonly csrfToken: string;
  readonly stage: SessionStage;
  /** Browser and system by name, for example `Chrome/Windows`; empty: not known. */
  readonly device: string;
  readonly openedAt: number;
  readonly lastUsedAt: number;
  readonly expiresAt: number;
}

/** A session as a list shows it: `key` names it and opens nothing. */
export interface ListedSession {
  readonly key: string;
  readonly session: StaffSession;
}

/** Failed tries of one kind; `lastAt` is `null` when there is none. */
export interface Failures {
  readonly count: number;
  readonly lastAt: number | null;
}

/** Staff accounts, sessions and log-in throttling. Session ids are stored only as SHA-256 digests. */
export interface StaffStore {
  count(): Promise<number>;
  find(name: string): Promise<StaffAccount | null>;
  /** Every account, by name. */
  list(): Promise<readonly ListedAccount[]>;
  /**
   * Creates or replaces an account by name. Replacing ends the account's sessions, unless only its display name or
   * group is new. Refused when it would leave no admin who can log in although there was one.
   */
  save(account: StaffAccount): Promise<'saved' | 'last-admin'>;
  /** Puts one hash in the place of another of the same password; nothing happens when it has changed meanwhile. */
  rehash(name: string, from: string, to: string): Promise<void>;
  recordLogin(name: string, at: number): Promise<void>;
  openSession(sessionId: string, session: StaffSession): Promise<void>;
  /** Does nothing for a session that has ended meanwhile. */
  prolongSession(sessionId: string, lastUsedAt: number, expiresAt: number): Promise<void>;
  session(sessionId: string, now: number): Promise<StaffSession | null>;
  /** The sessions of one account that still last, the last used first. */
  sessionsOf(name: string, now: number): Promise<readonly ListedSession[]>;
  endSession(sessionId: string): Promise<void>;
  /** Ends the session of that key if it is this account's; `false` when it has none such. */
  endListedSession(name: string, key: string): Promise<boolean>;
  /** Ends all sessions of an account but one (`null`: all), and tells how many. */
  endSessions(name: string, exceptSessionId: string | null): Promise<number>;
  /** Records a failed try under a key and gives the failures under it since `since`. */
  recordFailure(key: string, at: number, since: number): Promise<number>;
  clearFailures(key: string): Promise<void>;
  failures(key: string, since: number): Promise<Failures>;
}
