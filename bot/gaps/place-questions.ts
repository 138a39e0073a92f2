import {
  type ClusteredQuestion,
  createQuestionClusters,
  KEPT_OF_WORKED_ON,
} from '../../knowledge/gaps/question-clusters.ts';
import type { Pace } from '../loop.ts';
import { createPause } from '../pause.ts';
import type { Gaps } from '../ports/gaps.ts';
import { isHeldGap } from '../statements/statement-ledger.ts';
import { type Gap, type GapQuestion, isWorkedOn, newGap } from './gap.ts';

/** Questions of before are not compared any more. */
export const MEMORY_MS = 365 * 24 * 60 * 60_000;
/** New questions are compared with so many of the newest, about 4 KB of memory each. */
const MOST_HELD = 20_000;
/** Turns of several workers are written a little out of order. */
const OVERLAP_MS = 10 * 60_000;

/** What a question is about. */
export interface AboutQuestion extends Pick<ClusteredQuestion, 'terms' | 'vector'> {
  /** The vector as it is kept; `null` where there is none. */
  readonly meaning: string | null;
}

export interface PlacingDependencies {
  readonly gaps: Gaps;
  /** What a question is about; `kept` is what this gave as its `meaning` before, or `null`. */
  readonly about: (text: string, kept: string | null) => Promise<AboutQuestion>;
  /** Each new question waits for it: nobody waits for a place on the board. */
  readonly pace: Pace;
  readonly now: () => number;
  /** New questions are compared with so many of the newest, and with a few of each gap that people work on. */
  readonly mostHeld?: number;
}

/** Puts questions together with those of the same need. */
export interface QuestionPlacing {
  /**
   * Places what came since the last time.
   * @param known every gap, as it stands now
   */
  place(known: readonly Gap[]): Promise<void>;
  /** The gap of the need that some words ask for, or `null`. */
  gapOf(text: string): Promise<string | null>;
}

/**
 * Places questions in clusters that grow with them. What staff put together or apart is read as they left it: whenever
 * they did, the clusters are made anew from where the questions lie, without another look at their words.
 */
export function createQuestionPlacing({
  gaps,
  about,
  pace,
  now,
  mostHeld = MOST_HELD,
}: PlacingDependencies): QuestionPlacing {
  const pause = createPause();
  const read = new Map<string, ClusteredQuestion & AboutQuestion>();
  let kept: ReadonlySet<string> = new Set();
  let clusters = createQuestionClusters((gapId) => kept.has(gapId), undefined, pause);
  let placed = new Map<string, string>();
  let seenUntil: number | null = null;
  let steered = '';

  async function readQuestion({ id, text, meaning }: GapQuestion): Promise<ClusteredQuestion & AboutQuestion> {
    const known = read.get(id);
    if (known !== undefined) return known;
    const question = { id, ...(await about(text, meaning)) };
    read.set(id, question);
    return question;
  }

  function beginAnew(): void {
    clusters = createQuestionClusters((gapId) => kept.has(gapId), undefined, pause);
    placed = new Map();
    seenUntil = null;
  }

  /** At first the newest that lie somewhere, and those without a place; later only these. */
  async function questionsToRead(): Promise<readonly GapQuestion[]> {
    if (seenUntil !== null) return gaps.questions(seenUntil - OVERLAP_MS, 0);
    const newest = await gaps.questions(now() - MEMORY_MS, mostHeld);
    const chosen = new Map(newest.map((question) => [question.id, question]));
    for (const gapId of kept) {
      for (const question of (await gaps.questionsIn(gapId)).slice(-KEPT_OF_WORKED_ON))
        chosen.set(question.id, question);
    }
    return [...chosen.values()].sort((one, other) => one.at - other.at || (one.id < other.id ? -1 : 1));
  }

  function trim(): void {
    for (const id of clusters.trim(mostHeld)) {
      read.delete(id);
      placed.delete(id);
    }
  }

  return {
    /** Those that were placed before come first, so that clusters are what they were. */
    async place(known) {
      const gapIds = new Set(known.map(({ id }) => id));
      kept = new Set(known.filter(isWorkedOn).map(({ id }) => id));
      const steps = known.map(({ id, steered }) => `${id} ${steered ?? 0}`).join(',');
      const steeredNow = known.some((gap) => (gap.steered ?? 0) > 0) ? steps : '';
      if (steeredNow !== steered) beginAnew();
      steered = steeredNow;
      const homeOf = homes(known);

      const questions = (await questionsToRead()).filter(
        ({ id, text, gapId }) => text !== '' && !placed.has(id) && !isHeldGap(gapId ?? ''),
      );
      for (const question of questions) {
        const { id, gapId } = question;
        if (gapId === null) continue;
        const home = homeOf(gapId);
        const asked = await readQuestion(question);
        await clusters.restore(asked, home);
        await pause();
        const isKept = asked.meaning === null || asked.meaning === question.meaning;
        if (home !== gapId || !isKept) await gaps.place(id, home, asked.meaning);
        placed.set(id, home);
        trim();
      }
      for (const question of questions) {
        if (question.gapId !== null) continue;
        const { at } = question;
        await pace.turn();
        for (const { questionId, clusterId } of await clusters.add(await readQuestion(question))) {
          if (placed.get(questionId) === clusterId) continue;
          if (!gapIds.has(clusterId)) await gaps.save(newGap({ id: clusterId, at }));
          gapIds.add(clusterId);
          await gaps.place(questionId, clusterId, read.get(questionId)?.meaning);
          placed.set(questionId, clusterId);
        }
        trim();
      }
      seenUntil = Math.max(seenUntil ?? 0, ...questions.map(({ at }) => at));
    },

    gapOf: async (text) => clusters.find({ id: '', ...(await about(text, null)) }),
  };
}

/** Where the questions of a gap belong: in the one that staff put it into, and that one in turn. */
function homes(known: readonly Gap[]): (gapId: string) => string {
  const into = new Map(known.flatMap(({ id, merged }) => (merged == null ? [] : [[id, merged.into] as const])));
  return (gapId) => {
    const passed = new Set<string>();
    let home = gapId;
    for (let next = into.get(home); next !== undefined && !passed.has(next); next = into.get(home)) {
      passed.add(home);
      home = next;
    }
    return home;
  };
}
