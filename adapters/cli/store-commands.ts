import type { Command } from 'commander';
import { Option } from 'commander';
import type { Config } from '../config.ts';
import { unmarkFolder } from '../stores/libsql/moved-folder.ts';
import type { Comparison } from '../stores/move/move-state.ts';
import { moveToFile } from '../stores/move/move-to-file.ts';
import { moveToRedis } from '../stores/move/move-to-redis.ts';
import { connectRedis } from '../stores/redis/connection.ts';
import { readMoveMark, removeMoveMark } from '../stores/redis/move-mark.ts';
import { KIND_WORDS, STORE_WORDS } from './store-words.ts';

/** What the commands need of the program. */
export interface StoreSurroundings {
  readonly config: () => Config;
  readonly print: (text: string) => void;
  /** Says in Vietnamese why nothing was done; the program then ends with status 2. */
  readonly refuse: (problem: string) => void;
  /** The program ends with status 1. */
  readonly fail: () => void;
  /** Shows one line in the place of the one before, where there is a terminal; the empty one takes it away. */
  readonly showProgress: (line: string) => void;
  readonly now: () => number;
  readonly newId: () => string;
}

type Place = 'redis' | 'file';

const ignoreFault = () => {};

/** Adds `store move`, which carries all state from one engine to the other, and `store unmark`. */
export function addStoreCommands(admin: Command, surroundings: StoreSurroundings): void {
  const store = admin.command('store').description('Chuyển trạng thái giữa tệp và Redis');
  const place = (flags: string, words: string) =>
    new Option(flags, words).choices(['redis', 'file']).makeOptionMandatory();
  store
    .command('move')
    .description('Chuyển toàn bộ trạng thái sang Redis (REDIS_URL) hoặc về tệp; phải dừng hệ thống trước')
    .addOption(place('--to <place>', 'nơi chuyển đến'))
    .option('--data <dir>', 'thư mục dữ liệu')
    .option(
      '--force',
      'chuyển khỏi Redis cả khi còn tiến trình nghe ở đó; chỉ dùng khi chắc chắn không còn máy chủ nào',
    )
    .action((options: { to: Place; data?: string; force?: boolean }) => move(options, surroundings));
  store
    .command('unmark')
    .description('Bỏ dấu "đã chuyển" để dùng lại bản cũ')
    .addOption(place('--at <place>', 'bản cũ nằm ở đâu'))
    .option('--data <dir>', 'thư mục dữ liệu')
    .action((options: { at: Place; data?: string }) => unmark(options, surroundings));
}

async function move(
  { to, data, force = false }: { to: Place; data?: string; force?: boolean },
  { config, print, refuse, fail, showProgress, now, newId }: StoreSurroundings,
): Promise<void> {
  const { dataDir, redisUrl } = config();
  if (redisUrl === null) return refuse(STORE_WORDS.noRedis);
  const options = {
    dataDir: data ?? dataDir,
    redisUrl,
    now: now(),
    newId,
    onFault: ignoreFault,
    onProgress: (kind: keyof typeof KIND_WORDS, written: number) =>
      showProgress(`${STORE_WORDS.moving} ${KIND_WORDS[kind]}: ${written.toLocaleString('vi-VN')}`),
  };
  const outcome = await (to === 'redis' ? moveToRedis(options) : moveToFile({ ...options, force })).finally(() =>
    showProgress(''),
  );
  const direction = to === 'redis' ? 'toRedis' : 'toFile';
  if (!outcome.ok && outcome.reason !== 'different') return refuse(STORE_WORDS.problems[direction][outcome.reason]);
  for (const line of tableOf(outcome.comparisons)) print(line);
  if (outcome.ok) {
    for (const line of STORE_WORDS.moved[direction]) print(line);
    return;
  }
  print(STORE_WORDS.different[direction]);
  fail();
}

/** One line a kind; a second one with what the target holds where that differs. */
function tableOf(comparisons: readonly Comparison[]): readonly string[] {
  const width = Math.max(...Object.values(KIND_WORDS).map((words) => words.length));
  const line = (words: string, count: string, digest: string, mark = '') =>
    `${words.padEnd(width)} ${count.padStart(10)} ${digest}${mark}`;
  const [kind, count, digest] = STORE_WORDS.tableHead;
  return [
    line(kind, count, digest),
    ...comparisons.flatMap(({ source, target, same }) => [
      line(KIND_WORDS[source.kind], source.count.toLocaleString('vi-VN'), source.digest, same ? ' ✓' : ''),
      ...(same ? [] : [line('  ≠', target.count.toLocaleString('vi-VN'), target.digest, ' ✗')]),
    ]),
  ];
}

async function unmark(
  { at, data }: { at: Place; data?: string },
  { config, print, refuse }: StoreSurroundings,
): Promise<void> {
  const { dataDir, redisUrl } = config();
  if (at === 'file') {
    return unmarkFolder(data ?? dataDir) ? print(STORE_WORDS.unmarked) : refuse(STORE_WORDS.notMarked);
  }
  if (redisUrl === null) return refuse(STORE_WORDS.noRedis);
  const connection = await connectRedis(redisUrl, ignoreFault);
  try {
    const mark = await readMoveMark(connection);
    if (mark === null) return refuse(STORE_WORDS.notMarked);
    if (mark === 'unfinished') return refuse(STORE_WORDS.unfinished);
    await removeMoveMark(connection);
    print(STORE_WORDS.unmarked);
  } finally {
    await connection.close();
  }
}
