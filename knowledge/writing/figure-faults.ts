import { areSame, bearersOf, isThing } from './bearers.ts';
import { eventsIn, isSameEvent } from './events.ts';
import { type Fault, fault } from './fault.ts';
import { boundsOf, saysBound, staysWithin } from './figure-bounds.ts';
import { type Figure, isRival, isUnit, readFigures, vouches } from './figures.ts';
import { type Level, levelsIn } from './levels.ts';
import { holdsPhrase } from './plain-words.ts';
import { areOfOtherRank } from './ranks.ts';
import type { SourceUnit } from './source-units.ts';
import {
  type Clause,
  closest,
  isAddress,
  labelled,
  labelsIn,
  overlap,
  rowsHeld,
  rowsOf,
  type Statement,
} from './statement.ts';

/** Share from which on a statement says one of the source again. */
const SAID_AGAIN = 0.85;
/** What a sum is paid for: «/tháng», «mỗi ngày». */
const PERIOD =
  /(?:\/\s?|(?<!\p{L})(?:mỗi|một|0?1|hằng|hàng|theo|cả|trọn)\s+)(ngày|tháng|năm học|năm|tuần|giờ|tiết|buổi|học kỳ|kỳ thi|kỳ|cấp học|khóa học)(?!\p{L})/gu;

const PAID_UNITS: ReadonlySet<string> = new Set(['đồng', 'kg']);

/** What figures say that the source does not: of something else, for another time, another way round, elsewhere. */
export function figureFaults(text: string, clauses: readonly Clause[], units: readonly SourceUnit[]): Fault[] {
  return [
    ...clauses.flatMap((clause) => [
      ...(tellsAlone(clause) ? [] : misattributed(clause, units, false)),
      ...(clause.pieces.length > 1
        ? clause.pieces.flatMap((piece) => misattributed(piece, units, true))
        : misattributed(clause, units, true)),
      ...misbounded(text, clause, units),
      ...mistimed(clause, units),
      ...mispriced(clause, units),
      ...paidForAnother(clause, units),
      ...otherwiseCounted(clause, units),
      ...otherwiseOften(clause),
      ...otherReference(clause),
    ]),
    ...misplaced(text, clauses),
  ];
}

/** A piece with so many words says by itself what its figures belong to. */
const TELLING = 6;

/** Whether each piece of a clause that holds a figure says what it belongs to. */
function tellsAlone({ pieces }: Clause): boolean {
  return (
    pieces.length > 1 &&
    pieces.every(({ figures, words, alike }) => figures.length === 0 || (words.length >= TELLING && alike.length > 0))
  );
}

/**
 * A figure must stand with the words that it stands with in the source: nearer than any other figure of its kind.
 * @param isPiece whether the words are one statement, which must not be said elsewhere either
 */
function misattributed(statement: Statement, units: readonly SourceUnit[], isPiece: boolean): Fault[] {
  const { words, figures, text } = statement;
  if (words.length === 0) return [];
  const bearers = bearersOf(text);
  const levels = levelsIn(text);
  const rows = rowsOf(text);
  return figures.flatMap((written) => {
    const others = figures.filter((figure) => figure !== written && figure.kind !== 'reference');
    const best = (among: readonly SourceUnit[]) =>
      Math.max(0, ...among.map((unit) => overlap(words, unit) + labelled(figures, unit) + unitHolds(unit, others)));
    if (written.kind === 'reference') return [];
    const own = unitsWith(written, units);
    if (own.length === 0)
      return isOtherDay(written, statement) || isOtherNumber(written, statement) ? [fault('attribution', text)] : [];
    // Rows of one table may hold the same words in another order.
    const pairs = (among: readonly SourceUnit[]) => Math.max(0, ...among.map((unit) => rowsHeld(rows, unit)));
    const rivals = units.filter(
      (unit) => !own.includes(unit) && unit.figures.some((figure) => isRival(figure, written)),
    );
    const here = best(own);
    const saidElsewhere =
      isPiece &&
      statement.nearest >= SAID_AGAIN * (words.length + labelsIn(figures)) &&
      Math.max(...own.map((unit) => saidAround(words, unit) + labelled(figures, unit))) < statement.nearest;
    const tooOften = own.every((unit) => times(figures, written) > times(unit.figures, written));
    // Of two that hold the same words that is meant which is done by whoever the sentence says, and not to a thing.
    const isDone = (unit: SourceUnit) => best([unit]) === here && areSame(bearers, unit.bearers);
    const isToThing = (unit: SourceUnit) => best([unit]) < here || isThing(unit.bearers);
    const isNearer =
      best(rivals) > here ||
      (best(rivals) === here && (pairs(rivals) > pairs(own) || (rivals.some(isDone) && own.every(isToThing))));
    const isOfOther = areOfOtherLevel(levels, own) && rivals.length > 0 && !areOfOtherLevel(levels, rivals);
    const isOfOtherRank =
      areOfOtherRank(statement.spaced, nearestOf(statement, own)) && !areOfOtherRank(statement.spaced, rivals);
    return isNearer || saidElsewhere || tooOften || isOfOther || isOfOtherRank ? [fault('attribution', text)] : [];
  });
}

/** How many of the words a statement holds together with its title, its headings and what it is listed under. */
function saidAround(words: readonly string[], { words: held, above, under, titled }: SourceUnit): number {
  return words.filter((word) => [held, above, under, titled].some((among) => among.has(word))).length;
}

/** Whether statements tell of other levels of school than the one that a sentence is about. */
function areOfOtherLevel(said: readonly Level[], units: readonly SourceUnit[]): boolean {
  const [level, ...others] = said;
  if (level === undefined || others.length > 0) return false;
  return units.every(({ levels }) => levels.length > 0 && !levels.includes(level));
}

const ISSUED = /(?<!\p{L})(?:ban hành|ký|thông qua)(?!\p{L})/iu;

/** A day that only the document bears, of what has a day of its own: «có hiệu lực từ …». */
function isOtherDay(written: Figure, { text, alike }: Statement): boolean {
  return (
    written.kind === 'date' &&
    !ISSUED.test(text) &&
    alike.length > 0 &&
    alike.every(({ figures }) => figures.some(({ kind }) => kind === 'date'))
  );
}

/** A number that only the headings hold, of what has another of its kind. */
function isOtherNumber(written: Figure, { alike }: Statement): boolean {
  return (
    written.kind === 'number' &&
    alike.length > 0 &&
    alike.every(({ figures }) => figures.some((figure) => isRival(figure, written)))
  );
}

/** A time that runs from something else than in the source. */
function mistimed(clause: Clause, units: readonly SourceUnit[]): Fault[] {
  return clause.figures.flatMap((written) => {
    if (written.kind !== 'number') return [];
    const behind = clause.text.slice(Math.max(0, clause.text.toLowerCase().indexOf(written.written)));
    const [event] = eventsIn(behind);
    // What stands behind a figure is what it counts from; else whatever the clause counts from.
    const events = event === undefined ? eventsIn(clause.text) : [event];
    if (events.length === 0) return [];
    const there = nearestOf(pieceWith(written, clause), unitsWith(written, units)).flatMap((unit) =>
      eventsIn(unit.text),
    );
    if (there.length === 0) return [];
    const isKnown = events.some((event) => there.some((other) => isSameEvent(event, other)));
    return isKnown ? [] : [fault('attribution', clause.text)];
  });
}

function unitsWith(written: Figure, units: readonly SourceUnit[]): readonly SourceUnit[] {
  return units.filter(({ figures }) => figures.some((figure) => vouches(figure, written)));
}

function unitHolds(unit: SourceUnit, figures: readonly Figure[]): number {
  return figures.filter((figure) => unit.figures.some((held) => vouches(held, figure))).length;
}

function times(figures: readonly Figure[], written: Figure): number {
  return figures.filter((figure) => vouches(figure, written)).length;
}

/** The piece that holds a figure, where a source says it; else the clause. */
function pieceWith({ written }: Figure, clause: Clause): Statement {
  return clause.pieces.find((one) => one.alike.length > 0 && one.text.toLowerCase().includes(written)) ?? clause;
}

/** «tối đa», «ít nhất», «trước», «sau»: a figure goes as far as in the source, and no further. */
function misbounded(text: string, clause: Clause, units: readonly SourceUnit[]): Fault[] {
  const bounds = boundsOf(clause.text, clause.figures);
  return clause.figures.flatMap((written) => {
    const bound = bounds.get(written);
    if (bound === undefined || written.kind === 'reference') return [];
    const own = nearestOf(pieceWith(written, clause), unitsWith(written, units));
    const agrees = own.some((unit) =>
      [...unit.bounds].some(
        ([figure, there]) =>
          vouches(figure, written) && (staysWithin(bound, there) || (bound === null && saysBound(text, there))),
      ),
    );
    const isKnown = own.some((unit) =>
      unit.figures.some((figure) => unit.bounds.has(figure) && vouches(figure, written)),
    );
    return isKnown && !agrees ? [fault('bound', clause.text)] : [];
  });
}

function nearestOf({ words, figures }: Statement, among: readonly SourceUnit[]): readonly SourceUnit[] {
  const scored = among.map((unit) => ({ unit, score: overlap(words, unit) + labelled(figures, unit) }));
  const best = Math.max(0, ...scored.map(({ score }) => score));
  return scored.filter(({ score }) => score === best).map(({ unit }) => unit);
}

/** What is paid or counted for another time than in the source: «/tháng» for «/ngày». */
function mispriced(clause: Clause, units: readonly SourceUnit[]): Fault[] {
  const periods = periodsOf(clause.text);
  if (periods.length === 0) return [];
  return clause.figures.flatMap((written) => {
    if (written.kind !== 'number') return [];
    const isPaid = PAID_UNITS.has(written.unit ?? '');
    // What is counted for no time in particular is counted for any.
    const own = nearestOf(clause, unitsWith(written, units)).filter(
      (unit) => isPaid || periodsOf(unit.text).length > 0,
    );
    if (own.length === 0) return [];
    return own.some((unit) => periods.every((period) => periodsOf(unit.text).includes(period)))
      ? []
      : [fault('figure', clause.text)];
  });
}

const TIMES = /^(?:ngày|tháng|năm|tuần|giờ|tiết|buổi|học|kỳ|cấp|khóa)(?!\p{L})/iu;
const EACH = /(?:\/|(?<!\p{L})(?:mỗi|cho mỗi|cho một|cho từng|một)\s)(\p{L}+(?:\s\p{L}+)?)/gu;

/** A sum for each of something that its source does not name: «30.000 đồng mỗi thí sinh» of «…/đề thi». */
function paidForAnother(clause: Clause, units: readonly SourceUnit[]): Fault[] {
  const paid = clause.figures.find((figure) => figure.kind === 'number' && figure.unit === 'đồng');
  if (paid === undefined) return [];
  const own = nearestOf(clause, unitsWith(paid, units)).filter(({ text }) => text.includes('/'));
  const at = clause.text.toLowerCase().indexOf(paid.written);
  const behind = at < 0 ? '' : clause.text.slice(at + paid.written.length);
  const isOther = [...behind.matchAll(EACH)].some(
    ([, each = '']) =>
      !TIMES.test(each) &&
      own.every((unit) =>
        each
          .toLowerCase()
          .split(/\s/u)
          .every((word) => !holdsPhrase(unit.spaced, word)),
      ),
  );
  return own.length > 0 && isOther ? [fault('figure', clause.text)] : [];
}

/** «ba Phiếu», «một giám khảo»: how many of what; «năm học» counts nothing. */
const COUNTED =
  /(?<= (?!(?:điều|khoản|điểm|số|ngày|tháng|mẫu|lớp|khối) )\S+ )(một|hai|ba|bốn|năm(?! học)|sáu|bảy|tám|chín|mười|0?[1-9]|1\d) (?!mươi |trăm |nghìn |triệu |phần |mẹ |rưỡi )([^ \d]+)(?= )/gu;
const VALUES: Readonly<Record<string, number>> = {
  một: 1,
  hai: 2,
  ba: 3,
  bốn: 4,
  năm: 5,
  sáu: 6,
  bảy: 7,
  tám: 8,
  chín: 9,
  mười: 10,
};

/** A school year or a share in words, of what says so of another year or another share. */
function otherReference({ figures, alike, text }: Statement): Fault[] {
  const there = closest(text, alike).map((unit) => unit.figures);
  const kinds = [isSchoolYear, isShare];
  const isOther = kinds.some((isOfKind) => {
    const said = figures.filter((figure) => figure.kind === 'reference' && isOfKind(figure));
    return (
      said.length > 0 &&
      there.length > 0 &&
      there.every(
        (held) => held.some(isOfKind) && !said.some((written) => held.some((figure) => vouches(figure, written))),
      )
    );
  });
  return isOther ? [fault('figure', text)] : [];
}

function isSchoolYear(figure: Figure): boolean {
  return figure.kind === 'reference' && /^\d{4}-\d{4}$/u.test(figure.name);
}

function isShare(figure: Figure): boolean {
  return figure.kind === 'reference' ? / phần /u.test(figure.name) : figure.kind === 'number' && figure.unit === '%';
}

/** «hai tuần một lần», «một tuần một lần»: how often. */
const HOW_OFTEN = /(?<= )(\S+) (ngày|tuần|tháng|quý|học kỳ|năm học|năm) (?:một|1|01) lần(?= )/gu;

function oftenIn(words: string): readonly string[] {
  return [...words.matchAll(HOW_OFTEN)].map(
    ([, number = '', span = '']) => `${VALUES[number] ?? Number(number)} ${span}`,
  );
}

/** How often something is done, otherwise than in what says so. */
function otherwiseOften({ spaced: said, text, alike }: Statement): Fault[] {
  const here = oftenIn(said);
  const isOther = (unit: SourceUnit) => {
    const there = oftenIn(unit.spaced);
    return there.length > 0 && !there.some((often) => here.includes(often));
  };
  return here.length > 0 && alike.length > 0 && alike.every(isOther) ? [fault('figure', text)] : [];
}

interface Count {
  readonly value: number;
  readonly what: string;
}

function countsIn(words: string): readonly Count[] {
  return [...words.matchAll(COUNTED)].map(([, number = '', what = '']) => ({
    value: VALUES[number] ?? Number(number),
    what,
  }));
}

/** So many of something that no unit measures, of which every source that counts it has another number. */
function otherwiseCounted({ spaced: said, text, alike }: Clause, units: readonly SourceUnit[]): Fault[] {
  const isOther = countsIn(said).some(({ value, what }) => {
    if (isUnit(what)) return false;
    const countsOf = (among: readonly SourceUnit[]) =>
      among.flatMap(({ spaced }) => countsIn(spaced)).filter((count) => count.what === what);
    const isOtherwise = (there: readonly Count[]) => there.length > 0 && there.every((count) => count.value !== value);
    return (
      isOtherwise(countsOf(closest(text, alike))) ||
      (value > 1 && isOtherwise(countsOf(units).filter((count) => count.value > 1)))
    );
  });
  return isOther ? [fault('figure', text)] : [];
}

function periodsOf(text: string): readonly string[] {
  return [...text.toLowerCase().matchAll(PERIOD)].map(([, period = '']) => (period === 'năm học' ? 'năm' : period));
}

/** An address or a document's number that what is said does not stand under. */
function misplaced(text: string, clauses: readonly Clause[]): Fault[] {
  const addresses = readFigures(text).filter(isAddress);
  if (addresses.length === 0) return [];
  const alike = clauses.flatMap(({ alike, pieces }) => [...alike, ...pieces.flatMap((piece) => piece.alike)]);
  if (alike.length === 0) return [];
  const stands = addresses.every((address) =>
    alike.some(({ labels }) => labels.some((label) => vouches(label, address))),
  );
  return stands ? [] : [fault('address', text)];
}
