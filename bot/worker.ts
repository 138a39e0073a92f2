import { type Activity, ActivityTypes, type ConversationReference, TurnContext } from 'botbuilder';
import { attachmentWords } from './attachment-words.ts';
import { createLoop, type Loop, type Pace } from './loop.ts';
import { NOTES_TO_STAFF } from './notes-to-staff.ts';
import type { ChannelId } from './ports/channel.ts';
import { type Inbox, type InboxItem, MAIL_LEASE_MS, type MailClaim } from './ports/inbox.ts';
import { StoreUnavailable } from './ports/store-health.ts';
import { withRevisions } from './revisions.ts';
import type { TurnSource } from './run-turn.ts';

/** Runs one activity through the channel's adapter and the bot. */
export type ProcessActivity = (
  channel: ChannelId,
  activity: Partial<Activity>,
  source: TurnSource,
) => Promise<'done' | 'stale'>;

export interface WorkerDependencies {
  readonly inbox: Inbox;
  readonly process: ProcessActivity;
  /** Time to wait for more fragments of a message (ms). */
  readonly quietMs: number;
  readonly pace: Pace;
  readonly now: () => number;
  /** Hands mail that no attempt could work on to staff. */
  readonly giveUp: (source: TurnSource) => Promise<'done' | 'stale'>;
  /** Told when mail is given up. */
  readonly onParked: (items: readonly InboxItem[], error: unknown) => void;
  readonly onFault: (error: unknown) => void;
}

const MAX_ATTEMPTS = 5;
const RETRY_BASE_MS = 1_000;
const MAX_JOINED = 10;

/**
 * Takes citizens' mail in order, one citizen at a time, several citizens beside each other. Fragments sent in quick
 * succession become one turn. Mail that fails again and again goes to staff, so that it cannot block what follows; it
 * stays parked in the inbox where even that fails.
 */
export function createWorker(dependencies: WorkerDependencies): Loop {
  const { inbox, now, quietMs } = dependencies;
  return createLoop<MailClaim>({
    // What is under way is claimed, so that it is found again only when its claim has ended meanwhile.
    find: () => inbox.claim(now(), quietMs, 1),
    lane: (claim) => claim.conversationId,
    // Kept, the claim would hold the mail up; whoever works on it under the older one can no longer commit.
    dismiss: (claim) => void inbox.release(claim).catch(dependencies.onFault),
    run: (claim) => keepingClaim(claim, dependencies, () => processMail(claim, dependencies)),
    onFault: dependencies.onFault,
    pace: dependencies.pace,
    lanes: 8,
    tickMs: Math.max(20, Math.min(250, quietMs / 4)),
  });
}

/** Renews the claim while `work` runs and gives it back after it. A claim that was lost shows at the commit. */
async function keepingClaim(
  claim: MailClaim,
  { inbox, now, onFault }: WorkerDependencies,
  work: () => Promise<void>,
): Promise<void> {
  const renewing = setInterval(() => void inbox.renew(claim, now()).catch(onFault), MAIL_LEASE_MS / 3);
  try {
    await work();
  } finally {
    clearInterval(renewing);
    await inbox.release(claim);
  }
}

async function processMail({ conversationId, fence }: MailClaim, dependencies: WorkerDependencies): Promise<void> {
  const { inbox, now } = dependencies;
  const items = firstTurn(withRevisions(await inbox.waiting(conversationId)));
  const first = items[0];
  if (first === undefined) return;
  const ids = items.map((item) => item.id);
  const source: TurnSource = {
    conversationId,
    channel: first.channel,
    reference: referenceOf(items),
    itemIds: ids,
    fence,
    receivedAt: Math.min(...items.map((item) => item.receivedAt)),
    fragments: items.map((item) => ({ text: transcriptText(item.activity), at: item.at, key: item.key })),
  };
  try {
    await dependencies.process(first.channel, joinedActivity(items), source);
  } catch (error) {
    // A full disk says nothing about the mail: it waits, and no attempt is counted.
    if (error instanceof StoreUnavailable) throw error;
    dependencies.onFault(error);
    if (first.attempts + 1 < MAX_ATTEMPTS) {
      await inbox.postpone(ids, now() + RETRY_BASE_MS * 2 ** first.attempts);
      return;
    }
    if (await isGivenUp(source, items, dependencies)) dependencies.onParked(items, error);
  }
}

/** Hands mail to staff, or parks it; `false` when older mail has come in, which must be looked at first. */
async function isGivenUp(
  source: TurnSource,
  items: readonly InboxItem[],
  { inbox, giveUp, onFault }: WorkerDependencies,
): Promise<boolean> {
  const fragments = items[0]?.activity.type === ActivityTypes.Message ? source.fragments : [];
  try {
    return (await giveUp({ ...source, fragments })) === 'done';
  } catch (error) {
    if (error instanceof StoreUnavailable) throw error;
    onFault(error);
    await inbox.park(source.itemIds);
    return true;
  }
}

/** The leading run of messages, or one event alone. A tapped button is a turn of its own. */
function firstTurn(items: readonly InboxItem[]): readonly InboxItem[] {
  const end = items.findIndex((item) => !isPlainMessage(item.activity));
  return items.slice(0, end === -1 ? MAX_JOINED : Math.min(MAX_JOINED, Math.max(1, end)));
}

function isPlainMessage(activity: Partial<Activity>): boolean {
  return activity.type === ActivityTypes.Message && activity.value === undefined;
}

function joinedActivity(items: readonly InboxItem[]): Partial<Activity> {
  const last = items.at(-1)?.activity ?? {};
  if (items.length === 1) return last;
  return {
    ...last,
    text: items
      .map((item) => item.activity.text ?? '')
      .filter((text) => text !== '')
      .join('\n'),
    attachments: items.flatMap((item) => item.activity.attachments ?? []),
  };
}

function referenceOf(items: readonly InboxItem[]): Partial<ConversationReference> {
  return TurnContext.getConversationReference({ ...items.at(-1)?.activity });
}

/** What the transcript shows for a message without words. */
function transcriptText(activity: Partial<Activity>): string {
  const files = attachmentWords(activity.attachments ?? []);
  return [activity.text ?? '', files].filter((part) => part !== '').join('\n') || NOTES_TO_STAFF.withoutWords;
}
