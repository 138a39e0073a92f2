import { bearersOf, isThing } from './bearers.ts';
import { CHOICES, DUTIES, GRANTS, NO_DENIALS, TO_CITIZEN } from './cue-words.ts';
import { type Denial, denialsIn, deniesAlike, leavesOut } from './denials.ts';
import { type Fault, fault } from './fault.ts';
import { includedAgainst } from './inclusions.ts';
import { contentWords, holdsOne, holdsPhrase, spaced } from './plain-words.ts';
import type { SourceUnit } from './source-units.ts';
import { type Clause, isSaidInPieces, nearly, type Statement } from './statement.ts';

/** A statement with fewer words says too little to be turned round. */
const LEAST_WORDS = 2;
/** Share from which on a statement says one of the source again, of one that has not many more words. */
const SAID_AGAIN = 0.85;
const LONGER = 1.15;

const ONLY_THEN = / phải .* mới được | (?:để được|để|muốn được|muốn) .* phải /u;

/** What a clause denies, obliges to or allows and its sources do not, or the other way round. */
export function bindingFaults(clause: Clause, units: readonly SourceUnit[]): Fault[] {
  return [
    ...[clause, ...clause.pieces].flatMap((said) => denied(said, clause, units)),
    ...clause.pieces.flatMap((piece) => turnedRound(piece, clause, units)),
    ...miscounted(clause),
    ...clause.pieces.flatMap(includedAgainst),
  ];
}

/** Oblige more than «phải», which an answer says of whatever a text lays down. */
const FORMAL_DUTIES = DUTIES.filter((cue) => cue !== 'phải');

const TO_BE_ENSURED = ['bảo đảm', 'đảm bảo', 'yêu cầu'];

/** «bảo đảm kịp thời», «đạt từ 50% trở lên»: what is asked for without a word that obliges. */
function requires({ spaced: there, bounds }: SourceUnit): boolean {
  return holdsOne(there, TO_BE_ENSURED) || [...bounds.values()].some((bound) => bound === 'least' || bound === 'most');
}

/** Whether what stands under the same address grants something. */
function grantsBeside({ address }: SourceUnit, units: readonly SourceUnit[]): boolean {
  return units.some((unit) => unit.address === address && holdsPhrase(unit.spaced, 'được'));
}

/** Whether a statement grants something to somebody, or denies it; what it holds under does neither. */
function grants({ bearers: { told } }: SourceUnit): boolean {
  return holdsOne(told, GRANTS);
}

const TO_BE_DONE = / phải được (\S+ \S+) /u;

/** «Tài chính … phải được quản lý» where the source says «được quản lý», which grants a thing nothing. */
function isToBeDone({ spaced: said, text }: Statement, { spaced: there }: SourceUnit): boolean {
  const [, done] = TO_BE_DONE.exec(said) ?? [];
  return done !== undefined && isThing(bearersOf(text)) && there.includes(` được ${done} `);
}

const CHARGES = ['nghĩa vụ', 'nhiệm vụ', 'trách nhiệm'];

/** Whether what leads up to a statement speaks of duties, and of nothing that is granted. */
function charges({ text }: SourceUnit): boolean {
  const [lead = '', item] = text.split(': ');
  const words = spaced(lead);
  // Of duties and rights in one list, what is granted begins with «được».
  const isGranted = holdsPhrase(words, 'quyền') && (!holdsPhrase(words, 'nhiệm vụ') || /^\s*được\s/iu.test(item ?? ''));
  return item !== undefined && holdsOne(words, CHARGES) && !isGranted;
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
  // «phải … mới được» says of «nếu … thì được» what is needed, and obliges nobody.
  const isNeeded =
    ONLY_THEN.test(piece.spaced) && alike.some((unit) => unit.conditions.length > 0 || grantsBeside(unit, units));
  const leavesChoice = ({ spaced: there }: SourceUnit) => there.includes(' hoặc ') && !clause.spaced.includes(' hoặc ');
  // What an official text says to be done is to be done, where it grants nothing and leaves no choice.
  const saysOnlyMust = !holdsOne(piece.spaced, FORMAL_DUTIES);
  const isDuty = alike.every(
    (unit) =>
      (saysOnlyMust || piece.nearest >= SAID_AGAIN * words.length || requires(unit)) &&
      !grants(unit) &&
      !leavesChoice(unit),
  );
  // «có các nghĩa vụ sau đây:» charges with every item of its list.
  const isCharged = alike.some(charges);
  const isSaidOfWhole = clause.alike.some(
    (unit) => cuesIn(unit.spaced, DUTIES).length > 0 || (requires(unit) && !grants(unit) && !leavesChoice(unit)),
  );
  const isManaged = alike.some((unit) => isToBeDone(piece, unit));
  const binds = here(DUTIES) > 0 && !frees && !isNeeded && !isSaidOfWhole && !isManaged;
  const wrong =
    (binds && nowhere(DUTIES) && !isDuty && !isCharged) ||
    (frees && everywhere(DUTIES) && nowhere(CHOICES)) ||
    (holdsPhrase(piece.spaced, 'có thể') && nowhere(CHOICES) && !TO_CITIZEN.test(text) && !isOpen(piece, clause)) ||
    (alike.every(again) && !agrees(DUTIES) && !agrees(CHOICES)) ||
    alike.every((unit) => freesFrom(piece.spaced, unit.spaced));
  return wrong ? [fault('modality', text)] : [];
}

/** «có thể» where the source says «có trách nhiệm»; a choice that both name frees nobody from it. */
function freesFrom(said: string, there: string): boolean {
  const frees = cuesIn(said, CHOICES).some((cue) => !holdsPhrase(there, cue));
  return frees && cuesIn(there, DUTIES).length > 0 && cuesIn(said, DUTIES).length === 0;
}

/** A statement that is said again as a whole denies as often as the source does. */
function miscounted({ words, alike, nearest, spaced: said, text }: Statement): Fault[] {
  const again = alike.filter(
    (unit) => nearest >= SAID_AGAIN * words.length && unit.wordsOutside.size <= LONGER * words.length,
  );
  const here = timesDenied(denialsIn(said));
  const content = contentWords(text);
  const agrees = again.some(({ denials, spaced: there, spacedOutside }) => {
    const times = timesDenied(denials);
    return (
      times === here ||
      denials.length === here ||
      [there, spacedOutside].some((words) => denialsIn(words).length === here) ||
      // What else it denies may be left unsaid.
      (times > here && timesDenied(denials.filter((denial) => !isUnsaid(denial, content))) <= here)
    );
  });
  return again.length === 0 || agrees ? [] : [fault('negation', text)];
}

function isUnsaid({ denied, isFromAbove }: Denial, words: readonly string[]): boolean {
  return !isFromAbove && denied.length > 0 && denied.some((word) => !words.includes(word));
}

/** How many different things are denied: a list and its items may exempt from the same. */
function timesDenied(denials: readonly Denial[]): number {
  return new Set(denials.map(({ cue, denied }) => `${cue} ${denied.slice(0, 2).join(' ')}`)).size;
}

/** Lead up to ways in which something is done, of which each is one. */
const WAYS = ['cách thức', 'hình thức', 'phương thức'];

/** «có thể» is said of what may be used, and of one of several that are listed. */
function isOpen({ spaced: said, alike }: Statement, clause: Clause): boolean {
  const isUsed = alike.some((unit) => holdsOne(unit.spaced, ['được sử dụng', 'được dùng']));
  const isWay = alike.some((unit) => holdsOne(unit.spaced, WAYS));
  const isListed = alike.some((unit) => unit.above.size > 0) && clause.spaced.includes(' hoặc ');
  const isChoice = clause.spaced.includes(' hoặc ') && alike.some((unit) => unit.spaced.includes(' hoặc '));
  return (
    isWay || isListed || isChoice || (isUsed && holdsOne(said, ['có thể dùng', 'có thể sử dụng', 'có thể được dùng']))
  );
}

/** «Đối tượng được miễn học phí» heads the list of those who are exempt. */
function isHeaded(denial: Denial, { headed }: SourceUnit): boolean {
  return headed.some((there) => there.cue === denial.cue && deniesAlike(there, denial));
}

/** Grants something itself. */
const OWN_GRANT = /^(?: \S+){0,12}? (?:(?<!(?:không|chưa|mà|để|đã) )được|có thể) (?!\S+ không )/u;

/** What a statement denies the source must deny, and what the source denies must not be said without it. */
function denied(piece: Statement, clause: Clause, units: readonly SourceUnit[]): Fault[] {
  const { words, alike, text } = piece;
  if (words.length < LEAST_WORDS) return [];
  const here = denialsIn(piece.spaced);
  const near = nearly(piece, units);
  const among = alike.length > 0 ? near : units;
  // What one of its pieces denies is compared with what says that piece.
  const loose = (piece === clause && isSaidInPieces(clause) ? [] : here).filter(
    (denial) =>
      !among.some((unit) => isHeaded(denial, unit) || unit.denials.some((there) => deniesAlike(there, denial))),
  );
  const said = new Set(contentWords(text));
  // «…, nhưng được sử dụng …» is denied by nothing that stands before it.
  const around = OWN_GRANT.test(piece.spaced) ? here : denialsIn(clause.spaced);
  const isLeftOut = (unit: SourceUnit) => {
    const all = unit.denials;
    return all.some(
      (there) => leavesOut(there, said, unit.content, all) && !around.some((denial) => deniesAlike(there, denial)),
    );
  };
  return loose.length > 0 || (alike.length > 0 && alike.every(isLeftOut)) ? [fault('negation', text)] : [];
}

/** «không phải do kỷ luật» tells what something is not, and frees nobody. */
const IS_NOT = / không phải (?=(?:do|là|vì|của|tại|ở|thuộc|từ) )/gu;

/** Every place at which a cue stands. */
function cuesIn(words: string, cues: readonly string[]): readonly string[] {
  if (!holdsOne(words, cues)) return [];
  const without = NO_DENIALS.reduce((rest, phrase) => rest.replaceAll(` ${phrase} `, ' ¦ '), words).replace(
    IS_NOT,
    ' ',
  );
  return cues.flatMap((cue) => Array.from({ length: without.split(` ${cue} `).length - 1 }, () => cue));
}
