import { randomUUID } from 'node:crypto';
import { ZALO, zaloText } from '../../builders/accounts.ts';
import { type MessengerProduct, messengerEvent } from '../../builders/messenger-product.ts';
import { createPageVisitor } from '../../builders/page-visitor.ts';
import { deliverZaloWebhook, type ZaloSimulator } from '../../simulators/zalo.ts';
import type { PlantedMessage } from './planted-messages.ts';

const MESSAGES_EACH = 4;
/** Of every so many people one also sends a file, a place, and other words for what they said. */
const PEOPLE_A_FILE = 5;

/** What citizens say and send. */
export interface PlantedCitizens {
  /** Says the `index`th message; of ten, five come on Messenger, three on Zalo, two on the web. */
  say(index: number, said: Pick<PlantedMessage, 'text' | 'alone'>): Promise<void>;
  /** Some people on Messenger send files whose names tell of them, where they are, and correct what they wrote. */
  sendFiles(told: () => PlantedMessage): Promise<readonly PlantedMessage[]>;
}

export function createPlantedCitizens(product: MessengerProduct, zalo: ZaloSimulator): PlantedCitizens {
  const { running, newPerson } = product;
  const people = new Map<string, string>();
  const visitors = new Map<string, ReturnType<typeof createPageVisitor>>();
  /** The last message of each person on Messenger. */
  const lastSaid = new Map<string, string>();

  async function postOnTheWeb(person: string, text: string): Promise<number> {
    const known = visitors.get(person) ?? createPageVisitor(running.url);
    if (!visitors.has(person)) await known.get('/');
    visitors.set(person, known);
    return (await known.post('/chat/messages', { key: randomUUID(), text })).status;
  }

  async function say(index: number, { text, alone }: Pick<PlantedMessage, 'text' | 'alone'>): Promise<void> {
    const channel = index % 10 < 5 ? 'messenger' : index % 10 < 8 ? 'zalo' : 'web';
    // Kinds of messages and people go round at different paces, so that each person brings several kinds.
    const person = alone
      ? `${channel} ${index} alone`
      : `${channel} ${index % 10} ${Math.floor(index / (10 * MESSAGES_EACH))}`;
    const messageId = `planted-${randomUUID()}`;
    let status: number;
    if (channel === 'messenger') {
      const psid = people.get(person) ?? newPerson();
      people.set(person, psid);
      lastSaid.set(psid, messageId);
      status = await product.say(psid, messageId, text);
    } else if (channel === 'zalo') {
      const userId = people.get(person) ?? `31${String(people.size + 1).padStart(17, '0')}`;
      people.set(person, userId);
      zalo.setLastInteraction(userId, Date.now());
      status = await deliverZaloWebhook(`${running.url}/webhooks/zalo`, zaloText({ messageId, text, userId }), ZALO);
    } else status = await postOnTheWeb(person, text);
    if (status >= 300) throw new Error(`A message on ${channel} was refused with ${status}.`);
  }

  async function sendFiles(told: () => PlantedMessage): Promise<readonly PlantedMessage[]> {
    const sent: PlantedMessage[] = [];
    const deliver = async (psid: string, fields: object, planted: readonly string[]) => {
      sent.push({ text: '', planted });
      const status = await product.deliver(messengerEvent(psid, fields));
      if (status >= 300) throw new Error(`An event on Messenger was refused with ${status}.`);
    };
    for (const [index, [psid, mid]] of [...lastSaid].entries()) {
      if (index % PEOPLE_A_FILE > 0) continue;
      const place = { lat: Number(`21.0${100_003 + index}`), long: Number(`105.8${100_007 + index}`) };
      const file = `don-xin-hoc-0912${100_000 + index}-gia-han`;
      const url = `https://cdn.example.org/${file}.pdf`;
      await deliver(psid, { message: { mid: `${mid}-file`, attachments: [{ type: 'file', payload: { url } }] } }, [
        file,
      ]);
      await deliver(
        psid,
        { message: { mid: `${mid}-place`, attachments: [{ type: 'location', payload: { coordinates: place } }] } },
        [String(place.lat), String(place.long)],
      );
      const { text, planted } = told();
      await deliver(psid, { message_edit: { mid, text, num_edit: '1' } }, planted);
    }
    return sent;
  }

  return { say, sendFiles };
}
