import { type Answer, answerQuestion } from '../answering/answer.ts';
import type { KnowledgeBase } from '../knowledge-base.ts';
import { leansOnOther, MEMORY } from '../question/follow-up.ts';
import { readMessageText } from '../question/message-text.ts';
import { joinEarlier } from '../question/question.ts';
import type { QuestionEncoder } from '../retrieval/encoder.ts';
import type { Scope } from '../retrieval/quotable.ts';
import type { ChatModel } from './chat-model.ts';
import type { Making } from './making.ts';
import { rewriteFollowUp } from './rewrite-follow-up.ts';
import { writeAnswer } from './write-answer.ts';

/** A citizen's message with what came before it. */
export interface AskedMessage {
  readonly message: string;
  /** The citizen's earlier messages, oldest first. */
  readonly earlier: readonly string[];
  /** Whether a question that leaves a decisive point open may come back as `unclear`. */
  readonly mayAsk: boolean;
  /** To whose budget of a model it counts. */
  readonly citizen: string | null;
}

/** A model that helps with answers. */
export interface WritingModel {
  readonly model: ChatModel;
  /** How long it may take to rewrite a follow-up (ms); as short as usual unless given. */
  readonly rewriteWithinMs?: number;
}

/**
 * The whole way of a message: follow-up made to stand alone → passages → answer or "I don't know" → written, each
 * sentence verified or replaced by what it means, asked for once more → else quoted. Without a model the same way without its steps. A rewritten question that nothing answers
 * is asked again as code joins it, so that a model never costs an answer.
 */
export async function answerMessage(
  base: KnowledgeBase,
  encoder: QuestionEncoder | null,
  asked: AskedMessage,
  scope: Scope,
  writing: WritingModel | null,
): Promise<{ readonly answer: Answer; readonly making: Omit<Making, 'program'> }> {
  const { message, citizen, mayAsk } = asked;
  const earlier = leansOnEarlier(asked, base) ? asked.earlier.slice(-MEMORY) : [];
  const rewritten = writing === null || earlier.length === 0 ? null : await standAlone(asked, base, writing);
  const found = await findAnswer(rewritten?.question ?? null);
  const { answer, question } = found;
  const making = {
    earlier,
    encoder: encoder !== null && base.vectors?.model === encoder.model ? encoder.model : null,
    rewrite: rewritten?.rewrite ?? null,
  };
  if (answer.kind !== 'answered' || writing === null) return { answer, making };
  const written = await writeAnswer(answer, question, scope, writing.model, citizen);
  return { answer: written, making };

  async function findAnswer(alone: string | null): Promise<{ answer: Answer; question: string }> {
    if (alone !== null) {
      const answer = await answerQuestion(base, encoder, alone, [], scope, mayAsk);
      if (answer.kind === 'answered') return { answer, question: alone };
    }
    return { answer: await answerQuestion(base, encoder, message, earlier, scope, mayAsk), question: message };
  }
}

function leansOnEarlier({ message, earlier }: AskedMessage, base: KnowledgeBase): boolean {
  if (earlier.length === 0) return false;
  const read = (written: string) => readMessageText(written, base.restore).text;
  const text = read(message);
  return joinEarlier(text, earlier, read) !== null || leansOnOther(text);
}

function standAlone({ message, earlier, citizen }: AskedMessage, base: KnowledgeBase, writing: WritingModel) {
  const read = (written: string) => ({ written, read: readMessageText(written, base.restore).text });
  return rewriteFollowUp(read(message), earlier.map(read), writing.model, citizen, writing.rewriteWithinMs);
}
