import { setMaxListeners } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';

const RETRY_EVERY_MS = 200;
/** Unless said otherwise. */
const ATTEMPTS = 100;

/** What the simulated platforms share: a server on loopback, and webhooks that are delivered until acknowledged. */
export interface PlatformServer {
  readonly url: string;
  /** Fires when the platform stops. */
  readonly stopped: AbortSignal;
  /** Repeats `deliver` until it gives status 200, at most `attempts` times. Resolves after the first attempt, never rejects. */
  deliverInBackground(deliver: (signal: AbortSignal) => Promise<number>): Promise<void>;
  stop(): Promise<void>;
}

export async function startPlatformServer(
  answer: (request: IncomingMessage, response: ServerResponse) => Promise<void>,
  attempts = ATTEMPTS,
): Promise<PlatformServer> {
  const stopped = new AbortController();
  // As many deliveries wait for their next attempt as there are.
  setMaxListeners(Number.POSITIVE_INFINITY, stopped.signal);
  const deliveries = new Set<Promise<void>>();
  const underWay = new Set<AbortController>();
  const server = createServer((request, response) => {
    // Only a stopped simulator or a caller who went away can fail here.
    answer(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The simulator has no port.');

  async function untilAcknowledged(
    deliver: (signal: AbortSignal) => Promise<number>,
    attempted: () => void,
  ): Promise<void> {
    for (let attempt = 0; attempt < attempts && !stopped.signal.aborted; attempt += 1) {
      // `fetch` leaves its listener on a signal until memory is collected, so each delivery has a signal of its own.
      const own = new AbortController();
      underWay.add(own);
      const status = await deliver(own.signal).catch(() => 0);
      underWay.delete(own);
      attempted();
      if (status === 200) return;
      await wait(RETRY_EVERY_MS, undefined, { signal: stopped.signal }).catch(() => undefined);
    }
  }

  return {
    url: `http://127.0.0.1:${address.port}`,
    stopped: stopped.signal,
    deliverInBackground(deliver) {
      return new Promise((resolve) => {
        const delivery = untilAcknowledged(deliver, resolve).finally(() => {
          deliveries.delete(delivery);
          resolve();
        });
        deliveries.add(delivery);
      });
    },
    async stop() {
      stopped.abort();
      for (const delivery of underWay) delivery.abort();
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await Promise.all([closed, ...deliveries]);
    },
  };
}

/** When the echo of a message comes: tried once before its answer, after it, or at the same time (either may win). */
export type EchoTiming = 'before' | 'meanwhile' | 'after';

/** Starts the echo's delivery in its time; resolves when the answer may go out. `deliver` is `null` without an echo. */
export async function echoInTime(
  server: PlatformServer,
  response: ServerResponse,
  timing: EchoTiming | undefined,
  deliver: ((signal: AbortSignal) => Promise<number>) | null,
): Promise<void> {
  if (deliver === null) return;
  if (timing === 'after') {
    // Fires for an answer that was sent as well as for one that was lost.
    response.once('close', () => void server.deliverInBackground(deliver));
    return;
  }
  const attempted = server.deliverInBackground(deliver);
  if (timing === 'before') await attempted;
}

/** Posts a webhook that is already signed and gives the HTTP status. */
export async function postSigned(
  url: string,
  webhook: { readonly body: string; readonly headers: Readonly<Record<string, string>> },
  signal?: AbortSignal,
): Promise<number> {
  const { body, headers } = webhook;
  const response = await fetch(url, { method: 'POST', headers, body, ...(signal === undefined ? {} : { signal }) });
  await response.arrayBuffer();
  return response.status;
}

export async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString('utf8');
}

export function replyJson(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=UTF-8' }).end(JSON.stringify(body));
}
