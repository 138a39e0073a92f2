import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { readDocument } from '../../ingest/read-document.ts';
import type { OfficialDocument, Passage } from '../../knowledge/document.ts';
import type { Encoder } from '../../knowledge/retrieval/encoder.ts';
import { writeSnapshot } from '../snapshots/snapshot-store.ts';
import { encodePassages } from './encode-passages.ts';

/** What became of one file. */
export interface IngestLine {
  readonly file: string;
  readonly status: 'indexed' | 'duplicate' | 'skipped';
  readonly passages: number;
  readonly number: string | null;
  /** For skipped and duplicate files: why, and what to do. */
  readonly message: string | null;
}

export interface IngestReport {
  readonly lines: readonly IngestLine[];
  readonly documents: number;
  readonly passages: number;
  readonly seconds: number;
}

const MAX_FILE_BYTES = 50 * 1024 * 1024;

/**
 * Reads files and folders (recursively), builds the index and switches to it. One bad file never stops the others.
 * When nothing could be indexed the present index stays as it is.
 * @param encoder makes the passages' vectors; `null` leaves them out, and answers come from word search alone
 * @param onProgress told after each file, and after each batch of passages encoded
 */
export async function ingest(
  paths: readonly string[],
  dataDir: string,
  encoder: Encoder | null,
  clock: { readonly now: () => number },
  onProgress: (done: number, total: number, file: string) => void = () => {},
): Promise<IngestReport> {
  const startedAt = clock.now();
  const files = paths.flatMap(listFiles);
  const lines: IngestLine[] = [];
  const documents = new Map<string, OfficialDocument>();
  const passages: Passage[] = [];
  for (const [index, path] of files.entries()) {
    lines.push(await ingestFile(path, documents, passages));
    onProgress(index + 1, files.length, basename(path));
  }
  if (documents.size > 0) {
    const vectors = encoder === null ? null : await encodePassages(passages, encoder, dataDir, onProgress);
    const builtAt = new Date(clock.now()).toISOString();
    writeSnapshot(dataDir, { builtAt, documents: [...documents.values()], passages, vectors });
  }
  return { lines, documents: documents.size, passages: passages.length, seconds: (clock.now() - startedAt) / 1000 };
}

async function ingestFile(
  path: string,
  documents: Map<string, OfficialDocument>,
  passages: Passage[],
): Promise<IngestLine> {
  const file = basename(path).normalize('NFC');
  const skipped = (message: string): IngestLine => ({ file, status: 'skipped', passages: 0, number: null, message });
  let bytes: Uint8Array;
  try {
    if (statSync(path).size > MAX_FILE_BYTES) return skipped('Tệp lớn hơn 50 MB: hãy tách nhỏ rồi nạp lại.');
    bytes = readFileSync(path);
  } catch {
    return skipped('Không mở được tệp: kiểm tra đường dẫn và quyền đọc.');
  }
  const result = await readDocument({ name: file, bytes });
  if (!result.ok) return skipped(result.skipped.message);
  const known = documents.get(result.document.id);
  if (known !== undefined) {
    return {
      file,
      status: 'duplicate',
      passages: 0,
      number: known.number,
      message: `Trùng nội dung với ${known.file}.`,
    };
  }
  documents.set(result.document.id, result.document);
  passages.push(...result.passages);
  return { file, status: 'indexed', passages: result.passages.length, number: result.document.number, message: null };
}

function listFiles(path: string): string[] {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat === undefined || !stat.isDirectory()) return [path];
  return readdirSync(path, { withFileTypes: true })
    .filter((entry) => !entry.name.startsWith('.'))
    .sort((a, b) => a.name.localeCompare(b.name, 'vi'))
    .flatMap((entry) => listFiles(join(path, entry.name)));
}

/** The report as people read it at a terminal. */
export function printReport(report: IngestReport): string {
  const width = Math.max(10, ...report.lines.map((line) => line.file.length));
  const rows = report.lines.map((line) => {
    const mark = { indexed: '✓', duplicate: '=', skipped: '✗' }[line.status];
    const detail =
      line.status === 'indexed' ? `${line.number ?? 'chưa rõ số hiệu'}, ${line.passages} đoạn` : (line.message ?? '');
    return `${mark} ${line.file.padEnd(width)}  ${detail}`;
  });
  const skipped = report.lines.filter((line) => line.status === 'skipped').length;
  return [
    ...rows,
    `${report.documents} văn bản, ${report.passages} đoạn trong ${report.seconds.toFixed(1)} giây; bỏ qua ${skipped} tệp.`,
    ...(report.documents === 0 ? ['Không nạp được văn bản nào; chỉ mục cũ (nếu có) được giữ nguyên.'] : []),
  ].join('\n');
}
