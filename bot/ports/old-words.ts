/** Kinds of what an older program may have kept as it was written. */
export const OLD_WORD_KINDS = [
  'mail',
  'tickets',
  'lines',
  'notes',
  'turns',
  'incidents',
  'gaps',
  'corrections',
  'holds',
] as const;

export type OldWordKind = (typeof OLD_WORD_KINDS)[number];

/** Rows of one kind: looked at, and given other words. */
export interface RewordCount {
  readonly looked: number;
  readonly changed: number;
}

export type RewordCounts = Readonly<Record<OldWordKind, RewordCount>>;

/** How words are kept now. Words that are kept so already come back as they are. */
export interface Rewording {
  /** @param purpose binds what is sealed to one conversation or ticket */
  sealed(words: string, purpose: string): string;
  masked(words: string): string;
  /** An address of an attachment; see `sealed`. */
  hidden(address: string, purpose: string): string;
}

/**
 * Gives words that an older program kept as they were written the form in which they are kept now: mail, what people
 * wrote in transcripts, notes, reasons of holds and whom to call at a school sealed; questions, notes and tags of tickets,
 * the ledger's questions, incidents, and reasons in gaps and corrections masked. Words of ours stay as they were sent, and
 * the audit log as it was written: its entries prove each other.
 */
export interface OldWords {
  /**
   * Walks everything in small steps beside a server that may run: a row that changes meanwhile keeps its change. May be
   * broken off anywhere and run again; a second pass finds nothing to change.
   * @param onProgress told after each step
   */
  reword(rewording: Rewording, onProgress: (kind: OldWordKind, count: RewordCount) => void): Promise<RewordCounts>;
}
