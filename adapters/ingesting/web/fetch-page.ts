import { setTimeout as wait } from 'node:timers/promises';
import { WEB_PROBLEMS } from '../ingest-words.ts';
import { type Robots, readRobots } from './robots.ts';

/** What came of asking for one address. */
export type Fetched =
  | {
      readonly kind: 'fetched';
      readonly bytes: Uint8Array;
      readonly etag: string | null;
      readonly lastModified: string | null;
      /** File name the server states, or `null`. */
      readonly statedName: string | null;
    }
  | { readonly kind: 'not-modified' }
  /** 404 or 410: the server says it is not there. */
  | { readonly kind: 'gone' }
  /** We do not ask for it; `message` in Vietnamese says why. */
  | { readonly kind: 'refused'; readonly message: string }
  /** Network or server trouble; worth a retry later. */
  | { readonly kind: 'failed'; readonly message: string };

/** What an earlier copy is compared by. */
export interface Validators {
  readonly etag: string | null;
  readonly lastModified: string | null;
}

export type FetchPage = (url: string, earlier: Validators | null) => Promise<Fetched>;

export interface FetchSettings {
  /** Hosts that may be asked, as in a URL: with the port where it is not the scheme's own. */
  readonly hosts: readonly string[];
  readonly fetch: typeof fetch;
  /** Least time between two requests to one host, ms. */
  readonly delayMs: number;
  /** Longest time for one page, ms. */
  readonly limitMs: number;
  readonly maxBytes: number;
  readonly signal?: AbortSignal | undefined;
}

const USER_AGENT = 'GiaoDucBaDinhAssistant';
const MAX_REDIRECTS = 5;
const ROBOTS_KEPT_MS = 3_600_000;
/** A site that asks for more patience than this gets this much, s. */
const LONGEST_CRAWL_DELAY = 30;

/**
 * A polite reader of listed hosts: robots.txt is kept, one request at a time with a pause, redirects only to listed
 * hosts, bounded in time and size, and only what changed is sent again.
 */
export function createFetchPage(settings: FetchSettings): FetchPage {
  const robots = new Map<string, { readonly readAt: number; readonly rules: Promise<Robots> }>();
  const lastAsked = new Map<string, number>();

  async function ask(url: URL, headers: Readonly<Record<string, string>>, pauseMs: number): Promise<Response> {
    const since = performance.now() - (lastAsked.get(url.host) ?? Number.NEGATIVE_INFINITY);
    if (since < pauseMs) await wait(pauseMs - since, undefined, { signal: settings.signal });
    const limits = [AbortSignal.timeout(settings.limitMs), ...(settings.signal === undefined ? [] : [settings.signal])];
    try {
      return await settings.fetch(url, {
        redirect: 'manual',
        signal: AbortSignal.any(limits),
        headers: { 'user-agent': USER_AGENT, ...headers },
      });
    } finally {
      lastAsked.set(url.host, performance.now());
    }
  }

  function robotsOf(url: URL): Promise<Robots> {
    const known = robots.get(url.origin);
    if (known !== undefined && performance.now() - known.readAt < ROBOTS_KEPT_MS) return known.rules;
    const rules = readRobots((address) => ask(address, {}, settings.delayMs), url, USER_AGENT);
    robots.set(url.origin, { readAt: performance.now(), rules });
    return rules;
  }

  async function follow(address: string, earlier: Validators | null): Promise<Fetched> {
    const headers = {
      ...(earlier?.etag ? { 'if-none-match': earlier.etag } : {}),
      ...(earlier?.lastModified ? { 'if-modified-since': earlier.lastModified } : {}),
    };
    let url = new URL(address);
    for (let hop = 0; hop <= MAX_REDIRECTS; hop += 1) {
      const barred = whyBarred(url, settings.hosts);
      if (barred !== null) return { kind: 'refused', message: barred };
      const rules = await robotsOf(url);
      if (rules.kind === 'unreachable') return { kind: 'failed', message: WEB_PROBLEMS.robotsUnreadable };
      if (!rules.allows(url)) return { kind: 'refused', message: WEB_PROBLEMS.robotsRefuse };
      const pauseMs = Math.max(settings.delayMs, 1000 * Math.min(LONGEST_CRAWL_DELAY, rules.crawlDelay));
      const response = await ask(url, headers, pauseMs);
      const target = response.status >= 300 && response.status < 400 ? response.headers.get('location') : null;
      if (target === null) return await readResponse(response, settings.maxBytes);
      await response.body?.cancel();
      url = new URL(target, url);
    }
    return { kind: 'refused', message: WEB_PROBLEMS.redirects };
  }

  return async (address, earlier) => {
    try {
      return await follow(address, earlier);
    } catch (error) {
      settings.signal?.throwIfAborted();
      const slow = error instanceof Error && error.name === 'TimeoutError';
      return { kind: 'failed', message: WEB_PROBLEMS[slow ? 'slow' : 'unreachable'] };
    }
  };
}

/** Why an address is not asked, in Vietnamese, or `null` when it may be. */
export function whyBarred(url: URL, hosts: readonly string[]): string | null {
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return WEB_PROBLEMS.notWeb;
  if (url.username !== '' || url.password !== '') return WEB_PROBLEMS.credentials;
  if (!hosts.includes(url.host)) {
    return WEB_PROBLEMS.hostNotListed(url.host);
  }
  return null;
}

async function readResponse(response: Response, maxBytes: number): Promise<Fetched> {
  if (response.status === 304) return { kind: 'not-modified' };
  if (!response.ok) {
    await response.body?.cancel();
    if (response.status === 404 || response.status === 410) return { kind: 'gone' };
    return { kind: 'failed', message: WEB_PROBLEMS.status(`${response.status}`) };
  }
  const bytes = await readBounded(response, maxBytes);
  if (bytes === null) {
    return { kind: 'refused', message: WEB_PROBLEMS.large(`${Math.floor(maxBytes / 1024 / 1024)}`) };
  }
  return {
    kind: 'fetched',
    bytes,
    etag: response.headers.get('etag'),
    lastModified: response.headers.get('last-modified'),
    statedName: nameIn(response.headers.get('content-disposition')),
  };
}

/** The body, or `null` when it is larger than allowed; what is sent is counted after decompression. */
async function readBounded(response: Response, maxBytes: number): Promise<Uint8Array | null> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.length;
    // Leaving the loop cancels the rest.
    if (size > maxBytes) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** `filename*=UTF-8''…` before `filename="…"` (RFC 6266). */
function nameIn(disposition: string | null): string | null {
  const extended = disposition?.match(/filename\*\s*=\s*utf-8''([^;]+)/i)?.[1];
  const plain = disposition?.match(/filename\s*=\s*"?([^";]+)"?/i)?.[1];
  try {
    return extended === undefined ? (plain ?? null) : decodeURIComponent(extended.trim());
  } catch {
    return plain ?? null;
  }
}
