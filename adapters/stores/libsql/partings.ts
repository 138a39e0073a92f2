import { z } from 'zod';
import { type Parted, parted } from '../../../bot/links/link.ts';
import { partingMessage } from '../../../bot/links/link-message.ts';
import type { ChannelId } from '../../../bot/ports/channel.ts';
import type { PartingTelling } from '../../../bot/ports/links.ts';
import { mayTell } from '../../../bot/telling-once.ts';
import type { Database } from './database.ts';
import type { Enqueue } from './enqueue.ts';
import type { StandingRows } from './standing-rows.ts';

/** Reads what this program wrote itself. */
const partedRow = z.object({ conversation_id: z.string(), at: z.number(), channels: z.string() }).transform(
  ({ conversation_id, at, channels }): Parted => ({
    conversationId: conversation_id,
    at,
    channels: JSON.parse(channels) as readonly ChannelId[],
  }),
);

/** Conversations in which the citizen has yet to be told that a link was undone elsewhere, the first one first. */
export function readPartings(database: Database): readonly Parted[] {
  const rows = database.prepare('SELECT * FROM link_partings ORDER BY at, conversation_id').all();
  return rows.map((row) => partedRow.parse(row));
}

/** Notes that a link was undone elsewhere. Within the caller's transaction. */
export function noteParting(database: Database, parting: Parameters<typeof parted>[1]): void {
  const { conversationId, at, channels } = parted(partingOf(database, parting.conversationId), parting);
  database
    .prepare(
      `INSERT INTO link_partings (conversation_id, at, channels) VALUES (?, ?, ?)
       ON CONFLICT (conversation_id) DO UPDATE SET at = excluded.at, channels = excluded.channels`,
    )
    .run(conversationId, at, JSON.stringify(channels));
}

/** Forgets what would be told of links that were undone elsewhere. Within the caller's transaction. */
export function forgetParting(database: Database, conversationId: string): void {
  database.prepare('DELETE FROM link_partings WHERE conversation_id = ?').run(conversationId);
}

/** As `Links.tellParted`. Within the caller's transaction. */
export function tellParting(
  database: Database,
  telling: PartingTelling,
  { enqueue, rows }: { readonly enqueue: Enqueue; readonly rows: Pick<StandingRows, 'conversation'> },
): boolean {
  const { conversationId, at } = telling.parted;
  const conversation = rows.conversation(conversationId);
  const present = partingOf(database, conversationId);
  const isSame = present?.at === at && present.channels.length === telling.parted.channels.length;
  if (!mayTell(conversation) || !isSame) return false;
  const { message, correlationId } = partingMessage(telling);
  const isSent = database.prepare('SELECT 1 FROM outbox WHERE correlation_id = ?').get(correlationId) !== undefined;
  forgetParting(database, conversationId);
  if (isSent) return false;
  enqueue(conversation, message, correlationId, telling.at);
  return true;
}

function partingOf(database: Database, conversationId: string): Parted | null {
  const row = database.prepare('SELECT * FROM link_partings WHERE conversation_id = ?').get(conversationId);
  return row === undefined ? null : partedRow.parse(row);
}
