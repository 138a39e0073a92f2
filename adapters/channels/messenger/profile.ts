import { z } from 'zod';
import { ASK_STAFF, PAYLOADS } from '../../../bot/quick-replies.ts';
import { CHAT } from '../web/vietnamese.ts';
import { callGraph, type GraphAccess, type GraphAnswer } from './graph-call.ts';
import { PROFILE, type PROFILE_PARTS } from './vietnamese.ts';

const CALL_TIMEOUT_MS = 15_000;
/** Messenger Profile API: at most four ice breakers. */
const MAX_ICE_BREAKERS = 4;

/** A part of what a Page shows before anybody writes. */
export type ProfileField = keyof typeof PROFILE_PARTS;

/** How every field should be. */
const WANTED: Readonly<Record<ProfileField, unknown>> = {
  get_started: { payload: PAYLOADS.start },
  greeting: [{ locale: 'default', text: PROFILE.greeting }],
  // The question is answered as if it was typed; the payload only has to be there.
  ice_breakers: [
    {
      locale: 'default',
      call_to_actions: CHAT.suggestions
        .slice(0, MAX_ICE_BREAKERS)
        .map((question, index) => ({ question, payload: `ICE_BREAKER_${index + 1}` })),
    },
  ],
  persistent_menu: [
    {
      locale: 'default',
      composer_input_disabled: false,
      call_to_actions: [
        { type: 'postback', title: PROFILE.capabilities, payload: 'CAPABILITIES' },
        { type: 'postback', title: ASK_STAFF.title, payload: ASK_STAFF.payload },
      ],
    },
  ],
};

const PROFILE_FIELDS = Object.keys(WANTED) as ProfileField[]; // keys of a record by that type

/** Webhook fields that the product reads. `response_feedback` is left out: it adds buttons to every message. */
const WEBHOOK_FIELDS = [
  'messages',
  'message_edits',
  'message_echoes',
  'message_reactions',
  'messaging_postbacks',
  'messaging_referrals',
  'messaging_handovers',
  'messaging_policy_enforcement',
  'standby',
] as const;

/** The webhook fields that must be subscribed. */
export function webhookFields(comments: boolean): readonly string[] {
  return comments ? [...WEBHOOK_FIELDS, 'feed'] : WEBHOOK_FIELDS;
}

const profileAnswer = z.object({ data: z.array(z.record(z.string(), z.unknown())) });
const subscriptionAnswer = z.object({
  data: z.array(z.object({ id: z.string(), subscribed_fields: z.array(z.string()).default([]) })),
});

/** What Graph answered where it was not what was asked for. */
export type Unread = { readonly unread: GraphAnswer };

/** The fields of the Page's profile that are not as they should be. */
export async function profileDifferences(access: GraphAccess): Promise<readonly ProfileField[] | Unread> {
  const answer = await read(access, 'me/messenger_profile', { fields: PROFILE_FIELDS.join(',') });
  const parsed = answer.kind === 'accepted' ? profileAnswer.safeParse(answer.body) : null;
  if (!parsed?.success) return { unread: answer };
  const present = Object.assign({}, ...parsed.data.data);
  return PROFILE_FIELDS.filter((field) => !holds(present[field], WANTED[field]));
}

/** Writes these fields. `null` when Meta took them. */
export async function writeProfile(access: GraphAccess, fields: readonly ProfileField[]): Promise<Unread | null> {
  const body = Object.fromEntries(fields.map((field) => [field, WANTED[field]]));
  return write(access, 'me/messenger_profile', body);
}

/** The webhook fields that our app gets from the Page. */
export async function subscribedFields(access: GraphAccess, appId: string): Promise<readonly string[] | Unread> {
  const answer = await read(access, `${access.pageId}/subscribed_apps`, {});
  const parsed = answer.kind === 'accepted' ? subscriptionAnswer.safeParse(answer.body) : null;
  if (!parsed?.success) return { unread: answer };
  return parsed.data.data.find((app) => app.id === appId)?.subscribed_fields ?? [];
}

/** Subscribes our app to exactly these fields of the Page. `null` when Meta took them. */
export async function subscribe(access: GraphAccess, fields: readonly string[]): Promise<Unread | null> {
  return write(access, `${access.pageId}/subscribed_apps`, { subscribed_fields: fields });
}

function read(access: GraphAccess, path: string, parameters: Readonly<Record<string, string>>): Promise<GraphAnswer> {
  return callGraph(access, path, null, AbortSignal.timeout(CALL_TIMEOUT_MS), parameters);
}

async function write(access: GraphAccess, path: string, body: object): Promise<Unread | null> {
  const answer = await callGraph(access, path, body, AbortSignal.timeout(CALL_TIMEOUT_MS));
  return answer.kind === 'accepted' ? null : { unread: answer };
}

/** Whether everything wanted is there; what Meta adds by itself does not matter. */
function holds(present: unknown, wanted: unknown): boolean {
  if (Array.isArray(wanted)) {
    return (
      Array.isArray(present) &&
      present.length === wanted.length &&
      wanted.every((each, index) => holds(present[index], each))
    );
  }
  if (!isRecord(wanted)) return present === wanted;
  return isRecord(present) && Object.entries(wanted).every(([name, value]) => holds(present[name], value));
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
