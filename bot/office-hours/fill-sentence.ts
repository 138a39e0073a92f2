/** A sentence with its `{places}` filled. Type-checked: every place of the sentence needs its words. */
export function fillSentence<Sentence extends string>(
  sentence: Sentence,
  words: Readonly<Record<PlacesOf<Sentence>, string>>,
): string {
  return Object.entries<string>(words).reduce(
    (filled, [place, word]) => filled.replace(`{${place}}`, () => word),
    sentence as string,
  );
}

type PlacesOf<Sentence extends string> = Sentence extends `${string}{${infer Place}}${infer Rest}`
  ? Place | PlacesOf<Rest>
  : never;
