import type { Activity } from 'botbuilder';
import { SWITCHED_OFF } from './decide-turn.ts';
import { REPLIES } from './policy/replies.ts';
import { runTurn, type TurnDependencies, type TurnSource } from './run-turn.ts';
import type { TurnDecision } from './turn-decision.ts';
import { readHeard } from './turn-input.ts';

/**
 * Decides a public comment like a message, and answers it in private where there is something to say: an answer from
 * a document, the hotlines, or that staff were told. Everything else is only recorded, because most comments ask nothing.
 */
export function runComment(
  activity: Partial<Activity>,
  source: TurnSource,
  dependencies: TurnDependencies,
): Promise<'done' | 'stale'> {
  return runTurn(readHeard(activity), source, dependencies, inPrivate);
}

function inPrivate(decision: TurnDecision): TurnDecision {
  const { outcome, reply, priority } = decision;
  if (decision.decidedBy === SWITCHED_OFF) {
    return { ...decision, reply: null, notice: undefined, ticket: null, owner: 'bot' };
  }
  const plain = { ...decision, quickReplies: [] };
  if (reply === null || outcome === 'crisis') return plain;
  if (outcome === 'answered' || outcome === 'escalated') {
    return { ...plain, reply: `${REPLIES.commentIntroduction}\n\n${reply}` };
  }
  return { ...plain, reply: null, ticket: priority === null ? null : decision.ticket };
}
