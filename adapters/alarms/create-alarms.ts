import type { Alarm, AlarmFailure, AlarmOutcome, AlarmRecipient, Alarms } from '../../bot/ports/alarms.ts';
import type { AlarmWay } from './alarm-way.ts';
import { composeMessage } from './compose-message.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** How long nobody is told of the same matter again. */
const QUIET_MS: Readonly<Record<Alarm['kind'], Readonly<Record<Alarm['severity'], number>>>> = {
  // Whether a ticket is told again the store knows; only what was told but not noted must not be told twice.
  'crisis-ticket': { urgent: 10 * MINUTE_MS, warning: 10 * MINUTE_MS },
  'mail-given-up': { urgent: HOUR_MS, warning: HOUR_MS },
  // Seen again every hour for as long as they last.
  'account-limited': { urgent: 6 * HOUR_MS, warning: 24 * HOUR_MS },
  'zalo-token-ending': { urgent: 6 * HOUR_MS, warning: 24 * HOUR_MS },
  // Every use of a switch, and every trial, has a key of its own.
  'kill-switch': { urgent: MINUTE_MS, warning: MINUTE_MS },
  test: { urgent: MINUTE_MS, warning: MINUTE_MS },
  // Tickets remember it; as with a crisis, what was told but not noted must not be told twice.
  'replies-due-soon': { urgent: 10 * MINUTE_MS, warning: 10 * MINUTE_MS },
  'replies-missed': { urgent: 10 * MINUTE_MS, warning: 10 * MINUTE_MS },
  // Told once by the radar itself.
  'traffic-surge': { urgent: 10 * MINUTE_MS, warning: 10 * MINUTE_MS },
  // Filed once.
  'school-incident': { urgent: 10 * MINUTE_MS, warning: 10 * MINUTE_MS },
  // Written once.
  'statement-waits': { urgent: 10 * MINUTE_MS, warning: 10 * MINUTE_MS },
  // Every further code that is refused says it again.
  'codes-guessed': { urgent: 6 * HOUR_MS, warning: 6 * HOUR_MS },
  'nobody-online': { urgent: 10 * MINUTE_MS, warning: 10 * MINUTE_MS },
};

/** Six attempts with pauses of about 2, 6, 18, 54 and 120 s: three to four minutes. */
const ATTEMPTS = 6;
const FIRST_PAUSE_MS = 2_000;
const PAUSE_GROWTH = 3;
const LONGEST_PAUSE_MS = 120_000;
/** How long a stop lets attempts go on that are under way. */
const STOP_GRACE_MS = 2_000;
/** Pauses differ by up to this share, so that processes that failed together do not come back together. */
const JITTER = 0.25;

export interface AlarmDependencies {
  readonly ways: readonly AlarmWay[];
  readonly publicUrl: string | null;
  readonly now: () => number;
  readonly random: () => number;
  /** Resolves after `ms`, or rejects when `stopped` fires. */
  readonly wait: (ms: number, stopped: AbortSignal) => Promise<unknown>;
  /** Told what became of every alarm, for logs and metrics. */
  readonly onOutcome: (alarm: Alarm, outcome: AlarmOutcome) => void;
}

/** Alarms of a running product. */
export interface RunningAlarms extends Alarms {
  /** Ends what is still under way after two seconds, which then counts as failed; resolves when all has ended. */
  stop(): Promise<void>;
}

/**
 * Delivers alarms on every way at once, each recipient on its own account: who has been told is not told again within
 * the quiet time, who has not is tried again. What was told is known to this process alone and forgotten with it.
 */
export function createAlarms(dependencies: AlarmDependencies): RunningAlarms {
  const { ways, publicUrl, now, onOutcome } = dependencies;
  const stopping = new AbortController();
  const underWay = new Map<string, Promise<AlarmOutcome>>();
  /** Until when (ms since epoch) somebody is not told of a matter again. */
  const quietUntil = new Map<string, number>();

  async function tell(alarm: Alarm): Promise<AlarmOutcome> {
    const message = composeMessage(alarm, publicUrl);
    for (const [matter, until] of quietUntil) if (until <= now()) quietUntil.delete(matter);
    const isQuiet = (to: AlarmRecipient) => quietUntil.has(matterOf(alarm, to));
    const told = await Promise.all(
      ways.map(async (way) => {
        const recipients = way.recipients.filter((to) => !isQuiet(to));
        const suppressed = way.recipients.filter(isQuiet);
        const failed = await tryPatiently(
          async (to) => {
            const attempts = await way.attempt(message, to, stopping.signal);
            for (const attempt of attempts) {
              if (attempt.failure === null)
                quietUntil.set(matterOf(alarm, attempt.to), now() + QUIET_MS[alarm.kind][alarm.severity]);
            }
            return attempts;
          },
          recipients,
          dependencies,
          stopping.signal,
        );
        const delivered = recipients.filter((to) => !failed.some((failure) => failure.to === to));
        return { delivered, suppressed, failed };
      }),
    );
    const outcome: AlarmOutcome = {
      delivered: told.flatMap((way) => way.delivered),
      suppressed: told.flatMap((way) => way.suppressed),
      failed: told.flatMap((way) => way.failed),
    };
    onOutcome(alarm, outcome);
    return outcome;
  }

  return {
    raise(alarm) {
      const same = underWay.get(alarm.key);
      if (same !== undefined) return same;
      const outcome = tell(alarm).finally(() => underWay.delete(alarm.key));
      underWay.set(alarm.key, outcome);
      return outcome;
    },
    async stop() {
      const abort = setTimeout(() => stopping.abort(), STOP_GRACE_MS);
      await Promise.all(underWay.values());
      clearTimeout(abort);
      stopping.abort();
    },
  };
}

/** Attempts until everybody is told, nothing more can be gained, or the attempts are spent; gives who was not told. */
async function tryPatiently(
  attempt: (to: readonly AlarmRecipient[]) => ReturnType<AlarmWay['attempt']>,
  recipients: readonly AlarmRecipient[],
  { wait, random }: Pick<AlarmDependencies, 'wait' | 'random'>,
  stopped: AbortSignal,
): Promise<readonly AlarmFailure[]> {
  const lost: AlarmFailure[] = [];
  let remaining = recipients;
  for (let number = 1; remaining.length > 0; number += 1) {
    const failures = (await attempt(remaining)).flatMap((one) => (one.failure === null ? [] : [one]));
    lost.push(...failures.filter(({ failure }) => !failure.retryable).map(({ failure }) => failure));
    const again = failures.filter(({ failure }) => failure.retryable);
    if (number === ATTEMPTS || stopped.aborted) return [...lost, ...again.map(({ failure }) => failure)];
    remaining = again.map(({ to }) => to);
    if (remaining.length > 0) {
      const asked = Math.max(0, ...again.map(({ afterMs }) => afterMs ?? 0));
      // A wait that the stop cuts short leads to an attempt that says so.
      await wait(pauseMs(number, asked, random()), stopped).catch(() => undefined);
    }
  }
  return lost;
}

/** The pause after attempt `number`, at least as long as the server asked for, never over two minutes and a quarter more. */
function pauseMs(number: number, asked: number, random: number): number {
  const pause = Math.max(asked, FIRST_PAUSE_MS * PAUSE_GROWTH ** (number - 1));
  return Math.min(LONGEST_PAUSE_MS, pause) * (1 + JITTER * random);
}

function matterOf({ key }: Alarm, to: AlarmRecipient): string {
  return `${key} ${to.way === 'email' ? to.address : to.way}`;
}
