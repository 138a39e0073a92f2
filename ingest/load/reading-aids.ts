import type { Recognition } from './pictures/recognition.ts';

/** What reading one document may use beside its bytes. */
export interface ReadingAids {
  /** Reads pictures of text; without it scans and photos are left out. */
  readonly recognition: Recognition | null;
  /** Told after each page of a document that has pages. */
  readonly onPage: (done: number, total: number) => void;
}

/** Reads text alone. */
export const NO_AIDS: ReadingAids = { recognition: null, onPage: () => {} };
