import type { Command } from 'commander';
import { endHold, placeHold } from '../../bot/end-holds.ts';
import { endHoldWithLinked, holdWithLinked, linkedHolds } from '../../bot/links/hold-linked.ts';
import { dayInWords } from '../console/time-words.ts';
import { readHoldFields } from '../holds/hold-fields.ts';
import { type CitizenOptions, type CitizenSurroundings, citizenCommand } from './about-citizen.ts';
import { atTerminal, withOpenedState } from './opened-state.ts';
import { NO_CITIZEN_NAMED, wantedConversation } from './wanted-conversation.ts';

const WORDS = {
  'no-reason': 'Hãy ghi lý do tạm giữ: --reason "…" (5 đến 500 ký tự).',
  'bad-day': 'Ngày cuối cùng tạm giữ viết dạng 2026-12-31 và phải từ hôm nay trở đi: --until 2026-12-31.',
  unknown: 'Không có dữ liệu nào của người này trên kênh đó.',
  notHeld: 'Dữ liệu của người này không bị tạm giữ.',
  none: 'Không có dữ liệu nào đang bị tạm giữ.',
  placed: (until: string) =>
    `Đã tạm giữ ${until}. Hết thời hạn lưu hay có yêu cầu xóa, dữ liệu vẫn còn đến khi hết tạm giữ.`,
  released: 'Đã hết tạm giữ. Dữ liệu theo thời hạn lưu như bình thường.',
  linked: (ids: readonly string[]) =>
    [
      'Người này đã liên kết với các cuộc trò chuyện sau; ở đó dữ liệu KHÔNG bị tạm giữ (thêm --linked để tạm giữ cả):',
      ...ids.map((id) => `  ${id}`),
    ].join('\n'),
  erased: 'Đã hết tạm giữ; yêu cầu xóa chờ từ trước đã được thực hiện.',
} as const;

const untilInWords = (until: number | null) =>
  until === null ? 'đến khi có người bỏ' : `đến hết ngày ${dayInWords(until - 1)}`;

interface Options extends CitizenOptions {
  readonly reason?: string;
  readonly until?: string;
  readonly linked?: boolean;
}

/** Adds `citizen hold`, `release` and `holds`: keeps a citizen's data from retention and erasure for a time. */
export function addHoldCommands(citizen: Command, surroundings: CitizenSurroundings): void {
  const { print, refuse, now } = surroundings;
  citizenCommand(
    citizen,
    'hold',
    'Tạm giữ dữ liệu của một người dân: không hết hạn, không xóa được cho đến khi hết tạm giữ',
  )
    .option('--reason <words>', 'lý do')
    .option('--until <day>', 'ngày cuối cùng tạm giữ, ví dụ 2026-12-31; không có thì đến khi bỏ')
    .option('--linked', 'tạm giữ cả ở những cuộc trò chuyện mà người đó đã liên kết')
    .action((options: Options) =>
      withOpenedState(options, surroundings, async (engine, config) => {
        const conversationId = wantedConversation(options, config);
        if (conversationId === null) return refuse(NO_CITIZEN_NAMED);
        const fields = readHoldFields(options.reason ?? '', options.until ?? '', now());
        if (typeof fields === 'string') return refuse(WORDS[fields]);
        const hold = { conversationId, ...fields, by: atTerminal(surroundings), at: now() };
        const place = options.linked === true ? holdWithLinked : placeHold;
        if (!(await place(hold, { ...engine, now }))) return refuse(WORDS.unknown);
        print(WORDS.placed(untilInWords(hold.until)));
        const open = (await linkedHolds(conversationId, engine)).filter((other) => other.hold === null);
        if (open.length > 0) print(WORDS.linked(open.map((other) => other.conversationId)));
      }),
    );

  citizenCommand(citizen, 'release', 'Bỏ tạm giữ; yêu cầu xóa đang chờ được thực hiện ngay')
    .option('--linked', 'bỏ cả tạm giữ cùng lý do ở những cuộc trò chuyện mà người đó đã liên kết')
    .action((options: Options) =>
      withOpenedState(options, surroundings, async (engine, config) => {
        const conversationId = wantedConversation(options, config);
        if (conversationId === null) return refuse(NO_CITIZEN_NAMED);
        const by = atTerminal(surroundings);
        const end =
          options.linked === true
            ? await endHoldWithLinked(conversationId, by, { ...engine, now })
            : await endHold({ conversationId }, by, { ...engine, now });
        if (end === 'none') return refuse(WORDS.notHeld);
        print(WORDS[end]);
      }),
    );

  citizen
    .command('holds')
    .description('Liệt kê dữ liệu đang bị tạm giữ')
    .option('--data <dir>', 'thư mục dữ liệu')
    .action((options: Options) =>
      withOpenedState(options, surroundings, async ({ holds }) => {
        const found = await holds.list(10_000);
        if (found.length === 0) return print(WORDS.none);
        for (const { conversationId, at, until, by: whose, reason } of found)
          print([conversationId, dayInWords(at), untilInWords(until), whose, reason].join('\t'));
      }),
    );
}
