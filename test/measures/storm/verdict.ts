import { splitText } from '../../../adapters/channels/split-text.ts';
import type { Database } from '../../../adapters/stores/libsql/database.ts';
import type { Storm } from './storm-messages.ts';

/** What went wrong; all of it must be zero. */
export interface StormFaults {
  /** Accepted messages that no turn worked on. */
  readonly lost: number;
  /** Messages that stand twice in the inbox or in more than one turn. */
  readonly workedTwice: number;
  /** Turns with a reply whose row was neither sent nor held. */
  readonly unanswered: number;
  /** Replies recorded as sent that the platform never took. */
  readonly missing: number;
  /** Replies that the platform took more than once, or that nobody recorded. */
  readonly sentTwice: number;
  /** Citizens who got replies in another order than they were decided in. */
  readonly repliesOutOfOrder: number;
  /** Messages that were worked on after a younger one of the same citizen although they had come in before. */
  readonly turnsOutOfOrder: number;
  /** Calls that a platform refused because the window was closed. */
  readonly outsideWindow: number;
}

export interface StormCounts {
  readonly messages: number;
  readonly turns: number;
  readonly replies: number;
  readonly sent: number;
  /** Replies kept back because the window was closed. */
  readonly held: number;
}

/** What the platforms took, in order, and how often they refused for a closed window. */
export interface PlatformMemory {
  readonly taken: ReadonlyMap<string, readonly string[]>;
  readonly windowRefusals: number;
}

interface InboxRow {
  readonly id: number;
  readonly key: string;
  readonly conversation_id: string;
  readonly state: string;
  readonly at: number;
  readonly received_at: number;
}

/** A message of ours: what became of it, and its words. */
export interface SendRow {
  readonly conversation_id: string;
  readonly state: string;
  readonly text: string;
}

/** Holds the state file and the platforms' memory against what was delivered. */
export function judgeStorm(
  storm: Storm,
  database: Database,
  platforms: PlatformMemory,
): { readonly counts: StormCounts; readonly faults: StormFaults } {
  const inbox = database
    .prepare('SELECT id, key, conversation_id, state, at, received_at FROM inbox ORDER BY at, id')
    .all() as InboxRow[];
  const turns = database.prepare('SELECT turn_id, at, item_ids, reply FROM turns').all() as {
    turn_id: string;
    at: number;
    item_ids: string;
    reply: string | null;
  }[];
  const rows = database
    .prepare(
      'SELECT o.conversation_id, o.correlation_id, o.state, m.text FROM outbox o JOIN messages m ON m.id = o.id ORDER BY o.id',
    )
    .all() as (SendRow & { readonly correlation_id: string })[];

  const turnTimes = new Map<number, number[]>();
  for (const turn of turns) {
    for (const id of JSON.parse(turn.item_ids) as number[]) turnTimes.set(id, [...(turnTimes.get(id) ?? []), turn.at]);
  }
  const inState = (state: string) => rows.filter((row) => row.state === state).length;
  const keys = new Set(inbox.filter((row) => row.state === 'done' && turnTimes.has(row.id)).map((row) => row.key));
  const replied = turns.filter((turn) => turn.reply !== null);
  // Notices to those who wait are rows too, so each reply is looked for by its turn.
  const leaves = new Set(
    rows.filter(({ state }) => state === 'sent' || state === 'held').map((row) => row.correlation_id),
  );
  return {
    counts: {
      messages: keys.size,
      turns: turns.length,
      replies: replied.length,
      sent: inState('sent'),
      held: inState('held'),
    },
    faults: {
      lost: storm.messages.filter((message) => !keys.has(message.key)).length,
      workedTwice:
        inbox.length -
        new Set(inbox.map((row) => row.key)).size +
        [...turnTimes.values()].filter((times) => times.length > 1).length,
      unanswered: replied.filter(({ turn_id }) => !leaves.has(`turn:${turn_id}:0`)).length,
      ...compareReplies(rows, platforms.taken),
      turnsOutOfOrder: countOvertaken(inbox, turnTimes),
      outsideWindow: platforms.windowRefusals,
    },
  };
}

/** Walks what each citizen got along what was recorded as sent to them; `rows` in the order of deciding. */
export function compareReplies(
  rows: readonly SendRow[],
  taken: PlatformMemory['taken'],
): Pick<StormFaults, 'missing' | 'sentTwice' | 'repliesOutOfOrder'> {
  const expected = new Map<string, string[]>();
  for (const row of rows.filter(({ state }) => state === 'sent')) {
    expected.set(row.conversation_id, [...(expected.get(row.conversation_id) ?? []), ...splitText(row.text)]);
  }
  let missing = 0;
  let sentTwice = 0;
  let repliesOutOfOrder = 0;
  for (const conversation of new Set([...expected.keys(), ...taken.keys()])) {
    const wanted = expected.get(conversation) ?? [];
    const got = taken.get(conversation) ?? [];
    // A channel may add a line of its own at the end, such as the way to staff.
    const inOrder = wanted.every((piece, index) => got[index]?.startsWith(piece));
    if (got.length > wanted.length) sentTwice += got.length - wanted.length;
    else if (got.length < wanted.length) missing += wanted.length - got.length;
    else if (!inOrder) repliesOutOfOrder += 1;
  }
  return { missing, sentTwice, repliesOutOfOrder };
}

/** Rows come in the order of writing; a row is overtaken when a younger one's turn was earlier, though both were there. */
function countOvertaken(inbox: readonly InboxRow[], turnTimes: ReadonlyMap<number, readonly number[]>): number {
  const byCitizen = new Map<string, InboxRow[]>();
  for (const row of inbox) {
    const rows = byCitizen.get(row.conversation_id) ?? [];
    rows.push(row);
    byCitizen.set(row.conversation_id, rows);
  }
  let overtaken = 0;
  for (const rows of byCitizen.values()) {
    let earliestYounger = Number.POSITIVE_INFINITY;
    for (const row of rows.toReversed()) {
      const at = turnTimes.get(row.id)?.[0] ?? Number.POSITIVE_INFINITY;
      if (earliestYounger < at && row.received_at < earliestYounger) overtaken += 1;
      earliestYounger = Math.min(earliestYounger, at);
    }
  }
  return overtaken;
}
