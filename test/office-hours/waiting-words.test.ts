import { describe, expect, it } from 'vitest';
import { USUAL_CALENDAR } from '../../bot/office-hours/calendar.ts';
import { type WaitingPlace, waitingWords } from '../../bot/office-hours/waiting-words.ts';
import { vietnamTime } from '../builders/office-time.ts';

const NOW = vietnamTime('2026-11-23 09:00');
const MINUTE = 60_000;
const say = (place: Partial<WaitingPlace>, now = NOW) =>
  waitingWords({ position: 3, dueAt: vietnamTime('2026-11-23 14:50'), pace: null, ...place }, now, USUAL_CALENDAR);

describe('a citizen in line', () => {
  it('hears the place and by when staff will reply', () => {
    expect(say({})).toBe('Anh/chị là người thứ 3 đang chờ. Cán bộ sẽ trả lời anh/chị trước 15 giờ hôm nay ạ.');
    expect(say({ position: 1, pace: 10 * MINUTE })).toMatch(/^Anh\/chị là người đầu tiên đang chờ\. Cán bộ sẽ/u);
  });

  it('is promised nothing when the line cannot be served in time, only told what its pace gives', () => {
    // 30 replies of 12 minutes are six hours: two and a half before lunch, three and a half after it.
    expect(say({ position: 30, pace: 12 * MINUTE })).toBe(
      'Hiện có rất nhiều anh/chị cùng hỏi nên cán bộ trả lời chậm hơn dự kiến. Anh/chị là người thứ 30 đang chờ. Theo tốc độ trả lời hiện nay, dự kiến đến lượt anh/chị trước 17 giờ hôm nay ạ.',
    );
  });

  it('keeps the promise while the pace serves the line just in time', () => {
    // Three hours and fifty minutes of working time are left until the due time.
    expect(say({ position: 23, pace: 10 * MINUTE })).toContain('Cán bộ sẽ trả lời');
    expect(say({ position: 24, pace: 10 * MINUTE })).not.toContain('sẽ trả lời');
  });

  it('is not told that many ask when few do', () => {
    expect(say({ position: 2, pace: 200 * MINUTE })).toBe(
      'Cán bộ đang trả lời chậm hơn dự kiến, mong anh/chị thông cảm. Anh/chị là người thứ 2 đang chờ. Theo tốc độ trả lời hiện nay, dự kiến đến lượt anh/chị trước 9 giờ sáng mai, thứ Ba 24/11 ạ.',
    );
  });

  it('hears no time at all when the due one is over and the pace is not known', () => {
    const words = say({ position: 12 }, vietnamTime('2026-11-23 15:10'));
    expect(words).toBe(
      'Hiện có rất nhiều anh/chị cùng hỏi nên cán bộ trả lời chậm hơn dự kiến. Anh/chị là người thứ 12 đang chờ. Cán bộ trả lời lần lượt; em chưa dám hẹn giờ cụ thể ạ.',
    );
  });
});
