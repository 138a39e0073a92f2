import { afterAll, beforeAll, expect, it } from 'vitest';
import type { AskResult } from '../../adapters/cli/ask.ts';
import { readConfig } from '../../adapters/config.ts';
import { judgeAnswers, printJudgement } from '../../adapters/judging/judge-answers.ts';
import { connectJudge, JUDGE_NEEDS_MODEL } from '../../adapters/judging/judge-model.ts';
import {
  CHAT_KEY,
  CHAT_MODEL,
  type ChatSimulator,
  type JudgeData,
  startChatSimulator,
} from '../simulators/openai-chat.ts';

let simulator: ChatSimulator;
beforeAll(async () => {
  simulator = await startChatSimulator();
});
afterAll(() => simulator.stop());

const PASSAGE = 'Mức trần tiền ăn bữa trưa 35.000 đồng/học sinh/ngày.';

function given(id: string, text: string, outcome: AskResult['outcome'] = 'answered') {
  const citation = { number: '902/2025/NQ-HĐND', file: 'a.docx', address: 'Điều 2', quote: PASSAGE };
  const result = { id, outcome, topic: null, priority: null, text, citations: [citation], hits: [], ms: 1 };
  return { question: 'Ăn trưa bao nhiêu? sđt 0912345678', result };
}

function judge(answers: readonly ReturnType<typeof given>[], failures: string[] = []) {
  const { chat } = readConfig({ OPENAI_BASE_URL: simulator.baseUrl, OPENAI_API_KEY: CHAT_KEY, CHAT_MODEL });
  if (chat === null) throw new Error('A model is set.');
  return judgeAnswers(
    answers,
    connectJudge(chat, ({ reason }) => failures.push(reason)),
  );
}

it('judges each answer by its passages, and leaves what was not answered', async () => {
  const seen: JudgeData[] = [];
  simulator.playJudge((asked) => {
    seen.push(asked);
    const isRight = asked.answer.includes('35.000');
    return {
      kind: 'json',
      value: {
        faithfulness: isRight ? 'supported' : 'unsupported',
        completeness: isRight ? 'complete' : 'partial',
        reason: isRight ? '' : 'Số tiền khác đoạn P1.',
      },
    };
  });
  const judgement = await judge([
    given('a', 'Dạ, 35.000 đồng.'),
    given('b', 'Dạ, 45.000 đồng.'),
    given('c', 'Dạ, em không tìm thấy.', 'abstained'),
  ]);
  expect(judgement.answers.map(({ id, verdict }) => [id, verdict?.faithfulness])).toEqual([
    ['a', 'supported'],
    ['b', 'unsupported'],
  ]);
  expect(judgement.faithfulness).toEqual({ supported: 0.5, partly: 0, unsupported: 0.5 });
  expect(judgement.completeness).toEqual({ complete: 0.5, partial: 0.5, none: 0 });
  expect(seen[0]?.passages).toEqual([{ id: 'P1', source: 'Điều 2, 902/2025/NQ-HĐND', text: PASSAGE }]);
  expect(seen[0]?.question).toContain('[số điện thoại]');
  expect(printJudgement(judgement)).toContain('b: unsupported, partial. Số tiền khác đoạn P1.');
});

it('counts no verdict that is missing or of another form, and says why it is missing', async () => {
  const moves = [
    { kind: 'status', status: 429 },
    { kind: 'json', value: { faithfulness: 'very', completeness: 'complete', reason: '' } },
    { kind: 'text', text: 'Tốt lắm ạ' },
    { kind: 'json', value: { faithfulness: 'supported', completeness: 'complete', reason: '' } },
  ] as const;
  let call = 0;
  simulator.playJudge(() => moves[call++] ?? { kind: 'status', status: 500 });
  const failures: string[] = [];
  const judgement = await judge(
    ['a', 'b', 'c', 'd'].map((id) => given(id, '35.000')),
    failures,
  );
  expect(judgement.answers.filter(({ verdict }) => verdict !== null)).toHaveLength(1);
  expect(judgement.faithfulness.supported).toBe(1);
  expect(failures.toSorted()).toEqual(['limit', 'malformed']);
});

it('without a model the settings to give are named', () => {
  for (const name of ['CHAT_MODEL', 'OPENAI_BASE_URL', 'OPENAI_API_KEY']) expect(JUDGE_NEEDS_MODEL).toContain(name);
});
