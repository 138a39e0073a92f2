import { WARDS } from './wards.ts';

/** What of a question can be swapped for another of the same kind: «lớp 1» for «lớp 6», «trường công» for «trường tư». */
export type SlotKind = 'class' | 'school' | 'meal' | 'age' | 'year' | 'day' | 'place';

/** A slot as it stands in a text. */
export interface Slot {
  readonly kind: SlotKind;
  readonly words: string;
  readonly at: number;
}

const NUMBER = '(?:\\d{1,2}|một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười)';
const WARD_NAMES = WARDS.map((name) => name.toLowerCase()).join('|');
const PATTERNS: readonly (readonly [SlotKind, RegExp])[] = [
  [
    'class',
    word(
      `(?:lớp|khối) ${NUMBER}(?! tuổi)|lớp (?:mầm|chồi|lá)|mầm non|mẫu giáo|nhà trẻ|tiểu học|trung học cơ sở|trung học phổ thông|cấp (?:[123]|một|hai|ba)|vào 10`,
    ),
  ],
  [
    'school',
    word(
      '(?:trường |lớp )?(?:ngoài công lập|công lập|tư thục|dân lập|chất lượng cao|quốc tế)|trường (?:công|tư|chuyên|nghề)',
    ),
  ],
  ['meal', word('(?:(?:bữa|ăn|cơm|buổi) )?(?:sáng|trưa|tối|chiều)|(?:bữa|ăn) phụ')],
  ['age', word(`${NUMBER} (?:tháng tuổi|tuổi)`)],
  ['year', word('năm học \\d{2,4} ?- ?\\d{2,4}|năm (?:nay|ngoái|sau|tới)')],
  ['day', word('(?<!(?:môn|bài|con|người|lần) )thứ (?:[2-7]|hai|ba|tư|năm|sáu|bảy)|chủ nhật')],
  ['place', word(`(?:phường|p) (?:${WARD_NAMES})`)],
];

/** The slots of a text in order; the text keeps its length in lower case. */
export function findSlots(text: string): readonly Slot[] {
  const lower = text.toLowerCase();
  return PATTERNS.flatMap(([kind, pattern]) =>
    [...lower.matchAll(pattern)].map((found) => ({
      kind,
      words: text.slice(found.index, found.index + found[0].length),
      at: found.index,
    })),
  ).sort((a, b) => a.at - b.at);
}

/** The text with every slot taken out. */
export function withoutSlots(text: string): string {
  return PATTERNS.reduce((rest, [, pattern]) => rest.replace(pattern, ' '), text.toLowerCase());
}

function word(pattern: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{M}\\d])(?:${pattern})(?![\\p{L}\\p{M}\\d])`, 'gu');
}
