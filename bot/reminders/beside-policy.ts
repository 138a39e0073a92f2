import type { PolicyDecision } from '../policy/decide.ts';
import type { Topic } from '../topics.ts';
import type { TurnDecision } from '../turn-decision.ts';

/** What the classifier takes a wish to be reminded for. */
const MISTAKEN: ReadonlySet<Topic> = new Set<Topic>([
  'individual_case',
  'human_request',
  'privacy_request',
  'personal_data',
  'out_of_scope',
  'smalltalk',
]);

/**
 * Policy stands above reminders: every rule, and whatever the classifier finds of danger, complaints or press. It is not
 * followed where it takes a plain wish for a case or small talk; and only rules stand above the few closed words that
 * withdraw consent.
 */
export function besideReminder(policy: PolicyDecision | null, decision: TurnDecision): PolicyDecision | null {
  if (policy === null || !policy.rule.startsWith('classifier:')) return policy;
  return decision.reminder?.kind === 'withdrawn' || MISTAKEN.has(policy.topic) ? null : policy;
}
