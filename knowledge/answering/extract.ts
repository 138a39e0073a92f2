import { rangeAddress } from '../address.ts';
import type { Passage, PassagePart } from '../document.ts';
import type { LexicalIndex } from '../knowledge-base.ts';
import type { Question } from '../question/question.ts';
import { tokenize } from '../text/tokens.ts';

/** Verbatim words chosen from one passage, in document order. */
export interface Extract {
  readonly address: string;
  readonly quote: string;
}

/** The row of a table that a question asks for. */
export interface AskedRow {
  readonly address: string;
  /** The row's words put so that they read alone. */
  readonly alone: string;
}

/** The row of the passage that fits the question better than every other; `null` where none does. */
export function findAskedRow(passage: Passage, question: Question, lexical: LexicalIndex): AskedRow | null {
  const rows = passage.parts
    .flatMap(({ address, text, alone }) =>
      alone === undefined ? [] : [{ address, alone, gain: scoreWords(text, question, lexical) }],
    )
    .sort((a, b) => b.gain - a.gain);
  const [first, second] = rows;
  return first !== undefined && first.gain > (second?.gain ?? 0) ? first : null;
}

/** How much longer than its room a quote may be to keep a list whole: a checklist without its end misleads. */
const LIST_EXTRA = 1.6;

/** What the best match of the encoder's tokens weighs beside the most words in common. */
const MATCH_SHARE = 1;
/** About the match of a part that has nothing to do with the question. */
const UNRELATED = 0.3;
/** What a quote loses that begins behind a lead («gồm:») or amid a list. */
const BROKEN_START = 0.5;

/**
 * Picks the parts of a passage that answer: the best part and the neighbours that together fit best into the room.
 * A short passage is quoted whole: half an article can mislead.
 * @param room characters that the quote may have; a list that fits 1.6 times as many is kept whole
 * @param matches how well each part matches the question token by token; `null` goes by words alone
 */
export function extractAnswer(
  passage: Passage,
  question: Question,
  lexical: LexicalIndex,
  room: number,
  matches: readonly number[] | null = null,
): Extract {
  const { parts } = passage;
  const first = parts[0];
  if (first === undefined || passage.text.length <= room) return { address: passage.address, quote: passage.text };

  const gains = gainsOf(parts, question, lexical, matches);
  const best = gains.indexOf(Math.max(...gains));
  let { from, to } = bestWindow(parts, gains, best, room);
  const list = listAround(parts, best);
  const listRoom = room * LIST_EXTRA;
  const keepsList = list !== null && span(parts, list.from, list.to) <= listRoom;
  if (keepsList) {
    const both = { from: Math.min(from, list.from), to: Math.max(to, list.to) };
    ({ from, to } = span(parts, both.from, both.to) <= listRoom ? both : list);
  }
  if (!keepsList) to = endOfThought(parts, from, to, best, listRoom);
  const chosen = parts.slice(from, to + 1);
  const quote = chosen.map((part) => part.text).join('\n');
  const address = rangeAddress(chosen.map((part) => part.address));
  return {
    address,
    quote:
      quote.length <= (keepsList || leads(parts[best]) ? listRoom : room)
        ? quote
        : cutToSentences(quote, question, lexical, room),
  };
}

/**
 * Where words that end with a lead («gồm:») end better: before it, or behind what it leads to when the lead is the best part.
 * @returns index of the last part
 */
function endOfThought(parts: readonly PassagePart[], from: number, to: number, best: number, room: number): number {
  if (!leads(parts[to])) return to;
  if (to > Math.max(from, best)) return to - 1;
  let end = to;
  while (end + 1 < parts.length && span(parts, from, end + 1) <= room) end += 1;
  return end > to && leads(parts[end]) ? end - 1 : end;
}

function leads(part: PassagePart | undefined): boolean {
  return part?.text.endsWith(':') ?? false;
}

/** The lead («Hồ sơ gồm:») and items of the list that a part leads or stands in; `null` where it does neither. */
function listAround(parts: readonly PassagePart[], at: number): { readonly from: number; readonly to: number } | null {
  for (let from = at; from >= 0; from -= 1) {
    const lead = parts[from];
    if (lead === undefined || !leads(lead)) continue;
    const isItem = (part: PassagePart | undefined) => part?.address.startsWith(`${lead.address}, `) ?? false;
    let to = from;
    while (isItem(parts[to + 1])) to += 1;
    if (to > from && at <= to) return { from, to };
  }
  return null;
}

/** Characters of a gist: two lines of a phone; a sentence that is a little longer is kept whole. */
const GIST = { room: 150, most: 200 };

/** The words of a passage that fit a question best, on one line and short enough to stand beside others. */
export function gistOf(
  passage: Passage,
  question: Question,
  lexical: LexicalIndex,
  matches: readonly number[] | null,
): string {
  const line = extractAnswer(passage, question, lexical, GIST.room, matches).quote.replaceAll('\n', ' ');
  return line.length <= GIST.most ? line : `${line.slice(0, line.lastIndexOf(' ', GIST.most - 1))}…`;
}

/** What each part says of the question, at most 1 by words and as much by the encoder's tokens. */
function gainsOf(
  parts: readonly PassagePart[],
  question: Question,
  lexical: LexicalIndex,
  matches: readonly number[] | null,
): readonly number[] {
  const byWords = parts.map((part) => relevance(part, question, lexical));
  const byMatch = parts.map((_, index) => Math.max(0, (matches?.[index] ?? 0) - UNRELATED));
  const [mostWords, mostMatch] = [byWords, byMatch].map((values) => Math.max(...values) || 1);
  return byWords.map(
    (words, index) => words / (mostWords ?? 1) + (MATCH_SHARE * (byMatch[index] ?? 0)) / (mostMatch ?? 1),
  );
}

/** The run of parts around the best one that fits the room and says most; a better part counts for more than two poor ones. */
function bestWindow(
  parts: readonly PassagePart[],
  gains: readonly number[],
  best: number,
  room: number,
): { readonly from: number; readonly to: number } {
  let window = { from: best, to: best };
  let most = Number.NEGATIVE_INFINITY;
  for (let from = best; from >= 0; from -= 1) {
    const loss = /[:;]$/.test(parts[from - 1]?.text ?? '') ? BROKEN_START : 0;
    for (let to = best; to < parts.length; to += 1) {
      if (to > from && span(parts, from, to) > room) break;
      const worth = gains.slice(from, to + 1).reduce((sum, gain) => sum + gain ** 2, -loss);
      if (worth < most || (worth === most && to - from <= window.to - window.from)) continue;
      most = worth;
      window = { from, to };
    }
  }
  return window;
}

function span(parts: readonly PassagePart[], from: number, to: number): number {
  return parts.slice(from, to + 1).reduce((sum, part) => sum + part.text.length + 1, -1);
}

/** Share of the question's weight that a part's own words hold, longer parts slightly discounted. */
function relevance(part: PassagePart, question: Question, lexical: LexicalIndex): number {
  return scoreWords(part.text, question, lexical) / (1 + part.text.length / 1500);
}

function scoreWords(text: string, question: Question, lexical: LexicalIndex): number {
  const tokens = tokenize(text);
  const syllables = new Set(tokens.folded);
  const pairs = new Set(tokens.pairs);
  let gain = 0;
  for (const [term, weight] of question.folded) if (syllables.has(term)) gain += weight * lexical.folded.idf(term);
  for (const [term, weight] of question.pairs) if (pairs.has(term)) gain += weight * lexical.pairs.idf(term);
  return gain;
}

/** A part longer than a screen: the best run of whole sentences. */
function cutToSentences(text: string, question: Question, lexical: LexicalIndex, room: number): string {
  const sentences = text
    .match(/[^.;\n]+(?:[.;](?=\s|$)|\n|$)|[^\s]+/g)
    ?.map((sentence) => sentence.trim())
    .filter(Boolean) ?? [text];
  const gains = sentences.map((sentence) => scoreWords(sentence, question, lexical));
  const best = gains.indexOf(Math.max(...gains));
  let from = best;
  let to = best;
  const length = () => sentences.slice(from, to + 1).join(' ').length;
  while (to + 1 < sentences.length && length() + (sentences[to + 1]?.length ?? 0) < room) to += 1;
  while (from > 0 && length() + (sentences[from - 1]?.length ?? 0) < room) from -= 1;
  const start = text.indexOf(sentences[from] ?? '');
  const lastSentence = sentences[to] ?? '';
  const end = text.indexOf(lastSentence, start) + lastSentence.length;
  return text.slice(start, end);
}
