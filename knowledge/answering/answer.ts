import type { OfficialDocument } from '../document.ts';
import { numberKey } from '../document-links.ts';
import type { KnowledgeBase } from '../knowledge-base.ts';
import { printDay } from '../printed-day.ts';
import { type Question, readQuestion } from '../question/question.ts';
import type { QuestionEncoder } from '../retrieval/encoder.ts';
import type { Scope } from '../retrieval/quotable.ts';
import { type Hit, retrieve } from '../retrieval/retrieve.ts';
import { provinceOf, territoriesAskedFor } from '../territories.ts';
import { judgeAnswer } from './confidence.ts';
import { type AskedRow, type Extract, extractAnswer, findAskedRow } from './extract.ts';
import { unsupportedFigures } from './grounding.ts';
import { validityWarning, warnedFigures } from './validity-warning.ts';

/**
 * Why there is no answer: nothing is sure enough, the rules of another place are asked for, a document is named that
 * the collection does not hold, or a figure of the reply stands in no source.
 */
export type UnknownReason = 'unsure' | 'elsewhere' | 'no-such-document' | 'ungrounded';

/** Words of one passage that a reply quotes. */
export interface Source {
  readonly hit: Hit;
  readonly extract: Extract;
  /** The row asked for, where the passage is of a table. */
  readonly row: AskedRow | null;
}

/** What the documents give for a question. "I don't know" is a value. */
export type Answer =
  | {
      readonly kind: 'answered';
      readonly text: string;
      /** What the reply quotes: the best passage, and the next one where the two are close. */
      readonly sources: readonly [Source, ...Source[]];
      readonly confidence: number;
      readonly hits: readonly Hit[];
    }
  | {
      readonly kind: 'unknown';
      readonly reason: UnknownReason;
      readonly confidence: number;
      readonly hits: readonly Hit[];
    };

/**
 * Answers from the passages alone: quotes the best one with its source, and the next one too where it is not clear
 * which of them the citizen needs, or says that nothing is sure enough.
 * @param encoder searches by meaning too when it made the passages' vectors; `null` searches by words alone
 * @param earlier the citizen's earlier messages of this conversation, oldest first
 */
export async function answerQuestion(
  base: KnowledgeBase,
  encoder: QuestionEncoder | null,
  message: string,
  earlier: readonly string[],
  scope: Scope,
): Promise<Answer> {
  const { question, hits } = await search(base, encoder, message, earlier, scope);
  const unknown = (reason: UnknownReason, confidence: number): Answer => ({
    kind: 'unknown',
    reason,
    confidence,
    hits,
  });
  if (namesMissingDocument(question, base)) return unknown('no-such-document', 0);
  const hit = hits[0];
  if (hit === undefined) return unknown('unsure', 0);
  const { confidence, sure, clear } = judgeAnswer(question, hits, base.lexical);
  if (!sure) return unknown('unsure', confidence);
  if (answersForElsewhere(question, hit, scope)) return unknown('elsewhere', confidence);

  const next = clear ? undefined : hits.slice(1).find((other) => !answersForElsewhere(question, other, scope));
  const room = next === undefined ? MAX_QUOTE : MAX_QUOTE_OF_TWO;
  const quote = (of: Hit): Source => ({
    hit: of,
    extract: extractAnswer(of.passage, question, base.lexical, room),
    row: findAskedRow(of.passage, question, base.lexical),
  });
  const sources: [Source, ...Source[]] = [quote(hit), ...(next === undefined ? [] : [quote(next)])];
  const text = composeReply(sources, scope);
  if (unsupportedFigures(text, sources.flatMap(figuresOf)).length > 0) return unknown('ungrounded', confidence);
  return { kind: 'answered', text, sources, confidence, hits };
}

/** A phone screen of text, in characters; a table group or a short Điều fits whole. */
const MAX_QUOTE = 700;
const MAX_QUOTE_OF_TWO = 500;

const NAMED_NUMBER = /\d{1,5}\s?\/\s?(?:\d{4}\s?\/\s?)?[\p{L}]+\d*(?:\s?-\s?[\p{L}]+)*/gu;

/** Whether the question names a document by its number and the collection does not hold it: nobody may confirm it. */
function namesMissingDocument(question: Question, base: KnowledgeBase): boolean {
  const named = (question.text.match(NAMED_NUMBER) ?? [])
    .filter((number) => /\/\s?\d{4}\s?\/|-/u.test(number))
    .map(numberKey);
  if (named.length === 0) return false;
  const held = new Set(
    [...base.documents.values()].flatMap((document) =>
      document.number === null || document.withdrawn ? [] : [numberKey(document.number)],
    ),
  );
  return named.some((number) => !held.has(number));
}

/** Whether the question asks for the rules of another place and the passage is not from there. */
function answersForElsewhere(question: Question, hit: Hit, scope: Scope): boolean {
  const places = territoriesAskedFor(question.standalone).filter((place) => place !== provinceOf(scope.territory));
  return places.length > 0 && !places.includes(provinceOf(hit.document.territory) ?? '');
}

/** Reads a message and finds its passages, best first. */
export async function search(
  base: KnowledgeBase,
  encoder: QuestionEncoder | null,
  message: string,
  earlier: readonly string[],
  scope: Scope,
): Promise<{ readonly question: Question; readonly hits: readonly Hit[] }> {
  const question = readQuestion(message, earlier, base);
  const comparable = encoder !== null && base.vectors?.model === encoder.model;
  const encoded = comparable ? await encoder.encodeQuestion(question.spelledAsCollection) : null;
  return { question, hits: retrieve(base, question, encoded, scope) };
}

/** «Phụ lục, mục 1.1.2, Nghị quyết 60/2025/NQ-HĐND (hiệu lực từ 08/12/2025)». */
export function sourceLine(document: OfficialDocument, address: string): string {
  const name = [document.kind, document.number].filter(Boolean).join(' ') || document.title;
  const force =
    document.inForceFrom !== null
      ? ` (hiệu lực từ ${printDay(document.inForceFrom)})`
      : document.issuedOn === null
        ? ''
        : ` (ban hành ngày ${printDay(document.issuedOn)})`;
  return `${address === '' ? '' : `${address}, `}${name}${force}`;
}

function composeReply([first, ...others]: readonly [Source, ...Source[]], scope: Scope): string {
  return [
    `Dạ, văn bản quy định${topicOf(first)} như sau:`,
    ...quoteWithSource(first, scope),
    ...others.flatMap((other) => [`Quy định liên quan${topicOf(other)}:`, ...quoteWithSource(other, scope)]),
  ].join('\n\n');
}

function topicOf({ hit, extract }: Source): string {
  const heading = hit.passage.headings.at(-1);
  return heading === undefined || extract.quote.includes(heading) ? '' : ` về “${shorten(heading)}”`;
}

function quoteWithSource({ hit, extract, row }: Source, scope: Scope): string[] {
  const warning = validityWarning(hit.validity, scope.unknownValidity ?? 'warn');
  return [
    ...wordsOf(extract, row),
    ...(warning === null ? [] : [warning]),
    `Nguồn: ${sourceLine(hit.document, row?.address ?? extract.address)}.`,
  ];
}

/** The row asked for, and the rows around it where both fit on a screen. */
function wordsOf({ quote }: Extract, row: AskedRow | null): string[] {
  if (row === null) return [quote];
  const fits = row.alone.length + quote.length <= MAX_QUOTE;
  return [`${row.alone}.`, ...(fits ? [`Trong bảng: ${quote}`] : [])];
}

/** Texts whose figures a reply that quotes this source may hold. */
function figuresOf({ hit, extract }: Source): string[] {
  const { text, address, headings } = hit.passage;
  return [text, address, extract.address, ...headings, ...sourceFigures(hit)];
}

/** Figures that the document's metadata vouch for. */
function sourceFigures({ document, validity }: Hit): string[] {
  return [
    document.number ?? '',
    document.title,
    ...warnedFigures(validity),
    ...[document.issuedOn, document.inForceFrom, document.inForceUntil].flatMap((day) =>
      day === null ? [] : [printDay(day)],
    ),
  ];
}

/** A heading as a topic: without its number, not in capitals, short enough for one line. */
function shorten(heading: string): string {
  const plain = heading
    .replace(/^(?:(?:Điều|Mục|Chương|Phần)\s+[\dIVXLC]+|[\dIVXLC]+(?:\.\d+)*)[.:]?\s+/u, '')
    .replace(/(?:\s+gồm)?(?:\s+như sau)?\s*:$/u, '')
    .trim();
  const words = plain === plain.toUpperCase() ? plain.charAt(0) + plain.slice(1).toLowerCase() : plain;
  return words.length <= 120 ? words : `${words.slice(0, words.lastIndexOf(' ', 117))}…`;
}
