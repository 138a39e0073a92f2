import { createHash } from 'node:crypto';
import { createCircuitBreaker } from '../../bot/circuit-breaker.ts';
import { maskPersonalData } from '../../knowledge/personal-data/find-personal-data.ts';
import type { EncodedPassage, QuestionEncoder } from '../../knowledge/retrieval/encoder.ts';
import type { PassageEncoder } from '../encoder/encoding-threads.ts';
import type { EmbeddingsEndpoint } from './embeddings-endpoint.ts';
import { EmbeddingsFailure } from './embeddings-failure.ts';

/** A citizen waits for this one. */
const QUESTION_LIMIT_MS = 2_000;
const PASSAGES_LIMIT_MS = 60_000;
/** Texts in one call: about 30,000 tokens. */
const BATCH = 64;
const ATTEMPTS = 6;
const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 60_000;
const FAILURES_BEFORE_PAUSE = 3;
const PAUSE_MS = 30_000;
/** Encoded to learn how long the model's vectors are. */
const TRIAL = 'học phí';

/** Names a model of an endpoint in an index, and in file names: `openai-BAAI-bge-m3-1f0c2d3e`. */
export function embeddingModel(name: string): string {
  const digest = createHash('sha256').update(name).digest('hex').slice(0, 8);
  return `openai-${name.replace(/[^\w.]+/g, '-')}-${digest}`;
}

/**
 * Questions through an endpoint, which gets them with personal data masked. Each is asked once, for at most 2 s; on a failure the question is searched by words
 * alone, and after three in a row nobody asks for 30 s.
 */
export function createEmbeddingEncoder(
  endpoint: EmbeddingsEndpoint,
  model: string,
  parts: {
    readonly now: () => number;
    readonly onFailure: (failure: EmbeddingsFailure) => void;
  },
): QuestionEncoder {
  const breaker = createCircuitBreaker(FAILURES_BEFORE_PAUSE, PAUSE_MS, parts.now);
  let dimensions: number | null = null;
  return {
    model: embeddingModel(model),
    async encodeQuestion(text) {
      if (!breaker.mayAsk()) return null;
      try {
        const [vector] = await endpoint.embed([maskPersonalData(text)], QUESTION_LIMIT_MS);
        if (vector === undefined) return null;
        dimensions ??= vector.length;
        checkLength(vector, dimensions);
        breaker.succeeded();
        return { vector, tokens: null };
      } catch (error) {
        if (!(error instanceof EmbeddingsFailure)) throw error;
        breaker.failed();
        parts.onFailure(error);
        return null;
      }
    },
  };
}

/**
 * Passages through an endpoint, after one call that tells how long its vectors are. What is worth a retry is tried
 * six times, waiting as long as the endpoint asks or twice as long each time, at most a minute.
 * @throws EmbeddingsFailure, now and while encoding
 */
export async function createEmbeddingPassages(
  endpoint: EmbeddingsEndpoint,
  model: string,
  wait: (ms: number) => Promise<unknown>,
): Promise<PassageEncoder> {
  const [trial] = await embedPatiently(endpoint, [TRIAL], wait);
  const dimensions = trial?.length ?? 0;
  return {
    model: embeddingModel(model),
    dimensions,
    tokenDimensions: 0,
    async encodePassages(texts, onProgress = () => {}) {
      const encoded: EncodedPassage[] = [];
      for (let start = 0; start < texts.length; start += BATCH) {
        const made = await embedPatiently(endpoint, texts.slice(start, start + BATCH), wait);
        for (const vector of made) checkLength(vector, dimensions);
        encoded.push(...made.map((vector) => ({ vector, tokens: new Int8Array() })));
        onProgress(encoded.length, texts.length);
      }
      return encoded;
    },
  };
}

async function embedPatiently(
  endpoint: EmbeddingsEndpoint,
  texts: readonly string[],
  wait: (ms: number) => Promise<unknown>,
): Promise<readonly Float32Array[]> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await endpoint.embed(texts, PASSAGES_LIMIT_MS);
    } catch (error) {
      const again = error instanceof EmbeddingsFailure && error.reason !== 'refused' && error.reason !== 'malformed';
      if (!again || attempt === ATTEMPTS) throw error;
      await wait(Math.min(LONGEST_PAUSE_MS, error.retryAfterMs ?? FIRST_PAUSE_MS * 2 ** (attempt - 1)));
    }
  }
}

function checkLength(vector: Float32Array, dimensions: number): void {
  if (vector.length !== dimensions)
    throw new EmbeddingsFailure('malformed', `a vector has ${vector.length} numbers where others have ${dimensions}`);
}
