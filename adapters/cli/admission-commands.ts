import { readFile, writeFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { createAdmissionPublishing } from '../../bot/admission/publish-table.ts';
import { newestNumber } from '../../bot/kept-versions.ts';
import { checkTable } from '../../knowledge/admission/check-table.ts';
import type { AdmissionTable } from '../../knowledge/admission/table.ts';
import { dayInVietnam } from '../../knowledge/vietnam-day.ts';
import { problemInWords } from '../admission/problem-words.ts';
import type { Config } from '../config.ts';
import { UNREADABLE_VALUES } from '../kept/unreadable-words.ts';
import { openOfficeSettings } from '../office-settings.ts';
import type { StateEngine } from '../stores/engine.ts';
import { openEngine } from '../stores/open-engine.ts';
import { atTerminal } from './opened-state.ts';

/** What the commands need of the program. */
export interface AdmissionSurroundings {
  readonly config: () => Config;
  readonly print: (text: string) => void;
  readonly fail: () => void;
  readonly now: () => number;
  /** Who sits at the terminal. */
  readonly user: () => string;
}

const WORDS = {
  noFile: (file: string) => `Không đọc được tệp ${file}.`,
  large: 'Tệp quá 5 MB.',
  read: (table: AdmissionTable) =>
    `Năm học ${table.schoolYear}${table.isSample ? ' (MẪU)' : ''}: ${table.ages.length} dòng độ tuổi, ${table.zones.length} dòng tuyến.`,
  sound: 'Không thấy mâu thuẫn hay chỗ trống.',
  conflict: 'Mâu thuẫn',
  hole: 'Chỗ trống',
  changed: 'Đã lưu. Có hiệu lực với người dân trong vài giây.',
  same: 'Không có gì khác trước nên không lưu gì.',
  stale: 'Người khác vừa công bố; chạy lại lệnh.',
  none: 'Chưa công bố bảng nào.',
  written: (file: string) => `Đã ghi ${file}.`,
} as const;

// The parts that read and write workbooks are large; other commands start without them.
const reading = () => import('../../ingest/admission/read-workbook.ts');
const writing = () => import('../../ingest/admission/write-workbook.ts');

/** Adds `admission template | sample | check | publish | withdraw | status`. */
export function addAdmissionCommands(admin: Command, surroundings: AdmissionSurroundings): void {
  const { print, fail, now, user } = surroundings;
  const admission = admin.command('admission').description('Bảng tuyển sinh theo tuyến');
  const data = ['--data <dir>', 'thư mục dữ liệu'] as const;

  admission
    .command('template')
    .description('Ghi tệp mẫu trống')
    .argument('<file>', 'tệp .xlsx sẽ ghi')
    .action(async (file: string) => {
      const year = Number(dayInVietnam(now()).slice(0, 4));
      const { writeTemplate } = await writing();
      await writeFile(file, await writeTemplate(`${year}-${year + 1}`));
      print(WORDS.written(file));
    });
  admission
    .command('sample')
    .description('Ghi bảng MẪU có dữ liệu thử')
    .argument('<file>', 'tệp .xlsx sẽ ghi')
    .action(async (file: string) => {
      const { writeSample } = await writing();
      await writeFile(file, await writeSample());
      print(WORDS.written(file));
    });
  admission
    .command('check')
    .description('Xem mâu thuẫn và chỗ trống của một bảng, không công bố')
    .argument('<file>', 'tệp .xlsx')
    .action(async (file: string) => void (await readAndDescribe(file)));
  admission
    .command('publish')
    .description('Công bố một bảng thay cho bảng đang dùng của năm học đó')
    .argument('<file>', 'tệp .xlsx')
    .option(...data)
    .action(async (file: string, options: { data?: string }) => {
      const table = await readAndDescribe(file);
      if (table === null) return;
      await withEngine(options.data, surroundings, async (publishing, seen) => {
        const by = atTerminal({ user });
        print(WORDS[await publishing.publish({ by, seen, table })]);
      });
    });
  admission
    .command('withdraw')
    .description('Ngừng dùng bảng của một năm học')
    .argument('<school-year>', 'ví dụ 2026-2027')
    .option(...data)
    .action((schoolYear: string, options: { data?: string }) =>
      withEngine(options.data, surroundings, async (publishing, seen) => {
        print(WORDS[await publishing.withdraw({ by: atTerminal({ user }), seen, schoolYear })]);
      }),
    );
  admission
    .command('status')
    .description('Cho biết bảng nào đang dùng')
    .option(...data)
    .action((options: { data?: string }) =>
      withEngine(options.data, surroundings, async (publishing) => {
        const { tables, unreadableYears } = await publishing.tables();
        for (const year of unreadableYears) print(`${year}: ${UNREADABLE_VALUES.admissionTable}`);
        print(tables.length === 0 ? WORDS.none : tables.map(WORDS.read).join('\n'));
      }),
    );

  async function readAndDescribe(file: string): Promise<AdmissionTable | null> {
    const { LARGEST_WORKBOOK_BYTES, readAdmissionWorkbook } = await reading();
    const bytes = await readFile(file).catch(() => null);
    if (bytes === null || bytes.length > LARGEST_WORKBOOK_BYTES) {
      print(bytes === null ? WORDS.noFile(file) : WORDS.large);
      fail();
      return null;
    }
    const read = readAdmissionWorkbook(new Uint8Array(bytes));
    if (!read.ok) {
      for (const problem of read.problems) print(problem);
      fail();
      return null;
    }
    print(WORDS.read(read.table));
    const problems = checkTable(read.table);
    if (problems.length === 0) print(WORDS.sound);
    for (const problem of problems) print(`${WORDS[problem.severity]}: ${problemInWords(problem)}`);
    return read.table;
  }
}

async function withEngine(
  dataDir: string | undefined,
  { config, now }: AdmissionSurroundings,
  work: (publishing: ReturnType<typeof createAdmissionPublishing>, seen: number) => Promise<void>,
): Promise<void> {
  const settings = config();
  const engine: StateEngine = await openEngine({ ...settings, dataDir: dataDir ?? settings.dataDir });
  try {
    const { admissionVersions } = openOfficeSettings({
      kept: engine.kept,
      audit: engine.audit,
      lock: engine.lock('kept-versions'),
      now,
      onFault(error) {
        throw error;
      },
    });
    const publishing = createAdmissionPublishing(engine.kept, admissionVersions);
    await work(publishing, newestNumber(await admissionVersions.list()));
  } finally {
    await engine.close();
  }
}
