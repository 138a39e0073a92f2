import { z } from 'zod';
import type { EmbeddingsConfig } from '../config.ts';
import { EmbeddingsFailure } from './embeddings-failure.ts';

/** An OpenAI-compatible embeddings endpoint. */
export interface EmbeddingsEndpoint {
  /**
   * One unit vector for each text, in order, all of the same length.
   * @throws EmbeddingsFailure
   */
  embed(texts: readonly string[], timeoutMs: number): Promise<readonly Float32Array[]>;
}

/** Local servers need no key, but the client insists on one. */
const NO_KEY = 'none';

/** Of an error thrown by the client. */
const errorSchema = z.object({
  name: z.string().catch(''),
  message: z.string().catch('no message'),
  status: z.number().optional().catch(undefined),
  headers: z.instanceof(Headers).optional().catch(undefined),
});

/** Calls `POST <base URL>/embeddings`. Every call is made once: who asks decides whether to ask again. */
export function connectEmbeddings({ model, baseUrl, apiKey }: EmbeddingsConfig, request = fetch): EmbeddingsEndpoint {
  // Takes over a second to load, which a start without an endpoint must not pay.
  const library = import('@langchain/openai');
  return {
    async embed(texts, timeoutMs) {
      const { OpenAIEmbeddings } = await library;
      const client = new OpenAIEmbeddings({
        model,
        apiKey: apiKey ?? NO_KEY,
        // Many compatible servers do not know the client's own default, base64.
        encodingFormat: 'float',
        stripNewLines: false,
        batchSize: texts.length,
        maxRetries: 0,
        timeout: timeoutMs,
        configuration: { baseURL: baseUrl, fetch: request },
      });
      let rows: unknown;
      try {
        rows = await client.embedDocuments([...texts]);
      } catch (error) {
        throw failureOf(error);
      }
      return readVectors(rows, texts.length);
    },
  };
}

const vectorsSchema = z.array(z.array(z.number()).min(1));

function readVectors(rows: unknown, count: number): readonly Float32Array[] {
  const parsed = vectorsSchema.safeParse(rows);
  if (!parsed.success) throw new EmbeddingsFailure('malformed', 'the answer holds no lists of finite numbers');
  const lengths = new Set(parsed.data.map((row) => row.length));
  if (parsed.data.length !== count || lengths.size !== 1)
    throw new EmbeddingsFailure('malformed', 'the answer does not hold one vector of the same length for each text');
  return parsed.data.map(toUnitVector);
}

function toUnitVector(row: readonly number[]): Float32Array {
  const length = Math.hypot(...row);
  if (!(length > 0 && Number.isFinite(length))) throw new EmbeddingsFailure('malformed', 'a vector has no length');
  return Float32Array.from(row, (value) => value / length);
}

function failureOf(error: unknown): EmbeddingsFailure {
  const { name, message, status, headers } = errorSchema.parse(error instanceof Error ? error : {});
  if (name === 'TimeoutError') return new EmbeddingsFailure('timeout', message, null, error);
  // The client fails so when the answer holds fewer vectors than texts.
  if (error instanceof TypeError || error instanceof SyntaxError)
    return new EmbeddingsFailure('malformed', 'the answer is not in the OpenAI form', null, error);
  if (status === 429) return new EmbeddingsFailure('limit', message, retryAfterMs(headers), error);
  if (status !== undefined && status < 500) return new EmbeddingsFailure('refused', message, null, error);
  return new EmbeddingsFailure('unavailable', message, retryAfterMs(headers), error);
}

/** `Retry-After` in seconds; a date is not used by these servers. */
function retryAfterMs(headers: Headers | undefined): number | null {
  const seconds = Number.parseFloat(headers?.get('retry-after') ?? '');
  return Number.isFinite(seconds) && seconds >= 0 ? seconds * 1000 : null;
}
