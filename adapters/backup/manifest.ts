import { z } from 'zod';

/** Changes whenever the meaning of a backup's files changes. */
export const BACKUP_FORMAT = 1;
export const MANIFEST = 'manifest.json';
/** SHA-256 of the manifest, which holds those of all other files. */
export const MANIFEST_DIGEST = 'manifest.sha256';

/** Only these names are written to a disk on restore. */
const BACKED_UP =
  /^(?:state\.db|corrections\.jsonl|knowledge\/(?:current\.json|\d{17}-[0-9a-f]{8}\/[\w-]+\.\w+)|ingest\/web\/[\w-]+\.(?:json|body)|uploads\/[^./\\\p{Cc}][^/\\\p{Cc}]*)$/u;

export const manifestSchema = z.object({
  format: z.literal(BACKUP_FORMAT),
  /** ms since epoch */
  madeAt: z.number(),
  /** Of the state file. */
  schemaVersion: z.number(),
  /** Rows of each table of the state file. */
  rows: z.record(z.string(), z.number()),
  /** Name of the snapshot of the index; `null` where there was none. */
  snapshot: z.string().nullable(),
  files: z.array(z.object({ name: z.string().regex(BACKED_UP), size: z.number(), sha256: z.string() })),
});

/** What a backup holds, from when, and how to tell that it is whole. */
export type Manifest = z.infer<typeof manifestSchema>;
