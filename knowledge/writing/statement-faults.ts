import type { Condition } from './conditions.ts';
import { CHOICES, CONDITIONS, CONTRARIES, DENIALS, DUTIES, NO_DENIALS, NO_SCOPES, SCOPES } from './cue-words.ts';
import { type Fault, fault } from './fault.ts';
import { contentWords, holdsPhrase, isRetelling } from './plain-words.ts';
import type { SourceFacts, SourceUnit } from './source-units.ts';
import type { Clause, Statement } from './statement.ts';

/** A statement with fewer words says too little to be turned round. */
const LEAST_WORDS = 2;
/** Share from which on a statement says one of the source again, of one that has not many more words. */
const SAID_AGAIN = 0.85;
const LONGER = 1.25;
/** Share of a condition's words that a sentence must hold: one that names a condition, and one that names none. */
const CONDITION_KEPT = { named: 0.4, unnamed: 0.7 };
/** Share of the words of what holds under a condition, from which on a sentence says it. */
const SAYS_MAIN = 0.7;
/** So many words of it, all of them said, are said wherever else they stand. */
const LONG_MAIN = 4;

/** Where a sentence says a statement of its sources again and turns it round, widens it, or tells it of another. */
export function statementFaults(
  text: string,
  clauses: readonly Clause[],
  units: readonly SourceUnit[],
  facts: readonly SourceFacts[],
): Fault[] {
  const pieces = clauses.flatMap((clause) => clause.pieces);
  return [
    ...pieces.flatMap((piece) => [...turnedRound(piece, units), ...rescoped(piece, facts)]),
    ...clauses.flatMap((clause) => contrary(clause)),
    ...pieces.flatMap((piece) => contrary(piece)),
    ...unconditioned(text, clauses, units),
  ];
}

/** A statement that is said again must not deny, oblige or allow where the source does not. */
function turnedRound(piece: Statement, units: readonly SourceUnit[]): Fault[] {
  const { words, alike, text } = piece;
  if (words.length < LEAST_WORDS) return [];
  if (alike.length === 0) {
    // Nothing says it in these words, so nothing vouches for what turns it round.
    const anywhere = units.map((unit) => unit.spaced).join('');
    const loose = cuesIn(piece.spaced, DUTIES).filter((cue) => !holdsPhrase(anywhere, cue));
    return [...cuesIn(piece.spaced, DENIALS), ...loose].map((cue) => fault('negation', cue));
  }
  const meant = alike.map((unit) => withOrWithoutBrackets(unit, words));
  const again = (unit: SourceUnit) =>
    piece.nearest >= SAID_AGAIN * words.length && unit.words.size <= LONGER * words.length;
  const agrees = (cues: readonly string[]) =>
    meant.some(({ unit, said }) => {
      const [there, here] = [cuesIn(said, cues).length, cuesIn(piece.spaced, cues).length];
      return again(unit) ? there === here : there > 0 === here > 0;
    });
  const everywhere = (cues: readonly string[]) => meant.every(({ said }) => cuesIn(said, cues).length > 0);
  const nowhere = (cues: readonly string[]) => meant.every(({ said }) => cuesIn(said, cues).length === 0);
  if (!agrees(DENIALS)) return [fault('negation', text)];
  const frees = cuesIn(piece.spaced, CHOICES).length > 0;
  const binds = cuesIn(piece.spaced, DUTIES).length > 0 && !frees;
  const wrong =
    (binds && nowhere(DUTIES)) ||
    (frees && everywhere(DUTIES) && nowhere(CHOICES)) ||
    (alike.every(again) && !agrees(DUTIES) && !agrees(CHOICES));
  return wrong ? [fault('modality', text)] : [];
}

/** What stands in brackets counts only for a sentence that says some of it. */
function withOrWithoutBrackets(unit: SourceUnit, words: readonly string[]): { unit: SourceUnit; said: string } {
  const inside = [...unit.words].filter((word) => !unit.wordsOutside.has(word));
  const isSaid = words.some((word) => inside.includes(word));
  return { unit, said: isSaid ? unit.spaced : unit.spacedOutside };
}

/** Every place at which a cue stands. */
function cuesIn(words: string, cues: readonly string[]): readonly string[] {
  if (!holdsOne(words, cues)) return [];
  const without = NO_DENIALS.reduce((rest, phrase) => rest.replaceAll(` ${phrase} `, ' ¦ '), words);
  return cues.flatMap((cue) => Array.from({ length: without.split(` ${cue} `).length - 1 }, () => cue));
}

/** «mọi», «chỉ», «luôn» where the source has none of it. */
function rescoped({ spaced: said, alike, text }: Statement, facts: readonly SourceFacts[]): Fault[] {
  const without = (words: string) => NO_SCOPES.reduce((rest, phrase) => rest.replaceAll(` ${phrase} `, ' ¦ '), words);
  const sources = (alike.length > 0 ? alike : facts).map((one) => without(one.spaced));
  const here = without(said);
  const added = SCOPES.filter((scope) => holdsOne(here, scope) && !sources.some((source) => holdsOne(source, scope)));
  return added.length === 0 ? [] : [fault('scope', text)];
}

/** One of a group where the source says another of it. */
function contrary({ spaced: said, alike, text, words }: Statement): Fault[] {
  if (alike.length === 0 || words.length < LEAST_WORDS) return [];
  const isOther = CONTRARIES.some((group) =>
    group.some(
      (member) =>
        holdsOne(said, member) &&
        alike.every(
          (unit) =>
            !holdsOne(unit.spaced, member) && group.some((other) => other !== member && holdsOne(unit.spaced, other)),
        ),
    ),
  );
  return isOther ? [fault('contrary', text)] : [];
}

function holdsOne(words: string, among: readonly string[]): boolean {
  return among.some((phrase) => holdsPhrase(words, phrase));
}

/** A statement that holds under a condition, said without it. */
function unconditioned(text: string, clauses: readonly Clause[], units: readonly SourceUnit[]): Fault[] {
  const held = new Set(contentWords(text));
  const kept = text.search(CONDITIONS) >= 0 ? CONDITION_KEPT.named : CONDITION_KEPT.unnamed;
  const share = (words: readonly string[]) => words.filter((word) => held.has(word)).length / Math.max(1, words.length);
  const drops = ({ words, main }: Condition, least: number) => {
    const telling = words.filter((word) => !main.includes(word) && !isRetelling(word));
    return telling.length > 0 && share(main) >= least && share(telling) < kept;
  };
  const statements = clauses.flatMap((clause) => [clause, ...clause.pieces]).filter(({ alike }) => alike.length > 0);
  const saidAlready = new Set(statements.flatMap(({ alike }) => alike.flatMap((unit) => [...unit.words])));
  const isFromThere = ({ main }: Condition) =>
    main.length >= LONG_MAIN && main.some((word) => !saidAlready.has(word) && !isRetelling(word));
  const isDropped =
    statements.some(({ alike }) =>
      alike.every(({ conditions }) => conditions.some((condition) => drops(condition, SAYS_MAIN))),
    ) || units.some(({ conditions }) => conditions.some((one) => isFromThere(one) && drops(one, 1)));
  return isDropped ? [fault('condition', text)] : [];
}
