import { unzipSync, type Zippable, zipSync } from 'fflate';

/**
 * The first day that a zip can name, as local time: zips hold no time zone, so the bytes are the same everywhere.
 */
const ZIP_EPOCH = new Date(1980, 0, 1);

const decoder = new TextDecoder();
const encoder = new TextEncoder();

/**
 * Packs an Office file anew so that the same contents give the same bytes: parts by name, without times.
 * @param bytes a docx or xlsx
 * @param rewrite changes the XML of a part, for what its writer put in of time or chance
 */
export function fixedZip(bytes: Uint8Array, rewrite: (name: string, xml: string) => string): Uint8Array {
  const parts = unzipSync(bytes);
  const fixed: Zippable = {};
  // [Content_Types].xml sorts first, where readers of these formats like it.
  for (const name of Object.keys(parts).toSorted()) {
    const part = parts[name] ?? new Uint8Array();
    if (name.endsWith('/')) continue;
    const isXml = /\.(?:xml|rels)$/.test(name);
    fixed[name] = [isXml ? encoder.encode(rewrite(name, decoder.decode(part))) : part, { mtime: ZIP_EPOCH }];
  }
  return zipSync(fixed, { level: 6 });
}

/** Puts one instant (ms since epoch) into the properties that tell when a file was made and changed. */
export function withFixedTimes(xml: string, at: number): string {
  const time = new Date(at).toISOString().replace(/\.\d+Z$/, 'Z');
  return xml.replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, (_whole, tag: string) => tag + time);
}
