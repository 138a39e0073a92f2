import type { PairCounts } from './pair-counts.ts';

/** A table of counts and how far it is believed. */
export interface WeighedCounts {
  readonly counts: PairCounts;
  /** Share of the mixture; shares are divided by their sum. */
  readonly share: number;
  /** How many unseen followers a word is taken to have: high where few texts were counted (Dirichlet smoothing). */
  readonly smoothing: number;
}

/** A word with its ids in each table. */
export interface ModelWord {
  readonly text: string;
  readonly ids: readonly number[];
  /** Probability of the word anywhere. */
  readonly alone: number;
  /** The same by table. */
  readonly aloneBy: readonly number[];
}

/** Probabilities of words by the word before, several tables of counts mixed. */
export interface LanguageModel {
  word(text: string): ModelWord;
  /** Probability (above 0) that `second` follows `first`. */
  follows(first: ModelWord, second: ModelWord): number;
}

/** No word is impossible. */
const FLOOR = 1e-9;

/** Mixes tables of counts; each backs off to its own single words, after MacKay and Peto (1995). */
export function createLanguageModel(tables: readonly WeighedCounts[]): LanguageModel {
  const sum = tables.reduce((total, table) => total + table.share, 0);
  return {
    word(text) {
      const ids = tables.map(({ counts }) => counts.idOf(text));
      const aloneBy = tables.map(({ counts }, table) => counts.single(ids[table] ?? -1) / counts.total);
      const alone = tables.reduce((total, { share }, table) => total + (share / sum) * (aloneBy[table] ?? 0), FLOOR);
      return { text, ids, alone, aloneBy };
    },
    follows(first, second) {
      let probability = FLOOR;
      for (let table = 0; table < tables.length; table += 1) {
        const entry = tables[table];
        if (entry === undefined) continue;
        const { counts, share, smoothing } = entry;
        const before = first.ids[table] ?? -1;
        const pair = counts.pair(before, second.ids[table] ?? -1);
        const alone = second.aloneBy[table] ?? 0;
        probability += (share / sum) * ((pair + smoothing * alone) / (counts.single(before) + smoothing));
      }
      return probability;
    },
  };
}
