/** Something that somebody did to the product itself. Nothing in it is a citizen's data. */
export interface AuditEvent {
  /** Ms since epoch. */
  readonly at: number;
  /** Log-in name of staff, or who sat at the terminal. */
  readonly actor: string;
  /** Stable name of what was done, for example `bot.off`. */
  readonly action: string;
  /** What it was done to, for example `bot`. */
  readonly subject: string;
  readonly facts: Readonly<Record<string, string | number | boolean | null>>;
}

/** An event with its place in the chain. */
export interface AuditEntry extends AuditEvent {
  /** From 1, without gaps. */
  readonly number: number;
  /** Hash of the entry before; 64 zeros before the first. */
  readonly previous: string;
  /** SHA-256 over everything else of the entry, hex. */
  readonly hash: string;
}

/** Whether the log is as it was written. `head` is the last hash: noted elsewhere, it shows later that nothing was cut off. */
export type AuditVerdict =
  | { readonly ok: true; readonly entries: number; readonly head: string }
  /** The first entry that does not fit. */
  | { readonly ok: false; readonly number: number };

/** An append-only log in which every entry vouches for all before it. */
export interface AuditLog {
  /** Durable when this resolves; two appends at the same time never get the same place. */
  append(event: AuditEvent): Promise<AuditEntry>;
  /** Entries with a number greater than `after`, oldest first. */
  list(after: number, limit: number): Promise<readonly AuditEntry[]>;
  /** How many entries there are; the newest has this number. */
  count(): Promise<number>;
  /** Reads the whole log. */
  verify(): Promise<AuditVerdict>;
}
