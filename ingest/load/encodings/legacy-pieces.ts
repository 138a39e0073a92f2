import { fromLegacy, isVniMark, type LegacyEncoding } from './legacy-encodings.ts';
import type { LegacyFont } from './legacy-fonts.ts';
import { compareReadings } from './legacy-text.ts';

/** A piece of a paragraph set in one font; `null` for a font of Unicode text. */
export interface FontPiece {
  readonly text: string;
  readonly font: LegacyFont | null;
}

export interface ConvertedPieces {
  /** The texts of each paragraph's pieces, in the order given. */
  readonly texts: readonly (readonly string[])[];
  readonly converted: ReadonlySet<LegacyEncoding>;
}

/**
 * Converts the pieces of a document that are set in fonts of the time before Unicode. A piece counts as legacy by its
 * font's name; but word processors keep the font's name when somebody types Unicode into it, so each paragraph is
 * read both ways, and what cannot be told follows the rest of the document.
 */
export function convertPieces(paragraphs: readonly (readonly FontPiece[])[]): ConvertedPieces {
  const gains = paragraphs.map(gainOf);
  const better = gains.filter((gain) => gain !== null && gain > 0).length;
  const worse = gains.filter((gain) => gain !== null && gain < 0).length;
  const converted = new Set<LegacyEncoding>();
  const texts = paragraphs.map((pieces, index) => {
    const gain = gains[index] ?? null;
    const isLegacy = gain !== null && (gain > 0 || (gain === 0 && better >= worse));
    return isLegacy ? convert(pieces, converted) : pieces.map((piece) => piece.text);
  });
  return { texts, converted };
}

/** By how much the legacy pieces read better when converted, or `null` when there are none. */
function gainOf(pieces: readonly FontPiece[]): number | null {
  const encoding = pieces.find((piece) => piece.font !== null)?.font?.encoding;
  if (encoding === undefined) return null;
  const same = pieces.map((piece) => (piece.font?.encoding === encoding ? piece.text : ' '));
  return compareReadings(same.join(''), encoding);
}

function convert(pieces: readonly FontPiece[], converted: Set<LegacyEncoding>): readonly string[] {
  return joinedMarks(pieces).map((text, index) => {
    const font = pieces[index]?.font ?? null;
    if (font === null) return text;
    const read = fromLegacy(text, font.encoding);
    if (read !== text) converted.add(font.encoding);
    return font.capitals ? read.toUpperCase() : read;
  });
}

/** Runs are cut anywhere: a VNI mark at the start of one belongs to the vowel at the end of the one before. */
function joinedMarks(pieces: readonly FontPiece[]): readonly string[] {
  const texts = pieces.map((piece) => piece.text);
  for (let index = 1; index < texts.length; index += 1) {
    const [before = '', text = ''] = [texts[index - 1], texts[index]];
    const isVni = [pieces[index - 1], pieces[index]].every((piece) => piece?.font?.encoding === 'VNI');
    if (!isVni || !/[aeouyôö]$/i.test(before) || !isVniMark(text.charAt(0))) continue;
    texts[index - 1] = before + text.charAt(0);
    texts[index] = text.slice(1);
  }
  return texts;
}
