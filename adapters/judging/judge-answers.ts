import { z } from 'zod';
import { maskPersonalData } from '../../knowledge/personal-data/find-personal-data.ts';
import type { ChatModel } from '../../knowledge/writing/chat-model.ts';
import type { AskResult } from '../cli/ask.ts';
import { JUDGE_PROMPT_VERSION, JUDGE_SYSTEM } from './judge-words.ts';

const FAITHFULNESS = ['supported', 'partly', 'unsupported'] as const;
const COMPLETENESS = ['complete', 'partial', 'none'] as const;
const verdict = z.strictObject({
  faithfulness: z.enum(FAITHFULNESS),
  completeness: z.enum(COMPLETENESS),
  reason: z.string(),
});
const FORM = {
  name: 'judgement',
  schema: {
    type: 'object',
    additionalProperties: false,
    required: ['faithfulness', 'completeness', 'reason'],
    properties: {
      faithfulness: { type: 'string', enum: FAITHFULNESS },
      completeness: { type: 'string', enum: COMPLETENESS },
      reason: { type: 'string' },
    },
  },
} as const;
/** Questions that are under way at the same time. */
const AT_ONCE = 4;
const LONGEST_REASON = 300;

/** An answer of an evaluation, as a model judged it; `null`: it gave no verdict. */
export interface JudgedAnswer {
  readonly id: string;
  readonly verdict: z.infer<typeof verdict> | null;
}

/** What a model says of the answers of an evaluation. No figure of ours, and never part of a reply. */
export interface Judgement {
  readonly model: string;
  readonly promptVersion: string;
  /** Shares of the answers that got a verdict. */
  readonly faithfulness: Readonly<Record<(typeof FAITHFULNESS)[number], number>>;
  readonly completeness: Readonly<Record<(typeof COMPLETENESS)[number], number>>;
  readonly answers: readonly JudgedAnswer[];
}

/** An answer that was given, with what was asked. */
export interface GivenAnswer {
  readonly question: string;
  readonly result: AskResult;
}

/**
 * Lets a model judge whether answers say what their passages say, and all that was asked. Only what was answered is
 * judged; answers go to the model masked.
 */
export async function judgeAnswers(given: readonly GivenAnswer[], model: ChatModel): Promise<Judgement> {
  const waiting = given.filter(({ result }) => result.outcome === 'answered').map((one, index) => ({ one, index }));
  const answers: JudgedAnswer[] = [];
  async function work(): Promise<void> {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      answers[next.index] = { id: next.one.result.id, verdict: await judgeAnswer(next.one, model) };
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  const verdicts = answers.flatMap((answer) => answer.verdict ?? []);
  const share = (test: (one: z.infer<typeof verdict>) => boolean) =>
    verdicts.length === 0 ? 0 : Math.round((1_000 * verdicts.filter(test).length) / verdicts.length) / 1_000;
  return {
    model: model.name,
    promptVersion: JUDGE_PROMPT_VERSION,
    faithfulness: {
      supported: share((one) => one.faithfulness === 'supported'),
      partly: share((one) => one.faithfulness === 'partly'),
      unsupported: share((one) => one.faithfulness === 'unsupported'),
    },
    completeness: {
      complete: share((one) => one.completeness === 'complete'),
      partial: share((one) => one.completeness === 'partial'),
      none: share((one) => one.completeness === 'none'),
    },
    answers,
  };
}

async function judgeAnswer({ question, result }: GivenAnswer, model: ChatModel): Promise<JudgedAnswer['verdict']> {
  const passages = result.citations.map(({ number, address, quote }, index) => ({
    id: `P${index + 1}`,
    source: [address, number].filter(Boolean).join(', '),
    text: quote,
  }));
  const data = { question: maskPersonalData(question), answer: maskPersonalData(result.text), passages };
  const parsed = verdict.safeParse(
    await model.complete({ system: JUDGE_SYSTEM, user: JSON.stringify(data), form: FORM }),
  );
  return parsed.success ? { ...parsed.data, reason: parsed.data.reason.slice(0, LONGEST_REASON) } : null;
}

/** The judgement as lines for the terminal, apart from the figures that are counted. */
export function printJudgement({ model, promptVersion, faithfulness, completeness, answers }: Judgement): string {
  const judged = answers.filter((answer) => answer.verdict !== null).length;
  const shares = (values: Readonly<Record<string, number>>) =>
    Object.entries(values)
      .map(([name, value]) => `${name} ${value.toFixed(3)}`)
      .join(', ');
  const poor = answers.filter(
    ({ verdict }) => verdict !== null && (verdict.faithfulness === 'unsupported' || verdict.completeness === 'none'),
  );
  return [
    `opinion of ${model} (prompt ${promptVersion}), which is no figure above and no part of any reply`,
    `answers judged ${judged} of ${answers.length}; without a verdict: ${ids(answers.filter((one) => one.verdict === null))}`,
    `faithfulness: ${shares(faithfulness)}`,
    `completeness: ${shares(completeness)}`,
    ...poor.map(({ id, verdict }) => `  ${id}: ${verdict?.faithfulness}, ${verdict?.completeness}. ${verdict?.reason}`),
  ].join('\n');
}

function ids(answers: readonly JudgedAnswer[]): string {
  return answers.map(({ id }) => id).join(' ') || '–';
}
