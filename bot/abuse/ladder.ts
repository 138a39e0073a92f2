/** What leads up the ladder: an insult, advertising, the same words again and again, more messages than anybody reads. */
export type Offence = 'insult' | 'advert' | 'repeat' | 'flood';

/** 1: asked for a civil tone. 2: told what is answered, and that the bot stays brief. 3 and 4: no word to misuse. */
export type Rung = 1 | 2 | 3 | 4;

/** Where a citizen stands on the ladder; `null` in its place: on the ground. */
export interface AbuseStanding {
  readonly rung: Rung;
  /** When they got there (ms since epoch). */
  readonly at: number;
  /** Until when the bot is brief, or silent to misuse (ms since epoch); `null`: no time was named. */
  readonly until: number | null;
}

const MINUTE_MS = 60_000;
/** So long after the last misuse, or after the end of a silence, one rung is forgotten. */
export const QUIET_MS = 24 * 60 * MINUTE_MS;

/** How long what a rung announces lasts (ms). The replies name these times. */
const LASTS_MS: Readonly<Record<Rung, number | null>> = {
  1: null,
  2: 30 * MINUTE_MS,
  3: 60 * MINUTE_MS,
  4: 24 * 60 * MINUTE_MS,
};

/** Where somebody stands at a moment, after the rungs that quiet time took from them. */
export function standingAt(standing: AbuseStanding | null, at: number): AbuseStanding | null {
  if (standing === null) return null;
  const quietSince = Math.max(standing.at, standing.until ?? 0);
  const forgotten = Math.floor(Math.max(0, at - quietSince) / QUIET_MS);
  if (forgotten === 0) return standing;
  const rung = ([null, 1, 2, 3] as const)[standing.rung - forgotten] ?? null;
  return rung === null ? null : { rung, at: quietSince + forgotten * QUIET_MS, until: null };
}

/** Whether misuse gets no word now, because that was said. */
export function isSilenced(standing: AbuseStanding | null, at: number): boolean {
  return standing !== null && standing.rung >= 3 && standing.until !== null && at < standing.until;
}

/** Whether the bot said that it is brief for a time, and that time runs. */
export function isBrief(standing: AbuseStanding | null, at: number): boolean {
  return standing !== null && standing.until !== null && at < standing.until;
}

/** One rung up from where somebody stands by now. */
export function climb(standing: AbuseStanding | null, at: number): AbuseStanding {
  const rung = ([1, 2, 3, 4, 4] as const)[standingAt(standing, at)?.rung ?? 0];
  const lasts = LASTS_MS[rung];
  return { rung, at, until: lasts === null ? null : at + lasts };
}
