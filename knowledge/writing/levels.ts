import { LEVELS } from './cue-words.ts';
import { holdsOne, spaced } from './plain-words.ts';

/** A level of school, by all its names. */
export type Level = (typeof LEVELS)[number];

/** A school may bear the names of all its levels, which say nothing of the level that a row is about. */
const SCHOOL_NAME =
  /(?<!\p{L})[Tt]rường\s+(?:(?:[Tt]rung học cơ sở|[Tt]rung học phổ thông|[Tt]iểu học|[Mm]ầm non|[Mm]ẫu giáo|-|và)\s+)*(?:\p{Lu}[\p{L}\p{M}\d]*(?:\s+(?:-\s+)?)?)+/gu;

/** The levels of school that a text is about. */
export function levelsIn(text: string): readonly Level[] {
  const words = spaced(text.replace(SCHOOL_NAME, ' '));
  return LEVELS.filter((level) => holdsOne(words, level));
}
