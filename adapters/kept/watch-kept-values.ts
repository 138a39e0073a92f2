import type { Alarm } from '../../bot/ports/alarms.ts';
import type { KeptValues } from '../../bot/ports/kept-values.ts';
import { killSwitchAlarm } from '../../bot/raised-alarms.ts';
import { repeatWork } from '../../bot/repeated-work.ts';
import { findUnreadable, type UnreadableValue } from './kept-catalogue.ts';

const EVERY_MS = 60_000;

/** What the watch needs. */
export interface KeptWatchDependencies {
  readonly kept: Pick<KeptValues, 'names' | 'get'>;
  /** Told at each look how many kept values cannot be read. */
  readonly onCount: (unreadable: number) => void;
  /** Told once of each value that cannot be read, and again only after it could be read meanwhile. */
  readonly onUnreadable: (value: UnreadableValue) => void;
  readonly raise: (alarm: Alarm) => void;
  readonly now: () => number;
  readonly onFault: (error: unknown) => void;
}

/**
 * Looks every minute whether every kept value can be read. A switch that cannot be read silences the bot, of which the
 * alarm tells as of any throw. The result stops it, after a look under way has ended.
 */
export function watchKeptValues(dependencies: KeptWatchDependencies): () => Promise<void> {
  const { kept, onCount, onUnreadable, raise, now, onFault } = dependencies;
  let known: ReadonlySet<string> = new Set();

  async function look(): Promise<void> {
    const found = await findUnreadable(kept);
    onCount(found.length);
    for (const value of found) {
      if (known.has(value.name)) continue;
      onUnreadable(value);
      if (value.kind === 'switch') raise(killSwitchAlarm('bot', true, now()));
    }
    known = new Set(found.map(({ name }) => name));
  }

  return repeatWork(look, EVERY_MS, onFault).stop;
}
