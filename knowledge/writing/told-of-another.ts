import { alikeBehind, deedsIn, isCalled, isNameless } from './agents.ts';
import { bearersOf, rowsIn } from './bearers.ts';
import { ACTORS, AGENTS, CONSENTS, CONTRARIES, DOERS, KINDS, LEVELS } from './cue-words.ts';
import { denialsIn, deniesAlike } from './denials.ts';
import { type Fault, fault } from './fault.ts';
import { holdsOne, holdsPhrase, isRetelling, parted } from './plain-words.ts';
import type { SourceFacts, SourceUnit } from './source-units.ts';
import {
  type Clause,
  isQuoted,
  isSaidInPieces,
  labelled,
  NEARLY_AS_MANY,
  nearly,
  overlap,
  type Statement,
  sayersWithout,
  statementsIn,
} from './statement.ts';

/** A statement with fewer words says too little to be told of another. */
const LEAST_WORDS = 2;
/** So many words of other statements mix two. */
const STRANGERS = 2;
/** What follows from a condition is said of it in one statement. */
const FOLLOWS = / (?:thì|nếu) /u;

/** Where a clause tells of one body, level, place or group what its sources tell of another. */
export function toldOfAnother(clause: Clause, units: readonly SourceUnit[], facts: readonly SourceFacts[]): Fault[] {
  const { pieces } = clause;
  return [
    ...(FOLLOWS.test(clause.spaced) ? [clause, ...pieces] : pieces).flatMap((said) => mixed(said, units)),
    // «… 2 tiết, còn … 4 tiết» makes two statements, each of which is compared by itself.
    ...(isSaidInPieces(clause) ? [] : contrary(clause, facts, clause.alike)),
    ...pieces.flatMap((piece) => contrary(piece, facts, sayersOf(piece, units))),
    ...doneByAnother(clause, units),
    ...consented(clause, units),
    ...otherwiseJoined(clause, units),
  ];
}

/** Words of one statement told of what another statement is about. */
function mixed({ words, figures, text, nearest }: Statement, units: readonly SourceUnit[]): Fault[] {
  const held = (unit: SourceUnit) =>
    words.filter((word) => unit.words.has(word) || unit.above.has(word)).length + labelled(figures, unit);
  const near = units.filter((unit) => held(unit) >= NEARLY_AS_MANY * nearest);
  const strangers = near.map((unit) => {
    const together = besides(unit, units);
    const others = units.filter((other) => !together.includes(other));
    return words.filter(
      (word) =>
        !isRetelling(word) &&
        !unit.above.has(word) &&
        !(figures.length > 0 && (unit.titled.has(word) || unit.under.has(word))) &&
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

/** A statement with the other items of its list, and with what stands beside it under one address. */
function besides(unit: SourceUnit, units: readonly SourceUnit[]): readonly SourceUnit[] {
  return [...ofOneList(unit, units), ...units.filter(({ address }) => address === unit.address)];
}

const LOOSENED = /(?<= )(\S+) hoặc (?:của |cho |với |do |là |có )?(\S+)(?= )/gu;
const JOINED = /(?<= )(\S+) (và|hoặc) (?=(\S+) )/gu;

/** «cha và mẹ» where the source says «cha hoặc mẹ». */
function otherwiseJoined(clause: Statement, units: readonly SourceUnit[]): Fault[] {
  const { spaced: said, text } = clause;
  const near = nearly(clause, units);
  const isOther = [...said.matchAll(JOINED)].some(([, left, how, right]) => {
    const joined = (by: string) => near.some((unit) => holdsPhrase(unit.spaced, `${left} ${by} ${right}`));
    return joined(how === 'và' ? 'hoặc' : 'và') && !joined(how ?? '');
  });
  // «… của đơn vị hoặc của cá nhân» where all that says so joins them by «và».
  const isLoosened = [...said.matchAll(LOOSENED)].some(
    ([, left, right]) =>
      near.some((unit) => new RegExp(` ${left} (?:và|lẫn) (?:\\S+ ){0,2}${right} `, 'u').test(unit.spaced)) &&
      near.every((unit) => !unit.spaced.includes(' hoặc ')),
  );
  return isOther || isLoosened ? [fault('contrary', text)] : [];
}

/** What says a statement again: of what it denies, the nearest that denies it too. */
function sayersOf(piece: Statement, units: readonly SourceUnit[]): readonly SourceUnit[] {
  const { spaced: said, alike } = piece;
  const here = denialsIn(said);
  if (here.length === 0) return alike;
  const near = nearly(piece, units);
  const denying = near.filter((unit) =>
    here.every((denial) => unit.denials.some((there) => deniesAlike(there, denial))),
  );
  return alike.length === 0 || denying.length === 0 ? alike : denying;
}

/** «phải được … đồng ý» of what is made known alone. */
function consented(clause: Clause, units: readonly SourceUnit[]): Fault[] {
  const said = CONSENTS.filter((consent) => holdsPhrase(clause.spaced, consent));
  if (said.length === 0) return [];
  const near = statementsIn(clause).flatMap((one) => nearly(one, units));
  const isTold = (consent: string) =>
    near.some(({ spaced, above }) => holdsPhrase(spaced, consent) || isAmong(consent, above));
  return said.every(isTold) ? [] : [fault('contrary', clause.text)];
}

/** What one body does, told of another. */
function doneByAnother(clause: Clause, units: readonly SourceUnit[]): Fault[] {
  const { spaced: said, words, text } = clause;
  if (isQuoted(clause, units)) return [];
  const isWrong = deedsIn(said).some((here) => {
    if (here.agent === null) return false;
    // «cấp bằng» where the source says «cấp giấy» alone.
    if (!units.some((unit) => holdsPhrase(unit.spaced, here.deed))) return true;
    const others = new Set(words.filter((word) => !here.agent?.split(' ').includes(word)));
    const scored = units.flatMap((unit) =>
      unit.deeds
        .filter(({ deed }) => deed === here.deed)
        .map((there) => ({
          unit,
          agent: there.agent,
          score: alikeBehind(here, there) * words.length + overlap([...others], unit),
        })),
    );
    const best = Math.max(0, ...scored.map(({ score }) => score));
    const nearest = scored.filter(({ score }) => score === best);
    const agents = nearest.flatMap(({ agent }) => agent ?? []);
    // «Sở … hoặc Bộ … theo thẩm quyền gửi …»: either does it.
    const isEither = nearest.some(({ unit }) => unit.spaced.includes(` ${here.agent} hoặc `));
    return agents.length > 0 && !isEither && !agents.some((agent) => isCalled(agent, here.agent ?? ''));
  });
  return isWrong ? [fault('contrary', text)] : [];
}

/** One of a group where the source says another of it. */
function contrary(statement: Statement, facts: readonly SourceFacts[], alike: readonly SourceUnit[]): Fault[] {
  const { spaced: said, text, words } = statement;
  if (alike.length === 0 || words.length < LEAST_WORDS) return [];
  const here = apart(said);
  const begins = apart(bearersOf(text).beginning);
  const units = facts.flatMap((one) => one.units);
  const nearest = nearly(statement, units);
  // What tells of both is compared piece by piece, where the sources tell of both.
  const saidWhole = whole(said);
  const alikeWhole = alike.map((unit) => whole(unit.spaced));
  const saysBoth = (member: readonly string[], other: readonly string[]) =>
    holdsOne(saidWhole, other) &&
    !areJoined(saidWhole, member, other) &&
    nearest.some((unit) => holdsOne(whole(unit.spaced), member));
  const spokenOf = CONTRARIES.filter((group) => group.some((member) => holdsOne(saidWhole, member)));
  const isOther = alikeWhole.every((there) =>
    spokenOf.some((group) =>
      group.some(
        (member) =>
          holdsOne(saidWhole, member) &&
          !holdsOne(there, member) &&
          group.some((other) => other !== member && holdsOne(there, other) && !saysBoth(member, other)),
      ),
    ),
  );
  const isOtherActor = ACTORS.some(
    (actor) =>
      holdsOne(here, actor) &&
      alike.every((unit) => ofOneList(unit, units).every((one) => !holdsOne(apart(one.spaced), actor))),
  );
  const isSaid = isQuoted({ spaced: said }, units);
  const isOtherDoer =
    !isSaid &&
    DOERS.some(
      (doers) => holdsOne(begins, doers.names) && alike.every((unit) => isDoneByOthers(doers, besides(unit, units))),
    );
  const isDoneByOther =
    !isSaid &&
    doneBy(here).some((doer) => {
      const isByOther = (unit: SourceUnit) => {
        const there = doneBy(apart(unit.spaced));
        return !turnsRound(said, unit) && there.length > 0 && there.every(({ name }) => name !== doer.name);
      };
      const sayers = sayersWithout(statement, doer.words, units);
      return alike.every(isByOther) || (sayers.length > 0 && sayers.every(isByOther));
    });
  // Only what a source names is told from others of its kind.
  const named = kindsIn(parted(text)).filter((kind) => facts.some((one) => holdsPhrase(one.spaced, kind.join(' '))));
  const isOtherKind = named.some((kind) =>
    alike.every((unit) => {
      const there = kindsIn(unit.parted);
      const [head = ''] = kind;
      return (
        there.some(([other]) => other === head) && !there.some(([other, name]) => other === head && name === kind[1])
      );
    }),
  );
  const isOtherLevel = LEVELS.some(
    (level) => holdsOne(said, level) && !facts.some((one) => holdsOne(one.spaced, level)),
  );
  return isOther || isOtherActor || isOtherDoer || isDoneByOther || isOtherKind || isOtherLevel
    ? [fault('contrary', text)]
    : [];
}

/** By one school or another, whatever a text calls it. */
const BY_SCHOOL = / do (?:nhà trường|cơ[- ]sở giáo dục) /gu;
const SCHOOL_WORDS = ['nhà', 'cơ', 'sở', 'giáo', 'dục'];
const DONE_BY = /(?<= do )(\S+) ((?:\S+ ){1,4})/gu;

/** «xét tuyển hoặc thi tuyển»: one statement must say both. */
function areJoined(said: string, member: readonly string[], other: readonly string[]): boolean {
  return member.some((one) =>
    other.some((two) =>
      JOINING.some((how) => said.includes(` ${one}${how}${two} `) || said.includes(` ${two}${how}${one} `)),
    ),
  );
}

const JOINING = [' hoặc ', ' và '];

/** Whether statements name who does something, and none of those. */
function isDoneByOthers({ names, meant }: (typeof DOERS)[number], there: readonly SourceUnit[]): boolean {
  const isNamed = there.some(({ spaced, above }) =>
    AGENTS.some((row) => holdsOne(spaced, row) || row.some((name) => isAmong(name, above))),
  );
  const isMeant = there.some(
    ({ spaced, above, bearers }) =>
      holdsOne(apart(spaced), names) ||
      holdsOne(apart(bearers.beginning), meant) ||
      names.some((name) => isAmong(name, above)),
  );
  return isNamed && !isMeant;
}

const isAmong = (name: string, words: ReadonlySet<string>) => name.split(' ').every((word) => words.has(word));

const PASSIVELY = / do ((?:\S+ ){4})/u;

/** «… do Chủ tịch … quyết định» of «Chủ tịch … quyết định …»; whoever is only listed there does nothing. */
function turnsRound(said: string, { parted: there }: SourceUnit): boolean {
  const [, active] = PASSIVELY.exec(said.replace(BY_SCHOOL, ' do trường ')) ?? [];
  if (active === undefined) return false;
  const [, behind] = there.replace(` do ${active}`, ' ').split(` ${active}`);
  return behind !== undefined && !/^(?:$|¦|và |hoặc )/u.test(behind);
}

/** By whom something is done, by the first word of their name: «do sở giáo dục và đào tạo quản lý». */
function doneBy(words: string): readonly { readonly name: string; readonly words: ReadonlySet<string> }[] {
  return [...words.replace(BY_SCHOOL, ' do trường ').matchAll(DONE_BY)].map(([, name = '', behind = '']) => ({
    name,
    words: new Set([
      name,
      ...(name === 'trường' ? SCHOOL_WORDS : []),
      ...behind
        .trim()
        .split(' ')
        .slice(0, rowsIn(` ${name} ${behind}`).length > 0 ? 4 : 1),
    ]),
  }));
}

/** «hội đồng kỷ luật», as its kind and what it is told by; «hội đồng do …» names none. */
function kindsIn(words: string): readonly (readonly [kind: string, name: string])[] {
  return [...words.matchAll(KINDS)].flatMap(({ 0: head, index }) => {
    const behind = words.slice(index + head.length);
    if (isNameless(behind)) return [];
    const [first = '', second = ''] = behind.split(' ');
    // «hội đồng trường họp …» is told by one word.
    return [[head.trim(), isNameless(`${second} `) ? first : `${first} ${second}`] as const];
  });
}

/** «cơ sở giáo dục» is no «sở giáo dục», «phó hiệu trưởng» no «hiệu trưởng», «ngoài công lập» not «công lập». */
function apart(words: string): string {
  return whole(words.replaceAll(' cơ sở ', ' cơ-sở '));
}

function whole(words: string): string {
  return words
    .replaceAll(' ngoài công lập ', ' ngoài-công-lập ')
    .replaceAll(' phó hiệu trưởng ', ' phó-hiệu-trưởng ')
    .replaceAll(' phó chủ tịch ', ' phó-chủ-tịch ');
}
