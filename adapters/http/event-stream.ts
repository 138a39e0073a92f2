import type { Response } from 'express';

/** An open stream of server-sent events to one page. Writing after the end does nothing. */
export interface EventStream {
  readonly closed: boolean;
  /** `id` is what the browser sends back as `Last-Event-ID` when it reconnects. */
  send(event: string, data: unknown, id?: number): void;
  close(): void;
}

/**
 * Answers with an event stream. `onHeartbeat` runs every `heartbeatMs` after the comment that keeps
 * proxies from closing a quiet connection; `onClose` runs once, whoever ends the stream.
 */
export function openEventStream(
  response: Response,
  options: { readonly heartbeatMs: number; readonly onHeartbeat: () => void; readonly onClose: () => void },
): EventStream {
  let closed = false;
  response.status(200).set({
    'Content-Type': 'text/event-stream; charset=utf-8',
    'Cache-Control': 'no-cache, no-transform',
    'X-Accel-Buffering': 'no',
  });
  response.flushHeaders();
  response.write('retry: 3000\n\n');
  const heartbeat = setInterval(() => {
    response.write(': heartbeat\n\n');
    options.onHeartbeat();
  }, options.heartbeatMs);

  function finish(): void {
    if (closed) return;
    closed = true;
    clearInterval(heartbeat);
    options.onClose();
  }
  response.on('close', finish);

  return {
    get closed() {
      return closed;
    },
    send(event, data, id) {
      if (closed) return;
      const head = id === undefined ? '' : `id: ${id}\n`;
      response.write(`${head}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
    },
    close() {
      finish();
      response.end();
    },
  };
}
