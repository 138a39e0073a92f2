import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { StateEngine } from '../../adapters/stores/engine.ts';
import { createCrisisAlarms } from '../../bot/crisis-alarms.ts';
import type { Alarm, AlarmOutcome } from '../../bot/ports/alarms.ts';
import { engineInMemory } from '../builders/engine-in-memory.ts';
import { until } from '../builders/product.ts';
import { aTurn } from '../builders/turns.ts';

const TO = { way: 'webhook' } as const;
const NOBODY: AlarmOutcome = { delivered: [], suppressed: [], failed: [] };
const TOLD: AlarmOutcome = { ...NOBODY, delivered: [TO] };
const DOWN: AlarmOutcome = {
  ...NOBODY,
  failed: [{ to: TO, reason: 'unreachable', status: null, retryable: true }],
};
const START = 1_000_000;

let engine: StateEngine;
let clock: number;
let raised: Alarm[];
let outcomes: AlarmOutcome[];
let stop: (() => Promise<void>) | null;
beforeEach(() => {
  engine = engineInMemory();
  clock = START;
  raised = [];
  outcomes = [];
  stop = null;
});
afterEach(async () => {
  await stop?.();
  await engine.close();
});

function failOnFault(error: unknown): void {
  throw error;
}

/** Alarms that go as scripted, and always arrive after that. */
function watch() {
  const crisisAlarms = createCrisisAlarms({
    records: engine.records,
    alarms: {
      async raise(alarm) {
        raised.push(alarm);
        return outcomes.shift() ?? TOLD;
      },
    },
    now: () => clock,
    onFault: failOnFault,
  });
  stop = crisisAlarms.start();
  return crisisAlarms;
}

async function danger(citizen: string): Promise<void> {
  await engine.records.commit(
    aTurn({
      conversationId: `web:web:${citizen}`,
      at: clock,
      ticket: { kind: 'open', topic: 'child_safety', priority: 'urgent', question: 'em sợ' },
      owner: 'queue',
    }),
  );
}
const left = async () => (await engine.records.unalarmed(10)).length;

describe('a child in danger', () => {
  it('wakes the duty officer once, whether the ticket was there before the start or comes later', async () => {
    await danger('an');
    const crisisAlarms = watch();
    await until(async () => (await left()) === 0);
    await danger('binh');
    crisisAlarms.wake();
    await until(async () => (await left()) === 0);
    crisisAlarms.wake();
    expect(raised.map((alarm) => alarm.kind)).toEqual(['crisis-ticket', 'crisis-ticket']);
    expect(new Set(raised.map((alarm) => alarm.key)).size).toBe(2);
  });

  it('wakes them as soon as the mail server is back, with growing pauses until then', async () => {
    outcomes = [DOWN, DOWN, DOWN];
    await danger('an');
    const crisisAlarms = watch();
    const attempted = (times: number) =>
      until(() => {
        crisisAlarms.wake();
        return raised.length === times;
      });
    await attempted(1);
    expect(await left()).toBe(1);
    for (const [times, pause] of [
      [2, 5_000],
      [3, 10_000],
      [4, 20_000],
    ] as const) {
      clock += pause;
      await attempted(times);
    }
    await until(async () => (await left()) === 0);
  });

  it('counts as told where nobody is set, so that the log does not say it for ever', async () => {
    outcomes = [NOBODY];
    await danger('an');
    watch();
    await until(async () => (await left()) === 0);
    expect(raised).toHaveLength(1);
  });

  it('wakes them again for a new danger in the same matter some time later', async () => {
    await danger('an');
    const crisisAlarms = watch();
    await until(async () => (await left()) === 0);
    clock += 60_000;
    await danger('an');
    expect(await left()).toBe(0);
    clock += 16 * 60_000;
    await danger('an');
    crisisAlarms.wake();
    await until(async () => (await left()) === 0);
    expect(raised).toHaveLength(2);
  });
});
