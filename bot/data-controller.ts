import { controllerSentence, type DataController } from './data-controller-words.ts';
import type { TurnDecision } from './turn-decision.ts';

/** A reply about the citizen's own data, with who answers for it; every other decision as it is. */
export function withController(decision: TurnDecision, controller: DataController | undefined): TurnDecision {
  const { topic, decidedBy, reply } = decision;
  const isAboutOwnData = topic === 'privacy_request' && decidedBy.startsWith('policy:') && reply !== null;
  if (controller === undefined || !isAboutOwnData) return decision;
  return { ...decision, reply: `${reply}\n\n${controllerSentence(controller)}` };
}
