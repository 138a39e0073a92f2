import { expect, it } from 'vitest';
import { runStorm } from '../measures/storm/run-storm.ts';

it('loses nothing, answers nothing twice and keeps the order in a small storm of webhooks', {
  timeout: 300_000,
}, async () => {
  const report = await runStorm({
    deliveries: 600,
    seed: 'small storm',
    // A rate limit rests a channel for a minute, which only the large storm has.
    rests: 0,
    confirmMs: 5_000,
    quietWithinMs: 200_000,
    onProgress: () => undefined,
  });
  expect(report.faults).toEqual({
    lost: 0,
    workedTwice: 0,
    unanswered: 0,
    missing: 0,
    sentTwice: 0,
    repliesOutOfOrder: 0,
    turnsOutOfOrder: 0,
    outsideWindow: 0,
  });
  expect(report).toMatchObject({ quiet: true, refused: 0, counts: { messages: 480 } });
  expect(report.counts.held).toBeGreaterThan(0);
  expect(Object.keys(report.weather).length).toBeGreaterThanOrEqual(4);
});
