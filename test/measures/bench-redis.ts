import { Command } from 'commander';
import { z } from 'zod';
import { connectRedis, PREFIX, type RedisConnection } from '../../adapters/stores/redis/connection.ts';
import { openRedisEngine } from '../../adapters/stores/redis/redis-engine.ts';
import { scanKeys } from '../../adapters/stores/redis/scan-keys.ts';
import { anArrival } from '../builders/arrivals.ts';
import { startRedisServer } from '../builders/redis-server.ts';
import { aLedgerEntry, aTurn, outgoing } from '../builders/turns.ts';
import { percentile } from './retrieval/ranking-scores.ts';

/**
 * Measures what a turn costs in Redis: bytes of memory, by family of keys, and the time of each step through the ports:
 * `npm run bench:redis -- [--turns 10000] [--citizens 500] [--set appendfsync everysec]`. It starts a Redis of its own on
 * 127.0.0.1, which flushes every write unless told otherwise; one turn is under way at a time, so that a time is that of
 * the step alone.
 */

const options = new Command('bench:redis')
  .option('--turns <number>', 'turns to store', Number, 10_000)
  .option('--citizens <number>', 'citizens who write in turn', Number, 500)
  .option('--set <words...>', 'settings of the server, each a name and a value')
  .parse()
  .opts<{ turns: number; citizens: number; set?: readonly string[] }>();

/** About as long as the product's own. */
const QUESTION = 'Cho em hỏi học phí lớp 1 trường công lập năm học này là bao nhiêu ạ? ';
const REPLY =
  'Dạ, theo nghị quyết của Hội đồng nhân dân thành phố thì học sinh trường công được miễn học phí ạ. '.repeat(4);
/** Of a family's keys every one of so many is weighed. */
const WEIGH_EACH = 20;

const usedMemory = async ({ send }: RedisConnection) =>
  Number(/used_memory:(\d+)/.exec(z.string().parse(await send(['INFO', 'memory'])))?.[1]);

const times = new Map<string, number[]>();
async function timed<T>(step: string, work: () => Promise<T>): Promise<T> {
  const start = performance.now();
  const result = await work();
  const known = times.get(step) ?? [];
  known.push(performance.now() - start);
  times.set(step, known);
  return result;
}

async function weigh(
  connection: RedisConnection,
): Promise<readonly (readonly [family: string, bytes: number, keys: number])[]> {
  const families = new Map<string, { keys: number; weighed: number; bytes: number }>();
  for (const key of await scanKeys(connection, '')) {
    const [family = ''] = key.split(':', 1);
    const sums = families.get(family) ?? { keys: 0, weighed: 0, bytes: 0 };
    families.set(family, sums);
    sums.keys += 1;
    if (sums.keys % WEIGH_EACH !== 1) continue;
    sums.weighed += 1;
    sums.bytes += Number(await connection.send(['MEMORY', 'USAGE', `${PREFIX}${key}`, 'SAMPLES', '0']));
  }
  return [...families]
    .map(([family, { keys, weighed, bytes }]) => [family, (bytes * keys) / weighed, keys] as const)
    .sort(([, one], [, other]) => other - one);
}

async function run(): Promise<void> {
  const { set = [] } = options;
  const configuration = set.map((word, index) => (index % 2 === 0 ? `--${word}` : word));
  const redis = await startRedisServer({ configuration });
  const engine = await openRedisEngine(redis.url, { onFault: () => {} });
  const connection = await connectRedis(redis.url, () => {});
  try {
    const before = await usedMemory(connection);
    for (let turn = 0; turn < options.turns; turn += 1) {
      const citizen = `dan${turn % options.citizens}`;
      const at = 1_795_392_000_000 + turn * 1_000;
      await timed('put', () => engine.inbox.put([anArrival({ key: `web:${turn}`, citizen, at, text: QUESTION })], at));
      const [claim] = await timed('claim', () => engine.inbox.claim(at + 10, 0, 8));
      if (claim === undefined) throw new Error('nothing to claim');
      const items = await timed('waiting', () => engine.inbox.waiting(claim.conversationId));
      await timed('commit', () =>
        engine.records.commit(
          aTurn({
            conversationId: claim.conversationId,
            fence: claim.fence,
            itemIds: items.map(({ id }) => id),
            at,
            lastInboundAt: at,
            heard: [{ author: 'citizen', text: QUESTION, at, key: `web:${turn}` }],
            ledger: aLedgerEntry({ turnId: `turn-${turn}`, question: QUESTION, reply: REPLY }),
            outgoing: [outgoing(REPLY)],
          }),
        ),
      );
      await timed('release', () => engine.inbox.release(claim));
      const [row] = await timed('due', () => engine.outbox.due(at + 10, ['web'], 8));
      if (row === undefined) throw new Error('nothing to send');
      await timed('begin', () => engine.outbox.begin(row.id, at + 10, at + 60_000));
      await timed('sent', () => engine.outbox.sent(row.id, `mid.${turn}`, at + 20));
    }
    const perTurn = ((await usedMemory(connection)) - before) / options.turns;
    const lines = [
      `${options.turns} turns of ${options.citizens} citizens, ${set.join(' ') || 'settings as usual'}: ${perTurn.toFixed(0)} bytes a turn`,
      ...[...times].map(([step, ms]) => {
        const share = (of: number) => percentile(ms, of).toFixed(2).padStart(8);
        return `${step.padEnd(18)} p50 ${share(0.5)} ms   p95 ${share(0.95)} ms`;
      }),
      ...(await weigh(connection))
        .filter(([, bytes]) => bytes > options.turns)
        .map(
          ([family, bytes, keys]) =>
            `${family.padEnd(18)} ${(bytes / options.turns).toFixed(0).padStart(8)} bytes a turn in ${keys} keys`,
        ),
    ];
    process.stdout.write(`${lines.join('\n')}\n`);
  } finally {
    await engine.close();
    await connection.close();
    await redis.stop();
  }
}

await run();
