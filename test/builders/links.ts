import type { Stores } from '../../adapters/stores/engine.ts';
import { CODE_LASTS_MS } from '../../bot/links/link.ts';
import { linkCodeDigest } from '../../bot/links/link-code.ts';
import { aTurn } from './turns.ts';

/** A code in a conversation, as a citizen who asks for one gets it. */
export function offerCode({ records }: Pick<Stores, 'records'>, giver: string, code: string, at: number) {
  const link = { kind: 'offered', digest: linkCodeDigest(code), until: at + CODE_LASTS_MS } as const;
  return records.commit(aTurn({ conversationId: giver, link, at, lastInboundAt: at }));
}

/** The code typed in another conversation. */
export function sendCode(
  { records }: Pick<Stores, 'records'>,
  conversationId: string,
  { giver, code, at }: { readonly giver: string; readonly code: string; readonly at: number },
) {
  const link = { kind: 'joined', digest: linkCodeDigest(code), giver, groupId: `g-${code}`, consent: 'c/1' } as const;
  return records.commit(aTurn({ conversationId, link, at, lastInboundAt: at }));
}

/** Links two conversations of one person. */
export async function linkTwo(
  stores: Pick<Stores, 'records'>,
  giver: string,
  conversationId: string,
  at: number,
): Promise<void> {
  const code = `${giver} ${conversationId}`;
  await offerCode(stores, giver, code, at);
  const sent = await sendCode(stores, conversationId, { giver, code, at });
  if (!sent.ok) throw new Error(sent.reason);
}
