import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openWriter } from '../../adapters/chat-model/open-writer.ts';
import { readConfig } from '../../adapters/config.ts';
import { openKnowledge } from '../../adapters/knowledge-source.ts';
import type { Answer } from '../../knowledge/answering/answer.ts';
import type { KnowledgeBase } from '../../knowledge/knowledge-base.ts';
import { answerMessage } from '../../knowledge/writing/answer-message.ts';
import type { RewriteEnd } from '../../knowledge/writing/rewrite-follow-up.ts';
import { indexByWords } from '../builders/product.ts';
import {
  CHAT_KEY,
  CHAT_MODEL,
  type ChatSimulator,
  type FollowUpData,
  type RewritePlay,
  startChatSimulator,
} from '../simulators/openai-chat.ts';

const LUNCH = 'Tiền ăn bán trú bữa trưa tối đa bao nhiêu?';
const FOLLOW_UP = 'thế còn ăn sáng thì sao ạ';

const SCOPE = { day: '2026-11-26', territory: 'Hà Nội › Ba Đình', unknownValidity: 'warn' } as const;

let simulator: ChatSimulator;
let base: KnowledgeBase;
/** What code alone makes of the follow-up. */
let joined: Answer;
beforeAll(async () => {
  simulator = await startChatSimulator();
  base = openKnowledge(await indexByWords(), null, readConfig({})).current();
  const asked = { message: FOLLOW_UP, earlier: [LUNCH], mayAsk: false, citizen: null };
  joined = (await answerMessage(base, null, asked, SCOPE, null)).answer;
});
afterAll(() => simulator.stop());
beforeEach(() => {
  simulator.play(() => ({ kind: 'json', value: { sentences: [], completeness: 'none', language: 'vi' } }));
});

const hitsOf = ({ hits }: Answer) => hits.map(({ passage }) => passage.id);

/** A model of the settings that remembers nothing, and what it spent. */
function aWriter(settings: Record<string, string> = {}) {
  const tokens: number[] = [];
  const given = {
    OPENAI_BASE_URL: simulator.baseUrl,
    OPENAI_API_KEY: CHAT_KEY,
    CHAT_MODEL,
    CHAT_TIMEOUT_MS: '60000',
    ...settings,
  };
  const writer = openWriter(readConfig(given).chat, {
    ended: () => {},
    rewrote: () => {},
    tokens: (count) => tokens.push(count),
    noAnswer: () => {},
  });
  // A busy machine is no reason to leave the model alone.
  return { writer: writer === null ? null : { ...writer, rewriteWithinMs: 60_000 }, tokens };
}

/** How a message is answered, and how its rewrite ended; `null`: no model was asked. */
async function ask(message: string, earlier: readonly string[], play: RewritePlay, { writer, tokens } = aWriter()) {
  simulator.playRewrite(play);
  const asked = { message, earlier, mayAsk: false, citizen: 'web:1' };
  const { answer, making } = await answerMessage(base, null, asked, SCOPE, writer);
  return { answer, end: making.rewrite?.end ?? null, tokens };
}

const says =
  (question: string): RewritePlay =>
  () => ({ kind: 'json', value: { question } });

describe('a follow-up', () => {
  it('is made to stand alone by the model and searched for, within the words of the conversation', async () => {
    let seen: FollowUpData | null = null;
    const { answer, end, tokens } = await ask(FOLLOW_UP, [LUNCH], (asked) => {
      seen = asked;
      return says('Tiền ăn sáng bán trú tối đa bao nhiêu?')(asked, '');
    });
    expect(end).toBe('rewritten');
    expect(seen).toMatchObject({ earlier: [LUNCH] });
    expect(answer.kind).toBe('answered');
    // The rewrite and the writing both count.
    expect(tokens).toEqual([150, 150]);
    const searched: unknown = JSON.parse(simulator.bodies.at(-1) ?? '');
    expect(JSON.stringify(searched)).toContain('Tiền ăn sáng bán trú tối đa bao nhiêu?');
  });

  it('goes to the model masked', async () => {
    const before = simulator.bodies.length;
    await ask(FOLLOW_UP, [`${LUNCH} sđt em 0912345678, con em là Nguyễn Minh Anh`], says('x'));
    const sent = simulator.bodies.slice(before).join();
    expect(sent).toContain('[số điện thoại]');
    expect(sent).not.toMatch(/0912|Minh Anh/);
  });

  it('is not given to a model where it stands alone, or where nothing came before', async () => {
    const refuses: RewritePlay = () => ({ kind: 'status', status: 500 });
    expect((await ask(LUNCH, ['Học phí lớp 6 trường công bao nhiêu?'], refuses)).end).toBeNull();
    expect((await ask(FOLLOW_UP, [], refuses)).end).toBeNull();
  });

  it('that nothing answers as the model put it is answered as without it', async () => {
    const earlier = ['Nghị quyết 77/2031/NQ-HĐND thì sao?', LUNCH];
    const missing = says('Nghị quyết 77/2031/NQ-HĐND tiền ăn sáng bán trú tối đa bao nhiêu?');
    const { answer, end } = await ask(FOLLOW_UP, earlier, missing);
    expect(end).toBe('rewritten');
    expect(answer.kind).toBe('answered');
    expect(hitsOf(answer)).toEqual(hitsOf(joined));
  });

  it('counts to the budget of the day, and is joined by code once that is spent', async () => {
    const spent = aWriter({ CHAT_DAILY_TOKENS_CITIZEN: '100' });
    expect((await ask(FOLLOW_UP, [LUNCH], says('Tiền ăn sáng bán trú?'), spent)).end).toBe('rewritten');
    const { answer, end } = await ask('thế ăn tối thì sao ạ', [LUNCH], says('Tiền ăn tối bán trú?'), spent);
    expect(end).toBe('no-model');
    expect(answer.kind === 'answered' ? answer.writing?.end : 'no-model').toBe('no-model');
    expect(spent.tokens).toEqual([150]);
  });
});

const HOSTILE: readonly (readonly [what: string, play: RewritePlay, end: RewriteEnd])[] = [
  ['asks another question', says('Con em bị bạn đánh thì báo công an ở đâu?'), 'new-word'],
  ['asks only what was asked before', says(LUNCH), 'lost-matter'],
  ['adds an amount', says('Tiền ăn sáng bán trú tối đa 99.000 bao nhiêu?'), 'new-number'],
  ['adds a day', says('Tiền ăn sáng bán trú từ 01/09/2025 tối đa bao nhiêu?'), 'new-number'],
  ['adds a document', says('Tiền ăn sáng bán trú theo 58/2025/NQ-HĐND tối đa bao nhiêu?'), 'new-number'],
  ['adds a name', says('Tiền ăn sáng bán trú trường Nguyễn Trãi tối đa bao nhiêu?'), 'new-word'],
  ['leaks the prompt', (_, system) => says(system.slice(0, 100))({} as FollowUpData, ''), 'new-word'],
  ['says the message again', says(FOLLOW_UP), 'adds-nothing'],
  ['is far too long', says(`${LUNCH} ăn sáng `.repeat(40)), 'too-long'],
  ['writes markup', says('<b>Tiền ăn sáng bán trú tối đa bao nhiêu?</b>'), 'markup'],
  ['says nothing', says('  '), 'markup'],
  ['gives another form', () => ({ kind: 'json', value: { text: 'Tiền ăn sáng' } }), 'malformed'],
  ['gives half a JSON', () => ({ kind: 'text', text: '{"question":"Tiền ăn' }), 'no-model'],
  ['fails', () => ({ kind: 'status', status: 500 }), 'no-model'],
];

describe('a model that rewrites and', () => {
  it.each(HOSTILE)('%s is not followed', async (_what, play, expected) => {
    const { answer, end } = await ask(FOLLOW_UP, [LUNCH], play);
    expect(end).toBe(expected);
    expect(hitsOf(answer)).toEqual(hitsOf(joined));
  });

  it('does not answer is waited for no longer than the settings allow', async () => {
    const { end } = await ask(FOLLOW_UP, [LUNCH], () => ({ kind: 'stall' }), aWriter({ CHAT_TIMEOUT_MS: '500' }));
    expect(end).toBe('no-model');
  });
});
