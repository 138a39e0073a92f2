import { AGENCY_ANSWER, type OfficialDocument, type Passage } from '../document.ts';
import { printDay } from '../printed-day.ts';
import type { Scope } from '../retrieval/quotable.ts';
import type { Hit } from '../retrieval/retrieve.ts';
import { capitaliseFirst, lowerFirst } from '../text/first-letter.ts';
import type { AskedRow, Extract } from './extract.ts';
import { unsupportedFigures } from './grounding.ts';
import { validityWarning, warnedFigures } from './validity-warning.ts';

/** Words of one passage that a reply quotes. */
export interface Source {
  readonly hit: Hit;
  readonly extract: Extract;
  /** The row asked for, where the passage is of a table. */
  readonly row: AskedRow | null;
}

/** A further passage, which a reply tells in a line or two, or only names. */
export interface Related extends Source {
  /** Its words that fit the question best; `null`: it is only named. */
  readonly gist: string | null;
}

/** What became of one question of a message that asks several. */
export interface AnsweredPart {
  /** What it is about, in words of ours. */
  readonly about: string;
  /** What answers it; `null` when nothing is sure enough. */
  readonly source: Source | null;
}

/** A phone screen of text, in characters; a table group or a short Điều fits whole. */
export const MAX_QUOTE = 600;

/** Of a passage that is told in a line or two of a phone. */
const MAX_RELATED_TOPIC = 50;
const MAX_TOPIC = 120;

/** A longer topic (characters) would stand between the question and the row that answers it. */
const MAX_LEADING_TOPIC = 70;

/** «Phụ lục, mục 1.1.2, Nghị quyết 60/2025/NQ-HĐND (hiệu lực từ 08/12/2025)». */
export function sourceLine(document: OfficialDocument, address: string): string {
  const force =
    document.inForceFrom !== null
      ? ` (hiệu lực từ ${printDay(document.inForceFrom)})`
      : document.issuedOn === null
        ? ''
        : ` (ban hành ngày ${printDay(document.issuedOn)})`;
  return `${placeOf(document, address)}${force}`;
}

/** «Phụ lục, mục 1.1.2, Nghị quyết 60/2025/NQ-HĐND». */
function placeOf(document: OfficialDocument, address: string): string {
  const name = [document.kind, document.number].filter(Boolean).join(' ') || document.title;
  return `${address === '' ? '' : `${address}, `}${name}`;
}

/**
 * The reply to one question: its sources' words, each with where they stand.
 * @param related further passages, told in a line or two each or only named
 * @param clear whether the first source is what is asked for; if not, the reply says that it is the nearest
 */
function composeReply(
  [first, ...others]: readonly [Source, ...Source[]],
  related: readonly Related[],
  clear: boolean,
  scope: Scope,
): string {
  return [
    ...(clear ? openAnswer(first, scope) : openNear(first, scope)),
    ...others.flatMap((other) => [`Quy định liên quan${topicOf(other)}:`, ...quoteWithSource(other, scope)]),
    ...(related.length === 0 ? [] : [['Nếu anh/chị hỏi việc khác, có thể xem:', ...related.map(tell)].join('\n')]),
  ].join('\n\n');
}

/** What answers, from its first words on: a row of a table is the first sentence itself. */
function openAnswer(source: Source, scope: Scope): string[] {
  const topic = topicOf(source);
  if (source.hit.document.kind === AGENCY_ANSWER) {
    return [`Dạ, cơ quan trả lời${topic} như sau:`, ...quoteWithSource(source, scope)];
  }
  if (source.row === null) return [`Dạ, văn bản quy định${topic} như sau:`, ...quoteWithSource(source, scope)];
  const [row = '', ...rest] = quoteWithSource(source, scope);
  const named = topic !== '' && topic.length <= MAX_LEADING_TOPIC;
  return [named ? `Dạ, theo quy định${topic}: ${lowerFirst(row)}` : `Dạ, ${lowerFirst(row)}`, ...rest];
}

function openNear(source: Source, scope: Scope): string[] {
  const opening = `Dạ, gần với câu hỏi của anh/chị nhất là quy định${topicOf(source)}:`;
  return [opening, ...quoteWithSource(source, scope)];
}

/** A passage in a line or two: what it is about, what it says of the question where that is told, and where it stands. */
function tell({ hit: { document, passage }, gist }: Related): string {
  const heading = topicHeading(passage);
  const topic = heading === undefined ? '' : `${shorten(heading, MAX_RELATED_TOPIC)}: `;
  const place = placeOf(document, passage.address);
  return `– ${topic}${gist === null ? place : `${withoutNumber(gist)} (${place})`}`;
}

/** The reply to several questions in their order, each with a source of its own or the plain word that there is none. */
export function composeParts(parts: readonly AnsweredPart[], scope: Scope): string {
  return [
    'Dạ, em trả lời lần lượt từng câu hỏi ạ:',
    ...parts.map(({ about, source }, index) => {
      const opening = `${index + 1}. Về ${about}:`;
      if (source === null) return `${opening} ${NOT_FOUND}`;
      return [opening, ...quoteWithSource(source, scope)].join('\n');
    }),
  ].join('\n\n');
}

/** The reply that quotes these sources and names the related ones; `null` when a figure of it stands in none of them. */
export function groundedReply(
  sources: readonly [Source, ...Source[]],
  related: readonly Related[],
  clear: boolean,
  scope: Scope,
): string | null {
  const reply = composeReply(sources, related, clear, scope);
  return unsupportedFigures(reply, [...sources, ...related].flatMap(figuresOf)).length === 0 ? reply : null;
}

const NOT_FOUND =
  'em chưa tìm thấy câu trả lời chắc chắn trong các văn bản chính thức. Em đã ghi lại để cán bộ xem; anh/chị có thể chọn "Gặp cán bộ" ạ.';

function topicOf({ hit, extract }: Source): string {
  const heading = topicHeading(hit.passage);
  if (heading === undefined || goesOn(heading) || extract.quote.includes(heading)) return '';
  return ` về “${shorten(heading, MAX_TOPIC)}”`;
}

/** A heading that is half a sentence, whose points are only some of what it names: «gồm các giấy tờ tại khoản 1 và:». */
function goesOn(heading: string): boolean {
  return /\s(?:và|hoặc|là|thì|nếu|khi|phải)\s*:$/iu.test(heading);
}

function quoteWithSource({ hit, extract, row }: Source, scope: Scope): string[] {
  const warning = validityWarning(hit.validity, scope.unknownValidity ?? 'warn');
  const heading = topicHeading(hit.passage);
  const begun = heading !== undefined && goesOn(heading) && !extract.quote.includes(heading);
  return [
    ...(begun ? [withoutNumber(heading)] : []),
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

/**
 * From which character on a reply does not show the words of a source's passage: behind the quoted ones, or from the
 * beginning where only words before them are left; `null` when it shows them all.
 */
export function unshownFrom({ hit: { passage }, extract, row }: Source): number | null {
  if (!wordsOf(extract, row).some((words) => words.endsWith(extract.quote))) return 0;
  const start = passage.text.indexOf(extract.quote);
  const end = start + extract.quote.length;
  if (passage.text.slice(end).trim() === '') return start > 0 ? 0 : null;
  return end;
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

/**
 * The nearest heading, if it names a matter: the columns of a table name none, and above a number alone («Điều 33») stand
 * headings that are about much else.
 */
function topicHeading({ headings }: Passage): string | undefined {
  const nearest = headings.findLast((heading) => !heading.includes(' | '));
  return nearest === undefined || NUMBER_ALONE.test(nearest.trim()) ? undefined : nearest;
}

const NUMBER_ALONE = /^(?:Điều|Khoản|Mục|Chương|Phần|Phụ lục)?\s*(?:\d+(?:\.\d+)*|[IVXLC]+)?\s*[.:]?$/iu;

function withoutNumber(heading: string): string {
  return heading.replace(
    /^(?:(?:Điều|Mục|Chương|Phần)\s+[\dIVXLC]+[.:]?|[\dIVXLC]+(?:\.\d+)*[.:]?|[-–+]+|\([\divx]+\)|[-–+]*\s*\p{Ll}\))\s+/u,
    '',
  );
}

/** A heading as a topic: without its number, not in capitals, at most so many characters. */
function shorten(heading: string, most: number): string {
  const plain = withoutNumber(heading)
    .replace(/(?:\s+gồm)?(?:\s+như sau)?\s*:$/u, '')
    .trim();
  const words = isShouted(plain) ? capitaliseFirst(plain.replace(SHOUTED_WORD, (word) => word.toLowerCase())) : plain;
  return words.length <= most ? words : `${words.slice(0, words.lastIndexOf(' ', most - 3))}…`;
}

const SHOUTED_WORD = /(?<![\p{L}\p{N}/-])\p{Lu}+(?![\p{L}\p{N}/-])/gu;

/** Whether a heading is in capitals, for the most part at least: «DANH MỤC CÁC KHOẢN THU (kèm theo Nghị quyết …)». */
function isShouted(heading: string): boolean {
  const letters = heading.match(/\p{L}/gu) ?? [];
  return letters.filter((letter) => letter === letter.toUpperCase()).length > letters.length / 2;
}
