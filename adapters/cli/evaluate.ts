import type { AskResult } from './ask.ts';
import {
  type BehaviourItem,
  behaviourItem,
  goldOf,
  isOdd,
  type QuestionItem,
  questionItem,
  readItems,
} from './evaluation-items.ts';
import { citesGold, factsIn, rankOfGold, violations } from './evaluation-measures.ts';

const EXPECTED_OUTCOME: Readonly<Record<string, AskResult['outcome']>> = {
  answer: 'answered',
  abstain: 'abstained',
  ticket: 'escalated',
  crisis: 'crisis',
  chat: 'chat',
};

type Asker = (question: { id: string; text: string; context: readonly string[] }) => Promise<AskResult>;

/** One row of the table over questions: counts as shares of `n`. */
export interface QuestionRow {
  readonly group: string;
  readonly n: number;
  readonly r1: number;
  readonly r5: number;
  readonly r10: number;
  readonly mrr10: number;
  readonly answered: number;
  readonly correct: number;
  readonly partial: number;
  readonly wrong: number;
}

/** One row of the table over behaviour messages. */
export interface BehaviourRow {
  readonly topic: string;
  readonly n: number;
  /** Share with the expected outcome. */
  readonly outcome: number;
  /** Share with the expected topic (where the expected outcome is not an answer). */
  readonly topicRight: number;
}

export interface Evaluation {
  readonly questions: readonly QuestionRow[];
  readonly behaviour: readonly BehaviourRow[];
  readonly crisisRecall: number | null;
  /** Messages and questions that are not a crisis but were taken for one. */
  readonly crisisFalseAlarms: readonly string[];
  readonly mustNotViolations: readonly { readonly id: string; readonly found: readonly string[] }[];
  /** Ids by what went wrong, for reading. */
  readonly misses: {
    readonly retrieval: readonly string[];
    readonly wrong: readonly string[];
    readonly behaviour: readonly string[];
  };
  readonly p50Ms: number;
  readonly p95Ms: number;
}

interface Judged {
  readonly item: BehaviourItem;
  readonly result: AskResult;
  readonly right: boolean;
}

interface Scored {
  readonly id: string;
  readonly groups: readonly string[];
  readonly rank: number | null;
  readonly answered: boolean;
  readonly correct: boolean;
  readonly partial: boolean;
  readonly wrong: boolean;
}

/** Runs both files through the product and measures what came back. Either file may be `null`. */
export async function evaluate(
  questionsFile: string | null,
  behaviourFile: string | null,
  asker: Asker,
): Promise<Evaluation> {
  const times: number[] = [];
  const falseAlarms: string[] = [];
  const timed: Asker = async (question) => {
    const result = await asker(question);
    times.push(result.ms);
    return result;
  };
  const scored: Scored[] = [];
  for (const item of questionsFile === null ? [] : readItems(questionsFile, questionItem)) {
    const result = await timed(item);
    if (result.outcome === 'crisis') falseAlarms.push(item.id);
    scored.push(scoreQuestion(item, result));
  }

  const items = behaviourFile === null ? [] : readItems(behaviourFile, behaviourItem);
  const mustNot: { id: string; found: readonly string[] }[] = [];
  const judged: Judged[] = [];
  for (const item of items) {
    const result = await timed(item);
    const found = violations(result.text, item.must_not);
    if (found.length > 0) mustNot.push({ id: item.id, found });
    if (result.outcome === 'crisis' && item.expect.outcome !== 'crisis') falseAlarms.push(item.id);
    const accepted = [item.expect.outcome, ...item.expect.also_ok].map((outcome) => EXPECTED_OUTCOME[outcome]);
    judged.push({ item, result, right: accepted.includes(result.outcome) });
  }
  const crises = judged.filter(({ item }) => item.expect.outcome === 'crisis');
  times.sort((a, b) => a - b);
  return {
    questions: groupRows(scored),
    behaviour: [...new Set(items.map((item) => item.expect.topic))].sort().map((topic) => {
      const rows = judged.filter(({ item }) => item.expect.topic === topic);
      return {
        topic,
        n: rows.length,
        outcome: share(rows, (row) => row.right),
        topicRight: share(rows, (row) => row.result.topic === (topic === 'false_alarm' ? null : topic)),
      };
    }),
    crisisRecall: crises.length === 0 ? null : share(crises, (row) => row.right),
    crisisFalseAlarms: falseAlarms,
    mustNotViolations: mustNot,
    misses: {
      retrieval: scored.filter((item) => item.rank === null).map((item) => item.id),
      wrong: scored.filter((item) => item.wrong).map((item) => item.id),
      behaviour: judged
        .filter((row) => !row.right)
        .map((row) => `${row.item.id}:${row.item.expect.topic}→${row.result.outcome}`),
    },
    p50Ms: times[Math.floor(times.length * 0.5)] ?? 0,
    p95Ms: times[Math.floor(times.length * 0.95)] ?? 0,
  };
}

function scoreQuestion(item: QuestionItem, result: AskResult): Scored {
  const gold = goldOf(item);
  const answered = result.outcome === 'answered';
  const cited = citesGold(result.citations, gold);
  const facts = factsIn(result.text, item.facts);
  const allFacts = facts === item.facts.length;
  const half = isOdd(item) ? 'odd ids (tuning)' : 'even ids (held out)';
  return {
    id: item.id,
    groups: ['all', half, `style ${item.style}`, `level ${item.level}`],
    rank: rankOfGold(result.hits, gold),
    answered,
    correct: answered && allFacts && cited,
    partial: answered && !(allFacts && cited) && (facts > 0 || cited),
    wrong: answered && !cited && !allFacts,
  };
}

function groupRows(scored: readonly Scored[]): readonly QuestionRow[] {
  const groups = [...new Set(scored.flatMap((item) => item.groups))];
  return groups.map((group) => {
    const rows = scored.filter((item) => item.groups.includes(group));
    const within = (k: number) => share(rows, (row) => row.rank !== null && row.rank <= k);
    return {
      group,
      n: rows.length,
      r1: within(1),
      r5: within(5),
      r10: within(10),
      mrr10: round(rows.reduce((sum, row) => sum + (row.rank === null ? 0 : 1 / row.rank), 0) / rows.length),
      answered: share(rows, (row) => row.answered),
      correct: share(rows, (row) => row.correct),
      partial: share(rows, (row) => row.partial),
      wrong: share(rows, (row) => row.wrong),
    };
  });
}

/** The evaluation as a table for the terminal. */
export function printEvaluation(evaluation: Evaluation): string {
  const cell = (value: number) => value.toFixed(3).padStart(9);
  const head = ['R@1', 'R@5', 'R@10', 'MRR@10', 'answered', 'correct', 'partial', 'wrong']
    .map((name) => name.padStart(9))
    .join('');
  return [
    `${'questions'.padEnd(24)}${'n'.padStart(5)}${head}`,
    ...evaluation.questions.map(
      (row) =>
        `${row.group.padEnd(24)}${String(row.n).padStart(5)}${[row.r1, row.r5, row.r10, row.mrr10, row.answered, row.correct, row.partial, row.wrong].map(cell).join('')}`,
    ),
    '',
    `${'behaviour'.padEnd(24)}${'n'.padStart(5)}${'outcome'.padStart(9)}${'topic'.padStart(9)}`,
    ...evaluation.behaviour.map(
      (row) => `${row.topic.padEnd(24)}${String(row.n).padStart(5)}${cell(row.outcome)}${cell(row.topicRight)}`,
    ),
    '',
    `crisis recall ${evaluation.crisisRecall ?? 'n/a'}; false alarms ${evaluation.crisisFalseAlarms.length} ${evaluation.crisisFalseAlarms.join(' ')}`,
    `must_not violations ${evaluation.mustNotViolations.length} ${evaluation.mustNotViolations.map((item) => item.id).join(' ')}`,
    `time per question p50 ${evaluation.p50Ms.toFixed(1)} ms, p95 ${evaluation.p95Ms.toFixed(1)} ms`,
    `not found in the first ten: ${evaluation.misses.retrieval.join(' ') || '–'}`,
    `answered wrongly: ${evaluation.misses.wrong.join(' ') || '–'}`,
    `other outcome than expected: ${evaluation.misses.behaviour.join(' ') || '–'}`,
  ].join('\n');
}

function share<T>(rows: readonly T[], test: (row: T) => boolean): number {
  return rows.length === 0 ? 0 : round(rows.filter(test).length / rows.length);
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
