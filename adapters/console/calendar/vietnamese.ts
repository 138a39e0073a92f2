import type { HolidayId } from '../../../bot/office-hours/calendar.ts';
import type { CalendarProblem } from '../../../bot/office-hours/calendar-problems.ts';
import type { Weekday } from '../../../bot/office-hours/day-number.ts';
import type { DaysOff } from '../../../bot/office-hours/days-off.ts';

export const WEEKDAYS_IN_ORDER: readonly Weekday[] = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
];
export const WEEKDAY_TITLES: Readonly<Record<Weekday, string>> = {
  monday: 'Thứ Hai',
  tuesday: 'Thứ Ba',
  wednesday: 'Thứ Tư',
  thursday: 'Thứ Năm',
  friday: 'Thứ Sáu',
  saturday: 'Thứ Bảy',
  sunday: 'Chủ nhật',
};
export const HOLIDAY_TITLES: Readonly<Record<HolidayId, string>> = {
  'new-year': 'Tết Dương lịch (1/1)',
  tet: 'Tết Nguyên đán (5 ngày)',
  'hung-kings': 'Giỗ Tổ Hùng Vương (10/3 âm lịch)',
  reunification: 'Ngày Chiến thắng (30/4)',
  labour: 'Quốc tế Lao động (1/5)',
  national: 'Quốc khánh (2 ngày)',
  culture: 'Ngày Văn hóa Việt Nam (24/11)',
};
/** Why the office is closed, in the list of a year. */
export const REASONS: Readonly<Record<DaysOff['reason'], string>> = {
  ...HOLIDAY_TITLES,
  'closed-day': 'Ngày nghỉ ghi riêng',
};

/** What is wrong with a calendar; `where` is a weekday, a day or a year in words. */
export const PROBLEMS: Readonly<Record<CalendarProblem['code'], (where: string) => string>> = {
  'bad-time': (where) => `${where}: có giờ không đúng. Giờ viết từ 00:00 đến 24:00, ví dụ 08:00-11:30.`,
  'ends-before-it-begins': (where) => `${where}: giờ kết thúc phải sau giờ bắt đầu.`,
  overlaps: (where) => `${where}: các khoảng giờ chồng lên nhau hoặc chưa theo thứ tự.`,
  'bad-day': (where) => `${where}: không có ngày này.`,
  'listed-twice': (where) => `${where}: ngày này đã ghi rồi.`,
  'open-and-closed': (where) =>
    `${where}: ngày này đang ghi cả nghỉ lẫn làm việc. Anh/chị bỏ dòng cũ trước, rồi ghi lại.`,
  'bad-tet-split': (where) => `${where}: số ngày nghỉ trước mùng 1 Tết phải từ 0 đến 5.`,
  'never-open': () => 'Cả tuần không có giờ làm việc nào thì không hẹn được ai. Anh/chị ghi ít nhất một buổi.',
};

/** Words of the page of the office's calendar. */
export const CALENDAR = {
  title: 'Lịch làm việc',
  lead: 'Hệ thống dùng lịch này để hẹn người dân và tính hạn trả lời. Thay đổi có hiệu lực trong 10 giây, không phải khởi động lại.',
  promise: {
    title: 'Nếu có người cần gặp cán bộ',
    now: 'Ngay bây giờ, hệ thống sẽ nói:',
    at: (moment: string) => `Lúc ${moment}, hệ thống sẽ nói:`,
    fourHours: 'Gặp cán bộ, hồ sơ riêng (4 giờ làm việc)',
    oneDay: 'Khiếu nại, dữ liệu cá nhân (1 ngày làm việc)',
    try: 'Thử một lúc khác',
    submit: 'Xem thử',
  },
  hours: {
    title: 'Giờ làm việc hằng tuần',
    rule: 'Mỗi ngày ghi các buổi cách nhau bằng dấu phẩy, ví dụ 08:00-11:30, 13:30-17:00. Để trống là nghỉ.',
    unreadable: (day: string) => `${day}: chưa đọc được giờ. Anh/chị ghi như 08:00-11:30, 13:30-17:00.`,
    save: 'Lưu giờ làm việc',
  },
  holidays: {
    title: 'Ngày lễ',
    rule: 'Tết và Giỗ Tổ tính theo âm lịch, hệ thống tự đổi ra dương lịch. Lễ trùng ngày nghỉ hằng tuần được nghỉ bù vào ngày làm việc kế tiếp.',
    kept: 'Các ngày lễ cơ quan nghỉ',
    tetBefore: (year: number) => `Tết ${year}: số ngày nghỉ trước mùng 1`,
    national: (year: number) => `Quốc khánh ${year}: nghỉ thêm ngày`,
    before: '1/9',
    after: '3/9',
    save: 'Lưu ngày lễ',
  },
  special: {
    title: 'Ngày ghi riêng',
    rule: 'Ngày nghỉ thêm, nghỉ hoán đổi, hoặc ngày làm bù.',
    none: 'Chưa ghi ngày nào.',
    closed: 'Nghỉ',
    open: (hours: string) => `Làm việc ${hours}`,
    remove: 'Bỏ',
    removeDay: (day: string) => `Bỏ ${day}`,
    close: 'Thêm ngày nghỉ',
    first: 'Ngày đầu',
    last: 'Ngày cuối',
    closeSubmit: 'Thêm ngày nghỉ',
    add: 'Thêm ngày làm việc (làm bù)',
    day: 'Ngày',
    hours: 'Giờ làm việc',
    addSubmit: 'Thêm ngày làm việc',
    badRange: (days: number) => `Ngày cuối phải bằng hoặc sau ngày đầu, và cả đợt không quá ${days} ngày.`,
    badDay: 'Anh/chị chọn một ngày.',
    noHours: 'Anh/chị ghi giờ làm việc của ngày này, ví dụ 08:00-11:30.',
  },
  year: {
    title: (year: number) => `Các ngày nghỉ năm ${year}`,
    several: (first: string, last: string, count: number) => `${first} – ${last} (${count} ngày)`,
  },
  history: { undo: 'Hoàn tác', restore: 'Về trước thay đổi này' },
  notices: {
    changed: 'Đã lưu. Lịch mới có hiệu lực trong 10 giây.',
    same: 'Không có gì khác trước nên không lưu gì.',
    stale: 'Người khác vừa sửa lịch nên chưa lưu thay đổi của anh/chị. Anh/chị xem lịch mới bên dưới rồi làm lại.',
  },
  otherYears: 'Các năm khác',
  oneYear: (year: string) => `Năm ${year}`,
  unusable: 'Phiên bản đó không đọc được nên chưa có gì thay đổi. Anh/chị chọn một phiên bản khác.',
} as const;
