import { randomBytes } from 'node:crypto';
import type { Command } from 'commander';
import type { QuestionEncoder } from '../../knowledge/retrieval/encoder.ts';
import type { Config } from '../config.ts';
import { openKnowledge } from '../knowledge-source.ts';
import { recordedWriter } from '../replay/recorded-writer.ts';
import { replayTurn, whyNotReplayable } from '../replay/replay-turn.ts';
import { listInWords, REPLAY_PROBLEMS, replayInWords } from '../replay/replay-words.ts';
import { openWordSeal } from '../sealing/open-word-seal.ts';
import { openEngine } from '../stores/open-engine.ts';
import { sealStores } from '../stores/sealed-stores.ts';

/** What the command needs of the program. */
export interface ReplaySurroundings {
  readonly config: () => Config;
  readonly openEncoder: (config: Config) => Promise<QuestionEncoder | null>;
  readonly print: (text: string) => void;
  /** Says in Vietnamese why nothing was done; the program then ends with status 2. */
  readonly refuse: (problem: string) => void;
  /** Makes the program end with status 1. */
  readonly fail: () => void;
  readonly now: () => number;
  /** Log-in name of whoever types, for the audit log. */
  readonly user: () => string;
}

interface Options {
  readonly data?: string;
  readonly json?: boolean;
}

const LISTED = 20;

/** Adds `replay`: makes an answer of the past again from what was recorded of it, and says what came out. */
export function addReplayCommand(program: Command, surroundings: ReplaySurroundings): void {
  program
    .command('replay')
    .description('Dựng lại một câu trả lời đã gửi từ những gì đã ghi; không kèm mã thì liệt kê các lượt gần đây')
    .argument('[turn]', 'mã lượt')
    .option('--data <dir>', 'thư mục dữ liệu')
    .option('--json', 'in JSON')
    .action((turnId: string | undefined, options: Options) => replay(turnId, options, surroundings));
}

async function replay(turnId: string | undefined, options: Options, surroundings: ReplaySurroundings): Promise<void> {
  const { print, refuse, fail, now } = surroundings;
  const given = surroundings.config();
  const config = { ...given, dataDir: options.data ?? given.dataDir };
  const engine = await openEngine(config);
  try {
    const seal = await openWordSeal(config.sealingKey, engine.kept, randomBytes);
    const { ledger } = sealStores(engine, seal);
    if (turnId === undefined) {
      const turns = (await ledger.latest(LISTED)).map((turn) => {
        const { at, decidedBy, question } = turn;
        return { turnId: turn.turnId, at, decidedBy, question, replayable: whyNotReplayable(turn) === null };
      });
      return print(options.json ? JSON.stringify(turns, null, 1) : listInWords(turns));
    }
    const turn = await ledger.turn(turnId.trim());
    if (turn === null) return refuse(REPLAY_PROBLEMS.unknown);
    const { trace } = turn;
    if (trace === null) return refuse(REPLAY_PROBLEMS[whyNotReplayable(turn) ?? 'too-old']);
    const { publicUrl } = config;
    const writer = recordedWriter(trace, publicUrl === null ? [] : [publicUrl]);
    const knowledge = openKnowledge(config.dataDir, await surroundings.openEncoder(config), { ...config, writer });
    const replayed = await replayTurn(turn, trace, knowledge);
    print(options.json ? JSON.stringify(replayed, null, 1) : replayInWords(replayed));
    if (!replayed.same) fail();
    // A citizen's words were read; the entry names the turn, which names nobody after an erasure.
    const entry = { actor: `terminal:${surroundings.user()}`, action: 'turn.replay', subject: turn.turnId };
    await engine.audit.append({ ...entry, at: now(), facts: { same: String(replayed.same) } });
  } finally {
    await engine.close();
  }
}
