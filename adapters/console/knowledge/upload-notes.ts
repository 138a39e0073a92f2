import type { PageReading } from '../../../ingest/blocks.ts';
import type { IngestLine } from '../../snapshots/ingest-record.ts';
import type { ConsoleWords } from '../languages/words.ts';

/** Pages that were read with a lower score should be compared with the original. */
const DOUBTFUL_BELOW = 0.75;

/** What the owner of a file should know of how it was read, a sentence each. */
export function notesOn(line: IngestLine, words: ConsoleWords): readonly string[] {
  const read = [
    ...(line.status === 'indexed' ? [words.uploads.passages(line.passages)] : []),
    ...(line.pages.length > 0 ? [pagesInWords(line.pages, words)] : []),
  ];
  const doubtful = line.pages.filter(({ score }) => score < DOUBTFUL_BELOW).map(({ page }) => page);
  return [
    ...(line.message === null ? [] : [words.said.reading(line.message, line.reason)]),
    ...(read.length > 0 ? [read.join(', ')] : []),
    ...(doubtful.length > 0 ? [words.uploads.doubtfulPages(doubtful.join(', '))] : []),
    ...line.notes.map((note) => words.said.reading(note, null)),
  ];
}

/** «12 trang: 10 có lớp chữ, 2 nhận dạng chữ». */
function pagesInWords(pages: readonly PageReading[], words: ConsoleWords): string {
  const ways = new Map<PageReading['way'], number>();
  for (const { way } of pages) ways.set(way, (ways.get(way) ?? 0) + 1);
  const each = [...ways].map(([way, count]) => words.uploads.pagesOf(count, words.pageWays[way]));
  return ways.size === 1 ? each.join('') : `${words.uploads.pages(pages.length)}: ${each.join(', ')}`;
}
