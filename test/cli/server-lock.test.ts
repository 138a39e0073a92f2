import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { sampleIndex, until } from '../builders/product.ts';
import { startProgram } from '../builders/program.ts';

const folder = mkdtempSync(join(tmpdir(), 'assistant-two-servers-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const serve = () => startProgram(['serve', '--data', folder], { PORT: '0', LOG_LEVEL: 'error' });
const ready = (server: ReturnType<typeof serve>) => until(() => server.printed.out.includes('Ready:'), 60_000);

it('lets one server run on a data folder, commands beside it, and the next one after a kill -9', {
  timeout: 180_000,
}, async () => {
  cpSync(join(await sampleIndex(), 'knowledge'), join(folder, 'knowledge'), { recursive: true });
  const first = serve();
  await ready(first);
  const second = await serve().ended;
  expect(second.code).toBe(2);
  expect(second.error).toMatch(
    new RegExp(`in use by a running server \\(process ${first.child.pid}, since .*stop that server first.*--data`),
  );
  const added = await startProgram(['admin', 'staff', 'add', 'lan', '--data', folder]).ended;
  expect([added.code, added.out]).toEqual([0, expect.stringContaining('Created lan')]);
  const purged = await startProgram(['admin', 'purge', '--conversation', 'web:web:x', '--data', folder]).ended;
  expect(purged.error).toContain('Không có dữ liệu');
  first.child.kill('SIGKILL');
  await first.ended;
  const third = serve();
  await ready(third);
  third.child.kill('SIGTERM');
  expect((await third.ended).code).toBe(0);
});
