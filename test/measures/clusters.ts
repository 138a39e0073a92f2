import { loadOnnxEncoder } from '../../adapters/encoder/onnx-encoder.ts';
import { type ClusteredQuestion, createQuestionClusters } from '../../knowledge/gaps/question-clusters.ts';
import { questionCore } from '../../knowledge/gaps/question-core.ts';
import { questionTerms } from '../../knowledge/gaps/question-terms.ts';
import { readMessageText } from '../../knowledge/question/message-text.ts';
import { restoreDiacritics } from '../../knowledge/text/restore/restore-diacritics.ts';
import { type AskedQuestion, askedQuestions, type TypedAs } from './clusters/asked-questions.ts';
import { adjustedRandIndex } from './clusters/rand-index.ts';

/**
 * How well questions are put together by need: adjusted Rand index over all needs, the half by which limits were fitted
 * and the half that was held out, for each way of typing, with the encoder and by words alone; and how long a question
 * takes once it is read.
 *
 *     npm run measure:clusters
 */
const TYPED: readonly TypedAs[] = ['as-is', 'unaccented', 'half', 'teencode', 'mixed'];
const BREADTHS = [12, 7, 10, 7, 7, 9, 9, 8];

const encoder = await loadOnnxEncoder();
print('typed', 'by', 'questions', 'all', 'tuned', 'held out', 'clusters', 'ms each');
for (const typedAs of TYPED) {
  const asked = askedQuestions(typedAs);
  const read = [];
  for (const question of asked) read.push(await readAsked(question));
  for (const by of ['meaning', 'words'] as const) {
    const startedAt = performance.now();
    const labels = await cluster(by === 'meaning' ? read : read.map((question) => ({ ...question, vector: null })));
    const ms = (performance.now() - startedAt) / asked.length;
    const index = (some: readonly AskedQuestion[]) =>
      adjustedRandIndex(some.map(({ id, need }) => [need, labels.get(id) ?? id])).toFixed(3);
    const half = (name: AskedQuestion['half']) => index(asked.filter((question) => question.half === name));
    const count = new Set(labels.values()).size;
    print(typedAs, by, asked.length, index(asked), half('tuned'), half('held-out'), count, ms.toFixed(2));
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
