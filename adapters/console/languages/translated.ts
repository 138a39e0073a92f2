/** The same words in another language: every text another text, every sentence with the same blanks. */
export type Translated<T> = T extends string
  ? string
  : T extends (...blanks: infer Blanks) => string
    ? (...blanks: Blanks) => string
    : { readonly [Name in keyof T]: Translated<T[Name]> };
