import type { Gaps } from '../ports/gaps.ts';
import type { TurnRecords } from '../ports/records.ts';
import { type Gap, newGap, type ReplyDraft } from './gap.ts';
import type { QuestionPlacing } from './place-questions.ts';
import { draftOf, holdsAlready, type WaitingReplies } from './reply-drafts.ts';

const LONGEST_TRANSCRIPT = 2_000;
/** The turn that opened the ticket was written in the same moment, or a little before it. */
const BEFORE_TICKET_MS = 60_000;
/** A gap keeps so many drafts, the newest. */
const MOST_DRAFTS = 5;
const DAY_MS = 24 * 3_600_000;

export interface TakingDependencies {
  readonly gaps: Gaps;
  readonly records: Pick<TurnRecords, 'ticket' | 'transcript'>;
  readonly replies: WaitingReplies;
  readonly placing: Pick<QuestionPlacing, 'gapOf'>;
  /** Drafts are kept as long as words of citizens. */
  readonly wordsDays: number;
  readonly now: () => number;
}

/**
 * Lays what staff wrote in tickets that were closed as drafts into the gaps of their questions: where the question lies
 * already, else where others of its need do, else in a gap of its own. Drops drafts that are too old.
 */
export function createReplyTaking(dependencies: TakingDependencies): (known: readonly Gap[]) => Promise<void> {
  const { gaps, records, replies, placing, wordsDays, now } = dependencies;

  async function takeOne(ticketId: string): Promise<void> {
    const ticket = await records.ticket(ticketId);
    if (ticket === null) return;
    const { conversationId, openedAt, closedAt } = ticket;
    const draft = draftOf(ticket, await records.transcript(conversationId, 0, LONGEST_TRANSCRIPT));
    if (draft === null) return;
    const own = (await gaps.questions(openedAt - BEFORE_TICKET_MS)).find(
      (question) => question.conversationId === conversationId && question.at <= (closedAt ?? openedAt),
    );
    const gapId = own?.gapId ?? (await placing.gapOf(draft.question)) ?? `reply:${ticketId}`;
    await lay(draft, (await gaps.find(gapId)) ?? null, gapId);
  }

  async function lay(draft: ReplyDraft, gap: Gap | null, gapId: string): Promise<void> {
    if (gap === null) {
      await gaps.save({ ...newGap({ id: gapId, at: draft.at }), drafts: [draft] });
      return;
    }
    if (holdsAlready(gap, draft)) return;
    const drafts = [...(gap.drafts ?? []), draft].slice(-MOST_DRAFTS);
    await gaps.save({ ...gap, version: gap.version + 1, drafts });
  }

  return async (known) => {
    const waiting = await replies.list();
    for (const ticketId of waiting) await takeOne(ticketId);
    if (waiting.length > 0) await replies.remove(waiting);
    const oldest = now() - wordsDays * DAY_MS;
    for (const gap of known) {
      const { drafts = [], version } = gap;
      const young = drafts.filter(({ at }) => at >= oldest);
      if (young.length < drafts.length) await gaps.save({ ...gap, version: version + 1, drafts: young });
    }
  };
}
