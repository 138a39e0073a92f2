import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { deviceInWords, deviceOf } from '../../adapters/console/own-sessions/device-words.ts';
import { OWN_SESSIONS } from '../../adapters/console/own-sessions/vietnamese.ts';
import { createPageVisitor, type PageVisitor } from '../builders/page-visitor.ts';
import { type ServedPages, servePages } from '../builders/served-pages.ts';
import { hiddenField, logIn, STAFF_PASSWORD, signIn } from '../builders/staff-visitor.ts';

const HOUR = 60 * 60 * 1000;
const IPHONE =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1';
let pages: ServedPages;
beforeEach(async () => {
  pages = await servePages();
});
afterEach(() => pages.close());

async function end(visitor: PageVisitor, path: string): Promise<string> {
  const token = hiddenField(await (await visitor.get('/staff/sessions')).text(), 'token');
  return (await visitor.submit(`/staff/sessions/${path}`, { token })).headers.get('location') ?? '';
}

const keysOn = async (visitor: PageVisitor) =>
  [...(await (await visitor.get('/staff/sessions')).text()).matchAll(/sessions\/([0-9a-f]{64})\/end/g)].map(
    (match) => match[1] ?? '',
  );

describe('the page of the own log-ins', () => {
  it('shows the device, the last use and which one this is', async () => {
    const visitor = await signIn(pages);
    const phone = createPageVisitor(pages.url);
    const form = new URLSearchParams({ name: 'lan', password: STAFF_PASSWORD });
    await phone.post('/staff/login', String(form), {
      'User-Agent': IPHONE,
      'Content-Type': 'application/x-www-form-urlencoded',
    });
    pages.clock.now += 2 * HOUR;
    const html = await (await visitor.get('/staff/sessions')).text();
    for (const words of ['Safari trên iPhone', 'Dùng lần cuối: 2 giờ trước', 'Phiên này'])
      expect(html).toContain(words);
    expect(html.split('Phiên này')).toHaveLength(2);
  });

  it('ends one other log-in', async () => {
    const [visitor, other, third] = [
      await signIn(pages),
      (await logIn(pages, 'lan')).visitor,
      (await logIn(pages, 'lan')).visitor,
    ];
    const [key = ''] = await keysOn(visitor);
    expect(await end(visitor, `${key}/end`)).toContain('notice=session-ended');
    const open = await Promise.all(
      [visitor, other, third].map(async (one) => (await one.get('/staff')).headers.get('location')),
    );
    expect(open.filter((location) => location === '/staff/tickets')).toHaveLength(2);
    expect(pages.audited.at(-1)).toEqual(['lan', 'session-ended', 'lan']);
  });

  it('ends all others and keeps this one', async () => {
    const visitor = await signIn(pages);
    const other = (await logIn(pages, 'lan')).visitor;
    expect(await end(visitor, 'end-others')).toContain('notice=sessions-ended');
    expect((await visitor.get('/staff/tickets')).status).toBe(200);
    expect((await other.get('/staff/tickets')).status).toBe(303);
  });

  it('neither shows nor ends those of other people', async () => {
    const victim = await signIn(pages, { name: 'minh' });
    const key = (await pages.staff.sessionsOf('minh', pages.clock.now))[0]?.key ?? '';
    const visitor = await signIn(pages);
    expect(await keysOn(visitor)).toEqual([]);
    expect(await end(visitor, `${key}/end`)).toContain('notice=no-session');
    expect((await victim.get('/staff/tickets')).status).toBe(200);
  });
});

describe('a device in words', () => {
  it.each([
    [IPHONE, 'Safari trên iPhone'],
    [
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36',
      'Chrome trên Windows',
    ],
    [
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) coc_coc_browser/136.0 Chrome/130.0.0.0 Safari/537.36',
      'Cốc Cốc trên Windows',
    ],
    [
      'Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36 EdgA/140.0',
      'Edge trên Android',
    ],
    ['Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:140.0) Gecko/20100101 Firefox/140.0', 'Firefox trên Mac'],
    ['<script>alert(1)</script>', 'Thiết bị không rõ'],
    ['', 'Thiết bị không rõ'],
  ])('of %s is %s', (userAgent, words) => {
    expect(deviceInWords(deviceOf(userAgent), OWN_SESSIONS)).toBe(words);
  });
});
