import { Command, Option } from 'commander';
import { startRedisServer } from '../builders/redis-server.ts';
import { runPlanted } from './planted/run-planted.ts';

/**
 * Plants personal data in messages to the whole product and looks for it in everything that is stored, logged, counted
 * and sent: `npm run scan:planted -- [--messages 2000] [--engine file|redis]`. Exits with 1 when one piece is found.
 */
const options = new Command('scan:planted')
  .option('--messages <number>', 'messages in all', Number, 2_000)
  .addOption(new Option('--engine <name>', 'where state lives').choices(['file', 'redis']).default('file'))
  .parse()
  .opts<{ messages: number; engine: 'file' | 'redis' }>();

const redis = options.engine === 'redis' ? await startRedisServer({ configuration: ['--appendfsync', 'no'] }) : null;
try {
  const { planted, looked, leaks, flows } = await runPlanted(options.messages, redis, {
    onStep: (step) => process.stderr.write(`${new Date().toISOString().slice(11, 19)} ${step}\n`),
  });
  process.stdout.write(
    `messages | ${options.messages}\nplanted pieces | ${planted}\nplaces looked at | ${looked}\nfound | ${leaks.length}\n`,
  );
  for (const [flow, times] of Object.entries(flows)) process.stdout.write(`${flow} | ${times}\n`);
  for (const { place, planted: piece } of leaks.slice(0, 40)) process.stderr.write(`${place}: ${piece}\n`);
  if (leaks.length > 0) process.exitCode = 1;
} finally {
  await redis?.stop();
}
