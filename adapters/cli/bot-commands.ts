import { setTimeout as wait } from 'node:timers/promises';
import { type Command, InvalidArgumentError } from 'commander';
import { type BotSwitch, createBotSwitch, type SwitchState } from '../../bot/bot-switch.ts';
import type { AlarmOutcome } from '../../bot/ports/alarms.ts';
import { createAlarms } from '../alarms/create-alarms.ts';
import { openAlarmWays } from '../alarms/open-ways.ts';
import type { Config } from '../config.ts';
import { TIMES } from '../console/inbox/vietnamese.ts';
import { momentInWords } from '../console/time-words.ts';
import { UNREADABLE_VALUES } from '../kept/unreadable-words.ts';
import { openEngine } from '../stores/open-engine.ts';
import { atTerminal } from './opened-state.ts';

/** What the commands need of the program. */
export interface BotSurroundings {
  readonly config: () => Config;
  readonly print: (text: string) => void;
  readonly fetch: typeof fetch;
  readonly now: () => number;
  readonly random: () => number;
  /** Who sits at the terminal. */
  readonly user: () => string;
}

const LONGEST_REASON = 300;
/** A person at the terminal waits no longer than this for a mail server; the switch is thrown all the same. */
const ALARM_LIMIT_MS = 15_000;

const WORDS = {
  off: 'Trợ lý tự động: ĐANG TẠM NGHỈ. Mọi tin nhắn chuyển đến cán bộ.',
  on: 'Trợ lý tự động: đang trả lời.',
  already: 'Công tắc đã ở trạng thái này từ trước; không có gì thay đổi.',
  told: 'Đã báo người trực.',
  untold: 'Chưa báo được người trực; hãy gọi trực tiếp.',
  unset: 'Chưa đặt người nhận cảnh báo; hãy báo người trực.',
} as const;

/** Adds `bot off | on | status`: silences the bot in all processes, without a restart. */
export function addBotCommands(admin: Command, surroundings: BotSurroundings): void {
  const bot = admin.command('bot').description('Tạm dừng và bật lại trợ lý tự động');
  const reason = ['--reason <words>', 'lý do, không ghi thông tin của người dân', readReason] as const;
  const data = ['--data <dir>', 'thư mục dữ liệu'] as const;
  bot
    .command('off')
    .description('Tạm dừng: trợ lý im lặng, mọi tin nhắn chuyển đến cán bộ')
    .requiredOption(...reason)
    .option(...data)
    .action((options: { reason: string; data?: string }) => turn(true, options, surroundings));
  bot
    .command('on')
    .description('Bật lại')
    .option(reason[0], reason[1], readReason, 'Bật lại từ dòng lệnh')
    .option(...data)
    .action((options: { reason: string; data?: string }) => turn(false, options, surroundings));
  bot
    .command('status')
    .description('Cho biết trợ lý đang trả lời hay tạm nghỉ, ai đổi, lúc nào, vì sao')
    .option(...data)
    .action((options: { data?: string }) =>
      withSwitch(options.data, surroundings, async (botSwitch) =>
        surroundings.print(describe(await botSwitch.state())),
      ),
    );
}

async function turn(
  off: boolean,
  options: { readonly reason: string; readonly data?: string },
  surroundings: BotSurroundings,
): Promise<void> {
  const { print, user } = surroundings;
  await withSwitch(options.data, surroundings, async (botSwitch, told) => {
    const done = await botSwitch.turn({ off, by: atTerminal({ user }), reason: options.reason });
    print(done ? describe(await botSwitch.state()) : WORDS.already);
    if (done) print(alarmWords(await told()));
  });
}

async function withSwitch(
  dataDir: string | undefined,
  { config, fetch, now, random }: BotSurroundings,
  work: (botSwitch: BotSwitch, told: () => Promise<AlarmOutcome | null>) => Promise<void>,
): Promise<void> {
  const settings = config();
  const engine = await openEngine({ ...settings, dataDir: dataDir ?? settings.dataDir });
  const alarms = createAlarms({
    ways: openAlarmWays(settings.alarms, fetch),
    publicUrl: settings.publicUrl,
    now,
    random,
    wait: (ms, signal) => wait(ms, undefined, { signal }),
    onOutcome() {},
  });
  let raised: Promise<AlarmOutcome> | null = null;
  const botSwitch = createBotSwitch({
    ...engine,
    now,
    raise(alarm) {
      raised = alarms.raise(alarm);
    },
  });
  try {
    await work(botSwitch, () => Promise.race([raised, wait(ALARM_LIMIT_MS, null, { ref: false })]));
  } finally {
    await alarms.stop();
    await engine.close();
  }
}

function alarmWords(outcome: AlarmOutcome | null): string {
  if (outcome === null || outcome.failed.length > 0) return WORDS.untold;
  return outcome.delivered.length > 0 ? WORDS.told : WORDS.unset;
}

function describe({ off, thrown, unreadable }: SwitchState): string {
  if (unreadable) return UNREADABLE_VALUES.switch;
  const state = off ? WORDS.off : WORDS.on;
  if (thrown === null) return state;
  return `${state}\nNgười thực hiện: ${thrown.by}, ${momentInWords(thrown.at, TIMES)}. Lý do: ${thrown.reason}`;
}

function readReason(value: string): string {
  const reason = value.normalize('NFC').replace(/\s+/g, ' ').trim();
  if (reason === '' || reason.length > LONGEST_REASON) throw new InvalidArgumentError('Ghi lý do, tối đa 300 ký tự.');
  return reason;
}
