import type { Stores } from '../../adapters/stores/engine.ts';
import { CODE_LASTS_MS, type LinkChange } from '../../bot/links/link.ts';
import { linkCodeDigest } from '../../bot/links/link-code.ts';
import { aTurn } from './turns.ts';

type Records = Pick<Stores, 'records'>;

/** A code in a conversation, as a citizen who asks for one gets it. */
export function offerCode(stores: Records, giver: string, code: string, at: number) {
  return change(stores, giver, { kind: 'offered', digest: linkCodeDigest(code), until: at + CODE_LASTS_MS }, at);
}

/** The code typed in another conversation. */
export function sendCode(
  stores: Records,
  conversationId: string,
  { giver, code, at }: { readonly giver: string; readonly code: string; readonly at: number },
) {
  const digest = linkCodeDigest(code);
  return change(stores, conversationId, { kind: 'joined', digest, giver, groupId: `g-${code}`, consent: 'c/1' }, at);
}

/** Links two conversations of one person. */
export async function linkTwo(stores: Records, giver: string, conversationId: string, at: number): Promise<void> {
  const code = `${giver} ${conversationId}`;
  await offerCode(stores, giver, code, at);
  const sent = await sendCode(stores, conversationId, { giver, code, at });
  if (!sent.ok) throw new Error(sent.reason);
}

/** A turn that changes links and nothing else. */
async function change({ records }: Records, conversationId: string, link: LinkChange, at: number) {
  const known = await records.conversation(conversationId);
  const standing = known === null ? {} : { reference: known.reference, owner: known.owner, channel: known.channel };
  return records.commit(aTurn({ conversationId, ...standing, link, at, lastInboundAt: at }));
}
