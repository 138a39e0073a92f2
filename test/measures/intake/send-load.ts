import { connect } from 'node:net';

/** What a server made of a load. */
export interface LoadResult {
  readonly seconds: number;
  /** Requests answered with status 200. */
  readonly accepted: number;
  readonly refused: number;
  /** Milliseconds to the whole answer, ascending: from the first byte out, or with a rate from when it was due. */
  readonly latencies: Float64Array;
}

export interface LoadOptions {
  readonly connections: number;
  readonly seconds: number;
  /**
   * Requests a second, evenly spread and due whether the server keeps up or not, so that a slow server cannot hold up
   * the questions that would show it; without it each connection asks as soon as it was answered.
   */
  readonly rate?: number | undefined;
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
  { connections, seconds, rate }: LoadOptions,
): Promise<LoadResult> {
  const startedAt = performance.now();
  const endAt = startedAt + seconds * 1_000;
  const latencies = new Float64Array(requests.length);
  let next = 0;
  let answered = 0;
  let accepted = 0;
  /** Sockets whose next request is not due yet. */
  const idle: (() => void)[] = [];

  const dueAt = (request: number) => (rate === undefined ? 0 : startedAt + (request * 1_000) / rate);

  function wakeDue(): void {
    const now = performance.now();
    while (idle.length > 0 && (now >= endAt || dueAt(next) <= now)) idle.pop()?.();
  }

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
        const due = dueAt(next);
        if (due > performance.now()) {
          idle.push(ask);
          return;
        }
        next += 1;
        answer = '';
        sentAt = rate === undefined ? performance.now() : due;
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

  const waking = rate === undefined ? null : setInterval(wakeDue, 1);
  try {
    await Promise.all(Array.from({ length: connections }, talk));
  } finally {
    if (waking !== null) clearInterval(waking);
  }
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
