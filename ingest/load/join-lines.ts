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
const LONE_MARK = /^(?:Điều|ĐIỀU|Chương|CHƯƠNG|\d{1,2}\.)$/u;

/**
 * Puts paragraphs together that were broken into lines of a fixed width. In a text that is not hard-wrapped every
 * line is a paragraph.
 * @param trustBlanks whether a blank line always ends a paragraph; page breaks and loose line spacing in PDF are
 *   seen as blanks in the middle of sentences
 * @param width of the whole text, where only a part of it is joined; see {@link typicalWidth}
 */
export function joinLines(
  lines: readonly RawLine[],
  trustBlanks: boolean,
  width = typicalWidth(lines),
): readonly Paragraph[] {
  const filled = lines
    .map((line) => ({ ...line, text: line.text.replace(/\s+/g, ' ').trim() }))
    .filter((line) => line.text !== '');
  const blanksPart = trustBlanks && partedByBlanks(filled);
  const paragraphs: { text: string; page: number | null }[] = [];
  let previous: RawLine | null = null;
  for (const line of filled) {
    const current = paragraphs.at(-1);
    if (
      current === undefined ||
      previous === null ||
      startsParagraph(line, previous, current.text, { width, trustBlanks, blanksPart })
    ) {
      paragraphs.push({ text: line.text, page: line.page });
    } else current.text += current.text.endsWith('/') ? line.text : ` ${line.text}`;
    previous = line;
  }
  return paragraphs;
}

interface Wrapping {
  readonly width: number;
  readonly trustBlanks: boolean;
  /** Whether every paragraph stands between blank lines. */
  readonly blanksPart: boolean;
}

/** Whether nearly all lines that open a unit follow a blank one. */
function partedByBlanks(lines: readonly RawLine[]): boolean {
  const opening = lines.filter((line) => opensUnit(line.text));
  return opening.length >= 10 && opening.filter((line) => line.afterBlank).length >= 0.8 * opening.length;
}

function startsParagraph(
  line: RawLine,
  previous: RawLine,
  paragraph: string,
  { width, trustBlanks, blanksPart }: Wrapping,
): boolean {
  if (width > WRAPPED_AT_MOST) return true;
  if (/(?:^|\s)Số\s*:$/u.test(previous.text)) return false;
  // «Điều» and «1.» may stand on a line of their own before their words.
  if (LONE_MARK.test(previous.text) && !afterLoneMark(line.text)) return false;
  if (isReference(line.text, previous.text)) return false;
  if (opensUnit(line.text)) return true;
  if (line.afterBlank && trustBlanks) return true;
  if (blanksPart) return isCapitals(line.text) !== isCapitals(previous.text);
  const ended = /[.;:!?”"]$/.test(previous.text);
  const opensWithCapital = /^[“"(]?\p{Lu}/u.test(line.text);
  if (isCapitals(line.text) !== isCapitals(previous.text)) return true;
  // The last line of a heading is short; its first may be, where a file broke it at the end of bold words.
  const endsHeading = isHeading(paragraph) && paragraph !== previous.text && previous.text.length < 0.5 * width;
  if (endsHeading && opensWithCapital) return true;
  if (line.afterBlank && opensWithCapital && (ended || isHeading(paragraph))) return true;
  return ended && opensWithCapital && previous.text.length < 0.8 * width;
}

/** What may follow «Điều» on the next line is its number; what follows «1.» are its words. */
function afterLoneMark(line: string): boolean {
  return opensUnit(line) && !/^\d+[a-zđ]?(?:[.:]|$)/u.test(line);
}

/** «… quy định tại» and «Điều 5.» on the next line: a reference, not the article itself. */
function isReference(line: string, previous: string): boolean {
  return (
    /^Điều\s+\d/u.test(line) &&
    /(?:\s(?:tại|theo|của|và|hoặc|đến|với|này,)|(?:khoản|điểm)\s+[\da-zđ]+|,)$/u.test(previous)
  );
}

function isHeading(paragraph: string): boolean {
  return paragraph.length < 160 && /^(?:Điều|Chương|Mục|Phần|Phụ lục)\s/u.test(paragraph);
}

/** The length, in characters, that nearly all lines keep below. */
export function typicalWidth(lines: readonly RawLine[]): number {
  const sorted = lines
    .map((line) => line.text.replace(/\s+/g, ' ').trim().length)
    .filter((length) => length > 0)
    .sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length * 0.93)] ?? 0;
}
