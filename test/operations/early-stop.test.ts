import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { until } from '../builders/product.ts';
import { startProgram } from '../builders/program.ts';

it('a stop while the first index is being made ends the program without a fault', async () => {
  const data = mkdtempSync(join(tmpdir(), 'assistant-early-stop-'));
  const { child, printed, ended } = startProgram(['serve'], { DATA_DIR: data, PORT: '0' });
  onTestFinished(async () => {
    child.kill('SIGKILL');
    await ended;
    rmSync(data, { recursive: true, force: true });
  });
  await until(() => printed.out.includes('No index yet'), 60_000);
  child.kill('SIGTERM');
  const { code, error } = await ended;
  expect(code).toBe(130);
  expect(error).toBe('Đã dừng; chỉ mục đang dùng không thay đổi. Chạy lại để làm tiếp.\n');
});
