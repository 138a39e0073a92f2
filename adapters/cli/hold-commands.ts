import { randomBytes } from 'node:crypto';
import type { Command } from 'commander';
import { endHold, placeHold } from '../../bot/end-holds.ts';
import type { Config } from '../config.ts';
import { dayInWords } from '../console/time-words.ts';
import { readHoldFields } from '../holds/hold-fields.ts';
import { openWordSeal } from '../sealing/open-word-seal.ts';
import type { StateEngine } from '../stores/engine.ts';
import { openEngine } from '../stores/open-engine.ts';
import { sealStores } from '../stores/sealed-stores.ts';
import { NO_CITIZEN_NAMED, type WantedCitizen, wantedConversation } from './wanted-conversation.ts';

/** What the commands need of the program. */
export interface HoldSurroundings {
  readonly config: () => Config;
  readonly print: (text: string) => void;
  /** Says in Vietnamese why nothing was done; the program then ends with status 2. */
  readonly refuse: (problem: string) => void;
  readonly now: () => number;
  /** Log-in name of whoever types. */
  readonly user: () => string;
}

const WORDS = {
  'no-reason': 'Hãy ghi lý do tạm giữ: --reason "…" (5 đến 500 ký tự).',
  'bad-day': 'Ngày cuối cùng tạm giữ viết dạng 2026-12-31 và phải từ hôm nay trở đi: --until 2026-12-31.',
  unknown: 'Không có dữ liệu nào của người này trên kênh đó.',
  notHeld: 'Dữ liệu của người này không bị tạm giữ.',
  none: 'Không có dữ liệu nào đang bị tạm giữ.',
  placed: (until: string) =>
    `Đã tạm giữ ${until}. Hết thời hạn lưu hay có yêu cầu xóa, dữ liệu vẫn còn đến khi hết tạm giữ.`,
  released: 'Đã hết tạm giữ. Dữ liệu theo thời hạn lưu như bình thường.',
  erased: 'Đã hết tạm giữ; yêu cầu xóa chờ từ trước đã được thực hiện.',
} as const;

const untilInWords = (until: number | null) =>
  until === null ? 'đến khi có người bỏ' : `đến hết ngày ${dayInWords(until - 1)}`;

interface Options extends WantedCitizen {
  readonly data?: string;
  readonly reason?: string;
  readonly until?: string;
}

/** Adds `citizen hold`, `release` and `holds`: keeps a citizen's data from retention and erasure for a time. */
export function addHoldCommands(citizen: Command, surroundings: HoldSurroundings): void {
  const { print, refuse, now } = surroundings;
  const by = () => `terminal:${surroundings.user()}`;

  async function withState(options: Options, work: (engine: StateEngine, config: Config) => Promise<void>) {
    const given = surroundings.config();
    const config = { ...given, dataDir: options.data ?? given.dataDir };
    const engine = await openEngine(config);
    try {
      const seal = await openWordSeal(config.sealingKey, engine.kept, randomBytes);
      await work({ ...engine, ...sealStores(engine, seal) }, config);
    } finally {
      await engine.close();
    }
  }

  const command = (name: string, description: string) =>
    citizen
      .command(name)
      .description(description)
      .option('--conversation <id>', 'mã cuộc trò chuyện, ví dụ zalo:<OA>:<người dùng>')
      .option('--channel <name>', 'messenger, zalo hoặc web; cùng với --user')
      .option('--user <id>', 'mã người dùng trên kênh đó')
      .option('--data <dir>', 'thư mục dữ liệu');

  command('hold', 'Tạm giữ dữ liệu của một người dân: không hết hạn, không xóa được cho đến khi hết tạm giữ')
    .option('--reason <words>', 'lý do')
    .option('--until <day>', 'ngày cuối cùng tạm giữ, ví dụ 2026-12-31; không có thì đến khi bỏ')
    .action((options: Options) =>
      withState(options, async (engine, config) => {
        const conversationId = wantedConversation(options, config);
        if (conversationId === null) return refuse(NO_CITIZEN_NAMED);
        const fields = readHoldFields(options.reason ?? '', options.until ?? '', now());
        if (typeof fields === 'string') return refuse(WORDS[fields]);
        const hold = { conversationId, ...fields, by: by(), at: now() };
        if (!(await placeHold(hold, { ...engine, now }))) return refuse(WORDS.unknown);
        print(WORDS.placed(untilInWords(hold.until)));
      }),
    );

  command('release', 'Bỏ tạm giữ; yêu cầu xóa đang chờ được thực hiện ngay').action((options: Options) =>
    withState(options, async (engine, config) => {
      const conversationId = wantedConversation(options, config);
      if (conversationId === null) return refuse(NO_CITIZEN_NAMED);
      const end = await endHold({ conversationId }, by(), { ...engine, now });
      if (end === 'none') return refuse(WORDS.notHeld);
      print(WORDS[end]);
    }),
  );

  citizen
    .command('holds')
    .description('Liệt kê dữ liệu đang bị tạm giữ')
    .option('--data <dir>', 'thư mục dữ liệu')
    .action((options: Options) =>
      withState(options, async ({ holds }) => {
        const found = await holds.list(10_000);
        if (found.length === 0) return print(WORDS.none);
        for (const { conversationId, at, until, by: whose, reason } of found)
          print([conversationId, dayInWords(at), untilInWords(until), whose, reason].join('\t'));
      }),
    );
}
