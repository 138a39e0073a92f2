/** A place where words are kept or went out. */
export interface Place {
  readonly name: string;
  readonly words: string;
}

/** A place where something planted stood as it was written. */
export interface Leak {
  readonly place: string;
  readonly planted: string;
}

/** No planted piece is shorter. */
const BEGINNING = 8;

/** Finds every planted piece in every place, upper and lower case alike, reading each place once. */
export function leaksIn(places: readonly Place[], planted: readonly string[]): readonly Leak[] {
  const byBeginning = new Map<string, string[]>();
  for (const piece of planted) {
    const lower = piece.normalize('NFC').toLowerCase();
    if (lower.length < BEGINNING) throw new RangeError(`«${piece}» is too short to be looked for.`);
    const beginning = lower.slice(0, BEGINNING);
    byBeginning.set(beginning, [...(byBeginning.get(beginning) ?? []), lower]);
  }
  return places.flatMap(({ name, words }) => {
    const lower = words.normalize('NFC').toLowerCase();
    const found = new Set<string>();
    for (let at = 0; at + BEGINNING <= lower.length; at += 1) {
      for (const piece of byBeginning.get(lower.slice(at, at + BEGINNING)) ?? []) {
        if (lower.startsWith(piece, at)) found.add(piece);
      }
    }
    return [...found].map((piece) => ({ place: name, planted: piece }));
  });
}
