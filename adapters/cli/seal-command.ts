import { randomBytes } from 'node:crypto';
import type { Command } from 'commander';
import { maskMessage } from '../../bot/masked-message.ts';
import { OLD_WORD_KINDS } from '../../bot/ports/old-words.ts';
import { SEAL_MARK } from '../../bot/sealed-words.ts';
import type { Config } from '../config.ts';
import { openWordSeal } from '../sealing/open-word-seal.ts';
import { openEngine } from '../stores/open-engine.ts';
import { atTerminal } from './opened-state.ts';

/** What the command needs of the program. */
export interface SealSurroundings {
  readonly config: () => Config;
  readonly print: (text: string) => void;
  /** Shows one line in the place of the one before, where there is a terminal; the empty one takes it away. */
  readonly showProgress: (line: string) => void;
  readonly now: () => number;
  /** Log-in name of whoever types, for the audit log. */
  readonly user: () => string;
}

const KINDS = {
  mail: 'thư đến',
  tickets: 'phiếu',
  lines: 'tin nhắn',
  notes: 'ghi chú nội bộ',
  turns: 'dòng sổ ghi',
  incidents: 'sự việc nhà trường báo',
  gaps: 'câu hỏi chưa trả lời được',
  corrections: 'đính chính',
  holds: 'yêu cầu giữ dữ liệu',
} as const;
const number = (count: number) => count.toLocaleString('vi-VN');

/** Adds `seal`: seals and masks personal data that an older program kept as it was written. */
export function addSealCommand(admin: Command, surroundings: SealSurroundings): void {
  admin
    .command('seal')
    .description('Che và niêm phong dữ liệu cá nhân mà phiên bản cũ lưu nguyên văn; chạy được khi máy chủ đang phục vụ')
    .option('--data <dir>', 'thư mục dữ liệu')
    .action((options: { data?: string }) => seal(options, surroundings));
}

async function seal(options: { readonly data?: string }, surroundings: SealSurroundings): Promise<void> {
  const { print, showProgress, now } = surroundings;
  const config = surroundings.config();
  const engine = await openEngine({ ...config, dataDir: options.data ?? config.dataDir });
  try {
    const words = await openWordSeal(config.sealingKey, engine.kept, randomBytes);
    const rewording = {
      sealed: (text: string, purpose: string) => (text.includes(SEAL_MARK) ? text : words.close(text, purpose)),
      masked: maskMessage,
      hidden: (address: string, purpose: string) =>
        address.includes(SEAL_MARK) ? address : words.hide(address, purpose),
    };
    const counts = await engine.oldWords
      .reword(rewording, (kind, { looked, changed }) =>
        showProgress(`${KINDS[kind]}: đã xem ${number(looked)}, niêm phong ${number(changed)}`),
      )
      .finally(() => showProgress(''));
    for (const kind of OLD_WORD_KINDS) {
      const { looked, changed } = counts[kind];
      print(`${KINDS[kind]}: đã xem ${number(looked)}, niêm phong hoặc che ${number(changed)}`);
    }
    const changed = OLD_WORD_KINDS.reduce((sum, kind) => sum + counts[kind].changed, 0);
    print(changed === 0 ? 'Không còn gì phải niêm phong.' : 'Đã xong. Chạy lại để kiểm tra: lần sau không còn gì.');
    if (changed === 0) return;
    const entry = { actor: atTerminal(surroundings), action: 'store.seal', subject: 'store' };
    await engine.audit.append({ ...entry, at: now(), facts: { rows: changed } });
  } finally {
    await engine.close();
  }
}
