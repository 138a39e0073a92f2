import { Agent, request } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { openTestStream } from '../../builders/event-reader.ts';
import { STAFF } from './fill-tickets.ts';

const COOKIE = `staff=${STAFF.sessionId}`;
/** As `client/console.js` gathers events before it refreshes. */
const GATHER_MS = 50;

/** Consoles that stay open on one list, each with an event stream of its own. */
export interface OpenConsoles {
  /** When each console had a page that shows these words (ms of the monotonic clock). */
  seen(words: string): Promise<readonly number[]>;
  close(): Promise<void>;
}

const agent = new Agent({ keepAlive: true });

/** Reads a page of the console; gives its HTML. Node's bare client takes less of the processor than `fetch`. */
export function readConsole(url: string, path: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const call = request(url + path, { agent, headers: { Cookie: COOKIE, 'X-Live-Refresh': '1' } }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.once('error', reject);
      response.once('end', () => {
        if (response.statusCode === 200) resolve(Buffer.concat(chunks).toString());
        else reject(new Error(`${path} answered ${response.statusCode}.`));
      });
    });
    // A request that is broken off at the end may fail more than once.
    call.on('error', reject);
    call.end();
  });
}

/** Opens consoles that do what the page's module does: hear an event, gather, fetch the list again. */
export async function openConsoles(url: string, path: string, count: number): Promise<OpenConsoles> {
  let awaited: { readonly words: string; readonly onSeen: (console: number) => void } | null = null;
  const streams = await Promise.all(
    Array.from({ length: count }, async () =>
      openTestStream(await fetch(`${url}/staff/events`, { headers: { Cookie: COOKIE } })),
    ),
  );
  let isOpen = true;

  /** At the end what was under way is broken off. */
  function unlessClosed(error: unknown): void {
    if (isOpen) throw error;
  }

  async function follow(console: number, stream: (typeof streams)[number]): Promise<void> {
    let pending = false;
    let stale = false;
    async function refresh(): Promise<void> {
      pending = true;
      while (stale && isOpen) {
        stale = false;
        await wait(GATHER_MS);
        const looked = awaited;
        const html = await readConsole(url, path);
        if (looked !== null && html.includes(looked.words)) looked.onSeen(console);
      }
      pending = false;
    }
    while (isOpen) {
      const { event } = await stream.next();
      if (event !== 'tickets') continue;
      stale = true;
      if (!pending) void refresh().catch(unlessClosed);
    }
  }
  for (const [console, stream] of streams.entries()) {
    follow(console, stream).catch(unlessClosed);
  }

  return {
    seen(words) {
      const times = new Map<number, number>();
      return new Promise((resolve) => {
        awaited = {
          words,
          onSeen(console) {
            if (!times.has(console)) times.set(console, performance.now());
            if (times.size === count) resolve([...times.values()]);
          },
        };
      });
    },
    async close() {
      isOpen = false;
      agent.destroy();
      await Promise.all(streams.map((stream) => stream.end().catch(() => {})));
    },
  };
}
