import { gunzipSync } from 'node:zlib';
import { load } from 'cheerio';
import { isPageTooDeep } from '../../../ingest/load/nesting-depth.ts';

/** What a given address turned out to be. */
export type WebSource =
  /** A document by itself, perhaps with files attached to it. */
  | { readonly kind: 'document'; readonly links: readonly string[] }
  /** A list of documents; not one itself. */
  | { readonly kind: 'listing'; readonly links: readonly string[] }
  | { readonly kind: 'sitemap'; readonly links: readonly string[] }
  /** A list of sitemaps. */
  | { readonly kind: 'sitemap-index'; readonly links: readonly string[] };

const DOCUMENT_FILE = /\.(?:pdf|docx?|xlsx?|csv|rtf|txt|md|zip)$/i;
/** The name of a document is longer than that of a menu entry or a page number. */
const MIN_TITLE = 20;
/** A page most of whose words are links lists documents; one that has words of its own is one. */
const LISTING_SHARE = 0.5;
const MAX_SITEMAP_BYTES = 50 * 1024 * 1024;

/** Tells by its content what an address gives, and the addresses it points to (absolute, without fragments). */
export function readWebSource(bytes: Uint8Array, url: string): WebSource {
  const unpacked = bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzip(bytes) : bytes;
  const head = Buffer.from(unpacked.subarray(0, 4_096)).toString('utf8').trimStart();
  if (/<(?:\w+:)?sitemapindex[\s>]/i.test(head)) return { kind: 'sitemap-index', links: locations(unpacked, url) };
  if (/<(?:\w+:)?urlset[\s>]/i.test(head)) return { kind: 'sitemap', links: locations(unpacked, url) };
  if (!/^(?:<!doctype html|<html|<\?xml[^>]*>\s*<(?:!doctype )?html)/i.test(head.replace(/^\uFEFF/, '')))
    return { kind: 'document', links: [] };
  const html = Buffer.from(unpacked).toString('utf8');
  // Such a page is refused when it is read as a document, with a reason.
  return isPageTooDeep(html) ? { kind: 'document', links: [] } : readPage(html, url);
}

function readPage(html: string, url: string): WebSource {
  const $ = load(html);
  $('script, style, noscript, template, nav, header, footer').remove();
  const page = new URL(url);
  const folder = page.pathname.replace(/[^/]*$/, '');
  const files: string[] = [];
  const pages: string[] = [];
  let linkedLetters = 0;
  $('body a[href]').each((_, element) => {
    const title = $(element).text().replace(/\s+/g, ' ').trim();
    linkedLetters += title.length;
    const target = absolute($(element).attr('href') ?? '', $('base[href]').attr('href') ?? '', url);
    if (target === null || target.href === page.href) return;
    if (DOCUMENT_FILE.test(target.pathname)) files.push(target.href);
    else if (target.host === page.host && target.pathname.startsWith(folder) && title.length >= MIN_TITLE)
      pages.push(target.href);
  });
  const letters = $('body').text().replace(/\s+/g, ' ').trim().length;
  const isListing = linkedLetters > LISTING_SHARE * letters;
  return isListing
    ? { kind: 'listing', links: unique([...files, ...pages]) }
    : { kind: 'document', links: unique(files) };
}

function locations(bytes: Uint8Array, url: string): readonly string[] {
  const $ = load(Buffer.from(bytes).toString('utf8'), { xml: true });
  const found = $('loc')
    .toArray()
    .map((element) => absolute($(element).text().trim(), '', url)?.href);
  return unique(found.filter((href) => href !== undefined));
}

function absolute(href: string, base: string, page: string): URL | null {
  try {
    const target = new URL(href, new URL(base, page));
    target.hash = '';
    return /^https?:$/.test(target.protocol) ? target : null;
  } catch {
    return null;
  }
}

function unique(links: readonly string[]): readonly string[] {
  return [...new Set(links)];
}

function gunzip(bytes: Uint8Array): Uint8Array {
  try {
    return gunzipSync(bytes, { maxOutputLength: MAX_SITEMAP_BYTES });
  } catch {
    return bytes;
  }
}
