import { setImmediate as giveWay } from 'node:timers/promises';
import type { Alarms } from '../ports/alarms.ts';
import type { ReportRows, ReportTurn } from '../ports/report-rows.ts';
import { trafficSurgeAlarm } from '../raised-alarms.ts';
import { repeatWork } from '../repeated-work.ts';
import { createSurgeDetector } from './detect-surges.ts';
import { createRumourFinder } from './find-rumours.ts';
import type { RadarFindings } from './radar-state.ts';
import { streamsOfTurn } from './streams.ts';

const EVERY_MS = 5 * 60_000;
/** What is usual is learnt from so much of the past, read once at the start. */
const LEARN_FROM_MS = 6 * 7 * 24 * 3_600_000;
const PAGE = 500;

/** What the radar needs. */
export interface RadarDependencies {
  readonly reportRows: ReportRows;
  readonly findings: RadarFindings;
  readonly alarms: Alarms;
  readonly now: () => number;
  readonly onFault: (error: unknown) => void;
}

/** One look at what came in since the last; the first one learns from six weeks. */
export function createRadar(deps: Omit<RadarDependencies, 'onFault'>): { look(): Promise<void> } {
  const { reportRows, findings, alarms, now } = deps;
  const detector = createSurgeDetector();
  const finder = createRumourFinder();
  let last: Pick<ReportTurn, 'at' | 'turnId'> | null = null;
  let since: number | null = null;

  async function take(until: number): Promise<void> {
    since ??= until - LEARN_FROM_MS;
    for (;;) {
      const page: readonly ReportTurn[] = await reportRows.turns({ from: since, until }, last, PAGE);
      for (const turn of page) {
        for (const stream of streamsOfTurn(turn)) detector.see({ stream, person: turn.conversationId, at: turn.at });
        finder.see(turn);
      }
      last = page.at(-1) ?? last;
      if (page.length < PAGE) return;
      await giveWay();
    }
  }

  return {
    async look() {
      const at = now();
      await take(at);
      const surges = await findings.add(detector.look(at), finder.rumours(at), at);
      for (const surge of surges) void alarms.raise(trafficSurgeAlarm(surge));
    },
  };
}

/** Looks every five minutes. The result stops it, after a look under way has ended. */
export function watchTraffic(deps: RadarDependencies): () => Promise<void> {
  return repeatWork(createRadar(deps).look, EVERY_MS, deps.onFault).stop;
}
