import { isCapitals, opensUnit } from './unit-openings.ts';

/** One line as it stands in a file. */
export interface RawLine {
  readonly text: string;
  readonly page: number | null;
  /** An empty line (or a wide vertical gap) stands before it. */
  readonly afterBlank: boolean;
}

export interface Paragraph {
  readonly text: string;
  readonly page: number | null;
}

/** Lines of a hard-wrapped text are about this long at most. */
const WRAPPED_AT_MOST = 125;

/**
 * Puts paragraphs together that were broken into lines of a fixed width. In a text that is not hard-wrapped every
 * line is a paragraph.
 * @param trustBlanks whether a blank line always ends a paragraph; page breaks and loose line spacing in PDF are
 *   seen as blanks in the middle of sentences
 */
export function joinLines(lines: readonly RawLine[], trustBlanks: boolean): readonly Paragraph[] {
  const filled = lines
    .map((line) => ({ ...line, text: line.text.replace(/\s+/g, ' ').trim() }))
    .filter((line) => line.text !== '');
  const width = typicalWidth(filled.map((line) => line.text.length));
  const paragraphs: { text: string; page: number | null }[] = [];
  let previous: RawLine | null = null;
  for (const line of filled) {
    const current = paragraphs.at(-1);
    if (
      current === undefined ||
      previous === null ||
      startsParagraph(line, previous, current.text, width, trustBlanks)
    ) {
      paragraphs.push({ text: line.text, page: line.page });
    } else current.text += current.text.endsWith('/') ? line.text : ` ${line.text}`;
    previous = line;
  }
  return paragraphs;
}

function startsParagraph(
  line: RawLine,
  previous: RawLine,
  paragraph: string,
  width: number,
  trustBlanks: boolean,
): boolean {
  if (width > WRAPPED_AT_MOST) return true;
  if (/(?:^|\s)Số\s*:$/u.test(previous.text)) return false;
  if (opensUnit(line.text)) return true;
  if (line.afterBlank && trustBlanks) return true;
  const ended = /[.;:!?”"]$/.test(previous.text);
  const opensWithCapital = /^[“"(]?\p{Lu}/u.test(line.text);
  if (isCapitals(line.text) !== isCapitals(previous.text)) return true;
  if (line.afterBlank && opensWithCapital && (ended || isHeading(paragraph))) return true;
  return ended && opensWithCapital && previous.text.length < 0.8 * width;
}

function isHeading(paragraph: string): boolean {
  return paragraph.length < 160 && /^(?:Điều|Chương|Mục|Phần|Phụ lục)\s/u.test(paragraph);
}

/** The length that nearly all lines keep below. */
function typicalWidth(lengths: readonly number[]): number {
  const sorted = [...lengths].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length * 0.93)] ?? 0;
}
