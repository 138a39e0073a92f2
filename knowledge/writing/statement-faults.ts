import { bindingFaults } from './binding-faults.ts';
import { conditionFaults } from './condition-faults.ts';
import { NO_SCOPES, SCOPES } from './cue-words.ts';
import { type Fault, fault } from './fault.ts';
import { holdsOne } from './plain-words.ts';
import { otherSpans } from './spans.ts';
import type { SourceFacts, SourceUnit } from './source-units.ts';
import type { Clause, Statement } from './statement.ts';
import { toldOfAnother } from './told-of-another.ts';

/** Where a sentence says a statement of its sources again and turns it round, widens it, or tells it of another. */
export function statementFaults(
  text: string,
  clauses: readonly Clause[],
  units: readonly SourceUnit[],
  facts: readonly SourceFacts[],
): Fault[] {
  return [
    ...clauses.flatMap((clause) => [
      ...bindingFaults(clause, units),
      ...toldOfAnother(clause, units, facts),
      ...clause.pieces.flatMap((piece) => [...rescoped(piece, facts), ...otherSpans(piece)]),
    ]),
    ...conditionFaults(text, clauses, units),
  ];
}

/** «mọi», «chỉ», «luôn» where the source has none of it. */
function rescoped({ spaced: said, alike, text }: Statement, facts: readonly SourceFacts[]): Fault[] {
  const without = (words: string) => NO_SCOPES.reduce((rest, phrase) => rest.replaceAll(` ${phrase} `, ' ¦ '), words);
  const sources = (alike.length > 0 ? alike : facts).map((one) => without(one.spaced));
  const here = without(said);
  const added = SCOPES.filter((scope) => holdsOne(here, scope) && !sources.some((source) => holdsOne(source, scope)));
  return added.length === 0 ? [] : [fault('scope', text)];
}
