import { NEVER_PAUSE, type Pause } from '../pause.ts';
import type { Begun } from './average-linkage.ts';
import { groupQuestions } from './group-questions.ts';
import { createTermWeights, type WeighedQuestion } from './term-weights.ts';

/** A question as the clusters see it. */
export interface ClusteredQuestion {
  readonly id: string;
  /** As `questionTerms` gives them. */
  readonly terms: ReadonlyMap<string, number>;
  /** Of the model that encodes questions; `null` where none does, for all questions alike. */
  readonly vector: Float32Array | null;
}

/** A question that belongs to another cluster from now on. */
export interface Placement {
  readonly questionId: string;
  readonly clusterId: string;
}

/** Questions about one need each, growing question by question. The same questions in the same order give the same. */
export interface QuestionClusters {
  /** Takes a question into a cluster that it was given before. One at a time, as {@link add}. */
  restore(question: ClusteredQuestion, clusterId: string): Promise<void>;
  /**
   * Finds the cluster of a new question or begins one, named by the question.
   * @returns where the question belongs, and every other one whose cluster became part of another by it. One at a time.
   */
  add(question: ClusteredQuestion): Promise<readonly Placement[]>;
  /**
   * Gives up the oldest questions beyond `most`, so that memory has a bound. Of a cluster that people work on a few stay
   * however old they are: what is asked again finds it.
   * @returns ids of the questions given up
   */
  trim(most: number): readonly string[];
  /** The cluster that a question would be taken into; `null`: it would begin one. Nothing changes. */
  find(question: ClusteredQuestion): string | null;
}

/** How alike on average (0 to 1) a question must be to those of a cluster, and two clusters to become one. */
export interface ClusterLimits {
  readonly join: number;
  readonly merge: number;
}

/** Fitted on one half of the needs of `test/measures/clusters`; the other half was only measured. */
export const CLUSTER_LIMITS = {
  withMeaning: { join: 0.16, merge: 0.15 },
  wordsAlone: { join: 0.16, merge: 0.13 },
} as const satisfies Record<string, ClusterLimits>;

/** Share of words against meaning in how alike two questions are. */
const WORDS_SHARE = 0.6;
/** Weights are made anew when so large a share of questions came since the last time. */
const REWEIGH_AFTER = 0.15;
/** Rearranging seldom takes more until nothing moves. */
const ROUNDS = 3;
/** Among fewer questions hardly any need has neighbours enough to be grouped by them. */
const FEWEST_REGROUPED = 250;
/** The newest are grouped anew, which takes a few seconds for so many; older ones stay where they are. */
const MOST_REGROUPED = 1_500;
/** So many questions of a cluster that people work on are never given up. */
export const KEPT_OF_WORKED_ON = 20;

interface Cluster {
  readonly id: string;
  /** How early it was begun; of two that become one, the earlier keeps its name. */
  readonly order: number;
  readonly questions: ClusteredQuestion[];
  /** Sums over its questions: a product of two sums tells how alike the questions are on average. */
  terms: Map<string, number>;
  vector: Float64Array | null;
}

/**
 * Clusters by average likeness (UPGMA, Sokal and Michener 1958), one question at a time: words weigh the more the fewer
 * questions hold them, and meaning counts beside them where vectors are given.
 * @param isKept whether people work on a cluster already: it takes others in, and becomes part of none
 * @param pause asked while many questions are looked at again
 */
export function createQuestionClusters(
  isKept: (clusterId: string) => boolean = () => false,
  limits?: ClusterLimits,
  pause: Pause = NEVER_PAUSE,
): QuestionClusters {
  const clusters = new Map<string, Cluster>();
  const weights = createTermWeights();
  /** In the order in which they came. */
  const all: ClusteredQuestion[] = [];
  const clusterOf = new Map<ClusteredQuestion, Cluster>();
  let weighedAt = 0;
  let newcomers = 0;
  let begun = 0;

  function likeness(one: Cluster | WeighedQuestion, other: Cluster): number {
    const pairs = sizeOf(one) * other.questions.length;
    if (pairs === 0) return 0;
    const words = productOf(one.terms, other.terms) / pairs;
    if (one.vector === null || other.vector === null) return words;
    return WORDS_SHARE * words + (1 - WORDS_SHARE) * Math.max(0, dot(one.vector, other.vector) / pairs);
  }

  function nearest(to: Cluster | WeighedQuestion, allowed: (cluster: Cluster) => boolean) {
    let best: { readonly cluster: Cluster; readonly likeness: number } | null = null;
    for (const cluster of clusters.values()) {
      if (!allowed(cluster)) continue;
      const found = likeness(to, cluster);
      if (best === null || found > best.likeness) best = { cluster, likeness: found };
    }
    return best;
  }

  function begin(id: string): Cluster {
    begun += 1;
    const cluster: Cluster = { id, order: begun, questions: [], terms: new Map(), vector: null };
    clusters.set(id, cluster);
    return cluster;
  }

  function take(cluster: Cluster, question: ClusteredQuestion): void {
    cluster.questions.push(question);
    clusterOf.set(question, cluster);
    sumUp(cluster, weights.weigh(question));
  }

  function count(question: ClusteredQuestion): void {
    weights.count(question);
    newcomers += 1;
  }

  /**
   * What is rare, and what all questions have in common, becomes clearer the more of them there are.
   * @param held questions that are counted
   */
  async function reweigh(held: number): Promise<boolean> {
    if (newcomers < weighedAt * REWEIGH_AFTER) return false;
    weighedAt = held;
    newcomers = 0;
    weights.settle();
    await weighAll();
    return true;
  }

  async function weighAll(): Promise<void> {
    for (const cluster of clusters.values()) {
      cluster.terms = new Map();
      cluster.vector = null;
      for (const question of cluster.questions) {
        await pause();
        sumUp(cluster, weights.weigh(question));
      }
    }
  }

  /**
   * Moves single questions that came early to where they belong by now, as long as there are too few to group them all at
   * once; those of clusters that are worked on stay.
   */
  async function rearrange(limit: ClusterLimits): Promise<readonly Placement[]> {
    const moved: Placement[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const before = moved.length;
      for (const cluster of [...clusters.values()].filter(({ id }) => !isKept(id))) {
        for (const question of [...cluster.questions]) {
          await pause();
          if (cluster.questions.length === 1) continue;
          leave(cluster, question);
          const weighed = weights.weigh(question);
          const found = nearest(weighed, () => true);
          const better = found !== null && found.likeness > likeness(weighed, cluster) ? found.cluster : cluster;
          take(better, question);
          if (better !== cluster) moved.push({ questionId: question.id, clusterId: better.id });
        }
      }
      for (const cluster of [...clusters.values()]) {
        await pause();
        if (clusters.has(cluster.id)) moved.push(...mergeAlike(cluster, limit.merge).moved);
      }
      if (moved.length === before) break;
    }
    return moved;
  }

  /**
   * Groups the questions anew, all at once: what came early lies better by now. Those of clusters that are worked on
   * stay together, and no two of these become one.
   */
  async function regroup(): Promise<readonly Placement[]> {
    const recent = all.slice(-MOST_REGROUPED);
    const numbers = new Map(recent.map((question, number) => [question, number]));
    const beginnings: Begun[] = [];
    for (const { id, questions } of clusters.values()) {
      const members = questions.flatMap((question) => numbers.get(question) ?? []);
      if (isKept(id)) beginnings.push({ members, isKept: true });
      else beginnings.push(...members.map((member) => ({ members: [member], isKept: false })));
    }
    const groups = await groupQuestions(
      recent,
      beginnings.filter(({ members }) => members.length > 0),
      weights,
      pause,
    );
    await weighAll();
    const moved: Placement[] = [];
    for (const { questions, home } of named(groups.map((group) => group.flatMap((number) => recent[number] ?? [])))) {
      for (const question of questions) {
        const before = clusterOf.get(question);
        if (before === home) continue;
        if (before !== undefined) leave(before, question);
        take(home, question);
        moved.push({ questionId: question.id, clusterId: home.id });
      }
    }
    for (const { id, questions } of [...clusters.values()]) if (questions.length === 0) clusters.delete(id);
    return moved;
  }

  /** Each group goes on under the name that most of its questions have; of two groups of one name the larger share does. */
  function named(groups: readonly (readonly ClusteredQuestion[])[]) {
    const claims = groups.flatMap((questions, group) => {
      const shares = new Map<Cluster, number>();
      for (const question of questions) {
        const cluster = clusterOf.get(question);
        if (cluster !== undefined) shares.set(cluster, (shares.get(cluster) ?? 0) + 1);
      }
      return [...shares].map(([cluster, share]) => ({ group, cluster, share }));
    });
    const homes = new Map<number, Cluster>();
    const given = new Set<Cluster>();
    for (const { group, cluster } of claims.toSorted(
      (one, other) =>
        Number(isKept(other.cluster.id)) - Number(isKept(one.cluster.id)) ||
        other.share - one.share ||
        one.cluster.order - other.cluster.order,
    )) {
      if (homes.has(group) || given.has(cluster)) continue;
      homes.set(group, cluster);
      given.add(cluster);
    }
    return groups.map((questions, group) => ({ questions, home: homes.get(group) ?? begin(freeName(questions)) }));
  }

  /** A question whose name no cluster has. Where all have one, none of them can be meant by it, and the first gets a mark. */
  function freeName(questions: readonly ClusteredQuestion[]): string {
    const free = questions.find(({ id }) => !clusters.has(id))?.id;
    return free ?? `${questions[0]?.id ?? ''}+${begun}`;
  }

  function leave(cluster: Cluster, question: ClusteredQuestion): void {
    cluster.questions.splice(cluster.questions.indexOf(question), 1);
    sumUp(cluster, weights.weigh(question), -1);
  }

  /** Joins a grown cluster with those that it is alike to by now. */
  function mergeAlike(grown: Cluster, merge: number): { readonly home: Cluster; readonly moved: readonly Placement[] } {
    const moved: Placement[] = [];
    for (let cluster = grown; ; ) {
      const other = nearest(cluster, (one) => one !== cluster && !(isKept(one.id) && isKept(cluster.id)));
      if (other === null || other.likeness < merge) return { home: cluster, moved };
      const keepsOther = isKept(other.cluster.id) || (!isKept(cluster.id) && other.cluster.order < cluster.order);
      const [whole, part] = keepsOther ? [other.cluster, cluster] : [cluster, other.cluster];
      clusters.delete(part.id);
      for (const question of part.questions) {
        take(whole, question);
        moved.push({ questionId: question.id, clusterId: whole.id });
      }
      cluster = whole;
    }
  }

  const limitFor = ({ vector }: ClusteredQuestion): ClusterLimits =>
    limits ?? (vector === null ? CLUSTER_LIMITS.wordsAlone : CLUSTER_LIMITS.withMeaning);

  /** Whether a question's cluster would still be found without it, or need not be. */
  function mayGo(question: ClusteredQuestion): boolean {
    const cluster = clusterOf.get(question);
    return cluster === undefined || !isKept(cluster.id) || cluster.questions.length > KEPT_OF_WORKED_ON;
  }

  return {
    trim(most) {
      const gone: string[] = [];
      while (all.length > most) {
        const index = all.findIndex(mayGo);
        const [question] = index === -1 ? [] : all.splice(index, 1);
        if (question === undefined) break;
        const cluster = clusterOf.get(question);
        if (cluster !== undefined) leave(cluster, question);
        if (cluster?.questions.length === 0) clusters.delete(cluster.id);
        clusterOf.delete(question);
        weights.forget(question);
        gone.push(question.id);
      }
      return gone;
    },

    find(question) {
      const found = nearest(weights.weigh(question), () => true);
      return found !== null && found.likeness >= limitFor(question).join ? found.cluster.id : null;
    },

    async restore(question, clusterId) {
      count(question);
      all.push(question);
      await reweigh(all.length);
      take(clusters.get(clusterId) ?? begin(clusterId), question);
    },

    async add(question) {
      count(question);
      const limit = limitFor(question);
      const isReweighed = await reweigh(all.length + 1);
      const rearranged = !isReweighed ? [] : await (all.length < FEWEST_REGROUPED ? rearrange(limit) : regroup());
      all.push(question);
      const found = nearest(weights.weigh(question), () => true);
      const cluster = found !== null && found.likeness >= limit.join ? found.cluster : begin(question.id);
      take(cluster, question);
      const { home, moved } = mergeAlike(cluster, limit.merge);
      const own = { questionId: question.id, clusterId: home.id };
      return [...new Map([...rearranged, ...moved, own].map((one) => [one.questionId, one])).values()];
    },
  };
}

function sizeOf(one: Cluster | WeighedQuestion): number {
  return 'questions' in one ? one.questions.length : 1;
}

function sumUp(cluster: Cluster, { terms, vector }: WeighedQuestion, sign: 1 | -1 = 1): void {
  for (const [term, weight] of terms) cluster.terms.set(term, (cluster.terms.get(term) ?? 0) + sign * weight);
  if (vector === null) return;
  const sum = cluster.vector ?? new Float64Array(vector.length);
  for (let index = 0; index < vector.length; index += 1) sum[index] = (sum[index] ?? 0) + sign * (vector[index] ?? 0);
  cluster.vector = sum;
}

function productOf(one: ReadonlyMap<string, number>, other: ReadonlyMap<string, number>): number {
  const [few, many] = one.size <= other.size ? [one, other] : [other, one];
  let product = 0;
  for (const [term, weight] of few) product += weight * (many.get(term) ?? 0);
  return product;
}

function dot(one: Float64Array, other: Float64Array): number {
  let product = 0;
  for (let index = 0; index < one.length; index += 1) product += (one[index] ?? 0) * (other[index] ?? 0);
  return product;
}
