import type { Pause } from '../pause.ts';
import { averageLinkage, type Begun, type Likeness } from './average-linkage.ts';
import { directLikeness, likenessAmong, meaningAmong, neighbourLikeness, neighboursAmong } from './neighbourhoods.ts';
import type { TermWeights, WeighedQuestion } from './term-weights.ts';

interface Groupable {
  readonly terms: ReadonlyMap<string, number>;
  readonly vector: Float32Array | null;
}

/**
 * How alike (0 to 1) two groups must be by what their neighbours share, and by their own words and meaning; fitted on one
 * half of the needs of `test/measures/clusters`.
 */
const LIMIT = { shared: 0.1, direct: 0.14 } as const;
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
  const { trust } = neighboursAmong(questions.length);
  const limit = trust * LIMIT.shared + (1 - trust) * LIMIT.direct;
  for (let round = 0; round < ROUNDS; round += 1) {
    const likenessTo = await likenessAmong(await weighed(), meaning, pause);
    const shared = await neighbourLikeness(questions.length, likenessTo, pause);
    const likeness =
      trust === 1 ? shared : mixed(shared, await directLikeness(questions.length, likenessTo, pause), trust);
    groups = await averageLinkage(likeness, begun, limit, pause);
    await pause();
    weights.learn(groups.map((group) => group.flatMap((member) => questions[member] ?? [])));
  }
  return groups;
}

/** Few questions have few neighbours each, so that what these share says less than the questions themselves. */
function mixed(shared: Likeness, direct: Likeness, trust: number): Likeness {
  return shared.map((row, index) => {
    const all = new Map([...row].map(([other, value]) => [other, trust * value]));
    for (const [other, value] of direct[index] ?? []) all.set(other, (all.get(other) ?? 0) + (1 - trust) * value);
    return all;
  });
}
