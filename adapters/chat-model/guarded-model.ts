import { createHash } from 'node:crypto';
import { createCircuitBreaker } from '../../bot/circuit-breaker.ts';
import { dayInVietnam } from '../../knowledge/vietnam-day.ts';
import type { ChatModel } from '../../knowledge/writing/write-answer.ts';
import { type ChatEndpoint, ChatFailure, type ChatFailureReason } from './chat-endpoint.ts';

const FAILURES_BEFORE_PAUSE = 3;
const PAUSE_MS = 30_000;
/** Answers that are kept: the same question over the same passages is asked once. */
const KEPT_ANSWERS = 500;

/** Why a model was not asked, or gave nothing. */
export type NoAnswerReason = ChatFailureReason | 'budget' | 'paused';

/**
 * A model behind a circuit breaker, a daily budget and a memory of its last answers. After three failures in a row it
 * is left alone for 30 s, so that an answer falls back at once.
 * @param dailyTokens tokens that this process may use on a day in Vietnam; `null` = no limit
 */
export function createGuardedModel(
  endpoint: ChatEndpoint,
  name: string,
  dailyTokens: number | null,
  parts: {
    readonly now: () => number;
    readonly onTokens: (tokens: number) => void;
    readonly onNoAnswer: (reason: NoAnswerReason) => void;
  },
): ChatModel {
  const breaker = createCircuitBreaker(FAILURES_BEFORE_PAUSE, PAUSE_MS, parts.now);
  const kept = new Map<string, unknown>();
  let spent = { day: '', tokens: 0 };

  function keep(key: string, output: unknown): void {
    kept.delete(key);
    kept.set(key, output);
    const [oldest] = kept.keys();
    if (kept.size > KEPT_ANSWERS && oldest !== undefined) kept.delete(oldest);
  }

  function mayAsk(): NoAnswerReason | null {
    const day = dayInVietnam(parts.now());
    if (spent.day !== day) spent = { day, tokens: 0 };
    if (dailyTokens !== null && spent.tokens >= dailyTokens) return 'budget';
    return breaker.mayAsk() ? null : 'paused';
  }

  return {
    name,
    async complete({ system, user }) {
      const key = createHash('sha256')
        .update(JSON.stringify([name, system, user]))
        .digest('base64');
      if (kept.has(key)) return kept.get(key);
      const hindrance = mayAsk();
      if (hindrance !== null) {
        parts.onNoAnswer(hindrance);
        return null;
      }
      try {
        const { output, tokens } = await endpoint.ask({ system, user });
        breaker.succeeded();
        spent.tokens += tokens;
        parts.onTokens(tokens);
        keep(key, output);
        return output;
      } catch (error) {
        if (!(error instanceof ChatFailure)) throw error;
        breaker.failed();
        parts.onNoAnswer(error.reason);
        return null;
      }
    },
  };
}
