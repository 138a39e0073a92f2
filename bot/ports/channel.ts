import type { Activity, ConversationReference } from 'botbuilder';

export type ChannelId = 'messenger' | 'zalo' | 'web';

/** Who wrote the words of an outgoing message; platforms allow people more than machines. */
export type Author = 'bot' | 'staff';

/** Whether the platform lets us write to a citizen now. `until` is when the present right ends (ms since epoch). */
export type SendWindow =
  | { readonly open: true; readonly until: number | null; readonly mode: 'response' | 'human-agent' }
  | { readonly open: false; readonly reason: string };

/** What became of one delivery attempt. */
export type Delivery =
  | { readonly status: 'sent'; readonly providerMessageId: string | null }
  /**
   * The platform refused for now; try again after `afterMs`. `cause` says why where it concerns the whole account, so
   * that nothing else need be tried before: its rate limit, or a token that a person has to renew.
   */
  | {
      readonly status: 'retry';
      readonly afterMs: number;
      readonly reason: string;
      readonly cause?: 'rate-limit' | 'token';
    }
  /** The call ended without an answer; the citizen may or may not have it. Confirm by echo before repeating. */
  | { readonly status: 'unknown'; readonly reason: string }
  /** The platform refused for good; staff must be told. `reason` is a Vietnamese sentence. */
  | { readonly status: 'failed'; readonly code: string; readonly reason: string };

/**
 * A way to reach citizens. Messages go out as Bot Framework activities through the conversation reference that
 * came with the citizen's last message. `correlationId` travels with the message where the platform allows it,
 * so that an echo can confirm a delivery whose answer was lost.
 */
export interface Channel {
  readonly id: ChannelId;
  /** Window for `author` given the citizen's last message (ms since epoch, `null` = never wrote). */
  window(author: Author, lastInboundAt: number | null, now: number): SendWindow;
  deliver(
    reference: Partial<ConversationReference>,
    activity: Partial<Activity>,
    options: { readonly correlationId: string; readonly mode: 'response' | 'human-agent' },
  ): Promise<Delivery>;
}
