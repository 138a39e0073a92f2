import type { Day } from '../../knowledge/document.ts';
import type { ChannelId } from '../ports/channel.ts';

/** Why a question counts as not answered: nothing sure was found, or the citizen said that the answer was wrong. */
export const GAP_REASONS = ['not-found', 'rated-down'] as const;
export type GapReason = (typeof GAP_REASONS)[number];

/** A question that the assistant could not answer. */
export interface GapQuestion {
  /** Id of the turn. */
  readonly id: string;
  /** Names nobody once the citizen's data were erased. */
  readonly conversationId: string;
  readonly channel: ChannelId;
  readonly at: number;
  /** The citizen's words; empty once they were erased or kept long enough. */
  readonly text: string;
  readonly why: GapReason;
  /** The gap it belongs to; `null` until somebody looked at it. */
  readonly gapId: string | null;
  /** Number of the gap's answer that the citizen was sent last; 0 = none. */
  readonly told: number;
  /** The vector of its words, as `keptMeaning` keeps it; `null` until it is placed, and once its words are gone. */
  readonly meaning: string | null;
}

/**
 * How far an answer has come: waits for a second person, was approved and is being taken into the index, is answered
 * from, was sent back to its writer, or was taken out again.
 */
export type GapAnswerState = 'proposed' | 'approved' | 'in-use' | 'returned' | 'withdrawn';

/** What an editor wrote for everybody who asks. */
export interface GapAnswer {
  /** From 1 within the gap. */
  readonly number: number;
  /** The question as the office words it. */
  readonly question: string;
  readonly text: string;
  /** What the answer rests on, as it is shown to citizens. */
  readonly source: string;
  /** First day on which it is no longer answered from. */
  readonly expiresOn: Day;
  /** Log-in name. */
  readonly author: string;
  readonly writtenAt: number;
  readonly state: GapAnswerState;
  /** Who approved it, sent it back or took it out, and when. */
  readonly decidedBy: string | null;
  readonly decidedAt: number | null;
  /** Why it was sent back, in the words of who did. */
  readonly reason: string | null;
  /** Since when it is answered from; whoever asked before is told. */
  readonly usedSince: number | null;
}

/** A need that several citizens have and that no document answers. */
export interface Gap {
  /** Id of its first question. */
  readonly id: string;
  /** 1 for a new one, one more with every change. */
  readonly version: number;
  readonly openedAt: number;
  /** Log-in name of who looks after it. */
  readonly owner: string | null;
  /** Who put it aside, and why; `null` = it counts. */
  readonly dismissed: { readonly by: string; readonly at: number; readonly reason: string } | null;
  /** The newest last. */
  readonly answers: readonly GapAnswer[];
  /** Replies of staff to single citizens, of which an editor may make an answer for everybody; the newest last. */
  readonly drafts?: readonly ReplyDraft[];
  /** The gap that staff put it into, and the questions that went there; `null` or absent: it stands by itself. */
  readonly merged?: GapMerge | null;
  /** How often staff put its questions together with others or apart. */
  readonly steered?: number;
}

/** What staff wrote to one citizen, with personal data masked. */
export interface ReplyDraft {
  readonly ticketId: string;
  readonly question: string;
  readonly text: string;
  /** Display name of who wrote it. */
  readonly by: string | null;
  readonly at: number;
}

/** Who put a gap into another; can be undone. */
export interface GapMerge {
  readonly into: string;
  readonly by: string;
  readonly at: number;
  readonly questionIds: readonly string[];
}

/** A gap as its first question opens it. */
export function newGap({ id, at }: Pick<GapQuestion, 'id' | 'at'>): Gap {
  return { id, version: 1, openedAt: at, owner: null, dismissed: null, answers: [] };
}

/** The answer that was written last, or `null`. */
export function lastAnswer(gap: Gap): GapAnswer | null {
  return gap.answers.at(-1) ?? null;
}

/** Whether people work on a gap, so that it keeps its name and its questions. */
export function isWorkedOn({ owner, dismissed, answers, drafts = [], steered = 0 }: Gap): boolean {
  return owner !== null || dismissed !== null || answers.length > 0 || drafts.length > 0 || steered > 0;
}
