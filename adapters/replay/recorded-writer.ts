import type { AnswerTrace } from '../../bot/answer-trace.ts';
import type { Writer } from '../chat-model/open-writer.ts';

/** A writer whose model says again what it said then, in the same order, and asks nobody; `null` where no model helped. */
export function recordedWriter({ rewrite, writing }: AnswerTrace): Writer | null {
  const name = writing?.model ?? rewrite?.model;
  if (name === undefined) return null;
  const outputs = [...(writing?.outputs ?? [])];
  return {
    model: {
      name,
      async complete({ form }) {
        return (form.name === 'rewritten_question' ? rewrite?.output : outputs.shift()) ?? null;
      },
    },
    onWriting: () => {},
    onRewrite: () => {},
  };
}
