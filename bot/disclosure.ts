import { controllerSentence, type DataController } from './data-controller-words.ts';
import { REPLIES } from './policy/replies.ts';
import type { Outcome } from './topics.ts';

/**
 * Adds the sentence that tells people they talk to a machine (AI Law 134/2025/QH15), that their words are kept and how
 * to have them erased. It opens a reply, except that in a crisis the hotlines come first. A reply that says itself that
 * a machine speaks is only followed by what is kept.
 * @param controller who answers for the data; told where somebody can be asked about them
 */
export function disclose(reply: string, outcome: Outcome, controller?: DataController): string {
  const whom =
    controller === undefined || controller.contact === null
      ? ''
      : ` ${controllerSentence({ ...controller, address: null })}`;
  if (reply.includes('trợ lý tự động')) return `${reply}\n\n${REPLIES.disclosureOfKeeping}${whom}`;
  const sentence = `${REPLIES.disclosure}${whom}`;
  return outcome === 'crisis' ? `${reply}\n\n${sentence}` : `${sentence}\n\n${reply}`;
}
