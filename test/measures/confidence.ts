import { Command } from 'commander';
import { printConfidence, reportConfidence } from './calibration/confidence-report.ts';
import { areaUnderCurve, brierScore } from './calibration/estimate-scores.ts';
import { crossValidate, fitWeights, printWeights } from './calibration/fit-weights.ts';
import { type JudgedQuestion, judgeQuestions } from './calibration/judged-questions.ts';
import { openMeasuredIndex } from './calibration/measured-index.ts';
import { readAnswerable, readUnanswerable } from './calibration/measured-questions.ts';

/**
 * Measures how the confidence of answers compares with what is, on questions written for passages of official texts and
 * on others that none answers: `npm run measure:confidence -- --data DIR [--json]`. Questions whose passage is not in
 * the index are left out; exits with 1 when all are.
 *
 * `--fit` prints the weights of `knowledge/answering/confidence.ts` fitted on the same questions, and by cross-validation
 * how well such weights tell right passages from others.
 */

const print = (line: string) => void process.stdout.write(`${line}\n`);
const note = (line: string) => void process.stderr.write(`${line}\n`);

const options = new Command('measure:confidence')
  .requiredOption('--data <dir>', 'data folder with the index to ask')
  .option('--fit', 'print the weights fitted anew')
  .option('--json', 'print JSON')
  .parse()
  .opts<{ data: string; fit?: boolean; json?: boolean }>();

const index = await openMeasuredIndex(options.data);
const { questions, leftOut } = readAnswerable(index.base);
if (leftOut > 0) note(`${leftOut} questions left out: their passages are not in ${options.data}.`);
if (questions.length === 0) process.exitCode = 1;
else {
  const answerable = await judgeQuestions(index, questions);
  const unanswerable = await judgeQuestions(index, readUnanswerable());
  const report = reportConfidence(answerable, unanswerable);
  const fitted = options.fit ? fitOn([...answerable, ...unanswerable]) : null;
  if (options.json) print(JSON.stringify({ leftOut, ...report, ...fitted }, null, 1));
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
