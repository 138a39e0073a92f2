import { decidePolicy, type PolicyDecision } from './decide.ts';
import { readMessageWords } from './message-words.ts';

/** Fewer words beside a thank-you («dạ», «anh nhé») ask nothing. */
const LEAST_WORDS_OF_QUESTION = 4;

/**
 * Decides messages sent in quick succession, one a line of `text`. They are understood as a whole, and every line on
 * its own as well: thanks or a question beside it hides neither a child in danger nor a complaint. The gravest wins, and
 * of two equally grave the whole.
 * @param context the same citizen's earlier messages, oldest first
 * @returns `null` where the documents may answer
 */
export function decideBurst(text: string, context: readonly string[]): PolicyDecision | null {
  const whole = decidePolicy({ text, context });
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  if (whole?.outcome === 'crisis' || lines.length < 2) return whole;
  let gravest = { decision: whole, gravity: gravityOf(whole) };
  for (const line of lines) {
    const decision = decidePolicy({ text: line, context });
    if (decision === null && readMessageWords(line).words.length < LEAST_WORDS_OF_QUESTION) continue;
    const gravity = gravityOf(decision);
    if (gravity > gravest.gravity) gravest = { decision, gravity };
  }
  return gravest.decision;
}

/** A child in danger, matters for staff by priority, questions of any kind, courtesies. */
function gravityOf(decision: PolicyDecision | null): number {
  switch (decision?.outcome) {
    case 'crisis':
      return 4;
    case 'escalated':
      return decision.priority === 'normal' ? 2 : 3;
    case 'chat':
      return 0;
    default:
      return 1;
  }
}
