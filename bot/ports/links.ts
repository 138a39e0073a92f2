import type { LinkedConversation, Parted } from '../links/link.ts';

/** Words about a link on their way to one citizen. */
export interface LinkTelling {
  /** As it was read. */
  readonly linked: LinkedConversation;
  /** Names these words among all of this conversation's links, so that they go out once. */
  readonly key: string;
  readonly text: string;
  readonly at: number;
}

/** Words about a link that was undone on their way to one citizen. */
export interface PartingTelling {
  /** As it was read. */
  readonly parted: Parted;
  readonly text: string;
  readonly at: number;
}

/**
 * Conversations that citizens linked because all are theirs. A turn's commit makes and undoes links and keeps codes, of
 * which only digests are stored; erasure takes a conversation out. A group that is left with one is none. Where a link was
 * undone elsewhere it stands until the citizen is told there, links it anew or undoes what is left.
 */
export interface Links {
  /** The whole group of a conversation, itself among it, the first linked first; empty: it is linked with none. */
  of(conversationId: string): Promise<readonly LinkedConversation[]>;
  /** The conversation in which the code of this digest was given; `null`: none that may still be used at `at`. */
  giverOf(digest: string, at: number): Promise<string | null>;
  /** How many codes that stand nowhere were typed in a conversation since then (ms since epoch). */
  triesSince(conversationId: string, since: number): Promise<number>;
  /** The same in all conversations together, those among them that were erased since. */
  triesInAllSince(since: number): Promise<number>;
  /** Conversations in which the citizen has yet to be told of the link, the first linked first. */
  untold(): Promise<readonly LinkedConversation[]>;
  /**
   * Puts words into the outbox and remembers that the citizen was told, in one step. `false`, and nothing is written, when
   * they were told before, the link is another one now, or the bot may not speak with the citizen.
   */
  tell(telling: LinkTelling): Promise<boolean>;
  /** Conversations in which the citizen has yet to be told that a link was undone elsewhere, the first one first. */
  parted(): Promise<readonly Parted[]>;
  /**
   * Puts words into the outbox and forgets that they are owed, in one step. `false`, and nothing is written, when they were
   * said before, more was undone meanwhile, or the bot may not speak with the citizen.
   */
  tellParted(telling: PartingTelling): Promise<boolean>;
}
