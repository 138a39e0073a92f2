import { announceErasure, eraseCitizen, erasureCode } from './erase-citizen.ts';
import type { OutgoingMessage, TicketChange, TurnCommit } from './ports/records.ts';
import type { TurnDependencies, TurnSource } from './run-turn.ts';
import { CHANNEL_EVENTS } from './turn-input.ts';

const NOTHING_TO_SAY: readonly OutgoingMessage[] = [];

/**
 * Writes what an event other than a message changes: a person who wrote from the platform's own inbox takes the
 * conversation over, an overheard message is only recorded, a withdrawal erases what is kept of the citizen.
 * @returns `stale` when another worker was faster
 */
export async function runEvent(
  name: string,
  text: string,
  source: TurnSource,
  dependencies: TurnDependencies,
): Promise<'done' | 'stale'> {
  const { records, live, now, newId } = dependencies;
  const at = now();
  if (name === CHANNEL_EVENTS.withdrawn) {
    const code = erasureCode(newId());
    const outcome = await eraseCitizen({ ...source, at, requestedBy: 'platform', code, confirm: false }, records);
    return outcome === 'stale' ? 'stale' : announceErasure(source.conversationId, live);
  }
  const conversation = await records.conversation(source.conversationId);
  const owner = conversation?.owner ?? 'bot';
  const change = changeOf(name, text, owner);
  const result = await records.commit({
    conversationId: source.conversationId,
    channel: source.channel,
    reference: source.reference,
    itemIds: source.itemIds,
    at,
    heard: change.heard.map((line) => ({ ...line, at: source.fragments[0]?.at ?? at })),
    lastInboundAt: name === CHANNEL_EVENTS.overheard ? (source.fragments[0]?.at ?? at) : null,
    ledger: null,
    ticket: change.ticket,
    owner: change.owner,
    disclosed: false,
    outgoing: NOTHING_TO_SAY,
  });
  if (!result.ok) return 'stale';
  live.publish({ kind: 'transcript', conversationId: source.conversationId });
  if (result.ticket !== null) live.publish({ kind: 'tickets', ticketId: result.ticket.id });
  return 'done';
}

function changeOf(
  name: string,
  text: string,
  owner: TurnCommit['owner'],
): {
  readonly heard: readonly { readonly author: 'citizen' | 'staff'; readonly text: string }[];
  readonly ticket: TicketChange | null;
  readonly owner: TurnCommit['owner'];
} {
  switch (name) {
    case CHANNEL_EVENTS.staffSpoke:
      return {
        heard: [{ author: 'staff', text: text === '' ? '(tệp đính kèm)' : text }],
        ticket: {
          kind: 'open',
          topic: null,
          priority: 'normal',
          question: 'Cán bộ đã trả lời trực tiếp từ hộp thư của trang.',
        },
        owner: 'staff',
      };
    default:
      return { heard: text === '' ? [] : [{ author: 'citizen', text }], ticket: null, owner };
  }
}
