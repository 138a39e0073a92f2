import type { OfficialDocument, Passage } from '../document.ts';
import { ordersModel } from './instruction-words.ts';
import { type Line, linesOf } from './lines.ts';
import { isNumber, LINKS, markedWords } from './marked-words.ts';
import { type PassageStatement, statementsOf } from './passage-statements.ts';
import { contentWords, spaced } from './plain-words.ts';

/** A passage that a written sentence may quote. */
export interface WritingSource {
  readonly passage: Passage;
  readonly document: OfficialDocument;
}

/** One statement of a source, read once. */
export interface SourceStatement extends PassageStatement {
  readonly line: Line;
  /** Its words that carry meaning, and its numbers. */
  readonly telling: ReadonlySet<string>;
  /** Its neighbouring words two by two. */
  readonly pairs: ReadonlySet<string>;
}

/** What a source says, read once. */
export interface SourceFacts {
  readonly statements: readonly SourceStatement[];
  /** Words that carry meaning of the headings above it and of what its document is. */
  readonly around: ReadonlySet<string>;
  /** All its words between single spaces. */
  readonly spaced: string;
  /** As it is written: what an address or a telephone number has to stand in. */
  readonly text: string;
  /** The number of its document. */
  readonly number: string | null;
}

const kept = new WeakMap<Passage, { readonly document: OfficialDocument; readonly facts: SourceFacts }>();

/** Reads a source, or gives what was read of it before. */
export function factsOf({ passage, document }: WritingSource): SourceFacts {
  const known = kept.get(passage);
  if (known?.document === document) return known.facts;
  const headings = trustedHeadings(passage);
  const context = [document.title, ...headings].join(';\n');
  const read = statementsOf(trustedParts(passage), headings);
  const lines = linesOf(read);
  const statements = read.map((one) => ({ ...one, ...tellingOf(one.text), line: lines.get(one) as Line }));
  const text = [...read.map((one) => one.whole), context].join('\n');
  const facts = {
    statements,
    around: new Set(contentWords(context)),
    spaced: spaced(text),
    text,
    number: document.number,
  };
  kept.set(passage, { document, facts });
  return facts;
}

/** The words of a text that carry meaning, with its numbers, each once; and its neighbouring words two by two. */
export function tellingOf(text: string): Pick<SourceStatement, 'telling' | 'pairs'> {
  const words = markedWords(text).map(({ word }) => word);
  return {
    telling: new Set(words.filter((word) => isNumber(word) || (!LINKS.has(word) && contentWords(word).length > 0))),
    pairs: new Set(words.slice(1).map((word, index) => `${words[index]} ${word}`)),
  };
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
