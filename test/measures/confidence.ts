import { Command } from 'commander';
import { printConfidence, reportConfidence } from './calibration/confidence-report.ts';
import { fitWeights, printWeights } from './calibration/fit-weights.ts';
import { type JudgedQuestion, judgeQuestions } from './calibration/judged-questions.ts';
import { openMeasuredIndex } from './calibration/measured-index.ts';
import { readAnswerable, readEvaluation, readUnanswerable } from './calibration/measured-questions.ts';

/**
 * Measures how the confidence of answers compares with what is, on questions written for passages of official texts and
 * on others that none answers: `npm run measure:confidence -- --data DIR [--json]`. Questions whose passage is not in
 * the index are left out; exits with 1 when all are.
 *
 * `--fit [--questions FILE]` prints the weights of `knowledge/answering/confidence.ts` fitted on the same questions and
 * on the odd ids of the evaluation set, where there is one.
 */

const print = (line: string) => void process.stdout.write(`${line}\n`);
const note = (line: string) => void process.stderr.write(`${line}\n`);

const options = new Command('measure:confidence')
  .requiredOption('--data <dir>', 'data folder with the index to ask')
  .option('--fit', 'print the weights fitted anew')
  .option(
    '--questions <file>',
    "evaluation questions (JSON lines) whose odd ids are fitted on too; by default the evaluation folder's",
  )
  .option('--json', 'print JSON')
  .parse()
  .opts<{ data: string; fit?: boolean; questions?: string; json?: boolean }>();

const index = await openMeasuredIndex(options.data, options.questions);
const { questions, leftOut } = readAnswerable(index.base);
if (leftOut > 0) note(`${leftOut} questions left out: their passages are not in ${options.data}.`);
if (questions.length === 0) process.exitCode = 1;
else {
  const answerable = await judgeQuestions(index, questions);
  const unanswerable = await judgeQuestions(index, readUnanswerable());
  const report = reportConfidence(answerable, unanswerable);
  const fitted = options.fit ? await fitOn([...answerable, ...unanswerable]) : null;
  if (options.json) print(JSON.stringify({ leftOut, ...report, ...fitted }, null, 1));
  else {
    print(printConfidence(report));
    if (fitted !== null) {
      print(`\nFitted on ${fitted.fittedOn} questions:`);
      for (const [name, weights] of Object.entries(fitted.weights)) print(printWeights(name, weights));
    }
  }
}

/** The weights fitted on these questions and on the evaluation set's odd ids. */
async function fitOn(judged: readonly JudgedQuestion[]) {
  const { evaluationFile } = index;
  if (evaluationFile === null) note('Fitted without evaluation questions: give --questions or EVALUATION_DIR.');
  const odd = evaluationFile === null ? [] : readEvaluation(evaluationFile).filter((item) => item.odd);
  const all = [...judged, ...(await judgeQuestions(index, odd))];
  return { fittedOn: all.length, weights: { FIRST: fitWeights(all, 1), AMONG_THREE: fitWeights(all, 3) } };
}
