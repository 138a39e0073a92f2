import { capitaliseFirst, sentenceCase } from '../knowledge/text/first-letter.ts';
import { stripDay } from './dates.ts';
import { NUMBER } from './document-number.ts';
import { leftoverKind } from './leftovers.ts';
import { lowerCapitals } from './proper-case.ts';

const KINDS =
  'Hiến pháp|Bộ luật|Luật|Pháp lệnh|Nghị quyết|Nghị định|Quyết định|Thông tư liên tịch|Thông tư|Chỉ thị|Kế hoạch|Thông báo|Hướng dẫn|Công văn|Quy chế|Quy định|Báo cáo|Tờ trình|Công điện|Đề án|Phương án';
/** «NGHỊ QUYẾT» at the head of a line; conversions glue the title to it («THÔNG TƯQuy định …»). */
const KIND_LINE = new RegExp(`^(?:TRÍCH\\s+)?(${KINDS})(?![\\p{Ll}])`, 'iu');
const GLUED = new RegExp(`^(?:TRÍCH\\s+)?(${KINDS.toUpperCase()})(?=\\p{Lu}\\p{Ll})`, 'u');
const SHORTEST_TITLE = 4;
const LONGEST_TITLE = 700;

/** «CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH …» between title and legal basis. */
const WHO_DECIDES =
  /\s(?:CHỦ TỊCH (?:ỦY|UỶ) BAN|GIÁM ĐỐC SỞ|BỘ TRƯỞNG BỘ|THỦ TƯỚNG CHÍNH|HỘI ĐỒNG NHÂN DÂN)(?:\s[\p{Lu}, ]+)?$/u;

/** The kind that words begin with, in sentence case; `null` when they begin with none. */
export function kindIn(words: string | undefined): string | null {
  const match = words?.match(new RegExp(`^(${KINDS})(?![\\p{L}])`, 'iu'))?.[1];
  return match === undefined ? null : sentenceCase(match);
}

/** The kind that the head of a document bears as a line of its own. */
export function kindInHead(head: readonly string[]): string | null {
  const line =
    head.find((text) => GLUED.test(text)) ??
    head.find((text) => KIND_LINE.test(text) && text === text.toUpperCase()) ??
    head.find((text) => KIND_LINE.test(text) && text.length < 40);
  const kind = (line?.match(GLUED) ?? line?.match(KIND_LINE))?.[1];
  return kind === undefined ? null : sentenceCase(kind);
}

/**
 * What a document is about, with its kind where the words give it: «Nghị quyết quy định mức học phí …».
 * @param stated subject or title of a page or front matter
 */
export function readTitle(
  stated: { readonly subject: string | undefined; readonly title: string | undefined },
  head: readonly string[],
  kind: string | null,
  file: string,
): string {
  return (
    cleanStated(stated.subject) ?? cleanStated(stated.title) ?? titleInHead(head, kind) ?? file.replace(/\.[^.]+$/, '')
  );
}

/** A stated title without kind and number before it, and without the name of the site that shows it. */
function cleanStated(stated: string | undefined): string | null {
  if (stated === undefined) return null;
  const subject = stated
    .replace(/\s+[-–|]\s+(?:Trang|Cổng|Thư viện|Văn bản pháp luật|LuatVietnam|THƯ VIỆN)\s*[^-–|]*$/iu, '')
    .replace(new RegExp(`^(?:${KINDS})\\s+(?:số\\s+)?${NUMBER.source}(?:\\s*[-–:.])?\\s*`, 'iu'), '')
    .trim();
  return subject.length > 8 ? capitaliseFirst(subject) : null;
}

function titleInHead(head: readonly string[], kind: string | null): string | null {
  // A letter names its subject beside the number; words like «hướng dẫn» in its text are no kind.
  if (kind !== 'Công văn') {
    const start = kindLine(head);
    const title = start === -1 ? null : gather(head.slice(start, start + 8));
    if (title !== null) return withKind(title, kind);
  }
  const subject = head
    .map((text) => text.match(/(?:^|\s)((?:V\/v|Về việc|Về)\s.*)$/u)?.[1])
    .find((words) => words !== undefined);
  if (subject !== undefined) return capitaliseFirst(subject.replace(/^V\/v:?\s*/u, 'Về việc '));
  const number = head.findIndex((text) => /^\|?\s*Số\s*:/u.test(text));
  const next =
    number === -1 ? undefined : head.slice(number + 1, number + 3).find((text) => leftoverKind(text) === null);
  if (next === undefined || next.length > LONGEST_TITLE || /^(?:Điều \d|Kính gửi|[-*])/u.test(next)) return null;
  return withKind(next, kind);
}

/** Index of the line that bears the kind, one in capitals first; -1 without one. */
function kindLine(head: readonly string[]): number {
  const inCapitals = head.findIndex(
    (text) => GLUED.test(text) || (KIND_LINE.test(text) && text === text.toUpperCase()),
  );
  return inCapitals === -1 ? head.findIndex((text) => KIND_LINE.test(text) && text.length < 60) : inCapitals;
}

/** «Nghị quyết quy định …»; what bears a name of its own («Điều lệ trường tiểu học») is called by that alone. */
function withKind(title: string, kind: string | null): string {
  if (kind === 'Luật' || kind === 'Bộ luật')
    return title.startsWith(kind) ? title : `${kind} ${capitaliseFirst(title)}`;
  if (kind === null || /^(?:Luật|Bộ luật|Quy chế|Điều lệ|Chương trình|Đề án|Chính sách)(?![\p{L}])/u.test(title))
    return capitaliseFirst(title);
  return `${kind} ${lowerFirst(title)}`;
}

/** The lines of a title, from the kind's line on, until the legal basis or the first unit. */
function gather(lines: readonly string[]): string | null {
  const words: string[] = [];
  for (const text of lines) {
    const form = leftoverKind(text);
    if (form === 'letterhead' || /^Số\s*:/u.test(text)) continue;
    const ends =
      /^(?:Điều \d|Chương\s+[IVX\d]|CHƯƠNG|Phần|Mục|[IVX]+\.|\d+\.|-\s|Kính gửi|Nơi nhận|(?:CHỦ TỊCH|GIÁM ĐỐC|BỘ TRƯỞNG|THỦ TƯỚNG)(?:\s|$))/u;
    const long = words.slice(1).join(' ').length > 60 && !continues(words.at(-1) ?? '', text);
    if (words.length > 0 && (form !== null || ends.test(text) || long)) break;
    words.push(text);
  }
  const [first = '', ...others] = words;
  const own = first.replace(GLUED.test(first) ? GLUED : KIND_LINE, '').trim();
  // A title that a conversion gave twice, glued and on its own line.
  const joined = [own, ...others.filter((line) => own === '' || !own.includes(line))].join(' ');
  const title = stripDay(joined.replace(new RegExp(`\\((?:số\\s+)?${NUMBER.source}\\)?`, 'iu'), ''))
    .replace(WHO_DECIDES, '')
    .replace(/^[\s:.()-]+|[\s(_]+$/g, '')
    .trim();
  if (title.length < SHORTEST_TITLE || title.length > LONGEST_TITLE) return null;
  return lowerCapitals(title);
}

/** Capitals go on over a broken line as long as both are in capitals. */
function continues(before: string, line: string): boolean {
  return before === before.toUpperCase() && line === line.toUpperCase();
}

/** After the kind a title goes on in lower case. */
function lowerFirst(title: string): string {
  return /^(?:Quy định|Ban hành|Về|Sửa đổi|Hướng dẫn|Thực hiện|Phê duyệt|Điều chỉnh|Công bố|Tổ chức)(?![\p{L}])/u.test(
    title,
  )
    ? title.charAt(0).toLowerCase() + title.slice(1)
    : title;
}
