import { createServer, type IncomingMessage, type RequestListener } from 'node:http';

/** A listening HTTP server. */
export interface HttpServer {
  /** The port in use; asked for port 0, the system chose it. */
  readonly port: number;
  readonly url: string;
  /** Stops listening, ends idle and streaming connections, waits for the others at most `GRACE_MS`. */
  close(): Promise<void>;
}

/** The address cannot be listened on. A person has to choose another port or end the other program. */
export class AddressUnusable extends Error {
  readonly code = 'ADDRESS_UNUSABLE';

  constructor(host: string, port: number, cause: Error) {
    super(
      `Cannot listen on ${host}:${port} (${cause.message}). Set PORT or HOST to another value, or end the program that uses it.`,
      {
        cause,
      },
    );
    this.name = 'AddressUnusable';
  }
}

const GRACE_MS = 3_000;

/** What is sent in one go comes within this; who takes longer holds a connection for nothing. */
const BODY_MS = 30_000;
/** 60 MB over a slow line. */
const UPLOAD_MS = 15 * 60_000;
/** Where staff send files. */
const UPLOAD_PATHS = ['/staff/uploads'];
const WITHOUT_BODY = ['GET', 'HEAD', 'OPTIONS'];

/**
 * @param bodyMs how long the body of a request may take, files that staff send apart
 * @throws AddressUnusable
 */
export async function listen(
  app: RequestListener,
  host: string,
  port: number,
  bodyMs: number = BODY_MS,
): Promise<HttpServer> {
  const server = createServer((request, response) => {
    if (!WITHOUT_BODY.includes(request.method ?? '') && !UPLOAD_PATHS.includes(request.url ?? '')) {
      breakOffAfter(request, bodyMs);
    }
    app(request, response);
  });
  server.keepAliveTimeout = 65_000;
  server.headersTimeout = 20_000;
  server.requestTimeout = UPLOAD_MS;
  await new Promise<void>((resolve, reject) => {
    server.once('error', (cause) => reject(new AddressUnusable(host, port, cause)));
    server.listen(port, host, resolve);
  });
  const address = server.address();
  const used = typeof address === 'object' && address !== null ? address.port : port;
  return {
    port: used,
    url: `http://${host === '0.0.0.0' || host === '::' ? 'localhost' : host}:${used}`,
    close: () =>
      new Promise((resolve) => {
        const force = setTimeout(() => server.closeAllConnections(), GRACE_MS);
        server.close(() => {
          clearTimeout(force);
          resolve();
        });
        server.closeIdleConnections();
      }),
  };
}

function breakOffAfter(request: IncomingMessage, ms: number): void {
  const late = setTimeout(() => {
    if (!request.complete) request.destroy();
  }, ms);
  request.once('close', () => clearTimeout(late));
}
