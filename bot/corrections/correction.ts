import type { Day } from '../../knowledge/document.ts';
import type { Citation } from '../conversation.ts';
import type { ChannelId } from '../ports/channel.ts';

/**
 * Why what citizens were told no longer holds: another document took the place of the whole, or changed this part; a
 * newer edition of the same document says something else; it was taken out; it had ended, or does not hold yet.
 */
export type CorrectionCause = 'superseded' | 'amended' | 'edited' | 'retired' | 'expired' | 'not-yet';

/**
 * Where a correction stands: found by the program, written by an editor and waiting for a second person, being told,
 * told to everybody who can be, put aside by a person, or needless because the old words hold again.
 */
export type CorrectionState = 'draft' | 'proposed' | 'approved' | 'finished' | 'dismissed' | 'needless';

/** A passage that was told, and what holds in its place. */
export interface ChangedPassage {
  /** As it was quoted; its `documentId` names the very bytes of the document that was read. */
  readonly told: Citation;
  /** `null`: no passage says anything of the same matter. */
  readonly now: Citation | null;
  /** What somebody who was told this reads. */
  readonly words: string;
}

/** How many people a correction concerns, and what became of it. */
export interface CorrectionCounts {
  readonly people: number;
  readonly sent: number;
  /** On its way to the platform. */
  readonly sending: number;
  /** The platform refused it for good. */
  readonly failed: number;
  /** Was told the new rule by an answer or another correction. */
  readonly alreadyTold: number;
  /** Could be written to now. */
  readonly open: number;
  /** A person speaks with them, or their channel's window is closed until they write again. */
  readonly waiting: number;
}

/** What is to be put right with those who were told words of one edition of a document, for one reason. */
export interface RuleCorrection {
  /** Made of document and cause, so that the same change is found once. */
  readonly id: string;
  /** 1 for a new one, one more with every change. */
  readonly version: number;
  readonly openedAt: number;
  /** The edition that was told. */
  readonly documentId: string;
  readonly cause: CorrectionCause;
  /** The document that holds now; `null`: none does. */
  readonly by: { readonly id: string; readonly name: string } | null;
  /** First day of the change, where it is known. */
  readonly since: Day | null;
  /** What happened to the document, as the end of a sentence. */
  readonly what: string;
  /** How every message begins. */
  readonly intro: string;
  readonly changes: readonly ChangedPassage[];
  readonly state: CorrectionState;
  /** Log-in name of who wrote the words as they are; `null`: nobody looked at them yet. */
  readonly author: string | null;
  readonly writtenAt: number | null;
  /** Who approved, dismissed or ended it, and when. */
  readonly decidedBy: string | null;
  readonly decidedAt: number | null;
  /** Why it was put aside. */
  readonly reason: string | null;
  /** Once it is finished. */
  readonly counts: CorrectionCounts | null;
}

/** Words of the bot that reached a citizen and quote a document. */
export interface CitingMessage {
  readonly at: number;
  readonly text: string;
  /** Those of the document asked for. */
  readonly citations: readonly Citation[];
}

/** A citizen who was sent words that quote a document. */
export interface DocumentReader {
  readonly conversationId: string;
  readonly channel: ChannelId;
  readonly owner: 'bot' | 'queue' | 'staff';
  readonly lastInboundAt: number | null;
  /** Oldest first. */
  readonly messages: readonly CitingMessage[];
}

/** What was told, in one text that is the same for the same words of the same edition. */
export function toldKey({ passageDigest, quote }: Pick<Citation, 'passageDigest' | 'quote'>): string {
  return `${passageDigest} ${quote}`;
}
