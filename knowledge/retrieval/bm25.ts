/**
 * BM25 over several fields of a text, after Robertson, Zaragoza and Taylor, "Simple BM25 extension to multiple
 * weighted fields" (CIKM 2004): term frequencies of all fields are length-normalised, weighted and added before one
 * common saturation, so that a word in a heading and in the body is not counted as two independent matches.
 */

export interface FieldWeight {
  readonly weight: number;
  /** Length normalisation, 0 (none) to 1 (full). */
  readonly b: number;
}

export interface Bm25Index {
  readonly size: number;
  /** Inverse document frequency as in Lucene: ln(1 + (N - n + 0.5) / (n + 0.5)); for unknown terms the highest value. */
  idf(term: string): number;
  /** How many texts hold the term. */
  frequency(term: string): number;
  /** Adds `factor × score` of every text to `scores` (length = size). */
  addScores(terms: ReadonlyMap<string, number>, factor: number, scores: Float64Array): void;
}

const K1 = 1.2;

interface Postings {
  readonly texts: number[];
  readonly frequencies: number[];
}

/**
 * Builds the index over texts given as token lists per field.
 * @param texts one record a text: field name → tokens; a missing field counts as empty
 */
export function buildBm25<Field extends string>(
  texts: readonly Readonly<Partial<Record<Field, readonly string[]>>>[],
  fields: Readonly<Record<Field, FieldWeight>>,
): Bm25Index {
  const names = Object.keys(fields) as Field[];
  const averages = new Map<Field, number>();
  for (const name of names) {
    const total = texts.reduce((sum, text) => sum + (text[name]?.length ?? 0), 0);
    averages.set(name, Math.max(1, total / Math.max(1, texts.length)));
  }

  const postings = new Map<string, Postings>();
  texts.forEach((text, index) => {
    const weighted = new Map<string, number>();
    for (const name of names) {
      const tokens = text[name] ?? [];
      const { weight, b } = fields[name];
      const share = weight / (1 - b + (b * tokens.length) / (averages.get(name) ?? 1));
      for (const token of tokens) weighted.set(token, (weighted.get(token) ?? 0) + share);
    }
    for (const [token, frequency] of weighted) {
      let entry = postings.get(token);
      if (entry === undefined) {
        entry = { texts: [], frequencies: [] };
        postings.set(token, entry);
      }
      entry.texts.push(index);
      entry.frequencies.push(frequency);
    }
  });

  const frequency = (term: string) => postings.get(term)?.texts.length ?? 0;
  const idf = (term: string) => Math.log(1 + (texts.length - frequency(term) + 0.5) / (frequency(term) + 0.5));

  return {
    size: texts.length,
    idf,
    frequency,
    addScores(terms, factor, scores) {
      for (const [term, weight] of terms) {
        const entry = postings.get(term);
        if (entry === undefined) continue;
        const gain = factor * weight * idf(term);
        entry.texts.forEach((text, position) => {
          const tf = entry.frequencies[position] ?? 0;
          scores[text] = (scores[text] ?? 0) + (gain * tf * (K1 + 1)) / (tf + K1);
        });
      }
    },
  };
}
