import { openDatabase } from '../../../adapters/stores/libsql/database.ts';
import type { RecordedTurn } from './accounting.ts';

interface TurnRow {
  readonly turn_id: string;
  readonly item_ids: string;
  readonly reply: string | null;
}

/** What the product wrote down about Messenger turns in a state file, once it has stopped. */
export function readLedger(stateFile: string): readonly RecordedTurn[] {
  const database = openDatabase(stateFile);
  try {
    const inbox = database.prepare('SELECT id, key FROM inbox').all() as { id: number; key: string }[];
    const messages = new Map(inbox.map(({ id, key }) => [id, key.replace(/^messenger:/, '')]));
    const turns = database.prepare('SELECT turn_id, item_ids, reply FROM turns ORDER BY rowid').all() as TurnRow[];
    return turns.map(({ turn_id: turnId, item_ids: itemIds, reply }) => ({
      messageIds: (JSON.parse(itemIds) as number[]).map((id) => messages.get(id) ?? ''),
      replyId: reply === null ? null : `turn:${turnId}:0`,
    }));
  } finally {
    database.close();
  }
}
