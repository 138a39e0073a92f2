import { pino } from 'pino';
import { startProduct } from '../../adapters/compose.ts';
import { processEnvironment, readConfig } from '../../adapters/config.ts';
import { openKnowledge } from '../../adapters/knowledge-source.ts';
import type { Stores } from '../../adapters/stores/engine.ts';

/**
 * The whole product in a process of its own that kills itself with SIGKILL at the n-th boundary between two steps:
 * before and after every call of a store that changes something, and before and after every platform call.
 * It searches by words alone, because it starts thirty times. Arguments: index folder, crash step (0 = never). Prints
 * `LISTENING <port>` and `STEP <n> <name>` lines.
 */
const [indexDir = '', crashAtText = '0'] = process.argv.slice(2);
const crashAt = Number(crashAtText);
let step = 0;

function boundary(name: string): void {
  step += 1;
  process.stdout.write(`STEP ${step} ${name}\n`);
  if (step === crashAt) process.kill(process.pid, 'SIGKILL');
}

function around<Args extends unknown[], Result>(name: string, call: (...args: Args) => Promise<Result>) {
  return async (...args: Args): Promise<Result> => {
    boundary(`before ${name}`);
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

const config = readConfig(processEnvironment());
const product = await startProduct(
  config,
  openKnowledge(indexDir, null, { ...config, publicUrl: null }),
  pino({ level: 'silent' }),
  {
    stores: breakable,
    fetch: async (input, init) => {
      const isMessage = typeof init?.body === 'string' && init.body.includes('"text"');
      return isMessage ? around('platform call', fetch)(input, init) : fetch(input, init);
    },
  },
);
process.stdout.write(`LISTENING ${product.server.port}\n`);
process.once('SIGTERM', () => void product.stop().then(() => process.exit(0)));
