import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeBackup } from '../../../adapters/backup/write-backup.ts';
import { connectRedis } from '../../../adapters/stores/redis/connection.ts';
import { ZALO, zaloSettings } from '../../builders/accounts.ts';
import { filesUnder } from '../../builders/file-scan.ts';
import { keepSpans } from '../../builders/kept-spans.ts';
import { type MessengerProduct, runMessenger } from '../../builders/messenger-product.ts';
import { createPageVisitor } from '../../builders/page-visitor.ts';
import { ADMIN_PASSWORD, until } from '../../builders/product.ts';
import { redisContents } from '../../builders/redis-contents.ts';
import type { RedisServer } from '../../builders/redis-server.ts';
import { startWebhookReceiver } from '../../builders/webhook-receiver.ts';
import { CHAT_KEY, CHAT_MODEL, startChatSimulator } from '../../simulators/openai-chat.ts';
import { startZaloSimulator } from '../../simulators/zalo.ts';
import { plantedMessage } from './planted-messages.ts';
import { type Leak, leaksIn, type Place } from './planted-pieces.ts';
import { createPlantedCitizens } from './say-planted.ts';
import { workWithPlanted } from './work-planted.ts';

const LOOK_MS = 300_000;
/** Staff work on one open matter for so many messages. */
const MESSAGES_A_MATTER = 20;
/** What the office takes away or reads without having opened a matter. */
const PAGES = ['/staff/audit/export', '/staff/press/export', '/staff/gaps', '/staff/tickets', '/staff/radar'];

/** What was planted and looked for. */
export interface PlantedRun {
  readonly planted: number;
  readonly looked: number;
  readonly leaks: readonly Leak[];
}

/**
 * Lets citizens write `count` messages with planted personal data to the whole product on every channel and staff repeat
 * such data to each other, then looks for every planted piece in all it stored, backed up, logged, traced, counted,
 * exported and sent: to the platforms, a model and the duty officer. What was stored must not hold it even where it was
 * sealed.
 * @param redis where the state lies; `null`: in a file
 */
export async function runPlanted(count: number, redis: RedisServer | null): Promise<PlantedRun> {
  const spans = keepSpans();
  const model = await startChatSimulator();
  model.play(() => ({ kind: 'text', text: '{}' }));
  const zalo = await startZaloSimulator(ZALO);
  const duty = await startWebhookReceiver();
  const product = await runMessenger({
    ...zaloSettings(zalo.url),
    CHAT_MODEL,
    OPENAI_API_KEY: CHAT_KEY,
    OPENAI_BASE_URL: model.baseUrl,
    PUBLIC_URL: 'https://hoidap.example.vn',
    ALARM_WEBHOOK_URL: duty.url,
    ALARM_WEBHOOK_SECRET: 'secret-of-the-duty-officer',
    ...(redis === null ? {} : { REDIS_URL: redis.url }),
  });
  try {
    const messages = Array.from({ length: count }, (_, index) => plantedMessage(index));
    const say = createPlantedCitizens(product, zalo);
    for (const [index, { text }] of messages.entries()) await say(index, text);
    await settled(product);
    const written = await workWithPlanted(
      product.stores,
      Math.ceil(count / MESSAGES_A_MATTER),
      (index) => plantedMessage(count + index),
      Date.now(),
    );
    await settled(product);
    await until(() => duty.received.length > 0, LOOK_MS);

    const sent = [...product.graph.sent, ...zalo.sent].map((message) => JSON.stringify(message));
    const places: readonly Place[] = [
      ...(await everythingKept(product, redis)),
      ...sent.map((words) => ({ name: 'sent to a platform', words })),
      ...model.bodies.map((words) => ({ name: 'asked of the model', words })),
      ...duty.received.map(({ bytes }) => ({ name: 'told the duty officer', words: bytes.toString('utf8') })),
      { name: 'spans', words: JSON.stringify(spans.kept) },
    ];
    const planted = [...new Set([...messages, ...written].flatMap((message) => message.planted))];
    return { planted: planted.length, looked: places.length, leaks: leaksIn(places, planted) };
  } finally {
    await product.stop();
    await duty.stop();
    await zalo.stop();
    await model.stop();
    spans.stop();
  }
}

function settled({ stores }: MessengerProduct): Promise<unknown> {
  return until(async () => {
    const [inbox, outbox] = await Promise.all([stores.inbox.depth(Date.now()), stores.outbox.depth(Date.now())]);
    return inbox.waiting === 0 && outbox.pending === 0;
  }, LOOK_MS);
}

async function everythingKept({ running }: MessengerProduct, redis: RedisServer | null): Promise<readonly Place[]> {
  const metrics = await (await fetch(`${running.url}/metrics`)).text();
  const files = filesUnder(running.dataDir).map((file) => ({ name: file, words: readFileSync(file, 'utf8') }));
  const logged = running.logged.map((words, line) => ({ name: `log line ${line + 1}`, words }));
  return [
    ...files,
    ...logged,
    { name: 'metrics', words: metrics },
    ...(await readByStaff(running.url)),
    ...(redis === null ? [backedUp(running.dataDir)] : await keptInRedis(redis)),
  ];
}

async function readByStaff(url: string): Promise<readonly Place[]> {
  const admin = createPageVisitor(url);
  await admin.submit('/staff/login', { name: 'admin', password: ADMIN_PASSWORD });
  const places: Place[] = [];
  for (const name of PAGES) {
    const response = await admin.get(name);
    if (response.status !== 200) throw new Error(`${name} was answered with ${response.status}.`);
    places.push({ name, words: await response.text() });
  }
  return places;
}

function backedUp(dataDir: string): Place {
  const folder = mkdtempSync(join(tmpdir(), 'assistant-planted-'));
  try {
    const file = join(folder, 'backup.tar');
    const outcome = writeBackup(dataDir, file, { now: Date.now(), onProgress: () => undefined });
    if (!outcome.ok) throw new Error(`No backup was written: ${outcome.reason}.`);
    return { name: 'backup', words: readFileSync(file, 'utf8') };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function keptInRedis(redis: RedisServer): Promise<readonly Place[]> {
  const connection = await connectRedis(redis.url, () => {});
  const contents = await redisContents(connection);
  await connection.close();
  return contents.map((words) => ({ name: join('redis', words.split(' ')[0] ?? ''), words }));
}
