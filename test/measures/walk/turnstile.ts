import { setImmediate as nextTurn } from 'node:timers/promises';

/** One run of the program: after a crash nothing of it reaches a store any more. */
export interface Life {
  dead: boolean;
}

/** What a dead process's calls end with. */
export class Crashed extends Error {
  readonly code = 'CRASHED';
}

/** Lets calls of several actors through one at a time, in an order drawn by the caller. */
export interface Turnstile {
  /** Waits for its turn, then makes the call; {@link Crashed} in a life that ended. */
  pass<T>(life: Life, call: () => Promise<T>): Promise<T>;
  /**
   * Runs actors beside each other until all have ended, whichever way.
   * @param random 0..1, draws whose call is next
   * @param crash the life to end after so many calls
   */
  run(
    actors: readonly (() => Promise<void>)[],
    random: () => number,
    crash?: { readonly life: Life; readonly after: number },
  ): Promise<void>;
}

/** Turns of the event loop in which nobody asks for anything; more of them is a standstill. */
const MOST_IDLE_TURNS = 20_000;

export function createTurnstile(): Turnstile {
  const waiting: (() => Promise<void>)[] = [];
  return {
    pass(life, call) {
      return new Promise((resolve, reject) => {
        waiting.push(async () => {
          if (life.dead) reject(new Crashed());
          else await call().then(resolve, reject);
        });
      });
    },

    async run(actors, random, crash) {
      let unfinished = actors.length;
      for (const actor of actors) {
        const ended = () => {
          unfinished -= 1;
        };
        actor().then(ended, ended);
      }
      let calls = 0;
      let idle = 0;
      while (unfinished > 0) {
        // Everybody goes on until they want something of a store, or have ended.
        await nextTurn();
        const [next] = waiting.splice(Math.floor(random() * waiting.length), 1);
        if (next === undefined) {
          idle += 1;
          if (idle > MOST_IDLE_TURNS) throw new Error('The actors wait for something that never comes.');
          continue;
        }
        idle = 0;
        await next();
        calls += 1;
        if (calls === crash?.after) crash.life.dead = true;
      }
    },
  };
}
