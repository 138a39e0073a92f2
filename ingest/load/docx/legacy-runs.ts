import type { LegacyEncoding } from '../encodings/legacy-encodings.ts';
import { legacyFont } from '../encodings/legacy-fonts.ts';
import { convertPieces, type FontPiece } from '../encodings/legacy-pieces.ts';
import type { Styles } from './styles.ts';
import { childrenOf, descendantsOf, replaceBy, setText, textOf, type XmlElement, type XmlPart } from './xml.ts';

interface RunText extends FontPiece {
  readonly element: XmlElement;
}

/** Rewrites the runs set in fonts of the time before Unicode. @returns the encodings that were converted */
export function convertLegacyRuns(
  part: XmlPart,
  paragraphs: readonly XmlElement[],
  styles: Styles,
): ReadonlySet<LegacyEncoding> {
  const found = paragraphs
    .map((paragraph) => runTexts(part, paragraph, styles))
    .filter((pieces) => pieces.some((piece) => piece.font !== null));
  const { texts, converted } = convertPieces(found);
  found.forEach((pieces, paragraph) => {
    pieces.forEach(({ element, text }, index) => {
      const shown = texts[paragraph]?.[index] ?? text;
      if (shown !== text) setText(part, element, shown);
    });
  });
  return converted;
}

function runTexts(part: XmlPart, paragraph: XmlElement, styles: Styles): RunText[] {
  return descendantsOf(paragraph, new Set(['w:r'])).flatMap((run) => {
    const font = legacyFont(styles.fontOf(run, paragraph) ?? '');
    // The soft hyphen is the letter ư in TCVN3, and Word stores soft hyphens as elements.
    if (font !== null)
      for (const hyphen of childrenOf(run, 'w:softHyphen')) replaceBy(hyphen, [part.parse('<w:t>\u00ad</w:t>')]);
    return childrenOf(run, 'w:t').map((element) => ({ element, font, text: textOf(element) }));
  });
}
