import type { Gaps } from '../ports/gaps.ts';
import { type RepeatedWork, repeatWork } from '../repeated-work.ts';
import type { Gap, GapAnswer } from './gap.ts';
import { isExpired } from './gap-board.ts';
import { inUse, withdrawn } from './gap-changes.ts';
import { tellingWords } from './gap-words.ts';
import { createQuestionPlacing, MEMORY_MS, type PlacingDependencies } from './place-questions.ts';
import { createReplyTaking, type TakingDependencies } from './take-replies.ts';
import { createTelling, type TellingDependencies } from './tell-askers.ts';

const EVERY_MS = 10_000;
/** Citizens who could not be written to are looked at again after this. */
const LOOK_AGAIN_MS = 60_000;

/** Takes approved answers into the index of documents. */
export interface AnswerShelf {
  /** Puts an answer there, in the place of an earlier one of its gap. May be repeated at any time. */
  put(gap: Gap, answer: GapAnswer): void;
  /** Takes out what is there of a gap; nothing happens when nothing is. */
  remove(gap: Gap): void;
  /** Whether somebody took out by hand what was put there of a gap. */
  wasRemoved(gap: Gap): boolean;
  /** Whether the index that answers now holds exactly this answer. */
  holds(gap: Gap, answer: GapAnswer): boolean;
}

export interface GapWorkDependencies
  extends Omit<TellingDependencies, 'gaps' | 'records'>,
    PlacingDependencies,
    Omit<TakingDependencies, 'records' | 'placing'> {
  readonly gaps: Gaps;
  readonly records: TellingDependencies['records'] & TakingDependencies['records'];
  readonly shelf: AnswerShelf;
  readonly onFault: (error: unknown) => void;
}

/**
 * Looks after gaps, in one process at a time: puts new questions together with those of the same need, has approved
 * answers taken into the index, and sends them once to everybody who had asked, as soon as they can be written to. Every
 * step is stored before the next, so that after a crash it goes on where it was.
 */
export function startGapWork(dependencies: GapWorkDependencies): RepeatedWork {
  const { gaps, shelf, now, onFault } = dependencies;
  const tell = createTelling(dependencies);
  const placing = createQuestionPlacing(dependencies);
  const takeReplies = createReplyTaking({ ...dependencies, placing });
  /** For which answers, and when, those who asked were last looked at. */
  let told = { answers: '', at: Number.NEGATIVE_INFINITY };

  async function look(): Promise<void> {
    const known = await gaps.list();
    await placing.place(known);
    await takeReplies(known);
    for (const gap of known) await bringToUse(gap).catch(onFault);
    const used = (await gaps.list()).flatMap((gap) => {
      const answer = gap.answers.find(({ state }) => state === 'in-use');
      return answer === undefined || gap.dismissed !== null || isExpired(answer, now()) ? [] : [{ gap, answer }];
    });
    const answers = used.map(({ gap, answer }) => `${gap.id} ${answer.number}`).join(',');
    if (used.length === 0 || (answers === told.answers && now() - told.at < LOOK_AGAIN_MS)) return;
    told = { answers, at: now() };
    for (const { gap, answer } of used) await tellAskers(gap, answer);
  }

  async function bringToUse(gap: Gap): Promise<void> {
    const answer = gap.answers.at(-1);
    const wanted = gap.answers.findLast(({ state }) => state === 'approved' || state === 'in-use');
    if (wanted === undefined) {
      if (answer?.state === 'withdrawn') shelf.remove(gap);
      return;
    }
    if (isExpired(wanted, now())) return;
    if (wanted.state === 'in-use' && shelf.wasRemoved(gap)) {
      const change = withdrawn(gap, wanted.decidedBy ?? wanted.author, now());
      if (change.ok) await gaps.save(change.gap);
      return;
    }
    if (!shelf.holds(gap, wanted)) return shelf.put(gap, wanted);
    if (wanted.state === 'approved') await gaps.save(inUse(gap, wanted.number, now()));
  }

  /** Whoever asks later is answered from the index. */
  async function tellAskers(gap: Gap, answer: GapAnswer): Promise<void> {
    const since = now() - MEMORY_MS;
    const untold = (await gaps.questionsIn(gap.id)).filter(
      ({ at, told }) => at > since && told < answer.number && at <= (answer.usedSince ?? 0),
    );
    for (const conversationId of new Set(untold.map((question) => question.conversationId))) {
      await tell({ gapId: gap.id, answer: answer.number, conversationId, text: tellingWords(answer) }).catch(onFault);
    }
  }

  return repeatWork(look, EVERY_MS, onFault);
}
