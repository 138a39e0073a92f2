import type { Condition } from './conditions.ts';
import {
  ACTORS,
  CHOICES,
  CONDITIONS,
  CONTRARIES,
  DENIALS,
  DUTIES,
  KINDS,
  NO_DENIALS,
  NO_SCOPES,
  SCOPES,
  TO_CITIZEN,
} from './cue-words.ts';
import { type Fault, fault } from './fault.ts';
import { vouches } from './figures.ts';
import { contentWords, holdsPhrase, isRetelling } from './plain-words.ts';
import type { SourceFacts, SourceUnit } from './source-units.ts';
import type { Clause, Statement } from './statement.ts';

/** A statement with fewer words says too little to be turned round. */
const LEAST_WORDS = 2;
/** Share from which on a statement says one of the source again, of one that has not many more words. */
const SAID_AGAIN = 0.85;
const LONGER = 1.15;
/** Share of a condition's words that a sentence must hold: one that names a condition, and one that names none. */
const CONDITION_KEPT = { named: 0.4, unnamed: 0.65 };
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
    ...clauses.flatMap((clause) => [...contrary(clause, facts), ...miscounted(clause)]),
    ...pieces.flatMap((piece) => contrary(piece, facts)),
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
  const again = (unit: SourceUnit) =>
    piece.nearest >= SAID_AGAIN * words.length && unit.words.size <= LONGER * words.length;
  const here = (cues: readonly string[]) => cuesIn(piece.spaced, cues).length;
  // A statement may deny one thing and state another, so what a piece denies is looked for in the piece it says again.
  const denies = here(DENIALS) > 0;
  if (!alike.some((unit) => saidBy(unit, words).some((said) => cuesIn(said, DENIALS).length > 0 === denies)))
    return [fault('negation', text)];
  const everywhere = (cues: readonly string[]) => alike.every((unit) => cuesIn(unit.spaced, cues).length > 0);
  const nowhere = (cues: readonly string[]) => alike.every((unit) => cuesIn(unit.spaced, cues).length === 0);
  const agrees = (cues: readonly string[]) => alike.some((unit) => cuesIn(unit.spaced, cues).length === here(cues));
  const frees = here(CHOICES) > 0;
  const binds = here(DUTIES) > 0 && !frees;
  const wrong =
    (binds && nowhere(DUTIES)) ||
    (frees && everywhere(DUTIES) && nowhere(CHOICES)) ||
    (holdsPhrase(piece.spaced, 'có thể') && nowhere(CHOICES) && !TO_CITIZEN.test(text)) ||
    (alike.every(again) && !agrees(DUTIES) && !agrees(CHOICES));
  return wrong ? [fault('modality', text)] : [];
}

/** A statement that is said again as a whole denies as often as the source does. */
function miscounted({ words, alike, nearest, spaced: said, text }: Statement): Fault[] {
  const again = alike.filter(
    (unit) => nearest >= SAID_AGAIN * words.length && unit.wordsOutside.size <= LONGER * words.length,
  );
  const here = cuesIn(said, DENIALS).length;
  const agrees = again.some((unit) =>
    [unit.spaced, unit.spacedOutside].some((words) => cuesIn(words, DENIALS).length === here),
  );
  return again.length === 0 || agrees ? [] : [fault('negation', text)];
}

/** Share of a piece's words from which on one piece of a unit says it, whatever the others say. */
const OF_ONE_PIECE = 0.6;

/** The words of a unit that say a piece again: those of its nearest pieces, or all; of brackets only where some is said. */
function saidBy(unit: SourceUnit, words: readonly string[]): readonly string[] {
  const [first] = unit.pieces;
  const scored = unit.pieces.map((piece) => {
    // The subject stands in the first piece alone.
    const own = piece === first ? words : words.filter((word) => piece.words.has(word) || !first?.words.has(word));
    const held = own.filter((word) => piece.words.has(word)).length;
    return { piece, held, share: own.length < LEAST_WORDS ? 0 : held / own.length };
  });
  const near = scored.filter(({ share }) => share >= OF_ONE_PIECE);
  const best = Math.max(0, ...near.map(({ held, share }) => held * share));
  if (scored.length > 1 && near.length > 0)
    return near.filter(({ held, share }) => held * share === best).map(({ piece }) => piece.spaced);
  const inside = [...unit.words].filter((word) => !unit.wordsOutside.has(word));
  const isSaid = words.some((word) => inside.includes(word));
  return [isSaid ? unit.spaced : unit.spacedOutside];
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
function contrary({ spaced: said, alike, text, words }: Statement, facts: readonly SourceFacts[]): Fault[] {
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
  const isOtherActor = ACTORS.some(
    (actor) => holdsOne(apart(said), actor) && alike.every((unit) => !holdsOne(apart(unit.spaced), actor)),
  );
  // Only what a source names is told from others of its kind.
  const named = kindsIn(said).filter((kind) => facts.some((one) => holdsPhrase(one.spaced, kind.join(' '))));
  const isOtherKind = named.some((kind) =>
    alike.every((unit) => {
      const there = kindsIn(unit.spaced);
      const [head = ''] = kind;
      return (
        there.some(([other]) => other === head) && !there.some(([other, name]) => other === head && name === kind[1])
      );
    }),
  );
  return isOther || isOtherActor || isOtherKind ? [fault('contrary', text)] : [];
}

const NO_NAME = /^(?:do|có|là|được|họp|của|và|gồm|phải|không|này|trong|để|đã|sẽ|vào|cho|theo|tại|khi|đối|\d.*)$/u;

/** «hội đồng kỷ luật», as its kind and what it is told by; «hội đồng do …» names none. */
function kindsIn(words: string): readonly (readonly [kind: string, name: string])[] {
  return [...words.matchAll(KINDS)].flatMap(({ 0: head, index }) => {
    const name = words
      .slice(index + head.length)
      .split(' ')
      .slice(0, 2);
    return NO_NAME.test(name[0] ?? '') ? [] : [[head.trim(), name.join(' ')] as const];
  });
}

/** «cơ sở giáo dục» is no «sở giáo dục». */
function apart(words: string): string {
  return words.replaceAll(' cơ sở ', ' cơ-sở ');
}

function holdsOne(words: string, among: readonly string[]): boolean {
  return among.some((phrase) => holdsPhrase(words, phrase));
}

/** A statement that holds under a condition, said without it. */
function unconditioned(text: string, clauses: readonly Clause[], units: readonly SourceUnit[]): Fault[] {
  const held = new Set(contentWords(text));
  const kept = text.search(CONDITIONS) >= 0 ? CONDITION_KEPT.named : CONDITION_KEPT.unnamed;
  const share = (words: readonly string[]) => words.filter((word) => held.has(word)).length / Math.max(1, words.length);
  const figures = clauses.flatMap((clause) => clause.figures);
  const drops = ({ words, labels, main }: Condition, least: number) => {
    if (share(main) < least) return false;
    const isLabelled = labels.some((label) => figures.some((figure) => vouches(label, figure)));
    if (labels.length > 0 && !isLabelled) return true;
    const telling = words.filter((word) => !main.includes(word) && !isRetelling(word));
    return telling.length > 0 && share(telling) < kept;
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
    statements.some(({ alike }) =>
      alike.every(({ conditions }) => conditions.some((condition) => drops(condition, SAYS_MAIN))),
    ) || units.some((unit) => unit.conditions.some((one) => drops(one, 1) && isFromThere(unit, one)));
  return isDropped ? [fault('condition', text)] : [];
}
