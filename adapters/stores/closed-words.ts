import type { RuleCorrection } from '../../bot/corrections/correction.ts';
import type { Gap } from '../../bot/gaps/gap.ts';
import type { Incident } from '../../bot/incidents/incident.ts';
import type { Hold } from '../../bot/ports/holds.ts';

/** How words of people of the office are kept. */
export interface ClosingWords {
  /** @param purpose binds what is sealed to one conversation, incident or ticket */
  sealed(words: string, purpose: string): string;
  masked(words: string): string;
}

/** Nobody needs the name of a child to handle what happened at a school, but must be able to call there. */
export function closedIncident(incident: Incident, { sealed, masked }: ClosingWords): Incident {
  return {
    ...incident,
    school: masked(incident.school),
    description: masked(incident.description),
    contact: sealed(incident.contact, incident.id),
    result: incident.result === null ? null : masked(incident.result),
  };
}

/** What an answer says to everybody is approved by two people; why one was not wanted is read by nobody else. */
export function closedGap({ dismissed, answers, ...gap }: Gap, words: Pick<ClosingWords, 'masked'>): Gap {
  return {
    ...gap,
    dismissed: dismissed === null ? null : { ...dismissed, reason: words.masked(dismissed.reason) },
    answers: answers.map((answer) => withClosedReason(answer, words)),
  };
}

/** Why a correction was not wanted is read by nobody else. */
export function closedCorrection(correction: RuleCorrection, words: Pick<ClosingWords, 'masked'>): RuleCorrection {
  return withClosedReason(correction, words);
}

/** Whoever is in charge reads why a citizen's words are held. */
export function closedHold(hold: Hold, { sealed }: Pick<ClosingWords, 'sealed'>): Hold {
  return { ...hold, reason: sealed(hold.reason, hold.conversationId) };
}

/** Tags of a ticket; two that are the same once masked are one. */
export function closedTags(tags: readonly string[], { masked }: Pick<ClosingWords, 'masked'>): readonly string[] {
  return [...new Set(tags.map(masked))];
}

function withClosedReason<T extends { readonly reason: string | null }>(
  decided: T,
  { masked }: Pick<ClosingWords, 'masked'>,
): T {
  return { ...decided, reason: decided.reason === null ? null : masked(decided.reason) };
}
