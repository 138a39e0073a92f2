import { z } from 'zod';
import { createKeptSettings, type KeptSettings } from './kept-reading.ts';
import type { PolicyDecision } from './policy/decide.ts';
import { type ReplyId, replyText } from './policy/replies.ts';
import { replyProblems } from './policy/reply-problems.ts';
import type { KeptValues } from './ports/kept-values.ts';
import type { Topic } from './topics.ts';

/** The kept value that holds what the office changed, as JSON of {@link TopicSettings}. */
export const TOPICS_VALUE = 'topic-settings';
/** A change counts within this time in all processes. */
const FRESH_MS = 5_000;

/**
 * The topics that may be switched off, so that their messages are left to the documents. All others guard people: a
 * child in danger, somebody's data or rights, words to the press, and what the page must never comment on.
 */
export const SWITCHABLE_TOPICS = ['individual_case', 'rumour', 'out_of_scope', 'smalltalk'] as const satisfies Topic[];

/** The fixed replies of each topic that the office may word itself. */
export const TOPIC_REPLIES: Readonly<Record<Topic, readonly ReplyId[]>> = {
  child_safety: ['crisisAdult', 'crisisSelfHarm', 'crisisMissing'],
  complaint_denunciation: ['complaint'],
  press: ['press'],
  politics_state: ['politics', 'stateSecret'],
  personal_data: ['personalData', 'othersData'],
  privacy_request: ['privacy', 'privacyKept', 'privacyErase'],
  human_request: ['humanRequest'],
  individual_case: ['individualCase'],
  rumour: ['rumourAlarm', 'rumourCheck', 'rumour'],
  out_of_scope: ['outOfScope', 'vietnameseOnly'],
  injection: ['injection'],
  smalltalk: ['greeting', 'identity', 'capabilities', 'thanks', 'goodbye', 'acknowledgement', 'emoji', 'unreadable'],
};

/** What the office changed of the policy's topics and fixed replies. */
export interface TopicSettings {
  readonly off: readonly Topic[];
  /** The office's own words; every other reply is the product's. */
  readonly replies: Readonly<Partial<Record<ReplyId, string>>>;
}

export const USUAL_TOPIC_SETTINGS: TopicSettings = { off: [], replies: {} };

/** The settings where they are edited as well. */
export type EditedTopicSettings = KeptSettings<TopicSettings>;

/** The settings as of now. */
export type TopicSettingsSource = Pick<EditedTopicSettings, 'settings'>;

const settingsJson = z.object({ off: z.array(z.string()), replies: z.record(z.string(), z.string()) });

/**
 * Reads settings that were kept. Whatever may not stand in them is left out: a topic that cannot be switched off stays
 * on, and a reply with problems is the product's own.
 * @throws ZodError, SyntaxError
 */
export function readTopicSettings(value: string): TopicSettings {
  const { off, replies } = settingsJson.parse(JSON.parse(value));
  const editable = Object.values(TOPIC_REPLIES).flat();
  const kept = editable.flatMap((id): [ReplyId, string][] => {
    const words = replies[id];
    return words === undefined || replyProblems(id, words, null).length > 0 ? [] : [[id, words]];
  });
  return { off: SWITCHABLE_TOPICS.filter((topic) => off.includes(topic)), replies: Object.fromEntries(kept) };
}

/** The settings that are kept; `onFault` is told where they cannot be read. */
export function createTopicSettings(surroundings: {
  readonly kept: KeptValues;
  readonly now: () => number;
  readonly onFault: (error: unknown) => void;
}): EditedTopicSettings {
  return createKeptSettings({
    ...surroundings,
    name: TOPICS_VALUE,
    usual: USUAL_TOPIC_SETTINGS,
    parse: readTopicSettings,
    freshMs: FRESH_MS,
  });
}

/** The words of a fixed reply as the office wants them. */
export function sayReply(id: ReplyId, { replies }: TopicSettings): string {
  return replies[id] ?? replyText(id);
}

/** What policy decided, unless its topic is switched off; a child in danger is in every case, and misuse is no topic. */
export function unlessOff(decision: PolicyDecision | null, { off }: TopicSettings): PolicyDecision | null {
  if (decision === null || decision.outcome === 'crisis' || decision.rule.startsWith('abuse.')) return decision;
  return off.includes(decision.topic) ? null : decision;
}
