import { ZALO, zaloText } from '../builders/accounts.ts';
import { deliverZaloWebhook, type ZaloSimulator } from '../simulators/zalo.ts';
import { createChatLines } from './chat-lines.ts';
import { follow, type SimulatedPlatform } from './simulated-platform.ts';

const STAFF_ID = '5000000000000000001';

/** Zalo's side of a chat; `webhook` is the product's address, `newId` makes message ids. */
export function createZaloPlatform(zalo: ZaloSimulator, webhook: string, newId: () => string): SimulatedPlatform {
  const lines = createChatLines();
  const stopSent = follow(zalo.sent, ({ userId, text, at }) =>
    lines.add(userId, { from: 'page', text, photo: null, quickReplies: [], at }),
  );
  zalo.echoTo(webhook);
  return {
    lines,
    citizenSays(person, { text, photo }) {
      const at = Date.now();
      zalo.setLastInteraction(person, at);
      lines.add(person, { from: 'citizen', text, photo, quickReplies: [], at });
      const messageId = newId();
      const written = zaloText({ messageId, text, userId: person, at });
      if (photo === null) return deliverZaloWebhook(webhook, written, ZALO);
      const url = `https://photo.invalid/${messageId}.jpg`;
      const message = {
        msg_id: messageId,
        ...(text === '' ? {} : { text }),
        attachments: [{ type: 'image', payload: { url, thumbnail: url } }],
      };
      return deliverZaloWebhook(webhook, { ...written, event_name: 'user_send_image', message }, ZALO);
    },
    staffSays(person, text) {
      const at = Date.now();
      lines.add(person, { from: 'staff', text, photo: null, quickReplies: [], at });
      const echo = {
        app_id: ZALO.appId,
        sender: { id: ZALO.oaId, admin_id: STAFF_ID },
        recipient: { id: person },
        event_name: 'oa_send_text',
        message: { text, msg_id: newId() },
        timestamp: String(at),
      };
      return deliverZaloWebhook(webhook, echo, ZALO);
    },
    async stop() {
      stopSent();
      await zalo.stop();
    },
  };
}
