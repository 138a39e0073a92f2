import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Libsql from 'libsql';
import { z } from 'zod';

const holderSchema = z.object({ pid: z.number(), since: z.string() });

/** Another ingest works on the same data folder. Worth a retry once that one has ended. */
export class IngestRunning extends Error {
  readonly code = 'INGEST_RUNNING';

  constructor(holder: z.infer<typeof holderSchema> | null) {
    const who = holder === null ? '' : ` (tiến trình ${holder.pid}, bắt đầu lúc ${holder.since})`;
    super(
      `Đang có một lượt nạp văn bản khác chạy trên thư mục dữ liệu này${who}. Hãy đợi lượt đó xong, hoặc dừng nó rồi chạy lại.`,
    );
    this.name = 'IngestRunning';
  }
}

/**
 * Takes the one right to ingest into a data folder; the result gives it back. The lock is a database lock, which the
 * system drops with the process, however that ends: nothing is left behind by a kill -9 or a restart of a container.
 * @throws IngestRunning
 */
export function lockIngest(dataDir: string, now: number): () => void {
  const folder = join(dataDir, 'ingest');
  const holderFile = join(folder, 'running.json');
  mkdirSync(folder, { recursive: true });
  const lock = new Libsql(join(folder, 'lock.db'));
  try {
    lock.exec('BEGIN EXCLUSIVE');
  } catch {
    lock.close();
    throw new IngestRunning(readHolder(holderFile));
  }
  writeFileSync(holderFile, JSON.stringify({ pid: process.pid, since: timeInVietnam(now) }));
  return () => {
    lock.exec('ROLLBACK');
    lock.close();
  };
}

function readHolder(file: string): z.infer<typeof holderSchema> | null {
  try {
    return holderSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return null;
  }
}

function timeInVietnam(at: number): string {
  return new Date(at).toLocaleString('vi-VN', { timeZone: 'Asia/Ho_Chi_Minh' });
}
