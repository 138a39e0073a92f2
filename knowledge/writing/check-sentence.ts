import { isAbbreviation } from '../text/abbreviations.ts';
import { fold } from '../text/normalise.ts';
import { isSyllable } from '../text/syllable-likelihood.ts';
import { CHOICES, DENIALS, DUTIES, FORBIDDEN, LOWER_BOUNDS, NO_DENIALS, UPPER_BOUNDS } from './cue-words.ts';
import { type Figure, readFigures, vouches } from './figures.ts';
import {
  clausesOf,
  contentWords,
  factsOf,
  type SourceFacts,
  type SourceUnit,
  type WritingSource,
} from './source-units.ts';

/** What is wrong with a written sentence. */
export type FaultKind =
  | 'uncited'
  | 'figure'
  | 'attribution'
  | 'negation'
  | 'modality'
  | 'name'
  | 'contact'
  | 'unsupported'
  | 'forbidden'
  | 'language'
  | 'markup'
  | 'length';

export interface Fault {
  readonly kind: FaultKind;
  /** The words that are at fault, for the repair and the log of offline runs; never sent to a citizen. */
  readonly words: string;
}

/** Longer than any sentence that is read on a phone. */
const LONGEST_SENTENCE = 500;
const MARKUP = /[<>{}`#*_\\|[\]]|\u200b/u;
/** Share of the words that carry meaning which the sources have to hold. */
const LEAST_SUPPORT = 0.7;
/** A clause with fewer words says too little to be compared. */
const LEAST_WORDS = 3;
/** Share of a clause's words that a statement must hold to be what the clause says again. */
const ALIKE = 0.6;
/** Share from which on the clause says a statement again, of one that has not many more words. */
const SAID_AGAIN = 0.85;
const LONGER = 1.25;

/**
 * What a written sentence says that the passages it cites do not. Empty: it may be sent.
 * @param sources the passages that the sentence cites; none: it may hold courtesy alone
 * @param allowed addresses and telephone numbers of the office, which may stand anywhere
 */
export function checkSentence(
  sentence: string,
  sources: readonly WritingSource[],
  allowed: readonly string[] = [],
): readonly Fault[] {
  const text = sentence.normalize('NFC').trim();
  const facts = sources.map(factsOf);
  const vouched = facts.map((one) => one.text).join('\n');
  return [
    ...(text.length > LONGEST_SENTENCE ? [fault('length', text.slice(0, 40))] : []),
    ...markup(text),
    ...forbidden(text, vouched),
    ...foreign(text),
    ...contacts(text, [vouched, ...allowed].join('\n')),
    ...names(text, [vouched, ...allowed].join('\n')),
    ...(sources.length === 0 ? uncited(text) : supported(text, facts)),
  ];
}

function fault(kind: FaultKind, words: string): Fault {
  return { kind, words };
}

function markup(text: string): Fault[] {
  const found = MARKUP.exec(text);
  return found === null ? [] : [fault('markup', found[0])];
}

function forbidden(text: string, vouched: string): Fault[] {
  const words = spaced(text);
  return FORBIDDEN.filter((phrase) => words.includes(` ${phrase} `) && !spaced(vouched).includes(` ${phrase} `)).map(
    (phrase) => fault('forbidden', phrase),
  );
}

function foreign(text: string): Fault[] {
  const words = text.match(/[\p{L}\p{M}]+/gu) ?? [];
  const strange = words.filter((word) => !isSyllable(word) && !isAbbreviation(word) && word !== word.toUpperCase());
  return words.length >= LEAST_WORDS && strange.length * 4 > words.length
    ? [fault('language', strange.slice(0, 5).join(' '))]
    : [];
}

/** Courtesy and what says that nothing was found: no figure, and no word that states anything. */
const SAYS_NOTHING = new Set(
  `trợ lý văn bản chính thức câu hỏi thông tin quy định nội dung tìm thấy đủ theo đây sau cán bộ liên hệ gặp thêm hỗ trợ trả lời xem chi tiết`
    .split(' ')
    .map(fold),
);

/** How a sentence says that it quotes: «theo quy định», «theo văn bản». */
const QUOTING = new Set(['theo', 'quy', 'dinh', 'van']);

function statingWords(text: string): readonly string[] {
  return contentWords(text).filter((word) => !QUOTING.has(word));
}

function uncited(text: string): Fault[] {
  const states =
    readFigures(text).length > 0 || contentWords(text).filter((word) => !SAYS_NOTHING.has(word)).length > 1;
  return states ? [fault('uncited', text.slice(0, 60))] : [];
}

function supported(text: string, facts: readonly SourceFacts[]): Fault[] {
  const holds = (written: Figure) => facts.some(({ figures }) => figures.some((source) => vouches(source, written)));
  const loose = readFigures(text).filter((written) => !holds(written));
  if (loose.length > 0) return loose.map(({ written }) => fault('figure', written));
  const units = facts.flatMap((one) => one.units);
  const words = [...new Set(statingWords(text))];
  const missing = words.filter((word) => !facts.some((one) => one.words.has(word)));
  if (words.length >= LEAST_WORDS && 1 - missing.length / words.length < LEAST_SUPPORT)
    return [fault('unsupported', missing.slice(0, 8).join(' '))];
  return clausesOf(text).flatMap((clause) => [...misattributed(clause, units), ...turnedRound(clause, units)]);
}

/**
 * A figure must stand with the words that it stands with in the source: nearer than any other figure of its kind, and
 * where the clause says one statement again, in that statement.
 */
function misattributed(clause: string, units: readonly SourceUnit[]): Fault[] {
  const words = [...new Set(statingWords(clause))];
  const figures = readFigures(clause);
  const labels = figures.filter(({ kind }) => kind === 'reference');
  const labelled = (unit: SourceUnit) =>
    labels.filter((label) => unit.figures.some((figure) => vouches(figure, label))).length;
  const best = (among: readonly SourceUnit[]) =>
    Math.max(0, ...among.map((unit) => overlap(words, unit) + labelled(unit)));
  const nearest = best(units);
  return figures.flatMap((written) => {
    if (written.kind === 'reference' || words.length === 0) return [];
    const own = units.filter(({ figures }) => figures.some((figure) => vouches(figure, written)));
    if (own.length === 0) return [];
    const rivals = units.filter(
      (unit) => !own.includes(unit) && unit.figures.some((figure) => isRival(figure, written)),
    );
    const here = best(own);
    const saidElsewhere = nearest >= SAID_AGAIN * (words.length + labels.length) && here < nearest;
    const tooOften = own.every((unit) => times(figures, written) > times(unit.figures, written));
    return best(rivals) > here || saidElsewhere || tooOften ? [fault('attribution', clause.slice(0, 60))] : [];
  });
}

function times(figures: readonly Figure[], written: Figure): number {
  return figures.filter((figure) => vouches(figure, written)).length;
}

function isRival(figure: Figure, written: Figure): boolean {
  if (figure.kind !== written.kind) return false;
  return figure.kind !== 'number' || written.kind !== 'number' || figure.unit === written.unit;
}

/** How many of a clause's words a statement holds; words of the headings above count a little. */
function overlap(words: readonly string[], { words: held, under }: SourceUnit): number {
  return words.reduce((sum, word) => sum + (held.has(word) ? 1 : under.has(word) ? 0.25 : 0), 0);
}

/** A clause that says a statement of the source again must not deny, oblige or allow where that does not. */
function turnedRound(clause: string, units: readonly SourceUnit[]): Fault[] {
  const words = [...new Set(statingWords(clause))];
  if (words.length < LEAST_WORDS) return [];
  const scored = units.map((unit) => ({ unit, score: overlap(words, unit) })).sort((a, b) => b.score - a.score);
  const best = scored[0]?.score ?? 0;
  if (best < ALIKE * words.length) {
    // Nothing says it in these words, so nothing may be turned round in it either.
    const cues = [...cuesIn(clause, DENIALS), ...cuesIn(clause, DUTIES)];
    const anywhere = units.map(({ text }) => text).join('\n');
    return cues.filter((cue) => !spaced(anywhere).includes(` ${cue} `)).map((cue) => fault('negation', cue));
  }
  const alike = scored.filter(({ score }) => score === best).map(({ unit }) => unit);
  const again = (unit: SourceUnit) => best >= SAID_AGAIN * words.length && unit.words.size <= LONGER * words.length;
  const agrees = (cues: readonly string[]) =>
    alike.some((unit) => {
      const [there, here] = [cuesIn(unit.text, cues).length, cuesIn(clause, cues).length];
      return again(unit) ? there === here : there > 0 === here > 0;
    });
  if (!agrees(DENIALS)) return [fault('negation', clause.slice(0, 60))];
  const has = (text: string, cues: readonly string[]) => cuesIn(text, cues).length > 0;
  const binds = has(clause, DUTIES) && !has(clause, CHOICES);
  const frees = has(clause, CHOICES);
  const wrong =
    (binds && !alike.some(({ text }) => has(text, DUTIES))) ||
    (frees && alike.every(({ text }) => has(text, DUTIES) && !has(text, CHOICES))) ||
    (alike.every(again) && !agrees(DUTIES) && !agrees(CHOICES)) ||
    turnsBound(clause, alike, has);
  return wrong ? [fault('modality', clause.slice(0, 60))] : [];
}

/** «tối đa» where the statement says «ít nhất», or the other way round. */
function turnsBound(
  clause: string,
  alike: readonly SourceUnit[],
  has: (text: string, cues: readonly string[]) => boolean,
): boolean {
  const against = (one: readonly string[], other: readonly string[]) =>
    has(clause, one) && !has(clause, other) && alike.every(({ text }) => has(text, other) && !has(text, one));
  return against(UPPER_BOUNDS, LOWER_BOUNDS) || against(LOWER_BOUNDS, UPPER_BOUNDS);
}

/** Every place at which a cue stands. */
function cuesIn(text: string, cues: readonly string[]): readonly string[] {
  const without = NO_DENIALS.reduce((rest, phrase) => rest.replaceAll(` ${phrase} `, ' ¦ '), spaced(text));
  return cues.flatMap((cue) => Array.from({ length: without.split(` ${cue} `).length - 1 }, () => cue));
}

/** Lower case words between single spaces, with one at each end. */
function spaced(text: string): string {
  return ` ${(text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).join('  ')} `.replaceAll('  ', ' ');
}

const CONTACT =
  /(?:https?:\/\/|www\.)\S+|[\p{L}\d._+-]+@[\p{L}\d.-]+|[\p{L}\d-]+(?:\.[\p{L}\d-]+)*\.(?:vn|com|net|org|edu|gov|info|io)(?:\/\S*)?|(?<![\d.,/-])(?:\+?84|0)(?:[\s.-]?\d){8,10}(?!\d)|(?<!\d)1[89]00(?:[\s.-]?\d){2,4}(?!\d)/giu;

function contacts(text: string, known: string): Fault[] {
  const plain = (words: string) => words.toLowerCase().replace(/[\s.-]/gu, '');
  const vouched = plain(known);
  return (text.match(CONTACT) ?? [])
    .map((found) => found.replace(/[.,;)]+$/u, ''))
    .filter((found) => !vouched.includes(plain(found)))
    .map((found) => fault('contact', found));
}

const CAPITALISED = /(?<![\p{L}\p{N}])(?:\p{Lu}[\p{L}\p{M}\d]*)(?:\s+\p{Lu}[\p{L}\p{M}\d]*)*/gu;
const SENTENCE_START = /(?:^|[.:;!?–-]\s*|[“"(]\s*)$/u;

/** Names of people, schools and places, and abbreviations. */
function names(text: string, known: string): Fault[] {
  const vouched = ` ${fold(known).replace(/[^\p{L}\p{N}]+/gu, ' ')} `;
  return [...text.matchAll(CAPITALISED)].flatMap((found) => {
    const opens = SENTENCE_START.test(text.slice(0, found.index));
    const words = found[0].split(/\s+/u);
    // The first word of a sentence is a capital anyway, and may be the common word before a name.
    const name = opens ? words.slice(1) : words;
    const whole = [name.join(' '), words.join(' ')].some((form) => vouched.includes(` ${fold(form)} `));
    const shorts = name.length === 1 && isAbbreviation(name[0] ?? '');
    return name.length === 0 || whole || shorts ? [] : [fault('name', words.join(' '))];
  });
}
