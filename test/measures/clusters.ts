import { loadOnnxEncoder } from '../../adapters/encoder/onnx-encoder.ts';
import { type ClusteredQuestion, createQuestionClusters } from '../../knowledge/gaps/question-clusters.ts';
import { questionCore } from '../../knowledge/gaps/question-core.ts';
import { questionTerms } from '../../knowledge/gaps/question-terms.ts';
import { readMessageText } from '../../knowledge/question/message-text.ts';
import { restoreDiacritics } from '../../knowledge/text/restore/restore-diacritics.ts';
import { type AskedQuestion, askedQuestions, parentsQuestions, type TypedAs } from './clusters/asked-questions.ts';
import { adjustedRandIndex } from './clusters/rand-index.ts';

/**
 * How well questions are put together by need: adjusted Rand index over all needs, the half by which limits were fitted
 * and the half that was held out, 300 questions of 20 further needs that were written later, alone and among the others, for each way of typing, with the encoder and by words alone; and how long a question
 * takes once it is read.
 *
 *     npm run measure:clusters [-- --parents]
 */
const TYPED: readonly TypedAs[] = ['as-is', 'unaccented', 'half', 'teencode', 'mixed'];
const BREADTHS = [24, 7, 10, 7, 7, 9, 9, 9, 8];
const only = process.argv.includes('--parents');

const encoder = await loadOnnxEncoder();
print('typed', 'by', 'questions', 'all', 'tuned', 'held out', 'parents', 'clusters', 'ms each');
if (!only) for (const typedAs of TYPED) await measure(typedAs, askedQuestions(typedAs));
for (const unaccented of [false, true]) {
  const name = unaccented ? 'parents, unaccented' : 'parents, as typed';
  await measure(name, parentsQuestions(unaccented));
  await measure(`${name}, +1,020`, parentsQuestions(unaccented, askedQuestions(unaccented ? 'unaccented' : 'mixed')));
}

async function measure(name: string, asked: readonly AskedQuestion[]): Promise<void> {
  const read = [];
  for (const question of asked) read.push(await readAsked(question));
  for (const by of ['meaning', 'words'] as const) {
    const startedAt = performance.now();
    const labels = await cluster(by === 'meaning' ? read : read.map((question) => ({ ...question, vector: null })));
    const ms = (performance.now() - startedAt) / asked.length;
    const index = (some: readonly AskedQuestion[]) =>
      some.length === 0 ? '–' : adjustedRandIndex(some.map(({ id, need }) => [need, labels.get(id) ?? id])).toFixed(3);
    const half = (name: AskedQuestion['half']) => index(asked.filter((question) => question.half === name));
    const count = new Set(labels.values()).size;
    print(name, by, asked.length, index(asked), half('tuned'), half('held-out'), half('parents'), count, ms.toFixed(2));
  }
}

async function readAsked({ id, text }: AskedQuestion): Promise<ClusteredQuestion> {
  const core = questionCore(readMessageText(text, restoreDiacritics).text);
  return { id, terms: questionTerms(core), vector: (await encoder.encodeQuestion(core)).vector };
}

async function cluster(questions: readonly ClusteredQuestion[]): Promise<ReadonlyMap<string, string>> {
  const clusters = createQuestionClusters();
  const labels = new Map<string, string>();
  for (const question of questions) {
    for (const { questionId, clusterId } of await clusters.add(question)) labels.set(questionId, clusterId);
  }
  return labels;
}

function print(...cells: (string | number)[]): void {
  process.stdout.write(
    `${cells
      .map((cell, index) => String(cell).padEnd((BREADTHS[index] ?? 8) + 2))
      .join('')
      .trimEnd()}\n`,
  );
}
