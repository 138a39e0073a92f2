import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ServedPages, servePages } from '../builders/served-pages.ts';

let pages: ServedPages;
beforeAll(async () => {
  pages = await servePages();
});
afterAll(() => pages.close());

/** Everything a page loads, found by following its tags and the modules' imports. */
async function loadedBy(path: string): Promise<ReadonlyMap<string, string>> {
  const loaded = new Map<string, string>();
  const waiting = [path];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (loaded.has(next)) continue;
    const response = await fetch(pages.url + next);
    expect([next, response.status]).toEqual([next, 200]);
    const text = await response.text();
    loaded.set(next, text);
    const base = `http://page${next}`;
    const links = [...text.matchAll(/(?:src|href)="(\/assets\/[^"]+\.(?:js|css|svg))"|from '(\.[^']+)'/g)];
    if (!next.endsWith('.svg')) waiting.push(...links.map((link) => new URL(link[1] ?? link[2] ?? '', base).pathname));
  }
  return loaded;
}

describe('the assets', () => {
  it.each([
    ['/assets/base.css', 'text/css; charset=utf-8'],
    ['/assets/chat/chat.js', 'text/javascript; charset=utf-8'],
    ['/assets/icon.svg', 'image/svg+xml'],
    ['/assets/fonts/be-vietnam-pro-vietnamese-400-normal.woff2', 'font/woff2'],
  ])('serve %s as %s', async (path, type) => {
    const response = await fetch(pages.url + path);
    expect([response.status, response.headers.get('content-type')]).toEqual([200, type]);
  });

  it('are not sent again while their content is the same', async () => {
    const first = await fetch(`${pages.url}/assets/chat.css`);
    const headers = { 'If-None-Match': first.headers.get('etag') ?? '', 'Cache-Control': 'max-age=0' };
    const second = await fetch(`${pages.url}/assets/chat.css`, { headers });
    expect([second.status, await second.text()]).toEqual([304, '']);
  });

  it('are only those on the list', async () => {
    for (const path of ['/assets/assets.ts', '/assets/..%2fassets.ts', '/assets/']) {
      expect([path, (await fetch(pages.url + path)).status]).toEqual([path, 404]);
    }
  });

  it('of each page all exist, and the chat needs less than 40 kB of them', async () => {
    await loadedBy('/staff/login');
    const chat = await loadedBy('/');
    expect([...chat.keys()]).toContain('/assets/chat/message-view.js');
    const bytes = [...chat.values()].reduce((sum, text) => sum + gzipSync(text).length, 0);
    expect(bytes).toBeLessThan(40_000);
  });

  it('of the chat never turn data into markup', async () => {
    const chat = [...(await loadedBy('/')).values(), ...(await loadedBy('/staff/login')).values()].join('\n');
    expect(chat).not.toMatch(/innerHTML|outerHTML|insertAdjacentHTML|document\.write|\bstyle="/);
  });
});
