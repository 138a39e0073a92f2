import type { Pause } from '../pause.ts';
import type { Likeness } from './average-linkage.ts';
import type { WeighedQuestion } from './term-weights.ts';

/** Share of words against meaning in how alike two questions are. */
const WORDS_SHARE = 0.7;
/** A question has at most so many neighbours, and fewer where there are few questions. */
const MOST_NEIGHBOURS = 15;
const FEWEST_NEIGHBOURS = 3;
const QUESTIONS_A_NEIGHBOUR = 70;
/** What so many neighbours share tells more than the questions themselves. */
const TRUSTED_NEIGHBOURS = 10;
/** Candidates are sorted whenever there are so many times more of them than neighbours. */
const SORTED_AT_ONCE = 4;
/** How far and how readily one walks from question to question. */
const STEPS = 3;
const GOES_ON = 0.7;
/** What is hardly ever reached is left out. */
const MOST_REACHED = 40;
const LEAST_LIKENESS = 0.03;

/**
 * How alike questions are by the neighbours that they share: two wordings without a common word belong together where
 * others lie between them. A random walk with restart over the nearest neighbours of each (after L. Page and others,
 * 1999); the cosine of where two walks lead is their likeness. About n² products for n questions.
 */
export async function neighbourLikeness(questions: number, likenessTo: LikenessTo, pause: Pause): Promise<Likeness> {
  const steps = await stepsAmong(questions, likenessTo, pause);
  const walk = createWalk(steps);
  const reached: (readonly Share[])[] = [];
  for (const from of steps.keys()) {
    reached.push(walk(from));
    await pause();
  }
  const arriving = steps.map((): Share[] => []);
  for (const [from, places] of reached.entries()) {
    for (const [place, share] of places) arriving[place]?.push([from, share]);
  }
  const alike = new Float64Array(questions);
  const rows: ReadonlyMap<number, number>[] = [];
  for (const [from, places] of reached.entries()) {
    await pause();
    alike.fill(0);
    for (const [place, share] of places) {
      for (const [other, theirs] of arriving[place] ?? []) alike[other] = (alike[other] ?? 0) + share * theirs;
    }
    rows.push(likeEnough(alike, from));
  }
  return rows;
}

/** How alike in meaning each question is to each other one; `null`: of no use to anybody, because nothing encodes them. */
export type Meaning = readonly Float32Array[] | null;

/** Cosines of all pairs of vectors; about n² products. */
export async function meaningAmong(questions: readonly WeighedQuestion[], pause: Pause): Promise<Meaning> {
  const vectors = questions.flatMap(({ vector }) => (vector === null ? [] : [vector]));
  if (vectors.length < questions.length) return null;
  const rows = vectors.map(() => new Float32Array(vectors.length));
  for (const [one, vector] of vectors.entries()) {
    await pause();
    const row = rows[one];
    if (row === undefined) continue;
    for (let other = 0; other < one; other += 1) row[other] = dot(vector, vectors[other] ?? vector);
  }
  for (const [one, row] of rows.entries()) {
    await pause();
    for (let other = one + 1; other < rows.length; other += 1) row[other] = rows[other]?.[one] ?? 0;
  }
  return rows;
}

/** How alike a question, by its number, is to each other one; what it gives is overwritten by the next. */
export type LikenessTo = (index: number) => Float64Array;

/** The number of a question and how much of something falls to it. */
type Share = readonly [question: number, share: number];
type Steps = readonly (readonly Share[])[];

/** How many neighbours each of so many questions has, and how much (0 to 1) what they share can be trusted. */
export function neighboursAmong(questions: number): { readonly count: number; readonly trust: number } {
  const wanted = Math.round(questions / QUESTIONS_A_NEIGHBOUR);
  const count = Math.max(FEWEST_NEIGHBOURS, Math.min(MOST_NEIGHBOURS, wanted));
  return { count, trust: Math.min(1, count / TRUSTED_NEIGHBOURS) };
}

/** How alike pairs are by their own words and meaning. */
export async function directLikeness(questions: number, likenessTo: LikenessTo, pause: Pause): Promise<Likeness> {
  const rows: ReadonlyMap<number, number>[] = [];
  for (let index = 0; index < questions; index += 1) {
    await pause();
    rows.push(likeEnough(likenessTo(index), index));
  }
  return rows;
}

/** To whom a question is alike at all. */
function likeEnough(alike: Float64Array, index: number): ReadonlyMap<number, number> {
  const row = new Map<number, number>();
  for (let other = 0; other < alike.length; other += 1) {
    const value = alike[other] ?? 0;
    if (value >= LEAST_LIKENESS && other !== index) row.set(other, value);
  }
  return row;
}

/** Chances to go from each question to each of its neighbours; who is a neighbour of one has it as neighbour too. */
async function stepsAmong(questions: number, likenessTo: LikenessTo, pause: Pause): Promise<Steps> {
  const { count } = neighboursAmong(questions);
  const links = Array.from({ length: questions }, () => new Map<number, number>());
  for (let index = 0; index < questions; index += 1) {
    await pause();
    for (const [other, value] of nearestOf(index, likenessTo(index), count)) {
      links[index]?.set(other, value);
      links[other]?.set(index, value);
    }
  }
  return links.map((row) => {
    const all = [...row.values()].reduce((sum, value) => sum + value, 0);
    return [...row].map(([other, value]): Share => [other, value / all]);
  });
}

/** Reads how alike questions are by their own words and meaning. */
export async function likenessAmong(
  questions: readonly WeighedQuestion[],
  meaning: Meaning,
  pause: Pause,
): Promise<LikenessTo> {
  const holders = new Map<string, Share[]>();
  for (const [index, { terms }] of questions.entries()) {
    await pause();
    for (const [term, weight] of terms) {
      const known = holders.get(term);
      if (known === undefined) holders.set(term, [[index, weight]]);
      else known.push([index, weight]);
    }
  }
  const alike = new Float64Array(questions.length);
  return (index) => {
    alike.fill(0);
    for (const [term, weight] of questions[index]?.terms ?? []) {
      for (const [other, theirs] of holders.get(term) ?? []) alike[other] = (alike[other] ?? 0) + weight * theirs;
    }
    const cosines = meaning?.[index];
    if (cosines === undefined) return alike;
    for (let other = 0; other < alike.length; other += 1) {
      alike[other] = WORDS_SHARE * (alike[other] ?? 0) + (1 - WORDS_SHARE) * (cosines[other] ?? 0);
    }
    return alike;
  };
}

function nearestOf(index: number, alike: Float64Array, count: number): readonly Share[] {
  const found: Share[] = [];
  let least = 0;
  for (let other = 0; other < alike.length; other += 1) {
    const value = alike[other] ?? 0;
    if (other === index || value <= least) continue;
    found.push([other, value]);
    if (found.length < SORTED_AT_ONCE * count) continue;
    found.sort(mostFirst);
    found.length = count;
    least = found.at(-1)?.[1] ?? 0;
  }
  return found.sort(mostFirst).slice(0, count);
}

/** Most first; of equal shares the earlier question. */
function mostFirst([a, one]: Share, [b, other]: Share): number {
  return other - one || a - b;
}

/** Shares of where a walk from a question ends, as a vector of length 1. */
function createWalk(steps: Steps): (from: number) => readonly Share[] {
  // Zero wherever nothing is on its way, between walks and steps alike.
  const shares = new Float64Array(steps.length);
  const arriving = new Float64Array(steps.length);
  return (from) => {
    let places = [from];
    shares[from] = 1;
    for (let step = 0; step < STEPS; step += 1) {
      const next = [from];
      arriving[from] = 1 - GOES_ON;
      for (const place of places) {
        const share = GOES_ON * (shares[place] ?? 0);
        shares[place] = 0;
        for (const [to, chance] of steps[place] ?? []) {
          const arrived = arriving[to] ?? 0;
          if (arrived === 0) next.push(to);
          arriving[to] = arrived + share * chance;
        }
      }
      for (const place of next) {
        shares[place] = arriving[place] ?? 0;
        arriving[place] = 0;
      }
      places = next;
    }
    const reached = places.map((place): Share => [place, shares[place] ?? 0]);
    for (const place of places) shares[place] = 0;
    const kept = reached.sort(mostFirst).slice(0, MOST_REACHED);
    const length = Math.sqrt(kept.reduce((sum, [, share]) => sum + share ** 2, 0));
    return kept.map(([place, share]) => [place, share / length]);
  };
}

/** Four sums at a time, which processors add up side by side. */
function dot(one: Float64Array, other: Float64Array): number {
  let [first, second, third, fourth] = [0, 0, 0, 0];
  const whole = one.length - (one.length % 4);
  for (let index = 0; index < whole; index += 4) {
    first += (one[index] ?? 0) * (other[index] ?? 0);
    second += (one[index + 1] ?? 0) * (other[index + 1] ?? 0);
    third += (one[index + 2] ?? 0) * (other[index + 2] ?? 0);
    fourth += (one[index + 3] ?? 0) * (other[index + 3] ?? 0);
  }
  let rest = 0;
  for (let index = whole; index < one.length; index += 1) rest += (one[index] ?? 0) * (other[index] ?? 0);
  return first + second + third + fourth + rest;
}
