import type { Article } from './collection.ts';

/** A search engine under measurement. */
export interface SearchSystem {
  /** Ids of the articles found for a question, best first, each once, at least ten where there are. */
  find(question: string): Promise<readonly string[]>;
  close?(): Promise<void>;
}

/** Builds a system over articles. What takes minutes and is the same every time may be kept in `cacheDir`. */
export type BuildSystem = (articles: readonly Article[], cacheDir: string) => Promise<SearchSystem>;

/** The first ten different ids. */
export function firstTen(ids: readonly string[]): readonly string[] {
  return [...new Set(ids)].slice(0, 10);
}
