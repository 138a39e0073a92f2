import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import type { EncodedPassage, EncodedQuestion, Encoder } from '../../knowledge/retrieval/encoder.ts';
import { tokenBytes } from '../../knowledge/retrieval/late-interaction.ts';
import { createTokenizer } from './word-pieces.ts';

/** Length of a vector. */
export const DIMENSIONS = 256;
/** Length of a token's vector. */
export const TOKEN_DIMENSIONS = 32;
/** The int8 kernels of different processors round differently; a wrong model or tokenizer is off by far more. */
const PARITY_TOLERANCE = 0.02;
const modelFile = (name: string) => fileURLToPath(new URL(`./model/${name}`, import.meta.url));
const paritySchema = z.array(
  z.object({
    kind: z.enum(['q', 'p']),
    text: z.string(),
    ids: z.array(z.number()),
    int8_first8: z.array(z.number()),
    int8_last_token: z.array(z.number()),
  }),
);

/** The encoder cannot be used here; the product searches by words alone. The message says why. */
export class EncoderUnusable extends Error {
  readonly code = 'ENCODER_UNUSABLE';

  constructor(why: string, cause?: unknown) {
    super(`The encoder cannot be used: ${why}. Answers come from word search alone.`, { cause });
    this.name = 'EncoderUnusable';
  }
}

/** Names the bundled model without loading it. */
export function encoderModel(): string {
  return modelId(readFileSync(modelFile('encoder.int8.onnx')));
}

function modelId(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex').slice(0, 16);
}

/** What the model gives for one text: one vector, a vector and a weight for each token. */
interface Outputs {
  readonly vector: Float32Array;
  readonly tokens: Float32Array;
  readonly weights: Float32Array;
}

/** The bundled encoder: once it is loaded it never fails to make a vector. */
export interface OnnxEncoder extends Encoder {
  encodeQuestion(text: string): Promise<EncodedQuestion>;
}

/**
 * Loads our own encoder on onnxruntime and compares it with the recorded vectors. Inference runs on the thread that
 * asks, about 15 ms a passage.
 * @throws EncoderUnusable when the runtime is not installed here or the vectors differ
 */
export async function loadOnnxEncoder(): Promise<OnnxEncoder> {
  const runtime = await import('onnxruntime-node').catch((cause: unknown) => {
    throw new EncoderUnusable('onnxruntime-node is not installed for this platform', cause);
  });
  const bytes = readFileSync(modelFile('encoder.int8.onnx'));
  const session = await runtime.InferenceSession.create(bytes, {
    intraOpNumThreads: 1,
    interOpNumThreads: 1,
    // The arena keeps the memory of the largest batch for ever.
    enableCpuMemArena: false,
    logSeverityLevel: 3,
  });
  const tokenize = createTokenizer(JSON.parse(readFileSync(modelFile('tokenizer.json'), 'utf8')));

  async function run(row: readonly number[]): Promise<Outputs> {
    const shape = [1, row.length];
    const { embedding, tokens, weights } = await session.run({
      input_ids: new runtime.Tensor('int64', BigInt64Array.from(row, BigInt), shape),
      attention_mask: new runtime.Tensor('int64', new BigInt64Array(row.length).fill(1n), shape),
    });
    const [vector, ofTokens, weight] = [embedding?.data, tokens?.data, weights?.data];
    if (!(vector instanceof Float32Array && ofTokens instanceof Float32Array && weight instanceof Float32Array))
      throw new EncoderUnusable('the model gave no vectors');
    return { vector: vector.slice(), tokens: ofTokens.slice(), weights: weight.slice() };
  }

  const encoder: OnnxEncoder = {
    model: modelId(bytes),
    dimensions: DIMENSIONS,
    tokenDimensions: TOKEN_DIMENSIONS,
    async encodeQuestion(text) {
      const { vector, tokens, weights } = await run(tokenize(text, 'question'));
      const sum = weights.reduce((total, weight) => total + weight, 0);
      return { vector, tokens: { values: tokenBytes(tokens), weights: weights.map((weight) => weight / sum) } };
    },
    async encodePassages(texts, onProgress = () => {}) {
      const encoded: EncodedPassage[] = [];
      // One at a time: batches of 16 took a quarter longer (padding), and the int8 scale of a batch depends on what
      // else stands in it, so that a passage's vector would not be the same twice.
      for (const text of texts) {
        const { vector, tokens } = await run(tokenize(text, 'passage'));
        encoded.push({ vector, tokens: tokenBytes(tokens) });
        onProgress(encoded.length, texts.length);
      }
      return encoded;
    },
  };
  await checkParity(tokenize, run);
  return encoder;
}

/** A few recorded texts must give the recorded ids and vectors; otherwise scores would be wrong in silence. */
async function checkParity(
  tokenize: ReturnType<typeof createTokenizer>,
  run: (ids: readonly number[]) => Promise<Outputs>,
): Promise<void> {
  const recorded = paritySchema.parse(JSON.parse(readFileSync(modelFile('parity.json'), 'utf8')));
  for (const { kind, text, ids, int8_first8: whole, int8_last_token: last } of recorded.slice(0, 6)) {
    const tokens = tokenize(text, kind === 'q' ? 'question' : 'passage');
    if (tokens.join() !== ids.join()) throw new EncoderUnusable('its tokenizer does not give the recorded ids');
    const given = await run(tokens);
    const differs = (expected: readonly number[], values: Float32Array) =>
      expected.some((value, index) => Math.abs(value - (values[index] ?? 0)) > PARITY_TOLERANCE);
    if (differs(whole, given.vector) || differs(last, given.tokens.slice(-TOKEN_DIMENSIONS)))
      throw new EncoderUnusable('its vectors differ from the recorded ones');
  }
}
