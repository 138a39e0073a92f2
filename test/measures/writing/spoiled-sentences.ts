import type { KnowledgeBase } from '../../../knowledge/knowledge-base.ts';
import { factsOf, type WritingSource } from '../../../knowledge/writing/source-facts.ts';

/** A sentence that says what its source says, in the source's words. */
export interface HonestSentence {
  readonly sentence: string;
  readonly source: WritingSource;
  /** Everything else that the passage says. */
  readonly others: readonly string[];
}

const LEAST = 30;
const MOST = 400;
/** Drawn formulas and what a scan left behind are no sentences. */
const NO_SENTENCE = /[|=_\\`[\]]/u;

/** Every statement of every passage, as an honest model would say it. */
export function honestSentences(base: KnowledgeBase): readonly HonestSentence[] {
  return base.passages.flatMap((passage) => {
    const document = base.documents.get(passage.documentId);
    if (document === undefined) return [];
    // What leads up to a list says nothing without its items.
    const statements = factsOf({ passage, document })
      .statements.map(({ text }) => text)
      .filter((text) => !/:\s*$/u.test(text));
    return statements
      .filter((statement) => statement.length >= LEAST && statement.length <= MOST && !NO_SENTENCE.test(statement))
      .map((statement) => ({
        sentence: `Dạ, theo quy định: ${statement.replace(/[.,;:]+$/u, '')}.`,
        source: { passage, document },
        others: statements.filter((other) => other !== statement),
      }));
  });
}

/** Whether an answer says what an honest sentence does, alone or in its whole list. */
export function isSaid({ sentence }: HonestSentence, shown: string): boolean {
  const own =
    sentence
      .split(': ')
      .at(-1)
      ?.replace(/[.\s]+$/u, '') ?? '';
  return shown.toLowerCase().includes(own.toLowerCase());
}

/** Gives the spoiled sentences of an honest one; none where there is nothing to spoil. */
type Spoil = (honest: HonestSentence) => readonly string[];

const AMOUNT = /(?<![\d/.,-])(\d{1,3}(?:\.\d{3})+|\d+)(?=\s*(?:đồng|%|tuổi|tiết|học sinh))/u;
const SUMS = /(?<![\d.])\d{1,3}(?:\.\d{3})+(?=\s*đồng)/gu;
const replaced = (sentence: string, pattern: RegExp, by: (found: RegExpExecArray) => string): readonly string[] => {
  const found = pattern.exec(sentence);
  return found === null ? [] : [sentence.replace(found[0], by(found))];
};
const atEnd =
  (words: string): Spoil =>
  ({ sentence }) => [sentence.replace(/\.$/u, words)];

/** What a model may do to a sentence, by what it does. */
export const SPOILS: Readonly<Record<string, Spoil>> = {
  'an amount is another': ({ sentence }) =>
    replaced(sentence, AMOUNT, ([, digits = '']) => String(Number(digits.replaceAll('.', '')) * 7 + 1_013)),
  'an amount is that of something else': ({ sentence, others }) => {
    const sumsIn = (text: string): readonly string[] => text.match(SUMS) ?? [];
    const own = sumsIn(sentence);
    const other = others.flatMap(sumsIn).find((sum) => !own.includes(sum));
    const [first] = own;
    return first === undefined || other === undefined ? [] : [sentence.replace(first, other)];
  },
  'a day is another': ({ sentence }) =>
    replaced(sentence, /(\d{1,2})\/(\d{1,2}\/\d{4})/u, ([, day, rest]) => `${(Number(day) % 28) + 1}/${rest}`),
  'a document is named that is not cited': atEnd(' theo Nghị quyết 1234/2024/NQ-HĐND.'),
  'the least becomes the most': ({ sentence }) =>
    replaced(sentence, /(?<!\p{L})(?:tối thiểu|ít nhất)(?!\p{L})/u, () => 'tối đa'),
  'a «không» is left out': ({ sentence }) => (/ không /u.test(sentence) ? [sentence.replaceAll(' không ', ' ')] : []),
  'a school is named': atEnd(' tại Trường THCS Nguyễn Hữu Huân.'),
  'an address is named': atEnd(', nộp tại thanhtoan-hocphi.com.'),
  'a telephone number is named': atEnd(', gọi 024.3999.1234.'),
  'something is promised': atEnd(' và chắc chắn sẽ được giải quyết.'),
};
