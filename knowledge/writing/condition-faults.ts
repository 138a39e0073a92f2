import type { Condition } from './conditions.ts';
import { CONDITIONS, QUALIFIERS } from './cue-words.ts';
import { type Fault, fault } from './fault.ts';
import { vouches } from './figures.ts';
import { contentWords, holdsPhrase, isRetelling, spaced } from './plain-words.ts';
import type { SourceUnit } from './source-units.ts';
import { type Clause, closest, type Statement } from './statement.ts';

/** Share of a condition's words that a sentence must hold: one that names a condition, and one that names none. */
const CONDITION_KEPT = { named: 0.4, unnamed: 0.65 };
/** Share of the words of one of several conditions, of which each is enough. */
const CHOSEN = 0.6;
/** Share of the words of what holds under a condition, from which on a sentence says it. */
const SAYS_MAIN = 0.7;
/** So few words of a condition that nothing else holds, and share of all its words that are said all the same. */
const FEW = 2;
const MOST = 0.7;
/** So many words of it, all of them said, are said wherever else they stand. */
const LONG_MAIN = 4;

/** What holds for some or under a condition, said without it. */
export function conditionFaults(
  text: string,
  before: string,
  clauses: readonly Clause[],
  units: readonly SourceUnit[],
): Fault[] {
  return [
    ...clauses.flatMap(({ pieces }) => pieces.flatMap(unqualified)),
    ...unconditioned(text, before, clauses, units),
  ];
}

/** «người dân tộc thiểu số» where the source says «… rất ít người». */
function unqualified({ spaced: said, text, alike }: Statement): Fault[] {
  const dropped = ({ spaced: there }: SourceUnit) =>
    QUALIFIERS.some((phrase) => {
      if (holdsPhrase(said, phrase) || !holdsPhrase(there, phrase)) return false;
      const before = there.split(` ${phrase} `)[0]?.trim().split(' ').slice(-2).join(' ') ?? '';
      return holdsPhrase(said, before) && there.split(` ${before} `).length === 2;
    });
  return alike.length > 0 && alike.every(dropped) ? [fault('condition', text)] : [];
}

/** Says all that an exception leaves. */
const THE_OTHERS = /(?<!\p{L})(?:còn lại|khác)(?!\p{L})/iu;
/** «… do hiệu trưởng cấp» says who does it, and not for whom. */
const ONLY_WHO = /\sdo\s[^,;]{3,60}\s(?:cấp|thành lập|ban hành|tổ chức|quy định)(?:\sạ)?[.\s]*$/iu;

/** «Với tháng áp dụng cả hai hình thức, …» */
const BEGINS_WITH = /^(?:dạ,?\s)?với\s[^,]+,\s/iu;

/** «trường» says «cơ sở giáo dục». */
const SCHOOL = contentWords('cơ sở giáo dục');

/** A statement that holds under a condition, said without it. */
function unconditioned(
  text: string,
  before: string,
  clauses: readonly Clause[],
  units: readonly SourceUnit[],
): Fault[] {
  if (ONLY_WHO.test(text)) return [];
  const held = new Set(contentWords(text));
  // What an earlier sentence named, this one may leave unsaid: «Giấy này được dùng …».
  const named = new Set([...held, ...contentWords(before)]);
  const kept = text.search(CONDITIONS) >= 0 || BEGINS_WITH.test(text) ? CONDITION_KEPT.named : CONDITION_KEPT.unnamed;
  const shareOf = (words: readonly string[], among: ReadonlySet<string>) =>
    words.filter((word) => among.has(word)).length / Math.max(1, words.length);
  const figures = clauses.flatMap((clause) => clause.figures);
  const said = spaced(text);
  const drops = ({ words, choices, labels, main, isException, first }: Condition, least: number) => {
    if (shareOf(main, held) < least || (isException && THE_OTHERS.test(text))) return false;
    if (first !== null && holdsPhrase(said, first)) return false;
    const isLabelled = labels.some((label) => figures.some((figure) => vouches(label, figure)));
    if (labels.length > 0 && !isLabelled) return true;
    const telling = words.filter((word) => !main.includes(word) && !isRetelling(word));
    const isChosen = choices.length > 1 && choices.some((choice) => shareOf(choice, named) >= CHOSEN);
    const asked = held.has('trường') ? telling.filter((word) => !SCHOOL.includes(word)) : telling;
    // A few words that are nowhere else tell little where most others are there.
    const isNearlyWhole = asked.length <= FEW && words.length > LONG_MAIN && shareOf(words, named) >= MOST;
    return asked.length > 0 && !isChosen && !isNearlyWhole && shareOf(asked, named) < kept;
  };
  const keeps = (unit: SourceUnit) => !unit.conditions.some((condition) => drops(condition, SAYS_MAIN));
  // What the whole clause says with its condition, no piece of it says without.
  const statements = clauses
    .flatMap((clause) => {
      const whole = closest(clause.text, clause.alike).filter((unit) => unit.conditions.length > 0 && keeps(unit));
      return [clause, ...clause.pieces.filter(({ alike }) => !alike.some((unit) => whole.includes(unit)))];
    })
    .filter(({ alike }) => alike.length > 0);
  const isFromThere = (unit: SourceUnit, { main }: Condition) => {
    const others = statements.flatMap(({ alike }) => alike.filter((other) => other !== unit));
    return (
      main.length >= LONG_MAIN &&
      main.some((word) => !isRetelling(word) && !others.some((other) => other.words.has(word)))
    );
  };
  const isDropped =
    statements.some((one) => closest(one.text, one.alike).every((unit) => !keeps(unit))) ||
    units.some((unit) => unit.conditions.some((one) => drops(one, 1) && isFromThere(unit, one)));
  return isDropped ? [fault('condition', text)] : [];
}
