import { CHOICES } from './cue-words.ts';
import { contentWords, holdsPhrase, isRetelling } from './plain-words.ts';
import type { SourceUnit } from './source-units.ts';

/** «chỉ là khuyến khích»: what is left free is only that. */
const FREE = /^(.*) chỉ (?:là |mang tính |mang tính chất )?(.+)/u;
/** «chỉ được … trong phạm vi …», «chỉ được … khi …»: how far something is granted, or when. */
const GRANTED = / chỉ (?:được|được phép) .*? (trong phạm vi|trong trường hợp|sau khi|khi|nếu|với điều kiện) /u;
/** What is one thing alone, at the end of what is said: «chỉ xét tuyển», «chỉ đánh giá bằng nhận xét». */
const ALONE = / chỉ (?:được |có |là |cần )?(.+)/u;
/** Lead on to what something else has besides. */
const BESIDES = ['hoặc', 'kết hợp'];
const LEAST_WORDS = 2;
const MOST_WORDS = 12;

/** Whether «chỉ» says no more than what a statement grants, leaves free or names alone does. */
export function isOnly(said: string, alike: readonly SourceUnit[], units: readonly SourceUnit[]): boolean {
  return alike.some((unit) => isLeftFree(said, unit) || isLimited(said, unit) || isNamedAlone(said, unit, units));
}

function isLeftFree(said: string, { spaced, words }: SourceUnit): boolean {
  const [, what = '', how = ''] = FREE.exec(said) ?? [];
  const isFree = CHOICES.some((choice) => `${how} `.startsWith(`${choice} `) && holdsPhrase(spaced, choice));
  return isFree && contentWords(what).every((word) => word === 'việc' || words.has(word));
}

/** What is granted under a limit is granted no further. */
function isLimited(said: string, { spaced, words }: SourceUnit): boolean {
  const [, limit = ''] = GRANTED.exec(said) ?? [];
  return (
    limit !== '' &&
    holdsPhrase(spaced, 'được') &&
    holdsPhrase(spaced, limit) &&
    contentWords(said).every((word) => words.has(word) || isRetelling(word))
  );
}

/** «chỉ xét tuyển» of one level, where the sources say «xét tuyển hoặc thi tuyển» of another. */
function isNamedAlone(said: string, unit: SourceUnit, units: readonly SourceUnit[]): boolean {
  const behind = (ALONE.exec(said)?.[1] ?? '').trim().split(' ').slice(0, MOST_WORDS);
  const goesOn = (spaced: string, words: string) => BESIDES.some((how) => holdsPhrase(spaced, `${words} ${how}`));
  return behind.some((_, at) => {
    const words = behind.slice(0, at + 1).join(' ');
    return (
      contentWords(words).length >= LEAST_WORDS &&
      holdsPhrase(unit.spaced, words) &&
      !goesOn(unit.spaced, words) &&
      units.some((other) => other !== unit && goesOn(other.spaced, words))
    );
  });
}
