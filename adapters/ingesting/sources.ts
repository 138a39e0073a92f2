import { resolve } from 'node:path';
import { openIngestRecord } from '../snapshots/snapshot-store.ts';
import { INGEST_NOTES } from './ingest-words.ts';
import { uploadRoots } from './uploads.ts';
import type { FetchPage } from './web/fetch-page.ts';
import { refreshWeb, type WebRefresh } from './web/refresh-web.ts';
import type { WebCopies } from './web/web-copies.ts';

/** What the operator asks for. */
export interface Asked {
  /** Files and folders (recursively) that the index shall hold, no others; none = those of the ingest before. */
  readonly paths: readonly string[];
  /** Web addresses to be read (again), beside those of the ingest before. */
  readonly urls?: readonly string[];
  /** Web addresses that the index shall not hold any more. */
  readonly dropUrls?: readonly string[];
  /** Read the copies of all web addresses that are not asked for by name. */
  readonly keepWeb?: boolean;
}

/** What the index shall hold: exactly these, and what staff uploaded. */
export interface Sources {
  /** Absolute. */
  readonly paths: readonly string[];
  readonly urls: readonly string[];
  /** Those of `urls` to be asked for again now; the others are read from their copies. */
  readonly refresh: readonly string[];
}

/** Neither the operator nor an earlier ingest named anything. */
export class NothingToIngest extends Error {
  readonly code = 'NOTHING_TO_INGEST';

  constructor() {
    super('Chưa có nguồn văn bản nào: hãy nêu tệp, thư mục hoặc --url <địa chỉ>.');
    this.name = 'NothingToIngest';
  }
}

/**
 * Joins what is asked for with what the ingest before held. Web addresses asked for are refreshed; without any
 * path or address, all that are known.
 * @throws NothingToIngest
 */
export function chooseSources(asked: Asked, dataDir: string): Sources {
  const before = openIngestRecord(dataDir);
  const given = asked.paths.map((path) => resolve(path));
  const paths = given.length > 0 ? given : (before?.paths ?? []);
  const drop = new Set((asked.dropUrls ?? []).map(canonical));
  const named = (asked.urls ?? []).map(canonical);
  const urls = [...new Set([...(before?.urls ?? []), ...named])].filter((url) => !drop.has(url));
  if (paths.length === 0 && urls.length === 0 && uploadRoots(dataDir).length === 0) throw new NothingToIngest();
  return { paths, urls, refresh: named.length > 0 ? named : given.length > 0 || asked.keepWeb ? [] : urls };
}

function canonical(url: string): string {
  return new URL(url).href;
}

/** What reading the web needs. */
export interface WebParts {
  /** Without it copies of earlier refreshes are used. */
  readonly fetchPage?: FetchPage;
  readonly now: () => number;
  readonly onProgress?: (progress: {
    readonly step: 'fetch';
    readonly done: number;
    readonly total: number;
    readonly label: string;
  }) => void;
}

/** Asks for the addresses that are to be refreshed, drops the copies of those that are not wanted any more. */
export async function refreshSources(
  { urls, refresh }: Sources,
  copies: WebCopies,
  { fetchPage, now, onProgress }: WebParts,
): Promise<{ readonly problems: WebRefresh['problems']; readonly notes: readonly string[] }> {
  for (const [url, copy] of copies.all()) if (!urls.includes(copy.root)) copies.remove(url);
  if (fetchPage === undefined || refresh.length === 0) return { problems: new Map(), notes: [] };
  const { problems, kept } = await refreshWeb(refresh, copies, fetchPage, now, (done, total, label) =>
    onProgress?.({ step: 'fetch', done, total, label }),
  );
  if (refresh.length === urls.length) copies.noteRefresh(now());
  const notes = [...kept].map(([url, message]) => INGEST_NOTES.keptCopy(url, message));
  return { problems, notes };
}
