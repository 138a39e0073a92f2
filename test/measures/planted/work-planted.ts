import type { Stores } from '../../../adapters/stores/engine.ts';
import { handledIncident } from '../../../bot/incidents/incident.ts';
import { anIncident } from '../../builders/incidents.ts';
import type { PlantedMessage } from './planted-messages.ts';

/**
 * Staff work on open matters and repeat what they were told in everything they write to each other: notes, words to the
 * next person, notes of closing, reasons of holds, incidents. What they write to citizens is theirs to answer for.
 * @param matters on how many open matters they work, at most
 * @param told what they were told, one piece of work after the other
 * @returns what they wrote down
 */
export async function workWithPlanted(
  { records, notes, holds, incidents }: Stores,
  matters: number,
  told: () => PlantedMessage,
  at: number,
): Promise<readonly PlantedMessage[]> {
  const written: PlantedMessage[] = [];
  const say = (): string => {
    const message = told();
    written.push(message);
    return message.text;
  };
  const staffName = 'lan';
  for (const [index, { id, conversationId }] of (await records.tickets('open', '', matters)).entries()) {
    await notes.add({ ticketId: id, author: staffName, text: say(), at, mentions: ['admin'] });
    const passing = { staffName, inCharge: true, to: 'role:agent', assignee: null, note: say(), at };
    await records.transfer(id, passing);
    const reply = { staffName, authorName: 'Lan', text: 'Chào anh/chị, em đang xem ạ.', replyKey: `planted-${id}`, at };
    await records.reply(id, reply);
    if (index % 2 === 0)
      await holds.place({ conversationId, reason: say(), by: staffName, at, until: at + 86_400_000 });
    if (index % 3 === 0) await records.close(id, { staffName, note: say(), farewell: 'Chào anh/chị.', at });
    const incident = anIncident({ id: `planted-${index}`, filedAt: at, description: say() });
    await incidents.save(incident);
    await incidents.save(handledIncident(incident, staffName, say(), at));
  }
  return written;
}
