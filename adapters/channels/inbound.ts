/** What a platform's webhook tells us, in the channels' own words. Ids are always strings. */

interface Envelope {
  /** Dedupe key: the platform's message id, or a digest of an event that has none. */
  readonly key: string;
  /** Page id or OA id. */
  readonly accountId: string;
  /** When it happened (ms since epoch, platform clock). */
  readonly at: number;
}

/** A citizen wrote, tapped a button or sent a file. */
export interface InboundMessage extends Envelope {
  readonly kind: 'message';
  readonly citizenId: string;
  readonly text: string | null;
  /** Payload of a quick reply or postback. */
  readonly payload: string | null;
  readonly attachments: readonly { readonly type: string; readonly url: string | null }[];
  /** Another app owns the thread: hear it, never answer. */
  readonly standby: boolean;
}

/** The platform's report of a message sent from our account. */
export interface InboundEcho extends Envelope {
  readonly kind: 'echo';
  readonly citizenId: string;
  /** `person`: typed in the platform's own inbox (or by an app that is not ours, which must be treated alike). */
  readonly by: 'us' | 'person';
  readonly providerMessageId: string;
  /** What we sent along, where the platform gives it back. */
  readonly correlationId: string | null;
  readonly text: string | null;
}

export interface InboundRelation extends Envelope {
  readonly kind: 'followed' | 'unfollowed' | 'withdrawn';
  readonly citizenId: string;
  /** The code that the platform's own page of a withdrawal goes by; the request may name somebody we do not know. */
  readonly code?: string;
}

/** A citizen changed the words of a message. */
export interface InboundRevision extends Envelope {
  readonly kind: 'revision';
  readonly citizenId: string;
  /** Key of the message, without the channel's name. */
  readonly revises: string;
  /** `null`: the message was taken back. */
  readonly text: string | null;
  readonly standby: boolean;
}

/** Who holds the thread changed, or somebody asks for it. */
export interface InboundThread extends Envelope {
  readonly kind: 'thread';
  readonly citizenId: string;
  /** `taken`: another app holds it. `asked`: another app asks us for it. `returned`: another app gave it back to us. */
  readonly change: 'taken' | 'asked' | 'returned';
  /** App that asks, where it is `asked`. */
  readonly askedBy: string | null;
}

/** A citizen did something without words after which the platform lets us write to them. */
export interface InboundReachable extends Envelope {
  readonly kind: 'reachable';
  readonly citizenId: string;
}

/** A public comment of somebody else on a post of ours. */
export interface InboundComment extends Envelope {
  readonly kind: 'comment';
  /** Stands for the writer: a comment can be answered in private once, and its writer's id reaches nobody. */
  readonly citizenId: string;
  readonly text: string;
}

/** The platform limits our account, or does so no more (`over`). */
export interface InboundAlarm extends Envelope {
  readonly kind: 'alarm';
  readonly citizenId: string;
  /** Stable. */
  readonly code: string;
  /** Vietnamese, for staff: what happened and what to do. */
  readonly text: string;
  readonly over: boolean;
}

/** Read marks, deliveries, taken-back reactions and the like: counted and acknowledged. */
export interface InboundNotice extends Envelope {
  readonly kind: 'notice';
  readonly name: string;
  readonly citizenId: string | null;
}

export type InboundEvent =
  | InboundMessage
  | InboundEcho
  | InboundRelation
  | InboundRevision
  | InboundThread
  | InboundReachable
  | InboundComment
  | InboundAlarm
  | InboundNotice;

/** `ok: false` when the body is not an envelope of the platform. */
export type ParsedEvents =
  | { readonly ok: true; readonly events: readonly InboundEvent[]; readonly unknown: number; readonly ignored: number }
  | { readonly ok: false };
