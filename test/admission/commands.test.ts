import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addAdmissionCommands } from '../../adapters/cli/admission-commands.ts';
import { readConfig } from '../../adapters/config.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'assistant-admission-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs an `admission` command and gives what it printed and whether it failed. */
async function run(...words: readonly string[]): Promise<{ readonly printed: string; readonly failed: boolean }> {
  const lines: string[] = [];
  let failed = false;
  const program = new Command();
  addAdmissionCommands(program, {
    config: () => readConfig({ DATA_DIR: folder }),
    print: (text) => void lines.push(text),
    fail() {
      failed = true;
    },
    now: () => Date.UTC(2026, 4, 4),
    user: () => 'lan',
  });
  await program.parseAsync(['admission', ...words], { from: 'user' });
  return { printed: lines.join('\n'), failed };
}

describe('the admission commands', () => {
  it('publish a workbook, tell what is in use, and withdraw it', async () => {
    const file = join(folder, 'mau.xlsx');
    await run('sample', file);
    expect((await run('status')).printed).toBe('Chưa công bố bảng nào.');
    expect((await run('publish', file)).printed).toContain('Đã lưu');
    expect((await run('status')).printed).toContain('Năm học 2026-2027 (MẪU)');
    await run('withdraw', '2026-2027');
    expect((await run('status')).printed).toBe('Chưa công bố bảng nào.');
  });

  it('refuse a table that cannot be read, with sheet and reason', async () => {
    const file = join(folder, 'trong.xlsx');
    await run('template', file);
    expect(await run('publish', file)).toEqual({ printed: 'Trang “Độ tuổi” chưa có dòng nào.', failed: true });
    expect((await run('check', join(folder, 'khong-co.xlsx'))).failed).toBe(true);
  });
});
