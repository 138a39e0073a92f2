import type { Day } from '../knowledge/document.ts';
import { DAY_PATTERN, daysAfter, readDay } from './dates.ts';

const KIND =
  '(?:Luật|Bộ luật|Pháp lệnh|Nghị định|Thông tư(?: liên tịch)?|Nghị quyết|Quyết định|Kế hoạch|Thông báo|Hướng dẫn|Công văn|Quy chế|Quy định|Điều lệ|Đề án|Phương án|Văn bản|Chỉ thị)';
/** «Nghị quyết này»: how a document speaks of itself. */
export const SELF = String.raw`${KIND}\s+này`;

const IN_FORCE = String.raw`có\s+hiệu\s+lực(?:\s+thi\s+hành)?(?:,)?(?:\s+kể)?\s+từ\s+(?:(?<signed>ngày\s+(?:ký|ban\s+hành|được\s+thông\s+qua|thông\s+qua))|(?<day>${DAY_PATTERN}))`;
const AFTER_SIGNING = String.raw`có\s+hiệu\s+lực(?:\s+thi\s+hành)?\s+sau\s+(?<later>\d{1,3})\s*(?:\([^)]*\)\s*)?ngày,?\s+(?:kể\s+)?từ\s+ngày\s+(?:ký|ban\s+hành|thông\s+qua)`;
const FROM_OWN_WORDS = new RegExp(`${SELF}[^.\\n]{0,60}?(?:${IN_FORCE}|${AFTER_SIGNING})`, 'iu');
/** «3. Thông báo có hiệu lực từ ngày …» at the beginning of a sentence, without a number that would name another one. */
const FROM_KIND_ALONE = new RegExp(`(?:^|[.;\\n]\\s*)${KIND}\\s+(?:${IN_FORCE}|${AFTER_SIGNING})`, 'u');
/** «… đã được Hội đồng nhân dân … thông qua ngày 27/11/2025 và có hiệu lực từ ngày 08/12/2025». */
const FROM_PASSING = new RegExp(`thông\\s+qua[^\\n]{0,80}?\\svà\\s+${IN_FORCE}`, 'iu');
/** «(ngày 27/11/2014 của Quốc hội, có hiệu lực thi hành kể từ ngày 01/07/2015)» under the title. */
const FROM_HEAD = new RegExp(`\\([^)\\n]{0,120}?${IN_FORCE}`, 'iu');

/**
 * The day from which the document says it is in force; «kể từ ngày ký» is the issue day, «sau 45 ngày kể từ ngày ký»
 * 45 days later. A school year alone («có hiệu lực từ năm học 2025-2026») names no day.
 * @param title the name that excerpts of laws use for themselves («Luật Nhà giáo 2025 có hiệu lực từ …»)
 */
export function findInForceFrom(head: string, body: string, title: string, issuedOn: Day | null): Day | null {
  const name = title.replace(/[^\p{L}\d]+/gu, ' ').trim();
  const byName =
    /^(?:Bộ luật|Luật) /u.test(name) && name.length < 60
      ? new RegExp(`${name}(?:\\s+(?:năm\\s+)?\\d{4})?\\s+${IN_FORCE}`, 'iu')
      : null;
  const match =
    body.match(FROM_OWN_WORDS) ??
    body.match(FROM_PASSING) ??
    head.match(FROM_HEAD) ??
    (byName && body.match(byName)) ??
    body.match(FROM_KIND_ALONE);
  const { signed, day, later } = match?.groups ?? {};
  if (day !== undefined) return readDay(day);
  if (issuedOn === null) return null;
  if (later !== undefined) return daysAfter(issuedOn, Number(later));
  return signed === undefined ? null : issuedOn;
}

const ENDS = new RegExp(
  `${SELF}\\s+(?:sẽ\\s+)?hết\\s+hiệu\\s+lực(?:\\s+thi\\s+hành)?\\s+(?:kể\\s+)?(?:từ|vào)\\s+(${DAY_PATTERN})`,
  'iu',
);
const LASTS = new RegExp(
  `${SELF}\\s+(?:được\\s+)?(?:có\\s+hiệu\\s+lực|(?:áp\\s+dụng|thực\\s+hiện)\\s+(?:kể\\s+từ|từ|đến|trong))[^.\\n]{0,80}?\\sđến\\s+(?:hết\\s+)?(${DAY_PATTERN})`,
  'iu',
);

/** The first day on which the document, by its own words, is no longer in force. */
export function findInForceUntil(body: string): Day | null {
  const first = readDay(body.match(ENDS)?.[1] ?? '');
  const last = readDay(body.match(LASTS)?.[1] ?? '');
  return first ?? (last === null ? null : daysAfter(last, 1));
}

const YEAR = String.raw`năm\s+học\s+(\d{4})\s*[-–—]\s*(\d{4})`;
const OWN_YEAR = new RegExp(
  `(?:Thời\\s+gian\\s+(?:thực\\s+hiện|áp\\s+dụng)|(?:^|[\\n.;)*]\\s*)${SELF}[^.\\n]{0,80}?(?:áp\\s+dụng|thực\\s+hiện|hiệu\\s+lực))[^.\\n]{0,60}?${YEAR}`,
  'iu',
);

/** `2025-2026`: the school year of the title, or the one the document says it applies to or from. */
export function findSchoolYear(title: string, body: string): string | null {
  const match = title.match(new RegExp(YEAR, 'iu')) ?? body.match(OWN_YEAR);
  const [first, second] = [Number(match?.[1]), Number(match?.[2])];
  return second === first + 1 ? `${first}-${second}` : null;
}
