import { afterEach, describe, expect, it } from 'vitest';
import { type ServedPages, servePages } from '../builders/served-pages.ts';

let pages: ServedPages;
afterEach(() => pages.close());

describe('the framed page', () => {
  it('may be framed by the sites on the list and by nobody else', async () => {
    pages = await servePages({ framedBy: ['https://badinh.edu.vn', 'https://www.badinh.edu.vn'] });
    const { headers } = await fetch(`${pages.url}/chat/framed`);
    expect(headers.get('content-security-policy')).toContain(
      'frame-ancestors https://badinh.edu.vn https://www.badinh.edu.vn',
    );
    expect(headers.get('x-frame-options')).toBeNull();
    for (const path of ['/', '/staff/login', '/widget.js']) {
      const other = (await fetch(pages.url + path)).headers;
      expect(other.get('content-security-policy')).toContain("frame-ancestors 'none'");
      expect(other.get('x-frame-options')).toBe('DENY');
    }
  });

  it('does not exist while no site is on the list', async () => {
    pages = await servePages();
    expect((await fetch(`${pages.url}/chat/framed`)).status).toBe(404);
  });
});

describe('the widget script', () => {
  it('may be loaded by any site, packed, and not again while it is the same', async () => {
    pages = await servePages({ framedBy: ['https://badinh.edu.vn'] });
    const first = await fetch(`${pages.url}/widget.js`);
    expect(Object.fromEntries(first.headers)).toMatchObject({
      'content-type': 'text/javascript; charset=utf-8',
      'content-encoding': 'gzip',
      'cross-origin-resource-policy': 'cross-origin',
    });
    expect(await first.text()).toContain('"framedBy":["https://badinh.edu.vn"]');
    const headers = { 'If-None-Match': first.headers.get('etag') ?? '', 'Cache-Control': 'max-age=0' };
    expect((await fetch(`${pages.url}/widget.js`, { headers })).status).toBe(304);
  });

  it('needs no inline style or script of the site that loads it', async () => {
    pages = await servePages({ framedBy: ['https://badinh.edu.vn'] });
    const script = await (await fetch(`${pages.url}/widget.js`)).text();
    expect(script).not.toMatch(/\.style\b|innerHTML|eval\(|new Function|on\w+="/);
  });
});
