import { findUnreadable } from '../../kept/kept-catalogue.ts';
import { UNREADABLE_VALUES } from '../../kept/unreadable-words.ts';
import { openEngine } from '../../stores/open-engine.ts';
import type { RunChecks } from './check.ts';

/** Reads everything among the kept values that people or the product wrote, and names what cannot be read. */
export const checkKeptValues: RunChecks = async (config) => {
  const engine = await openEngine(config);
  try {
    const unreadable = await findUnreadable(engine.kept);
    if (unreadable.length === 0) return [{ name: 'Cài đặt và số liệu đã lưu', ok: true, advice: 'đọc được hết.' }];
    return unreadable.map(({ name, kind }) => ({ name, ok: false, advice: UNREADABLE_VALUES[kind] }));
  } finally {
    await engine.close();
  }
};
