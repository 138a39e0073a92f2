import { type Activity, ActivityTypes } from 'botbuilder';
import { conversationId } from '../../bot/conversation.ts';
import type { ChannelId } from '../../bot/ports/channel.ts';
import type { Arrival } from '../../bot/ports/inbox.ts';
import { CHANNEL_EVENTS } from '../../bot/turn-input.ts';
import type { InboundEvent } from './inbound.ts';
import type { ParsedWebhook, SentEcho } from './webhook-channel.ts';

/** Sorts a webhook's events by what must be done with them and turns mail into Bot Framework activities. */
export function sortEvents(
  channel: ChannelId,
  events: readonly InboundEvent[],
): Pick<ParsedWebhook, 'arrivals' | 'echoes' | 'notices'> {
  const arrivals: Arrival[] = [];
  const echoes: SentEcho[] = [];
  let notices = 0;
  for (const event of events) {
    if (event.kind === 'echo' && event.by === 'us') {
      echoes.push({
        conversationId: conversationId(channel, event.accountId, event.citizenId),
        correlationId: event.correlationId,
        providerMessageId: event.providerMessageId,
        text: event.text,
      });
      continue;
    }
    const activity = activityOf(channel, event);
    if (activity === null || event.citizenId === null) {
      notices += 1;
      continue;
    }
    const id = conversationId(channel, event.accountId, event.citizenId);
    arrivals.push({
      key: `${channel}:${event.key}`,
      conversationId: id,
      channel,
      at: event.at,
      activity: {
        ...activity,
        id: event.key,
        channelId: channel,
        timestamp: new Date(event.at),
        from: { id: event.citizenId, name: '' },
        recipient: { id: event.accountId, name: '' },
        conversation: { id, name: '', conversationType: 'personal', isGroup: false },
        serviceUrl: channel,
      },
    });
  }
  return { arrivals, echoes, notices };
}

/** `null`: nothing for the inbox. */
function activityOf(channel: ChannelId, event: InboundEvent): Partial<Activity> | null {
  switch (event.kind) {
    case 'message': {
      if (event.standby) return { type: ActivityTypes.Event, name: CHANNEL_EVENTS.overheard, text: event.text ?? '' };
      return {
        type: ActivityTypes.Message,
        text: event.text ?? '',
        ...(event.payload === null ? {} : { value: { payload: event.payload } }),
        attachments: event.attachments.map((attachment) => ({
          contentType: attachment.type,
          ...(attachment.url === null ? {} : { contentUrl: attachment.url }),
        })),
      };
    }
    case 'echo':
      return event.by === 'person'
        ? { type: ActivityTypes.Event, name: CHANNEL_EVENTS.staffSpoke, text: event.text ?? '' }
        : null;
    case 'withdrawn':
      return { type: ActivityTypes.Event, name: CHANNEL_EVENTS.withdrawn, value: { code: event.code } };
    case 'revision':
      return {
        type: ActivityTypes.Event,
        name: event.text === null ? CHANNEL_EVENTS.takenBack : CHANNEL_EVENTS.edited,
        text: event.text ?? '',
        value: { revises: `${channel}:${event.revises}`, standby: event.standby },
      };
    case 'thread':
      return event.change === 'returned'
        ? { type: ActivityTypes.Event, name: CHANNEL_EVENTS.threadReturned }
        : { type: ActivityTypes.Event, name: CHANNEL_EVENTS.threadTaken, value: { askedBy: event.askedBy } };
    case 'reachable':
      return { type: ActivityTypes.Event, name: CHANNEL_EVENTS.reachable };
    case 'comment':
      return { type: ActivityTypes.Event, name: CHANNEL_EVENTS.commented, text: event.text };
    case 'alarm':
      return {
        type: ActivityTypes.Event,
        name: CHANNEL_EVENTS.accountAlarm,
        text: event.text,
        value: { code: event.code, over: event.over },
      };
    default:
      return null;
  }
}
