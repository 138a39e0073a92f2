import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { StoreUnusable } from '../../stores/errors.ts';
import { openEngine } from '../../stores/open-engine.ts';
import { connectRedis } from '../../stores/redis/connection.ts';
import { LEAST_VERSION, readServerFacts, type ServerFacts } from '../../stores/redis/server-facts.ts';
import type { Check, RunChecks } from './check.ts';

const MEBIBYTE = 2 ** 20;
/** Above this share of the limit there is little room for a busy day. */
const NEARLY_FULL = 0.8;

/** Looks at the place of all state: the file in the data folder, or Redis. */
export const checkStore: RunChecks = async (config) =>
  config.redisUrl === null ? checkFile(config.dataDir) : checkRedis(config.redisUrl);

async function checkFile(dataDir: string): Promise<readonly Check[]> {
  const file = join(dataDir, 'state.db');
  const engine = { name: 'Nơi lưu', ok: true, advice: `tệp ${file} (một tiến trình; đặt REDIS_URL để chạy nhiều).` };
  if (!existsSync(file)) {
    return [engine, { name: 'Tệp trạng thái', ok: null, advice: 'chưa có, sẽ được tạo khi chạy npm start.' }];
  }
  try {
    accessSync(file, constants.R_OK | constants.W_OK);
    await (await openEngine({ dataDir, redisUrl: null })).close();
    return [
      engine,
      { name: 'Tệp trạng thái', ok: true, advice: `đọc và ghi được, ${inMebibytes(statSync(file).size)}.` },
    ];
  } catch {
    const advice = `không mở được ${file}: kiểm tra quyền ghi, ổ đĩa còn chỗ, tệp không hỏng và không do phiên bản mới hơn ghi.`;
    return [engine, { name: 'Tệp trạng thái', ok: false, advice }];
  }
}

async function checkRedis(url: string): Promise<readonly Check[]> {
  const connection = await connectRedis(url, () => {}).catch((error: unknown) => {
    if (error instanceof StoreUnusable) return null;
    throw error;
  });
  if (connection === null) {
    const advice =
      'không kết nối được: kiểm tra Redis đang chạy, tường lửa, chứng chỉ TLS, và địa chỉ, tên, mật khẩu trong REDIS_URL.';
    return [{ name: 'Kết nối Redis', ok: false, advice }];
  }
  try {
    const facts = await readServerFacts(connection);
    const usable = [checkVersion(facts), checkRole(facts), checkMemory(facts), checkEviction(facts)];
    return [
      { name: 'Kết nối Redis', ok: true, advice: `${connection.description} trả lời.` },
      ...usable,
      checkFlush(facts),
      await checkSchema(
        url,
        usable.every((check) => check.ok),
      ),
    ];
  } catch {
    const advice = 'Redis từ chối lệnh: kiểm tra tên, mật khẩu trong REDIS_URL và quyền của người dùng đó.';
    return [{ name: 'Kết nối Redis', ok: false, advice }];
  } finally {
    await connection.close();
  }
}

function checkVersion({ version }: ServerFacts): Check {
  const ok = Number.parseInt(version, 10) >= LEAST_VERSION;
  const advice = ok ? `${version}.` : `${version}: cần Redis ${LEAST_VERSION} trở lên, hãy nâng cấp máy chủ Redis.`;
  return { name: 'Phiên bản', ok, advice };
}

function checkRole({ isReplica, isLoading, replicas }: ServerFacts): Check {
  const name = 'Vai trò';
  if (isReplica)
    return {
      name,
      ok: false,
      advice: 'là bản sao, không ghi được: đặt REDIS_URL trỏ tới máy chính hoặc các sentinel.',
    };
  if (isLoading) return { name, ok: false, advice: 'đang nạp dữ liệu: đợi nạp xong rồi thử lại.' };
  return {
    name,
    ok: true,
    advice: `máy chính, ${replicas === 0 ? 'không có bản sao' : `${replicas} bản sao đang nối`}.`,
  };
}

function checkFlush({ appendOnly, appendFsync }: ServerFacts): Check {
  const name = 'Ghi xuống đĩa';
  const advice = 'Đặt appendonly yes và appendfsync always trong cấu hình Redis.';
  if (!appendOnly)
    return {
      name,
      ok: false,
      advice: `không ghi nhật ký (appendonly no): Redis dừng đột ngột là mất mọi tin từ lần chụp trước, dù webhook đã trả lời. ${advice}`,
    };
  if (appendFsync === 'always') return { name, ok: true, advice: 'sau mỗi lần ghi (appendfsync always).' };
  if (appendFsync === null)
    return {
      name,
      ok: null,
      advice: `Redis không cho xem appendfsync. Nếu khác always, sự cố có thể làm mất tin. ${advice}`,
    };
  const lost = appendFsync === 'everysec' ? 'tin của giây cuối' : 'tin của nửa phút cuối hoặc hơn';
  return {
    name,
    ok: false,
    advice: `appendfsync ${appendFsync}: máy Redis hỏng đột ngột có thể mất ${lost}, dù webhook đã trả lời. ${advice}`,
  };
}

function checkMemory({ usedMemory, maxMemory }: ServerFacts): Check {
  const name = 'Bộ nhớ';
  const used = `đang dùng ${inMebibytes(usedMemory)}`;
  if (maxMemory === 0) return { name, ok: true, advice: `${used}, không đặt giới hạn (maxmemory 0).` };
  return usedMemory < NEARLY_FULL * maxMemory
    ? { name, ok: true, advice: `${used} trên ${inMebibytes(maxMemory)}.` }
    : { name, ok: false, advice: `${used} trên ${inMebibytes(maxMemory)}: sắp đầy, hãy tăng maxmemory.` };
}

function checkEviction({ evictionPolicy }: ServerFacts): Check {
  const ok = evictionPolicy === 'noeviction';
  const advice = ok
    ? 'không bỏ dữ liệu (noeviction).'
    : `maxmemory-policy ${evictionPolicy} bỏ dữ liệu, mất cả tin của người dân: đặt maxmemory-policy noeviction.`;
  return { name: 'Khi đầy bộ nhớ', ok, advice };
}

/** Opening the state as the product does also finds what only its schema shows. */
async function checkSchema(url: string, isUsable: boolean): Promise<Check> {
  const name = 'Dữ liệu';
  try {
    await (await openEngine({ dataDir: '', redisUrl: url })).close();
    return { name, ok: true, advice: 'đúng phiên bản của chương trình.' };
  } catch (error) {
    if (!(error instanceof StoreUnusable)) throw error;
    const advice = isUsable
      ? 'do chương trình mới hơn hoặc chương trình khác ghi (chạy bản mới hơn, hoặc dùng Redis riêng), hoặc đang được chuyển hay đã chuyển đi (xem admin store).'
      : 'chưa kiểm tra được, xem các dòng trên.';
    return { name, ok: isUsable ? false : null, advice };
  }
}

function inMebibytes(bytes: number): string {
  return `${(bytes / MEBIBYTE).toLocaleString('vi-VN', { maximumFractionDigits: 1 })} MiB`;
}
