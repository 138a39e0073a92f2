/** Turns texts into vectors whose dot product tells how well a passage answers a question. */
export interface Encoder {
  /** Names the model; vectors of different models are never compared. */
  readonly model: string;
  readonly dimensions: number;
  /** A unit vector; `null` when none can be made now, and the question is searched by words alone. */
  encodeQuestion(text: string): Promise<Float32Array | null>;
  /** Unit vectors in the order of the texts; `onProgress` after each batch. */
  encodePassages(
    texts: readonly string[],
    onProgress?: (done: number, total: number) => void,
  ): Promise<readonly Float32Array[]>;
}

/** What answering needs of an encoder. */
export type QuestionEncoder = Pick<Encoder, 'model' | 'encodeQuestion'>;

/** What of a passage is encoded: its heading path and its words. */
export function encodedText(passage: { readonly headings: readonly string[]; readonly text: string }): string {
  return `${passage.headings.join('. ')}. ${passage.text}`;
}
