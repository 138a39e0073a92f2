import { type ArrivalRate, morningRate, steadyRate } from './arrivals.ts';
import { QUESTIONS_A_CITIZEN } from './citizens.ts';
import type { Crowd } from './crowd.ts';
import type { Stretch } from './watch-product.ts';

/** What a mode may do. */
export interface LoadStage {
  /** Measures what `run` lets the crowd do. */
  stretch(name: string, run: (crowd: Crowd) => Promise<void>): Promise<Stretch>;
  /** Waits until everybody has their replies. */
  gone(): Promise<boolean>;
}

/** A way to put load on the product. Rates are questions a second. */
export type LoadMode = (stage: LoadStage) => Promise<void>;

/** The same rate all the time. */
export function steadyMode(rate: number, seconds: number): LoadMode {
  return async ({ stretch }) => {
    await stretch(`${rate}/s`, (crowd) => crowd.arrive(steadyRate(citizens(rate)), seconds));
  };
}

/** A morning on which enrolment opens: its three parts are measured, and how long it takes until all are served. */
export function burstMode(base: number, factor: number, seconds: number): LoadMode {
  const morning = morningRate(citizens(base), factor, seconds);
  const parts = [
    ['quiet and climb', 0, 0.2],
    [`peak, ${base * factor}/s`, 0.2, 0.5],
    ['decline', 0.5, 1],
  ] as const;
  return async ({ stretch, gone }) => {
    for (const [name, from, until] of parts) {
      await stretch(name, (crowd) => crowd.arrive(shifted(morning, from * seconds), (until - from) * seconds));
    }
    await stretch('until all are served', async () => void (await gone()));
  };
}

/** Replies later than this are no longer felt as at once. */
const LATE_MS = 300;
const STEP = 1.25;
/** What waits must not have grown beyond this many seconds of questions. */
const GROWN_SECONDS = 1;

/**
 * Raises the rate step by step until replies come late or the line grows. The last good step is the highest rate.
 * @param seconds of one step; the first third brings citizens who then ask further questions and is not counted
 */
export function saturateMode(from: number, seconds: number): LoadMode {
  return async ({ stretch, gone }) => {
    for (let rate = from; ; rate = Math.round(rate * STEP)) {
      let measured: Stretch | null = null;
      // A second try, because somebody else's work on the machine must not count as the end.
      for (let attempt = 1; attempt <= 2 && !(measured !== null && isServed(measured, rate)); attempt += 1) {
        measured = await step(rate);
      }
      if (measured === null || !isServed(measured, rate)) return;
    }

    async function step(rate: number): Promise<Stretch> {
      const arrivals = steadyRate(citizens(rate));
      let stretched: Stretch | null = null;
      await stretch(`(${rate}/s begins)`, (crowd) => crowd.arrive(arrivals, seconds / 3));
      stretched = await stretch(`${rate}/s`, (crowd) => crowd.arrive(arrivals, (2 * seconds) / 3));
      await gone();
      return stretched;
    }
  };
}

/** Whether a step was served at once and left no line. */
export function isServed({ p95ms, waiting }: Stretch, rate: number): boolean {
  return p95ms <= LATE_MS && waiting <= rate * GROWN_SECONDS;
}

/** One rate for so many questions, measured in tenths, so that a slow change shows. */
export function soakMode(rate: number, turns: number): LoadMode {
  return async ({ stretch }) => {
    for (let tenth = 1; tenth <= 10; tenth += 1) {
      await stretch(`tenth ${tenth}`, (crowd) =>
        crowd.arrive(steadyRate(citizens(rate)), Number.POSITIVE_INFINITY, turns / 10),
      );
    }
  };
}

function citizens(questions: number): number {
  return questions / QUESTIONS_A_CITIZEN;
}

function shifted({ at, most }: ArrivalRate, by: number): ArrivalRate {
  return { at: (second) => at(second + by), most };
}
