import type { Gap, GapQuestion } from '../gaps/gap.ts';
import type { Rating } from '../gaps/rating.ts';

/** An approved answer on its way to one citizen who had asked. */
export interface GapTelling {
  readonly gapId: string;
  /** `GapAnswer.number`. */
  readonly answer: number;
  readonly conversationId: string;
  /** What the citizen reads. */
  readonly text: string;
  readonly at: number;
}

/**
 * Questions that the assistant could not answer, and the gaps that they show. A turn's commit writes the questions
 * (see `bot/gaps/unanswered.ts`); erasure and retention take their words.
 */
export interface Gaps {
  /**
   * Questions that were asked after `since` (ms since epoch), oldest first; those of one moment by their id.
   * @param newest of those that lie in a gap, only so many of the newest; those that lie in none come all
   */
  questions(since: number, newest?: number): Promise<readonly GapQuestion[]>;
  /** All questions of one gap, oldest first; those of one moment by their id. */
  questionsIn(gapId: string): Promise<readonly GapQuestion[]>;
  /**
   * Puts a question into a gap; nothing happens when there is no such question.
   * @param meaning is kept with it while its words are; `null` or absent: what was kept before stays
   */
  place(questionId: string, gapId: string, meaning?: string | null): Promise<void>;
  /** What citizens said of answers since `since` (ms since epoch), oldest first; of one answer the last word. */
  ratings(since: number): Promise<readonly Rating[]>;
  /** Every gap, the first opened first. */
  list(): Promise<readonly Gap[]>;
  find(id: string): Promise<Gap | null>;
  /** Stores a gap in the place of its version before; `false`, and nothing is written, when another one stands there. */
  save(gap: Gap): Promise<boolean>;
  /**
   * Puts an answer into the outbox for one citizen and marks their questions of the gap as told, in one step, so that a
   * repeated call sends nothing. `false`, and nothing is written, when a person speaks with the citizen now or nothing
   * of theirs is left untold.
   */
  tell(telling: GapTelling): Promise<boolean>;
}
