import { Command } from 'commander';
import { readQuestion } from '../../knowledge/question/question.ts';
import { countPairs } from '../../knowledge/text/restore/pair-counts.ts';
import { createRestorer, type Restore } from '../../knowledge/text/restore/restore-diacritics.ts';
import { oneSpelling } from '../../knowledge/text/spelling.ts';
import { type QuestionStyle, typeInStyle } from './retrieval/question-styles.ts';
import { readWrittenQuestions } from './written-questions.ts';

/**
 * Measures restoration: held-out questions written without diacritics, half of them, or as they are, restored and
 * compared word by word. `npm run measure:restoration -- --questions FILE [--json]`; the documents are the questions'
 * passages. Exits with 1 when fewer than 95 % of the words of unaccented questions come back.
 */

const TARGET = 0.95;
const WORD = /[\p{L}\p{M}]+/gu;

interface Row {
  readonly documents: 'with' | 'without';
  readonly style: QuestionStyle;
  readonly sentences: number;
  readonly words: number;
  /** Share of words as their writer meant them. */
  readonly right: number;
  readonly p50ms: number;
  readonly p95ms: number;
}

const options = new Command('measure:restoration')
  .requiredOption('--questions <file>', 'written questions (JSON lines, gzipped)')
  .option('--mistakes <number>', 'print that many wrongly restored sentences', '0')
  .option('--json', 'print JSON')
  .parse()
  .opts<{ questions: string; mistakes: string; json?: boolean }>();

const questions = readWrittenQuestions(options.questions);
const texts = questions.filter((question) => question.heldOut).map((question) => question.text);
const passages = countPairs(new Set(questions.map((question) => question.passage)));

function measure(restore: Restore, documents: Row['documents'], style: QuestionStyle): Row {
  const times: number[] = [];
  const mistakes: string[] = [];
  let words = 0;
  let right = 0;
  for (const text of texts) {
    const typed = typeInStyle(text, style, text);
    const startedAt = performance.now();
    const restored = restore(typed).text;
    times.push(performance.now() - startedAt);
    const meant = wordsOf(text);
    const wrong = wordsOf(restored).filter((word, index) => word !== meant[index]);
    words += meant.length;
    right += meant.length - wrong.length;
    if (wrong.length > 0) mistakes.push(`${text}\n  → ${restored}\n  (${wrong.join(', ')})`);
  }
  for (const mistake of mistakes.slice(0, Number(options.mistakes))) print(mistake);
  return { documents, style, sentences: texts.length, words, right: right / words, ...percentiles(times) };
}

function wordsOf(text: string): string[] {
  return oneSpelling(text.normalize('NFC').toLowerCase()).match(WORD) ?? [];
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** Milliseconds of reading a whole message, restoration included. */
function readingTimes(restore: Restore): { readonly p50ms: number; readonly p95ms: number } {
  const times = texts.map((text) => {
    const typed = typeInStyle(text, 'unaccented', text);
    const startedAt = performance.now();
    readQuestion(typed, [], { restore, writes: () => false });
    return performance.now() - startedAt;
  });
  return percentiles(times);
}

function percentiles(times: readonly number[]): { readonly p50ms: number; readonly p95ms: number } {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.floor(sorted.length * share)] ?? 0;
  return { p50ms: at(0.5), p95ms: at(0.95) };
}

const rows = (['without', 'with'] as const).flatMap((documents) => {
  const restore = createRestorer(documents === 'with' ? passages : null);
  for (const text of texts) restore(text);
  return (['unaccented', 'half', 'as-is'] as const).map((style) => measure(restore, documents, style));
});
const restore = createRestorer(passages);
readingTimes(restore);
const reading = readingTimes(restore);
if (options.json) print(JSON.stringify({ rows, reading }, null, 1));
else {
  print('documents  style       sentences  words   right   p50 ms  p95 ms');
  for (const row of rows)
    print(
      `${row.documents.padEnd(9)}  ${row.style.padEnd(10)}  ${String(row.sentences).padStart(9)}  ${String(row.words).padStart(5)}  ${row.right.toFixed(4)}  ${row.p50ms.toFixed(2).padStart(7)} ${row.p95ms.toFixed(2).padStart(7)}`,
    );
  print(`reading a whole unaccented message: p50 ${reading.p50ms.toFixed(2)} ms, p95 ${reading.p95ms.toFixed(2)} ms`);
}
if (rows.some((row) => row.style === 'unaccented' && row.documents === 'with' && row.right < TARGET))
  process.exitCode = 1;
