import { z } from 'zod';
import { maskPersonalData } from '../knowledge/personal-data/find-personal-data.ts';
import { contentsOf } from './kept-contents.ts';
import { createKeptReading } from './kept-reading.ts';
import type { Alarm } from './ports/alarms.ts';
import type { AuditLog } from './ports/audit.ts';
import type { KeptValues } from './ports/kept-values.ts';
import type { LiveEvents } from './ports/live-events.ts';
import { killSwitchAlarm } from './raised-alarms.ts';

/** The kept value that holds it, as JSON of a state that was thrown. */
export const SWITCH_VALUE = 'bot-switch';
/** Every process follows a throw of the switch within this time, also where no event reaches it (ms). */
const FRESH_MS = 1_000;

/** Whether the bot answers, and who last decided that. */
export interface SwitchState {
  /** `true`: the bot is silent, and everything goes to staff. */
  readonly off: boolean;
  /** The last throw; `null`: it was never thrown, or nobody can read by whom. */
  readonly thrown: { readonly by: string; readonly at: number; readonly reason: string } | null;
  /**
   * Nobody can read how it stands. The bot is silent then: it must not speak where the office may have silenced it, and
   * staff see at once that somebody has to throw the switch.
   */
  readonly unreadable: boolean;
}

/** The one switch that silences the bot in all processes. */
export interface BotSwitch {
  /** As it is now, or was less than a second ago. */
  state(): Promise<SwitchState>;
  /** Throws the switch, writes down who did it and why, and raises the alarm; `false`: it stands there already. */
  turn(to: { readonly off: boolean; readonly by: string; readonly reason: string }): Promise<boolean>;
}

const NEVER_THROWN: SwitchState = { off: false, thrown: null, unreadable: false };
const UNREADABLE: SwitchState = { off: true, thrown: null, unreadable: true };

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
  const reading = createKeptReading({ kept, name: SWITCH_VALUE, parse: stateOf, freshMs: FRESH_MS, now });
  live.subscribe((event) => {
    if (event.kind === 'switch') reading.forget();
  });

  return {
    state: reading.read,
    async turn({ off, by, reason: given }) {
      const before = stateOf(await kept.get(SWITCH_VALUE));
      if (before.off === off && !before.unreadable) return false;
      const at = now();
      const reason = maskPersonalData(given);
      // Nothing is done that is not written down.
      await audit.append({ at, actor: by, action: off ? 'bot.off' : 'bot.on', subject: 'bot', facts: { reason } });
      await kept.set(
        SWITCH_VALUE,
        JSON.stringify({ off, thrown: { by, at, reason } } satisfies z.infer<typeof stateJson>),
      );
      reading.forget();
      live.publish({ kind: 'switch' });
      live.publish({ kind: 'tickets', ticketId: null });
      raise(killSwitchAlarm('bot', off, at));
      return true;
    },
  };
}

/** How a kept switch was thrown. @throws ZodError, SyntaxError */
export function readSwitch(value: string): SwitchState {
  return { ...stateJson.parse(JSON.parse(value)), unreadable: false };
}

function stateOf(value: string | null): SwitchState {
  const { value: state, unreadable } = contentsOf(value, { parse: readSwitch, usual: NEVER_THROWN });
  return unreadable ? UNREADABLE : state;
}
