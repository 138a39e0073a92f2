import { setTimeout as wait } from 'node:timers/promises';
import type { QuestionEncoder } from '../../knowledge/retrieval/encoder.ts';
import type { EmbeddingsConfig } from '../config.ts';
import { createEmbeddingEncoder, createEmbeddingPassages } from '../embeddings/embedding-encoder.ts';
import { connectEmbeddings } from '../embeddings/embeddings-endpoint.ts';
import type { EmbeddingsFailure } from '../embeddings/embeddings-failure.ts';
import { cacheQuestions } from './cached-questions.ts';
import { createEncodingThreads, type PassageEncoder } from './encoding-threads.ts';
import { loadOnnxEncoder } from './onnx-encoder.ts';
import { startQuestionThread } from './question-thread.ts';

/** Different questions whose vectors are kept: about a kilobyte each. */
const KEPT_QUESTIONS = 1_000;

/**
 * The encoder of questions that the settings ask for.
 * @param embeddings `null` = the bundled encoder
 * @param parts.inThread off the thread that serves; for a few questions in a row starting one takes longer
 * @throws EncoderUnusable when the bundled encoder does not work here
 */
export async function openQuestionEncoder(
  embeddings: EmbeddingsConfig | null,
  parts: { readonly inThread: boolean; readonly onFailure: (failure: EmbeddingsFailure) => void },
): Promise<QuestionEncoder> {
  if (embeddings === null)
    return cacheQuestions(await (parts.inThread ? startQuestionThread() : loadOnnxEncoder()), KEPT_QUESTIONS);
  const now = () => performance.now();
  const { onFailure } = parts;
  return cacheQuestions(
    createEmbeddingEncoder(connectEmbeddings(embeddings), embeddings.model, { now, onFailure }),
    KEPT_QUESTIONS,
  );
}

/**
 * The encoder of passages that the settings ask for; close it when done.
 * @param embeddings `null` = the bundled encoder
 * @throws EmbeddingsFailure when the endpoint does not answer
 */
export async function openPassageEncoder(
  embeddings: EmbeddingsConfig | null,
): Promise<PassageEncoder & { close(): Promise<void> }> {
  if (embeddings === null) return createEncodingThreads();
  const encoder = await createEmbeddingPassages(connectEmbeddings(embeddings), embeddings.model, wait);
  return { ...encoder, close: async () => {} };
}
