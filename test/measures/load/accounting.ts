/** A message whose webhook was answered 200. */
export interface AcceptedMessage {
  readonly id: string;
  readonly citizenId: string;
}

/** One turn as the product recorded it. */
export interface RecordedTurn {
  /** Ids of the messages that it answers. */
  readonly messageIds: readonly string[];
  /** The id under which its reply went out; `null`: it stayed silent, as while staff own a conversation. */
  readonly replyId: string | null;
}

/** One piece of a reply as the platform took it. */
export interface ReceivedPiece {
  readonly citizenId: string;
  /** The reply's id, `<id>~<number>` for a piece before the last. */
  readonly pieceId: string;
}

/** What became of all messages. */
export interface Accounting {
  readonly messages: number;
  readonly turns: number;
  /** Replies that the turns promise, and different replies that the platform took. */
  readonly expected: number;
  readonly sent: number;
  /** Messages that were kept for staff without a reply. */
  readonly silent: number;
  /** Accepted messages without a turn, or whose turn's reply never came. */
  readonly lost: number;
  /** Messages in more than one turn, and pieces that came more than once. */
  readonly answeredTwice: number;
  /** Replies to nothing: of no recorded turn. */
  readonly unexpected: number;
  /** Citizens who got replies in another order than they had asked. */
  readonly outOfOrder: number;
}

/**
 * Holds what the platform took against what it delivered.
 * @param accepted in the order in which each citizen wrote
 * @param turns `null` where no ledger can be read: then a citizen's first reply belongs to the first message and so
 * on, which needs citizens who wait for each reply and tells nothing of the order
 * @param received in the order in which the platform took them
 */
export function account(
  accepted: readonly AcceptedMessage[],
  turns: readonly RecordedTurn[] | null,
  received: readonly ReceivedPiece[],
): Accounting {
  const known = turns ?? turnsByCount(accepted, received);
  const turnsOf = new Map<string, RecordedTurn[]>();
  for (const turn of known) {
    for (const id of turn.messageIds) turnsOf.set(id, [...(turnsOf.get(id) ?? []), turn]);
  }
  const expected = new Set(known.flatMap(({ replyId }) => replyId ?? []));
  const repliesOf = new Map(known.map((turn) => [turn.replyId, turn]));
  const pieces = new Set<string>();
  const replies = new Map<string, ReceivedPiece>();
  for (const piece of received) {
    pieces.add(piece.pieceId);
    const id = replyIdOf(piece.pieceId);
    if (!replies.has(id)) replies.set(id, piece);
  }

  const place = new Map(accepted.map(({ id }, index) => [id, index]));
  const lastPlace = new Map<string, number>();
  const disordered = new Set<string>();
  for (const [id, { citizenId }] of replies) {
    const asked = Math.min(...(repliesOf.get(id)?.messageIds ?? []).map((message) => place.get(message) ?? -1));
    if (!Number.isFinite(asked)) continue;
    if (asked < (lastPlace.get(citizenId) ?? -1)) disordered.add(citizenId);
    lastPlace.set(citizenId, asked);
  }
  const isLost = ({ id }: AcceptedMessage) => {
    const own = turnsOf.get(id) ?? [];
    return own.length === 0 || own.some(({ replyId }) => replyId !== null && !replies.has(replyId));
  };
  return {
    messages: accepted.length,
    turns: known.length,
    expected: expected.size,
    sent: replies.size,
    silent: known.filter(({ replyId }) => replyId === null).length,
    lost: accepted.filter(isLost).length,
    answeredTwice: [...turnsOf.values()].filter((own) => own.length > 1).length + received.length - pieces.size,
    unexpected: [...replies.keys()].filter((id) => !expected.has(id)).length,
    outOfOrder: disordered.size,
  };
}

/** Whether every message was answered once, in order. */
export function isWhole({ lost, answeredTwice, unexpected, outOfOrder }: Accounting): boolean {
  return lost + answeredTwice + unexpected + outOfOrder === 0;
}

/** The id of the reply that a piece belongs to. */
export function replyIdOf(pieceId: string): string {
  return pieceId.replace(/~\d+$/, '');
}

function turnsByCount(
  accepted: readonly AcceptedMessage[],
  received: readonly ReceivedPiece[],
): readonly RecordedTurn[] {
  const waiting = new Map<string, string[]>();
  for (const { citizenId, pieceId } of received) {
    const ids = waiting.get(citizenId) ?? [];
    const id = replyIdOf(pieceId);
    if (!ids.includes(id)) waiting.set(citizenId, [...ids, id]);
  }
  return accepted.flatMap(({ id, citizenId }): RecordedTurn[] => {
    const replyId = waiting.get(citizenId)?.shift();
    return replyId === undefined ? [] : [{ messageIds: [id], replyId }];
  });
}
