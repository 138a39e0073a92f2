import { z } from 'zod';
import { contentsOf, type KeptContents, type KeptMeaning, wholeEntries, wholeMembers } from '../kept-contents.ts';
import type { KeptValues, Lock } from '../ports/kept-values.ts';
import { SURGE_QUIET_MS, type Surge } from './detect-surges.ts';
import type { Rumour } from './find-rumours.ts';

/** The kept value that holds what the radar found, as JSON of a {@link RadarState}. */
export const RADAR_VALUE = 'radar';
const KEPT_MS = 30 * 24 * 3_600_000;
const MOST_KEPT = 100;

/** What staff make of a rumour. */
export const RUMOUR_STATUSES = ['new', 'checking', 'answered', 'dismissed'] as const;

export type RumourStatus = (typeof RUMOUR_STATUSES)[number];

/** A rumour with what staff make of it. */
export interface WatchedRumour extends Rumour {
  readonly status: RumourStatus;
}

const surge = z.object({
  stream: z.string(),
  from: z.number(),
  seenAt: z.number(),
  people: z.number(),
  expected: z.number(),
  chance: z.number(),
});
const rumour = z.object({
  id: z.string(),
  words: z.string(),
  firstSeen: z.number(),
  lastSeen: z.number(),
  people: z.number(),
  channels: z.array(z.enum(['messenger', 'zalo', 'web'])),
  status: z.enum(RUMOUR_STATUSES),
});
const stateJson = z.object({ lookedAt: z.number(), surges: z.array(surge), rumours: z.array(rumour) });

/** What the radar found in the last 30 days, newest first; everything in it is without names. */
export interface RadarState {
  /** When it last looked (ms since epoch); 0: never. */
  readonly lookedAt: number;
  readonly surges: readonly Surge[];
  readonly rumours: readonly WatchedRumour[];
}

const NOTHING: RadarState = { lookedAt: 0, surges: [], rumours: [] };
const FINDINGS: KeptMeaning<RadarState> = {
  parse: readRadar,
  usual: NOTHING,
  salvage(value) {
    const lists = new Map(wholeEntries(value, z.array(z.unknown())));
    const membersOf = (list: string) => JSON.stringify(lists.get(list) ?? []);
    return {
      lookedAt: 0,
      surges: wholeMembers(membersOf('surges'), surge),
      rumours: wholeMembers(membersOf('rumours'), rumour),
    };
  },
};

/** Findings that were kept. @throws ZodError, SyntaxError */
export function readRadar(value: string): RadarState {
  return stateJson.parse(JSON.parse(value));
}

/** The radar's findings among the kept values, so that all processes show them and a new leader goes on with them. */
export interface RadarFindings {
  /** Findings that cannot be read are left out until the next look writes them anew. */
  read(): Promise<KeptContents<RadarState>>;
  /** Adds what a look found; gives the surges that were not told of before. */
  add(surges: readonly Surge[], rumours: readonly Rumour[], at: number): Promise<readonly Surge[]>;
  /** `false`: there is no such rumour. */
  setStatus(id: string, status: RumourStatus): Promise<boolean>;
}

/** Findings are changed under one lock of all processes. */
export function createRadarFindings({ kept, lock }: { readonly kept: KeptValues; readonly lock: Lock }): RadarFindings {
  async function read(): Promise<KeptContents<RadarState>> {
    return contentsOf(await kept.get(RADAR_VALUE), FINDINGS);
  }

  return {
    read,

    add: (surges, rumours, at) =>
      lock(async () => {
        const { value: before } = await read();
        const isKnown = ({ stream, seenAt }: Surge) =>
          before.surges.some((one) => one.stream === stream && seenAt - one.seenAt < SURGE_QUIET_MS);
        const fresh = surges.filter((one) => !isKnown(one));
        const statusOf = (id: string) => before.rumours.find((one) => one.id === id)?.status ?? 'new';
        const seen = new Set(rumours.map(({ id }) => id));
        const state: RadarState = {
          lookedAt: at,
          surges: [...fresh, ...before.surges].filter(({ seenAt }) => seenAt > at - KEPT_MS).slice(0, MOST_KEPT),
          rumours: [
            ...rumours.map((one) => ({ ...one, status: statusOf(one.id) })),
            ...before.rumours.filter(({ id, lastSeen }) => !seen.has(id) && lastSeen > at - KEPT_MS),
          ]
            .toSorted((one, other) => other.lastSeen - one.lastSeen)
            .slice(0, MOST_KEPT),
        };
        await kept.set(RADAR_VALUE, JSON.stringify(state));
        return fresh;
      }),

    setStatus: (id, status) =>
      lock(async () => {
        const { value: state } = await read();
        if (!state.rumours.some((one) => one.id === id)) return false;
        const rumours = state.rumours.map((one) => (one.id === id ? { ...one, status } : one));
        await kept.set(RADAR_VALUE, JSON.stringify({ ...state, rumours }));
        return true;
      }),
  };
}
