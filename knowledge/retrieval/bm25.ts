import { createLongList } from './long-list.ts';

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
  /** Adds `factor × score` of every text to `scores` (length = size), to seven digits. */
  addScores(terms: ReadonlyMap<string, number>, factor: number, scores: Float64Array): void;
}

/** Takes texts one by one, so that their tokens need not all be in memory at once. */
export interface Bm25Builder<Field extends string> {
  /** A text as token lists by field; a missing field counts as empty. */
  add(text: Readonly<Partial<Record<Field, readonly string[]>>>): void;
  /** The index of the texts added, in their order; the builder is used up. */
  finish(): Bm25Index;
}

const K1 = 1.2;

/** Begins an index over texts with these fields. */
export function createBm25Builder<Field extends string>(
  fields: Readonly<Record<Field, FieldWeight>>,
): Bm25Builder<Field> {
  const names = Object.keys(fields) as Field[];
  const numbers = new Map<string, number>();
  /** For each text and field: how many tokens, then their term numbers. */
  const stream = createLongList();
  const totals = names.map(() => 0);
  let size = 0;

  return {
    add(text) {
      names.forEach((name, field) => {
        const tokens = text[name] ?? [];
        totals[field] = (totals[field] ?? 0) + tokens.length;
        stream.push(tokens.length);
        for (const token of tokens) {
          let number = numbers.get(token);
          if (number === undefined) {
            number = numbers.size;
            numbers.set(token, number);
          }
          stream.push(number);
        }
      });
      size += 1;
    },
    finish() {
      const averages = totals.map((total) => Math.max(1, total / Math.max(1, size)));
      /** Calls back with the weighted frequency of every term of every text, texts in order. */
      const eachFrequency = (visit: (term: number, text: number, frequency: number) => void) => {
        const weighted = new Float64Array(numbers.size);
        const lastText = new Int32Array(numbers.size).fill(-1);
        let place = 0;
        for (let text = 0; text < size; text += 1) {
          const held: number[] = [];
          names.forEach((name, field) => {
            const length = stream.at(place);
            const { weight, b } = fields[name];
            const share = weight / (1 - b + (b * length) / (averages[field] ?? 1));
            const end = place + length;
            while (place < end) {
              place += 1;
              const term = stream.at(place);
              if (lastText[term] === text) weighted[term] = (weighted[term] ?? 0) + share;
              else {
                lastText[term] = text;
                weighted[term] = share;
                held.push(term);
              }
            }
            place += 1;
          });
          for (const term of held) visit(term, text, weighted[term] ?? 0);
        }
      };
      return indexFrequencies(numbers, size, eachFrequency);
    },
  };
}

/** Postings of all terms one after the other: term `t` has those from `starts[t]` to `starts[t + 1]`. */
function indexFrequencies(
  numbers: ReadonlyMap<string, number>,
  size: number,
  eachFrequency: (visit: (term: number, text: number, frequency: number) => void) => void,
): Bm25Index {
  const starts = new Uint32Array(numbers.size + 1);
  eachFrequency((term) => {
    starts[term + 1] = (starts[term + 1] ?? 0) + 1;
  });
  for (let term = 0; term < numbers.size; term += 1) starts[term + 1] = (starts[term + 1] ?? 0) + (starts[term] ?? 0);
  const texts = new Uint32Array(starts[numbers.size] ?? 0);
  const gains = new Float32Array(texts.length);
  const next = starts.slice();
  eachFrequency((term, text, frequency) => {
    const place = next[term] ?? 0;
    next[term] = place + 1;
    texts[place] = text;
    gains[place] = (frequency * (K1 + 1)) / (frequency + K1);
  });

  const frequency = (term: string) => {
    const number = numbers.get(term);
    return number === undefined ? 0 : (starts[number + 1] ?? 0) - (starts[number] ?? 0);
  };
  const idf = (term: string) => Math.log(1 + (size - frequency(term) + 0.5) / (frequency(term) + 0.5));

  return {
    size,
    idf,
    frequency,
    addScores(terms, factor, scores) {
      for (const [term, weight] of terms) {
        const number = numbers.get(term);
        if (number === undefined) continue;
        const gain = factor * weight * idf(term);
        const end = starts[number + 1] ?? 0;
        for (let place = starts[number] ?? 0; place < end; place += 1) {
          const text = texts[place] ?? 0;
          scores[text] = (scores[text] ?? 0) + gain * (gains[place] ?? 0);
        }
      }
    },
  };
}
