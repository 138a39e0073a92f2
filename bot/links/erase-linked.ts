import type { Conversation } from '../conversation.ts';
import {
  announceErasure,
  type ErasureOutcome,
  type ErasureRequest,
  eraseCitizen,
  erasureCode,
} from '../erase-citizen.ts';
import type { LiveEvents } from '../ports/live-events.ts';
import type { TurnRecords } from '../ports/records.ts';
import { othersIn } from './link.ts';
import { askedElsewhereWords, erasedTooWords } from './link-words.ts';
import type { Linking } from './linking.ts';

/** Tries of a linked conversation in which somebody acts at the same moment. */
const TRIES = 3;

/**
 * Erases a citizen's data where they asked for it and in every conversation that they linked with it, each by its own
 * rules: an open matter or a hold keeps its own words alone. Each has a proof of its own, whose codes the citizen reads. The
 * conversation in which they asked comes last, so that what is cut off is asked for again by its mail.
 * @param linking `undefined`: only this conversation
 */
export async function eraseWithLinked(
  request: ErasureRequest,
  { records, live, newId }: { readonly records: TurnRecords; readonly live: LiveEvents; readonly newId: () => string },
  linking: Pick<Linking, 'links' | 'mayReach'> | undefined,
): Promise<ErasureOutcome> {
  const { conversationId, channel } = request;
  const others = othersIn((await linking?.links.of(conversationId)) ?? [], conversationId);
  const told: string[] = [];
  for (const other of others) {
    const conversation = await records.conversation(other.conversationId);
    if (conversation === null) continue;
    const code = erasureCode(newId());
    const outcome = await eraseOther(conversation, code);
    if (outcome === 'stale') return 'stale';
    told.push(erasedTooWords(conversation.channel, outcome, code));
    announceErasure(conversation.id, live);
  }
  const outcome = await eraseCitizen({ ...request, further: told }, records);
  if (outcome !== 'stale') announceErasure(conversationId, live);
  return outcome;

  async function eraseOther(other: Conversation, code: string): Promise<ErasureOutcome> {
    const { at, requestedBy, controller } = request;
    for (let tries = 0; tries < TRIES; tries += 1) {
      const outcome = await eraseCitizen(
        {
          conversationId: other.id,
          channel: other.channel,
          reference: other.reference,
          itemIds: [],
          fence: null,
          at,
          requestedBy,
          code,
          controller,
          confirm: linking?.mayReach(other.channel, other.lastInboundAt) ?? false,
          // The platform's window is the one that their last message opened.
          ...(other.lastInboundAt === null ? {} : { askedAt: other.lastInboundAt }),
          further: [askedElsewhereWords(channel)],
        },
        records,
      );
      if (outcome !== 'stale') return outcome;
    }
    return 'stale';
  }
}
