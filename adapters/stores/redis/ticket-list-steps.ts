import type { Ticket } from '../../../bot/conversation.ts';
import { ticketOrder } from '../../../bot/handover.ts';
import { searchWords } from '../../../bot/search-words.ts';
import { owedAt } from '../../../bot/ticket-facts.ts';
import type { Step } from './apply-changes.ts';

/**
 * Steps that put a ticket where the lists of staff look for it: `list:open`, `list:unassigned`, `list:crisis` and
 * `list:held:<staff>` in the order of the list, `list:owed` by when staff owe words; `list:opened`,
 * `list:topic:<topic>`, `list:channel:<channel>`, `list:priority:<priority>` and `list:tag:<tag>` for filters; `list:numbers` by number.
 * Closed ones are found by `tickets:closed`. Also the words that the ticket itself has.
 * @param before as it is stored now
 */
export function ticketListSteps(before: Ticket | null, ticket: Ticket): readonly Step[] {
  const { id, assignee, priority, topic } = ticket;
  const owed = owedAt(ticket);
  const open = ticket.state !== 'closed';
  const order = ticketOrder(ticket);
  const place = (list: string, score: number | null, isThere: boolean): Step =>
    isThere && score !== null ? ['call', 'ZADD', list, String(score), id] : ['call', 'ZREM', list, id];
  const kind = (name: string, now: string | null, was: string | null | undefined): readonly Step[] => [
    ...(was && was !== now ? [['call', 'SREM', `list:${name}:${was}`, id] as const] : []),
    ...(now === null ? [] : [['call', 'SADD', `list:${name}:${now}`, id] as const]),
  ];
  return [
    place('list:open', order, open),
    place('list:unassigned', order, open && assignee === null),
    place('list:crisis', order, open && priority === 'urgent'),
    place('list:owed', owed, owed !== null),
    ...(before?.assignee && before.assignee !== assignee ? [place(`list:held:${before.assignee}`, null, false)] : []),
    ...(assignee === null ? [] : [place(`list:held:${assignee}`, order, open)]),
    place('list:opened', ticket.openedAt, true),
    ...kind('topic', topic, before?.topic),
    ...kind('channel', ticket.channel, before?.channel),
    ...kind('priority', priority, before?.priority),
    ...(before?.tags ?? [])
      .filter((tag) => !ticket.tags.includes(tag))
      .map((tag): Step => ['call', 'SREM', `list:tag:${tag}`, id]),
    ...ticket.tags.map((tag): Step => ['call', 'SADD', `list:tag:${tag}`, id]),
    ['call', 'HSET', 'list:numbers', String(ticket.number), id],
    wordStep(ticket, String(ticket.number), ticket.question, ticket.closingNote),
  ];
}

/** The step by which a ticket is found by the words of more texts. */
export function wordStep({ number }: Pick<Ticket, 'number'>, ...texts: readonly (string | null)[]): Step {
  return ['words', number, ...searchWords(...texts)];
}

/**
 * Steps by which a ticket is found by these lines and its own words alone, whatever it was found by before.
 * @param lines texts of its period's transcript
 */
export function rewordSteps(ticket: Ticket, lines: readonly string[]): readonly Step[] {
  return [
    ['forget', ticket.number],
    wordStep(ticket, String(ticket.number), ticket.question, ticket.closingNote, ...lines),
  ];
}
