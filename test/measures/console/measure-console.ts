import { rmSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { openEngine } from '../../../adapters/stores/open-engine.ts';
import { TICKET_VIEWS } from '../../../bot/ports/ticket-lists.ts';
import { MESSENGER, messengerSettings, messengerText } from '../../builders/accounts.ts';
import { indexByWords, until } from '../../builders/product.ts';
import { startProgram } from '../../builders/program.ts';
import { startRedisServer } from '../../builders/redis-server.ts';
import { deliverMessengerWebhook, startGraphSimulator } from '../../simulators/graph.ts';
import { percentile } from '../retrieval/ranking-scores.ts';
import { fillTickets } from './fill-tickets.ts';
import { openConsoles, readConsole } from './open-consoles.ts';

/** Pages that are read, by what the report calls them. */
const PAGES: Readonly<Record<string, string>> = {
  ...Object.fromEntries(TICKET_VIEWS.map((view) => [view, `/staff/tickets?view=${view}`])),
  'open, page 100': '/staff/tickets?view=open&after=40000000000000_z',
  'open, press over a week': '/staff/tickets?view=open&topic=press&age=week',
  'open, nothing fits': '/staff/tickets?view=open&topic=smalltalk',
  'search, one ticket': '/staff/tickets?q=nguoi+thu+4321',
  'search, a word of every ticket': '/staff/tickets?q=nguoi+thu',
};
const START_WITHIN_MS = 300_000;
const BETWEEN_MS = 400;
/** Messages that a process which has just started is not judged by. */
const WARM_UP = 3;

export interface ConsoleMeasure {
  readonly engine: 'libsql' | 'redis';
  readonly fillMs: number;
  readonly pages: readonly { readonly page: string; readonly p50ms: number; readonly p95ms: number }[];
  /** From the webhook's first byte to a page that shows the ticket, over all consoles and messages. */
  readonly arrival: { readonly consoles: number; readonly p50ms: number; readonly p95ms: number };
}

/**
 * Fills a state with tickets, starts the product on it in a process of its own, and measures over HTTP.
 * @param options `reads` of each page, `messages` of danger that arrive one after another while `consoles` are open
 */
export async function measureConsole(
  engine: ConsoleMeasure['engine'],
  options: { readonly tickets: number; readonly reads: number; readonly consoles: number; readonly messages: number },
): Promise<ConsoleMeasure> {
  const dataDir = await indexByWords();
  const redis = engine === 'redis' ? await startRedisServer() : null;
  const graph = await startGraphSimulator({ ...MESSENGER, now: Date.now });
  try {
    const state = await openEngine({ dataDir, redisUrl: redis?.url ?? null });
    const began = performance.now();
    await fillTickets(state, options.tickets, Date.now());
    const fillMs = performance.now() - began;
    await state.close();

    const settings = { PORT: '0', DATA_DIR: dataDir, BURST_MS: '0', STAFF_SECOND_FACTOR: 'off', LOG_LEVEL: 'error' };
    const place: Record<string, string> = redis === null ? {} : { REDIS_URL: redis.url };
    const program = startProgram(['serve'], { ...settings, ...place, ...messengerSettings(graph.url) });
    try {
      const url = await until(() => {
        if (program.child.exitCode !== null) throw new Error(program.printed.error);
        return program.printed.out.match(/Ready: (\S+)/)?.[1];
      }, START_WITHIN_MS);
      return {
        engine,
        fillMs,
        pages: await measurePages(url, options.reads),
        arrival: await measureArrival(url, graph.setLastInbound, options),
      };
    } finally {
      program.child.kill('SIGTERM');
      await program.ended;
    }
  } finally {
    await graph.stop();
    await redis?.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function measurePages(url: string, reads: number): Promise<ConsoleMeasure['pages']> {
  const measured: ConsoleMeasure['pages'][number][] = [];
  for (const [page, path] of Object.entries(PAGES)) {
    await readConsole(url, path);
    const times: number[] = [];
    for (let read = 0; read < reads; read += 1) {
      const began = performance.now();
      await readConsole(url, path);
      times.push(performance.now() - began);
    }
    measured.push({ page, p50ms: percentile(times, 0.5), p95ms: percentile(times, 0.95) });
  }
  return measured;
}

async function measureArrival(
  url: string,
  setLastInbound: (psid: string, at: number) => void,
  { consoles, messages }: { readonly consoles: number; readonly messages: number },
): Promise<ConsoleMeasure['arrival']> {
  const open = await openConsoles(url, '/staff/tickets?view=crisis', consoles);
  const times: number[] = [];
  for (let number = 0; number < WARM_UP + messages; number += 1) {
    const psid = `72${String(number).padStart(14, '0')}`;
    setLastInbound(psid, Date.now());
    const words = `em không muốn sống nữa, lần ${number} `;
    const seen = open.seen(words.trim());
    const payload = messengerText({ mid: `m_measure_${number}`, text: words, psid });
    const began = performance.now();
    await deliverMessengerWebhook(`${url}/webhooks/messenger`, payload, MESSENGER.appSecret);
    const arrived = (await seen).map((at) => at - began);
    if (number >= WARM_UP) times.push(...arrived);
    await wait(BETWEEN_MS);
  }
  await open.close();
  return { consoles, p50ms: percentile(times, 0.5), p95ms: percentile(times, 0.95) };
}
