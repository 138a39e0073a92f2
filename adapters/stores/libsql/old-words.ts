import { setImmediate as letOthersWork } from 'node:timers/promises';
import { z } from 'zod';
import type { RuleCorrection } from '../../../bot/corrections/correction.ts';
import type { Gap } from '../../../bot/gaps/gap.ts';
import type { Incident } from '../../../bot/incidents/incident.ts';
import type { OldWordKind, OldWords, RewordCount, Rewording } from '../../../bot/ports/old-words.ts';
import { closedCorrection, closedGap, closedIncident, closedTags } from '../closed-words.ts';
import { rewordActivity, rewordContent } from '../reword-activity.ts';
import { type Database, inTransaction } from './database.ts';
import { scrubFreedPages } from './erasure.ts';

/** Rows in one step: their words are made outside the transaction, which so is short. */
const STEP_ROWS = 50;

/** A row as it is found: words by column, and what they belong to. */
type Row = Readonly<Record<string, string | number | null>> & { readonly step_id: number };

interface Walk {
  readonly kind: OldWordKind;
  /** Gives `step_id`, the columns of `words` and what `reword` needs; sees the last id and the number of rows. */
  readonly select: string;
  readonly words: readonly string[];
  readonly reword: (row: Row, column: string, rewording: Rewording) => string;
  /** Sets the columns in their order; sees the new words, the id, the words of before. */
  readonly update: (database: Database) => string;
}

const text = (row: Row, column: string) => String(row[column] ?? '');
const readTags = (json: string) => z.array(z.string()).readonly().parse(JSON.parse(json));
const setting = (table: string, id: string, words: readonly string[]) => () =>
  `UPDATE ${table} SET ${words.map((column) => `${column} = ?`).join(', ')}
   WHERE ${id} = ? AND ${words.map((column) => `${column} IS ?`).join(' AND ')}`;
const TICKET_WORDS = ['question', 'closing_note', 'transfer_note', 'tags'];

/** Rows that are kept whole as JSON. */
const ofContent = <T>(
  kind: OldWordKind & ('incidents' | 'gaps' | 'corrections'),
  close: (content: T, rewording: Rewording) => T,
): Walk => ({
  kind,
  select: `SELECT rowid AS step_id, content FROM ${kind} WHERE rowid > ? ORDER BY rowid LIMIT ?`,
  words: ['content'],
  reword: (row, column, rewording) =>
    // The file is trusted as the program's own memory is.
    rewordContent(
      text(row, column),
      (json) => JSON.parse(json) as T,
      (content) => close(content, rewording),
    ),
  update: setting(kind, 'rowid', ['content']),
});

const WALKS: readonly Walk[] = [
  {
    kind: 'mail',
    select: `SELECT id AS step_id, conversation_id, activity FROM inbox WHERE id > ? AND activity <> '{}' ORDER BY id LIMIT ?`,
    words: ['activity'],
    reword(row, column, { sealed, hidden }) {
      const purpose = text(row, 'conversation_id');
      const [close, hide] = [(words: string) => sealed(words, purpose), (address: string) => hidden(address, purpose)];
      return rewordActivity(text(row, column), close, hide);
    },
    update: setting('inbox', 'id', ['activity']),
  },
  {
    kind: 'tickets',
    select: `SELECT number AS step_id, ${TICKET_WORDS.join(', ')} FROM tickets WHERE number > ? ORDER BY number LIMIT ?`,
    words: TICKET_WORDS,
    reword: (row, column, rewording) =>
      column === 'tags'
        ? rewordContent(text(row, column), readTags, (tags) => closedTags(tags, rewording))
        : rewording.masked(text(row, column)),
    update: setting('tickets', 'number', TICKET_WORDS),
  },
  {
    kind: 'lines',
    select: `SELECT id AS step_id, conversation_id, text FROM messages
             WHERE id > ? AND NOT EXISTS (SELECT 1 FROM outbox o WHERE o.id = messages.id) ORDER BY id LIMIT ?`,
    words: ['text'],
    reword: (row, column, { sealed }) => sealed(text(row, column), text(row, 'conversation_id')),
    update: setting('messages', 'id', ['text']),
  },
  {
    kind: 'notes',
    select: `SELECT id AS step_id, ticket_id, text FROM notes WHERE id > ? ORDER BY id LIMIT ?`,
    words: ['text'],
    reword: (row, column, { sealed }) => sealed(text(row, column), text(row, 'ticket_id')),
    update: setting('notes', 'id', ['text']),
  },
  {
    kind: 'turns',
    select: `SELECT rowid AS step_id, question FROM turns WHERE rowid > ? ORDER BY rowid LIMIT ?`,
    words: ['question'],
    reword: (row, column, { masked }) => masked(text(row, column)),
    update: replacingTurn,
  },
  ofContent<Incident>('incidents', closedIncident),
  ofContent<Gap>('gaps', closedGap),
  ofContent<RuleCorrection>('corrections', closedCorrection),
  {
    kind: 'holds',
    select: `SELECT rowid AS step_id, conversation_id, reason FROM holds WHERE rowid > ? ORDER BY rowid LIMIT ?`,
    words: ['reason'],
    reword: (row, column, { sealed }) => sealed(text(row, column), text(row, 'conversation_id')),
    update: setting('holds', 'rowid', ['reason']),
  },
];

/** No row of the ledger is ever changed: the masked one takes its place, with everything else as it was. */
function replacingTurn(database: Database): string {
  const columns = database.prepare(`SELECT name FROM pragma_table_info('turns')`).all() as { name: string }[];
  const names = columns.map(({ name }) => name);
  const values = names.map((name) => (name === 'question' ? '?' : name));
  return `REPLACE INTO turns (rowid, ${names.join(', ')})
          SELECT rowid, ${values.join(', ')} FROM turns WHERE rowid = ? AND question IS ?`;
}

/** Old words in the state file. */
export function createLibsqlOldWords(database: Database): OldWords {
  async function walk(
    { select, words, reword, update }: Walk,
    rewording: Rewording,
    onStep: (count: RewordCount) => void,
  ): Promise<RewordCount> {
    const selectStep = database.prepare(select);
    const change = database.prepare(update(database));
    let count = { looked: 0, changed: 0 };
    let after = -1;
    for (;;) {
      const rows = selectStep.all(after, STEP_ROWS) as Row[];
      const last = rows.at(-1);
      if (last === undefined) return count;
      after = last.step_id;
      const changes = rows.flatMap((row) => {
        const before = words.map((column) => row[column] ?? null);
        const now = words.map((column) => (row[column] === null ? null : reword(row, column, rewording)));
        return now.every((one, index) => one === before[index]) ? [] : [[...now, row.step_id, ...before]];
      });
      const changed = changes.length === 0 ? 0 : inTransaction(database, () => sum(changes.map(runChange)));
      count = { looked: count.looked + rows.length, changed: count.changed + changed };
      onStep(count);
      await letOthersWork();
    }

    function runChange(values: readonly (string | number | null)[]): number {
      return change.run(...values).changes;
    }
  }

  return {
    async reword(rewording, onProgress) {
      const counts: [OldWordKind, RewordCount][] = [];
      for (const one of WALKS) {
        counts.push([one.kind, await walk(one, rewording, (count) => onProgress(one.kind, count))]);
      }
      // What was overwritten stands in the log until it is emptied.
      scrubFreedPages(database);
      return Object.fromEntries(counts) as Record<OldWordKind, RewordCount>; // one walk for each kind
    },
  };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
