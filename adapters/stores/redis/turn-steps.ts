import type { Conversation, Ticket } from '../../../bot/conversation.ts';
import { DELIVERY_REASONS } from '../../../bot/delivery-words.ts';
import { isTakenOver, type Standing, ticketOrder } from '../../../bot/handover.ts';
import type { OutgoingMessage, TurnCommit } from '../../../bot/ports/records.ts';
import type { Step } from './apply-changes.ts';
import { turnGapSteps } from './gap-steps.ts';
import { ledgerSteps } from './ledger-steps.ts';
import type { StoredLine } from './stored-json.ts';
import { wordStep } from './ticket-list-steps.ts';
import { ticketSteps } from './ticket-steps.ts';

/** Steps that store a conversation with its ticket, and end the unsent words of the bot when a person takes over. */
export function standingSteps(before: Standing, { conversation, ticket }: Standing, at: number): readonly Step[] {
  const takenOver = isTakenOver(before.conversation, conversation);
  return [
    ...(takenOver ? [['withhold', conversation.id, DELIVERY_REASONS.takenOver, at] as const] : []),
    ['call', 'SET', `conversation:${conversation.id}`, JSON.stringify(conversation)],
    ...(ticket === null ? [] : [...ticketSteps(before.ticket, ticket), lineStep(conversation, ticket)]),
  ];
}

/** Who waits for staff stands in `tickets:line`, in the order of the list. */
export function lineStep({ owner }: Pick<Conversation, 'owner'>, ticket: Ticket): Step {
  return owner === 'queue' && ticket.state === 'new'
    ? ['call', 'ZADD', 'tickets:line', String(ticketOrder(ticket)), ticket.id]
    : ['call', 'ZREM', 'tickets:line', ticket.id];
}

/** Steps that store everything a turn says and decided. */
export function turnSteps(turn: TurnCommit, before: Standing, after: Standing, newId: () => string): readonly Step[] {
  // What ends a period still belongs to it.
  const { conversation } = before;
  const turnId = turn.ledger?.turnId ?? newId();
  return [
    ...standingSteps(before, after, turn.at),
    ...(after.ticket === null
      ? []
      : [wordStep(after.ticket, ...[...turn.heard, ...turn.outgoing].map(({ text }) => text))]),
    ...turn.heard.map(({ author, text, at, key = '' }): Step => {
      const line = { epoch: conversation.epoch, author, authorName: null, text, at, quickReplies: [], citations: [] };
      return ['line', conversation.id, JSON.stringify({ ...line, revisedAt: null } satisfies StoredLine), key];
    }),
    ...(turn.ledger === null ? [] : ledgerSteps(turn.ledger, turn, conversation)),
    ...turnGapSteps(turn),
    ...turn.outgoing.map((message, index) =>
      sendStep(conversation, message, `turn:${turnId}:${index}`, turn.at, turn.receivedAt),
    ),
  ];
}

/** The step that puts words into transcript and outbox. */
export function sendStep(
  { id, epoch, channel }: Conversation,
  message: OutgoingMessage,
  correlationId: string,
  at: number,
  receivedAt?: number,
  sendAt = at,
): Step {
  const line = { epoch, ...message, at, revisedAt: null } satisfies StoredLine;
  return ['send', id, JSON.stringify(line), correlationId, channel, at, String(receivedAt ?? ''), sendAt];
}
