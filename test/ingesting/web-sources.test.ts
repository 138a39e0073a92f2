import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ingest } from '../../adapters/ingesting/run-ingest.ts';
import { createFetchPage } from '../../adapters/ingesting/web/fetch-page.ts';
import { openIngestRecord, openSnapshot } from '../../adapters/snapshots/snapshot-store.ts';
import { aDecision, putFiles } from '../builders/office-files.ts';
import { startProgram } from '../builders/program.ts';
import { startWebSite, type WebSite } from '../builders/web-site.ts';

const folder = mkdtempSync(join(tmpdir(), 'assistant-web-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let site: WebSite;
let other: WebSite;
let dataDir = '';
beforeEach(async () => {
  site = await startWebSite();
  other = await startWebSite();
  dataDir = mkdtempSync(join(folder, 'data-'));
});
afterEach(async () => {
  await site.stop();
  await other.stop();
});

const asPage = (text: string) =>
  `<!doctype html><html><body>${text
    .split('\n\n')
    .map((line) => `<p>${line}</p>`)
    .join('')}</body></html>`;
const meals = asPage(aDecision(1, ['Bữa trưa 35.000 đồng.']));
const buses = aDecision(2, ['Xe đưa đón 15.000 đồng một lượt.']);

/** Reads web sources with the hosts of both sites listed unless told otherwise. */
function read(
  urls: readonly string[],
  { hosts = [site.host], maxBytes = 1_000_000, paths = [] as readonly string[] } = {},
) {
  const fetchPage = createFetchPage({ hosts, fetch, delayMs: 0, limitMs: 2_000, maxBytes });
  return ingest({ paths, urls }, dataDir, { encoder: null, fetchPage, now: Date.now });
}
const held = () =>
  openSnapshot(dataDir)
    .documents.map((document) => document.number)
    .sort();
const messages = (report: Awaited<ReturnType<typeof read>>) =>
  report.lines.filter((line) => line.status === 'skipped').map((line) => line.message);

describe('web sources', () => {
  it('are a page by itself, a list of documents or a sitemap', async () => {
    const title = 'Quyết định về việc xe đưa đón học sinh';
    site.pages.set('/van-ban/an', meals);
    site.pages.set('/van-ban/tep/xe.txt', buses);
    site.pages.set(
      '/van-ban/',
      `<html><body><ul><li><a href="an">${title}</a></li><li><a href="tep/xe.txt">Tệp</a></li><li><a href="?trang=2">2</a></li></ul></body></html>`,
    );
    site.pages.set('/sitemap.xml', `<?xml version="1.0"?><urlset><url><loc>${site.url}/moi.txt</loc></url></urlset>`);
    site.pages.set('/moi.txt', aDecision(3, ['Mới.']));
    const report = await read([`${site.url}/van-ban/`, `${site.url}/sitemap.xml`]);
    expect(report.outcome).toBe('switched');
    expect(held()).toEqual(['1/QĐ-UBND', '2/QĐ-UBND', '3/QĐ-UBND']);
    expect(site.asked.some((line) => line.includes('trang=2'))).toBe(false);
    expect(
      openSnapshot(dataDir)
        .documents.map((document) => document.file)
        .sort(),
    ).toEqual(['an', 'moi.txt', 'xe.txt']);
  });

  it('are asked only for what changed, and stay when files are indexed later', async () => {
    site.pages.set('/an', meals);
    await read([`${site.url}/an`]);
    expect((await read([])).outcome).toBe('unchanged');
    expect(site.asked.filter((line) => line.startsWith('/an'))).toEqual(['/an 200', '/an 304']);
    site.pages.set('/an', meals.replace('35.000', '38.000'));
    expect((await read([])).lines[0]?.change).toBe('changed');
    expect(JSON.stringify(openSnapshot(dataDir).passages)).toContain('38.000');

    const files = join(dataDir, 'files');
    putFiles(files, { 'xe.txt': buses });
    const asked = site.asked.length;
    await read([], { paths: [files] });
    expect(held()).toEqual(['1/QĐ-UBND', '2/QĐ-UBND']);
    expect(site.asked.length).toBe(asked);
    expect(openIngestRecord(dataDir)).toMatchObject({ urls: [`${site.url}/an`], paths: [files] });
  });

  it('are retired only when gone at two refreshes, and kept through trouble', async () => {
    site.pages.set('/an', meals);
    site.pages.set('/xe.txt', buses);
    const urls = [`${site.url}/an`, `${site.url}/xe.txt`];
    await read(urls);
    site.pages.set('/an', (_, response) => response.writeHead(503).end());
    site.pages.delete('/xe.txt');
    const first = await read([]);
    expect(first.notes.join('\n')).toMatch(/Dùng bản đã lưu.*\/an: Máy chủ trả lời mã 503/);
    expect(held()).toEqual(['1/QĐ-UBND', '2/QĐ-UBND']);
    const second = await read([]);
    expect(second.removed).toEqual([`${site.url}/xe.txt`]);
    expect(held()).toEqual(['1/QĐ-UBND']);
  });

  it('are kept when they are back after one miss', async () => {
    site.pages.set('/an', meals);
    site.pages.set('/xe.txt', buses);
    await read([`${site.url}/an`, `${site.url}/xe.txt`]);
    for (const present of [false, true, false]) {
      if (present) site.pages.set('/xe.txt', buses);
      else site.pages.delete('/xe.txt');
      await read([]);
    }
    expect(held()).toEqual(['1/QĐ-UBND', '2/QĐ-UBND']);
  });

  it('obey robots.txt, also when it cannot be had', async () => {
    site.pages.set('/robots.txt', 'User-agent: *\nDisallow: /noi-bo/\nAllow: /noi-bo/cong-khai$\n');
    site.pages.set('/noi-bo/an', meals);
    site.pages.set('/noi-bo/cong-khai', buses);
    const report = await read([`${site.url}/noi-bo/an`, `${site.url}/noi-bo/cong-khai`]);
    expect(messages(report)).toEqual([expect.stringContaining('robots.txt')]);
    expect(held()).toEqual(['2/QĐ-UBND']);
    other.pages.set('/robots.txt', (_, response) => response.writeHead(500).end());
    other.pages.set('/an', meals);
    expect(messages(await read([`${other.url}/an`], { hosts: [other.host] }))).toContain(
      'Không đọc được robots.txt của trang.',
    );
    expect(other.asked).toEqual(['/robots.txt 500']);
  });

  it('never follow a redirect or link to a host that is not listed', async () => {
    other.pages.set('/mat', meals);
    site.pages.set('/di', (_, response) => response.writeHead(302, { location: `${other.url}/mat` }).end());
    site.pages.set('/ds', `<html><body><a href="${other.url}/mat.pdf">Văn bản mật của máy chủ khác</a></body></html>`);
    const report = await read([`${site.url}/di`, `${site.url}/ds`]);
    expect(report.outcome).toBe('nothing-indexed');
    expect(messages(report)).toEqual([
      expect.stringContaining('INGEST_HOSTS'),
      expect.stringContaining('INGEST_HOSTS'),
    ]);
    expect(other.asked).toEqual([]);
    expect((await read([`${site.url}/di`], { hosts: [site.host, other.host] })).outcome).toBe('switched');
  });

  it('are bounded in size, time and turns', async () => {
    site.pages.set('/to.txt', (_, response) => {
      response.writeHead(200);
      const pour = () => {
        while (!response.destroyed && response.write('x'.repeat(65_536)));
      };
      response.on('drain', pour);
      pour();
    });
    site.pages.set('/cham.txt', (_, response) => void response.writeHead(200).write('Chậm'));
    site.pages.set('/vong', (_, response) => response.writeHead(302, { location: '/vong' }).end());
    const report = await read(['/to.txt', '/cham.txt', '/vong'].map((path) => site.url + path));
    expect(messages(report)).toEqual([
      expect.stringContaining('lớn hơn'),
      'Trang trả lời quá chậm.',
      'Địa chỉ chuyển hướng quá nhiều lần.',
    ]);
  });
});

describe('ingest --url', () => {
  it('reads a listed host, remembers it, drops it when told, and refuses others with the setting to change', {
    timeout: 60_000,
  }, async () => {
    site.pages.set('/an', meals);
    site.pages.set('/xe.txt', buses);
    const run = (...args: string[]) =>
      startProgram(['ingest', ...args, '--data', dataDir], { INGEST_HOSTS: site.host }).ended;
    expect((await run('--url', `${site.url}/an`, '--url', `${site.url}/xe.txt`)).code).toBe(0);
    expect(held()).toEqual(['1/QĐ-UBND', '2/QĐ-UBND']);
    expect((await run('--drop-url', `${site.url}/an`)).code).toBe(0);
    expect(held()).toEqual(['2/QĐ-UBND']);
    const refused = await run('--url', `${other.url}/an`);
    expect(refused.code).toBe(2);
    expect(refused.error).toContain('INGEST_HOSTS');
    expect(other.asked).toEqual([]);
  });
});
