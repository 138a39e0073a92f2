import { ABBREVIATIONS, type Abbreviation } from './abbreviation-table.ts';
import { fold } from './normalise.ts';

const WORD = /[\p{L}\p{M}\p{N}]+/gu;
const NUMBERED = /^(nv|hk|c)([123]|ii?)$/iu;
const NUMBERED_LONG: Readonly<Record<string, string>> = { nv: 'nguyện vọng', hk: 'học kỳ', c: 'cấp' };
/** Single letters that may measure the number before them: thousand, hour, minute, metre, gram. */
const UNITS = new Set(['k', 'h', 'p', 'm', 'g', 't']);
/** After these a number names and does not count: «lớp 1 k» is no amount. */
const NAMED_BY_NUMBER = new Set(['lop', 'khoi', 'cap', 'vao', 'mon', 'tiet', 'dieu']);
/** Letters in a document number («58/2025/NQ-HĐND») are part of its name. */
const DOCUMENT_NUMBER = /\d{1,5}\/(?:\d{4}\/)?\p{L}[\p{L}\d]*(?:-\p{L}[\p{L}\d]*)*/gu;
const WEEKDAY = /^t([2-7])$/u;
/** Words that may still follow at the end of a clause. */
const CLOSING_WORDS = new Set(['a', 'ah', 'ak', 'ha', 'ad', 'vay', 'v', 'z', 'the', 'nhi', 'nhe', 'nha', 'page', 'em']);

interface Entry extends Omit<Abbreviation, 'after' | 'before' | 'notAfter'> {
  readonly after: ReadonlySet<string> | null;
  readonly before: ReadonlySet<string> | null;
  readonly notAfter: ReadonlySet<string> | null;
}

const TABLE = indexByShortForm();

/**
 * Writes out school abbreviations and teencode (`hp trg mn` → `học phí trường mầm non`) and keeps every other
 * character as it is. Ambiguous short forms are written out only where their neighbours decide.
 * @param isKept whether a short form (as typed) stays as it is
 */
export function expandAbbreviations(text: string, isKept: (word: string) => boolean = () => false): string {
  const words = [...text.matchAll(WORD)].map((found) => ({ text: found[0], at: found.index }));
  const numbers = [...text.matchAll(DOCUMENT_NUMBER)].map(
    ({ index, 0: found }) => [index, index + found.length] as const,
  );
  let expanded = '';
  let copied = 0;
  let nextNumber = 0;
  words.forEach((word, index) => {
    const end = word.at + word.text.length;
    while ((numbers[nextNumber]?.[1] ?? Number.POSITIVE_INFINITY) < end) nextNumber += 1;
    if ((numbers[nextNumber]?.[0] ?? Number.POSITIVE_INFINITY) <= word.at) return;
    const before = neighbour(text, words[index - 1], word.at);
    const after = neighbour(text, words[index + 1], end);
    const counts = isAmount(word.text, before, words[index - 2]?.text);
    const long = counts ? null : meaning(word.text, before, after);
    if (long === null || isKept(word.text)) return;
    expanded += text.slice(copied, word.at) + long;
    copied = end;
  });
  return expanded + text.slice(copied);
}

/** Whether the word (lower case) is listed as a short form, whatever it would mean here. */
export function isAbbreviation(word: string): boolean {
  return TABLE.has(word) || NUMBERED.test(word) || WEEKDAY.test(word);
}

function meaning(written: string, before: string | null, after: string | null): string | null {
  const lower = written.toLowerCase();
  const numbered = NUMBERED.exec(lower);
  if (numbered?.[1] !== undefined) return `${NUMBERED_LONG[numbered[1]]} ${numbered[2]}`;
  const weekday = WEEKDAY.exec(lower);
  if (weekday !== null) return `thứ ${weekday[1]}`;
  const upper = written !== lower && written === written.toUpperCase();
  for (const entry of TABLE.get(lower) ?? []) if (fits(entry, upper, before, after)) return entry.long;
  return null;
}

/** "20 k" and "5 h" are amounts, whatever the letter means elsewhere. */
function isAmount(written: string, before: string | null, beforeThat: string | undefined): boolean {
  if (before === null || !/^\d+$/.test(before) || !UNITS.has(written.toLowerCase())) return false;
  return beforeThat === undefined || !NAMED_BY_NUMBER.has(fold(beforeThat));
}

function fits(entry: Entry, upper: boolean, before: string | null, after: string | null): boolean {
  if (entry.letters !== undefined && (entry.letters === 'upper') !== upper) return false;
  if (entry.notAfter !== null && before !== null && entry.notAfter.has(before)) return false;
  if (entry.after !== null && (before === null || !entry.after.has(before))) return false;
  if (entry.before !== null && (after === null || !entry.before.has(after))) return false;
  return entry.atEnd !== true || after === null || CLOSING_WORDS.has(after);
}

/** The folded neighbouring word, or `null` where a clause begins or ends. */
function neighbour(text: string, word: { text: string; at: number } | undefined, edge: number): string | null {
  if (word === undefined) return null;
  const between = word.at < edge ? text.slice(word.at + word.text.length, edge) : text.slice(edge, word.at);
  return /[.,;:!?\n()"]/.test(between) ? null : fold(word.text);
}

function indexByShortForm(): ReadonlyMap<string, readonly Entry[]> {
  const table = new Map<string, Entry[]>();
  for (const abbreviation of ABBREVIATIONS) {
    const entry: Entry = {
      ...abbreviation,
      after: wordSet(abbreviation.after),
      before: wordSet(abbreviation.before),
      notAfter: wordSet(abbreviation.notAfter),
    };
    for (const short of abbreviation.short.split(' ')) table.set(short, [...(table.get(short) ?? []), entry]);
  }
  return table;
}

function wordSet(words: string | undefined): ReadonlySet<string> | null {
  return words === undefined ? null : new Set(words.split(' ').filter((word) => word !== ''));
}
