import { createHash } from 'node:crypto';
import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync, truncateSync } from 'node:fs';
import { dirname } from 'node:path';

/** Vectors made by an ingest that has not switched the index yet; a killed one finds them again. */
export interface VectorLog {
  /** Vectors by key (16 hex digits). */
  readonly known: ReadonlyMap<string, Float32Array>;
  append(entries: readonly { readonly key: string; readonly vector: Float32Array }[]): void;
  /** Once the index holds the vectors, the log is not needed. */
  remove(): void;
}

const KEY_BYTES = 8;
const CHECK_BYTES = 8;

/** Opens or begins a log. Records: key, vector, check; a torn or damaged record ends what is read. */
export function openVectorLog(file: string, dimensions: number): VectorLog {
  mkdirSync(dirname(file), { recursive: true });
  const vectorBytes = dimensions * Float32Array.BYTES_PER_ELEMENT;
  const recordBytes = KEY_BYTES + vectorBytes + CHECK_BYTES;
  const known = new Map<string, Float32Array>();
  if (existsSync(file)) {
    const bytes = readFileSync(file);
    let end = 0;
    for (; end + recordBytes <= bytes.length; end += recordBytes) {
      const record = bytes.subarray(end, end + recordBytes);
      const body = record.subarray(0, KEY_BYTES + vectorBytes);
      if (!checkOf(body).equals(record.subarray(KEY_BYTES + vectorBytes))) break;
      const vector = new Float32Array(new Uint8Array(body.subarray(KEY_BYTES)).buffer);
      known.set(body.subarray(0, KEY_BYTES).toString('hex'), vector);
    }
    truncateSync(file, end);
  }
  return {
    known,
    append(entries) {
      const records = entries.flatMap(({ key, vector }) => {
        const body = Buffer.concat([
          Buffer.from(key, 'hex'),
          Buffer.from(vector.buffer, vector.byteOffset, vector.byteLength),
        ]);
        return [body, checkOf(body)];
      });
      appendFileSync(file, Buffer.concat(records));
      for (const { key, vector } of entries) known.set(key, vector);
    },
    remove: () => rmSync(file, { force: true }),
  };
}

function checkOf(body: Buffer): Buffer {
  return createHash('sha256').update(body).digest().subarray(0, CHECK_BYTES);
}
