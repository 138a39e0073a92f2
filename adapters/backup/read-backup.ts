import { createHash } from 'node:crypto';
import { MIGRATIONS } from '../stores/libsql/migrations.ts';
import { type ArchivedFile, type FileSink, readArchive } from './archive.ts';
import { BACKUP_FORMAT, MANIFEST, MANIFEST_DIGEST, type Manifest, manifestSchema } from './manifest.ts';

export type BackupReading =
  | { readonly ok: true; readonly manifest: Manifest }
  /** `newer`: made by a newer program. */
  | { readonly ok: false; readonly reason: 'not-a-backup' | 'damaged' | 'newer' };

/**
 * Reads a whole backup and compares every file with its digest in the manifest.
 * @param unpack takes the files that are wanted; what it got is worth something only when the result is `ok`
 */
export function readBackup(file: string, unpack: (name: string) => FileSink | null = () => null): BackupReading {
  const own = new Map<string, Buffer[]>([
    [MANIFEST, []],
    [MANIFEST_DIGEST, []],
  ]);
  const files = readArchive(file, (name) => {
    const chunks = own.get(name);
    return chunks === undefined ? unpack(name) : { write: (chunk) => void chunks.push(chunk), end: () => undefined };
  });
  if (files === null) return { ok: false, reason: looksCut(file) ? 'damaged' : 'not-a-backup' };
  const text = Buffer.concat(own.get(MANIFEST) ?? []);
  const digest = Buffer.concat(own.get(MANIFEST_DIGEST) ?? []).toString('utf8');
  if (text.length === 0) return { ok: false, reason: 'damaged' };
  if (digest !== createHash('sha256').update(text).digest('hex')) return { ok: false, reason: 'damaged' };
  const json: { format?: unknown; schemaVersion?: unknown } = JSON.parse(text.toString('utf8'));
  if (Number(json.format) > BACKUP_FORMAT || Number(json.schemaVersion) > MIGRATIONS.length) {
    return { ok: false, reason: 'newer' };
  }
  const parsed = manifestSchema.safeParse(json);
  if (!parsed.success) return { ok: false, reason: 'damaged' };
  return holdsExactly(files, parsed.data.files)
    ? { ok: true, manifest: parsed.data }
    : { ok: false, reason: 'damaged' };
}

function holdsExactly(found: readonly ArchivedFile[], expected: readonly ArchivedFile[]): boolean {
  const key = ({ name, size, sha256 }: ArchivedFile) => `${name} ${size} ${sha256}`;
  const rest = found.filter(({ name }) => name !== MANIFEST && name !== MANIFEST_DIGEST).map(key);
  return rest.length === expected.length && expected.every((file, index) => rest[index] === key(file));
}

/** Whether at least the beginning is one of ours: a backup that was not copied to its end, or damaged further on. */
function looksCut(file: string): boolean {
  let first: string | null = null;
  try {
    readArchive(file, (name) => {
      first ??= name;
      return null;
    });
  } catch {
    return false;
  }
  return first === 'state.db';
}
