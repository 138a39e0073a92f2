import type { Gap, GapAnswer, GapQuestion } from '../../bot/gaps/gap.ts';
import { newGap } from '../../bot/gaps/gap.ts';

/** A question that nothing answered; state only the fields in question. */
export function aGapQuestion(fields: Partial<GapQuestion> = {}): GapQuestion {
  return {
    id: 'q1',
    conversationId: 'web:web:an',
    channel: 'web',
    at: 1_000,
    text: 'Bể bơi mở khi nào?',
    why: 'not-found',
    gapId: 'g',
    told: 0,
    meaning: null,
    ...fields,
  };
}

export function aGap(fields: Partial<Gap> = {}): Gap {
  return { ...newGap({ id: 'g', at: 1_000 }), ...fields };
}

/** An answer that waits for a second person. */
export function aGapAnswer(fields: Partial<GapAnswer> = {}): GapAnswer {
  return {
    number: 1,
    question: 'Bể bơi của trường mở khi nào?',
    text: 'Bể bơi mở từ 7 giờ đến 17 giờ các ngày trong tuần.',
    source: 'Thông báo ngày 20/11/2026 của nhà trường',
    expiresOn: '2027-06-30',
    author: 'lan',
    writtenAt: 2_000,
    state: 'proposed',
    decidedBy: null,
    decidedAt: null,
    reason: null,
    usedSince: null,
    ...fields,
  };
}
