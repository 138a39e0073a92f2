import { z } from 'zod';
import { FRESH_TICKET } from '../../../bot/conversation.ts';
import { StoreUnusable } from '../errors.ts';
import { PREFIX, type RedisConnection } from './connection.ts';
import { indexCitations, indexWaitingCorrections } from './correction-steps.ts';
import { indexGapQuestions } from './gap-steps.ts';
import { indexTickets } from './index-tickets.ts';
import { indexLinks } from './link-steps.ts';
import { createRedisLock, type LockSurroundings } from './lock.ts';
import { scanKeys } from './scan-keys.ts';

/** One step from a version of the schema to the next. It may be cut short and run again, so it must not mind that. */
export type Migration = (connection: RedisConnection) => Promise<void>;

/** From version 1 on, forward only. Never edit a released one: append. Lists that grew are made by another indexing. */
const MIGRATIONS: readonly Migration[] = [
  giveTicketsALife,
  indexTickets,
  indexCitations,
  indexTickets,
  indexGapQuestions,
  indexWaitingCorrections,
  indexLinks,
  keepOlderProgramsOut,
];

const KEY = `${PREFIX}schema`;

/**
 * Brings what an older program left up to this program's version: one process does it, others that start meanwhile
 * wait for it. An empty Redis gets the newest version at once.
 * @throws StoreUnusable when a newer program wrote it, or when the version makes no sense
 */
export async function bringUpToDate(
  connection: RedisConnection,
  surroundings: LockSurroundings,
  migrations: readonly Migration[] = MIGRATIONS,
): Promise<void> {
  const newest = 1 + migrations.length;
  if ((await versionOf(connection, newest)) === newest) return;
  const lock = createRedisLock(connection, 'schema', surroundings);
  await lock(async () => {
    for (let version = await versionOf(connection, newest); version < newest; version += 1) {
      await migrations[version - 1]?.(connection);
      await connection.send(['SET', KEY, String(version + 1)]);
    }
  });
}

/** The version there, written where there is none. */
async function versionOf(connection: RedisConnection, newest: number): Promise<number> {
  const found = await connection.send(['SET', KEY, String(newest), 'NX', 'GET']);
  const version = Number(found ?? newest);
  const where = connection.description;
  if (!Number.isInteger(version) || version < 1) {
    throw new StoreUnusable(
      where,
      `has a value that is no version at ${KEY}; something else writes there, use another`,
    );
  }
  if (version > newest) {
    throw new StoreUnusable(
      where,
      `has schema version ${version}, newer than this program's ${newest}; start the newer program`,
    );
  }
  return version;
}

/** Nothing lies otherwise, but an erasure by a program that does not know every key would leave some. */
async function keepOlderProgramsOut(): Promise<void> {}

/** Tickets get what is kept of their life since version 2: reminders, how they ended, whom they were passed to. */
async function giveTicketsALife(connection: RedisConnection): Promise<void> {
  for (const id of await scanKeys(connection, 'ticket:')) {
    const stored = await connection.send(['GET', `${PREFIX}ticket:${id}`]);
    if (typeof stored !== 'string') continue;
    const { queuedAt, ...ticket } = z.object({ openedAt: z.number() }).loose().parse(JSON.parse(stored));
    const grown = { ...FRESH_TICKET, queuedAt: queuedAt ?? ticket.openedAt, ...ticket };
    await connection.send(['SET', `${PREFIX}ticket:${id}`, JSON.stringify(grown)]);
  }
}
