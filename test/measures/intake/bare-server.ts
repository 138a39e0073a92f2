import { openDatabase } from '../../../adapters/stores/libsql/database.ts';
import { groupCommitOf } from '../../../adapters/stores/libsql/group-commit.ts';
import { serveSigned } from './signed-server.ts';

/**
 * The least a webhook can do and lose nothing, in a process of its own: one row a message in the same table of a state
 * file with the same settings. Arguments: the file; `grouped` for our shared transactions, else one a request.
 */
const [file = '', grouping = ''] = process.argv.slice(2);
const database = openDatabase(file);
const insert = database.prepare(
  `INSERT INTO inbox (key, conversation_id, channel, activity, at, received_at) VALUES (?, ?, 'messenger', ?, ?, ?)
   ON CONFLICT (key) DO NOTHING`,
);
const together = groupCommitOf(database);
const commit = grouping === 'grouped' ? together : async (change: () => void) => change();

serveSigned((delivery) =>
  commit(() => {
    for (const { sender, timestamp, message } of delivery.entry.flatMap((entry) => entry.messaging)) {
      insert.run(message.mid, sender.id, JSON.stringify(message), timestamp, Date.now());
    }
  }),
);
