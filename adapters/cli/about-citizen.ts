import type { Command } from 'commander';
import type { Config } from '../config.ts';
import type { WantedCitizen } from './wanted-conversation.ts';

/** What the commands about one citizen need of the program. */
export interface CitizenSurroundings {
  readonly config: () => Config;
  readonly print: (text: string) => void;
  /** Says in Vietnamese why nothing was done; the program then ends with status 2. */
  readonly refuse: (problem: string) => void;
  readonly now: () => number;
  /** Log-in name of whoever types, for the audit log. */
  readonly user: () => string;
}

/** What every command about one citizen is given. */
export interface CitizenOptions extends WantedCitizen {
  readonly data?: string;
}

/** A command below `citizen` that names one of them. */
export function citizenCommand(citizen: Command, name: string, description: string): Command {
  return citizen
    .command(name)
    .description(description)
    .option('--conversation <id>', 'mã cuộc trò chuyện, ví dụ zalo:<OA>:<người dùng>')
    .option('--channel <name>', 'messenger, zalo hoặc web; cùng với --user')
    .option('--user <id>', 'mã người dùng trên kênh đó')
    .option('--data <dir>', 'thư mục dữ liệu');
}
