import type { AnswerFeatures } from '../../../knowledge/answering/confidence.ts';
import type { Estimate } from './estimate-scores.ts';
import { isWithin, type JudgedQuestion } from './judged-questions.ts';
import { fitLogistic } from './logistic-regression.ts';
import { shareIn } from './measured-questions.ts';

/** The features that are fitted. The weight of unheard words is set by hand; the other coverages count without vectors only. */
const FITTED = [
  'similarity',
  'lead',
  'leadOverFourth',
  'unmatched',
  'answerKind',
  'otherLevel',
  'accentedCoverage',
  'titleCoverage',
] as const satisfies readonly (keyof AnswerFeatures)[];

/** Fitted weights by feature. */
export type FittedWeights = Readonly<Record<(typeof FITTED)[number] | 'bias', number>>;

/**
 * Fits whether the best passages, `depth` of them, answer. Questions for which nothing was found are left out. A title,
 * which all passages of a document share, does not count for the first one alone.
 */
export function fitWeights(judged: readonly JudgedQuestion[], depth: number): FittedWeights {
  const counted = (features: AnswerFeatures) =>
    FITTED.map((name) => (name === 'titleCoverage' && depth === 1 ? 0 : features[name]));
  const observations = judged.flatMap(({ features, rank }) =>
    features === null ? [] : [{ features: counted(features), is: isWithin({ rank }, depth) }],
  );
  const { bias, weights } = fitLogistic(observations);
  const weightOf = (name: (typeof FITTED)[number]) => weights[FITTED.indexOf(name)] ?? 0;
  return {
    bias,
    similarity: weightOf('similarity'),
    lead: weightOf('lead'),
    leadOverFourth: weightOf('leadOverFourth'),
    unmatched: weightOf('unmatched'),
    answerKind: weightOf('answerKind'),
    otherLevel: weightOf('otherLevel'),
    accentedCoverage: weightOf('accentedCoverage'),
    titleCoverage: weightOf('titleCoverage'),
  };
}

const FOLDS = 5;

/**
 * The estimates of `depth` that weights fitted on four fifths of the documents give questions about the last fifth, for
 * every fifth: what a question about a document that nobody fitted on may expect.
 */
export function crossValidate(judged: readonly JudgedQuestion[], depth: number): readonly Estimate[] {
  return Array.from({ length: FOLDS }, (_, fold) => {
    const inFold = ({ question }: JudgedQuestion) => shareIn(question, FOLDS) === fold;
    const weights = fitWeights(
      judged.filter((one) => !inFold(one)),
      depth,
    );
    return judged.filter(inFold).map((one): Estimate => ({ said: estimate(weights, one), is: isWithin(one, depth) }));
  }).flat();
}

function estimate(weights: FittedWeights, { features }: JudgedQuestion): number {
  if (features === null) return 0;
  const z = FITTED.reduce((sum, name) => sum + weights[name] * features[name], weights.bias);
  return 1 / (1 + Math.exp(-z));
}

/** The weights as they stand in `knowledge/answering/confidence.ts`. */
export function printWeights(name: string, weights: FittedWeights): string {
  return [
    `const ${name}: Weights = {`,
    ...Object.entries(weights).map(([feature, weight]) => `  ${feature}: ${Number(weight.toFixed(2))},`),
    '  coverage: 0,',
    '  unheard: UNHEARD,',
    '  pairCoverage: 0,',
    '};',
  ].join('\n');
}
