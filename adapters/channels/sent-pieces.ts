/**
 * How many pieces of a long text are known to be with the platform, by the message's correlation id. It outlives the
 * process, so that no attempt repeats a piece.
 */
export interface SentPieces {
  of(correlationId: string): Promise<number>;
  /** Resolves when a crash can no longer forget it. Never counts backwards. */
  set(correlationId: string, pieces: number): Promise<void>;
}
