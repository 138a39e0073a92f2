import { MESSENGER, messengerItem } from '../builders/accounts.ts';
import { deliverMessengerWebhook, type GraphSimulator } from '../simulators/graph.ts';
import { createChatLines } from './chat-lines.ts';
import { follow, type SimulatedPlatform } from './simulated-platform.ts';

/** The app through which people answer in the Page's inbox (Messenger Platform, "Conversation Routing"). */
const PAGE_INBOX_APP = 263902037430900;

/** Messenger's side of a chat; `webhook` is the product's address, `newId` makes message ids. */
export function createMessengerPlatform(
  graph: GraphSimulator,
  webhook: string,
  newId: () => string,
): SimulatedPlatform {
  const lines = createChatLines();
  const deliver = (item: object) => deliverMessengerWebhook(webhook, messengerItem(item), MESSENGER.appSecret);
  const stopSent = follow(graph.sent, ({ recipientId, text, quickReplies, at }) =>
    lines.add(recipientId, { from: 'page', text, photo: null, quickReplies, at }),
  );
  const stopActions = follow(graph.actions, ({ recipientId, action }) => {
    if (action === 'typing_on') lines.typing(recipientId);
  });
  graph.echoTo(webhook);
  return {
    lines,
    citizenSays(person, { text, payload, photo }) {
      const at = Date.now();
      graph.setLastInbound(person, at);
      lines.add(person, { from: 'citizen', text, photo, quickReplies: [], at });
      const attachments = [{ type: 'image', payload: { url: `https://photo.invalid/${newId()}.jpg` } }];
      return deliver({
        sender: { id: person },
        recipient: { id: MESSENGER.pageId },
        timestamp: at,
        message: {
          mid: `m_${newId()}`,
          ...(text === '' ? {} : { text }),
          ...(payload === null ? {} : { quick_reply: { payload } }),
          ...(photo === null ? {} : { attachments }),
        },
      });
    },
    staffSays(person, text) {
      const at = Date.now();
      lines.add(person, { from: 'staff', text, photo: null, quickReplies: [], at });
      return deliver({
        sender: { id: MESSENGER.pageId },
        recipient: { id: person },
        timestamp: at,
        message: { is_echo: true, app_id: PAGE_INBOX_APP, mid: `m_${newId()}`, text },
      });
    },
    async stop() {
      stopSent();
      stopActions();
      await graph.stop();
    },
  };
}
