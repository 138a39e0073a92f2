import { createServer, type RequestListener } from 'node:http';

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

/** @throws AddressUnusable */
export async function listen(app: RequestListener, host: string, port: number): Promise<HttpServer> {
  const server = createServer(app);
  server.keepAliveTimeout = 65_000;
  server.headersTimeout = 20_000;
  server.requestTimeout = 30_000;
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
