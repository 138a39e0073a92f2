import type { Activity } from 'botbuilder';
import { z } from 'zod';

/** What the citizen did, read from an activity. */
export interface HeardMessage {
  readonly text: string;
  /** Payload of a tapped button, else `null`. */
  readonly payload: string | null;
  readonly attachmentCount: number;
  readonly at: number;
}

const valueSchema = z.object({ payload: z.string() });

/** A sticker says what an emoji says. */
const STICKER = '👍';

/** Reads a message activity; the joined fragments of a burst carry one text with line breaks. */
export function readHeard(activity: Partial<Activity>): HeardMessage {
  const value = valueSchema.safeParse(activity.value);
  const text = (activity.text ?? '').trim();
  const attachments = activity.attachments ?? [];
  const onlyStickers = attachments.length > 0 && attachments.every((each) => each.contentType === 'sticker');
  return {
    text: text === '' && onlyStickers ? STICKER : text,
    payload: value.success ? value.data.payload : null,
    attachmentCount: attachments.length,
    at: activity.timestamp === undefined ? 0 : new Date(activity.timestamp).getTime(),
  };
}

/** Names of event activities that the channels raise beside messages. */
export const CHANNEL_EVENTS = {
  /** A person wrote from the platform's own inbox: staff own the conversation from now on. */
  staffSpoke: 'staff-spoke',
  /** The citizen wrote while another app owned the thread: heard, never answered. */
  overheard: 'overheard',
  /** The citizen withdrew consent on the platform. */
  withdrawn: 'withdrawn',
  /** The citizen changed the words of a message; `value.revises` is its inbox key. */
  edited: 'edited',
  /** The citizen took a message back; `value.revises` is its inbox key. */
  takenBack: 'taken-back',
  /** Another app holds the thread now, or (with `value.askedBy`, its app id) asks for it: a person wants to speak. */
  threadTaken: 'thread-taken',
  /** The person who answered in the platform's inbox gave the thread back to us. */
  threadReturned: 'thread-returned',
  /** The citizen did something without words that lets us write to them again. */
  reachable: 'reachable',
  /** The citizen commented in public; one private answer is allowed. */
  commented: 'commented',
  /** The platform limits our whole account; `value.code` says why, the text says it in Vietnamese. */
  accountAlarm: 'account-alarm',
} as const;
