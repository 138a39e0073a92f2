import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { USUAL_CALENDAR } from '../../bot/office-hours/calendar.ts';
import { momentWords } from '../../bot/office-hours/moment-words.ts';
import { promiseWords } from '../../bot/office-hours/promise-words.ts';
import { aCalendar, anyMinute, vietnamTime } from '../builders/office-time.ts';

const at = vietnamTime;
const MINUTE = 60_000;
const WEEKDAYS = ['Chủ nhật', 'thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy'];

/** The time after «trước», read back as a stranger would; fails when weekday and date do not fit. */
function timePromised(words: string, now: number): number {
  const found =
    /trước (\d+) giờ(?: (\d\d))?(?: (hôm nay)| (?:sáng|trưa|chiều|tối) mai,)?(?: (thứ \S+|Chủ nhật) (\d\d)\/(\d\d)(?:\/(\d{4}))?)? ạ\.$/u.exec(
      words,
    );
  if (found === null) throw new Error(`No time in «${words}»`);
  const [, hour, minutes = '0', today, weekday, day, month, year] = found;
  const here = new Date(now + 7 * 60 * MINUTE);
  const midnight =
    today !== undefined
      ? Date.UTC(here.getUTCFullYear(), here.getUTCMonth(), here.getUTCDate())
      : Date.UTC(Number(year ?? here.getUTCFullYear()), Number(month) - 1, Number(day));
  if (weekday !== undefined) expect(weekday).toBe(WEEKDAYS[new Date(midnight).getUTCDay()]);
  return midnight + (Number(hour) * 60 + Number(minutes) - 7 * 60) * MINUTE;
}

describe('a moment in words', () => {
  it.each([
    ['2026-11-23 16:30', '2026-11-23 09:00', '16 giờ 30 hôm nay'],
    ['2026-11-27 09:00', '2026-11-26 15:00', '9 giờ sáng mai, thứ Sáu 27/11'],
    ['2026-11-27 12:00', '2026-11-26 15:00', '12 giờ trưa mai, thứ Sáu 27/11'],
    ['2026-11-27 15:00', '2026-11-26 15:00', '15 giờ chiều mai, thứ Sáu 27/11'],
    ['2026-11-27 19:00', '2026-11-26 15:00', '19 giờ tối mai, thứ Sáu 27/11'],
    ['2025-11-24 10:00', '2025-11-21 15:00', '10 giờ thứ Hai 24/11'],
    ['2026-11-29 07:05', '2026-11-27 15:00', '7 giờ 05 Chủ nhật 29/11'],
    ['2027-01-04 08:00', '2026-12-31 15:00', '8 giờ thứ Hai 04/01/2027'],
    ['2027-01-01 08:00', '2026-12-31 15:00', '8 giờ sáng mai, thứ Sáu 01/01/2027'],
    ['2026-11-24 00:00', '2026-11-23 20:00', '24 giờ hôm nay'],
  ])('%s, seen from %s, is %s', (moment, now, words) => {
    expect(momentWords(at(moment), at(now))).toBe(words);
  });
});

describe('a promise', () => {
  const promise = (dueAt: string, now: string) => promiseWords(at(dueAt), at(now), USUAL_CALENDAR);

  it('in working hours names the time, rounded up to half an hour', () => {
    expect(promise('2026-11-23 16:01', '2026-11-23 09:00')).toBe(
      'Cán bộ sẽ trả lời anh/chị trước 16 giờ 30 hôm nay ạ.',
    );
    expect(promise('2026-11-23 16:30', '2026-11-23 09:00')).toContain('trước 16 giờ 30 hôm nay');
    expect(promise('2026-11-23 16:31', '2026-11-23 09:00')).toContain('trước 17 giờ hôm nay');
  });

  it('out of hours says so', () => {
    expect(promise('2026-11-24 11:30', '2026-11-23 20:00')).toBe(
      'Hiện ngoài giờ làm việc. Cán bộ sẽ trả lời anh/chị trước 11 giờ 30 trưa mai, thứ Ba 24/11 ạ.',
    );
    expect(promise('2026-11-30 11:30', '2026-11-28 09:00')).toMatch(/^Hiện ngoài giờ làm việc\..*thứ Hai 30\/11/u);
    expect(promise('2026-11-23 15:00', '2026-11-23 12:00')).toMatch(/^Hiện ngoài giờ làm việc\./u);
  });

  it('at Tết, from the last closing before it on, says until when the office is closed', () => {
    const words =
      'Cơ quan nghỉ Tết Nguyên đán, làm việc lại từ 8 giờ thứ Hai 23/02. Cán bộ sẽ trả lời anh/chị trước 12 giờ thứ Hai 23/02 ạ.';
    for (const now of ['2026-02-13 18:00', '2026-02-15 09:00', '2026-02-17 00:10', '2026-02-20 23:00'])
      expect([now, promise('2026-02-23 12:00', now)]).toEqual([now, words]);
    expect(promise('2026-02-23 12:00', '2026-02-13 16:00')).toMatch(/^Cán bộ sẽ trả lời/u);
  });

  it('names all holidays that join, each once', () => {
    expect(promise('2023-05-04 12:00', '2023-04-28 18:00')).toContain(
      'Cơ quan nghỉ lễ Giỗ Tổ Hùng Vương, lễ 30/4 và lễ 1/5, làm việc lại từ 8 giờ thứ Năm 04/05.',
    );
    expect(promise('2026-05-04 12:00', '2026-05-01 09:00')).toContain('Cơ quan nghỉ lễ 1/5, làm việc lại');
  });

  it('on a day that the office closed by itself names no holiday', () => {
    const calendar = aCalendar({ closedDays: ['2026-11-23'] });
    expect(promiseWords(at('2026-11-24 12:00'), at('2026-11-23 09:00'), calendar)).toBe(
      'Cơ quan đang nghỉ, làm việc lại từ 8 giờ sáng mai, thứ Ba 24/11. Cán bộ sẽ trả lời anh/chị trước 12 giờ trưa mai, thứ Ba 24/11 ạ.',
    );
  });

  it('is not given for a time that is over', () => {
    expect(promise('2026-11-23 09:00', '2026-11-23 09:00')).toBeNull();
    expect(promise('2026-11-23 08:59', '2026-11-23 09:00')).toBeNull();
  });

  it('never names a time before the due one, nor half an hour after it', () => {
    fc.assert(
      fc.property(anyMinute, fc.integer({ min: 1, max: 40 * 86_400 }), (now, seconds) => {
        const dueAt = now + seconds * 1000;
        const late = timePromised(promiseWords(dueAt, now, USUAL_CALENDAR) ?? '', now) - dueAt;
        expect(late).toBeGreaterThanOrEqual(0);
        expect(late).toBeLessThan(30 * MINUTE);
      }),
      { numRuns: 500 },
    );
  });
});
