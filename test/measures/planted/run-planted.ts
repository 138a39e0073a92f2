import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { connectRedis } from '../../../adapters/stores/redis/connection.ts';
import { filesUnder } from '../../builders/file-scan.ts';
import { type MessengerProduct, runMessenger } from '../../builders/messenger-product.ts';
import { until } from '../../builders/product.ts';
import { redisContents } from '../../builders/redis-contents.ts';
import type { RedisServer } from '../../builders/redis-server.ts';
import { CHAT_KEY, CHAT_MODEL, startChatSimulator } from '../../simulators/openai-chat.ts';
import { plantedMessage } from './planted-messages.ts';

/** A place where something planted stood as it was written. */
export interface Leak {
  readonly place: string;
  readonly planted: string;
}

const MESSAGES_EACH = 4;
const LOOK_MS = 120_000;

/**
 * Lets citizens write `count` messages with planted personal data to the whole product, then looks for every planted
 * piece in all it stored, logged, counted and sent. What was stored must not hold it even where it was sealed.
 * @param redis where the state lies; `null`: in a file
 */
export async function runPlanted(
  count: number,
  redis: RedisServer | null,
): Promise<{ readonly planted: number; readonly looked: number; readonly leaks: readonly Leak[] }> {
  const model = await startChatSimulator();
  model.play(() => ({ kind: 'text', text: '{}' }));
  const product = await runMessenger({
    CHAT_MODEL,
    OPENAI_API_KEY: CHAT_KEY,
    OPENAI_BASE_URL: model.baseUrl,
    ...(redis === null ? {} : { REDIS_URL: redis.url }),
  });
  try {
    const messages = Array.from({ length: count }, (_, index) => plantedMessage(index));
    const people = Array.from({ length: Math.ceil(count / MESSAGES_EACH) }, () => product.newPerson());
    for (const [index, { text }] of messages.entries()) {
      await product.say(people[index % people.length] ?? '', `planted-${index}`, text);
    }
    await until(async () => {
      const [inbox, outbox] = await Promise.all([
        product.stores.inbox.depth(Date.now()),
        product.stores.outbox.depth(Date.now()),
      ]);
      return inbox.waiting === 0 && outbox.pending === 0;
    }, LOOK_MS);
    const asked = model.bodies.map((words) => ({ name: 'asked of the model', words }));
    const places = [...(await everythingKept(product, redis)), ...asked];
    const planted = [...new Set(messages.flatMap((message) => message.planted))];
    return { planted: planted.length, looked: places.length, leaks: leaksIn(places, planted) };
  } finally {
    await product.stop();
    await model.stop();
  }
}

interface Place {
  readonly name: string;
  readonly words: string;
}

async function everythingKept(product: MessengerProduct, redis: RedisServer | null): Promise<readonly Place[]> {
  const { running, graph } = product;
  const metrics = await (await fetch(`${running.url}/metrics`)).text();
  const files = filesUnder(running.dataDir).map((file) => ({ name: file, words: readFileSync(file, 'utf8') }));
  const logged = running.logged.map((words, line) => ({ name: `log line ${line + 1}`, words }));
  const sent = graph.sent.map((message) => ({ name: 'sent to the platform', words: JSON.stringify(message) }));
  return [...files, ...logged, ...sent, { name: 'metrics', words: metrics }, ...(await keptInRedis(redis))];
}

async function keptInRedis(redis: RedisServer | null): Promise<readonly Place[]> {
  if (redis === null) return [];
  const connection = await connectRedis(redis.url, () => {});
  const contents = await redisContents(connection);
  await connection.close();
  return contents.map((words) => ({ name: join('redis', words.split(' ')[0] ?? ''), words }));
}

function leaksIn(places: readonly Place[], planted: readonly string[]): readonly Leak[] {
  return places.flatMap(({ name, words }) => {
    const lower = words.normalize('NFC').toLowerCase();
    return planted
      .filter((piece) => lower.includes(piece.toLowerCase()))
      .map((piece) => ({ place: name, planted: piece }));
  });
}
