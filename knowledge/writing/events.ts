import { contentWords } from './plain-words.ts';

/** «sau 02 năm kể từ khi tốt nghiệp nếu …» counts from the end of school, whatever follows. */
const AFTER =
  /(?<!\p{L})(?:kể từ|tính từ|sau|từ khi|từ(?=\s(?:thời điểm|lúc)\s))\s(?:ngày|khi|lúc|thời điểm)?\s*((?:(?!\s(?:nếu|mà|thì|phải|được|không|kể từ|tính từ)\s)[^,.;:()])+)/giu;
const LEAST_WORDS = 2;
const MOST_WORDS = 6;
const SAME_EVENT = 0.5;

/** What a text counts from, each by its words that carry meaning: «kể từ ngày công bố điểm thi». */
export function eventsIn(text: string): readonly (readonly string[])[] {
  return [...text.matchAll(AFTER)]
    .map(([, event = '']) => contentWords(event).slice(0, MOST_WORDS))
    .filter((event) => event.length >= LEAST_WORDS);
}

/** Whether the words of one event are mostly those of another. */
export function isSameEvent(event: readonly string[], other: readonly string[]): boolean {
  return event.filter((word) => other.includes(word)).length >= SAME_EVENT * event.length;
}
