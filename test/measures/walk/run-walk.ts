import { compare, compareClosed, compareTranscripts } from './compare.ts';
import type { EngineHouse } from './engines.ts';
import { emptyModel } from './model.ts';
import { drawSteps, eventsIn, type Step } from './steps.ts';
import { buildTown } from './town.ts';

/** What a walk, or a part of it, came to. */
export interface WalkReport {
  readonly events: number;
  readonly counts: ReadonlyMap<string, number>;
  readonly failure: WalkFailure | null;
}

export interface WalkFailure {
  /** Seed of the part that failed; a walk from it alone fails in the same way. */
  readonly seed: string;
  readonly faults: readonly string[];
  /** The shortest sequence found that fails. */
  readonly steps: readonly Step[];
}

/** A part starts with an empty store, so that a failure is near its cause. */
const STEPS_A_PART = 400;
const TRANSCRIPTS_EVERY = 20;
const MOST_REPLAYS = 250;

/**
 * Walks at random until `events` have happened or a fault shows, and shortens the sequence that shows it.
 * @param onProgress told of the events so far after each part
 */
export async function runWalk(
  house: EngineHouse,
  seed: string,
  events: number,
  onProgress: (events: number) => void = () => undefined,
): Promise<WalkReport> {
  const counts = new Map<string, number>();
  let happened = 0;
  for (let part = 0; happened < events; part += 1) {
    const partSeed = part === 0 ? seed : `${seed}+${part}`;
    const steps = drawSteps(partSeed, STEPS_A_PART);
    const walked = await walk(house, steps);
    happened += steps.slice(0, walked.steps).reduce((sum, step) => sum + eventsIn(step), 0);
    for (const [what, number] of walked.counts) counts.set(what, (counts.get(what) ?? 0) + number);
    onProgress(happened);
    if (walked.faults.length === 0) continue;
    const shortest = await shorten(house, steps.slice(0, walked.steps));
    return { events: happened, counts, failure: { seed: partSeed, ...shortest } };
  }
  return { events: happened, counts, failure: null };
}

interface Walked {
  readonly steps: number;
  readonly faults: readonly string[];
  readonly counts: ReadonlyMap<string, number>;
}

/** Replays steps on an empty store until one shows a fault. */
export async function walk(house: EngineHouse, steps: readonly Step[]): Promise<Walked> {
  const model = emptyModel();
  const newId = counter('id');
  const engine = await house.open(counter('store'));
  try {
    const town = buildTown(engine, model, newId);
    for (const [index, step] of steps.entries()) {
      await town.take(step);
      await compare(engine, model, town.now());
      if (index % TRANSCRIPTS_EVERY === 0) await compareTranscripts(engine, model);
      if (model.faults.length > 0) return { steps: index + 1, faults: model.faults, counts: model.counts };
    }
    await town.rest();
    await compare(engine, model, town.now());
    await compareTranscripts(engine, model);
    await compareClosed(engine, model);
    return { steps: steps.length, faults: model.faults, counts: model.counts };
  } finally {
    await engine.close();
  }
}

/** Drops ever smaller pieces of the sequence as long as what is left still fails. */
async function shorten(
  house: EngineHouse,
  failing: readonly Step[],
): Promise<{ readonly steps: readonly Step[]; readonly faults: readonly string[] }> {
  let steps = failing;
  let faults: readonly string[] = ['the failure does not show again'];
  let replays = 0;
  const fails = async (candidate: readonly Step[]): Promise<boolean> => {
    replays += 1;
    const walked = await walk(house, candidate);
    if (walked.faults.length === 0) return false;
    steps = candidate.slice(0, walked.steps);
    faults = walked.faults;
    return true;
  };
  await fails(steps);
  for (let size = Math.ceil(steps.length / 2); size >= 1 && replays < MOST_REPLAYS; size = Math.floor(size / 2)) {
    for (let start = 0; start < steps.length && replays < MOST_REPLAYS; ) {
      const without = [...steps.slice(0, start), ...steps.slice(start + size)];
      if (!(await fails(without))) start += size;
    }
  }
  return { steps, faults };
}

function counter(name: string): () => string {
  let last = 0;
  return () => {
    last += 1;
    return `${name}${last}`;
  };
}
