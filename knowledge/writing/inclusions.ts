import { type Fault, fault } from './fault.ts';
import { contentWords } from './plain-words.ts';
import type { Statement } from './statement.ts';

/** Says what belongs to something: «bao gồm cả …», «đã gồm …», «kể cả …». */
const INCLUDES = /(?<! (?:không|chưa)(?: bao)?) (?:bao gồm|gồm|tính)(?: cả| luôn)? (.*)$/u;
/** Says what does not. */
const EXCLUDES = /(?<!\p{L})(?:không|chưa) (?:bao gồm|gồm|kể|tính)(?: cả)? ([^()]*)/giu;
/** Of the words behind, so many tell what it is. */
const REACH = 6;
/** Share of them that stand among what a source leaves out. */
const LEFT_OUT = 0.8;

/** «Mức này bao gồm cả tiền ăn» where the source says «(… không bao gồm tiền ăn)». */
export function includedAgainst({ spaced: said, alike, text }: Statement): Fault[] {
  const [, behind = ''] = INCLUDES.exec(said) ?? [];
  const what = contentWords(behind).slice(0, REACH);
  if (what.length === 0) return [];
  const isLeftOut = alike.some((unit) =>
    [...unit.text.matchAll(EXCLUDES)].some(([, out = '']) => {
      const words = new Set(contentWords(out));
      return what.filter((word) => words.has(word)).length >= LEFT_OUT * what.length;
    }),
  );
  return isLeftOut ? [fault('negation', text)] : [];
}
