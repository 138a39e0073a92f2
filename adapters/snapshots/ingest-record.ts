import type { PageReading } from '../../ingest/blocks.ts';

/** What became of one document in an ingest; an archive has one for each member. */
export interface IngestLine {
  /** File name as shown to people, NFC; a member of an archive is «archive.zip › file». */
  readonly file: string;
  /** Path or web address it was read from. */
  readonly source: string;
  readonly status: 'indexed' | 'duplicate' | 'skipped';
  /** Against the index before. */
  readonly change: 'new' | 'changed' | 'unchanged';
  readonly format: string | null;
  readonly number: string | null;
  readonly passages: number;
  /** How each page was read, where the format has pages. */
  readonly pages: readonly PageReading[];
  /** What the owner of the file should know, in Vietnamese. */
  readonly notes: readonly string[];
  /** Time of reading, 0 when an earlier reading was used again. */
  readonly ms: number;
  /** Code of the reason why a file was skipped. */
  readonly reason: string | null;
  /** For skipped and duplicate files: why, and what to do. */
  readonly message: string | null;
}

/** One file as an ingest found it, so that the next one can tell what changed. */
export interface RecordedFile {
  /** Path or web address. */
  readonly source: string;
  /** The path or address given by the operator under which it was found. */
  readonly root: string;
  /** Bytes. */
  readonly size: number;
  /** Time of last change, ms since epoch. */
  readonly modifiedMs: number;
  /** SHA-256 of the bytes, hex; `null` when they could not be read. */
  readonly digest: string | null;
  readonly lines: readonly IngestLine[];
}

/** How the present index came to be. Kept in the snapshot. */
export interface IngestRecord {
  /** Digest of the code that reads documents. */
  readonly readerVersion: string;
  /** The model that made the vectors; `null` without vectors. */
  readonly encoder: string | null;
  /** When the files were looked at, ms since epoch. */
  readonly lookedAt: number;
  /** Folders and files that were given, absolute. */
  readonly paths: readonly string[];
  /** Web addresses that were given. */
  readonly urls: readonly string[];
  readonly files: readonly RecordedFile[];
  /** What each passage's vector was made of (`vectorKey`), in the order of the passages; empty without vectors. */
  readonly vectorKeys: readonly string[];
}
