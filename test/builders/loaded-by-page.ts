import { gzipSync } from 'node:zlib';

/** Addresses of the web chat from which everything else of it is loaded. */
export const WEB_CHAT_ENTRIES = ['/', '/chat/framed', '/widget.js'] as const;

/**
 * Everything that is loaded from these paths, found by following tags and the modules' imports: text by path. Fonts,
 * which style sheets name, are not followed.
 * @throws Error when something on the way is not there
 */
export async function loadedBy(url: string, paths: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const loaded = new Map<string, string>();
  const waiting = [...paths];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (loaded.has(next)) continue;
    const response = await fetch(url + next);
    if (response.status !== 200) throw new Error(`${next} answers ${response.status}`);
    const text = await response.text();
    loaded.set(next, text);
    const base = `http://page${next}`;
    const links = [...text.matchAll(/(?:src|href)="(\/assets\/[^"]+\.(?:js|css|svg))"|from '(\.[^']+)'/g)];
    if (!next.endsWith('.svg')) waiting.push(...links.map((link) => new URL(link[1] ?? link[2] ?? '', base).pathname));
  }
  return loaded;
}

/** Bytes of every file of the web chat, each packed by gzip on its own, largest first. */
export async function webWeight(url: string): Promise<ReadonlyMap<string, number>> {
  const loaded = await loadedBy(url, WEB_CHAT_ENTRIES);
  const sizes = [...loaded].map(([path, text]): [string, number] => [path, gzipSync(text).length]);
  return new Map(sizes.sort(([, a], [, b]) => b - a));
}
