import { Command } from 'commander';
import { printConfidence, reportConfidence } from './calibration/confidence-report.ts';
import { areaUnderCurve, brierScore } from './calibration/estimate-scores.ts';
import { crossValidate, fitWeights, printWeights } from './calibration/fit-weights.ts';
import { type JudgedQuestion, judgeQuestions } from './calibration/judged-questions.ts';
import { openMeasuredIndex } from './calibration/measured-index.ts';
import { readAnswerable, readUnanswerable } from './calibration/measured-questions.ts';

/**
 * Measures how the confidence of answers compares with what is, on questions written for passages of official texts and
 * on others that none answers: `npm run measure:confidence -- --data DIR… [--json]`. Each index is asked what its
 * passages answer, the first one also what none does; questions whose passage is in none are left out; exits with 1 when
 * all are.
 *
 * `--fit` prints the weights of `knowledge/answering/confidence.ts` fitted on the same questions, and by cross-validation
 * how well such weights tell right passages from others.
 */

const print = (line: string) => void process.stdout.write(`${line}\n`);
const note = (line: string) => void process.stderr.write(`${line}\n`);

const options = new Command('measure:confidence')
  .requiredOption('--data <dirs...>', 'data folders with the indexes to ask')
  .option('--fit', 'print the weights fitted anew')
  .option('--json', 'print JSON')
  .parse()
  .opts<{ data: string[]; fit?: boolean; json?: boolean }>();

const indexes = await Promise.all(options.data.map((dir) => openMeasuredIndex(dir)));
const answerable: JudgedQuestion[] = [];
for (const index of indexes) {
  const { questions, leftOut } = readAnswerable(index.base);
  note(`${questions.length} questions are about this index, ${leftOut} are not.`);
  answerable.push(...(await judgeQuestions(index, questions)));
}
const [first] = indexes;
if (first === undefined || answerable.length === 0) process.exitCode = 1;
else {
  const unanswerable = await judgeQuestions(first, readUnanswerable());
  const report = reportConfidence(answerable, unanswerable);
  const fitted = options.fit ? fitOn([...answerable, ...unanswerable]) : null;
  if (options.json) print(JSON.stringify({ ...report, ...fitted }, null, 1));
  else {
    print(printConfidence(report));
    if (fitted !== null) {
      print(`\nFitted on ${fitted.fittedOn} questions:`);
      for (const { name, weights, areaUnderCurve, brier } of fitted.fits) {
        print(printWeights(name, weights));
        print(
          `by cross-validation: area under the ROC curve ${areaUnderCurve?.toFixed(3)}, Brier score ${brier.toFixed(3)}`,
        );
      }
    }
  }
}

/** The weights fitted on these questions, with what cross-validation says of them. */
function fitOn(judged: readonly JudgedQuestion[]) {
  const fits = [
    { name: 'FIRST', depth: 1 },
    { name: 'AMONG_THREE', depth: 3 },
  ].map(({ name, depth }) => {
    const estimates = crossValidate(judged, depth);
    return {
      name,
      weights: fitWeights(judged, depth),
      areaUnderCurve: areaUnderCurve(estimates),
      brier: brierScore(estimates),
    };
  });
  return { fittedOn: judged.length, fits };
}
