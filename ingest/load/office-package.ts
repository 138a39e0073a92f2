import { strFromU8, strToU8, zipSync } from 'fflate';
import type { Loaded } from '../blocks.ts';
import { isPartTooDeep } from './nesting-depth.ts';
import { skip } from './skipped.ts';
import { listZip, type ZipEntry, type ZipLimits } from './zip-entries.ts';

/** The text parts of an office file, by path. Pictures, embedded files and macros are not unpacked. */
export interface OfficePackage {
  readonly parts: ReadonlyMap<string, string>;
  readonly hasMacros: boolean;
}

/** Longer parts than a book of law cost more memory than the machine should give one file. */
const LIMITS: ZipLimits = { entries: 2_000, entryBytes: 50 * 1024 * 1024, totalBytes: 200 * 1024 * 1024 };
const MAX_PART_BYTES = 16 * 1024 * 1024;
const TEXT_PARTS = /(?:\.xml|\.rels)$/i;
const NOT_NEEDED = /^(?:customXml|word\/(?:media|embeddings|theme|glossary|webSettings)|docProps\/thumbnail)/i;
const MACROS = /vbaProject\.bin$/i;

/** Unpacks an office file's parts after checking what it declares; a reason where it must not or cannot be read. */
export function openPackage(
  bytes: Uint8Array,
): { readonly ok: true; readonly value: OfficePackage } | (Loaded & { readonly ok: false }) {
  const listed = listZip(bytes, LIMITS);
  if (!listed.ok) return skip(listed.fault === 'bomb' ? 'unsafe' : 'unreadable');
  if (listed.entries.some((entry) => entry.encrypted)) return skip('encrypted');
  const parts = new Map<string, string>();
  for (const entry of listed.entries) {
    if (!TEXT_PARTS.test(entry.name) || NOT_NEEDED.test(entry.name)) continue;
    if (entry.size > MAX_PART_BYTES) return skip('too-large');
    const text = readPart(entry);
    if (text === null) return skip('unreadable');
    // Office never writes document types; where one stands it declares entities to expand or files to fetch.
    if (/<!(?:DOCTYPE|ENTITY)/i.test(text)) return skip('unsafe');
    if (isPartTooDeep(text)) return skip('unsafe');
    parts.set(entry.name.replaceAll('\\', '/').replace(/^\//, ''), text);
  }
  return { ok: true, value: { parts, hasMacros: listed.entries.some((entry) => MACROS.test(entry.name)) } };
}

function readPart(entry: ZipEntry): string | null {
  const bytes = entry.read();
  if (bytes === null) return null;
  if (bytes[0] === 0xff && bytes[1] === 0xfe)
    return new TextDecoder('utf-16le').decode(bytes).replace(/^(<\?xml[^>]*encoding=)["'][^"']*["']/, '$1"UTF-8"');
  return strFromU8(bytes);
}

/** The parts as an office file again, unpacked parts only. */
export function writePackage(parts: ReadonlyMap<string, string>): Uint8Array {
  return zipSync(Object.fromEntries([...parts].map(([path, text]) => [path, strToU8(text)])), { level: 0 });
}
