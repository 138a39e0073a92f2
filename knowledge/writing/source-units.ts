import type { OfficialDocument, Passage } from '../document.ts';
import { printDay } from '../printed-day.ts';
import { FILLER_WORDS } from '../question/filler-words.ts';
import { tokenize } from '../text/tokens.ts';
import { type Figure, readFigures } from './figures.ts';

/** A passage that a written sentence may lean on. */
export interface WritingSource {
  readonly passage: Passage;
  readonly document: OfficialDocument;
}

/** One statement of a source: what is compared with a written sentence. */
export interface SourceUnit {
  readonly text: string;
  /** Its words without courtesies and figures, folded. */
  readonly words: ReadonlySet<string>;
  /** Words of the headings above it. */
  readonly under: ReadonlySet<string>;
  readonly figures: readonly Figure[];
}

/** A clause ends at these; a point between digits ends none, and what stands before a colon or a dash is its label. */
const CLAUSE_END = /(?:\.(?=\s|$)|[;\n])+/u;
const COMMA = /,(?=\s)/u;

/** Words that carry meaning, folded; figures are compared apart. */
export function contentWords(text: string): readonly string[] {
  return tokenize(text).folded.filter((word) => !/^\d/u.test(word) && !FILLER_WORDS.has(word));
}

/** Splits words into statements; where one holds several figures, at its commas too. */
export function clausesOf(text: string): readonly string[] {
  return text
    .split(CLAUSE_END)
    .flatMap((clause) => (numbersIn(clause) > 1 ? mergeLabels(clause.split(COMMA)) : [clause]))
    .map((clause) => clause.trim())
    .filter((clause) => clause !== '');
}

function numbersIn(clause: string): number {
  return readFigures(clause).filter(({ kind }) => kind !== 'reference').length;
}

/** A piece without a figure belongs to the one after it, or to the last. */
function mergeLabels(pieces: readonly string[]): readonly string[] {
  const merged: string[] = [];
  let held = '';
  for (const piece of pieces) {
    held = held === '' ? piece : `${held},${piece}`;
    if (numbersIn(piece) > 0) {
      merged.push(held);
      held = '';
    }
  }
  if (held === '') return merged;
  return merged.length === 0 ? [held] : [...merged.slice(0, -1), `${merged.at(-1)},${held}`];
}

/** What a source vouches for, read once. */
export interface SourceFacts {
  /** Its words, with its addresses, headings and what its document is. */
  readonly text: string;
  readonly words: ReadonlySet<string>;
  readonly figures: readonly Figure[];
  readonly units: readonly SourceUnit[];
}

const kept = new WeakMap<Passage, { readonly document: OfficialDocument; readonly facts: SourceFacts }>();

/** Reads a source, or gives what was read of it before. */
export function factsOf(source: WritingSource): SourceFacts {
  const known = kept.get(source.passage);
  if (known?.document === source.document) return known.facts;
  const text = surroundings(source);
  const facts = { text, words: new Set(contentWords(text)), figures: readFigures(text), units: unitsOf(source) };
  kept.set(source.passage, { document: source.document, facts });
  return facts;
}

/** The statements of a passage: rows of a table by the words that read alone, everything else by its clauses. */
function unitsOf({ passage }: WritingSource): readonly SourceUnit[] {
  const under = new Set(passage.headings.flatMap(contentWords));
  return passage.parts
    .flatMap(({ text, alone, cells }) => {
      if (cells !== undefined && cells.length > 0) return cells.map((cell) => cell.alone);
      return alone === undefined ? clausesOf(text) : [alone];
    })
    .map((text) => ({ text, words: new Set(contentWords(text)), under, figures: readFigures(text) }));
}

/** Everything that a source vouches for: its words, addresses, headings, and what its document is. */
function surroundings({ passage, document }: WritingSource): string {
  const days = [document.issuedOn, document.inForceFrom, document.inForceUntil];
  return [
    passage.text,
    passage.address,
    ...passage.parts.flatMap(({ address, alone = '', cells = [] }) => [
      address,
      alone,
      ...cells.flatMap((cell) => [cell.address, cell.alone]),
    ]),
    ...passage.headings,
    document.kind ?? '',
    document.number ?? '',
    document.title,
    document.issuer ?? '',
    document.territory ?? '',
    document.schoolYear === null ? '' : `năm học ${document.schoolYear}`,
    ...days.flatMap((day) => (day === null ? [] : [`ngày ${printDay(day)}`])),
  ].join('\n');
}
