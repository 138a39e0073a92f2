/** Half-sent messages to remember; far more than are ever between two attempts. */
const MAX_REMEMBERED = 1000;

/** How many pieces of a long text are known to be with the platform, by the message's correlation id. */
export interface SentPieces {
  of(correlationId: string): number;
  set(correlationId: string, pieces: number): void;
  forget(correlationId: string): void;
}

/** A memory of half-sent texts, so that another attempt repeats no piece. It lives as long as the process. */
export function createSentPieces(): SentPieces {
  const sent = new Map<string, number>();
  return {
    of: (correlationId) => sent.get(correlationId) ?? 0,
    forget: (correlationId) => void sent.delete(correlationId),
    set(correlationId, pieces) {
      sent.set(correlationId, pieces);
      const oldest = sent.keys().next().value;
      // Messages that an echo confirmed never come back here, so the oldest have to go.
      if (sent.size > MAX_REMEMBERED && oldest !== undefined) sent.delete(oldest);
    },
  };
}
