import { ActivityTypes } from 'botbuilder';
import { conversationId } from '../../bot/conversation.ts';
import type { Arrival } from '../../bot/ports/inbox.ts';

/** An arrival of a text message on the web chat; state only the fields in question. */
export function anArrival(
  fields: Partial<Arrival> & { readonly citizen?: string; readonly text?: string } = {},
): Arrival {
  const id = fields.conversationId ?? conversationId('web', 'web', fields.citizen ?? 'an');
  return {
    key: fields.key ?? 'key-1',
    conversationId: id,
    channel: fields.channel ?? 'web',
    at: fields.at ?? 1_000,
    activity: fields.activity ?? {
      type: ActivityTypes.Message,
      channelId: 'web',
      text: fields.text ?? 'Học phí lớp 1 bao nhiêu ạ?',
      from: { id: fields.citizen ?? 'an', name: '' },
      recipient: { id: 'web', name: '' },
      conversation: { id, name: '', conversationType: 'personal', isGroup: false },
      serviceUrl: 'web',
    },
  };
}
