import { fromLegacy, isVniMark, type LegacyEncoding } from '../encodings/legacy-encodings.ts';
import { type LegacyFont, legacyFont } from '../encodings/legacy-fonts.ts';
import { compareReadings } from '../encodings/legacy-text.ts';
import type { Styles } from './styles.ts';
import { childrenOf, descendantsOf, replaceBy, setText, textOf, type XmlElement, type XmlPart } from './xml.ts';

interface LegacyPiece extends LegacyFont {
  readonly element: XmlElement;
  readonly text: string;
}

const TEXT_BOX = new Set(['w:txbxContent']);

/**
 * Rewrites the runs that are set in fonts of the time before Unicode. A run counts as legacy by its font's name,
 * wherever that is said; but Word keeps the font's name when somebody types Unicode into it, so each paragraph is
 * read both ways, and what cannot be told follows the rest of the document.
 * @returns the encodings that were converted
 */
export function convertLegacyRuns(
  part: XmlPart,
  paragraphs: readonly XmlElement[],
  styles: Styles,
): ReadonlySet<LegacyEncoding> {
  const found = paragraphs
    .map((paragraph) => legacyPieces(part, paragraph, styles))
    .filter((pieces) => pieces.length > 0);
  const gains = found.map((pieces) => gainOf(pieces));
  const usually = gains.filter((gain) => gain > 0).length >= gains.filter((gain) => gain < 0).length;
  const converted = new Set<LegacyEncoding>();
  found.forEach((pieces, index) => {
    const gain = gains[index] ?? 0;
    if (gain < 0 || (gain === 0 && !usually)) return;
    for (const [encoding, text] of rewrite(part, pieces)) if (text) converted.add(encoding);
  });
  return converted;
}

function legacyPieces(part: XmlPart, paragraph: XmlElement, styles: Styles): LegacyPiece[] {
  return descendantsOf(paragraph, new Set(['w:r']), TEXT_BOX).flatMap((run) => {
    const font = legacyFont(styles.fontOf(run, paragraph) ?? '');
    if (font === null) return [];
    // The soft hyphen is the letter ư in TCVN3, and Word stores soft hyphens as elements.
    for (const hyphen of childrenOf(run, 'w:softHyphen')) replaceBy(hyphen, [part.parse('<w:t>\u00ad</w:t>')]);
    return childrenOf(run, 'w:t').map((element) => ({ ...font, element, text: textOf(element) }));
  });
}

function gainOf(pieces: readonly LegacyPiece[]): number {
  const encoding = pieces[0]?.encoding ?? 'TCVN3';
  const same = pieces.filter((piece) => piece.encoding === encoding);
  return compareReadings(same.map((piece) => piece.text).join(''), encoding);
}

function rewrite(part: XmlPart, pieces: readonly LegacyPiece[]): readonly (readonly [LegacyEncoding, boolean])[] {
  const texts = joinedMarks(pieces);
  return pieces.map((piece, index) => {
    const text = texts[index] ?? '';
    const read = fromLegacy(text, piece.encoding);
    const shown = piece.capitals ? read.toUpperCase() : read;
    if (shown !== piece.text) setText(part, piece.element, shown);
    return [piece.encoding, read !== text] as const;
  });
}

/** Word cuts runs anywhere: a VNI mark at the start of one belongs to the vowel at the end of the one before. */
function joinedMarks(pieces: readonly LegacyPiece[]): readonly string[] {
  const texts = pieces.map((piece) => piece.text);
  for (let index = 1; index < texts.length; index += 1) {
    const [before = '', text = ''] = [texts[index - 1], texts[index]];
    if (pieces[index]?.encoding !== 'VNI' || !/[aeouyôö]$/i.test(before) || !isVniMark(text.charAt(0))) continue;
    texts[index - 1] = before + text.charAt(0);
    texts[index] = text.slice(1);
  }
  return texts;
}
