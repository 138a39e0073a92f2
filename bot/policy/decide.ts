import type { Priority, Topic } from '../topics.ts';
import { type Courtesy, readCourtesy } from './courtesy.ts';
import { readMessageWords } from './message-words.ts';
import { PHRASE_LISTS } from './phrase-lists.ts';
import type { ReplyId } from './replies.ts';
import { compileRuleSets, type PolicyOutcome } from './rule.ts';
import { COMPLAINT } from './rules/complaint.ts';
import { CRISIS } from './rules/crisis.ts';
import { HUMAN_REQUEST } from './rules/human-request.ts';
import { INDIVIDUAL_CASE } from './rules/individual-case.ts';
import { INJECTION } from './rules/injection.ts';
import { OUT_OF_SCOPE } from './rules/out-of-scope.ts';
import { PERSONAL_DATA } from './rules/personal-data.ts';
import { POLITICS } from './rules/politics.ts';
import { PRESS } from './rules/press.ts';
import { PRIVACY } from './rules/privacy.ts';
import { ALARMING_RUMOUR, RUMOUR } from './rules/rumour.ts';
import { SMALL_TALK } from './rules/small-talk.ts';
import { readShapes } from './shapes.ts';

/** What policy decides without documents and without a model. */
export interface PolicyDecision {
  readonly outcome: PolicyOutcome;
  readonly topic: Topic;
  /** `null`: nobody needs to look. */
  readonly priority: Priority | null;
  readonly replyId: ReplyId;
  /** Id of the rule that fired, for the ledger. */
  readonly rule: string;
}

const judgeCrisis = compileRuleSets([CRISIS], PHRASE_LISTS);
/** In order of precedence: what must not be answered by a machine goes before what merely cannot be. */
const judgeMatter = compileRuleSets(
  [
    INJECTION,
    PRESS,
    PRIVACY,
    ALARMING_RUMOUR,
    COMPLAINT,
    POLITICS,
    PERSONAL_DATA,
    HUMAN_REQUEST,
    INDIVIDUAL_CASE,
    RUMOUR,
    OUT_OF_SCOPE,
    SMALL_TALK,
  ],
  PHRASE_LISTS,
);

const COURTESY_REPLIES: Readonly<Record<Courtesy, ReplyId>> = {
  thanks: 'thanks',
  goodbye: 'goodbye',
  greeting: 'greeting',
  acknowledgement: 'acknowledgement',
};

/**
 * Decides what must be decided before any search: a child in danger first, then matters for staff, then what is
 * outside and small talk. `null`: the documents may answer.
 * @param message `context` = the same citizen's earlier messages, oldest first
 */
export function decidePolicy(message: { text: string; context: readonly string[] }): PolicyDecision | null {
  const words = readMessageWords(message.text);
  const shapes = readShapes(message.text, words, message.context);
  const crisis = judgeCrisis(words, shapes);
  if (crisis !== null) return crisis;
  const courtesy = readCourtesy(words);
  if (courtesy !== null) {
    return {
      outcome: 'chat',
      topic: 'smalltalk',
      priority: null,
      replyId: COURTESY_REPLIES[courtesy],
      rule: `courtesy.${courtesy}`,
    };
  }
  return message.text.trim() === '' ? null : judgeMatter(words, shapes);
}
