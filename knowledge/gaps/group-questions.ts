import type { Pause } from '../pause.ts';
import { averageLinkage, type Begun } from './average-linkage.ts';
import { meaningAmong, neighbourLikeness } from './neighbourhoods.ts';
import type { TermWeights, WeighedQuestion } from './term-weights.ts';

interface Groupable {
  readonly terms: ReadonlyMap<string, number>;
  readonly vector: Float32Array | null;
}

/** How alike (0 to 1) two groups must be; fitted on one half of the needs of `test/measures/clusters`. */
const LIMIT = 0.1;
/** What terms tell is learnt from the groups before; after two rounds hardly anything moves. */
const ROUNDS = 3;

/**
 * Groups many questions at once. Which terms name a need is learnt on the way: «bể bơi» stands in one group, «bao nhiêu
 * tiền» in many.
 * @param begun questions, by number, that are together from the beginning; every number stands in one
 */
export async function groupQuestions(
  questions: readonly Groupable[],
  begun: readonly Begun[],
  weights: TermWeights,
  pause: Pause,
): Promise<readonly (readonly number[])[]> {
  let groups: readonly (readonly number[])[] = begun.map(({ members }) => members);
  const weighed = async () => {
    const all: WeighedQuestion[] = [];
    for (const question of questions) {
      await pause();
      all.push(weights.weigh(question));
    }
    return all;
  };
  const meaning = await meaningAmong(await weighed(), pause);
  for (let round = 0; round < ROUNDS; round += 1) {
    const likeness = await neighbourLikeness(await weighed(), meaning, pause);
    groups = await averageLinkage(likeness, begun, LIMIT, pause);
    await pause();
    weights.learn(groups.map((group) => group.flatMap((member) => questions[member] ?? [])));
  }
  return groups;
}
