import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { Manifest } from '../backup/manifest.ts';
import { type RestoreOutcome, restoreBackup } from '../backup/restore-backup.ts';
import { type BackupOutcome, writeBackup } from '../backup/write-backup.ts';
import type { Config } from '../config.ts';
import { storageFault } from '../stores/libsql/storage-faults.ts';

type Done<Outcome extends { readonly ok: boolean }> = Extract<Outcome, { readonly ok: true }>;

/** What the commands need of the program. */
export interface BackupSurroundings {
  readonly config: () => Config;
  readonly print: (text: string) => void;
  /** Says in Vietnamese why nothing was done; the program then ends with status 2. */
  readonly refuse: (problem: string) => void;
  /** Shows one line in the place of the one before, where there is a terminal; the empty one takes it away. */
  readonly showProgress: (line: string) => void;
  readonly now: () => number;
}

const BACKUP_PROBLEMS = {
  exists: 'Đã có tệp mang tên này và tệp đó được giữ nguyên. Hãy chọn tên khác.',
  'no-state': 'Thư mục dữ liệu này chưa có tệp trạng thái (state.db) để sao lưu. Hãy kiểm tra --data hoặc DATA_DIR.',
  'damaged-state':
    'Tệp trạng thái (state.db) bị hỏng nên không sao lưu được. Hãy giữ nguyên cả thư mục và khôi phục bản sao lưu gần nhất.',
  'index-switched': 'Chỉ mục vừa được nạp lại trong lúc sao lưu. Hãy chạy lại lệnh.',
  'not-whole': 'Bản vừa ghi đọc lại không khớp nên đã bị bỏ. Hãy kiểm tra ổ đĩa rồi chạy lại, hoặc ghi ra ổ khác.',
} as const;

/** A backup of the data folder alone would pass for one of everything. */
const STATE_IN_REDIS = {
  backup:
    'Trạng thái nằm trong Redis (REDIS_URL) nên chưa sao lưu gì. Khi hệ thống chạy: sao lưu thư mục appendonlydir của Redis, cùng với DATA_DIR. Muốn một tệp như thường lệ: dừng hệ thống; npm run admin -- store move --to file; REDIS_URL= npm run admin -- backup ‹tệp›; xóa state.db* trong DATA_DIR; npm run admin -- store unmark --at redis; khởi động lại.',
  restore:
    'Trạng thái nằm trong Redis (REDIS_URL) nên chưa khôi phục gì. Dừng hệ thống; REDIS_URL= npm run admin -- restore ‹tệp›; rồi với một Redis trống: npm run admin -- store move --to redis; khởi động lại. Bản sao appendonlydir thì đặt lại vào Redis.',
} as const;

const RESTORE_PROBLEMS = {
  'not-a-backup': 'Tệp này không phải bản sao lưu của hệ thống. Chưa có gì thay đổi.',
  damaged: 'Bản sao lưu bị hỏng hoặc chép chưa hết. Hãy dùng bản khác; chưa có gì thay đổi.',
  newer: 'Bản sao lưu do phiên bản mới hơn tạo ra. Hãy cập nhật chương trình rồi khôi phục; chưa có gì thay đổi.',
} as const;

/** Adds `backup` and `restore`: a whole office in one file, and back. */
export function addBackupCommands(admin: Command, surroundings: BackupSurroundings): void {
  admin
    .command('backup')
    .description('Sao lưu toàn bộ dữ liệu vào một tệp, kể cả khi hệ thống đang chạy')
    .argument('<file>', 'tệp sẽ ghi; không ghi đè tệp đã có')
    .option('--data <dir>', 'thư mục dữ liệu')
    .action((file: string, options: { data?: string }) => backup(file, options, surroundings));
  admin
    .command('restore')
    .description('Khôi phục dữ liệu từ một bản sao lưu; phải dừng hệ thống trước')
    .argument('<file>', 'bản sao lưu')
    .option('--data <dir>', 'thư mục dữ liệu')
    .action((file: string, options: { data?: string }) => restore(file, options, surroundings));
}

function backup(given: string, options: { data?: string }, surroundings: BackupSurroundings): void {
  const { config, print, refuse, showProgress, now } = surroundings;
  const file = resolve(given);
  const { dataDir, redisUrl } = config();
  if (redisUrl !== null) {
    refuse(STATE_IN_REDIS.backup);
    return;
  }
  const onProgress = (written: number, total: number) =>
    showProgress(`Đang ghi ${megabytes(written)}/${megabytes(total)} MB`);
  try {
    const outcome = writeBackup(options.data ?? dataDir, file, { now: now(), onProgress });
    showProgress('');
    if (outcome.ok) for (const line of describeBackup(file, outcome)) print(line);
    else refuse(BACKUP_PROBLEMS[outcome.reason]);
  } catch (error) {
    showProgress('');
    refuse(diskProblem(error, file));
  }
}

function restore(given: string, options: { data?: string }, surroundings: BackupSurroundings): void {
  const { config, print, refuse, now } = surroundings;
  const file = resolve(given);
  const settings = config();
  if (settings.redisUrl !== null) {
    refuse(STATE_IN_REDIS.restore);
    return;
  }
  const dataDir = options.data ?? settings.dataDir;
  try {
    const outcome = restoreBackup(file, dataDir, now());
    if (outcome.ok) for (const line of describeRestore(file, dataDir, outcome)) print(line);
    else refuse(RESTORE_PROBLEMS[outcome.reason]);
  } catch (error) {
    refuse(diskProblem(error, dataDir));
  }
}

function describeBackup(file: string, { manifest, bytes }: Done<BackupOutcome>): readonly string[] {
  return [
    `Đã sao lưu vào ${file} (${megabytes(bytes)} MB), đã đọc lại và khớp.`,
    ...describeContents(manifest),
    'Tệp này chứa dữ liệu cá nhân và chưa mã hóa: hãy cất ở nơi chỉ người phụ trách mở được.',
  ];
}

function describeRestore(file: string, dataDir: string, outcome: Done<RestoreOutcome>): readonly string[] {
  const { manifest, aside, erasedAgain, waiting } = outcome;
  return [
    `Đã khôi phục ${dataDir} từ ${file}.`,
    ...describeContents(manifest),
    ...(erasedAgain === null
      ? ['Trạng thái cũ không đọc được: hãy xóa lại (admin purge) dữ liệu của những người đã yêu cầu sau lúc sao lưu.']
      : []),
    ...(erasedAgain ? [`Đã xóa lại dữ liệu của ${erasedAgain} người đã yêu cầu xóa sau lúc sao lưu.`] : []),
    ...(aside === null
      ? []
      : [
          `Trạng thái trước đó được giữ trong ${aside}.`,
          'Muốn quay lại: dừng hệ thống rồi chuyển các tệp trong thư mục đó về chỗ cũ. Không cần nữa thì xóa thư mục đó.',
        ]),
    'Việc tiếp theo:',
    `  - npm start  (${waiting} tin nhắn còn chờ lúc sao lưu sẽ được trả lời; tin đến sau lúc đó không có ở đây)`,
    '  - npm run admin -- doctor  (mã Zalo trong bản cũ có thể đã hết dùng: khi đó chạy admin zalo authorise)',
    ...(manifest.snapshot === null ? ['  - npm run ingest -- <thư mục văn bản>  (bản sao lưu không có chỉ mục)'] : []),
  ];
}

function describeContents(manifest: Manifest): readonly string[] {
  const { rows, madeAt, snapshot } = manifest;
  const day = new Date(madeAt).toLocaleString('vi-VN', { timeZone: 'Asia/Ho_Chi_Minh' });
  const count = (table: string) => (rows[table] ?? 0).toLocaleString('vi-VN');
  return [
    `Thời điểm sao lưu: ${day}; lược đồ ${manifest.schemaVersion}; ${manifest.files.length} tệp.`,
    `Gồm ${count('conversations')} cuộc trò chuyện, ${count('messages')} tin nhắn, ${count('tickets')} phiếu, ` +
      `${count('turns')} dòng sổ ghi, ${count('staff')} tài khoản; chỉ mục ${snapshot ?? 'chưa có'}.`,
  ];
}

/** What the operator can mend; a fault of the program is thrown on. */
function diskProblem(error: unknown, place: string): string {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') {
    return `Không có tệp hoặc thư mục: ${'path' in error ? String(error.path) : place}.`;
  }
  switch (storageFault(error)) {
    case 'full':
      return `Ổ đĩa của ${place} đã đầy; chưa có gì thay đổi. Hãy dọn bớt rồi chạy lại.`;
    case 'read-only':
      return `Không có quyền ghi ở ${place}; chưa có gì thay đổi.`;
    case 'damaged':
      return BACKUP_PROBLEMS['damaged-state'];
    default:
      throw error;
  }
}

function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(1);
}
