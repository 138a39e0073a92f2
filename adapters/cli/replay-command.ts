import type { Command } from 'commander';
import { createAdmissionTables } from '../../bot/admission/published-tables.ts';
import type { KeptValues } from '../../bot/ports/kept-values.ts';
import type { RecordedTurn } from '../../bot/ports/ledger.ts';
import type { TurnRecords } from '../../bot/ports/records.ts';
import { createTopicSettings } from '../../bot/topic-settings.ts';
import type { QuestionEncoder } from '../../knowledge/retrieval/encoder.ts';
import { dayInVietnam } from '../../knowledge/vietnam-day.ts';
import type { Config } from '../config.ts';
import { openKnowledge } from '../knowledge-source.ts';
import { recordedWriter } from '../replay/recorded-writer.ts';
import { replayDecision } from '../replay/replay-decision.ts';
import { type Replay, replayTurn } from '../replay/replay-turn.ts';
import { listInWords, REPLAY_PROBLEMS, replayInWords } from '../replay/replay-words.ts';
import { whyNotReplayable } from '../replay/why-not.ts';
import { atTerminal, withOpenedState } from './opened-state.ts';

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
/** Lines of a conversation among which a turn is looked for. */
const LONGEST_TRANSCRIPT = 100_000;

/** Adds `replay`: makes a turn of the past again from what was recorded of it, and says what came out. */
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
  await withOpenedState(options, surroundings, async (engine, config) => {
    const { ledger, records, kept } = engine;
    if (turnId === undefined) {
      const turns = (await ledger.latest(LISTED)).map((turn) => {
        const { at, decidedBy, question } = turn;
        return { turnId: turn.turnId, at, decidedBy, question, replayable: whyNotReplayable(turn) === null };
      });
      return print(options.json ? JSON.stringify(turns, null, 1) : listInWords(turns));
    }
    const turn = await ledger.turn(turnId.trim());
    if (turn === null) return refuse(REPLAY_PROBLEMS.unknown);
    const why = whyNotReplayable(turn);
    if (why !== null) return refuse(REPLAY_PROBLEMS[why]);
    const replayed = await makeAgain(turn, records, kept, config, surroundings);
    print(options.json ? JSON.stringify(replayed, null, 1) : replayInWords(replayed));
    if (!replayed.same) fail();
    // A citizen's words were read; the entry names the turn, which names nobody after an erasure.
    const entry = { actor: atTerminal(surroundings), action: 'turn.replay', subject: turn.turnId };
    await engine.audit.append({ ...entry, at: now(), facts: { same: String(replayed.same) } });
  });
}

/** An answer from documents by what it was made of, everything else by the words that were heard. */
async function makeAgain(
  turn: RecordedTurn,
  records: Pick<TurnRecords, 'transcript'>,
  kept: KeptValues,
  config: Config,
  { openEncoder, now }: ReplaySurroundings,
): Promise<Replay> {
  const { trace, conversationId, at } = turn;
  const writer = trace === null ? null : recordedWriter(trace);
  const knowledge = openKnowledge(config.dataDir, await openEncoder(config), { ...config, writer });
  if (trace !== null) return replayTurn(turn, trace, knowledge);
  const reading = {
    kept,
    now,
    onFault(error: unknown) {
      throw error;
    },
  };
  const settings = await createTopicSettings(reading).settings();
  const table = await createAdmissionTables(reading).tableOn(dayInVietnam(at));
  const lines = await records.transcript(conversationId, 0, LONGEST_TRANSCRIPT);
  return replayDecision(turn, lines, { knowledge, settings, table });
}
