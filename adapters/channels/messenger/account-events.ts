import type { InboundEvent } from '../inbound.ts';
import { type AccountAlarm, alarmEvent } from './account-alarms.ts';
import { MESSENGER_ALARMS } from './delivery-words.ts';
import { appRequestSchema, ownerChangeSchema, policySchema, reactionSchema } from './envelope.ts';
import { citizenOf, digest, type Item, notice } from './item.ts';

/** What Meta's policy events mean, by their action. */
const ACTIONS: Readonly<Record<string, AccountAlarm>> = {
  warning: { code: 'MESSENGER_POLICY_WARNING', text: MESSENGER_ALARMS.warning },
  block: { code: 'MESSENGER_POLICY_BLOCK', text: MESSENGER_ALARMS.block },
  unblock: { code: 'MESSENGER_POLICY_UNBLOCK', text: MESSENGER_ALARMS.unblock },
};

/**
 * Reads a change of who holds the thread (Conversation Routing, and the Handover Protocol before it): taken by
 * another app, given back to us, or asked for. What we did ourselves is a notice. `null`: unknown shape.
 */
export function readThreadControl(item: Item): InboundEvent | null {
  const { fields, place } = item;
  const { request_thread_control: request, take_thread_control: take, pass_thread_control: pass } = fields;
  if (request !== undefined) {
    const asked = appRequestSchema.safeParse(request);
    if (!asked.success) return null;
    const { requested_owner_app_id: askedBy } = asked.data;
    return askedBy === place.appId ? notice('request_thread_control', item) : thread(item, 'asked', askedBy);
  }
  const changed = ownerChangeSchema.safeParse(take ?? pass);
  if (!changed.success) return null;
  const { previous_owner_app_id: before, new_owner_app_id: after } = changed.data;
  if (after !== null && after !== place.appId) return thread(item, 'taken', null);
  // An idle thread comes from nobody, and a released one goes to nobody.
  if (pass !== undefined && before !== null && after !== null) return thread(item, 'returned', null);
  return notice(pass === undefined ? 'take_thread_control' : 'pass_thread_control', item);
}

/** Reads that Meta warns the Page, stops it from sending, or lets it again. It names no sender. `null`: unknown shape. */
export function readPolicy(item: Item): InboundEvent | null {
  const parsed = policySchema.safeParse(item.fields['policy_enforcement'] ?? item.fields['policy-enforcement']);
  if (!parsed.success) return null;
  const { action, reason } = parsed.data;
  const known = ACTIONS[action] ?? { code: 'MESSENGER_POLICY_NOTICE', text: MESSENGER_ALARMS.notice(action) };
  return alarmEvent(
    {
      code: known.code,
      text: reason ? MESSENGER_ALARMS.withReason(known.text, reason) : known.text,
      over: action === 'unblock',
    },
    { key: digest(item.raw), pageId: item.place.pageId, at: item.at },
  );
}

/** A reaction, or an m.me link into a thread that exists, opens the 24-hour window ("Send a Message"). */
export function readReachable(item: Item): InboundEvent | null {
  const { reaction } = item.fields;
  if (reaction !== undefined && reactionSchema.safeParse(reaction).data?.action !== 'react') {
    return notice('reaction', item);
  }
  const citizenId = citizenOf(item);
  if (citizenId === null) return null;
  return { kind: 'reachable', key: digest(item.raw), accountId: item.place.pageId, at: item.at, citizenId };
}

function thread(item: Item, change: 'taken' | 'asked' | 'returned', askedBy: string | null): InboundEvent | null {
  const citizenId = citizenOf(item);
  if (citizenId === null) return null;
  const { at, raw, place } = item;
  return { kind: 'thread', key: digest(raw), accountId: place.pageId, at, citizenId, change, askedBy };
}
