import { connect } from 'node:net';

/** What a server made of a load. */
export interface LoadResult {
  readonly seconds: number;
  /** Requests answered with status 200. */
  readonly accepted: number;
  readonly refused: number;
  /** Milliseconds from the first byte out to the whole answer in, ascending. */
  readonly latencies: Float64Array;
}

/**
 * Sends prepared requests to a port of 127.0.0.1 over `connections` sockets that stay open, each waiting for its
 * answer before the next request, until `seconds` have passed or the requests are used up. Made for measuring: it
 * writes and reads bare bytes, so that the sender takes little of a machine that it shares with the server.
 * @throws when a connection breaks
 */
export async function sendLoad(
  port: number,
  requests: readonly Buffer[],
  options: { readonly connections: number; readonly seconds: number },
): Promise<LoadResult> {
  const startedAt = performance.now();
  const endAt = startedAt + options.seconds * 1_000;
  const latencies = new Float64Array(requests.length);
  let next = 0;
  let answered = 0;
  let accepted = 0;

  function talk(): Promise<void> {
    return new Promise((resolve, reject) => {
      const socket = connect(port, '127.0.0.1').setNoDelay(true);
      let sentAt = 0;
      let answer = '';
      function ask(): void {
        const request = requests[next];
        if (request === undefined || performance.now() >= endAt) {
          socket.end();
          resolve();
          return;
        }
        next += 1;
        answer = '';
        sentAt = performance.now();
        socket.write(request);
      }
      socket.on('connect', ask);
      socket.on('error', reject);
      socket.on('data', (bytes) => {
        answer += bytes.toString('latin1');
        if (!isWhole(answer)) return;
        latencies[answered] = performance.now() - sentAt;
        answered += 1;
        if (answer.startsWith('HTTP/1.1 200')) accepted += 1;
        ask();
      });
    });
  }

  await Promise.all(Array.from({ length: options.connections }, talk));
  return {
    seconds: (performance.now() - startedAt) / 1_000,
    accepted,
    refused: answered - accepted,
    latencies: latencies.slice(0, answered).sort(),
  };
}

/** Whether an answer with a `Content-Length` has come in whole. */
function isWhole(answer: string): boolean {
  const headEnd = answer.indexOf('\r\n\r\n');
  if (headEnd === -1) return false;
  const length = /\r\ncontent-length: (\d+)/i.exec(answer.slice(0, headEnd))?.[1];
  return answer.length - headEnd - 4 >= Number(length ?? 0);
}
