import type { WritingModel } from '../../knowledge/writing/answer-message.ts';
import type { RewriteEnd } from '../../knowledge/writing/rewrite-follow-up.ts';
import type { WritingEnd } from '../../knowledge/writing/written-answer.ts';
import type { ChatConfig } from '../config.ts';
import { connectChat } from './chat-endpoint.ts';
import { createGuardedModel, type NoAnswerReason } from './guarded-model.ts';

/** Who puts found answers into words, and what is told of it. */
export interface Writer extends WritingModel {
  readonly onWriting: (end: WritingEnd) => void;
  readonly onRewrite: (end: RewriteEnd) => void;
}

/** What may be known of writing: counts, and never words. */
export interface WritingCounts {
  readonly ended: (end: WritingEnd) => void;
  readonly rewrote: (end: RewriteEnd) => void;
  readonly tokens: (tokens: number) => void;
  readonly noAnswer: (reason: NoAnswerReason) => void;
}

/** The writer that the settings ask for; `null` = answers quote the documents. */
export function openWriter(chat: ChatConfig | null, counts: WritingCounts): Writer | null {
  if (chat === null) return null;
  const model = createGuardedModel(
    connectChat(chat),
    chat.model,
    { all: chat.dailyTokens, citizen: chat.dailyTokensOfCitizen },
    {
      now: Date.now,
      onTokens: counts.tokens,
      onNoAnswer: counts.noAnswer,
    },
  );
  return { model, onWriting: counts.ended, onRewrite: counts.rewrote };
}
