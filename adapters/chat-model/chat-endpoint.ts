import { z } from 'zod';
import type { ModelRequest } from '../../knowledge/writing/chat-model.ts';
import type { ChatConfig } from '../config.ts';

/** Why an endpoint gave no answer. */
export type ChatFailureReason = 'timeout' | 'limit' | 'refused' | 'unavailable' | 'malformed';

/** An endpoint gave no answer; the reason is stable, the message holds nothing of the question. */
export class ChatFailure extends Error {
  readonly reason: ChatFailureReason;

  constructor(reason: ChatFailureReason) {
    super(`The chat endpoint gave no answer (${reason}).`);
    this.name = 'ChatFailure';
    this.reason = reason;
  }
}

/** What one call gave. */
export interface ChatAnswer {
  /** The structured output as parsed JSON, not yet looked at. */
  readonly output: unknown;
  /** Tokens that the endpoint counted, of request and answer together. */
  readonly tokens: number;
}

/** An OpenAI-compatible chat endpoint. */
export interface ChatEndpoint {
  /** Asks once. @throws ChatFailure */
  ask(request: ModelRequest): Promise<ChatAnswer>;
}

/** Local servers need no key, but the client insists on one. */
const NO_KEY = 'none';
/** Enough for the longest reply in Vietnamese, and an end to one that goes round and round. */
const MOST_TOKENS = 1_200;

const reply = z.object({
  content: z.string(),
  usage_metadata: z.object({ total_tokens: z.number() }).optional().catch(undefined),
  response_metadata: z.object({ finish_reason: z.string().optional() }).optional().catch(undefined),
});
const thrown = z.object({ name: z.string().catch(''), status: z.number().optional().catch(undefined) });

/** Calls `POST <base URL>/chat/completions` with the request's JSON Schema, at temperature 0. */
export function connectChat({ model, baseUrl, apiKey, timeoutMs }: ChatConfig, request = fetch): ChatEndpoint {
  // Takes over a second to load, which a start without an endpoint must not pay.
  const library = import('@langchain/openai');
  return {
    async ask({ system, user, form, withinMs = timeoutMs }) {
      const { ChatOpenAI } = await library;
      const client = new ChatOpenAI({
        model,
        apiKey: apiKey ?? NO_KEY,
        temperature: 0,
        maxTokens: MOST_TOKENS,
        maxRetries: 0,
        timeout: Math.min(withinMs, timeoutMs),
        configuration: { baseURL: baseUrl, fetch: request },
        modelKwargs: {
          response_format: {
            type: 'json_schema',
            json_schema: { name: form.name, strict: true, schema: form.schema },
          },
        },
      });
      let message: unknown;
      try {
        message = await client.invoke([
          ['system', system],
          ['human', user],
        ]);
      } catch (error) {
        throw failureOf(error);
      }
      const parsed = reply.safeParse(message);
      if (!parsed.success) throw new ChatFailure('malformed');
      const { content, usage_metadata, response_metadata } = parsed.data;
      // What was cut off may have lost the word that turns it round.
      if ((response_metadata?.finish_reason ?? 'stop') !== 'stop') throw new ChatFailure('malformed');
      return { output: readJson(content), tokens: usage_metadata?.total_tokens ?? 0 };
    },
  };
}

function readJson(content: string): unknown {
  try {
    return JSON.parse(content);
  } catch {
    throw new ChatFailure('malformed');
  }
}

function failureOf(error: unknown): ChatFailure {
  const { name, status } = thrown.parse(error instanceof Error ? error : {});
  if (name === 'TimeoutError' || name === 'APIConnectionTimeoutError') return new ChatFailure('timeout');
  if (error instanceof TypeError || error instanceof SyntaxError) return new ChatFailure('malformed');
  if (status === 429) return new ChatFailure('limit');
  return new ChatFailure(status !== undefined && status < 500 ? 'refused' : 'unavailable');
}
