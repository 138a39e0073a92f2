import type { ChannelId } from '../../../bot/ports/channel.ts';
import { seededRandom } from '../retrieval/seeded-random.ts';
import type { Said } from './words.ts';

/** Citizens of a walk, two on each channel. */
export const CITIZENS = [
  { channel: 'messenger', id: 'an' },
  { channel: 'messenger', id: 'binh' },
  { channel: 'zalo', id: 'chi' },
  { channel: 'zalo', id: 'dung' },
  { channel: 'web', id: 'em' },
  { channel: 'web', id: 'giang' },
] as const satisfies readonly { readonly channel: ChannelId; readonly id: string }[];

export const STAFF = ['hoa', 'lan', 'minh'] as const;

/** What a platform tells beside messages. */
export type PlatformEvent = 'staffSpoke' | 'threadTaken' | 'threadReturned' | 'overheard' | 'reachable' | 'withdrawn';

/** What becomes of the next delivery on a channel; `lost-*`: its answer is lost, the message was or was not taken. */
export type Weather = 'busy' | 'refused' | 'lost-taken' | 'lost';

/** One thing that happens. `citizen`, `staff` and `pick` are numbers; picks count among what is there by then. */
export type Part =
  | { readonly kind: 'message'; readonly citizen: number; readonly says: Said; readonly lateMs: number }
  | { readonly kind: 'button'; readonly citizen: number; readonly payload: 'handover' | 'start' | 'erase' }
  | { readonly kind: 'edit'; readonly citizen: number; readonly pick: number; readonly says: Said }
  | { readonly kind: 'unsend'; readonly citizen: number; readonly pick: number }
  | { readonly kind: PlatformEvent; readonly citizen: number }
  | { readonly kind: 'redeliver'; readonly pick: number }
  | { readonly kind: 'work' | 'steal' | 'send' | 'watch' }
  | { readonly kind: 'claim' | 'reply' | 'ask' | 'close'; readonly staff: number; readonly pick: number }
  /** `to`: a person, or nobody in particular. */
  | { readonly kind: 'transfer'; readonly staff: number; readonly pick: number; readonly to: number | null }
  | { readonly kind: 'echo' };

/** One step of a walk; the parts of a race run beside each other in an order drawn from `salt`. */
export type Step = { readonly id: number; readonly salt: string } & (
  | { readonly kind: 'one'; readonly part: Part }
  /** `crashAfter`: so many calls of the stores, then the process dies. */
  | { readonly kind: 'race'; readonly parts: readonly Part[]; readonly crashAfter: number | null }
  | { readonly kind: 'clock'; readonly ms: number }
  | { readonly kind: 'weather'; readonly channel: ChannelId; readonly weather: Weather }
  | { readonly kind: 'crash' }
);

type Weights<T extends string> = readonly (readonly [T, number])[];

const PARTS = [
  ['message', 26],
  ['button', 5],
  ['edit', 3],
  ['unsend', 2],
  ['staffSpoke', 2],
  ['threadTaken', 2],
  ['threadReturned', 3],
  ['overheard', 2],
  ['reachable', 1],
  ['withdrawn', 0.5],
  ['redeliver', 3],
  ['work', 20],
  ['send', 18],
  ['claim', 4],
  ['reply', 5],
  ['ask', 4],
  ['transfer', 3],
  ['watch', 5],
  ['close', 6],
  ['echo', 3],
] as const satisfies Weights<Part['kind']>;
const RACERS = [
  ['message', 2],
  ['edit', 1],
  ['redeliver', 1],
  ['work', 6],
  ['steal', 3],
  ['send', 4],
  ['claim', 4],
  ['reply', 3],
  ['ask', 2],
  ['transfer', 2],
  ['watch', 3],
  ['close', 4],
  ['echo', 1],
] as const satisfies Weights<Part['kind']>;
const STEPS = [
  ['one', 80],
  ['race', 12],
  ['clock', 4],
  ['weather', 3],
  ['crash', 1],
] as const satisfies Weights<Step['kind']>;
const SAID = [
  ['question', 8],
  ['unknown', 3],
  ['human', 5],
  ['cancel', 4],
  ['thanks', 2],
  ['crisis', 2],
  ['complaint', 1],
  ['broken', 0.5],
] as const satisfies Weights<Said>;
const BUTTONS = [
  ['handover', 5],
  ['start', 2],
  ['erase', 2],
] as const;
const WEATHER = [
  ['busy', 3],
  ['refused', 1],
  ['lost-taken', 3],
  ['lost', 2],
] as const satisfies Weights<Weather>;
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const PAUSES_MS = [1_000, 5_000, 30_000, 2 * MINUTE_MS, 20 * MINUTE_MS, 7 * HOUR_MS, 25 * HOUR_MS, 50 * HOUR_MS];
const LONGEST_RACE = 4;

/** The steps of one walk, always the same ones for the same seed. */
export function drawSteps(seed: string, count: number): readonly Step[] {
  const random = seededRandom(seed);
  const below = (limit: number) => Math.floor(random() * limit);
  const draw = <T extends string>(weights: Weights<T>): T => {
    let left = random() * weights.reduce((sum, [, weight]) => sum + weight, 0);
    for (const [value, weight] of weights) {
      left -= weight;
      if (left < 0) return value;
    }
    throw new Error('No weight was drawn.');
  };

  function drawPart(weights: Weights<Part['kind']>): Part {
    const kind = draw(weights);
    const citizen = below(CITIZENS.length);
    const pick = below(8);
    switch (kind) {
      case 'message':
        return { kind, citizen, says: draw(SAID), lateMs: below(4) === 0 ? below(3_000) : 0 };
      case 'button':
        return { kind, citizen, payload: draw(BUTTONS) };
      case 'edit':
        return { kind, citizen, pick, says: draw(SAID) };
      case 'unsend':
        return { kind, citizen, pick };
      case 'redeliver':
        return { kind, pick };
      case 'claim':
      case 'reply':
      case 'ask':
      case 'close':
        return { kind, staff: below(STAFF.length), pick };
      case 'transfer':
        return { kind, staff: below(STAFF.length), pick, to: below(2) === 0 ? null : below(STAFF.length) };
      case 'watch':
      case 'work':
      case 'steal':
      case 'send':
      case 'echo':
        return { kind };
      default:
        return { kind, citizen };
    }
  }

  function drawStep(id: number): Step {
    const kind = draw(STEPS);
    const salt = `${seed}/${id}`;
    switch (kind) {
      case 'one':
        return { id, salt, kind, part: drawPart(PARTS) };
      case 'race': {
        const parts = Array.from({ length: 2 + below(LONGEST_RACE - 1) }, () => drawPart(RACERS));
        return { id, salt, kind, parts, crashAfter: below(6) === 0 ? below(12) : null };
      }
      case 'clock':
        return { id, salt, kind, ms: PAUSES_MS[below(PAUSES_MS.length)] ?? 0 };
      case 'weather':
        return { id, salt, kind, channel: below(2) === 0 ? 'messenger' : 'zalo', weather: draw(WEATHER) };
      case 'crash':
        return { id, salt, kind };
    }
  }

  return Array.from({ length: count }, (_, id) => drawStep(id));
}

/** How many events a step is. */
export function eventsIn(step: Step): number {
  return step.kind === 'race' ? step.parts.length : 1;
}
