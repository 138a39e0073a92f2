import type { Conversation } from '../conversation.ts';
import { REPLIES } from '../policy/replies.ts';
import { chat, SILENT, type TurnDecision } from '../turn-decision.ts';
import { climb, isBrief, isSilenced, type Offence, type Rung, standingAt } from './ladder.ts';

const WORDS: Readonly<Record<Rung, string>> = {
  1: REPLIES.abuseTone,
  2: REPLIES.abuseFirm,
  3: REPLIES.abuseQuietHour,
  4: REPLIES.abuseQuietDay,
};

/** What a decision says of the message, where it is misuse. */
const OFFENCES: Readonly<Record<string, Offence>> = {
  'policy:abuse.insult': 'insult',
  'policy:abuse.advert': 'advert',
  repeat: 'repeat',
  flood: 'flood',
};

/** What is said to the same words once more; the ladder puts its own in their place. */
export const REPEATED: TurnDecision = chat('repeat', REPLIES.abuseTone);

/** Replies of policy that say nothing a citizen needs. */
const IDLE_POLICY = /^policy:(?:chat|scope|injection)\.|^policy:classifier:(?:smalltalk|out_of_scope|injection)$/u;

/**
 * Leads a citizen who misuses the page one rung up, and says what that rung says, once. Only what decided nothing else
 * gets here: whatever asks for people, tells of danger or needs the documents is decided as ever.
 * @param conversation with the standing as it was before this message
 */
export function onLadder(
  decision: TurnDecision,
  conversation: Pick<Conversation, 'abuse' | 'owner'> | null,
  at: number,
): TurnDecision {
  const before = conversation?.abuse ?? null;
  const standing = standingAt(before, at);
  if (decision.ticket !== null || decision.owner !== 'bot' || (conversation?.owner ?? 'bot') !== 'bot') return decision;
  const offence = OFFENCES[decision.decidedBy];
  if (offence === undefined) {
    const isIdle = isBrief(standing, at) && IDLE_POLICY.test(decision.decidedBy) && decision.reply !== null;
    return isIdle ? { ...decision, reply: REPLIES.abuseBrief } : decision;
  }
  if (isSilenced(standing, at)) {
    return { ...decision, ...SILENT, notice: undefined, decidedBy: `abuse:silent ${offence}` };
  }
  // Who was asked to slow down a moment ago is still in the same flood.
  if (decision.reply === null) return decision;
  const abuse = climb(before, at);
  // Where it came to no silence, a first flood has words of its own.
  const reply = offence === 'flood' && abuse.rung === 1 ? decision.reply : WORDS[abuse.rung];
  return { ...decision, reply, abuse, decidedBy: `abuse:${abuse.rung} ${offence}` };
}
