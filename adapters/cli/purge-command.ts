import { randomUUID } from 'node:crypto';
import type { Command } from 'commander';
import { eraseCitizen, erasureCode } from '../../bot/erase-citizen.ts';
import { othersIn } from '../../bot/links/link.ts';
import type { ErasureRecord } from '../../bot/ports/erasure.ts';
import type { Config } from '../config.ts';
import type { StateEngine } from '../stores/engine.ts';
import { openEngine } from '../stores/open-engine.ts';
import { channelOf, NO_CITIZEN_NAMED, type WantedCitizen, wantedConversation } from './wanted-conversation.ts';

/** What the command needs of the program. */
export interface PurgeSurroundings {
  readonly config: () => Config;
  readonly print: (text: string) => void;
  /** Says in Vietnamese why nothing was done; the program then ends with status 2. */
  readonly refuse: (problem: string) => void;
  readonly now: () => number;
}

interface Options extends WantedCitizen {
  readonly proof?: string;
  readonly linked?: boolean;
  readonly data?: string;
}

/** Adds `purge`: erases one citizen's data for staff, or shows the proof of an erasure. */
export function addPurgeCommand(admin: Command, surroundings: PurgeSurroundings): void {
  admin
    .command('purge')
    .description('Xóa dữ liệu của một người dân, hoặc xem lại chứng nhận xóa')
    .option('--conversation <id>', 'mã cuộc trò chuyện, ví dụ zalo:<OA>:<người dùng>')
    .option('--channel <name>', 'messenger, zalo hoặc web; cùng với --user')
    .option('--user <id>', 'mã người dùng trên kênh đó')
    .option('--linked', 'xóa cả ở những cuộc trò chuyện mà người đó đã liên kết')
    .option('--proof <code>', 'xem chứng nhận xóa theo mã xác nhận, không xóa gì')
    .option('--data <dir>', 'thư mục dữ liệu')
    .action((options: Options) => purge(options, surroundings));
}

async function purge(options: Options, surroundings: PurgeSurroundings): Promise<void> {
  const { print, refuse, now } = surroundings;
  const config = surroundings.config();
  const engine = await openEngine({ ...config, dataDir: options.data ?? config.dataDir });
  try {
    if (options.proof !== undefined) {
      const proof = await engine.erasures.find(options.proof.trim().toUpperCase());
      return proof === null ? refuse('Không có lần xóa nào mang mã này.') : print(describeProof(proof, false));
    }
    const id = wantedConversation(options, config);
    if (id === null) return refuse(NO_CITIZEN_NAMED);
    if (channelOf(id) === null) return refuse('Mã cuộc trò chuyện bắt đầu bằng messenger:, zalo: hoặc web:.');
    const others = othersIn(await engine.links.of(id), id).map(({ conversationId }) => conversationId);
    const told: string[] = [];
    for (const each of options.linked === true ? [id, ...others] : [id]) {
      const erased = await purgeOne(each, engine, now());
      if (!erased.ok) return refuse([...told, erased.problem].join('\n\n'));
      told.push(erased.told);
    }
    const kept = options.linked === true || others.length === 0 ? [] : [keptLinked(others)];
    print([...told, ...kept].join('\n\n'));
  } finally {
    await engine.close();
  }
}

type Purged = { readonly ok: true; readonly told: string } | { readonly ok: false; readonly problem: string };

async function purgeOne(id: string, { records, erasures }: StateEngine, at: number): Promise<Purged> {
  const channel = channelOf(id);
  const reference = (await records.conversation(id))?.reference ?? {};
  const code = erasureCode(randomUUID());
  const request = { conversationId: id, reference, itemIds: [], fence: null, at, requestedBy: 'staff', code } as const;
  const outcome = channel === null ? 'stale' : await eraseCitizen({ ...request, channel, confirm: false }, records);
  const proof = await erasures.find(code);
  if (outcome === 'stale' || proof === null) {
    return { ok: false, problem: 'Phiếu vừa được đóng; hãy chạy lại lệnh.' };
  }
  const nothing = proof.erasedAt !== null && Object.values(proof.counts).every((rows) => rows === 0);
  if (nothing) return { ok: false, problem: 'Không có dữ liệu nào của người này trên kênh đó.' };
  return { ok: true, told: describeProof(proof, outcome === 'after-hold') };
}

function keptLinked(others: readonly string[]): string {
  return [
    'Người này đã liên kết với các cuộc trò chuyện sau. Ở đó CHƯA xóa gì; chỉ xóa khi họ yêu cầu cả những nơi đó:',
    ...others.map((id) => `  npm run admin -- purge --conversation ${id}`),
  ].join('\n');
}

const REQUESTERS = { citizen: 'người dân', platform: 'nền tảng', staff: 'cán bộ' } as const;
const STORES: Readonly<Record<string, string>> = {
  messages: 'tin nhắn',
  outbox: 'tin gửi đi',
  turns: 'dòng sổ ghi',
  tickets: 'phiếu',
  inbox: 'thư đến',
  conversations: 'cuộc trò chuyện',
};

function describeProof(proof: ErasureRecord, held: boolean): string {
  const head = `Mã xác nhận: ${proof.code} (theo yêu cầu của ${REQUESTERS[proof.requestedBy]}, kênh ${proof.channel})`;
  if (proof.erasedAt === null) {
    if (held)
      return `${head}\nCHƯA xóa: dữ liệu đang được tạm giữ. Hết tạm giữ (npm run admin -- citizen release) là hệ thống tự xóa.`;
    return `${head}\nCHƯA xóa: còn phiếu về an toàn trẻ em hoặc phản ánh đang xử lý, hoặc dữ liệu đang được tạm giữ. Đóng phiếu đó, hoặc hết tạm giữ, là hệ thống tự xóa.`;
  }
  const counts = Object.entries(proof.counts).map(([store, rows]) => `${STORES[store] ?? store} ${rows}`);
  const day = new Date(proof.erasedAt).toLocaleString('vi-VN', { timeZone: 'Asia/Ho_Chi_Minh' });
  return [
    head,
    `Đã xóa lúc ${day}: ${counts.join(', ')}.`,
    `Mã băm của cuộc trò chuyện: ${proof.conversationDigest}`,
  ].join('\n');
}
