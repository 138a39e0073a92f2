import type { SentPieces } from '../../adapters/channels/sent-pieces.ts';

/** Half-sent texts, remembered for one test. */
export function memorySentPieces(): SentPieces {
  const sent = new Map<string, number>();
  return {
    of: async (correlationId) => sent.get(correlationId) ?? 0,
    async set(correlationId, pieces) {
      sent.set(correlationId, pieces);
    },
  };
}
