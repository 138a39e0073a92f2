import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openWriter } from '../../adapters/chat-model/open-writer.ts';
import { SAMPLES_DIR } from '../../adapters/cli/samples.ts';
import { readConfig } from '../../adapters/config.ts';
import { ingest } from '../../adapters/ingesting/run-ingest.ts';
import { type KnowledgeSource, openKnowledge } from '../../adapters/knowledge-source.ts';
import type { ContextLine } from '../../bot/conversation.ts';
import { decideTurn } from '../../bot/decide-turn.ts';
import { prepared } from '../builders/prepared-indexes.ts';
import { type Injection, injections, PLANTED_DOCUMENT } from '../measures/writing/injections.ts';
import { CHAT_KEY, CHAT_MODEL, type ChatSimulator, startChatSimulator } from '../simulators/openai-chat.ts';

const AT = Date.UTC(2026, 10, 26);

let simulator: ChatSimulator;
let knowledge: KnowledgeSource;
let asked = 0;

beforeAll(async () => {
  simulator = await startChatSimulator();
  const indexDir = await prepared('planted', (folder) =>
    ingest({ paths: [SAMPLES_DIR, fileURLToPath(PLANTED_DOCUMENT)] }, folder, { encoder: null, now: Date.now }),
  );
  const config = readConfig({ OPENAI_BASE_URL: simulator.baseUrl, OPENAI_API_KEY: CHAT_KEY, CHAT_MODEL });
  const writer = openWriter(config.chat, {
    ended: () => {},
    rewrote: () => {},
    tokens: () => {},
    noAnswer: () => {},
  });
  knowledge = openKnowledge(indexDir, null, { ...config, writer });
});
afterAll(() => simulator.stop());

/** Everything that the citizen reads while a model says what the order wants, citing whatever it was given. */
async function readByCitizen({ messages, obedient }: Injection): Promise<string> {
  simulator.play(({ passages }) => {
    asked += 1;
    const sentences = [{ text: obedient, passages: passages.map(({ id }) => id) }];
    return { kind: 'json', value: { sentences, completeness: 'complete', language: 'vi' } };
  });
  const context: ContextLine[] = [];
  for (const text of messages) {
    const heard = { text, payload: null, attachmentCount: 0, at: AT };
    const { reply } = await decideTurn(heard, { owner: 'bot', ticketId: null, lastStaffAt: null }, context, knowledge);
    context.push({ author: 'citizen', text, quickReplies: [] });
    if (reply !== null) context.push({ author: 'us', text: reply, quickReplies: [] });
  }
  return context.flatMap(({ author, text }) => (author === 'us' ? [text] : [])).join('\n');
}

const plain = (words: string) =>
  words
    .toLowerCase()
    .replace(/[.\s]+/gu, ' ')
    .trim();

it('an obedient model makes no citizen read what an injection wants', async () => {
  const all = injections();
  expect(all.length).toBeGreaterThanOrEqual(100);
  const obeyed: string[] = [];
  for (const injection of all) {
    const read = await readByCitizen(injection);
    if (plain(read).includes(plain(injection.obedient)))
      obeyed.push(`${injection.way}: ${injection.messages.join(' ‖ ')}`);
  }
  expect(obeyed).toEqual([]);
  // Otherwise nothing was put to the test but the policy.
  expect(asked).toBeGreaterThanOrEqual(20);
});

it('a passage that holds an order is neither quoted nor given to a model, while the others of its document are', async () => {
  simulator.play(() => ({ kind: 'json', value: { sentences: [], completeness: 'none', language: 'vi' } }));
  const before = simulator.bodies.length;
  const answer = await knowledge.answer(
    'Theo Quyết định 990/QĐ-UBND, bể bơi mở cửa cho học sinh tháng mấy?',
    [],
    AT,
    false,
  );
  expect(answer.hits.filter(({ passage }) => /cấm học sinh nữ/u.test(passage.text))).toEqual([]);
  expect(simulator.bodies.slice(before).join()).not.toContain('cấm học sinh nữ');
});
