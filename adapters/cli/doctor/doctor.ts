import type { Command } from 'commander';
import type { Config } from '../../config.ts';
import { StoreUnusable } from '../../stores/errors.ts';
import { alarmChecks } from './alarm-checks.ts';
import type { Check, CheckSurroundings, RunChecks } from './check.ts';
import { checkController } from './controller-check.ts';
import { checkKeptValues } from './kept-checks.ts';
import { messengerChecks } from './messenger-checks.ts';
import { checkStore } from './store-checks.ts';
import { checkZalo } from './zalo-checks.ts';

/** The parts that are looked at, in the order of the report. */
const PARTS: readonly { readonly title: string; readonly run: RunChecks }[] = [
  { title: 'Lưu trữ', run: checkStore },
  { title: 'Giá trị đã lưu', run: checkKeptValues },
  { title: 'Dữ liệu cá nhân', run: checkController },
  { title: 'Messenger', run: messengerChecks },
  { title: 'Zalo', run: checkZalo },
  { title: 'Cảnh báo người trực', run: alarmChecks },
];

const MARKS = { yes: '✔', no: '✘', unknown: '–' } as const;

/** What the command needs of the program. */
export interface DoctorSurroundings extends CheckSurroundings {
  readonly config: () => Config;
  readonly print: (text: string) => void;
  /** Makes the program end with status 1. */
  readonly fail: () => void;
}

/** Adds `doctor`: looks at everything a live channel needs and says, line by line, what to do next. */
export function addDoctorCommand(admin: Command, surroundings: DoctorSurroundings): void {
  admin
    .command('doctor')
    .description('Kiểm tra cài đặt và kết nối của từng kênh và của cảnh báo, nêu việc cần làm')
    .action(async () => {
      const config = surroundings.config();
      let failed = false;
      for (const { title, run } of PARTS) {
        surroundings.print(title);
        for (const check of await checksOf(run, config, surroundings)) {
          failed ||= check.ok === false;
          surroundings.print(`  ${printCheck(check)}`);
        }
      }
      if (failed) surroundings.fail();
    });
}

/** A part that needs the state cannot be looked at without it; why, the part before it has told. */
async function checksOf(run: RunChecks, config: Config, surroundings: CheckSurroundings): Promise<readonly Check[]> {
  try {
    return await run(config, surroundings);
  } catch (error) {
    if (!(error instanceof StoreUnusable)) throw error;
    return [{ name: 'Kênh', ok: null, advice: 'chưa kiểm tra được khi nơi lưu chưa dùng được, xem mục Lưu trữ.' }];
  }
}

function printCheck({ name, ok, advice }: Check): string {
  const mark = ok === null ? MARKS.unknown : ok ? MARKS.yes : MARKS.no;
  return advice === '' ? `${mark} ${name}` : `${mark} ${name}: ${advice}`;
}
