import { accentedWords } from '../text/tokens.ts';
import type { Figure } from './figures.ts';
import { isUnit, readFigures, vouches } from './figures.ts';
import { BRACKETS, piecesOf } from './pieces.ts';
import { contentWords, spaced } from './plain-words.ts';
import { clausesOf, type SourceUnit } from './source-units.ts';

/** Share of a statement's words that a unit must hold to be what it says again. */
const ALIKE = 0.6;
/** Words of a sentence, compared with the statements of its sources. */
export interface Statement {
  readonly text: string;
  readonly spaced: string;
  /** Its words that carry meaning, each once. */
  readonly words: readonly string[];
  readonly figures: readonly Figure[];
  /** How many of the words the nearest unit holds. */
  readonly nearest: number;
  /** The units that hold so many; empty where none says it in these words. */
  readonly alike: readonly SourceUnit[];
}

/** A clause of a sentence with its pieces, each of which says something. */
export interface Clause extends Statement {
  readonly pieces: readonly Statement[];
}

/** A clause and its pieces, each once. */
export function statementsIn(clause: Clause): readonly Statement[] {
  return clause.pieces.length > 1 ? [clause, ...clause.pieces] : [clause];
}

/** Whether a clause has several pieces of which the sources say each, whatever they say of the whole. */
export function isSaidInPieces({ pieces }: Clause): boolean {
  return pieces.length > 1 && pieces.every(({ alike }) => alike.length > 0);
}

/** How a sentence says that it quotes: «theo quy định», «theo văn bản». */
const QUOTING = new Set(['quy', 'định', 'văn', 'bản', 'dạ', 'theo', 'thông', 'tư', 'nghị', 'quyết', 'luật', 'điều']);

const DOCUMENT_NUMBER = /\d+\/[\p{L}\d/-]+/gu;

/** Leads up to what is said and says nothing of it. */
const LEAD =
  /^(?:(?:dạ|thưa|kính thưa)(?:\s(?:thưa\s)?(?:anh\/chị|quý vị))?,?\s+)?(?:theo (?:(?:đúng )?(?:quy định|văn bản)|(?:điều lệ|quy chế|luật|nghị định|thông tư|nghị quyết|quyết định)\s[^,:]{3,90}|[^,:]{0,40}(?:điều \d|khoản \d|luật|\d\/\d{4})[^,:]{0,60})[,:]\s*)?/iu;

/** Reads a sentence against the statements of its sources. */
export function readClauses(sentence: string, units: readonly SourceUnit[]): readonly Clause[] {
  return clausesOf(sentence.replace(LEAD, '')).map((clause) => {
    const whole = readStatement(clause, units);
    const pieces = [clause.replace(BRACKETS, ' '), ...(clause.match(BRACKETS) ?? [])].flatMap(piecesOf);
    return { ...whole, pieces: pieces.length === 1 ? [whole] : pieces.map((piece) => readStatement(piece, units)) };
  });
}

function readStatement(text: string, units: readonly SourceUnit[]): Statement {
  const all = [...new Set(contentWords(text.replace(DOCUMENT_NUMBER, ' ')))];
  const telling = all.filter((word) => !QUOTING.has(word));
  const words = telling.length === 0 ? all : telling;
  const figures = readFigures(text);
  const scored = units.map((unit) => ({ unit, score: overlap(words, unit) + labelled(figures, unit) }));
  const nearest = Math.max(0, ...scored.map(({ score }) => score));
  const isAlike = words.length > 0 && nearest >= ALIKE * (words.length + labelsIn(figures));
  const alike = isAlike ? scored.filter(({ score }) => score === nearest).map(({ unit }) => unit) : [];
  return { text, spaced: spaced(text), words, figures, nearest, alike };
}

const ITEM_MARK = /^ (?:\p{L}|\d+) /u;

/** Whether a source says a statement in these very words. */
export function isQuoted({ spaced: said }: Pick<Statement, 'spaced'>, units: readonly SourceUnit[]): boolean {
  // A sentence is cut into pieces at «và».
  const plain = (words: string) => words.replaceAll(' và ', ' ');
  const words = plain(said.replace(ITEM_MARK, ' '));
  return units.some((unit) => plain(unit.spaced).includes(words));
}

/** Whether a source says a statement in these very words, between the same commas. */
export function isVerbatim({ text }: Pick<Statement, 'text'>, units: readonly SourceUnit[]): boolean {
  // Pieces are put together again with commas, wherever they were cut.
  const plain = (words: string) => words.toLowerCase().replace(/(?:[,:;]|\s(?:và|còn|nhưng|đồng thời))(?=\s)/gu, ',');
  const words = plain(text).replace(/(?:\sạ)?[.\s]*$/u, '');
  return units.some((unit) => plain(unit.text).includes(words));
}

/** How many of the words a unit holds; words of the headings above it count a little. */
export function overlap(words: readonly string[], { words: held, under }: SourceUnit): number {
  return words.reduce((sum, word) => sum + (held.has(word) ? 1 : under.has(word) ? 0.25 : 0), 0);
}

/** The units that say a statement, whoever else does it: nearly as near as any to its words without some of them. */
export function sayersWithout(
  { words, figures }: Pick<Statement, 'words' | 'figures'>,
  without: ReadonlySet<string>,
  units: readonly SourceUnit[],
): readonly SourceUnit[] {
  const left = words.filter((word) => !without.has(word));
  if (left.length < LEAST_LEFT) return [];
  const nearest = Math.max(0, ...units.map((unit) => overlap(left, unit) + labelled(figures, unit)));
  const isSaid = nearest >= ALIKE * (left.length + labelsIn(figures));
  return isSaid ? nearly({ words: left, figures, nearest }, units) : [];
}

/** Fewer words tell nothing apart. */
const LEAST_LEFT = 3;

/** Words that count; figures are compared apart. */
const COUNTS = /^(?:\d.*|một|hai|ba|bốn|tư|năm|sáu|bảy|tám|chín|mười)$/u;

/** The rows of two and of three neighbouring words of a text; what counts, and what a figure measures, stands in none. */
export function rowsOf(text: string): readonly string[] {
  const words = accentedWords(text);
  const tells = words.map((word, at) => !COUNTS.test(word) && !(isUnit(word) && COUNTS.test(words[at - 1] ?? '')));
  return words.flatMap((_, at) =>
    [2, 3].flatMap((length) =>
      at + length <= words.length && tells.slice(at, at + length).every(Boolean)
        ? [` ${words.slice(at, at + length).join(' ')} `]
        : [],
    ),
  );
}

/** How many rows of neighbouring words stand side by side in a unit. */
export function rowsHeld(rows: readonly string[], { parted }: SourceUnit): number {
  return rows.reduce((sum, row) => sum + (parted.includes(row) ? 1 : 0), 0);
}

/** Of several that hold the same words those that hold the most of them side by side: «dữ liệu cá nhân», not «dữ liệu mở … cá nhân». */
export function closest(text: string, units: readonly SourceUnit[]): readonly SourceUnit[] {
  if (units.length < 2) return units;
  const rows = rowsOf(text);
  const scored = units.map((unit) => ({ unit, held: rowsHeld(rows, unit) }));
  const most = Math.max(...scored.map(({ held }) => held));
  return scored.filter(({ held }) => held === most).map(({ unit }) => unit);
}

/** Share of the words of the nearest statement, from which on another may say the same. */
export const NEARLY_AS_MANY = 0.85;

/** The units that hold nearly as many words of a statement as the nearest. */
export function nearly(
  { words, figures, nearest }: Pick<Statement, 'words' | 'figures' | 'nearest'>,
  units: readonly SourceUnit[],
): readonly SourceUnit[] {
  return units.filter((unit) => overlap(words, unit) + labelled(figures, unit) >= NEARLY_AS_MANY * nearest);
}

/** How many of the labels among the figures («lớp một») a unit holds. */
export function labelled(figures: readonly Figure[], unit: SourceUnit): number {
  return figures.filter((figure) => isLabel(figure) && unit.figures.some((held) => vouches(held, figure))).length;
}

/** How many labels stand among the figures. */
export function labelsIn(figures: readonly Figure[]): number {
  return figures.filter(isLabel).length;
}

function isLabel(figure: Figure): boolean {
  return figure.kind === 'reference' && !isAddress(figure);
}

/** Whether a figure names a place in a document, or a document. */
export function isAddress(figure: Figure): boolean {
  return (
    figure.kind === 'reference' &&
    /^(?:điều|khoản|điểm|mục|chương|phụ lục|phần|bảng)\s|\/\p{L}|\/\d{4}\//u.test(figure.name)
  );
}
