import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';

const RETRY_EVERY_MS = 200;
const ATTEMPTS = 100;

/** What the simulated platforms share: a server on loopback, and webhooks that are delivered until acknowledged. */
export interface PlatformServer {
  readonly url: string;
  /** Fires when the platform stops. */
  readonly stopped: AbortSignal;
  /** Repeats `deliver` until it gives status 200, at most 100 times; never blocks the caller. */
  deliverInBackground(deliver: (signal: AbortSignal) => Promise<number>): void;
  stop(): Promise<void>;
}

export async function startPlatformServer(
  answer: (request: IncomingMessage, response: ServerResponse) => Promise<void>,
): Promise<PlatformServer> {
  const stopped = new AbortController();
  const deliveries = new Set<Promise<void>>();
  const server = createServer((request, response) => {
    // Only a stopped simulator or a caller who went away can fail here.
    answer(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The simulator has no port.');

  async function untilAcknowledged(deliver: (signal: AbortSignal) => Promise<number>): Promise<void> {
    for (let attempt = 0; attempt < ATTEMPTS && !stopped.signal.aborted; attempt += 1) {
      if ((await deliver(stopped.signal).catch(() => 0)) === 200) return;
      await wait(RETRY_EVERY_MS, undefined, { signal: stopped.signal }).catch(() => undefined);
    }
  }

  return {
    url: `http://127.0.0.1:${address.port}`,
    stopped: stopped.signal,
    deliverInBackground(deliver) {
      const delivery = untilAcknowledged(deliver).finally(() => deliveries.delete(delivery));
      deliveries.add(delivery);
    },
    async stop() {
      stopped.abort();
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await Promise.all([closed, ...deliveries]);
    },
  };
}

export async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString('utf8');
}

export function replyJson(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=UTF-8' }).end(JSON.stringify(body));
}
