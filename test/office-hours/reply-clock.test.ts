import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { USUAL_CALENDAR } from '../../bot/office-hours/calendar.ts';
import { firstReplyTarget } from '../../bot/office-hours/first-reply-targets.ts';
import { clockState, dueAt, type ReplyTarget } from '../../bot/office-hours/reply-clock.ts';
import type { Priority, Topic } from '../../bot/topics.ts';
import { anyCalendar, anyMinute, minuteByMinute, vietnamTime } from '../builders/office-time.ts';

const MINUTE = 60_000;
const at = vietnamTime;
const due = (topic: Topic | null, priority: Priority, openedAt: string) =>
  new Date(dueAt(at(openedAt), firstReplyTarget({ topic, priority }), USUAL_CALENDAR) + 7 * 60 * MINUTE)
    .toISOString()
    .slice(0, 16)
    .replace('T', ' ');
const FRIDAY_NIGHT = '2026-11-27 22:00';
const MONDAY = '2026-11-23 10:00';

describe('the first reply', () => {
  it.each<[Topic | null, Priority, string, string]>([
    ['child_safety', 'urgent', '2026-11-23 10:05', '2026-11-27 22:05'],
    ['individual_case', 'urgent', '2026-11-23 10:30', '2026-11-30 08:30'],
    [null, 'urgent', '2026-11-23 10:30', '2026-11-30 08:30'],
    ['complaint_denunciation', 'high', '2026-11-24 17:00', '2026-11-30 17:00'],
    ['press', 'high', '2026-11-23 16:00', '2026-11-30 14:00'],
    ['personal_data', 'normal', '2026-11-24 17:00', '2026-11-30 17:00'],
    ['privacy_request', 'normal', '2026-11-24 17:00', '2026-11-30 17:00'],
    ['individual_case', 'normal', '2026-11-23 16:00', '2026-11-30 14:00'],
    ['human_request', 'normal', '2026-11-23 16:00', '2026-11-30 14:00'],
    ['rumour', 'high', '2026-11-24 17:00', '2026-11-30 17:00'],
    [null, 'high', '2026-11-24 17:00', '2026-11-30 17:00'],
  ])('to %s of %s priority is due in its time, by day and by night', (topic, priority, byDay, byNight) => {
    expect([due(topic, priority, MONDAY), due(topic, priority, FRIDAY_NIGHT)]).toEqual([byDay, byNight]);
  });

  it('to a child in danger is due within minutes whatever priority a person gave it', () => {
    expect(due('child_safety', 'normal', '2026-02-17 00:30')).toBe('2026-02-17 00:35');
  });
});

describe('a clock', () => {
  const HALF_HOUR: ReplyTarget = { kind: 'working-minutes', minutes: 30 };
  const stateAt = (openedAt: string, now: string, target: ReplyTarget = HALF_HOUR) =>
    clockState({ openedAt: at(openedAt), target }, at(now), USUAL_CALENDAR);

  it('is on time, then due soon in its last quarter, then overdue', () => {
    expect(stateAt('2026-11-23 09:00', '2026-11-23 09:22').state).toBe('on-time');
    expect(stateAt('2026-11-23 09:00', '2026-11-23 09:23').state).toBe('due-soon');
    expect(stateAt('2026-11-23 09:00', '2026-11-23 09:29').state).toBe('due-soon');
    expect(stateAt('2026-11-23 09:00', '2026-11-23 09:30').state).toBe('overdue');
  });

  it('stands still while the office is closed', () => {
    const waiting = { state: 'on-time', dueAt: at('2026-11-30 08:10'), remainingMs: 10 * MINUTE };
    expect(stateAt('2026-11-27 16:40', '2026-11-27 17:00')).toEqual(waiting);
    expect(stateAt('2026-11-27 16:40', '2026-11-29 03:00')).toEqual(waiting);
    expect(stateAt('2026-11-27 16:40', '2026-11-30 09:00')).toMatchObject({
      state: 'overdue',
      remainingMs: -50 * MINUTE,
    });
  });

  it('of clock minutes runs at night too', () => {
    const target: ReplyTarget = { kind: 'clock-minutes', minutes: 5 };
    expect(stateAt('2026-11-28 23:58', '2026-11-29 00:02', target)).toEqual({
      state: 'due-soon',
      dueAt: at('2026-11-29 00:03'),
      remainingMs: MINUTE,
    });
    expect(stateAt('2026-11-28 23:58', '2026-11-29 00:10', target).remainingMs).toBe(-7 * MINUTE);
  });

  it('of a working day is soon due in the last quarter of the hours that it had', () => {
    const target: ReplyTarget = { kind: 'working-days', days: 1 };
    // From Monday 15:00 to Tuesday 17:00 there are nine working hours; two and a quarter are left at 14:45.
    expect(stateAt('2026-11-23 15:00', '2026-11-24 14:44', target).state).toBe('on-time');
    expect(stateAt('2026-11-23 15:00', '2026-11-24 14:45', target).state).toBe('due-soon');
  });

  it('has left what is counted minute by minute, and only runs down', () => {
    const target = fc.oneof(
      fc.record({ kind: fc.constant('working-minutes' as const), minutes: fc.integer({ min: 1, max: 600 }) }),
      fc.record({ kind: fc.constant('working-days' as const), days: fc.integer({ min: 1, max: 3 }) }),
    );
    const later = fc.integer({ min: 0, max: 6 * 1440 });
    fc.assert(
      fc.property(anyCalendar, anyMinute, target, later, (calendar, openedAt, owed, minutes) => {
        const works = minuteByMinute(calendar);
        const now = openedAt + minutes * MINUTE;
        const clock = clockState({ openedAt, target: owed }, now, calendar);
        const [from, to] = now < clock.dueAt ? [now, clock.dueAt] : [clock.dueAt, now];
        let counted = 0;
        for (let minute = from; minute < to; minute += MINUTE) if (works(minute)) counted += MINUTE;
        expect(clock.remainingMs).toBe(now < clock.dueAt ? counted : 0 - counted);
        expect(clock.state === 'overdue').toBe(now >= clock.dueAt);
        expect(clockState({ openedAt, target: owed }, now + MINUTE, calendar).remainingMs).toBeLessThanOrEqual(
          clock.remainingMs,
        );
      }),
      { numRuns: 60 },
    );
  });
});
