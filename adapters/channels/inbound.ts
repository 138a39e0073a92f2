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
}

/** Read marks, deliveries, reactions, thread control and the like: counted and acknowledged. */
export interface InboundNotice extends Envelope {
  readonly kind: 'notice';
  readonly name: string;
  readonly citizenId: string | null;
}

export type InboundEvent = InboundMessage | InboundEcho | InboundRelation | InboundNotice;

/** `ok: false` when the body is not an envelope of the platform. */
export type ParsedEvents =
  | { readonly ok: true; readonly events: readonly InboundEvent[]; readonly unknown: number; readonly ignored: number }
  | { readonly ok: false };
