import { writeFileSync } from 'node:fs';
import type { Command } from 'commander';
import type { Config } from '../config.ts';
import { type CitizenOptions, type CitizenSurroundings, citizenCommand } from './about-citizen.ts';
import { type CitizenData, readCitizenData } from './citizen-data.ts';
import { addHoldCommands } from './hold-commands.ts';
import { addLiftCommand } from './lift-command.ts';
import { atTerminal, withOpenedState } from './opened-state.ts';
import { NO_CITIZEN_NAMED, wantedConversation } from './wanted-conversation.ts';

const WORDS = {
  none: 'Không có dữ liệu nào của người này trên kênh đó.',
  taken: 'Tệp này đã có; hãy chọn tên khác.',
  written: (file: string, messages: number) =>
    `Đã ghi ${messages} tin nhắn vào ${file}. Tệp có dữ liệu cá nhân: chỉ đưa cho đúng người, xóa ngay khi đã đưa.`,
} as const;

/** Adds `citizen export`: everything that is kept of one citizen, for that citizen; holds on it; and the ladder of misuse. */
export function addCitizenCommands(admin: Command, surroundings: CitizenSurroundings): void {
  const citizen = admin.command('citizen').description('Dữ liệu của một người dân');
  citizenCommand(citizen, 'export', 'Chép ra JSON mọi dữ liệu đang giữ của một người dân, để đưa cho người đó')
    .option('--linked', 'chép cả những cuộc trò chuyện mà người đó đã liên kết')
    .option('--out <file>', 'ghi vào tệp mới (chỉ người chạy lệnh đọc được) thay vì in ra')
    .action((options: ExportOptions) => exportCitizen(options, surroundings));
  addHoldCommands(citizen, surroundings);
  addLiftCommand(citizen, surroundings);
}

interface ExportOptions extends CitizenOptions {
  readonly linked?: boolean;
  readonly out?: string;
}

async function exportCitizen(options: ExportOptions, surroundings: CitizenSurroundings): Promise<void> {
  const { print, refuse, now } = surroundings;
  await withOpenedState(options, surroundings, async (engine, config) => {
    const id = wantedConversation(options, config);
    if (id === null) return refuse(NO_CITIZEN_NAMED);
    const data = await readCitizenData(engine, id, config.controller, now());
    if (data === null) return refuse(WORDS.none);
    const linked = options.linked === true ? await readLinked(data, engine, config, now()) : [];
    const whole = options.linked === true ? { ...data, linked } : data;
    const json = JSON.stringify(whole, null, 1);
    if (options.out === undefined) print(json);
    else if (!writeNew(options.out, json)) return refuse(WORDS.taken);
    else print(WORDS.written(options.out, data.messages.length));
    // The entry outlives an erasure, so that it names the channel and nobody.
    const entry = { actor: atTerminal(surroundings), action: 'citizen.export' };
    for (const { channel, messages } of [data, ...linked]) {
      await engine.audit.append({ ...entry, subject: channel, at: now(), facts: { messages: messages.length } });
    }
  });
}

/** The same of every conversation that the citizen linked. */
async function readLinked(
  { links }: CitizenData,
  stores: Parameters<typeof readCitizenData>[0],
  { controller }: Config,
  at: number,
): Promise<readonly CitizenData[]> {
  const read = await Promise.all(
    links.map(({ conversation }) => readCitizenData(stores, conversation, controller, at)),
  );
  return read.filter((data) => data !== null);
}

function writeNew(file: string, text: string): boolean {
  try {
    writeFileSync(file, `${text}\n`, { flag: 'wx', mode: 0o600 });
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}
