const FIGURE = /\d+(?:[.,/:-]\d+)*(?:\/[\p{Lu}Đ][\p{L}\d-]*)*/gu;

/**
 * Figures of a reply (amounts, dates, ages, document and article numbers) that stand in none of the given texts.
 * An empty result is the condition for sending: no figure that is not in a cited passage.
 * Figures are compared as printed, after dropping leading zeros of each group.
 */
export function unsupportedFigures(reply: string, sources: readonly string[]): readonly string[] {
  const known = new Set(sources.flatMap((source) => figures(source)));
  return figures(reply).filter((figure) => !known.has(figure));
}

function figures(text: string): string[] {
  return (text.normalize('NFC').match(FIGURE) ?? []).map((figure) => figure.replace(/(?<![\d.,])0+(?=\d)/g, ''));
}
