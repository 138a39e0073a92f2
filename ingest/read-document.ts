import { createHash } from 'node:crypto';
import type { OfficialDocument, Passage } from '../knowledge/document.ts';
import type { PageReading, Skipped, SourceFormat } from './blocks.ts';
import type { Leftover } from './leftovers.ts';
import { loadDocument } from './load/load-document.ts';
import { NO_AIDS, type ReadingAids } from './load/reading-aids.ts';
import { skip } from './load/skipped.ts';
import { readMetadata } from './metadata.ts';
import { packPassages } from './pack-passages.ts';
import { readStructure } from './structure.ts';

/** A file as knowledge, or the reason why it is not. */
export type ReadDocument =
  | {
      readonly ok: true;
      readonly document: OfficialDocument;
      readonly passages: readonly Passage[];
      /** Form that is kept out of answers: letterhead, legal basis, recipients, signatures. */
      readonly leftovers: readonly Leftover[];
      readonly format: SourceFormat;
      /** What the owner of the file should know, in Vietnamese. */
      readonly notes: readonly string[];
      /** How each page was read; empty where the format has no pages. */
      readonly pages: readonly PageReading[];
    }
  | { readonly ok: false; readonly file: string; readonly skipped: Skipped };

/** From a file's bytes to passages with addresses and metadata. Never throws for bad input. */
export async function readDocument(
  file: { readonly name: string; readonly bytes: Uint8Array },
  aids: ReadingAids = NO_AIDS,
): Promise<ReadDocument> {
  const name = file.name.normalize('NFC');
  const loaded = await loadDocument(file.bytes, aids);
  if (!loaded.ok) return { ok: false, file: name, skipped: loaded.skipped };
  const id = createHash('sha256').update(file.bytes).digest('hex').slice(0, 16);
  const { sections, leftovers } = readStructure(loaded.blocks);
  const passages = packPassages(sections, id);
  if (passages.length === 0) return { ok: false, file: name, skipped: skip('empty').skipped };
  const document = { id, file: name, sources: [name], ...readMetadata(loaded.blocks, loaded.stated, name) };
  const { format, notes = [], pages = [] } = loaded;
  return { ok: true, document, passages, leftovers, format, notes, pages };
}
