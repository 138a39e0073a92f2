import type { TicketFilter, TicketLists, TicketView } from '../../../bot/ports/ticket-lists.ts';
import { TICKET_VIEWS } from '../../../bot/ports/ticket-lists.ts';
import type { Database } from './database.ts';
import { toTicket } from './rows.ts';
import { OWED_AT, OWES } from './ticket-indexes.ts';
import { selectTicketsWith, wordParameters } from './ticket-words.ts';

/** Which tickets a view has, the index that answers it, and by what they stand in order. */
interface View {
  /** Named to SQLite, which might else prefer an index after which it must sort. */
  readonly index: string;
  readonly where: string;
  readonly order: string;
  readonly newestFirst?: boolean;
}

const VIEWS: Readonly<Record<TicketView, View>> = {
  mine: { index: 'tickets_held', where: `state <> 'closed' AND assignee = :staffName`, order: 'list_order' },
  unassigned: { index: 'tickets_held', where: `state <> 'closed' AND assignee IS NULL`, order: 'list_order' },
  crisis: { index: 'tickets_crisis', where: `state <> 'closed' AND priority = 'urgent'`, order: 'list_order' },
  overdue: { index: 'tickets_owing', where: `${OWES} AND ${OWED_AT} <= :now`, order: OWED_AT },
  open: { index: 'tickets_open', where: `state <> 'closed'`, order: 'list_order' },
  closed: { index: 'tickets_done', where: `state = 'closed'`, order: 'closed_at', newestFirst: true },
};

/** Matters of the press are for those who may see them, and for who holds one, to pass it on. */
const OPEN_AND_READABLE = `(topic IS NOT 'press' OR assignee = :staffName)`;
const CLOSED_AND_READABLE = `topic IS NOT 'press'`;
const readableIn = (view: TicketView) => (view === 'closed' ? CLOSED_AND_READABLE : OPEN_AND_READABLE);

const FILTERS: Readonly<Record<keyof TicketFilter, string>> = {
  topic: 'topic = :topic',
  channel: 'channel = :channel',
  priority: 'priority = :priority',
  tag: `tags <> '[]' AND EXISTS (SELECT 1 FROM json_each(tags) WHERE value = :tag)`,
  openedUntil: 'opened_at <= :openedUntil',
};

/** Tickets as staff look for them in the state file, from the indexes and the full text that its triggers keep. */
export function createLibsqlTicketLists(database: Database): TicketLists {
  return {
    async page({ view, reader, now, filter, after, limit }) {
      const { index, where, order, newestFirst = false } = VIEWS[view];
      const asked = Object.entries(filter).filter(([, value]) => value !== null);
      const conditions = [
        where,
        ...(reader.press ? [] : [readableIn(view)]),
        ...asked.map(([name]) => FILTERS[name as keyof TicketFilter]), // keys of a filter
        ...(after === null ? [] : [`(${order}, id) ${newestFirst ? '<' : '>'} (:order, :id)`]),
      ];
      const direction = newestFirst ? 'DESC' : 'ASC';
      const rows = database
        .prepare(
          `SELECT *, ${order} AS place FROM tickets INDEXED BY ${index} WHERE ${conditions.join(' AND ')}
           ORDER BY ${order} ${direction}, id ${direction} LIMIT :limit`,
        )
        .all({ staffName: reader.staffName, now, ...Object.fromEntries(asked), ...after, limit: limit + 1 }) as {
        place: number;
      }[];
      const tickets = rows.slice(0, limit).map(toTicket);
      const last = tickets.at(-1);
      const place = rows[limit - 1]?.place;
      const more = rows.length > limit && last !== undefined && place !== undefined;
      return { tickets, next: more ? { order: place, id: last.id } : null };
    },

    async counts({ staffName, press }, now) {
      const columns = TICKET_VIEWS.map((view) => {
        const { index, where } = VIEWS[view];
        return `(SELECT COUNT(*) FROM tickets INDEXED BY ${index} WHERE ${where}${press ? '' : ` AND ${readableIn(view)}`}) AS ${view}`;
      });
      const row = database.prepare(`SELECT ${columns.join(', ')}`).get({ staffName, now }) as Record<
        TicketView,
        number
      >;
      return Object.fromEntries(TICKET_VIEWS.map((view) => [view, row[view]])) as typeof row;
    },

    async search(words, { staffName, press }, limit) {
      if (words.length === 0) return [];
      const rows = database
        .prepare(
          `SELECT * FROM tickets WHERE number IN (${selectTicketsWith(words)})
           ${press ? '' : `AND (${CLOSED_AND_READABLE} OR (assignee = :staffName AND state <> 'closed'))`} ORDER BY number DESC LIMIT :limit`,
        )
        .all({ ...wordParameters(words), staffName, limit });
      return rows.map(toTicket);
    },
  };
}
