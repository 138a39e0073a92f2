import { z } from 'zod';
import { maskPersonalData } from '../knowledge/personal-data/find-personal-data.ts';
import { createKeptReading } from './kept-reading.ts';
import type { Alarm } from './ports/alarms.ts';
import type { AuditLog } from './ports/audit.ts';
import type { KeptValues } from './ports/kept-values.ts';
import type { LiveEvents } from './ports/live-events.ts';
import { killSwitchAlarm } from './raised-alarms.ts';

const VALUE = 'bot-switch';
/** Every process follows a throw of the switch within this time, also where no event reaches it (ms). */
const FRESH_MS = 1_000;

/** Whether the bot answers, and who last decided that. */
export interface SwitchState {
  /** `true`: the bot is silent, and everything goes to staff. */
  readonly off: boolean;
  /** The last throw; `null`: it was never thrown. */
  readonly thrown: { readonly by: string; readonly at: number; readonly reason: string } | null;
}

/** The one switch that silences the bot in all processes. */
export interface BotSwitch {
  /** As it is now, or was less than a second ago. */
  state(): Promise<SwitchState>;
  /** Throws the switch, writes down who did it and why, and raises the alarm; `false`: it stands there already. */
  turn(to: { readonly off: boolean; readonly by: string; readonly reason: string }): Promise<boolean>;
}

const NEVER_THROWN: SwitchState = { off: false, thrown: null };

const stateJson = z.object({
  off: z.boolean(),
  thrown: z.object({ by: z.string(), at: z.number(), reason: z.string() }),
});

export interface BotSwitchDependencies {
  readonly kept: KeptValues;
  readonly audit: AuditLog;
  readonly live: LiveEvents;
  readonly now: () => number;
  readonly raise: (alarm: Alarm) => void;
}

export function createBotSwitch({ kept, audit, live, now, raise }: BotSwitchDependencies): BotSwitch {
  const reading = createKeptReading({ kept, name: VALUE, parse: readState, freshMs: FRESH_MS, now });
  live.subscribe((event) => {
    if (event.kind === 'switch') reading.forget();
  });

  return {
    state: reading.read,
    async turn({ off, by, reason: given }) {
      if (readState(await kept.get(VALUE)).off === off) return false;
      const at = now();
      const reason = maskPersonalData(given);
      // Nothing is done that is not written down.
      await audit.append({ at, actor: by, action: off ? 'bot.off' : 'bot.on', subject: 'bot', facts: { reason } });
      await kept.set(VALUE, JSON.stringify({ off, thrown: { by, at, reason } } satisfies SwitchState));
      reading.forget();
      live.publish({ kind: 'switch' });
      live.publish({ kind: 'tickets', ticketId: null });
      raise(killSwitchAlarm('bot', off, at));
      return true;
    },
  };
}

function readState(value: string | null): SwitchState {
  return value === null ? NEVER_THROWN : stateJson.parse(JSON.parse(value));
}
