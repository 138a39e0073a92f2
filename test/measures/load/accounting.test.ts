import { describe, expect, it } from 'vitest';
import { account, isWhole, type RecordedTurn } from './accounting.ts';

const accepted = [
  { id: 'a1', citizenId: 'a' },
  { id: 'a2', citizenId: 'a' },
  { id: 'b1', citizenId: 'b' },
];
const turn = (messageId: string): RecordedTurn => ({ messageIds: [messageId], replyId: `to-${messageId}` });
const turns = accepted.map(({ id }) => turn(id));
const piece = (messageId: string) => ({ citizenId: messageId.slice(0, 1), pieceId: `to-${messageId}` });
const received = [piece('a1'), piece('b1'), piece('a2')];

describe('the accounting of a load', () => {
  it('finds nothing wrong where each message has its reply, in order', () => {
    expect(account(accepted, turns, received)).toMatchObject({ messages: 3, expected: 3, sent: 3 });
    expect(isWhole(account(accepted, turns, received))).toBe(true);
  });

  it('takes two messages with one reply, a reply in pieces and silence for staff for whole', () => {
    const joined = [
      { messageIds: ['a1', 'a2'], replyId: 'to-a' },
      { messageIds: ['b1'], replyId: null },
    ];
    const pieces = [
      { citizenId: 'a', pieceId: 'to-a~1' },
      { citizenId: 'a', pieceId: 'to-a' },
    ];
    expect(account(accepted, joined, pieces)).toMatchObject({ expected: 1, sent: 1, silent: 1 });
    expect(isWhole(account(accepted, joined, pieces))).toBe(true);
  });

  it('finds a reply that never came, and a message that no turn worked on', () => {
    expect(account(accepted, turns, received.slice(0, 2)).lost).toBe(1);
    expect(
      account(
        accepted,
        turns.slice(0, 2),
        received.filter(({ pieceId }) => pieceId !== 'to-b1'),
      ).lost,
    ).toBe(1);
  });

  it('finds a reply that came twice, and a message that was worked on twice', () => {
    expect(account(accepted, turns, [...received, piece('a2')]).answeredTwice).toBe(1);
    const again = { messageIds: ['b1'], replyId: 'again' };
    expect(
      account(accepted, [...turns, again], [...received, { citizenId: 'b', pieceId: 'again' }]).answeredTwice,
    ).toBe(1);
  });

  it('finds replies in another order than the questions', () => {
    expect(account(accepted, turns, received.toReversed()).outOfOrder).toBe(1);
  });

  it('finds a reply to nothing', () => {
    expect(account(accepted, turns, [...received, { citizenId: 'c', pieceId: 'stray' }]).unexpected).toBe(1);
  });

  it('counts by citizen where there is no ledger', () => {
    expect(isWhole(account(accepted, null, received))).toBe(true);
    expect(account(accepted, null, received.slice(1)).lost).toBe(1);
    expect(account(accepted, null, [...received, { citizenId: 'a', pieceId: 'one more' }]).unexpected).toBe(1);
    expect(account(accepted, null, [...received, piece('a1')]).answeredTwice).toBe(1);
  });
});
