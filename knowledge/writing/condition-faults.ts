import type { Condition } from './conditions.ts';
import { CONDITIONS, QUALIFIERS } from './cue-words.ts';
import { type Fault, fault } from './fault.ts';
import { vouches } from './figures.ts';
import { contentWords, holdsPhrase, isRetelling, spaced } from './plain-words.ts';
import type { SourceUnit } from './source-units.ts';
import { type Clause, pairsHeld, type Statement } from './statement.ts';

/** Share of a condition's words that a sentence must hold: one that names a condition, and one that names none. */
const CONDITION_KEPT = { named: 0.4, unnamed: 0.65 };
/** Share of the words of one of several conditions, of which each is enough. */
const CHOSEN = 0.6;
/** Share of the words of what holds under a condition, from which on a sentence says it. */
const SAYS_MAIN = 0.7;
/** So many words of it, all of them said, are said wherever else they stand. */
const LONG_MAIN = 4;

/** What holds for some or under a condition, said without it. */
export function conditionFaults(text: string, clauses: readonly Clause[], units: readonly SourceUnit[]): Fault[] {
  return [...clauses.flatMap(({ pieces }) => pieces.flatMap(unqualified)), ...unconditioned(text, clauses, units)];
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

/** Of several that hold the same words those that hold the most of them side by side: «dữ liệu cá nhân», not «dữ liệu mở … cá nhân». */
function closest({ text, alike }: Statement): readonly SourceUnit[] {
  if (alike.length < 2) return alike;
  const scored = alike.map((unit) => ({ unit, pairs: pairsHeld(text, unit) }));
  const most = Math.max(...scored.map(({ pairs }) => pairs));
  return scored.filter(({ pairs }) => pairs === most).map(({ unit }) => unit);
}

/** Says all that an exception leaves. */
const THE_OTHERS = /(?<!\p{L})(?:còn lại|khác)(?!\p{L})/iu;
/** «… do hiệu trưởng cấp» says who does it, and not for whom. */
const ONLY_WHO = /\sdo\s[^,;]{3,60}\s(?:cấp|thành lập|ban hành|tổ chức|quy định)(?:\sạ)?[.\s]*$/iu;

/** «trường» says «cơ sở giáo dục». */
const SCHOOL = contentWords('cơ sở giáo dục');

/** A statement that holds under a condition, said without it. */
function unconditioned(text: string, clauses: readonly Clause[], units: readonly SourceUnit[]): Fault[] {
  if (ONLY_WHO.test(text)) return [];
  const held = new Set(contentWords(text));
  const kept = text.search(CONDITIONS) >= 0 ? CONDITION_KEPT.named : CONDITION_KEPT.unnamed;
  const share = (words: readonly string[]) => words.filter((word) => held.has(word)).length / Math.max(1, words.length);
  const figures = clauses.flatMap((clause) => clause.figures);
  const said = spaced(text);
  const drops = ({ words, choices, labels, main, isException, first }: Condition, least: number) => {
    if (share(main) < least || (isException && THE_OTHERS.test(text))) return false;
    if (first !== null && holdsPhrase(said, first)) return false;
    const isLabelled = labels.some((label) => figures.some((figure) => vouches(label, figure)));
    if (labels.length > 0 && !isLabelled) return true;
    const telling = words.filter((word) => !main.includes(word) && !isRetelling(word));
    const isChosen = choices.length > 1 && choices.some((choice) => share(choice) >= CHOSEN);
    const named = held.has('trường') ? telling.filter((word) => !SCHOOL.includes(word)) : telling;
    return named.length > 0 && !isChosen && share(named) < kept;
  };
  const statements = clauses.flatMap((clause) => [clause, ...clause.pieces]).filter(({ alike }) => alike.length > 0);
  const isFromThere = (unit: SourceUnit, { main }: Condition) => {
    const others = statements.flatMap(({ alike }) => alike.filter((other) => other !== unit));
    return (
      main.length >= LONG_MAIN &&
      main.some((word) => !isRetelling(word) && !others.some((other) => other.words.has(word)))
    );
  };
  const isDropped =
    statements.some((one) =>
      closest(one).every(({ conditions }) => conditions.some((condition) => drops(condition, SAYS_MAIN))),
    ) || units.some((unit) => unit.conditions.some((one) => drops(one, 1) && isFromThere(unit, one)));
  return isDropped ? [fault('condition', text)] : [];
}
