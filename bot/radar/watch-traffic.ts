import { placeKey } from '../../knowledge/admission/names.ts';
import { createPlaceReader } from '../../knowledge/admission/read-places.ts';
import type { Incident } from '../incidents/incident.ts';
import { createPause } from '../pause.ts';
import type { Alarms } from '../ports/alarms.ts';
import type { Incidents } from '../ports/incidents.ts';
import type { ReportRows, ReportTurn } from '../ports/report-rows.ts';
import { trafficSurgeAlarm } from '../raised-alarms.ts';
import type { DatesRead } from '../reminders/published-dates.ts';
import { repeatWork } from '../repeated-work.ts';
import { isTrend } from '../reporting/is-trend.ts';
import { createSurgeDetector } from './detect-surges.ts';
import { createRumourFinder } from './find-rumours.ts';
import type { RadarFindings } from './radar-state.ts';
import { INCIDENT_STREAM, streamsOfTurn } from './streams.ts';

const EVERY_MS = 5 * 60_000;
/** What is usual is learnt from so much of the past, read once at the start. */
const LEARN_FROM_MS = 6 * 7 * 24 * 3_600_000;
const PAGE = 500;
/** Of more than so many at once the newest count. */
const MOST_INCIDENTS = 1_000;

/** What the radar needs. */
export interface RadarDependencies {
  readonly reportRows: ReportRows;
  readonly findings: RadarFindings;
  readonly incidents: Pick<Incidents, 'filed'>;
  /** What is published, by which schools and wards are known. */
  readonly dates: () => Promise<Pick<DatesRead, 'places'>>;
  readonly alarms: Alarms;
  readonly now: () => number;
  readonly onFault: (error: unknown) => void;
}

/** One look at what came in since the last; the first one learns from six weeks. */
export function createRadar(deps: Omit<RadarDependencies, 'onFault'>): { look(): Promise<void> } {
  const { reportRows, findings, incidents, alarms, now } = deps;
  const detector = createSurgeDetector();
  const finder = createRumourFinder();
  const pause = createPause();
  let last: Pick<ReportTurn, 'at' | 'turnId'> | null = null;
  let since: number | null = null;
  let filedUntil: number | null = null;

  async function take(until: number): Promise<void> {
    since ??= until - LEARN_FROM_MS;
    const readPlaces = createPlaceReader((await deps.dates()).places);
    const filed = await newIncidents(until);
    const seeFiled = (at: number) => {
      while (filed[0] !== undefined && filed[0].filedAt <= at) {
        const { kind, school, filedAt } = filed[0];
        detector.see({ stream: `${INCIDENT_STREAM}${kind}`, person: placeKey(school), at: filedAt });
        filed.shift();
      }
    };
    for (;;) {
      const page: readonly ReportTurn[] = await reportRows.turns({ from: since, until }, last, PAGE);
      for (const turn of page) {
        seeFiled(turn.at);
        for (const stream of streamsOfTurn(turn, readPlaces))
          detector.see({ stream, person: turn.conversationId, at: turn.at });
        if (isTrend(turn)) finder.see(turn);
        await pause();
      }
      last = page.at(-1) ?? last;
      if (page.length < PAGE) {
        seeFiled(until);
        filedUntil = until;
        return;
      }
    }
  }

  /** What schools filed since the last look, the oldest first; each school counts as a person does. */
  async function newIncidents(until: number): Promise<Incident[]> {
    const from = filedUntil ?? until - LEARN_FROM_MS;
    return (await incidents.filed({ from, until }, MOST_INCIDENTS)).toReversed();
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
