import { createHash } from 'node:crypto';
import type { ErasureOrder, ErasureRecord } from '../../bot/ports/erasure.ts';

/** SHA-256 over code and conversation id, hex: who knows both can check the proof, nobody else learns anything. */
export function erasureDigest(code: string, conversationId: string): string {
  return createHash('sha256').update(`${code} ${conversationId}`).digest('hex');
}

/** The proof of one order. */
export function erasureRecord(
  conversationId: string,
  { code, requestedBy }: Pick<ErasureOrder, 'code' | 'requestedBy'>,
  erasedAt: number | null,
  counts: Readonly<Record<string, number>>,
): ErasureRecord {
  return {
    code,
    conversationDigest: erasureDigest(code, conversationId),
    channel: channelOf(conversationId),
    requestedBy,
    erasedAt,
    counts,
  };
}

function channelOf(conversationId: string): ErasureRecord['channel'] {
  const name = conversationId.split(':', 1)[0];
  return name === 'messenger' || name === 'zalo' ? name : 'web';
}
