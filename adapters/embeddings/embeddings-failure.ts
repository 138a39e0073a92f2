/** Why an embeddings endpoint gave no vectors. */
export type EmbeddingsFailureReason =
  /** It did not answer in time. */
  | 'timeout'
  /** It could not be reached, or answered with status 5xx. */
  | 'unavailable'
  /** It asks for fewer calls (429). */
  | 'limit'
  /** It refused the key, the model or the request (other 4xx). */
  | 'refused'
  /** It answered with something that is not one usable vector for each text. */
  | 'malformed';

/** An embeddings endpoint gave no vectors. `limit`, `unavailable` and `timeout` are worth a retry. */
export class EmbeddingsFailure extends Error {
  readonly code = 'EMBEDDINGS_FAILURE';
  readonly reason: EmbeddingsFailureReason;
  /** Time the endpoint asked to wait, ms; `null` when it did not say. */
  readonly retryAfterMs: number | null;

  constructor(reason: EmbeddingsFailureReason, what: string, retryAfterMs: number | null = null, cause?: unknown) {
    super(`The embeddings endpoint gave no vectors (${reason}): ${what}. ${NEXT[reason]}`, { cause });
    this.name = 'EmbeddingsFailure';
    this.reason = reason;
    this.retryAfterMs = retryAfterMs;
  }
}

const NEXT: Readonly<Record<EmbeddingsFailureReason, string>> = {
  timeout: 'Try again later.',
  unavailable: 'Check OPENAI_BASE_URL and whether the endpoint runs.',
  limit: 'Try again later, or ask the provider for a higher limit.',
  refused: 'Check OPENAI_API_KEY and EMBEDDINGS_MODEL.',
  malformed: 'Check that OPENAI_BASE_URL serves embeddings in the OpenAI form.',
};
