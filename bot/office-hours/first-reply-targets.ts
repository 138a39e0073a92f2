import type { Ticket } from '../conversation.ts';
import type { Topic } from '../topics.ts';
import type { ReplyTarget } from './reply-clock.ts';

const FOUR_HOURS: ReplyTarget = { kind: 'working-minutes', minutes: 240 };
const ONE_DAY: ReplyTarget = { kind: 'working-days', days: 1 };

/** A child in danger does not wait for the office to open. */
const BY_TOPIC: Readonly<Record<Topic, ReplyTarget>> = {
  child_safety: { kind: 'clock-minutes', minutes: 5 },
  complaint_denunciation: ONE_DAY,
  press: FOUR_HOURS,
  politics_state: ONE_DAY,
  personal_data: ONE_DAY,
  privacy_request: ONE_DAY,
  human_request: FOUR_HOURS,
  individual_case: FOUR_HOURS,
  out_of_scope: ONE_DAY,
  rumour: ONE_DAY,
  injection: ONE_DAY,
  smalltalk: ONE_DAY,
};
const URGENT: ReplyTarget = { kind: 'working-minutes', minutes: 30 };
const NO_TOPIC = ONE_DAY;

/** How soon staff owe the first reply to a matter: a child in danger first, then urgency, then the topic. */
export function firstReplyTarget({ topic, priority }: Pick<Ticket, 'topic' | 'priority'>): ReplyTarget {
  if (priority === 'urgent' && topic !== 'child_safety') return URGENT;
  return topic === null ? NO_TOPIC : BY_TOPIC[topic];
}
