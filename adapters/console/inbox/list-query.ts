import { z } from 'zod';
import { TICKET_VIEWS, type TicketFilter, type TicketPlace, type TicketView } from '../../../bot/ports/ticket-lists.ts';
import { tagsIn } from '../desk/tags.ts';
import { CHANNELS, PRIORITIES, TOPICS } from '../vietnamese.ts';

const DAY_MS = 24 * 3_600_000;
const AGES = { day: DAY_MS, 'three-days': 3 * DAY_MS, week: 7 * DAY_MS } as const;
const LONGEST_SEARCH = 200;

/** How long ago a ticket of a filter was opened at least. */
export type Age = keyof typeof AGES;

/** What the address of the inbox asks for. */
export interface ListQuery {
  readonly view: TicketView;
  readonly topic: TicketFilter['topic'];
  readonly channel: TicketFilter['channel'];
  readonly priority: TicketFilter['priority'];
  readonly tag: TicketFilter['tag'];
  readonly age: Age | null;
  readonly after: TicketPlace | null;
  /** Words to search for; `''`: a list is shown. */
  readonly words: string;
}

const oneOf = <T extends string>(of: Readonly<Record<T, unknown>>) =>
  z
    .enum(Object.keys(of) as [T, ...T[]]) // keys of a record by those keys
    .nullable()
    .catch(null);

const query = z.object({
  view: z.enum(TICKET_VIEWS).catch('open'),
  topic: oneOf(TOPICS),
  channel: oneOf(CHANNELS),
  priority: oneOf(PRIORITIES),
  tag: z
    .string()
    .transform((text) => tagsIn(text)?.[0] ?? null)
    .nullable()
    .catch(null),
  age: oneOf(AGES),
  after: z
    .string()
    .regex(/^\d{1,15}_[\w-]{1,100}$/)
    .transform((text): TicketPlace => {
      const [order = '', ...id] = text.split('_');
      return { order: Number(order), id: id.join('_') };
    })
    .nullable()
    .catch(null),
  q: z
    .string()
    .transform((text) => text.trim().slice(0, LONGEST_SEARCH))
    .catch(''),
});

/** Reads the query of an address; what makes no sense in it is as if it were not there. */
export function readListQuery(asked: unknown): ListQuery {
  const { q: words, ...list } = query.parse(asked);
  return { ...list, words };
}

/** The filter that a query asks for; `now` in ms since epoch. */
export function filterOf({ topic, channel, priority, tag, age }: ListQuery, now: number): TicketFilter {
  return { topic, channel, priority, tag, openedUntil: age === null ? null : now - AGES[age] };
}

/** How many conditions narrow the list. */
export function conditionsOf({ topic, channel, priority, tag, age }: ListQuery): number {
  return [topic, channel, priority, tag, age].filter((condition) => condition !== null).length;
}

/** The address of a list; what is left out is not asked for. */
export function listAddress({ after, ...asked }: Partial<Omit<ListQuery, 'words'>>): string {
  const place = after ? `${after.order}_${after.id}` : null;
  const pairs = Object.entries({ ...asked, after: place }).filter(([, value]) => value !== null);
  return `/staff/tickets?${pairs.map(([name, value]) => `${name}=${value}`).join('&')}`;
}
