import type { QuestionEncoder } from '../../knowledge/retrieval/encoder.ts';

/** Keeps the vectors of the last `size` different questions; the same words asked again cost nothing. */
export function cacheQuestions<Encoder extends QuestionEncoder>(encoder: Encoder, size: number): Encoder {
  const vectors = new Map<string, ReturnType<QuestionEncoder['encodeQuestion']>>();
  return {
    ...encoder,
    encodeQuestion(text) {
      const known = vectors.get(text);
      const vector = known ?? encoder.encodeQuestion(text);
      vectors.delete(text);
      vectors.set(text, vector);
      const [oldest] = vectors.keys();
      if (vectors.size > size && oldest !== undefined) vectors.delete(oldest);
      if (known === undefined) {
        const forget = () => {
          if (vectors.get(text) === vector) vectors.delete(text);
        };
        // What could not be made now may be made the next time.
        vector.then((made) => {
          if (made === null) forget();
        }, forget);
      }
      return vector;
    },
  };
}
