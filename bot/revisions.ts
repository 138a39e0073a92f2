import { type Activity, ActivityTypes } from 'botbuilder';
import { z } from 'zod';
import type { InboxItem } from './ports/inbox.ts';
import { CHANNEL_EVENTS } from './turn-input.ts';

const revisionValue = z.object({ revises: z.string(), standby: z.boolean().default(false) });

/** A citizen's later word about a message: other words, or that it was taken back. */
interface Revision {
  /** Inbox key of the message. */
  readonly key: string;
  /** `null`: taken back. */
  readonly text: string | null;
  /** Another app owns the thread: record, never answer. */
  readonly standby: boolean;
}

/** Reads an event activity that revises a message; `null` for every other activity. */
export function readRevision(activity: Partial<Activity>): Revision | null {
  const takenBack = activity.name === CHANNEL_EVENTS.takenBack;
  if (activity.type !== ActivityTypes.Event || !(takenBack || activity.name === CHANNEL_EVENTS.edited)) return null;
  const value = revisionValue.parse(activity.value);
  return { key: value.revises, text: takenBack ? null : (activity.text ?? ''), standby: value.standby };
}

/**
 * Waiting mail as its writer wants it now: a message whose revision waits too has the last words, and one that was
 * taken back is an event that says so. The revisions stay in the line, each with the last words too, and find nothing
 * left to change.
 */
export function withRevisions(items: readonly InboxItem[]): readonly InboxItem[] {
  const last = new Map<string, Revision>();
  for (const item of items) {
    const revision = readRevision(item.activity);
    if (revision !== null && last.get(revision.key)?.text !== null) last.set(revision.key, revision);
  }
  if (last.size === 0) return items;
  return items.map((item) => {
    const revision = last.get(readRevision(item.activity)?.key ?? item.key);
    return revision === undefined ? item : { ...item, activity: revised(item.activity, revision) };
  });
}

/** A message or one of its revisions, in the words of the last revision. */
function revised(activity: Partial<Activity>, { key, text, standby }: Revision): Partial<Activity> {
  if (text !== null) return { ...activity, text };
  const { attachments: _gone, ...rest } = activity;
  return {
    ...rest,
    type: ActivityTypes.Event,
    name: CHANNEL_EVENTS.takenBack,
    text: '',
    value: { revises: key, standby },
  };
}
