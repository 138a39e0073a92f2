import { describe, expect, it } from 'vitest';
import { REPLIES, type ReplyId } from '../../bot/policy/replies.ts';

const HANDING_OVER: readonly ReplyId[] = [
  'complaint',
  'press',
  'politics',
  'stateSecret',
  'personalData',
  'othersData',
  'privacy',
  'privacyErase',
  'privacyKept',
  'humanRequest',
  'individualCase',
  'rumourAlarm',
  'rumourCheck',
  'resting',
];

describe('the words that hand over to staff', () => {
  it.each(HANDING_OVER)('%s names no time of an answer: the computed one follows it', (id) => {
    expect(REPLIES[id]).not.toMatch(
      /trả lời ngay|ngay tại đây|ngay trong|giờ làm việc|sớm nhất|trong ngày|\d+ (?:giờ|phút|ngày)/u,
    );
    expect(REPLIES[id]).toMatch(/(?:ạ|nhé)\.$|vui lòng .*\.$/u);
  });
});

describe('automatic notices', () => {
  it.each(['resting', 'busy', 'tooFast'] as const)(
    '%s says that a machine speaks, and whom to call in danger',
    (id) => {
      expect(REPLIES[id]).toMatch(/tự động/u);
      for (const number of ['111', '113', '115']) expect(REPLIES[id]).toContain(number);
    },
  );

  it('say nothing of an assistant that goes on while it rests', () => {
    expect(REPLIES.staffClosedResting).not.toMatch(/trợ lý|tiếp tục/u);
  });
});
