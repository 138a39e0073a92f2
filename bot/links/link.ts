import type { ChannelId } from '../ports/channel.ts';

/** One conversation of a person who linked several of their own. */
export interface LinkedConversation {
  readonly conversationId: string;
  /** The same for all that belong together. */
  readonly groupId: string;
  /** When the citizen linked it (ms since epoch), and after which words. */
  readonly linkedAt: number;
  readonly consent: string;
  /** Whether the citizen was told in this conversation what it is linked with now. */
  readonly isTold: boolean;
}

/** A conversation whose link the citizen undid elsewhere, and in which they have yet to be told. */
export interface Parted {
  readonly conversationId: string;
  /** When they last did (ms since epoch). */
  readonly at: number;
  /** Where they did, the first first; a channel stands there as often as they did. */
  readonly channels: readonly ChannelId[];
}

/** What a turn makes of a citizen's links. */
export type LinkChange =
  /** A new code, in the place of an earlier one of this conversation; only its digest is kept. */
  | { readonly kind: 'offered'; readonly digest: string; readonly until: number }
  /** A code that stands nowhere was typed. */
  | { readonly kind: 'mistyped' }
  /** The code of another conversation was typed; `stale` where it stands no more, or the group has no room. */
  | {
      readonly kind: 'joined';
      readonly digest: string;
      /** The conversation in which the code was given. */
      readonly giver: string;
      /** Of the group, where neither had one. */
      readonly groupId: string;
      readonly consent: string;
    }
  /** The link is undone here. */
  | {
      readonly kind: 'left';
      /** The conversations with which it was linked, as the citizen reads. */
      readonly from: readonly string[];
    };

/** More ways to write than a person has. */
export const MOST_LINKED = 5;
/** How long a code may be used (ms). */
export const CODE_LASTS_MS = 10 * 60_000;
/** How many codes that stand nowhere a conversation may type within {@link TRIES_WITHIN_MS}. */
export const MOST_TRIES = 5;
/** How many all conversations together may type within it: with a new conversation for every few guesses nobody gets further. */
export const MOST_TRIES_IN_ALL = 200;
/** Time in which wrong codes are counted (ms). */
export const TRIES_WITHIN_MS = 60 * 60_000;

/** Why two conversations are not linked. */
export type NotLinked = 'same-conversation' | 'already' | 'full';

/** Two conversations that one person uses, with what each was linked with before. */
export interface Joining {
  readonly conversationId: string;
  readonly giver: string;
  readonly own: readonly LinkedConversation[];
  readonly givers: readonly LinkedConversation[];
}

/** Why these two are not linked; `null`: nothing speaks against it. */
export function whyNotLinked({ conversationId, giver, own, givers }: Joining): NotLinked | null {
  if (conversationId === giver) return 'same-conversation';
  if (own.some((one) => one.conversationId === giver)) return 'already';
  return Math.max(own.length, 1) + Math.max(givers.length, 1) > MOST_LINKED ? 'full' : null;
}

/**
 * The whole group once two conversations are linked: everything that either was linked with belongs to it. All but the
 * one in which the code was typed have yet to be told.
 */
export function joined(
  joining: Joining,
  { groupId, consent }: Pick<Extract<LinkChange, { kind: 'joined' }>, 'groupId' | 'consent'>,
  at: number,
): readonly LinkedConversation[] {
  const { conversationId, giver, own, givers } = joining;
  const common = givers[0]?.groupId ?? own[0]?.groupId ?? groupId;
  const fresh = (id: string): LinkedConversation => ({
    conversationId: id,
    groupId: common,
    linkedAt: at,
    consent,
    isTold: false,
  });
  const all = [
    ...(givers.length === 0 ? [fresh(giver)] : givers),
    ...(own.length === 0 ? [fresh(conversationId)] : own),
  ];
  return all.map((one) => ({ ...one, groupId: common, isTold: one.conversationId === conversationId }));
}

/** What stays of a group without one of its conversations: nothing, where a single one would stay. */
export function withoutOne(
  group: readonly LinkedConversation[],
  conversationId: string,
): readonly LinkedConversation[] {
  const others = othersIn(group, conversationId);
  return others.length < 2 ? [] : others;
}

/** What is still to be told where a link was undone elsewhere, once more is undone at `at`. */
export function parted(
  before: Parted | null,
  { conversationId, channel, at }: Pick<Parted, 'conversationId' | 'at'> & { readonly channel: ChannelId },
): Parted {
  return { conversationId, at, channels: [...(before?.channels ?? []), channel] };
}

/** A group without one of its conversations. */
export function othersIn(group: readonly LinkedConversation[], conversationId: string): readonly LinkedConversation[] {
  return group.filter((one) => one.conversationId !== conversationId);
}
