import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { pino } from 'pino';
import { startProduct } from '../../adapters/compose.ts';
import { processEnvironment, readConfig } from '../../adapters/config.ts';
import { openKnowledge } from '../../adapters/knowledge-source.ts';
import type { Stores } from '../../adapters/stores/engine.ts';

/**
 * The whole product in a process of its own that kills itself with SIGKILL at the n-th boundary between two steps:
 * before and after every call of a store that changes something, and before and after every platform call.
 * It searches by words alone, because it starts many times. Arguments: index folder, time by which a slow disk delays
 * each change of a store (ms). Reads `OPEN` (begins to serve) and `CRASH <n>` (counts anew; 0 = never); prints
 * `LISTENING <port>`, `COUNTING` and `STEP <n> <name>` lines.
 */
const [indexDir = '', slowText = '0'] = process.argv.slice(2);
const slowMs = Number(slowText);
const PLATFORM_CALL = 'platform call';
let crashAt = 0;
let step = 0;

const opened = new Promise<void>((resolve) => {
  createInterface({ input: process.stdin }).on('line', (line) => {
    if (line === 'OPEN') return resolve();
    crashAt = Number(line.split(' ')[1]);
    step = 0;
    process.stdout.write('COUNTING\n');
  });
});

function boundary(name: string): void {
  step += 1;
  process.stdout.write(`STEP ${step} ${name}\n`);
  if (step === crashAt) process.kill(process.pid, 'SIGKILL');
}

function around<Args extends unknown[], Result>(name: string, call: (...args: Args) => Promise<Result>) {
  return async (...args: Args): Promise<Result> => {
    boundary(`before ${name}`);
    if (slowMs > 0 && name !== PLATFORM_CALL) await wait(slowMs);
    const result = await call(...args);
    boundary(`after ${name}`);
    return result;
  };
}

function breakable(stores: Stores): Stores {
  const { inbox, outbox, records } = stores;
  return {
    ...stores,
    inbox: { ...inbox, put: around('inbox.put', inbox.put) },
    records: { ...records, commit: around('records.commit', records.commit) },
    outbox: {
      ...outbox,
      begin: around('outbox.begin', outbox.begin),
      sent: around('outbox.sent', outbox.sent),
      confirm: around('outbox.confirm', outbox.confirm),
    },
  };
}

await opened;
const config = readConfig(processEnvironment());
const product = await startProduct(
  config,
  openKnowledge(indexDir, null, { ...config, publicUrl: null }),
  pino({ level: 'silent' }),
  {
    stores: breakable,
    fetch: async (input, init) => {
      const isMessage = typeof init?.body === 'string' && init.body.includes('"text"');
      return isMessage ? around(PLATFORM_CALL, fetch)(input, init) : fetch(input, init);
    },
  },
);
process.stdout.write(`LISTENING ${product.server.port}\n`);
process.once('SIGTERM', () => void product.stop().then(() => process.exit(0)));
