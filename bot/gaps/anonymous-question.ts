import { maskPersonalData } from '../../knowledge/personal-data/find-personal-data.ts';
import { fold } from '../../knowledge/text/normalise.ts';
import { tokenize } from '../../knowledge/text/tokens.ts';
import type { GapQuestion } from './gap.ts';

const NAME = '[tên riêng]';
/** Two words and more that begin with a capital each: a person, sometimes a school or a street. */
const CAPITALISED = /(?<![\p{L}\p{M}])\p{Lu}\p{Ll}*(?:\s+\p{Lu}\p{Ll}+)+/gu;
/** What follows «tên là», and family names with what is usually between them and a given name. */
const NAMED = /((?<!\[)(?:tên|ten)(?:\s+(?:là|la|cháu|chau|con|bé|be))?\s+)(?:[\p{L}\p{M}]+\s*){1,4}/giu;
const FAMILY =
  /(?<!\p{L})(?:nguyễn|nguyen|trần|tran|phạm|pham|lê|le|hoàng|hoang|vũ|vu|đặng|dang|bùi|bui|đỗ|do|ngô|ngo|dương|duong|phan)\s+(?:văn|van|thị|thi|đức|duc|minh|ngọc|ngoc|thanh|quang|hữu|huu|thu|hải|hai|bảo|bao|gia|khánh|khanh)\s+[\p{L}\p{M}]+(?!\p{L})/giu;
/** Longer questions tell a story, which somebody could be known by. */
const LONGEST = 200;

/** A question as anybody may read it: no numbers, addresses or names of people. */
export function anonymousQuestion(text: string): string {
  const masked = maskPersonalData(text)
    .replace(CAPITALISED, NAME)
    .replace(FAMILY, NAME)
    .replace(NAMED, `$1${NAME} `)
    .replace(/\s+/g, ' ')
    .trim();
  const characters = [...masked];
  return characters.length <= LONGEST ? masked : `${characters.slice(0, LONGEST).join('')}…`;
}

/**
 * Questions that show what a gap is about, anonymised and different from each other: those first whose words most others
 * have too, which are seldom one person's own story.
 */
export function typicalQuestions(questions: readonly GapQuestion[], count: number): readonly string[] {
  const read = questions
    .filter(({ text }) => text !== '')
    .map(({ text }) => ({ text: anonymousQuestion(text), words: new Set(tokenize(text).folded) }));
  const heldBy = new Map<string, number>();
  for (const { words } of read) for (const word of words) heldBy.set(word, (heldBy.get(word) ?? 0) + 1);
  const shared = ({ words }: (typeof read)[number]) =>
    [...words].reduce((sum, word) => sum + (heldBy.get(word) ?? 0) - 1, 0) / (words.size + 3);
  const ordered = read.map((one) => ({ ...one, shared: shared(one) })).sort((one, other) => other.shared - one.shared);
  const different = new Map(ordered.map(({ text }) => [fold(text), text] as const).reverse());
  return [...different.values()].reverse().slice(0, count);
}
