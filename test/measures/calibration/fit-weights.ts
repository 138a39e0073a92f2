import type { AnswerFeatures } from '../../../knowledge/answering/confidence.ts';
import { isWithin, type JudgedQuestion } from './judged-questions.ts';
import { fitLogistic } from './logistic-regression.ts';

/** The features that are fitted. The weight of unheard words is set by hand; pairs count without vectors only. */
const FITTED = [
  'similarity',
  'lead',
  'leadOverFourth',
  'unmatched',
  'answerKind',
  'coverage',
  'otherLevel',
] as const satisfies readonly (keyof AnswerFeatures)[];

/** Fitted weights by feature. */
export type FittedWeights = Readonly<Record<(typeof FITTED)[number] | 'bias', number>>;

/** Fits whether the best passages, `depth` of them, answer. Questions for which nothing was found are left out. */
export function fitWeights(judged: readonly JudgedQuestion[], depth: number): FittedWeights {
  const observations = judged.flatMap(({ features, rank }) =>
    features === null ? [] : [{ features: FITTED.map((name) => features[name]), is: isWithin({ rank }, depth) }],
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
    coverage: weightOf('coverage'),
    otherLevel: weightOf('otherLevel'),
  };
}

/** The weights as they stand in `knowledge/answering/confidence.ts`. */
export function printWeights(name: string, weights: FittedWeights): string {
  return [
    `const ${name}: Weights = {`,
    ...Object.entries(weights).map(([feature, weight]) => `  ${feature}: ${Number(weight.toFixed(2))},`),
    '  unheard: UNHEARD,',
    '  pairCoverage: 0,',
    '};',
  ].join('\n');
}
