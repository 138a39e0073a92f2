import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import type { Command } from 'commander';
import type { Config } from '../config.ts';
import { openWordSeal } from '../sealing/open-word-seal.ts';
import { openEngine } from '../stores/open-engine.ts';
import { sealStores } from '../stores/sealed-stores.ts';
import { readCitizenData } from './citizen-data.ts';
import { addHoldCommands } from './hold-commands.ts';
import { NO_CITIZEN_NAMED, type WantedCitizen, wantedConversation } from './wanted-conversation.ts';

interface Surroundings {
  readonly config: () => Config;
  readonly print: (text: string) => void;
  /** Says in Vietnamese why nothing was done; the program then ends with status 2. */
  readonly refuse: (problem: string) => void;
  readonly now: () => number;
  /** Log-in name of whoever types, for the audit log. */
  readonly user: () => string;
}

const WORDS = {
  none: 'Không có dữ liệu nào của người này trên kênh đó.',
  taken: 'Tệp này đã có; hãy chọn tên khác.',
  written: (file: string, messages: number) =>
    `Đã ghi ${messages} tin nhắn vào ${file}. Tệp có dữ liệu cá nhân: chỉ đưa cho đúng người, xóa ngay khi đã đưa.`,
} as const;

/** Adds `citizen export`: everything that is kept of one citizen, for that citizen; and holds on it. */
export function addCitizenCommands(admin: Command, surroundings: Surroundings): void {
  const citizen = admin.command('citizen').description('Dữ liệu của một người dân');
  citizen
    .command('export')
    .description('Chép ra JSON mọi dữ liệu đang giữ của một người dân, để đưa cho người đó')
    .option('--conversation <id>', 'mã cuộc trò chuyện, ví dụ zalo:<OA>:<người dùng>')
    .option('--channel <name>', 'messenger, zalo hoặc web; cùng với --user')
    .option('--user <id>', 'mã người dùng trên kênh đó')
    .option('--out <file>', 'ghi vào tệp mới (chỉ người chạy lệnh đọc được) thay vì in ra')
    .option('--data <dir>', 'thư mục dữ liệu')
    .action((options: ExportOptions) => exportCitizen(options, surroundings));
  addHoldCommands(citizen, surroundings);
}

interface ExportOptions extends WantedCitizen {
  readonly out?: string;
  readonly data?: string;
}

async function exportCitizen(options: ExportOptions, surroundings: Surroundings): Promise<void> {
  const { print, refuse, now } = surroundings;
  const config = surroundings.config();
  const id = wantedConversation(options, config);
  if (id === null) return refuse(NO_CITIZEN_NAMED);
  const engine = await openEngine({ ...config, dataDir: options.data ?? config.dataDir });
  try {
    const seal = await openWordSeal(config.sealingKey, engine.kept, randomBytes);
    const data = await readCitizenData(sealStores(engine, seal), id, config.controller, now());
    if (data === null) return refuse(WORDS.none);
    const json = JSON.stringify(data, null, 1);
    if (options.out === undefined) print(json);
    else if (!writeNew(options.out, json)) return refuse(WORDS.taken);
    else print(WORDS.written(options.out, data.messages.length));
    // The entry outlives an erasure, so that it names the channel and nobody.
    const entry = { actor: `terminal:${surroundings.user()}`, action: 'citizen.export', subject: data.channel };
    await engine.audit.append({ ...entry, at: now(), facts: { messages: data.messages.length } });
  } finally {
    await engine.close();
  }
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
