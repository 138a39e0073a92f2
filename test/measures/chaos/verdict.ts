import type { StateEngine } from '../../../adapters/stores/engine.ts';
import { REPLIES } from '../../../bot/policy/replies.ts';
import type { GraphSimulator } from '../../simulators/graph.ts';
import { compareReplies, type SendRow } from '../storm/verdict.ts';
import { type KeptTurn, numbersTwice } from './ledger.ts';
import type { CitizenWords } from './stream.ts';

/** What went wrong; all of it must be zero. */
export interface ChaosFaults {
  /** Acknowledged messages that stand in no transcript. */
  readonly lost: number;
  /** Messages that stand twice in a transcript or in more than one turn. */
  readonly workedTwice: number;
  /** Words of ours that were decided and never reached the platform. */
  readonly unanswered: number;
  /** Replies recorded as sent that the platform never took. */
  readonly missing: number;
  /** Replies that the platform took more than once, or that nobody recorded. */
  readonly sentTwice: number;
  /** Citizens who got replies in another order than they were decided in. */
  readonly repliesOutOfOrder: number;
  /** Citizens whose words stand in another order than they were written in. */
  readonly heardOutOfOrder: number;
  /** Messages and replies by which the ledger differs from the transcripts. */
  readonly ledgerOff: number;
  /** Conversations without an owner, or left to staff without a ticket. */
  readonly withoutOwner: number;
  /** Messages that still wait or were given up, and replies that are still to be sent. */
  readonly leftPending: number;
  /** Calls that the platform refused for who or when. */
  readonly refusedByPlatform: number;
}

const MANY = 100_000;

/** Holds what an engine keeps, its ledger and the platform's memory against what citizens wrote. */
export async function judge(
  citizens: readonly CitizenWords[],
  engine: StateEngine,
  turns: readonly KeptTurn[],
  graph: GraphSimulator,
): Promise<{ readonly replies: number; readonly faults: ChaosFaults }> {
  const taken = new Map<string, string[]>(citizens.map((citizen) => [citizen.conversationId, []]));
  const conversationOf = new Map(citizens.map(({ psid, conversationId }) => [psid, conversationId]));
  for (const { recipientId, text } of graph.sent) taken.get(conversationOf.get(recipientId) ?? '')?.push(text);

  let [lost, doubled, heardOutOfOrder, withoutOwner, heard] = [0, 0, 0, 0, 0];
  const rows: SendRow[] = [];
  for (const { conversationId, texts } of citizens) {
    const lines = await engine.records.transcript(conversationId, 0, MANY);
    const theirs = lines.filter((line) => line.author === 'citizen').map((line) => line.text);
    const once = new Set(theirs);
    heard += theirs.length;
    lost += texts.filter((text) => !once.has(text)).length;
    doubled += theirs.length - once.size;
    const inOrder = [...once].every(
      (text, index) => index === 0 || orderOf(text) > orderOf([...once][index - 1] ?? ''),
    );
    if (!inOrder) heardOutOfOrder += 1;
    for (const { delivery, text } of lines) {
      if (delivery !== null) rows.push({ conversation_id: conversationId, state: delivery, text });
    }
    const conversation = await engine.records.conversation(conversationId);
    const isLeft = conversation !== null && conversation.owner !== 'bot' && conversation.ticketId === null;
    if (isLeft || (conversation === null && texts.length > 0)) withoutOwner += 1;
  }
  const now = Date.now();
  const [inbox, outbox] = [await engine.inbox.depth(now), await engine.outbox.depth(now)];
  const replies = turns.filter((turn) => turn.hasReply).length;
  // Who waits long while processes are killed is told so, which answers no turn.
  const told = rows.filter((row) => row.text !== REPLIES.busy).length;
  const items = turns.flatMap((turn) => turn.itemIds);
  return {
    replies,
    faults: {
      lost,
      workedTwice: doubled + numbersTwice(items),
      unanswered: rows.filter((row) => row.state !== 'sent').length,
      ...compareReplies(rows, taken),
      heardOutOfOrder,
      ledgerOff: Math.abs(new Set(items).size - heard) + Math.abs(replies - told),
      withoutOwner,
      leftPending: inbox.waiting + inbox.parked + outbox.pending,
      refusedByPlatform: graph.refused.length,
    },
  };
}

/** The number that the stream put behind the words; it grows with each message. */
function orderOf(text: string): number {
  return Number(/\((\d+)\)$/.exec(text)?.[1] ?? Number.NaN);
}
