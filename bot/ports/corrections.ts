import type { Citation, DeliveryState } from '../conversation.ts';
import type { DocumentReader, RuleCorrection } from '../corrections/correction.ts';

/** A correction on its way to one citizen who was told the old rule. */
export interface CorrectionTelling {
  readonly correctionId: string;
  readonly conversationId: string;
  /** What the citizen reads. */
  readonly text: string;
  readonly citations: readonly Citation[];
  readonly at: number;
}

/** What became of a correction that was put on its way to a citizen. */
export interface ToldReader {
  readonly conversationId: string;
  readonly at: number;
  readonly delivery: DeliveryState;
}

/** How many corrections wait for people. */
export interface WaitingCorrections {
  /** For their words. */
  readonly drafts: number;
  /** For a second person. */
  readonly proposed: number;
}

/**
 * Who was told what of which document, and the corrections that this needs. Of whom nothing is kept any more – their data
 * were erased, or the words kept long enough – nothing is told here either.
 */
export interface Corrections {
  /** Ids of all documents that words of ours ever quoted. */
  documents(): Promise<readonly string[]>;
  /**
   * Citizens who were sent words of the bot that quote a document, by their conversation id; what was held back, failed
   * or is still on its way is left out.
   * @param after conversation id of the last one before; `null`: from the first
   */
  readers(documentId: string, after: string | null, limit: number): Promise<readonly DocumentReader[]>;
  /** Every correction, the first opened first. */
  list(): Promise<readonly RuleCorrection[]>;
  find(id: string): Promise<RuleCorrection | null>;
  /**
   * Counts what waits, without reading a correction.
   * @param author log-in name of somebody who cannot be the second person for words of their own
   */
  waiting(author: string): Promise<WaitingCorrections>;
  /** Stores a correction in the place of its version before; `false`, and nothing is written, when another one stands there. */
  save(correction: RuleCorrection): Promise<boolean>;
  /** To whom a correction was put on its way, and what became of it. */
  told(correctionId: string): Promise<readonly ToldReader[]>;
  /**
   * Puts a correction into the outbox for one citizen and remembers it, in one step, so that a repeated call sends
   * nothing. What was held back by a window or a person who took over may be put there again. `false`, and nothing is
   * written, when a person speaks with the citizen now, or it is on its way or was sent.
   */
  tell(telling: CorrectionTelling): Promise<boolean>;
}
