import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SAMPLES_DIR } from '../../adapters/cli/samples.ts';
import { type Overrides, type Product, startProduct } from '../../adapters/compose.ts';
import { readConfig } from '../../adapters/config.ts';
import { createFirstAdmin } from '../../adapters/console/first-admin.ts';
import { loadOnnxEncoder, type OnnxEncoder } from '../../adapters/encoder/onnx-encoder.ts';
import { ingest } from '../../adapters/ingesting/run-ingest.ts';
import { openKnowledge } from '../../adapters/knowledge-source.ts';
import { createLog } from '../../adapters/log.ts';
import { openEngine } from '../../adapters/stores/open-engine.ts';
import { prepared } from './prepared-indexes.ts';

export const ADMIN_PASSWORD = 'mat-khau-thu-nghiem';

/** The whole product on loopback with the sample documents, in a folder of its own. */
export interface RunningProduct {
  readonly product: Product;
  readonly url: string;
  readonly dataDir: string;
  /** Everything the product logged, one JSON object a line. */
  readonly logged: readonly string[];
  stop(): Promise<void>;
}

let indexed: Promise<string> | null = null;
let loaded: Promise<OnnxEncoder> | null = null;

/** The bundled encoder, loaded once per test file. */
export function encoder(): Promise<OnnxEncoder> {
  loaded ??= loadOnnxEncoder();
  return loaded;
}

/** A folder with an index of the sample documents, one per test file. */
export function sampleIndex(): Promise<string> {
  indexed ??= prepared('index', async (folder) =>
    ingest({ paths: [SAMPLES_DIR] }, folder, { encoder: await encoder(), now: Date.now }),
  );
  return indexed;
}

/** A new folder with an index of the sample documents without vectors, which is loaded faster. */
export function indexByWords(): Promise<string> {
  return prepared('words', (folder) => ingest({ paths: [SAMPLES_DIR] }, folder, { encoder: null, now: Date.now }));
}

/** Starts the product; `environment` as in `.env`. No burst waiting unless asked for; answers from the sample documents. */
export async function runProduct(
  environment: Record<string, string> = {},
  overrides: Overrides = {},
  indexDir: string | null = null,
): Promise<RunningProduct> {
  const dataDir = mkdtempSync(join(tmpdir(), 'assistant-product-'));
  const config = readConfig({
    PORT: '0',
    DATA_DIR: dataDir,
    BURST_MS: '0',
    SEND_CONFIRM_MS: '300',
    STAFF_UNDO_SECONDS: '0',
    STAFF_ADMIN_PASSWORD: ADMIN_PASSWORD,
    STAFF_SECOND_FACTOR: 'off',
    ...environment,
  });
  const logged: string[] = [];
  const log = createLog('trace', { write: (line) => void logged.push(line) });
  const knowledge = openKnowledge(indexDir ?? (await sampleIndex()), await encoder(), config);
  const engine = overrides.engine ?? (await openEngine(config));
  await createFirstAdmin(engine.staff, config.staffAdminPassword, (size) => Buffer.alloc(size, 7));
  const product = await startProduct(config, knowledge, log, { ...overrides, engine });
  return {
    product,
    url: product.server.url,
    dataDir,
    logged,
    async stop() {
      await product.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** Waits until `look` gives something, at most `limitMs`. */
export async function until<T>(
  look: () => Promise<T | null | undefined | false> | T | null | undefined | false,
  limitMs = 8_000,
): Promise<T> {
  const endAt = Date.now() + limitMs;
  for (;;) {
    const found = await look();
    if (found) return found;
    if (Date.now() > endAt) throw new Error(`Nothing came within ${limitMs} ms.`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}
