import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadedBy, WEB_CHAT_ENTRIES, webWeight } from '../builders/loaded-by-page.ts';
import { type ServedPages, servePages } from '../builders/served-pages.ts';

let pages: ServedPages;
beforeAll(async () => {
  pages = await servePages({ framedBy: ['https://badinh.edu.vn'] });
});
afterAll(() => pages.close());

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

  it('of each page all exist', async () => {
    await loadedBy(pages.url, ['/staff/login']);
    expect([...(await loadedBy(pages.url, ['/'])).keys()]).toContain('/assets/chat/message-view.js');
  });

  it('of the chat, its framed page and the widget are less than 40 kB together, fonts apart', async () => {
    const sizes = await webWeight(pages.url);
    expect([...sizes.keys()]).toEqual(expect.arrayContaining([...WEB_CHAT_ENTRIES, '/assets/chat/chat.js']));
    expect([...sizes.values()].reduce((sum, bytes) => sum + bytes, 0)).toBeLessThan(40_000);
  });

  it('of the chat never turn data into markup', async () => {
    const chat = [...(await loadedBy(pages.url, [...WEB_CHAT_ENTRIES, '/staff/login'])).values()].join('\n');
    expect(chat).not.toMatch(/innerHTML|outerHTML|insertAdjacentHTML|document\.write|\bstyle="/);
  });
});
