import { type Fault, fault } from './fault.ts';
import { contentWords } from './plain-words.ts';
import type { SourceUnit } from './source-units.ts';
import type { Statement } from './statement.ts';

/** Two things that are said alike share so many words side by side. */
const FRAME = 2;
/** Says something of what stands before it. */
const PREDICATE = / (?:được|phải|là|bằng|có thể) /u;

/**
 * What is said of one of two that a source tells of in the same words, told of the other: «người nghe, nói được học
 * bằng chữ nổi» of «người nghe, nói được học bằng ngôn ngữ ký hiệu, người nhìn được học bằng chữ nổi».
 */
export function crossedPieces({ spaced: said, alike, text }: Statement): Fault[] {
  const isCrossed = (unit: SourceUnit) =>
    framesOf(unit).some(({ frame, one, other }) => {
      if (!said.includes(frame)) return false;
      const here = sides(said, frame);
      return isFromBoth(here, one, other) || isFromBoth(here, other, one);
    });
  return alike.length > 0 && alike.every(isCrossed) ? [fault('contrary', text)] : [];
}

/** What two pieces of a statement say in the same words, and what stands before and behind it in each. */
interface Frame {
  readonly frame: string;
  readonly one: Sides;
  readonly other: Sides;
}

const kept = new WeakMap<SourceUnit, readonly Frame[]>();

function framesOf(unit: SourceUnit): readonly Frame[] {
  const known = kept.get(unit);
  if (known !== undefined) return known;
  const frames = unit.pieces.flatMap((one, at) =>
    unit.pieces.slice(at + 1).flatMap((other): Frame[] => {
      const frame = commonRow(one.spaced, other.spaced);
      return frame === null ? [] : [{ frame, one: sides(one.spaced, frame), other: sides(other.spaced, frame) }];
    }),
  );
  kept.set(unit, frames);
  return frames;
}

interface Sides {
  readonly before: readonly string[];
  readonly behind: readonly string[];
}

function sides(words: string, frame: string): Sides {
  const at = words.indexOf(frame);
  return { before: contentWords(words.slice(0, at)), behind: contentWords(words.slice(at + frame.length)) };
}

/** Whether words begin as one and go on as the other, and in no way the other way round. */
function isFromBoth(here: Sides, one: Sides, other: Sides): boolean {
  const holds = (said: readonly string[], own: readonly string[], others: readonly string[]) =>
    own.some((word) => !others.includes(word) && said.includes(word));
  return (
    other.before.length > 0 &&
    one.behind.length > 0 &&
    holds(here.before, one.before, other.before) &&
    !holds(here.before, other.before, one.before) &&
    holds(here.behind, other.behind, one.behind) &&
    !holds(here.behind, one.behind, other.behind)
  );
}

/** The longest row of words that stands in both; `null` where it is too short to say anything. */
function commonRow(one: string, other: string): string | null {
  const words = one.trim().split(' ');
  for (let length = words.length; length >= FRAME; length -= 1) {
    for (let from = 0; from + length <= words.length; from += 1) {
      const row = ` ${words.slice(from, from + length).join(' ')} `;
      if (PREDICATE.test(row) && other.includes(row)) return row;
    }
  }
  return null;
}
