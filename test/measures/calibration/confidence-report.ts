import { factsIn } from '../../../adapters/cli/evaluation-measures.ts';
import {
  areaUnderCurve,
  brierScore,
  type CurveBin,
  calibrationCurve,
  type Estimate,
  mean,
  shareOf,
} from './estimate-scores.ts';
import { isWithin, type JudgedQuestion } from './judged-questions.ts';
import { shareIn, type UnanswerableQuestion } from './measured-questions.ts';

/** How often a passage that answers is found, for one style of typing or all; shares of `n`. */
export interface RetrievalRow {
  readonly style: string;
  readonly n: number;
  readonly r1: number;
  readonly r3: number;
  readonly r10: number;
}

/** Halves of the documents: rules are made with one in view and must hold for the other. */
const HALVES = ['held out', 'tuning'] as const;

/** What becomes of questions that a document answers; shares of `n`. */
export interface AnswersRow {
  readonly questions: 'all' | (typeof HALVES)[number];
  readonly n: number;
  readonly answered: number;
  /** Answered with a passage that answers among those quoted. */
  readonly right: number;
  /** Answered with a passage that answers among those quoted or told, and with every fact in the reply. */
  readonly complete: number;
  /** Answered with no passage that answers among those quoted. */
  readonly wrong: number;
  /** Mean length of the answers, in characters. */
  readonly length: number;
}

/** How the product's confidence compares with what is, and what it makes of it. Shares are 0 to 1. */
export interface ConfidenceReport {
  readonly retrieval: readonly RetrievalRow[];
  /** Of the estimate that one of the first three passages answers, over all questions. */
  readonly curve: readonly CurveBin[];
  readonly areaUnderCurve: number | null;
  readonly brier: number;
  /** Of questions that a document answers: all, and those of each half of the documents. */
  readonly answerable: readonly AnswersRow[];
  /** Of questions that none answers, the share answered all the same. */
  readonly unanswerable: readonly { readonly kind: string; readonly n: number; readonly answered: number }[];
  /** Of questions answered whose first passage is right: the mean share of their facts that the reply holds. */
  readonly facts: { readonly n: number; readonly held: number };
}

/** Measures answers to questions of both sorts. */
export function reportConfidence(
  answerable: readonly JudgedQuestion[],
  unanswerable: readonly JudgedQuestion<UnanswerableQuestion>[],
): ConfidenceReport {
  const estimates = [...answerable, ...unanswerable].map(
    (judged): Estimate => ({ said: judged.confidence, is: isWithin(judged, 3) }),
  );
  const styles = [...new Set(answerable.map(({ question }) => question.style))].sort();
  const kinds = ['near', 'far'] as const;
  const told = answerable.filter((judged) => judged.rank === 1 && isAnswered(judged)).map(shareOfFacts);
  return {
    retrieval: [
      retrievalRow('all', answerable),
      ...styles.map((style) =>
        retrievalRow(
          style,
          answerable.filter(({ question }) => question.style === style),
        ),
      ),
    ],
    curve: calibrationCurve(estimates),
    areaUnderCurve: areaUnderCurve(estimates),
    brier: brierScore(estimates),
    answerable: [
      answersRow('all', answerable),
      ...HALVES.map((half, index) =>
        answersRow(
          half,
          answerable.filter(({ question }) => shareIn(question, HALVES.length) === index),
        ),
      ),
    ],
    unanswerable: kinds.map((kind) => {
      const asked = unanswerable.filter(({ question }) => question.kind === kind);
      return { kind, n: asked.length, answered: shareOf(asked, isAnswered) };
    }),
    facts: { n: told.length, held: mean(told) },
  };
}

function retrievalRow(style: string, judged: readonly JudgedQuestion[]): RetrievalRow {
  const within = (depth: number) => shareOf(judged, (each) => isWithin(each, depth));
  return { style, n: judged.length, r1: within(1), r3: within(3), r10: within(10) };
}

function answersRow(questions: AnswersRow['questions'], judged: readonly JudgedQuestion[]): AnswersRow {
  return {
    questions,
    n: judged.length,
    answered: shareOf(judged, isAnswered),
    right: shareOf(judged, quotesRight),
    complete: shareOf(judged, (each) => tellsRight(each) && shareOfFacts(each) === 1),
    wrong: shareOf(judged, (each) => isAnswered(each) && !quotesRight(each)),
    length: Math.round(mean(judged.flatMap(({ answer }) => (answer.kind === 'answered' ? [answer.text.length] : [])))),
  };
}

function isAnswered({ answer }: JudgedQuestion): boolean {
  return answer.kind === 'answered';
}

/** Share of a question's facts that the reply holds. */
function shareOfFacts({ question, answer }: JudgedQuestion): number {
  return answer.kind === 'answered' ? factsIn(answer.text, question.facts) / question.facts.length : 0;
}

function quotesRight({ question, answer }: JudgedQuestion): boolean {
  return answer.kind === 'answered' && answer.sources.some(({ hit }) => question.isRight(hit));
}

function tellsRight({ question, answer }: JudgedQuestion): boolean {
  return answer.kind === 'answered' && [...answer.sources, ...answer.related].some(({ hit }) => question.isRight(hit));
}

/** The report as tables for the terminal. */
export function printConfidence(report: ConfidenceReport): string {
  const { answerable, unanswerable, facts } = report;
  const figure = (value: number) => value.toFixed(3);
  return [
    'questions | n | R@1 | R@3 | R@10',
    '---|---|---|---|---',
    ...report.retrieval.map(({ style, n, r1, r3, r10 }) => [style, n, ...[r1, r3, r10].map(figure)].join(' | ')),
    '',
    'confidence | said | was | n',
    '---|---|---|---',
    ...report.curve.map(({ from, to, said, was, n }) =>
      [`${from.toFixed(1)}–${to.toFixed(1)}`, figure(said), figure(was), n].join(' | '),
    ),
    '',
    `area under the ROC curve ${report.areaUnderCurve === null ? 'n/a' : figure(report.areaUnderCurve)}, Brier score ${figure(report.brier)}`,
    'that a document answers | n | answered | right source quoted | right one told, every fact | another quoted | characters',
    '---|---|---|---|---|---|---',
    ...answerable.map(({ questions, n, answered, right, complete, wrong, length }) =>
      [questions, n, ...[answered, right, complete, wrong].map(figure), length].join(' | '),
    ),
    '',
    ...unanswerable.map(({ kind, n, answered }) => `of ${n} that none answers (${kind}): answered ${figure(answered)}`),
    `of ${facts.n} answered with the right passage first: ${figure(facts.held)} of the facts are in the reply`,
  ].join('\n');
}
