import type { Activity } from 'botbuilder';
import { z } from 'zod';
import { commitEvent, type EventChange } from './commit-event.ts';
import { announceErasure, eraseCitizen, erasureCode } from './erase-citizen.ts';
import { NOTES_TO_STAFF } from './notes-to-staff.ts';
import { decidePolicy } from './policy/decide.ts';
import type { HeardLine, TicketChange } from './ports/records.ts';
import type { TurnDependencies, TurnSource } from './run-turn.ts';
import { CHANNEL_EVENTS } from './turn-input.ts';

/**
 * Writes what an event other than a message changes: a person who wrote from the platform's own inbox or took the
 * thread there takes the conversation over, an overheard message is only recorded, a withdrawal erases what is kept of
 * the citizen, a limit of our account becomes an urgent ticket.
 * @returns `stale` when another worker was faster
 */
export async function runEvent(
  activity: Partial<Activity>,
  source: TurnSource,
  dependencies: TurnDependencies,
): Promise<'done' | 'stale'> {
  const { records, live, now, newId } = dependencies;
  if (activity.name === CHANNEL_EVENTS.withdrawn) {
    const named = withdrawalValue.parse(activity.value ?? {}).code;
    const request = {
      ...source,
      at: now(),
      requestedBy: 'platform',
      code: named ?? erasureCode(newId()),
      confirm: false,
      staffLookForUnknown: named !== undefined,
    } as const;
    const outcome = await eraseCitizen(request, records);
    return outcome === 'stale' ? 'stale' : announceErasure(source.conversationId, live);
  }
  const conversation = await records.conversation(source.conversationId);
  const ticket = conversation?.ticketId ? await records.ticket(conversation.ticketId) : null;
  const { key } = source.fragments[0] ?? {};
  const change = changeOf(activity, {
    owner: conversation?.owner ?? 'bot',
    unclaimed: ticket === null || ticket.assignee === null,
    at: source.fragments[0]?.at ?? now(),
    ...(key === undefined ? {} : { key }),
  });
  const result = await commitEvent({ ...change, seen: { conversation, ticket } }, source, dependencies);
  if (result === 'done' && activity.name === CHANNEL_EVENTS.accountAlarm) {
    dependencies.onAccountAlarm(source.channel, alarmValue.parse(activity.value).code);
  }
  return result;
}

/** The platform's own code for the request, where it gives the citizen one. */
const withdrawalValue = z.object({ code: z.string().optional() });
const alarmValue = z.object({ code: z.string(), over: z.boolean() });

interface Present {
  readonly owner: EventChange['owner'];
  /** Nobody of the console answers here. */
  readonly unclaimed: boolean;
  readonly at: number;
  readonly key?: string;
}

function changeOf({ name, text = '', value }: Partial<Activity>, { owner, unclaimed, ...mark }: Present): EventChange {
  const nothing: EventChange = { heard: [], ticket: null, owner, lastInboundAt: null };
  const line = (author: HeardLine['author'], words: string): readonly HeardLine[] => [{ author, text: words, ...mark }];
  switch (name) {
    case CHANNEL_EVENTS.staffSpoke:
      return {
        ...nothing,
        heard: line('staff', text === '' ? NOTES_TO_STAFF.attachment : text),
        ticket: ticketFor(NOTES_TO_STAFF.spokeInPageInbox),
        owner: 'staff',
      };
    case CHANNEL_EVENTS.threadTaken:
      return {
        ...nothing,
        ticket: ticketFor(NOTES_TO_STAFF.claimedInPageInbox),
        owner: 'staff',
      };
    case CHANNEL_EVENTS.threadReturned:
      return { ...nothing, owner: owner === 'staff' && unclaimed ? 'bot' : owner };
    case CHANNEL_EVENTS.reachable:
      return { ...nothing, lastInboundAt: mark.at };
    case CHANNEL_EVENTS.accountAlarm:
      return {
        ...nothing,
        heard: line('bot', text),
        ticket: alarmValue.parse(value).over ? null : { ...ticketFor(text), priority: 'urgent' },
      };
    case CHANNEL_EVENTS.overheard:
      return {
        ...nothing,
        heard: text === '' ? [] : line('citizen', text),
        ticket: ticketForDanger(text),
        lastInboundAt: mark.at,
      };
    default:
      return { ...nothing, heard: text === '' ? [] : line('citizen', text) };
  }
}

function ticketFor(question: string): TicketChange {
  return { kind: 'open', topic: null, priority: 'normal', question };
}

/** A message that another app answers is none of ours, except that nobody may overlook a child in danger. */
function ticketForDanger(text: string): TicketChange | null {
  const policy = decidePolicy({ text, context: [] });
  return policy?.outcome === 'crisis'
    ? { kind: 'open', topic: policy.topic, priority: 'urgent', question: text }
    : null;
}
