import type { Hit } from '../../../knowledge/retrieval/retrieve.ts';
import { markOf } from '../../../knowledge/writing/prompt.ts';
import { type Answered, writeAnswer } from '../../../knowledge/writing/write-answer.ts';
import type { Writing } from '../../../knowledge/writing/written-answer.ts';
import { foundPassage, type QuotedPassage } from './quoted-passages.ts';
import type { WritingCase } from './read-cases.ts';

/** What became of a model's output. */
export interface JudgedOutput {
  readonly writing: Writing;
  /** What the citizen reads. */
  readonly text: string;
  /** The sentences that the citizen reads as the model wrote them. */
  readonly asWritten: readonly string[];
  /** Whether the citizen reads what the model put together, without its being asked once more. */
  readonly taken: boolean;
  /** Processor time of the whole step without the model (ms), which other processes of the machine do not lengthen. */
  readonly ms: number;
}

/** What became of a case. */
export interface JudgedCase extends JudgedOutput {
  readonly case: WritingCase;
}

const SCOPE = { day: '2026-11-26', territory: 'Hà Nội › Ba Đình', unknownValidity: 'warn' } as const;

/** Passages by name, as a search would have found them. */
export type FoundPassages = ReadonlyMap<string, Hit>;

/** New passages, of which nothing is kept yet. */
export function findPassages(passages: Readonly<Record<string, QuotedPassage>>): FoundPassages {
  return new Map(Object.entries(passages).map(([name, quoted]) => [name, foundPassage(name, quoted)]));
}

/**
 * Lets a model say a case's sentences and sees whether they reach the citizen; asked to mend them, it says them again.
 * @param offered which passages the model is given and cites: those the case is about, or all
 */
export async function judgeCase(
  one: WritingCase,
  passages: FoundPassages,
  offered: 'own' | 'all',
): Promise<JudgedCase> {
  const others = offered === 'own' ? [] : [...passages.keys()].filter((name) => !one.passages.includes(name));
  const hits = [...one.passages, ...others].flatMap((name) => passages.get(name) ?? []);
  if (hits.length === 0) throw new Error(`None of the passages «${one.passages.join(' + ')}» is there.`);
  const cites = one.cites ? hits.map((_, index) => index) : [];
  const said = one.sentences.map((text) => ({ text, cites }));
  return { case: one, ...(await judgeOutput('Cho em hỏi ạ', said, hits)) };
}

/** The false sentences of a hostile case that the citizen reads as they were written. */
export function falseRead({ truths }: WritingCase, { asWritten }: JudgedOutput): readonly string[] {
  return asWritten.filter((sentence) => !truths.includes(sentence));
}

/**
 * Lets a model say sentences and sees whether they reach the citizen; asked to mend them, it says them again.
 * @param said each with the indexes of the passages that it cites
 * @throws when there is no passage
 */
export async function judgeOutput(
  question: string,
  said: readonly { readonly text: string; readonly cites: readonly number[] }[],
  hits: readonly Hit[],
): Promise<JudgedOutput> {
  const [first] = hits;
  if (first === undefined) throw new Error('There is no passage to answer from.');
  const output = {
    sentences: said.map(({ text, cites }) => ({ text, passages: cites.map(markOf) })),
    completeness: 'complete',
    language: 'vi',
  };
  const model = { name: 'play', complete: async () => output };
  const before = process.cpuUsage();
  const { text, writing } = await writeAnswer(quotedAnswer(first, hits), question, SCOPE, model);
  const { user, system } = process.cpuUsage(before);
  const read = sentencesOf(text.split('\n\n')[0] ?? '');
  return {
    writing,
    text,
    asWritten: said
      .map((one) => one.text)
      .filter((sentence) => sentencesOf(sentence).every((one) => read.includes(one))),
    taken: writing.end === 'written' || writing.end === 'mended',
    ms: (user + system) / 1_000,
  };
}

/** Sentences without the courtesy with which they begin and end, to look for one in an answer. */
function sentencesOf(text: string): readonly string[] {
  return text
    .normalize('NFC')
    .toLowerCase()
    .split(/(?<=[.!?])\s+/u)
    .map((sentence) => sentence.replace(/^(?:dạ,?\s)?(?:thưa (?:anh\/chị|quý vị),\s)?/u, '').replace(/[.\s]+$/u, ''));
}

const QUOTED = 'Nguyên văn.';

function quotedAnswer(first: Hit, hits: readonly Hit[]): Answered {
  const { address, text } = first.passage;
  return {
    kind: 'answered',
    text: QUOTED,
    sources: [{ hit: first, extract: { address, quote: text }, row: null }],
    related: [],
    unanswered: [],
    confidence: 1,
    hits,
  };
}
