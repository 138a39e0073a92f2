import { join } from 'node:path';
import { type LockHolder, lockFolder } from '../folder-lock.ts';

/** Another ingest works on the same data folder. Worth a retry once that one has ended. */
export class IngestRunning extends Error {
  readonly code = 'INGEST_RUNNING';

  constructor(holder: LockHolder | null) {
    const who = holder === null ? '' : ` (tiến trình ${holder.pid}, bắt đầu lúc ${holder.since})`;
    super(
      `Đang có một lượt nạp văn bản khác chạy trên thư mục dữ liệu này${who}. Hãy đợi lượt đó xong, hoặc dừng nó rồi chạy lại.`,
    );
    this.name = 'IngestRunning';
  }
}

/**
 * Takes the one right to ingest into a data folder; the result gives it back.
 * @throws IngestRunning
 */
export function lockIngest(dataDir: string, now: number): () => void {
  const lock = lockFolder(join(dataDir, 'ingest', 'lock'), now);
  if (!lock.taken) throw new IngestRunning(lock.holder);
  return lock.release;
}
