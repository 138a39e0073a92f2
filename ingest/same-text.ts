import { createHash } from 'node:crypto';
import { fold } from '../knowledge/text/normalise.ts';
import type { SourceFormat } from './blocks.ts';
import type { ReadDocument } from './read-document.ts';

type Reading = Extract<ReadDocument, { ok: true }>;

/** Readings of one text: the one to answer from, and the others. */
export interface SameText<R extends Reading> {
  readonly chosen: R;
  readonly others: readonly R[];
}

/** From the format that keeps most of a document to the one that keeps least. */
const PREFERENCE: readonly SourceFormat[] = ['docx', 'html', 'doc', 'rtf', 'md', 'xlsx', 'xls', 'csv', 'pdf', 'txt'];
/** Share of words in common from which two readings of one number and date are one text (formats lose a little). */
const SAME_SHARE = 0.97;

/**
 * Finds documents that came in more than once: the same words under another name or in another format, or the same
 * number and date with nearly the same words and exactly the same figures. Order of the first occurrence is kept.
 */
export function groupSameTexts<R extends Reading>(readings: readonly R[]): readonly SameText<R>[] {
  const groups: Group<R>[] = [];
  const byWords = new Map<string, Group<R>>();
  const byNumber = new Map<string, Group<R>[]>();
  for (const reading of readings) {
    const words = countWords(reading);
    const key = digestOf(words);
    const number = numberAndDay(reading);
    const sameNumber = number === null ? [] : (byNumber.get(number) ?? []);
    const group = byWords.get(key) ?? sameNumber.find((other) => nearlySame(other.words, words));
    if (group === undefined) {
      const made: Group<R> = { words, members: [reading] };
      groups.push(made);
      byWords.set(key, made);
      if (number !== null) byNumber.set(number, [...sameNumber, made]);
    } else {
      group.members.push(reading);
      byWords.set(key, group);
    }
  }
  return groups.map(({ members }) => {
    const chosen = members.reduce((best, member) => (rank(member) < rank(best) ? member : best));
    return { chosen, others: members.filter((member) => member !== chosen) };
  });
}

interface Group<R> {
  readonly words: WordCounts;
  readonly members: R[];
}

type WordCounts = ReadonlyMap<string, number>;

function rank(reading: Reading): number {
  const place = PREFERENCE.indexOf(reading.format);
  return place === -1 ? PREFERENCE.length : place;
}

function numberAndDay({ document }: Reading): string | null {
  return document.number === null ? null : `${fold(document.number)} ${document.issuedOn ?? ''}`;
}

/** Words of the whole text without regard to order, because formats differ in where headings and forms stand. */
function countWords(reading: Reading): WordCounts {
  const headings = new Set(reading.passages.flatMap((passage) => passage.headings));
  const texts = [
    ...headings,
    ...reading.passages.map((passage) => passage.text),
    ...reading.leftovers.map((leftover) => leftover.text),
  ];
  const counts = new Map<string, number>();
  for (const text of texts) {
    for (const [word] of text
      .normalize('NFC')
      .toLowerCase()
      .matchAll(/[\p{L}\p{M}]+|\d+/gu))
      counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return counts;
}

function digestOf(words: WordCounts): string {
  const sorted = [...words].sort(([a], [b]) => (a < b ? -1 : 1));
  return createHash('sha256').update(JSON.stringify(sorted)).digest('hex');
}

function nearlySame(a: WordCounts, b: WordCounts): boolean {
  let common = 0;
  let all = 0;
  for (const word of new Set([...a.keys(), ...b.keys()])) {
    const inA = a.get(word) ?? 0;
    const inB = b.get(word) ?? 0;
    if (/\d/.test(word) && (inA === 0) !== (inB === 0)) return false;
    common += 2 * Math.min(inA, inB);
    all += inA + inB;
  }
  return common / Math.max(1, all) >= SAME_SHARE;
}
