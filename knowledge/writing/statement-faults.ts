import { bindingFaults } from './binding-faults.ts';
import { conditionFaults } from './condition-faults.ts';
import { crossedPieces } from './crossed-pieces.ts';
import { ALL_OF, NO_SCOPES, ONE_ALONE, ONE_OF, SCOPES, SEVERAL } from './cue-words.ts';
import { type Fault, fault } from './fault.ts';
import { foreignNames, foreignWords } from './foreign-words.ts';
import { isOnly } from './only.ts';
import { holdsOne, holdsPhrase } from './plain-words.ts';
import { otherRanks } from './ranks.ts';
import type { SourceFacts, SourceUnit } from './source-units.ts';
import { otherSpans } from './spans.ts';
import { type Clause, isQuoted, isVerbatim, type Statement } from './statement.ts';
import { crossedAlternatives, crossedLabels, otherBearer, otherPeople, otherwiseCalled } from './subjects.ts';
import { toldOfAnother } from './told-of-another.ts';

/** Where a sentence says a statement of its sources again and turns it round, widens it, or tells it of another. */
export function statementFaults(
  text: string,
  before: string,
  clauses: readonly Clause[],
  units: readonly SourceUnit[],
  facts: readonly SourceFacts[],
): Fault[] {
  return [
    ...clauses.flatMap((clause) => [
      ...bindingFaults(clause, units),
      ...toldOfAnother(clause, units, facts),
      ...severalForOne(clause),
      ...foreignWords(clause, units, facts),
      ...foreignNames(clause, units),
      ...untraced(clause, units),
      ...(clause.pieces.length > 1 ? otherRanks(clause) : []),
      ...(clause.pieces.length > 1 && !isVerbatim(clause, units) ? otherBearer(clause, units) : []),
      ...clause.pieces.flatMap((piece) => [
        ...rescoped(piece, clause, units, facts),
        ...(isVerbatim(piece, units) ? [] : otherBearer(piece, units)),
        // What is said word by word is told of nobody else, whichever statement is nearest to it.
        ...(isQuoted(piece, units) ? [] : exchanged(piece, units, facts)),
      ]),
    ]),
    ...conditionFaults(text, before, clauses, units),
  ];
}

/** A piece with fewer words may be put together from several statements. */
const LEAST_TRACED = 5;
/** Share of its words that one statement must hold together with what stands above it. */
const TRACED = 0.6;

/** Words that the sources have, put together as no statement of theirs has them. */
function untraced({ pieces }: Clause, units: readonly SourceUnit[]): Fault[] {
  const loose = pieces.find(
    ({ alike, words }) =>
      alike.length === 0 &&
      words.length >= LEAST_TRACED &&
      !units.some(
        (unit) =>
          words.filter((word) => [unit.words, unit.above, unit.under, unit.titled].some((held) => held.has(word)))
            .length >=
          TRACED * words.length,
      ),
  );
  return loose === undefined ? [] : [fault('unsupported', loose.text)];
}

/** A span, somebody or one of a list, told of another. */
function exchanged(piece: Statement, units: readonly SourceUnit[], facts: readonly SourceFacts[]): Fault[] {
  return [
    ...otherSpans(piece, units),
    ...otherRanks(piece),
    ...otherPeople(piece, facts),
    ...otherwiseCalled(piece, units),
    ...crossedAlternatives(piece),
    ...crossedPieces(piece),
    ...crossedLabels(piece, units),
  ];
}

const ONE_ONLY = / chỉ (?:\S+ ){0,3}?(?:một|0?1) /u;
const ONE_OR_MORE = / một hoặc (?:nhiều|một số) /u;
const AFTER_GRANT = / (?:được|là|bằng) (.*)$/u;
/** «được hưởng đồng thời các mức» where the source says «chỉ được hưởng một mức». */
function severalForOne({ spaced: said, alike, text }: Statement): Fault[] {
  const granted = ` ${AFTER_GRANT.exec(said)?.[1] ?? ''}`;
  const takesAll = !holdsOne(said, ONE_ALONE) && holdsOne(granted, SEVERAL);
  const isOneAlone = alike.some(({ spaced: there }) => {
    const [, alone] = there.split(/ (?:chỉ|một trong) /u);
    return alone !== undefined && !holdsOne(` ${alone}`, SEVERAL);
  });
  // And the other way round: one where all are needed.
  const takesOne = holdsOne(said, ONE_OF) && alike.length > 0;
  const areAll = takesOne && alike.every(({ spaced: there }) => !holdsOne(there, ONE_OF) && holdsOne(there, ALL_OF));
  const isOneOrMore = ONE_ONLY.test(said) && alike.length > 0 && alike.every((unit) => ONE_OR_MORE.test(unit.spaced));
  return (takesAll && isOneAlone) || areAll || isOneOrMore ? [fault('scope', text)] : [];
}

/** «không thấp hơn 25%», «chỉ tối đa 9 tháng», «tất cả 82 thủ tục» say how far a figure goes, and of whom nothing. */
const NO_SCOPE =
  / không (?:được )?\p{L}+ hơn | chỉ (?=(?:\p{L}+ ){0,3}?(?:tối đa|không quá|nhiều nhất|một|0?1) )| tất cả (?=\d)/gu;

/** Say of something that it changes nothing: «dù …» says it from the other side. */
const DESPITE = ['vẫn', 'không làm ảnh hưởng'];

/** «mọi», «chỉ», «luôn» where the source has none of it. */
function rescoped(
  { spaced: said, alike, text }: Statement,
  clause: Clause,
  units: readonly SourceUnit[],
  facts: readonly SourceFacts[],
): Fault[] {
  const without = (words: string) => NO_SCOPES.reduce((rest, phrase) => rest.replaceAll(` ${phrase} `, ' ¦ '), words);
  const sources = (alike.length > 0 ? [...alike, ...clause.alike] : facts).map((one) => without(one.spaced));
  const here = without(said.replace(NO_SCOPE, ' ¦ '));
  const added = SCOPES.filter(
    (scope) =>
      holdsOne(here, scope) &&
      !(scope.includes('chỉ') && isOnly(said, [...alike, ...clause.alike], units)) &&
      !sources.some(
        (source) =>
          holdsOne(source, scope) ||
          (scope.includes('riêng') && holdsPhrase(source, 'đối với')) ||
          (scope.includes('dù') && holdsOne(source, DESPITE)) ||
          (scope.includes('toàn bộ') && holdsPhrase(source, '100')),
      ),
  );
  return added.length === 0 ? [] : [fault('scope', text)];
}
