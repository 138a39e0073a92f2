import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { writeBackup } from '../../../adapters/backup/write-backup.ts';
import type { Stores } from '../../../adapters/stores/engine.ts';
import { connectRedis } from '../../../adapters/stores/redis/connection.ts';
import { filesUnder } from '../../builders/file-scan.ts';
import type { PageVisitor } from '../../builders/page-visitor.ts';
import { redisContents } from '../../builders/redis-contents.ts';
import type { RedisServer } from '../../builders/redis-server.ts';
import type { Place } from './planted-pieces.ts';

/** Lists and exports of the console that name no one matter. */
const PAGES = [
  '/staff/audit',
  '/staff/audit/export',
  '/staff/corrections',
  '/staff/corrections?show=approved',
  '/staff/corrections?show=done',
  '/staff/documents',
  '/staff/gaps',
  '/staff/health',
  '/staff/mentions',
  '/staff/incidents',
  '/staff/press',
  '/staff/press/export',
  '/staff/radar',
  '/staff/radar/export?period=week',
  '/staff/reports',
  '/staff/statements',
  '/staff/switch',
  '/staff/tickets',
  '/staff/tickets?view=closed',
];
const MOST_OF_A_KIND = 40;
/** Words that one file of an office document breaks into several runs stand together without its marks. */
const MARKS = /<[^>]*>/g;

/** The files of the data folder and a backup of it; where the state lies in Redis, its keys too. */
export async function everythingKept(dataDir: string, redis: RedisServer | null): Promise<readonly Place[]> {
  const files = filesUnder(dataDir).map((file) => ({ name: file, words: readFileSync(file, 'utf8') }));
  return [...files, ...(redis === null ? [backedUp(dataDir)] : await keptInRedis(redis))];
}

/** Every page that staff read without opening somebody's words, and every file that they may take away. */
export async function everythingShown(reader: PageVisitor, stores: Stores, month: string): Promise<readonly Place[]> {
  const { gaps, corrections, records, incidents } = stores;
  const [knownGaps, knownCorrections, openTickets, filed] = await Promise.all([
    gaps.list(),
    corrections.list(),
    records.tickets('open', '', MOST_OF_A_KIND),
    incidents.filed({ from: 0, until: Number.MAX_SAFE_INTEGER }, MOST_OF_A_KIND),
  ]);
  const few = (kind: string, known: readonly { readonly id: string }[]) =>
    known.slice(-MOST_OF_A_KIND).map(({ id }) => `/staff/${kind}/${encodeURIComponent(id)}`);
  const radar = await wordsOf(reader, '/staff/radar');
  const rows = [...radar.matchAll(/href="(\/staff\/radar\/rows[^"]*)"/g)].map(([, href = '']) =>
    href.replaceAll('&amp;', '&'),
  );
  const pages = [
    ...PAGES,
    ...few('gaps', knownGaps),
    ...few('corrections', knownCorrections),
    ...few('tickets', openTickets),
    ...few('tickets', openTickets).map((page) => `${page}?view=linked`),
    // Whom to call at a school stands on the page of what happened there, for whoever must call.
    ...few('incidents', filed),
    ...rows,
    ...rows.map((page) => page.replace('/rows?', '/rows/export?')),
    `/staff/reports/${month}`,
    `/staff/reports/${month}/rows?figure=turns`,
  ];
  const shown: Place[] = [];
  for (const name of pages) shown.push({ name, words: await wordsOf(reader, name) });
  for (const kind of ['docx', 'xlsx']) shown.push(...(await unpacked(reader, `/staff/reports/${month}/${kind}`)));
  return shown;
}

async function wordsOf(reader: PageVisitor, path: string): Promise<string> {
  const response = await reader.get(path);
  if (response.status !== 200) throw new Error(`${path} was answered with ${response.status}.`);
  return response.text();
}

/** Each part of an office document, as it stands and without its marks. */
async function unpacked(reader: PageVisitor, path: string): Promise<readonly Place[]> {
  const response = await reader.get(path);
  if (response.status !== 200) throw new Error(`${path} was answered with ${response.status}.`);
  return partsOfOfficeFile(path, new Uint8Array(await response.arrayBuffer()));
}

/** The parts of a docx or xlsx by their names, each with its words as they stand and, once more, without marks between them. */
export function partsOfOfficeFile(name: string, bytes: Uint8Array): readonly Place[] {
  return Object.entries(unzipSync(bytes)).map(([part, content]) => {
    const words = strFromU8(content);
    return { name: `${name} › ${part}`, words: `${words}\n${words.replaceAll(MARKS, '')}` };
  });
}

function backedUp(dataDir: string): Place {
  const folder = mkdtempSync(join(tmpdir(), 'assistant-planted-'));
  try {
    const file = join(folder, 'backup.tar');
    const outcome = writeBackup(dataDir, file, { now: Date.now(), onProgress: () => undefined });
    if (!outcome.ok) throw new Error(`No backup was written: ${outcome.reason}.`);
    return { name: 'backup', words: readFileSync(file, 'utf8') };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function keptInRedis(redis: RedisServer): Promise<readonly Place[]> {
  const connection = await connectRedis(redis.url, () => {});
  const contents = await redisContents(connection);
  await connection.close();
  return contents.map((words) => ({ name: join('redis', words.split(' ')[0] ?? ''), words }));
}
