import type { GraphFault, GraphSimulator } from '../../simulators/graph.ts';
import type { EchoTiming } from '../../simulators/platform-server.ts';
import type { ZaloFault, ZaloSimulator } from '../../simulators/zalo.ts';

/** Share of messages that meet each fault. */
const FAULTS = { '5xx': 0.05, slow: 0.05, 'lose-response': 0.05 } as const;
const TIMINGS: readonly EchoTiming[] = ['before', 'meanwhile', 'after'];
const TIMING_LASTS_MS = 150;

export interface WeatherOptions {
  readonly webhooks: { readonly messenger: string; readonly zalo: string };
  readonly random: () => number;
  /** How often each platform limits the rate, and Zalo's token dies; each costs a minute of rest at most. */
  readonly rests: number;
}

/** Faults that happened, by name. */
export type FaultCounts = Readonly<Record<string, number>>;

/**
 * Makes the simulated platforms fail at random for as long as it lasts: busy, slow, answers lost after delivery, rate
 * limits, and echoes that come before, with or after the answer.
 */
export function startWeather(
  graph: GraphSimulator,
  zalo: ZaloSimulator,
  options: WeatherOptions,
): { readonly counts: FaultCounts; clearUp(): void } {
  const { random, webhooks, rests } = options;
  const counts: Record<string, number> = {};
  const count = <Fault extends string>(platform: string, fault: Fault): Fault => {
    const name = `${platform} ${fault}`;
    counts[name] = (counts[name] ?? 0) + 1;
    return fault;
  };
  const ordinary = (): keyof typeof FAULTS | undefined => {
    let dice = random();
    for (const fault of ['5xx', 'slow', 'lose-response'] as const) {
      if (dice < FAULTS[fault]) return fault;
      dice -= FAULTS[fault];
    }
    return undefined;
  };
  /** The rare faults come with every hundredth message, until they are used up. */
  const rare = <Fault extends string>(platform: string, faults: readonly Fault[]) => {
    const left = Array.from({ length: rests }, () => faults).flat();
    let messages = 0;
    return (): Fault | undefined => {
      messages += 1;
      const fault = messages % 100 === 0 ? left.shift() : undefined;
      return fault === undefined ? undefined : count(platform, fault);
    };
  };
  const named = (platform: string, fault: keyof typeof FAULTS | undefined) =>
    fault === undefined ? undefined : count(platform, fault);

  const rareGraph = rare<GraphFault>('messenger', ['613']);
  const rareZalo = rare<ZaloFault>('zalo', ['rate', 'token-dead']);
  graph.faults.nextResponses = endless<GraphFault>(() => rareGraph() ?? named('messenger', ordinary()));
  zalo.faults.nextResponses = endless<ZaloFault>(() => rareZalo() ?? named('zalo', ordinary()));

  const turn = () => {
    const timing = TIMINGS[Math.floor(random() * TIMINGS.length)];
    graph.echoTo(webhooks.messenger, timing);
    zalo.echoTo(webhooks.zalo, timing);
  };
  turn();
  const timer = setInterval(turn, TIMING_LASTS_MS);
  return {
    counts,
    clearUp() {
      clearInterval(timer);
      graph.faults.nextResponses = [];
      zalo.faults.nextResponses = [];
    },
  };
}

/** A queue whose next element is made when it is asked for. */
function endless<T>(next: () => T | undefined): T[] {
  const queue: T[] = [];
  queue.shift = next;
  return queue;
}
