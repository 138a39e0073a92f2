import { type ClusteredQuestion, createQuestionClusters } from '../../knowledge/gaps/question-clusters.ts';
import type { Pace } from '../loop.ts';
import { createPause } from '../pause.ts';
import type { Gaps } from '../ports/gaps.ts';
import { isHeldGap } from '../statements/statement-ledger.ts';
import { type Gap, isWorkedOn, newGap } from './gap.ts';

/** Questions of before are not compared any more. */
export const MEMORY_MS = 365 * 24 * 60 * 60_000;
/** Turns of several workers are written a little out of order. */
const OVERLAP_MS = 10 * 60_000;

export interface PlacingDependencies {
  readonly gaps: Gaps;
  /** What a question is about. */
  readonly about: (text: string) => Promise<Pick<ClusteredQuestion, 'terms' | 'vector'>>;
  /** Each new question waits for it: nobody waits for a place on the board. */
  readonly pace: Pace;
  readonly now: () => number;
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
export function createQuestionPlacing({ gaps, about, pace, now }: PlacingDependencies): QuestionPlacing {
  const pause = createPause();
  const read = new Map<string, ClusteredQuestion>();
  let kept: ReadonlySet<string> = new Set();
  let clusters = createQuestionClusters((gapId) => kept.has(gapId), undefined, pause);
  let placed = new Map<string, string>();
  let seenUntil: number | null = null;
  let steered = '';

  async function readQuestion(id: string, text: string): Promise<ClusteredQuestion> {
    const known = read.get(id);
    if (known !== undefined) return known;
    const question = { id, ...(await about(text)) };
    read.set(id, question);
    return question;
  }

  function beginAnew(): void {
    clusters = createQuestionClusters((gapId) => kept.has(gapId), undefined, pause);
    placed = new Map();
    seenUntil = null;
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

      const since = seenUntil === null ? now() - MEMORY_MS : seenUntil - OVERLAP_MS;
      const questions = (await gaps.questions(since)).filter(
        ({ id, text, gapId }) => text !== '' && !placed.has(id) && !isHeldGap(gapId ?? ''),
      );
      for (const { id, text, gapId } of questions) {
        if (gapId === null) continue;
        const home = homeOf(gapId);
        clusters.restore(await readQuestion(id, text), home);
        await pause();
        if (home !== gapId) await gaps.place(id, home);
        placed.set(id, home);
      }
      for (const { id, text, gapId, at } of questions) {
        if (gapId !== null) continue;
        await pace.turn();
        for (const { questionId, clusterId } of await clusters.add(await readQuestion(id, text))) {
          if (placed.get(questionId) === clusterId) continue;
          if (!gapIds.has(clusterId)) await gaps.save(newGap({ id: clusterId, at }));
          gapIds.add(clusterId);
          await gaps.place(questionId, clusterId);
          placed.set(questionId, clusterId);
        }
      }
      seenUntil = Math.max(seenUntil ?? 0, ...questions.map(({ at }) => at));
    },

    gapOf: async (text) => clusters.find({ id: '', ...(await about(text)) }),
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
