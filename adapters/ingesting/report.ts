import type { PageReading } from '../../ingest/blocks.ts';
import type { IngestLine, IngestRecord, RecordedFile } from '../snapshots/ingest-record.ts';

/** What an ingest came to. */
export interface IngestReport {
  /**
   * `switched`: a new index answers now; `unchanged`: the present one is what it would be;
   * `nothing-indexed`: no file could be indexed, the present index stays;
   * `source-missing`: a given path that the present index holds documents of is gone or empty, the index stays.
   */
  readonly outcome: 'switched' | 'unchanged' | 'nothing-indexed' | 'source-missing';
  readonly lines: readonly IngestLine[];
  /** Sources that the index before held and this one does not. */
  readonly removed: readonly string[];
  /** Given paths that are gone or empty, for `source-missing`. */
  readonly missing: readonly string[];
  readonly documents: number;
  readonly passages: number;
  readonly seconds: number;
  /** What the operator should know about the whole, in Vietnamese. */
  readonly notes: readonly string[];
}

/** How many sources are new, changed, unchanged and removed. */
export function countChanges(report: Pick<IngestReport, 'lines' | 'removed'>) {
  const count = (change: IngestLine['change']) => report.lines.filter((line) => line.change === change).length;
  return {
    added: count('new'),
    changed: count('changed'),
    unchanged: count('unchanged'),
    removed: report.removed.length,
  };
}

/** Sources of the index before that are not there any more. */
export function removedSources(before: IngestRecord | null, files: readonly RecordedFile[]): readonly string[] {
  const present = new Set(files.map((file) => file.source));
  return (before?.files ?? []).map((file) => file.source).filter((source) => !present.has(source));
}

const MARKS = { indexed: '✓', duplicate: '=', skipped: '✗' } as const;
const CHANGES = { new: 'mới', changed: 'đổi', unchanged: '' } as const;

/**
 * The report as people read it at a terminal.
 * @param lines those to name; by default all
 */
export function printReport(report: IngestReport, lines: readonly IngestLine[] = report.lines): string {
  const width = Math.min(60, Math.max(10, ...lines.map((line) => line.file.length)));
  const rows = lines.flatMap((line) => [
    `${MARKS[line.status]} ${line.file.padEnd(width)}  ${describeLine(line)}`,
    ...line.notes.map((note) => `  ${''.padEnd(width)}  – ${note}`),
  ]);
  const gone = report.removed.map((source) => `− ${source}`);
  const { added, changed, unchanged, removed } = countChanges(report);
  const skipped = report.lines.filter((line) => line.status === 'skipped').length;
  return [
    ...rows,
    ...gone,
    `${added} mới, ${changed} đổi, ${unchanged} giữ nguyên, ${removed} gỡ bỏ; bỏ qua ${skipped} tệp.`,
    ...report.notes,
    conclusion(report),
  ].join('\n');
}

function describeLine(line: IngestLine): string {
  if (line.status !== 'indexed') return line.message ?? '';
  const change = CHANGES[line.change];
  return [
    line.number ?? 'chưa rõ số hiệu',
    `${line.passages} đoạn`,
    ...pagesInWords(line),
    ...(change === '' ? [] : [change]),
  ].join(', ');
}

/** «12 trang (10 lớp chữ + 2 nhận dạng chữ; điểm thấp nhất 0,81)». */
function pagesInWords({ pages }: IngestLine): readonly string[] {
  if (pages.length === 0) return [];
  const ways = new Map<PageReading['way'], number>();
  for (const page of pages) ways.set(page.way, (ways.get(page.way) ?? 0) + 1);
  const lowest = Math.min(...pages.map((page) => page.score));
  const counts = [...ways].map(([way, count]) => `${count} ${WAYS[way]}`).join(' + ');
  return [`${pages.length} trang (${counts}; điểm thấp nhất ${lowest.toFixed(2).replace('.', ',')})`];
}

const WAYS: Readonly<Record<PageReading['way'], string>> = {
  'text-layer': 'lớp chữ',
  rebuilt: 'dựng lại từ vị trí chữ',
  ocr: 'nhận dạng chữ',
};

function conclusion(report: IngestReport): string {
  const holds = `${report.documents} văn bản, ${report.passages} đoạn`;
  const time = `${report.seconds.toFixed(1).replace('.', ',')} giây`;
  switch (report.outcome) {
    case 'switched':
      return `Chỉ mục mới: ${holds}, trong ${time}.`;
    case 'unchanged':
      return `Không có gì thay đổi: chỉ mục vẫn gồm ${holds} (${time}).`;
    case 'nothing-indexed':
      return 'Không nạp được văn bản nào; chỉ mục cũ (nếu có) được giữ nguyên.';
    case 'source-missing':
      return [
        `Không thấy văn bản nào ở: ${report.missing.join(', ')}.`,
        'Chỉ mục cũ được giữ nguyên, vì ổ đĩa hoặc thư mục có thể chỉ tạm mất kết nối.',
        'Nếu quả thật muốn bỏ các văn bản ấy, hãy chạy lại mà không nêu đường dẫn này.',
      ].join('\n');
  }
}
