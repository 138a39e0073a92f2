import type { QuestionTokens } from './late-interaction.ts';

/** A question as vectors. */
export interface EncodedQuestion {
  /** A unit vector of the whole. */
  readonly vector: Float32Array;
  /** `null` when the model gives no vectors of tokens. */
  readonly tokens: QuestionTokens | null;
}

/** A passage as vectors. */
export interface EncodedPassage {
  /** A unit vector of the whole. */
  readonly vector: Float32Array;
  /** Unit vectors of its tokens times 127, one after the other; empty when the model gives none. */
  readonly tokens: Int8Array;
}

/** Turns texts into vectors whose products tell how well a passage answers a question. */
export interface Encoder {
  /** Names the model; vectors of different models are never compared. */
  readonly model: string;
  readonly dimensions: number;
  /** Numbers in a token's vector; 0 when the model gives no vectors of tokens. */
  readonly tokenDimensions: number;
  /** `null` when no vectors can be made now, and the question is searched by words alone. */
  encodeQuestion(text: string): Promise<EncodedQuestion | null>;
  /** In the order of the texts; `onProgress` after each batch. */
  encodePassages(
    texts: readonly string[],
    onProgress?: (done: number, total: number) => void,
  ): Promise<readonly EncodedPassage[]>;
}

/** What answering needs of an encoder. */
export type QuestionEncoder = Pick<Encoder, 'model' | 'encodeQuestion'>;

/** A document's title is cut to about this many characters, so that it does not drown the passage. */
const LONGEST_TITLE = 90;

/**
 * What of a passage is encoded: its document's title, its own heading and its words. Heads of chapters above, which
 * stand over many passages alike, made passages harder to tell apart.
 */
export function encodedText(
  passage: { readonly headings: readonly string[]; readonly text: string },
  title: string,
): string {
  const cut = title.lastIndexOf(' ', LONGEST_TITLE);
  const short = title.length <= LONGEST_TITLE || cut <= 0 ? title : title.slice(0, cut);
  return [short, passage.headings.at(-1) ?? '', passage.text].filter((part) => part !== '').join('. ');
}
