import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import type { Encoder } from '../../knowledge/retrieval/encoder.ts';
import { createTokenizer } from './word-pieces.ts';

const DIMENSIONS = 256;
const BATCH = 16;
/** The int8 kernels of different processors round differently; a wrong model or tokenizer is off by far more. */
const PARITY_TOLERANCE = 0.02;
const modelFile = (name: string) => fileURLToPath(new URL(`./model/${name}`, import.meta.url));
const paritySchema = z.array(
  z.object({ kind: z.enum(['q', 'p']), text: z.string(), ids: z.array(z.number()), int8_first8: z.array(z.number()) }),
);

/** The encoder cannot be used here; the product searches by words alone. The message says why. */
export class EncoderUnusable extends Error {
  readonly code = 'ENCODER_UNUSABLE';

  constructor(why: string, cause?: unknown) {
    super(`The encoder cannot be used: ${why}. Answers come from word search alone.`, { cause });
    this.name = 'EncoderUnusable';
  }
}

/**
 * Loads our own encoder on onnxruntime (CPU, one thread; inference runs off the event loop) and compares it with the
 * recorded vectors.
 * @throws EncoderUnusable when the runtime is not installed here or the vectors differ
 */
export async function loadOnnxEncoder(): Promise<Encoder> {
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

  async function run(batch: readonly (readonly number[])[]): Promise<readonly Float32Array[]> {
    const width = Math.max(...batch.map((ids) => ids.length));
    const ids = new BigInt64Array(batch.length * width);
    const mask = new BigInt64Array(batch.length * width);
    batch.forEach((row, index) => {
      row.forEach((id, position) => {
        ids[index * width + position] = BigInt(id);
        mask[index * width + position] = 1n;
      });
    });
    const shape = [batch.length, width];
    const { embedding } = await session.run({
      input_ids: new runtime.Tensor('int64', ids, shape),
      attention_mask: new runtime.Tensor('int64', mask, shape),
    });
    const data = embedding?.data;
    if (!(data instanceof Float32Array)) throw new EncoderUnusable('the model gave no vectors');
    return batch.map((_, index) => data.slice(index * DIMENSIONS, (index + 1) * DIMENSIONS));
  }

  const encoder: Encoder = {
    model: createHash('sha256').update(bytes).digest('hex').slice(0, 16),
    dimensions: DIMENSIONS,
    async encodeQuestion(text) {
      const [vector] = await run([tokenize(text, 'question')]);
      return vector ?? new Float32Array(DIMENSIONS);
    },
    async encodePassages(texts, onProgress = () => {}) {
      const rows = texts.map((text, index) => ({ index, ids: tokenize(text, 'passage') }));
      // Texts of like length share a batch, because every row is padded to the longest.
      rows.sort((a, b) => a.ids.length - b.ids.length);
      const vectors: Float32Array[] = [];
      for (let start = 0; start < rows.length; start += BATCH) {
        const batch = rows.slice(start, start + BATCH);
        const encoded = await run(batch.map((row) => row.ids));
        batch.forEach((row, position) => {
          vectors[row.index] = encoded[position] ?? new Float32Array(DIMENSIONS);
        });
        onProgress(Math.min(start + BATCH, rows.length), rows.length);
      }
      return vectors;
    },
  };
  await checkParity(tokenize, run);
  return encoder;
}

/** A few recorded texts must give the recorded ids and vectors; otherwise scores would be wrong in silence. */
async function checkParity(
  tokenize: ReturnType<typeof createTokenizer>,
  run: (batch: readonly (readonly number[])[]) => Promise<readonly Float32Array[]>,
): Promise<void> {
  const recorded = paritySchema.parse(JSON.parse(readFileSync(modelFile('parity.json'), 'utf8')));
  for (const { kind, text, ids, int8_first8: expected } of recorded.slice(0, 6)) {
    const tokens = tokenize(text, kind === 'q' ? 'question' : 'passage');
    if (tokens.join() !== ids.join()) throw new EncoderUnusable('its tokenizer does not give the recorded ids');
    const [vector] = await run([tokens]);
    const off = expected.some((value, index) => Math.abs(value - (vector?.[index] ?? 0)) > PARITY_TOLERANCE);
    if (off) throw new EncoderUnusable('its vectors differ from the recorded ones');
  }
}
