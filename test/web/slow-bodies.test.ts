import type { IncomingMessage, ServerResponse } from 'node:http';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type HttpServer, listen } from '../../adapters/http/listen.ts';

const BODY_MS = 300;

let server: HttpServer;
beforeAll(async () => {
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const body = await text(request).catch(() => null);
    if (body !== null) response.end(`took ${body}`);
  };
  server = await listen((request, response) => void answer(request, response), '127.0.0.1', 0, BODY_MS);
});
afterAll(() => server.close());

/** Sends a body of two characters, the second one late; gives everything that comes back until the end. */
async function sendSlowly(method: string, path: string): Promise<string> {
  const socket = connect(server.port, '127.0.0.1');
  const answer = text(socket).catch(() => '');
  socket.write(`${method} ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: 2\r\n\r\na`);
  await wait(3 * BODY_MS);
  if (!socket.destroyed) socket.write('b');
  return answer;
}

describe('a body that comes slowly', () => {
  it('is broken off where it is small by nature', async () => {
    expect(await sendSlowly('POST', '/webhooks/messenger')).toBe('');
  });

  it('is waited for where staff send files', async () => {
    expect(await sendSlowly('POST', '/staff/uploads')).toContain('took ab');
  });
});
