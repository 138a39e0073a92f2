import { setTimeout as wait } from 'node:timers/promises';
import { openTestStream } from '../../builders/event-reader.ts';
import { STAFF } from './fill-tickets.ts';

const COOKIE = `staff=${STAFF.sessionId}`;
/** As `client/console.js` gathers events before it refreshes. */
const GATHER_MS = 150;

/** Consoles that stay open on one list, each with an event stream of its own. */
export interface OpenConsoles {
  /** When each console had a page that shows these words (ms of the monotonic clock). */
  seen(words: string): Promise<readonly number[]>;
  close(): Promise<void>;
}

/** Reads a page of the console; gives its HTML. */
export async function readConsole(url: string, path: string): Promise<string> {
  const response = await fetch(url + path, { headers: { Cookie: COOKIE, 'X-Live-Refresh': '1' }, redirect: 'manual' });
  if (response.status !== 200) throw new Error(`${path} answered ${response.status}.`);
  return response.text();
}

/** Opens consoles that do what the page's module does: hear an event, gather, fetch the list again. */
export async function openConsoles(url: string, path: string, count: number): Promise<OpenConsoles> {
  let awaited: { readonly words: string; readonly onSeen: (console: number) => void } | null = null;
  const streams = await Promise.all(
    Array.from({ length: count }, async () =>
      openTestStream(await fetch(`${url}/staff/events`, { headers: { Cookie: COOKIE } })),
    ),
  );
  let open = true;

  async function follow(console: number, stream: (typeof streams)[number]): Promise<void> {
    let pending = false;
    let stale = false;
    async function refresh(): Promise<void> {
      pending = true;
      while (stale && open) {
        stale = false;
        await wait(GATHER_MS);
        const looked = awaited;
        const html = await readConsole(url, path);
        if (looked !== null && html.includes(looked.words)) looked.onSeen(console);
      }
      pending = false;
    }
    while (open) {
      const { event } = await stream.next();
      if (event !== 'tickets') continue;
      stale = true;
      if (!pending) void refresh();
    }
  }
  for (const [console, stream] of streams.entries()) {
    follow(console, stream).catch((error: unknown) => {
      if (open) throw error;
    });
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
      open = false;
      await Promise.all(streams.map((stream) => stream.end().catch(() => {})));
    },
  };
}
