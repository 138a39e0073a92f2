import { z } from 'zod';

const fileSchema = z.object({
  model: z.object({ vocab: z.record(z.string(), z.number()), max_input_chars_per_word: z.number() }),
});

const UNKNOWN = 1;
const PREFIX = { question: 2, passage: 3 } as const;
const MAX_IDS = 256;
const WORD = /[\p{L}\p{M}]+|\p{N}+|[^\s\p{L}\p{M}\p{N}]/gu;
const MAX_CACHED_WORDS = 100_000;

/** Gives the ids of a text: the kind's prefix, then word pieces by greedy longest match, at most 256 in all. */
export type Tokenizer = (text: string, kind: keyof typeof PREFIX) => readonly number[];

/** Reads a WordPiece vocabulary (`tokenizer.json`). */
export function createTokenizer(file: unknown): Tokenizer {
  const { vocab, max_input_chars_per_word: longest } = fileSchema.parse(file).model;
  const ids = new Map(Object.entries(vocab));
  const cache = new Map<string, readonly number[]>();

  function piecesOf(word: string): readonly number[] {
    const characters = Array.from(word);
    if (characters.length > longest) return [UNKNOWN];
    const pieces: number[] = [];
    for (let start = 0; start < characters.length; ) {
      let end = characters.length;
      let id: number | undefined;
      for (; end > start; end -= 1) {
        id = ids.get((start === 0 ? '' : '##') + characters.slice(start, end).join(''));
        if (id !== undefined) break;
      }
      if (id === undefined) return [UNKNOWN];
      pieces.push(id);
      start = end;
    }
    return pieces;
  }

  return (text, kind) => {
    const result: number[] = [PREFIX[kind]];
    for (const [word] of text.normalize('NFC').toLowerCase().matchAll(WORD)) {
      let pieces = cache.get(word);
      if (pieces === undefined) {
        pieces = piecesOf(word);
        if (cache.size < MAX_CACHED_WORDS) cache.set(word, pieces);
      }
      result.push(...pieces);
      if (result.length >= MAX_IDS) break;
    }
    return result.slice(0, MAX_IDS);
  };
}
