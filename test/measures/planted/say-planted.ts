import { randomUUID } from 'node:crypto';
import { ZALO, zaloText } from '../../builders/accounts.ts';
import type { MessengerProduct } from '../../builders/messenger-product.ts';
import { createPageVisitor } from '../../builders/page-visitor.ts';
import { deliverZaloWebhook, type ZaloSimulator } from '../../simulators/zalo.ts';

const MESSAGES_EACH = 4;

/** Gives the function by which citizens say the `index`th message; of ten, five write on Messenger, three on Zalo, two on the web. */
export function createPlantedCitizens(
  product: MessengerProduct,
  zalo: ZaloSimulator,
): (index: number, text: string) => Promise<void> {
  const { running, newPerson } = product;
  const people = new Map<string, string>();
  const visitors = new Map<string, ReturnType<typeof createPageVisitor>>();

  async function postOnTheWeb(person: string, text: string): Promise<number> {
    const known = visitors.get(person) ?? createPageVisitor(running.url);
    if (!visitors.has(person)) await known.get('/');
    visitors.set(person, known);
    return (await known.post('/chat/messages', { key: randomUUID(), text })).status;
  }

  return async (index, text) => {
    const channel = index % 10 < 5 ? 'messenger' : index % 10 < 8 ? 'zalo' : 'web';
    // Kinds of messages and people go round at different paces, so that each person brings several kinds.
    const person = `${channel} ${index % 10} ${Math.floor(index / (10 * MESSAGES_EACH))}`;
    let status: number;
    if (channel === 'messenger') {
      const psid = people.get(person) ?? newPerson();
      people.set(person, psid);
      status = await product.say(psid, `planted-${index}`, text);
    } else if (channel === 'zalo') {
      const userId = people.get(person) ?? `31${String(people.size + 1).padStart(17, '0')}`;
      people.set(person, userId);
      zalo.setLastInteraction(userId, Date.now());
      status = await deliverZaloWebhook(
        `${running.url}/webhooks/zalo`,
        zaloText({ messageId: `planted-${index}`, text, userId }),
        ZALO,
      );
    } else status = await postOnTheWeb(person, text);
    if (status >= 300) throw new Error(`A message on ${channel} was refused with ${status}.`);
  };
}
