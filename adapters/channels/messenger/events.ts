import type { InboundEvent, ParsedEvents } from '../inbound.ts';
import { readPolicy, readReachable, readThreadControl } from './account-events.ts';
import { readComment } from './comment-events.ts';
import { entrySchema, envelopeSchema, itemSchema } from './envelope.ts';
import { type Item, notice, type Place } from './item.ts';
import { readEdit, readMessage, readPostback } from './message-events.ts';

/** Which key of an item says what happened, and who reads it. */
const READERS: Readonly<Record<string, (item: Item) => InboundEvent | null>> = {
  message: readMessage,
  postback: readPostback,
  message_edit: readEdit,
  pass_thread_control: readThreadControl,
  take_thread_control: readThreadControl,
  request_thread_control: readThreadControl,
  policy_enforcement: readPolicy,
  'policy-enforcement': readPolicy,
  reaction: readReachable,
  referral: readReachable,
};

/** Events that are acknowledged and counted, and change nothing. */
const NOTICES = ['read', 'delivery', 'response_feedback', 'optin', 'account_linking', 'app_roles'] as const;

/** Whose webhook is read. */
export interface MessengerAccount {
  readonly appId: string;
  readonly pageId: string;
  /** Whether comments on posts are ours to read. */
  readonly comments: boolean;
}

/**
 * Reads one webhook body of Messenger. Every event is read on its own: one of an unknown shape is counted in
 * `unknown` and costs the others nothing. `ignored` counts what is well formed but not ours to handle: feed changes,
 * other Pages, other products. The order is that of the body; Meta does not promise it to be the order of writing.
 */
export function parseMessengerWebhook(body: unknown, account: MessengerAccount): ParsedEvents {
  const envelope = envelopeSchema.safeParse(body);
  if (!envelope.success) return { ok: false };
  if (envelope.data.object !== 'page') return { ok: true, events: [], unknown: 0, ignored: envelope.data.entry.length };

  const events: InboundEvent[] = [];
  let unknown = 0;
  let ignored = 0;
  for (const candidate of envelope.data.entry) {
    const entry = entrySchema.safeParse(candidate);
    if (!entry.success) {
      unknown += 1;
      continue;
    }
    const { messaging, standby, changes, time = null } = entry.data;
    const items = [
      ...(messaging ?? []).map((raw) => ({ raw, standby: false })),
      ...(standby ?? []).map((raw) => ({ raw, standby: true })),
    ];
    const count = items.length + (changes?.length ?? 0);
    if (entry.data.id !== account.pageId) {
      ignored += Math.max(1, count);
      continue;
    }
    if (count === 0) unknown += 1;
    for (const item of items) {
      const event = readItem(item.raw, time, { ...account, standby: item.standby });
      if (event === null) unknown += 1;
      else events.push(event);
    }
    for (const change of changes ?? []) {
      const comment = account.comments ? readComment(change, account.pageId, time) : null;
      if (comment === null) ignored += 1;
      else events.push(comment);
    }
  }
  return { ok: true, events, unknown, ignored };
}

/** `null`: of a shape we do not know. */
function readItem(raw: unknown, entryTime: number | null, place: Place): InboundEvent | null {
  const parsed = itemSchema.safeParse(raw);
  if (!parsed.success) return null;
  const fields = parsed.data;
  const at = fields.timestamp ?? entryTime;
  if (at === null) return null;
  const item: Item = { fields, raw, at, place };
  for (const [key, read] of Object.entries(READERS)) {
    if (fields[key] !== undefined) return read(item);
  }
  const name = NOTICES.find((known) => fields[known] !== undefined);
  return name === undefined ? null : notice(name, item);
}
