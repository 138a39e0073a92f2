import { MESSENGER } from '../../builders/accounts.ts';
import { startGraphSimulator } from '../../simulators/graph.ts';
import { seededRandom } from '../retrieval/seeded-random.ts';
import { type Accounting, account } from './accounting.ts';
import { type CitizenHabits, QUESTIONS_A_CITIZEN } from './citizens.ts';
import { createCrowd } from './crowd.ts';
import { readLedger } from './ledger.ts';
import type { LoadMode } from './load-modes.ts';
import { type Memory, memoryUse } from './memory-use.ts';
import { type ServedOptions, serveProduct } from './served-product.ts';
import { type Sample, type Stretch, watchProduct } from './watch-product.ts';
import { openDoor } from './webhook-door.ts';

export interface LoadOptions extends Omit<ServedOptions, 'graphUrl'> {
  readonly mode: LoadMode;
  readonly habits: CitizenHabits;
  readonly seed: string;
  /** Whether the platform sends an echo of each message, as a Page with that subscription gets. */
  readonly echoes: boolean;
  readonly sampleEveryMs: number;
  /** Longest time until all is answered after the last question. */
  readonly quietWithinMs: number;
  readonly onStretch: (stretch: Stretch) => void;
}

export interface LoadReport {
  readonly stretches: readonly Stretch[];
  readonly accounting: Accounting;
  /** Citizens who were told that it takes longer. */
  readonly notices: number;
  readonly memory: readonly Memory[];
  readonly samples: readonly Sample[];
  /** Calls that the platform refused: none should be. */
  readonly refusedCalls: number;
  /** Whether everything was answered in time. */
  readonly quiet: boolean;
  /** What the product printed on standard error. */
  readonly complaints: string;
}

/** Ten seconds of few questions: code that has run before is what is measured. */
const WARM_UP_SECONDS = 10;
const WARM_UP_TURNS_A_SECOND = 20;

/** Puts a crowd of citizens before the whole product, which runs in processes of its own, and says how it fared. */
export async function runLoad(options: LoadOptions): Promise<LoadReport> {
  const random = seededRandom(options.seed);
  const graph = await startGraphSimulator({ ...MESSENGER, onMessage: (message) => crowd.received(message) });
  const product = await serveProduct({ ...options, graphUrl: graph.url }).catch(async (error: unknown) => {
    await graph.stop();
    throw error;
  });
  const door = openDoor(`${product.url}/webhooks/messenger`);
  if (options.echoes) graph.echoTo(`${product.url}/webhooks/messenger`, 'after');
  const crowd = createCrowd({ door, habits: options.habits, random, onWrites: graph.setLastInbound });
  const watch = watchProduct(product, crowd, options.burstMs, options.sampleEveryMs);
  const stretches: Stretch[] = [];
  try {
    await crowd.arrive({ at: () => WARM_UP_RATE, most: WARM_UP_RATE }, WARM_UP_SECONDS);
    await crowd.gone(options.quietWithinMs);
    const warm = watch.samples.length;
    await options.mode({
      async stretch(name, run) {
        const stretch = await watch.stretch(name, () => run(crowd));
        stretches.push(stretch);
        options.onStretch(stretch);
        return stretch;
      },
      gone: () => crowd.gone(options.quietWithinMs),
    });
    const quiet = await crowd.gone(options.quietWithinMs);
    await watch.stop();
    graph.echoTo(null);
    const complaints = await product.stop();
    const turns = product.stateFile === null ? null : readLedger(product.stateFile);
    return {
      stretches,
      accounting: account(crowd.accepted(), turns, crowd.receivedPieces),
      notices: crowd.notices(),
      memory: memoryUse(
        product.processes.map(({ name }) => name),
        watch.samples.slice(warm),
      ),
      samples: watch.samples,
      refusedCalls: graph.refused.length,
      quiet,
      complaints,
    };
  } finally {
    await watch.stop();
    door.close();
    await Promise.all([graph.stop(), product.remove()]);
  }
}

const WARM_UP_RATE = WARM_UP_TURNS_A_SECOND / QUESTIONS_A_CITIZEN;
