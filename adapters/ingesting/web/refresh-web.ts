import { basename } from 'node:path';
import { WEB_PROBLEMS } from '../ingest-words.ts';
import type { InputFile } from '../input-files.ts';
import type { Fetched, FetchPage } from './fetch-page.ts';
import { readWebSource } from './links.ts';
import type { WebCopies, WebCopy } from './web-copies.ts';

/** Most addresses asked for under one given address. */
const MAX_PAGES = 1_000;
const MAX_SITEMAPS = 50;
/** A page that is gone for one refresh may be back at the next. */
const MISSES_TO_RETIRE = 2;

/** What a refresh learnt of addresses that did not answer with a page. */
export interface WebRefresh {
  /** Addresses without any copy, and the reason in Vietnamese. */
  readonly problems: ReadonlyMap<string, string>;
  /** Addresses whose earlier copy is used on, and the reason. */
  readonly kept: ReadonlyMap<string, string>;
}

/**
 * Fetches given addresses again and everything they list, one level deep. What changed replaces its copy; what is
 * gone is dropped when it was gone at the refresh before too; trouble keeps the copy.
 * @param onPage told after each address
 * @throws the reason of the fetcher's signal
 */
export async function refreshWeb(
  roots: readonly string[],
  copies: WebCopies,
  fetchPage: FetchPage,
  now: () => number,
  onPage: (done: number, total: number, url: string) => void = () => {},
): Promise<WebRefresh> {
  const problems = new Map<string, string>();
  const kept = new Map<string, string>();
  const asked = new Set<string>();

  async function refresh(url: string, root: string): Promise<WebCopy | null> {
    const known = copies.get(url);
    // Once a refresh, however many lists name it: two misses must be two refreshes.
    if (asked.has(url)) return known;
    asked.add(url);
    const earlier = known !== null && copies.bytes(known) !== null ? known : null;
    const fetched = await fetchPage(url, earlier);
    const copy = settle(url, root, earlier, fetched);
    const message = fetched.kind === 'gone' ? WEB_PROBLEMS.gone : 'message' in fetched ? fetched.message : null;
    if (message !== null && !(copy === null && earlier !== null)) (copy === null ? problems : kept).set(url, message);
    return copy;
  }

  function settle(url: string, root: string, earlier: WebCopy | null, fetched: Fetched): WebCopy | null {
    if (fetched.kind === 'fetched') {
      const isDocument = readWebSource(fetched.bytes, url).kind === 'document';
      const { etag, lastModified } = fetched;
      const name = fetched.statedName ?? nameOf(url);
      return copies.keep(
        url,
        { root, name, isDocument, etag, lastModified, changedAt: now(), misses: 0 },
        fetched.bytes,
      );
    }
    if (earlier === null) return null;
    if (fetched.kind === 'gone' && earlier.misses + 1 >= MISSES_TO_RETIRE) {
      copies.remove(url);
      return null;
    }
    const misses = fetched.kind === 'gone' ? earlier.misses + 1 : fetched.kind === 'not-modified' ? 0 : earlier.misses;
    if (misses !== earlier.misses) copies.note(url, { ...earlier, misses });
    return earlier;
  }

  for (const root of roots) {
    const copy = await refresh(root, root);
    const listed = copy === null ? [] : await linksOf(root, copy, copies, (url) => refresh(url, root));
    const known = copies.all().flatMap(([url, each]) => (each.root === root && url !== root ? [url] : []));
    const targets = [...new Set([...listed, ...known])];
    if (targets.length > MAX_PAGES) {
      problems.set(`${root}#`, WEB_PROBLEMS.manyPages(`${MAX_PAGES}`, `${targets.length}`));
    }
    for (const [index, url] of targets.slice(0, MAX_PAGES).entries()) {
      await refresh(url, root);
      onPage(index + 1, Math.min(targets.length, MAX_PAGES), url);
    }
  }
  return { problems, kept };
}

async function linksOf(
  root: string,
  copy: WebCopy,
  copies: WebCopies,
  refresh: (url: string) => Promise<WebCopy | null>,
): Promise<readonly string[]> {
  const source = readWebSource(copies.bytes(copy) ?? new Uint8Array(), root);
  if (source.kind !== 'sitemap-index') return source.links;
  const links: string[] = [];
  for (const url of source.links.slice(0, MAX_SITEMAPS)) {
    const sitemap = await refresh(url);
    if (sitemap !== null) links.push(...readWebSource(copies.bytes(sitemap) ?? new Uint8Array(), url).links);
  }
  return links;
}

/** The copies of given addresses as files to be read, with those that could not be had and why. */
export function webInputFiles(
  roots: readonly string[],
  copies: WebCopies,
  problems: WebRefresh['problems'],
): readonly InputFile[] {
  const files = copies.all().flatMap(([url, copy]): InputFile[] =>
    copy.isDocument && roots.includes(copy.root)
      ? [
          {
            path: copies.pathOf(copy),
            source: url,
            root: copy.root,
            name: copy.name,
            size: copy.size,
            modifiedMs: copy.changedAt,
            regular: true,
            problem: null,
          },
        ]
      : [],
  );
  const missing = [...problems].map(
    ([url, problem]): InputFile => ({
      path: '',
      source: url,
      root: url,
      name: nameOf(url),
      size: null,
      modifiedMs: 0,
      regular: true,
      problem,
    }),
  );
  return [...files, ...missing];
}

/** The last part of the path, or the host for a front page. */
function nameOf(address: string): string {
  const url = new URL(address);
  let path = url.pathname;
  try {
    path = decodeURIComponent(path);
  } catch {
    // A path that is not UTF-8 is shown as it is.
  }
  return (basename(path) || url.host).normalize('NFC');
}
