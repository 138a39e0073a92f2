import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { listen } from '../../adapters/http/listen.ts';
import { MESSENGER, messengerSettings, ZALO, zaloSettings } from '../builders/accounts.ts';
import { until } from '../builders/product.ts';
import { startProgram } from '../builders/program.ts';
import { startGraphSimulator } from '../simulators/graph.ts';
import { startZaloSimulator } from '../simulators/zalo.ts';
import { createChatServer } from './chat-server.ts';
import { createMessengerPlatform } from './messenger-platform.ts';
import { createZaloPlatform } from './zalo-platform.ts';

/**
 * The product with simulated platforms on this machine, and a chat page of each, so that anybody can try the true way
 * of a message without an account: `npm run simulate -- [--data DIR] [--port 3001] [--product-port 3000]`. Without
 * `--data` it starts empty with the sample documents and forgets everything at its end. Ctrl-C ends it.
 */
const options = new Command('simulate')
  .option('--data <dir>', 'data folder of the product, kept at the end')
  .option('--port <number>', 'port of the chat pages', Number, 3001)
  .option('--product-port <number>', 'port of the product', Number, 3000)
  .parse()
  .opts<{ data?: string; port: number; productPort: number }>();

const HOST = '127.0.0.1';
const START_WITHIN_MS = 120_000;
const say = (line: string) => void process.stdout.write(`${line}\n`);

const dataDir = options.data ?? mkdtempSync(join(tmpdir(), 'assistant-simulate-'));
const password = randomBytes(9).toString('base64url');
const graph = await startGraphSimulator(MESSENGER);
const zalo = await startZaloSimulator(ZALO);
const program = startProgram(['serve'], {
  HOST,
  PORT: String(options.productPort),
  DATA_DIR: dataDir,
  STAFF_ADMIN_PASSWORD: password,
  STAFF_SECOND_FACTOR: 'off',
  LOG_LEVEL: 'warn',
  ...messengerSettings(graph.url),
  ...zaloSettings(zalo.url),
});
say('Đang khởi động hệ thống với Messenger và Zalo mô phỏng …');
const url = await until(() => {
  if (program.child.exitCode !== null) throw new Error(program.printed.error || program.printed.out);
  return program.printed.out.match(/Ready: (\S+)/)?.[1];
}, START_WITHIN_MS);
program.child.stderr?.pipe(process.stderr);

const platforms = {
  messenger: createMessengerPlatform(graph, `${url}/webhooks/messenger`, randomUUID),
  zalo: createZaloPlatform(zalo, `${url}/webhooks/zalo`, randomUUID),
};
const pages = await listen(createChatServer(platforms, `${url}/staff`), HOST, options.port);
say(`Messenger mô phỏng   ${pages.url}/messenger`);
say(`Zalo mô phỏng        ${pages.url}/zalo`);
say(`Web chat             ${url}/`);
say(
  options.data === undefined
    ? `Bàn của cán bộ       ${url}/staff  (tên: admin, mật khẩu: ${password})`
    : `Bàn của cán bộ       ${url}/staff  (mật khẩu của thư mục dữ liệu này; nếu mới: admin, ${password})`,
);
say('Ctrl-C để dừng.');

await new Promise<void>((resolve) => {
  process.once('SIGINT', resolve);
  process.once('SIGTERM', resolve);
  void program.ended.then(() => resolve());
});
program.child.kill('SIGTERM');
await program.ended;
await pages.close();
await Promise.all([platforms.messenger.stop(), platforms.zalo.stop()]);
if (options.data === undefined) rmSync(dataDir, { recursive: true, force: true });
