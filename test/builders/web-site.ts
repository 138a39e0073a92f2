import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a page of the site answers; a string is an HTML or text body. */
export type SitePage = string | Uint8Array | ((request: IncomingMessage, response: ServerResponse) => void);

/** A web site on loopback whose pages a test changes as it goes. */
export interface WebSite {
  readonly url: string;
  readonly host: string;
  readonly pages: Map<string, SitePage>;
  /** Paths asked for, in order, with the status answered. */
  readonly asked: string[];
  stop(): Promise<void>;
}

/** Starts a site that gives ETags, answers 304 to a known one and 404 to what it does not have. */
export async function startWebSite(pages: Readonly<Record<string, SitePage>> = {}): Promise<WebSite> {
  const site = { pages: new Map(Object.entries(pages)), asked: [] as string[] };
  const server = createServer((request, response) => {
    const path = request.url ?? '/';
    response.on('finish', () => site.asked.push(`${path} ${response.statusCode}`));
    const page = site.pages.get(path);
    if (typeof page === 'function') return page(request, response);
    if (page === undefined) return void response.writeHead(404).end();
    const etag = `"${createHash('sha256').update(page).digest('hex').slice(0, 16)}"`;
    if (request.headers['if-none-match'] === etag) return void response.writeHead(304).end();
    response.writeHead(200, { etag }).end(page);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    ...site,
    url: `http://${host}`,
    host,
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
