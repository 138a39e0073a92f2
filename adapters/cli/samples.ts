import { fileURLToPath } from 'node:url';

/** Folder of the bundled sample documents. */
export const SAMPLES_DIR = fileURLToPath(new URL('../../ingest/samples', import.meta.url));
