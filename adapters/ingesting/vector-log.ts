import { createHash } from 'node:crypto';
import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync, truncateSync } from 'node:fs';
import { dirname } from 'node:path';
import type { EncodedPassage } from '../../knowledge/retrieval/encoder.ts';

/** Vectors made by an ingest that has not switched the index yet; a killed one finds them again. */
export interface VectorLog {
  /** Vectors by key (16 hex digits). */
  readonly known: ReadonlyMap<string, EncodedPassage>;
  append(entries: readonly { readonly key: string; readonly passage: EncodedPassage }[]): void;
  /** Once the index holds the vectors, the log is not needed. */
  remove(): void;
}

const KEY_BYTES = 8;
const COUNT_BYTES = 4;
const CHECK_BYTES = 8;

/** Opens or begins a log. Records: key, bytes of token vectors, vector, token vectors, check; a torn or damaged record ends what is read. */
export function openVectorLog(file: string, dimensions: number): VectorLog {
  mkdirSync(dirname(file), { recursive: true });
  const vectorBytes = dimensions * Float32Array.BYTES_PER_ELEMENT;
  const tokensFrom = KEY_BYTES + COUNT_BYTES + vectorBytes;
  const known = new Map<string, EncodedPassage>();
  if (existsSync(file)) {
    const bytes = readFileSync(file);
    let end = 0;
    while (end + tokensFrom <= bytes.length) {
      const bodyBytes = tokensFrom + bytes.readUInt32LE(end + KEY_BYTES);
      if (end + bodyBytes + CHECK_BYTES > bytes.length) break;
      const body = bytes.subarray(end, end + bodyBytes);
      if (!checkOf(body).equals(bytes.subarray(end + bodyBytes, end + bodyBytes + CHECK_BYTES))) break;
      const vector = new Float32Array(new Uint8Array(body.subarray(KEY_BYTES + COUNT_BYTES, tokensFrom)).buffer);
      known.set(body.subarray(0, KEY_BYTES).toString('hex'), {
        vector,
        tokens: new Int8Array(body.subarray(tokensFrom)),
      });
      end += bodyBytes + CHECK_BYTES;
    }
    truncateSync(file, end);
  }
  return {
    known,
    append(entries) {
      const records = entries.flatMap(({ key, passage: { vector, tokens } }) => {
        const count = Buffer.alloc(COUNT_BYTES);
        count.writeUInt32LE(tokens.byteLength);
        const body = Buffer.concat([Buffer.from(key, 'hex'), count, bytesOf(vector), bytesOf(tokens)]);
        return [body, checkOf(body)];
      });
      appendFileSync(file, Buffer.concat(records));
      for (const { key, passage } of entries) known.set(key, passage);
    },
    remove: () => rmSync(file, { force: true }),
  };
}

function checkOf(body: Buffer): Buffer {
  return createHash('sha256').update(body).digest().subarray(0, CHECK_BYTES);
}

function bytesOf({ buffer, byteOffset, byteLength }: Float32Array | Int8Array): Buffer {
  return Buffer.from(buffer, byteOffset, byteLength);
}
