import { createHash } from 'node:crypto';
import { createCircuitBreaker } from '../../bot/circuit-breaker.ts';
import { dayInVietnam } from '../../knowledge/vietnam-day.ts';
import type { ChatModel } from '../../knowledge/writing/chat-model.ts';
import { type ChatEndpoint, ChatFailure, type ChatFailureReason } from './chat-endpoint.ts';

const FAILURES_BEFORE_PAUSE = 3;
const PAUSE_MS = 30_000;
/** Answers that are kept: the same question over the same passages is asked once. */
const KEPT_ANSWERS = 500;

/** Why a model was not asked, or gave nothing. */
export type NoAnswerReason = ChatFailureReason | 'budget' | 'citizen-budget' | 'paused';

/** Tokens that this process may use on a day in Vietnam; `null` = no limit. */
export interface DailyTokens {
  readonly all: number | null;
  /** For one citizen. */
  readonly citizen: number | null;
}

/**
 * A model behind a circuit breaker, a daily budget, one for each citizen, and a memory of its last answers. After three failures in a row it
 * is left alone for 30 s, so that an answer falls back at once.
 */
export function createGuardedModel(
  endpoint: ChatEndpoint,
  name: string,
  dailyTokens: DailyTokens,
  parts: {
    readonly now: () => number;
    readonly onTokens: (tokens: number) => void;
    readonly onNoAnswer: (reason: NoAnswerReason) => void;
  },
): ChatModel {
  const breaker = createCircuitBreaker(FAILURES_BEFORE_PAUSE, PAUSE_MS, parts.now);
  const kept = new Map<string, unknown>();
  let spent = { day: '', tokens: 0, byCitizen: new Map<string, number>() };

  function keep(key: string, output: unknown): void {
    kept.delete(key);
    kept.set(key, output);
    const [oldest] = kept.keys();
    if (kept.size > KEPT_ANSWERS && oldest !== undefined) kept.delete(oldest);
  }

  function mayAsk(citizen: string | null): NoAnswerReason | null {
    const day = dayInVietnam(parts.now());
    if (spent.day !== day) spent = { day, tokens: 0, byCitizen: new Map() };
    if (dailyTokens.all !== null && spent.tokens >= dailyTokens.all) return 'budget';
    const own = citizen === null ? 0 : (spent.byCitizen.get(citizen) ?? 0);
    if (dailyTokens.citizen !== null && own >= dailyTokens.citizen) return 'citizen-budget';
    return breaker.mayAsk() ? null : 'paused';
  }

  return {
    name,
    async complete(request, citizen = null) {
      const key = createHash('sha256')
        .update(JSON.stringify([name, request.form.name, request.system, request.user]))
        .digest('base64');
      if (kept.has(key)) return kept.get(key);
      const hindrance = mayAsk(citizen);
      if (hindrance !== null) {
        parts.onNoAnswer(hindrance);
        return null;
      }
      try {
        const { output, tokens } = await endpoint.ask(request);
        breaker.succeeded();
        spent.tokens += tokens;
        if (citizen !== null) spent.byCitizen.set(citizen, (spent.byCitizen.get(citizen) ?? 0) + tokens);
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
