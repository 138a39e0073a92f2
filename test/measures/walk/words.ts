import type { TurnKnowledge } from '../../../bot/turn-decision.ts';
import type { Answer } from '../../../knowledge/answering/answer.ts';
import { aDocument, aPassage } from '../../builders/documents.ts';

/** What citizens write in a walk; each sentence meets one rule of the bot. */
export const WORDS = {
  question: 'Học phí lớp 1 công lập là bao nhiêu ạ?',
  unknown: 'Lịch nghỉ Tết năm nay thế nào ạ?',
  human: 'gặp cán bộ',
  thanks: 'cảm ơn ạ',
  crisis: 'Con em bị bố đánh đập mỗi ngày, cháu muốn chết',
  cancel: 'thôi không cần nữa ạ',
  complaint: 'Em muốn tố cáo hiệu trưởng thu tiền trái quy định',
  /** The search fails on this one, always. */
  broken: 'Hồ sơ nhập học máy hỏng gồm gì ạ?',
} as const;

export type Said = keyof typeof WORDS;

const passage = aPassage('Học sinh trường công lập được miễn học phí.');
const FOUND: Answer = {
  kind: 'answered',
  text: 'Dạ, học sinh trường công lập được miễn học phí ạ.',
  sources: [
    {
      hit: {
        passage,
        document: aDocument(),
        validity: { state: 'in-force' },
        score: 1,
        words: 1,
        similarity: null,
        interaction: null,
        unmatched: null,
      },
      extract: { address: passage.address, quote: passage.text },
      row: null,
    },
  ],
  related: [],
  unanswered: [],
  confidence: 1,
  hits: [],
};

/** Documents that know one answer, and whose search breaks on {@link WORDS.broken}. */
export const SMALL_KNOWLEDGE: TurnKnowledge = {
  async answer(message) {
    if (message.includes('máy hỏng')) throw new SearchBroken();
    return message.includes('Học phí') ? FOUND : { kind: 'unknown', reason: 'unsure', confidence: 0, hits: [] };
  },
  passage: () => null,
  link: () => null,
};

/** The fault that the walk makes itself, so that no other one passes for it. */
export class SearchBroken extends Error {
  readonly code = 'SEARCH_BROKEN';
}
