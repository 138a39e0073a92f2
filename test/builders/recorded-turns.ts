import type { AnswerTrace } from '../../bot/answer-trace.ts';

/** What an answer was made of, with one word in every place that can hold a citizen's. */
export function aTrace(word: string, fields: Partial<AnswerTrace> = {}): AnswerTrace {
  return {
    program: 'v1',
    message: `hỏi ${word}`,
    earlier: [`trước ${word}`],
    wasAsked: false,
    encoder: null,
    passages: [{ id: 'doc1#1', digest: 'd1' }],
    rewrite: { end: 'rewritten', model: 'm', promptVersion: 'r1', output: { question: `viết lại ${word}` } },
    writing: {
      end: 'written',
      model: 'm',
      promptVersion: 'w1',
      faults: [],
      passages: [{ id: 'doc1#1', digest: 'd1' }],
      outputs: [{ sentences: [{ text: `soạn ${word}`, passages: ['P1'] }] }, null],
    },
    reply: 'digest',
    ...fields,
  };
}
