import { randomBytes } from 'node:crypto';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWriter } from '../../adapters/chat-model/open-writer.ts';
import { addReplayCommand } from '../../adapters/cli/replay-command.ts';
import { readConfig } from '../../adapters/config.ts';
import { openKnowledge } from '../../adapters/knowledge-source.ts';
import { openWordSeal } from '../../adapters/sealing/open-word-seal.ts';
import { writeSnapshot } from '../../adapters/snapshots/snapshot-store.ts';
import type { StateEngine } from '../../adapters/stores/engine.ts';
import { openEngine } from '../../adapters/stores/open-engine.ts';
import { sealStores } from '../../adapters/stores/sealed-stores.ts';
import { ADMISSION_VALUE, tableName } from '../../bot/admission/published-tables.ts';
import { eraseCitizen } from '../../bot/erase-citizen.ts';
import { sampleTable } from '../builders/admission-table.ts';
import { aDocument, aPassage, aRecord } from '../builders/documents.ts';
import { runPlainTurn } from '../builders/plain-turns.ts';
import { indexByWords } from '../builders/product.ts';
import { hasRedis, type RedisServer, startRedisServer } from '../builders/redis-server.ts';
import { aLedgerEntry, aTurn } from '../builders/turns.ts';
import { CHAT_KEY, CHAT_MODEL, type ChatSimulator, startChatSimulator } from '../simulators/openai-chat.ts';

const AT = Date.UTC(2026, 10, 26);
const LUNCH = 'Tiền ăn bán trú bữa trưa tối đa bao nhiêu?';
const HONEST = 'Mức trần tiền ăn bữa trưa của học sinh là 35.000 đồng/học sinh/ngày.';

let simulator: ChatSimulator;
let dataDir: string;
let redis: RedisServer | null = null;
beforeAll(async () => {
  simulator = await startChatSimulator();
  dataDir = mkdtempSync(join(tmpdir(), 'assistant-replay-'));
  cpSync(await indexByWords(), dataDir, { recursive: true });
  if (hasRedis()) redis = await startRedisServer({ configuration: ['--appendfsync', 'no'] });
});
afterAll(async () => {
  await simulator.stop();
  await redis?.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

type Place = Parameters<typeof openEngine>[0];
const file = (): Place => ({ dataDir, redisUrl: null });

/** One citizen asks one thing after the other; the last turn has the id `turnId`. */
async function asked(place: Place, turnId: string, messages: readonly string[], withModel: boolean): Promise<void> {
  const config = readConfig({ OPENAI_BASE_URL: simulator.baseUrl, OPENAI_API_KEY: CHAT_KEY, CHAT_MODEL });
  const counts = { ended: () => {}, rewrote: () => {}, tokens: () => {}, noAnswer: () => {} };
  const writer = withModel ? openWriter(config.chat, counts) : null;
  const knowledge = openKnowledge(place.dataDir, null, { ...config, writer });
  const engine = await openEngine(place);
  try {
    const { records } = sealStores(engine, await openWordSeal(null, engine.kept, randomBytes));
    for (const [index, text] of messages.entries()) {
      const ids = index === messages.length - 1 ? [turnId] : [];
      const said = { conversationId: `web:web:${turnId}`, text, at: AT + index };
      const newId = () => ids.shift() ?? `${turnId}-${Math.random()}`;
      const run = { now: () => AT + index, newId, knowledge };
      expect(await runPlainTurn({ records, live: engine.live }, said, run)).toBe('done');
    }
  } finally {
    await engine.close();
  }
}

async function replay(place: Place, ...args: readonly string[]) {
  const told = { printed: [] as string[], refused: [] as string[], failed: false };
  const program = new Command();
  addReplayCommand(program, {
    config: () => readConfig({ DATA_DIR: place.dataDir, ...(place.redisUrl && { REDIS_URL: place.redisUrl }) }),
    openEncoder: async () => null,
    print: (text) => void told.printed.push(text),
    refuse: (problem) => void told.refused.push(problem),
    fail: () => {
      told.failed = true;
    },
    now: () => AT,
    user: () => 'lan',
  });
  await program.parseAsync(['replay', ...args], { from: 'user' });
  return { ...told, printed: told.printed.join('\n') };
}

async function withEngine(work: (engine: StateEngine) => Promise<unknown>): Promise<void> {
  const engine = await openEngine(file());
  await work(engine);
  await engine.close();
}

const writes = (...drafts: readonly string[]) => {
  const left = [...drafts];
  simulator.play(() => {
    const text = left.shift() ?? HONEST;
    return {
      kind: 'json',
      value: { sentences: [{ text, passages: ['P1'] }], completeness: 'complete', language: 'vi' },
    };
  });
};

describe.each(['the state file', 'Redis'] as const)('an answer that %s recorded', (engine) => {
  it.skipIf(engine === 'Redis' && !hasRedis())(
    'comes out again, mended by the same recorded words, asking no model',
    async () => {
      const place = engine === 'Redis' ? { dataDir, redisUrl: redis?.url ?? '' } : file();
      writes('Mức trần tiền ăn bữa trưa là 45.000 đồng.', HONEST);
      await asked(place, 'mended', [LUNCH], true);
      const before = simulator.bodies.length;
      const told = await replay(place, 'mended', '--json');
      expect(told).toMatchObject({ refused: [], failed: false });
      expect(JSON.parse(told.printed)).toMatchObject({ turnId: 'mended', same: true, differences: [] });
      expect(JSON.parse(told.printed).reply).toContain('35.000 đồng');
      expect(simulator.bodies.length).toBe(before);
      expect((await replay(place, 'mended')).printed).toContain('giống hệt');
    },
  );
});

describe('replay', () => {
  it('makes a follow-up again with the recorded rewrite', async () => {
    writes();
    simulator.playRewrite(() => ({ kind: 'json', value: { question: 'Tiền ăn sáng bán trú tối đa bao nhiêu?' } }));
    await asked(file(), 'follow-up', [LUNCH, 'thế còn ăn sáng thì sao ạ'], true);
    const told = await replay(file(), 'follow-up', '--json');
    expect(JSON.parse(told.printed)).toMatchObject({ same: true, differences: [] });
    simulator.playRewrite(() => ({ kind: 'json', value: { question: 'Con em bị đánh thì sao?' } }));
    await asked(file(), 'refused', [LUNCH, 'thế còn ăn sáng thì sao ạ'], true);
    expect(JSON.parse((await replay(file(), 'refused', '--json')).printed)).toMatchObject({ same: true });
  });

  it('makes an answer that quotes, and one that says nothing was found, again without a model', async () => {
    await asked(file(), 'quoted', [LUNCH], false);
    await asked(file(), 'unknown', ['Nghị quyết 77/2031/NQ-HĐND quy định gì ạ?'], false);
    for (const turn of ['quoted', 'unknown'])
      expect(JSON.parse((await replay(file(), turn, '--json')).printed)).toMatchObject({ same: true, differences: [] });
  });

  it('lists the last turns with what can be made again', async () => {
    await asked(file(), 'tapped', [LUNCH, '👍 Đúng ý tôi'], false);
    const listed = (await replay(file())).printed;
    expect(listed).toMatch(/↻\tquoted\t/);
    expect(listed).toMatch(/ \ttapped\t/);
  });

  it.each([
    ['of a courtesy', 'courtesy', ['xin chào'], 'policy:courtesy.greeting'],
    ['of a matter for staff, with what was told of a phone', 'matter', ['sđt em là 0912345678'], 'policy:'],
    ['of a child in danger', 'danger', ['em bị bố đánh chảy máu, cứu em với'], 'policy:crisis'],
    ['of misuse, on the rung of then', 'rung', ['mày ngu như chó', 'mày ngu như chó'], 'abuse:2 insult'],
    ['that names no rung any more', 'silent', Array(4).fill('mày ngu như chó'), 'abuse:silent insult'],
  ])('decides a turn again %s', async (_of, turn, messages, decidedBy) => {
    await asked(file(), turn, messages, false);
    const told = await replay(file(), turn, '--json');
    const replayed = JSON.parse(told.printed);
    expect(replayed).toMatchObject({ same: true, differences: [] });
    expect(replayed.decidedBy).toContain(decidedBy);
  });

  it('goes on with the admission helper’s questions as they stood, with the table that is published now', async () => {
    const table = await sampleTable();
    const digest = '0123456789abcdef';
    const at = Date.UTC(2026, 4, 4, 2);
    await withEngine(async (engine) => {
      const { records } = sealStores(engine, await openWordSeal(null, engine.kept, randomBytes));
      await engine.kept.set(tableName(digest), JSON.stringify(table));
      await engine.kept.set(ADMISSION_VALUE, JSON.stringify({ [table.schoolYear]: digest }));
      const admission = { tableOn: async () => ({ table, digest }), tableOf: async () => null };
      for (const [index, text] of ['con em học trường nào ạ', 'cháu sinh ngày 5/3/2020'].entries()) {
        const now = () => at + index;
        const said = { conversationId: 'web:web:family', text, at: now() };
        await runPlainTurn({ records, live: engine.live }, said, { now, newId: () => `family-${index}`, admission });
      }
    });
    for (const turn of ['family-0', 'family-1']) {
      const replayed = JSON.parse((await replay(file(), turn, '--json')).printed);
      expect(replayed).toMatchObject({ same: true, differences: [] });
      expect(replayed.decidedBy).toMatch(/^admission:ask-/);
    }
  });

  it('says that a turn was decided on masked words where the transcript lost the others', async () => {
    await withEngine(async ({ records }) => {
      const ledger = aLedgerEntry({ turnId: 'masked', decidedBy: 'policy:courtesy.thanks', question: 'cảm ơn ạ' });
      await records.commit(aTurn({ conversationId: 'web:web:masked', at: AT, ledger }));
    });
    const { printed, failed } = await replay(file(), 'masked');
    expect(printed).toMatch(/Lời nguyên văn không còn/);
    expect(printed).toMatch(/câu chữ đã được sửa/);
    expect(failed).toBe(true);
  });

  it('refuses what it cannot make again, and says what to do', async () => {
    await withEngine(async ({ records, retention }) => {
      const old = aLedgerEntry({ decidedBy: 'answer:extract', turnId: 'old' });
      await records.commit(aTurn({ conversationId: 'web:web:old', at: AT, ledger: old }));
      const expired = { ...old, turnId: 'expired' };
      await records.commit(aTurn({ conversationId: 'web:web:expired', at: 1_000, ledger: expired }));
      await retention.retain(AT, 365);
    });
    await asked(file(), 'owned', ['cho em gặp cán bộ', LUNCH], false);
    await withEngine(({ records }) => {
      const counted = aLedgerEntry({ decidedBy: 'abuse:2 repeat', turnId: 'counted' });
      return records.commit(aTurn({ conversationId: 'web:web:counted', at: AT, ledger: counted }));
    });
    await asked(file(), 'erased', [LUNCH], false);
    await withEngine(({ records }) =>
      eraseCitizen(
        {
          conversationId: 'web:web:erased',
          channel: 'web',
          reference: {},
          itemIds: [],
          fence: null,
          at: AT,
          requestedBy: 'staff',
          code: 'XD-1',
          confirm: false,
        },
        records,
      ),
    );
    const reasons = {
      nobody: /Không có lượt nào mang mã này/,
      erased: /đã được xóa theo yêu cầu/,
      expired: /hết thời hạn lưu/,
      tapped: /chỉ ghi nhận/,
      owned: /đang ở cán bộ/,
      counted: /do đếm tin/,
      old: /phiên bản cũ/,
    };
    for (const [turn, reason] of Object.entries(reasons))
      expect((await replay(file(), turn)).refused).toEqual([expect.stringMatching(reason)]);
  });

  it('tells the audit log that a citizen’s words were read, and names nobody', async () => {
    await withEngine(async ({ audit }) => {
      const entries = (await audit.list(0, 100)).filter(({ action }) => action === 'turn.replay');
      expect(entries.map(({ subject }) => subject)).toContain('quoted');
      expect(JSON.stringify(entries)).not.toContain('web:web:');
    });
  });

  it('names the documents that are other than then, and shows both answers', async () => {
    const only = mkdtempSync(join(tmpdir(), 'assistant-replay-'));
    try {
      const documents = [aDocument()];
      const passages = [aPassage('Học sinh đi học đúng giờ.')];
      writeSnapshot(only, { builtAt: new Date(AT).toISOString(), documents, passages, vectors: null }, aRecord());
      cpSync(join(dataDir, 'state.db'), join(only, 'state.db'));
      const told = await replay({ dataDir: only, redisUrl: null }, 'quoted', '--data', only);
      expect(told.failed).toBe(true);
      expect(told.printed).toMatch(/KHÁC câu đã gửi/);
      expect(told.printed).toMatch(/không còn trong chỉ mục: .*#/);
      expect(told.printed).toMatch(/Bước quyết định khác: khi đó answer:extract, bây giờ answer:unsure/);
      expect(told.printed).toContain('35.000');
    } finally {
      rmSync(only, { recursive: true, force: true });
    }
  });
});
