import { agrees, readSyllable, type Syllable } from '../../knowledge/text/syllable.ts';
import type { MessageWord, MessageWords } from './message-words.ts';

/**
 * The pattern language of the rules. A phrase is Vietnamese words with diacritics, between single spaces:
 * `đánh/tát` one of several words, `word?` may be absent, `=đánh` only with exactly these diacritics, `*` any one word,
 * `…` up to five words, `<child>` one phrase of a named list. A message word without diacritics agrees with any
 * accented one (see `agrees`), so one phrase reads accented, unaccented and half-accented messages; in a message that
 * is spelled out throughout, `tôi` is no `tội`.
 */
export interface Phrase {
  /** Folded words with which a match can begin. */
  readonly heads: ReadonlySet<string>;
  /** Folded words without which there is no match; most phrases are ruled out by them. */
  readonly needs: readonly string[];
  /** Whether the phrase stands at this position; `accept` is told the position after it. */
  matchAt(words: readonly MessageWord[], at: number, accept: (end: number) => boolean): boolean;
}

export type PhraseLists = Readonly<Record<string, readonly string[]>>;

const GAP_WORDS = 5;

type Step = (words: readonly MessageWord[], at: number, start: number, accept: (end: number) => boolean) => boolean;

interface Part {
  readonly step: Step;
  readonly optional: boolean;
  /** `null`: can begin with any word. */
  readonly heads: ReadonlySet<string> | null;
}

/** Splits a block of phrases separated by semicolons or line breaks. */
export function phrases(block: string): readonly string[] {
  return block
    .split(/[;\n]/u)
    .map((phrase) => phrase.trim())
    .filter((phrase) => phrase !== '');
}

/** Makes a phrase compiler that knows the named lists; each distinct phrase is compiled once. */
export function createPhraseCompiler(lists: PhraseLists): (phrase: string) => Phrase {
  const compiled = new Map<string, Phrase>();
  const compile = (phrase: string): Phrase => {
    const known = compiled.get(phrase);
    if (known !== undefined) return known;
    const made = assemble(phrase.split(' ').map((part) => readPart(part, lists, compile)));
    compiled.set(phrase, made);
    return made;
  };
  return compile;
}

/** Every span `[start, end)` at which the phrase stands, shortest first at each start. */
export function findPhrase(phrase: Phrase, message: MessageWords): [start: number, end: number] | null {
  if (!mayStand(phrase, message)) return null;
  for (const head of phrase.heads) {
    for (const at of message.positions.get(head) ?? []) {
      let end = at;
      const found = phrase.matchAt(message.words, at, (reached) => {
        end = reached;
        return true;
      });
      if (found) return [at, end];
    }
  }
  return null;
}

/** Whether the message holds all words that the phrase cannot do without. */
export function mayStand(phrase: Phrase, { positions }: MessageWords): boolean {
  return phrase.needs.every((word) => positions.has(word));
}

/** Phrases by each word with which they can begin. */
export function byHeads(among: Iterable<Phrase>): ReadonlyMap<string, readonly Phrase[]> {
  const found = new Map<string, Phrase[]>();
  for (const phrase of among) {
    for (const head of phrase.heads) {
      const known = found.get(head);
      if (known === undefined) found.set(head, [phrase]);
      else known.push(phrase);
    }
  }
  return found;
}

function assemble(parts: readonly Part[]): Phrase {
  const heads = new Set<string>();
  for (const part of parts) {
    if (part.heads === null) throw new Error('A phrase must begin with a word, not with a gap.');
    for (const head of part.heads) heads.add(head);
    if (!part.optional) break;
  }
  const run = (
    words: readonly MessageWord[],
    start: number,
    at: number,
    index: number,
    accept: (end: number) => boolean,
  ): boolean => {
    const part = parts[index];
    if (part === undefined) return accept(at);
    if (part.step(words, at, start, (end) => run(words, start, end, index + 1, accept))) return true;
    return part.optional && run(words, start, at, index + 1, accept);
  };
  const needs = parts.flatMap((part) => (!part.optional && part.heads?.size === 1 ? [...part.heads] : []));
  return { heads, needs, matchAt: (words, at, accept) => run(words, at, at, 0, accept) };
}

function readPart(written: string, lists: PhraseLists, compile: (phrase: string) => Phrase): Part {
  if (written === '…') return { step: gap, optional: false, heads: null };
  if (written === '*')
    return {
      step: (words, at, start, accept) => reaches(words, at, start) && accept(at + 1),
      optional: false,
      heads: null,
    };
  const optional = written.endsWith('?');
  const body = optional ? written.slice(0, -1) : written;
  if (body.startsWith('<')) return { ...listPart(body.slice(1, -1), lists, compile), optional };
  const exact = body.startsWith('=');
  const options = (exact ? body.slice(1) : body).split('/').map(readSyllable);
  const step: Step = (words, at, start, accept) => {
    const word = words[at];
    if (word === undefined || !reaches(words, at, start)) return false;
    return options.some((option) => fits(word, option, exact)) && accept(at + 1);
  };
  return { step, optional, heads: new Set(options.map((option) => option.folded)) };
}

function listPart(name: string, lists: PhraseLists, compile: (phrase: string) => Phrase): Omit<Part, 'optional'> {
  const list = lists[name];
  if (list === undefined) throw new Error(`A rule names the list <${name}>, which does not exist.`);
  const byHead = byHeads(list.map(compile));
  const step: Step = (words, at, start, accept) => {
    const word = words[at];
    if (word === undefined || !reaches(words, at, start)) return false;
    return (byHead.get(word.folded) ?? []).some((phrase) => phrase.matchAt(words, at, accept));
  };
  return { step, heads: new Set(byHead.keys()) };
}

const gap: Step = (words, at, start, accept) => {
  for (let skipped = 0; skipped <= GAP_WORDS; skipped += 1) {
    if (accept(at + skipped)) return true;
    if (!reaches(words, at + skipped, start)) return false;
  }
  return false;
};

/** Whether a phrase that began at `start` may use the word at `at`: it exists and no sentence ended between. */
function reaches(words: readonly MessageWord[], at: number, start: number): boolean {
  const word = words[at];
  return word !== undefined && (at === start || !word.opensSentence);
}

function fits(written: MessageWord, meant: Syllable, exact: boolean): boolean {
  return agrees(written, meant) && (!(exact || written.spelledOut) || agrees(meant, written));
}
