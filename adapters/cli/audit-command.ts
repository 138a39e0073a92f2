import type { Command } from 'commander';
import type { AuditEntry } from '../../bot/ports/audit.ts';
import type { Config } from '../config.ts';
import { TIMES } from '../console/inbox/vietnamese.ts';
import { momentInWords } from '../console/time-words.ts';
import { openEngine } from '../stores/open-engine.ts';

/** What the command needs of the program. */
export interface AuditSurroundings {
  readonly config: () => Config;
  readonly print: (text: string) => void;
  /** Makes the program end with status 1. */
  readonly fail: () => void;
}

const PAGE = 500;

/** Adds `audit`: prints the log of what people did to the product, or checks that it is as it was written. */
export function addAuditCommand(admin: Command, { config, print, fail }: AuditSurroundings): void {
  admin
    .command('audit')
    .description('In nhật ký thao tác, hoặc kiểm tra nhật ký còn nguyên vẹn')
    .option('--verify', 'kiểm tra chuỗi mã băm, không in từng dòng')
    .option('--data <dir>', 'thư mục dữ liệu')
    .action(async (options: { verify?: boolean; data?: string }) => {
      const settings = config();
      const { audit, close } = await openEngine({ ...settings, dataDir: options.data ?? settings.dataDir });
      try {
        if (options.verify) {
          const verdict = await audit.verify();
          if (verdict.ok) print(`✔ ${verdict.entries} dòng còn nguyên vẹn. Mã của dòng cuối: ${verdict.head}`);
          else print(`✘ Dòng ${verdict.number} không khớp với các dòng trước: nhật ký đã bị sửa.`);
          if (!verdict.ok) fail();
          return;
        }
        let after = 0;
        for (;;) {
          const page = await audit.list(after, PAGE);
          for (const entry of page) print(describe(entry));
          after = page.at(-1)?.number ?? after;
          if (page.length < PAGE) return;
        }
      } finally {
        await close();
      }
    });
}

function describe({ number, at, actor, action, subject, facts }: AuditEntry): string {
  const told = Object.entries(facts).map(([name, value]) => `${name}: ${value}`);
  return [`${number}`, momentInWords(at, TIMES), actor, action, subject, told.join('; ')].join('\t');
}
