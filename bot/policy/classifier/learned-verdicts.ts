import type { Verdict } from '../rule.ts';
import type { Matter } from './matters.ts';

/** What the classifier decides: the same as the rules of its topic. */
export type LearnedVerdict = Verdict & {
  /** `classifier:` and the topic, for the ledger. */
  readonly rule: string;
};

/** Matters of a child in danger; a mistake between them costs little, so they count together. */
export const CHILD_IN_DANGER = ['harm-to-child', 'self-harm', 'missing-child'] as const;

/**
 * Least share of a child in danger, of three matters together: a missed child is worse than a false alarm, but an
 * ordinary question must not wake anybody (`CARD.md`).
 */
export const LEAST_CRISIS_SHARE = 0.55;

/** The same where the message holds words of rules («quy định», «bị phạt»), as a cry for help seldom does. */
export const LEAST_CRISIS_SHARE_OF_RULE = 0.75;

/** A rule of a child in danger is not followed where the classifier believes less than this. */
export const SHARE_TO_DOUBT_RULE = 0.2;

/** Another rule is not followed where the classifier believes at least this much in a question for the documents. */
export const SURE_QUESTION_SHARE = 0.9;

interface LearnedMatter extends Verdict {
  /** Least share that is acted on; `CARD.md` says what it costs. */
  readonly least: number;
}

/** What follows from each matter that is not left to the documents. */
export const LEARNED_VERDICTS: Readonly<Record<Exclude<Matter, 'rule-question'>, LearnedMatter>> = {
  'self-harm': crisis('crisisSelfHarm'),
  'missing-child': crisis('crisisMissing'),
  'harm-to-child': crisis('crisisAdult'),
  complaint: escalated('complaint_denunciation', 'complaint', 'high'),
  press: escalated('press', 'press', 'high'),
  politics: escalated('politics_state', 'politics'),
  'others-data': escalated('personal_data', 'othersData'),
  'own-data': escalated('personal_data', 'personalData'),
  privacy: escalated('privacy_request', 'privacy'),
  'human-request': escalated('human_request', 'humanRequest'),
  'individual-case': escalated('individual_case', 'individualCase'),
  rumour: { outcome: 'abstained', topic: 'rumour', priority: 'normal', replyId: 'rumour', least: 0.45 },
  injection: { outcome: 'abstained', topic: 'injection', priority: null, replyId: 'injection', least: 0.6 },
  'out-of-scope': { outcome: 'abstained', topic: 'out_of_scope', priority: null, replyId: 'outOfScope', least: 0.6 },
  'about-assistant': { outcome: 'chat', topic: 'smalltalk', priority: null, replyId: 'capabilities', least: 0.45 },
  courtesy: { outcome: 'chat', topic: 'smalltalk', priority: null, replyId: 'acknowledgement', least: 0.45 },
};

function crisis(replyId: Verdict['replyId']): LearnedMatter {
  return { outcome: 'crisis', topic: 'child_safety', priority: 'urgent', replyId, least: LEAST_CRISIS_SHARE };
}

function escalated(
  topic: Verdict['topic'],
  replyId: Verdict['replyId'],
  priority: Verdict['priority'] = 'normal',
): LearnedMatter {
  return { outcome: 'escalated', topic, priority, replyId, least: 0.45 };
}
