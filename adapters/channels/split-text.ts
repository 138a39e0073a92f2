/** Below the 2000 of Messenger and Zalo, because neither says what it counts as a character. */
const MAX_LENGTH = 1900;

/** White space that a following mark or modifier joins is part of a letter, not a place to cut. */
const PARAGRAPH_END = /\n\s*\n(?![\p{M}\p{Emoji_Modifier}\u200c\u200d])/gu;
const LINE_END = /\n(?![\p{M}\p{Emoji_Modifier}\u200c\u200d])/gu;
const SENTENCE_END = /[.!?…:;]["'”’)\]]*\s(?![\p{M}\p{Emoji_Modifier}\u200c\u200d])/gu;
const WORD_END = /\s(?![\p{M}\p{Emoji_Modifier}\u200c\u200d])/gu;

/** Best first: a piece ends where a reader would pause. */
const ENDS = [PARAGRAPH_END, LINE_END, SENTENCE_END, WORD_END];
/** A good place too early in a piece would leave a stub, so a lesser place further on is taken. */
const MIN_FILL = 0.4;

const graphemes = new Intl.Segmenter('vi', { granularity: 'grapheme' });

/**
 * Cuts a text into messages of at most `max` UTF-16 units, in NFC, trimmed and never empty (a blank text gives
 * none). Cuts fall at the end of a paragraph, else of a line, a sentence or a word; a longer run without any
 * is cut between graphemes, so no letter loses its marks. Only white space at the cuts is dropped. A single
 * grapheme longer than `max` stays whole.
 */
export function splitText(text: string, max: number = MAX_LENGTH): string[] {
  const pieces: string[] = [];
  let rest = text.normalize('NFC').trim();
  while (rest.length > max) {
    const cut = cutOf(rest, max);
    pieces.push(rest.slice(0, cut).trimEnd());
    rest = rest.slice(cut).trimStart();
  }
  if (rest !== '') pieces.push(rest);
  return pieces;
}

/** Where the first piece of `text` ends; between 1 and its length. */
function cutOf(text: string, max: number): number {
  // A little more than fits: white space right after a full piece is a place to cut, unless a mark joins it.
  const head = text.slice(0, max + 3);
  for (const end of ENDS) {
    const cut = lastCut(head, end, max);
    if (cut >= max * MIN_FILL) return cut;
  }
  const word = lastCut(head, WORD_END, max);
  return word > 0 ? word : lastGrapheme(text, max);
}

/** The last place where a piece of at most `max` units (white space at its end not counted) ends with `end`; 0: none. */
function lastCut(head: string, end: RegExp, max: number): number {
  let last = 0;
  for (const match of head.matchAll(end)) {
    const cut = match.index + match[0].length;
    if (head.slice(0, cut).trimEnd().length <= max) last = cut;
  }
  return last;
}

function lastGrapheme(text: string, max: number): number {
  let cut = 0;
  for (const { index, segment } of graphemes.segment(text)) {
    const after = index + segment.length;
    if (after > max) return cut > 0 ? cut : after;
    cut = after;
  }
  return cut;
}
