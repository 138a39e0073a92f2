import type { OfficialDocument, Passage } from '../document.ts';
import { printDay } from '../printed-day.ts';
import { accentedWords } from '../text/tokens.ts';
import { type Deed, deedsIn } from './agents.ts';
import { type Bearers, bearersOf, isBearer } from './bearers.ts';
import { type Condition, conditionsOf } from './conditions.ts';
import { type Denial, denialsIn, forbiddenBy } from './denials.ts';
import { type Bound, boundsOf } from './figure-bounds.ts';
import { type Figure, isRival, readFigures } from './figures.ts';
import { ordersModel } from './instruction-words.ts';
import { type Level, levelsIn } from './levels.ts';
import { type PassageStatement, statementsOf, withoutMark } from './passage-statements.ts';
import { BRACKETS, piecesOf } from './pieces.ts';
import { contentWords, parted, readWords, spaced } from './plain-words.ts';

/** A passage that a written sentence may lean on. */
export interface WritingSource {
  readonly passage: Passage;
  readonly document: OfficialDocument;
}

/** A piece of a statement between commas. */
export interface UnitPiece {
  readonly spaced: string;
  readonly words: ReadonlySet<string>;
}

/** One statement of a source: what is compared with a written sentence. */
export interface SourceUnit {
  readonly text: string;
  /** Its words between single spaces. */
  readonly spaced: string;
  /** The same, with what stands between commas apart. */
  readonly parted: string;
  /** Its words that carry meaning, in their order. */
  readonly content: readonly string[];
  /** The same, each once. */
  readonly words: ReadonlySet<string>;
  /** The words without what stands in brackets. */
  readonly wordsOutside: ReadonlySet<string>;
  readonly spacedOutside: string;
  /** What it says piece by piece; itself where it has one. */
  readonly pieces: readonly UnitPiece[];
  /** Where it stands. */
  readonly address: string;
  /** What leads up to the list that it is an item of. */
  readonly list: string | null;
  /** Who does it or bears it. */
  readonly bearers: Bearers;
  /** Words around it that it leans on. */
  readonly above: ReadonlySet<string>;
  /** Every word of the sentence or item of a list that it was parted from. */
  readonly sentence: ReadonlySet<string>;
  /** Words of its document's title. */
  readonly titled: ReadonlySet<string>;
  /** Words of the headings above it. */
  readonly under: ReadonlySet<string>;
  /** What the headings above it deny, each once. */
  readonly headed: readonly Denial[];
  /** The levels of school that it is about. */
  readonly levels: readonly Level[];
  readonly figures: readonly Figure[];
  readonly bounds: ReadonlyMap<Figure, Bound>;
  /** Addresses and document numbers that it may be named by. */
  readonly labels: readonly Figure[];
  readonly conditions: readonly Condition[];
  readonly denials: readonly Denial[];
  readonly deeds: readonly Deed[];
}

/** A clause ends at these; a point between digits ends none, and what stands before a colon or a dash is its label. */
const CLAUSE_END = /(?:\.(?=\s|$)|[;\n])+/u;
/** Part the figures of a clause from each other. */
const SEPARATOR = /(,(?=\s)|\s(?:và|còn)(?=\s)|(?<=^\s*trong\s[^,]*)\scó(?=\s\d))/iu;

/** Splits words into statements; where one holds several figures, at its commas too. */
export function clausesOf(text: string): readonly string[] {
  return partedWhere(text, (clause) => numbersIn(clause) > 1);
}

/** The statements of a source, parted only where one figure of theirs could be taken for another. */
function statedIn(text: string): readonly string[] {
  return partedWhere(text, holdsSeries);
}

function partedWhere(text: string, isSeries: (clause: string) => boolean): readonly string[] {
  return text
    .split(CLAUSE_END)
    .flatMap((clause) => (isSeries(clause) ? withSubject(partFigures(clause)) : [clause]))
    .map((clause) => clause.trim())
    .filter((clause) => clause !== '');
}

function amountsIn(clause: string): readonly Figure[] {
  // Most clauses hold no number at all, and reading figures takes longer than everything else here.
  return /\d|trăm|mươi|mười|nghìn|triệu|một|hai|ba|bốn|năm|sáu|bảy|tám|chín/iu.test(clause)
    ? readFigures(clause).filter(({ kind }) => kind !== 'reference')
    : [];
}

const numbersIn = (clause: string) => amountsIn(clause).length;

/** Whether a clause holds several figures that could be taken for each other: «01 bộ hồ sơ … trước ít nhất 06 tháng» is one thing said. */
function holdsSeries(clause: string): boolean {
  const amounts = amountsIn(clause);
  const saysNotWhat = (one: Figure) => one.kind === 'number' && one.unit === null;
  return amounts.some((one, at) =>
    amounts.slice(at + 1).some((other) => isRival(one, other) || saysNotWhat(one) || saysNotWhat(other)),
  );
}

/** Begins a piece whose subject stands in the piece before it. */
const SUBJECTLESS = /^\s*(?:và\s|nhưng\s)?(?:được|không|phải|là|tối đa|ít nhất|bằng)\s/iu;

/** «… không quá 15% đối với …, không quá 10% đối với …»: what stands before the first figure is said of all. */
function withSubject(pieces: readonly string[]): readonly string[] {
  const [first = ''] = pieces;
  const places = readFigures(first).flatMap(({ kind, written }) =>
    kind === 'reference' ? [] : [first.toLowerCase().indexOf(written)],
  );
  const lead = first.slice(0, Math.max(0, Math.min(...places)));
  const subject = lead.replace(/\s(?:không quá|tối đa|ít nhất|bằng|là)\s*$/u, '');
  return pieces.map((piece, index) => (index > 0 && SUBJECTLESS.test(piece) ? `${subject} ${piece.trim()}` : piece));
}

/** «tối thiểu là 04 tuần, tối đa là 08 tuần» says one thing. */
function isUpperEnd(piece: string): boolean {
  return /^\s*(?:tối đa|nhiều nhất|không quá)(?: là)? \d+\s\p{L}+\s*$/iu.test(piece);
}

/** A piece without a figure belongs to the one after it; before an «và», and at the end, to the one before. */
function partFigures(clause: string): readonly string[] {
  const pieces = clause.split(SEPARATOR);
  const parts: string[] = [];
  let held = '';
  for (let index = 0; index < pieces.length; index += 2) {
    const piece = pieces[index] ?? '';
    const mark = pieces[index - 1] ?? '';
    const isFollowedByAnd = /\p{L}/u.test(pieces[index + 1] ?? '');
    const whole = held === '' ? piece : `${held}${mark}${piece}`;
    if (isUpperEnd(piece) && /tối thiểu|ít nhất|từ/iu.test(parts.at(-1) ?? '') && held === '')
      parts.push(`${parts.pop()}${mark}${piece}`);
    else if (numbersIn(piece) > 0) {
      parts.push(whole);
      held = '';
    } else if (held === '' && isFollowedByAnd && parts.length > 0) parts.push(`${parts.pop()}${mark}${piece}`);
    else held = whole;
  }
  if (held === '') return parts;
  return parts.length === 0 ? [held] : [...parts.slice(0, -1), `${parts.at(-1)}, ${held}`];
}

/** What a source vouches for, read once. */
export interface SourceFacts {
  /** Its words, with its addresses, headings and what its document is. */
  readonly text: string;
  readonly spaced: string;
  readonly words: ReadonlySet<string>;
  readonly figures: readonly Figure[];
  /** Those of its statements, headings and title: what a number may come from, which no address or day vouches for. */
  readonly counted: readonly Figure[];
  readonly units: readonly SourceUnit[];
  /** Words of its headings and of what its document is. */
  readonly around: ReadonlySet<string>;
  /** What it writes in short: «ĐKDT». */
  readonly abbreviations: readonly string[];
}

const ABBREVIATION = /(?<![\p{L}\d/-])[A-ZĐ]{3,6}(?![\p{L}\d/-])/gu;
const kept = new WeakMap<Passage, { readonly document: OfficialDocument; readonly facts: SourceFacts }>();

/** Reads a source, or gives what was read of it before. */
export function factsOf(source: WritingSource): SourceFacts {
  const known = kept.get(source.passage);
  if (known?.document === source.document) return known.facts;
  const text = surroundings(source);
  const read = readWords(text);
  const units = unitsOf(source);
  const { document } = source;
  const { title, schoolYear } = document;
  const around = [...trustedHeadings(source.passage).map(withoutMark), title, schoolYear ?? ''].join(';\n');
  const facts = {
    text,
    spaced: read.spaced,
    words: new Set(read.content),
    figures: [...readFigures(text), ...units.flatMap((unit) => unit.figures)],
    counted: [...readFigures(around), ...units.flatMap((unit) => unit.figures)],
    units,
    around: new Set(accentedWords([around, document.kind, document.number, document.territory].join(' '))),
    abbreviations: [...new Set(text.match(ABBREVIATION) ?? [])],
  };
  kept.set(source.passage, { document, facts });
  return facts;
}

/** The statements of a passage: rows of a table by the words that read alone, everything else by its clauses. */
function unitsOf({ passage, document }: WritingSource): readonly SourceUnit[] {
  const headings = trustedHeadings(passage);
  const under = new Set(headings.flatMap(contentWords));
  // A heading that denies twice may take back what it denies.
  const headed = headings.map((heading) => denialsIn(spaced(heading))).flatMap((all) => (all.length === 1 ? all : []));
  const titled = new Set(contentWords(document.title));
  const ofDocument = readFigures(`${document.kind ?? ''} ${document.number ?? ''} ${document.title}`);
  const ofHeadings = readFigures(headings.join('\n'));
  return statementsOf(trustedParts(passage), headings, statedIn).map((statement) => {
    const { address } = statement;
    // The article of an address that names none stands in the headings.
    const ofAddress = address.toLowerCase().includes('điều')
      ? readFigures(address)
      : [...readFigures(`${address}, ${passage.address}`), ...ofHeadings];
    return unitOf(statement, { under, headed, titled }, [...ofDocument, ...ofAddress]);
  });
}

const trusted = new WeakMap<Passage, Passage['parts']>();

/** The parts of a passage that give a model no orders. */
export function trustedParts(passage: Passage): Passage['parts'] {
  const known =
    trusted.get(passage) ?? passage.parts.filter(({ text, alone = '' }) => !ordersModel(`${text}\n${alone}`));
  trusted.set(passage, known);
  return known;
}

/** The headings above a passage that give a model no orders. */
export function trustedHeadings({ headings }: Passage): Passage['headings'] {
  return headings.filter((heading) => !ordersModel(heading));
}

function unitOf(
  { text, sentence, own, owner, address, holdsFor, list, above }: PassageStatement,
  around: Pick<SourceUnit, 'under' | 'headed' | 'titled'>,
  labels: readonly Figure[],
): SourceUnit {
  const figures = readFigures(text);
  const outside = text.replace(BRACKETS, ' ');
  const whole = readWords(text);
  const unbracketed = outside === text ? whole : readWords(outside);
  return {
    text,
    spaced: whole.spaced,
    parted: parted(text),
    content: whole.content,
    words: new Set(whole.content),
    wordsOutside: new Set(unbracketed.content),
    spacedOutside: unbracketed.spaced,
    pieces: [outside, ...(text.match(BRACKETS) ?? [])].flatMap(piecesOf).map((piece) => {
      const read = readWords(piece);
      return { spaced: read.spaced, words: new Set(read.content) };
    }),
    address,
    list,
    bearers: bearersOf(owner === null ? text : own, owner),
    denials: text === own ? denialsIn(whole.spaced) : denialsUnder(text.slice(0, -own.length), own, whole.spaced),
    deeds: deedsIn(whole.spaced),
    above: new Set(contentWords(above)),
    sentence: new Set([...whole.spaced.trim().split(' '), ...accentedWords(sentence ?? '')]),
    ...around,
    levels: levelsIn(text),
    figures,
    bounds: boundsOf(text, figures),
    labels: [...figures, ...labels],
    conditions: (holdsFor === null
      ? conditionsOf(own.replace(BRACKETS, ' '))
      : conditionsOf(holdsFor).map((condition) => ({ ...condition, main: contentWords(own) }))
    ).filter((condition) => !namesAll(condition, around.titled)),
  };
}

/** What an item of a list denies; what its lead forbids it denies, and nothing else of the lead. */
function denialsUnder(lead: string, own: string, whole: string): readonly Denial[] {
  const forbidden = forbiddenBy(lead, own);
  return forbidden.length === 0 ? denialsIn(whole) : [...denialsIn(spaced(own)), ...forbidden];
}

/** «đối với nhà giáo» narrows nothing in what a law on them says. */
function namesAll({ words, isException }: Condition, titled: ReadonlySet<string>): boolean {
  return !isException && isBearer(words.join(' ')) && words.every((word) => titled.has(word));
}

/** Everything that a source vouches for: its words, addresses, headings, and what its document is. */
function surroundings({ passage, document }: WritingSource): string {
  const days = [document.issuedOn, document.inForceFrom, document.inForceUntil];
  return [
    // «Điều 2–3» names two articles, and counts nothing.
    passage.address.replace(/(?<=\d)\s?[–-]\s?\d+/gu, ''),
    ...trustedParts(passage).flatMap(({ address, text, alone = '', cells = [] }) => [
      address,
      withoutMark(text),
      alone,
      ...cells.flatMap((cell) => [cell.address, cell.alone]),
    ]),
    ...trustedHeadings(passage),
    document.kind ?? '',
    document.number ?? '',
    document.title,
    document.issuer ?? '',
    document.territory ?? '',
    document.schoolYear === null ? '' : `năm học ${document.schoolYear}`,
    ...days.flatMap((day) => (day === null ? [] : [`ngày ${printDay(day)}`])),
  ].join(';\n');
}
