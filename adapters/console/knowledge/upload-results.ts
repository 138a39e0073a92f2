import { join } from 'node:path';
import type { OfficialDocument } from '../../../knowledge/document.ts';
import type { KnowledgeBase } from '../../../knowledge/knowledge-base.ts';
import type { UploadedFile } from '../../ingesting/uploads.ts';
import type { IngestLine, IngestRecord } from '../../snapshots/ingest-record.ts';

/** An uploaded file with what the present index made of it. */
export interface StudiedUpload extends UploadedFile {
  /** Empty while the present index does not know the file as it is now. */
  readonly lines: readonly {
    readonly line: IngestLine;
    /** The document that answers for it. */
    readonly document: OfficialDocument | null;
  }[];
}

/** What became of each uploaded file; an archive has a line for each member. */
export function studyUploads(
  files: readonly UploadedFile[],
  folder: string,
  record: IngestRecord | null,
  base: KnowledgeBase,
): readonly StudiedUpload[] {
  const recorded = new Map(record?.files.map((file) => [file.source, file]));
  const bySource = new Map(
    [...base.documents.values()].flatMap((document) => document.sources.map((source) => [source, document] as const)),
  );
  return files.map((file) => {
    const known = recorded.get(join(folder, file.name));
    const same = known?.size === file.size && known.modifiedMs === file.modifiedMs;
    const lines = same ? known.lines : [];
    return { ...file, lines: lines.map((line) => ({ line, document: bySource.get(line.file) ?? null })) };
  });
}
