import type { HolidayId } from './calendar.ts';
import type { Weekday } from './day-number.ts';

/** Names of the days of the week inside a sentence. */
export const WEEKDAY_NAMES: Readonly<Record<Weekday, string>> = {
  monday: 'thứ Hai',
  tuesday: 'thứ Ba',
  wednesday: 'thứ Tư',
  thursday: 'thứ Năm',
  friday: 'thứ Sáu',
  saturday: 'thứ Bảy',
  sunday: 'Chủ nhật',
};

/** What the office rests for, after «nghỉ». */
export const HOLIDAY_NAMES: Readonly<Record<HolidayId, string>> = {
  'new-year': 'Tết Dương lịch',
  tet: 'Tết Nguyên đán',
  'hung-kings': 'lễ Giỗ Tổ Hùng Vương',
  reunification: 'lễ 30/4',
  labour: 'lễ 1/5',
  national: 'lễ Quốc khánh 2/9',
  culture: 'Ngày Văn hóa Việt Nam 24/11',
};

/** The clock of a moment, and the moment itself by how far its day is away. {part} is a part of the day. */
export const MOMENTS = {
  fullHour: '{hour} giờ',
  hourAndMinutes: '{hour} giờ {minutes}',
  today: '{clock} hôm nay',
  tomorrow: '{clock} {part} mai, {weekday} {date}',
  later: '{clock} {weekday} {date}',
} as const;

/** Parts of tomorrow, each up to an hour that is no longer in it. */
export const DAY_PARTS: readonly { readonly before: number; readonly name: string }[] = [
  { before: 11, name: 'sáng' },
  { before: 13, name: 'trưa' },
  { before: 18, name: 'chiều' },
  { before: 25, name: 'tối' },
];

/** When staff will reply. {due} and {opening} are moments, {holiday} is one or more names. */
export const PROMISES = {
  open: 'Cán bộ sẽ trả lời anh/chị trước {due} ạ.',
  outOfHours: 'Hiện ngoài giờ làm việc. Cán bộ sẽ trả lời anh/chị trước {due} ạ.',
  closed: 'Cơ quan đang nghỉ, làm việc lại từ {opening}. Cán bộ sẽ trả lời anh/chị trước {due} ạ.',
  holiday: 'Cơ quan nghỉ {holiday}, làm việc lại từ {opening}. Cán bộ sẽ trả lời anh/chị trước {due} ạ.',
} as const;

/** Where a citizen stands in line. {due} is a moment worked out from the measured pace: an expectation, no promise. */
export const WAITING = {
  first: 'Anh/chị là người đầu tiên đang chờ.',
  inLine: 'Anh/chị là người thứ {position} đang chờ.',
  busy: 'Hiện có rất nhiều anh/chị cùng hỏi nên cán bộ trả lời chậm hơn dự kiến.',
  late: 'Cán bộ đang trả lời chậm hơn dự kiến, mong anh/chị thông cảm.',
  expected: 'Theo tốc độ trả lời hiện nay, dự kiến đến lượt anh/chị trước {due} ạ.',
  noTime: 'Cán bộ trả lời lần lượt; em chưa dám hẹn giờ cụ thể ạ.',
} as const;
