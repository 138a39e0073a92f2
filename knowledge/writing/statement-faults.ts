import { alikeBehind, deedsIn } from './agents.ts';
import type { Condition } from './conditions.ts';
import {
  ACTORS,
  CHOICES,
  CONDITIONS,
  CONTRARIES,
  DUTIES,
  KINDS,
  LEVELS,
  NO_DENIALS,
  NO_SCOPES,
  QUALIFIERS,
  SCOPES,
  TO_CITIZEN,
} from './cue-words.ts';
import { denialsIn, deniesAlike, leavesOut } from './denials.ts';
import { type Fault, fault } from './fault.ts';
import { vouches } from './figures.ts';
import { contentWords, holdsPhrase, isRetelling } from './plain-words.ts';
import type { SourceFacts, SourceUnit } from './source-units.ts';
import { type Clause, overlap, type Statement } from './statement.ts';

/** A statement with fewer words says too little to be turned round. */
const LEAST_WORDS = 2;
const FOLLOWS = / (?:thì|nếu) /u;
/** So many words of other statements mix two. */
const STRANGERS = 2;
/** Share of the words of the nearest statement, from which on another vouches for a denial too. */
const NEARLY = 0.85;
/** Share from which on a statement says one of the source again, of one that has not many more words. */
const SAID_AGAIN = 0.85;
const LONGER = 1.15;
/** Share of a condition's words that a sentence must hold: one that names a condition, and one that names none. */
const CONDITION_KEPT = { named: 0.4, unnamed: 0.65 };
/** Share of the words of one of several conditions, of which each is enough. */
const CHOSEN = 0.6;
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
    ...clauses.flatMap((clause) => [clause, ...clause.pieces].flatMap((said) => denied(said, clause, units))),
    ...pieces.flatMap((piece) => [...mixed(piece, units), ...unqualified(piece)]),
    // What follows from a condition is said of it in one statement.
    ...clauses.flatMap((clause) => (FOLLOWS.test(clause.spaced) ? mixed(clause, units) : [])),
    ...clauses.flatMap((clause) => clause.pieces.flatMap((piece) => turnedRound(piece, clause, units))),
    ...pieces.flatMap((piece) => rescoped(piece, facts)),
    ...clauses.flatMap((clause) => [
      ...contrary(clause, facts, clause.alike),
      ...doneByAnother(clause, units),
      ...otherwiseJoined(clause, units),
      ...miscounted(clause),
    ]),
    ...pieces.flatMap((piece) => contrary(piece, facts, sayersOf(piece, units))),
    ...unconditioned(text, clauses, units),
  ];
}

/** A statement that is said again must not oblige or allow where the source does not. */
function turnedRound(piece: Statement, clause: Clause, units: readonly SourceUnit[]): Fault[] {
  const { words, alike, text } = piece;
  if (words.length < LEAST_WORDS) return [];
  if (alike.length === 0) {
    // Nothing says it in these words, so nothing vouches for what turns it round.
    const anywhere = units.map((unit) => unit.spaced).join('');
    const loose = cuesIn(piece.spaced, DUTIES).filter((cue) => !holdsPhrase(anywhere, cue));
    return loose.map((cue) => fault('modality', cue));
  }
  const again = (unit: SourceUnit) =>
    piece.nearest >= SAID_AGAIN * words.length && unit.words.size <= LONGER * words.length;
  const here = (cues: readonly string[]) => cuesIn(piece.spaced, cues).length;
  const everywhere = (cues: readonly string[]) => alike.every((unit) => cuesIn(unit.spaced, cues).length > 0);
  const nowhere = (cues: readonly string[]) => alike.every((unit) => cuesIn(unit.spaced, cues).length === 0);
  const agrees = (cues: readonly string[]) => alike.some((unit) => cuesIn(unit.spaced, cues).length === here(cues));
  const frees = here(CHOICES) > 0;
  const binds = here(DUTIES) > 0 && !frees;
  const wrong =
    (binds && nowhere(DUTIES)) ||
    (frees && everywhere(DUTIES) && nowhere(CHOICES)) ||
    (holdsPhrase(piece.spaced, 'có thể') && nowhere(CHOICES) && !TO_CITIZEN.test(text) && !isOpen(piece, clause)) ||
    (alike.every(again) && !agrees(DUTIES) && !agrees(CHOICES));
  return wrong ? [fault('modality', text)] : [];
}

/** A statement that is said again as a whole denies as often as the source does. */
function miscounted({ words, alike, nearest, spaced: said, text }: Statement): Fault[] {
  const again = alike.filter(
    (unit) => nearest >= SAID_AGAIN * words.length && unit.wordsOutside.size <= LONGER * words.length,
  );
  const here = denialsIn(said).length;
  const agrees = again.some((unit) =>
    [unit.spaced, unit.spacedOutside].some((words) => denialsIn(words).length === here),
  );
  return again.length === 0 || agrees ? [] : [fault('negation', text)];
}

/** «có thể» is said of what may be used, and of one of several that are listed. */
function isOpen({ spaced: said, alike }: Statement, clause: Clause): boolean {
  const isUsed = alike.some((unit) => holdsOne(unit.spaced, ['được sử dụng', 'được dùng']));
  const isListed = alike.some((unit) => unit.above.size > 0) && clause.spaced.includes(' hoặc ');
  return isListed || (isUsed && holdsOne(said, ['có thể dùng', 'có thể sử dụng', 'có thể được dùng']));
}

/** What a statement denies the source must deny, and what the source denies must not be said without it. */
function denied(piece: Statement, clause: Clause, units: readonly SourceUnit[]): Fault[] {
  const { words, alike, text, nearest } = piece;
  if (words.length < LEAST_WORDS) return [];
  const here = denialsIn(piece.spaced);
  const near = units.filter((unit) => overlap(words, unit) >= NEARLY * nearest);
  const among = alike.length > 0 ? near : units;
  const loose = here.filter(
    (denial) => !among.some((unit) => denialsIn(unit.spaced).some((there) => deniesAlike(there, denial))),
  );
  const said = new Set(contentWords(text));
  const around = denialsIn(clause.spaced);
  const isLeftOut = (unit: SourceUnit) => {
    const all = denialsIn(unit.spaced);
    return all.some(
      (there) => leavesOut(there, said, unit.content, all) && !around.some((denial) => deniesAlike(there, denial)),
    );
  };
  return loose.length > 0 || (alike.length > 0 && alike.every(isLeftOut)) ? [fault('negation', text)] : [];
}

/** Words of one statement told of what another statement is about. */
function mixed({ words, text, nearest }: Statement, units: readonly SourceUnit[]): Fault[] {
  const held = (unit: SourceUnit) => words.filter((word) => unit.words.has(word) || unit.above.has(word)).length;
  const near = units.filter((unit) => held(unit) >= NEARLY * nearest);
  const strangers = near.map((unit) => {
    const together = ofOneList(unit, units);
    const others = units.filter((other) => !together.includes(other));
    return words.filter(
      (word) =>
        !isRetelling(word) &&
        !unit.above.has(word) &&
        !together.some((one) => one.words.has(word)) &&
        others.some((other) => other.words.has(word)),
    );
  });
  const fewest = Math.min(...strangers.map((those) => those.length));
  return near.length > 0 && fewest >= STRANGERS ? [fault('unsupported', text)] : [];
}

/** A statement with the other items of its list. */
function ofOneList(unit: SourceUnit, units: readonly SourceUnit[]): readonly SourceUnit[] {
  return unit.list === null ? [unit] : units.filter(({ list }) => list === unit.list);
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

const JOINED = /(?<= )(\S+) (và|hoặc) (?=(\S+) )/gu;

/** «cha và mẹ» where the source says «cha hoặc mẹ». */
function otherwiseJoined({ spaced: said, text, words, nearest }: Statement, units: readonly SourceUnit[]): Fault[] {
  const near = units.filter((unit) => overlap(words, unit) >= NEARLY * nearest);
  const isOther = [...said.matchAll(JOINED)].some(([, left, how, right]) => {
    const joined = (by: string) => near.some((unit) => holdsPhrase(unit.spaced, `${left} ${by} ${right}`));
    return joined(how === 'và' ? 'hoặc' : 'và') && !joined(how ?? '');
  });
  return isOther ? [fault('contrary', text)] : [];
}

/** What says a statement again: of what it denies, the nearest that denies it too. */
function sayersOf({ spaced: said, words, alike, nearest }: Statement, units: readonly SourceUnit[]) {
  const here = denialsIn(said);
  if (here.length === 0) return alike;
  const near = units.filter((unit) => overlap(words, unit) >= NEARLY * nearest);
  const denying = near.filter((unit) =>
    here.every((denial) => denialsIn(unit.spaced).some((there) => deniesAlike(there, denial))),
  );
  return alike.length === 0 || denying.length === 0 ? alike : denying;
}

/** What one body does, told of another. */
function doneByAnother({ spaced: said, words, text }: Clause, units: readonly SourceUnit[]): Fault[] {
  const isWrong = deedsIn(said).some((here) => {
    if (here.agent === null) return false;
    const others = new Set(words.filter((word) => !here.agent?.split(' ').includes(word)));
    const scored = units.flatMap((unit) =>
      deedsIn(unit.spaced)
        .filter(({ deed }) => deed === here.deed)
        .map((there) => ({
          agent: there.agent,
          score: alikeBehind(here, there) * words.length + overlap([...others], unit),
        })),
    );
    const best = Math.max(0, ...scored.map(({ score }) => score));
    const agents = scored.filter(({ score }) => score === best).flatMap(({ agent }) => agent ?? []);
    return agents.length > 0 && !agents.includes(here.agent);
  });
  return isWrong ? [fault('contrary', text)] : [];
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
function contrary(
  { spaced: said, text, words }: Statement,
  facts: readonly SourceFacts[],
  alike: readonly SourceUnit[],
): Fault[] {
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
  const units = facts.flatMap((one) => one.units);
  const isOtherActor = ACTORS.some(
    (actor) =>
      holdsOne(apart(said), actor) &&
      alike.every((unit) => ofOneList(unit, units).every((one) => !holdsOne(apart(one.spaced), actor))),
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
  const isOtherLevel = LEVELS.some(
    (level) => holdsOne(said, level) && !facts.some((one) => holdsOne(one.spaced, level)),
  );
  return isOther || isOtherActor || isOtherKind || isOtherLevel ? [fault('contrary', text)] : [];
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

/** Says all that an exception leaves. */
const THE_OTHERS = /(?<!\p{L})(?:còn lại|khác)(?!\p{L})/iu;
/** «… do hiệu trưởng cấp» says who does it, and not for whom. */
const ONLY_WHO = /\sdo\s[^,;]{3,60}\s(?:cấp|thành lập|ban hành|tổ chức|quy định)(?:\sạ)?[.\s]*$/iu;

/** A statement that holds under a condition, said without it. */
function unconditioned(text: string, clauses: readonly Clause[], units: readonly SourceUnit[]): Fault[] {
  if (ONLY_WHO.test(text)) return [];
  const held = new Set(contentWords(text));
  const kept = text.search(CONDITIONS) >= 0 ? CONDITION_KEPT.named : CONDITION_KEPT.unnamed;
  const share = (words: readonly string[]) => words.filter((word) => held.has(word)).length / Math.max(1, words.length);
  const figures = clauses.flatMap((clause) => clause.figures);
  const drops = ({ words, choices, labels, main, isException }: Condition, least: number) => {
    if (share(main) < least || (isException && THE_OTHERS.test(text))) return false;
    const isLabelled = labels.some((label) => figures.some((figure) => vouches(label, figure)));
    if (labels.length > 0 && !isLabelled) return true;
    const telling = words.filter((word) => !main.includes(word) && !isRetelling(word));
    const isChosen = choices.length > 1 && choices.some((choice) => share(choice) >= CHOSEN);
    return telling.length > 0 && !isChosen && share(telling) < kept;
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
