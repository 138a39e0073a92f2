import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { findUnreadable } from '../../kept/kept-catalogue.ts';
import { UNREADABLE_VALUES } from '../../kept/unreadable-words.ts';
import { StoreUnusable } from '../../stores/errors.ts';
import { openEngine } from '../../stores/open-engine.ts';
import type { RunChecks } from './check.ts';

const NAME = 'Cài đặt và số liệu';

/** Reads everything among the kept values that people or the product wrote, and names what cannot be read. */
export const checkKeptValues: RunChecks = async (config) => {
  const isThere = config.redisUrl !== null || existsSync(join(config.dataDir, 'state.db'));
  if (!isThere) return [{ name: NAME, ok: null, advice: 'chưa có gì được lưu.' }];
  const engine = await openEngine(config).catch((error: unknown) => {
    if (error instanceof StoreUnusable) return null;
    throw error;
  });
  if (engine === null) return [{ name: NAME, ok: null, advice: 'chưa kiểm tra được, xem mục Lưu trữ.' }];
  try {
    const unreadable = await findUnreadable(engine.kept);
    if (unreadable.length === 0) return [{ name: NAME, ok: true, advice: 'đọc được hết.' }];
    return unreadable.map(({ name, kind }) => ({ name, ok: false, advice: UNREADABLE_VALUES[kind] }));
  } finally {
    await engine.close();
  }
};
