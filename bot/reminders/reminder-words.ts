import type { AdmissionDate } from '../../knowledge/admission/dates.ts';
import type { Day } from '../../knowledge/document.ts';
import { printDay } from '../../knowledge/printed-day.ts';
import type { ChannelId } from '../ports/channel.ts';
import type { Reminder } from './reminder.ts';

/** Which words a citizen agreed to; it changes with {@link consentWords}. */
export const CONSENT_WORDS = 'nhac-han/1';

/** What a channel lets the assistant do, said before the citizen agrees. */
const LIMITS: Readonly<Record<ChannelId, string>> = {
  messenger:
    'Nếu trong 24 giờ trước lúc nhắc anh/chị không nhắn cho trang, Messenger không cho trợ lý nhắn trước; khi đó em chỉ nhắc được lúc anh/chị nhắn lại.',
  zalo: 'Nếu trong 48 giờ trước lúc nhắc anh/chị không nhắn cho OA, trợ lý không nhắn trước được; khi đó em chỉ nhắc được lúc anh/chị nhắn lại.',
  web: 'Trên web, lời nhắc chỉ hiện khi anh/chị mở lại khung chat này trên đúng trình duyệt này.',
};

const SAMPLE = ' (DỮ LIỆU MẪU, chỉ để thử)';

/** «Đăng ký trực tuyến lớp 1» (tiểu học): từ 01/07/2026 đến hết 03/07/2026. */
function dateInWords({ step, level, first, last }: Pick<AdmissionDate, 'step' | 'level' | 'first' | 'last'>): string {
  const days = first === last ? `trong ngày ${printDay(last)}` : `từ ${printDay(first)} đến hết ${printDay(last)}`;
  return `“${step}” (${level}) ${days}`;
}

/** The date with the row it rests on. */
export function statedDate(date: AdmissionDate): string {
  const { schoolYear, isSample, source } = date;
  return [
    `Dạ, theo bảng tuyển sinh năm học ${schoolYear}${isSample ? SAMPLE : ''}: ${dateInWords(date)}.`,
    `Nguồn: ${source.document}, ${source.article} (hiệu lực từ ${printDay(source.from)}).`,
  ].join('\n');
}

/** Where the date can be had as a calendar. */
export function calendarLine(link: string): string {
  return `Lịch để lưu vào điện thoại: ${link}`;
}

/** What is asked for before anything is kept: when, what, until when, how to stop, and what the channel does not allow. */
export function consentWords(last: Day, remindOn: readonly Day[], channel: ChannelId, hasCalendar: boolean): string {
  return [
    `Anh/chị đồng ý để em nhắc vào ${listed(remindOn.map(printDay))}, trong khoảng 8–20 giờ không ạ?`,
    `Em chỉ giữ việc cần nhắc, ngày hạn và lúc anh/chị đồng ý, đến hết ${printDay(last)} rồi xóa. Gõ "bỏ nhắc" là em dừng. Ngày hạn có đổi thì em sửa lời nhắc và báo lại.`,
    `${LIMITS[channel]} ${hasCalendar ? 'Để chắc chắn, anh/chị tải lịch ở trên.' : 'Để chắc chắn, anh/chị tự ghi lịch thêm giúp em.'}`,
  ].join('\n');
}

/** What the citizen reads after agreeing. */
export function agreedWords(date: AdmissionDate, remindOn: readonly Day[]): string {
  return `Dạ vâng, em đã ghi lời nhắc: ${dateInWords(date)}. Em sẽ nhắc vào ${listed(remindOn.map(printDay))}. Muốn dừng lúc nào, anh/chị gõ "bỏ nhắc" ạ.`;
}

export const REMINDER_WORDS = {
  declined: 'Dạ vâng, em không giữ lời nhắc nào cho hạn này. Cần thì anh/chị nhắn lại ạ.',
  withdrawn: 'Dạ vâng, em đã bỏ nhắc và xóa lời nhắc; em không còn giữ hạn nào để nhắc anh/chị ạ.',
  askLevel: 'Dạ, anh/chị cần nhắc hạn tuyển sinh của cấp nào ạ?',
  askWhich: 'Dạ, bảng tuyển sinh có mấy hạn sắp tới, anh/chị cần nhắc hạn nào ạ?',
  tooLate: 'Hạn đã gần kề nên em không hẹn nhắc nữa; anh/chị làm sớm giúp em ạ.',
  never: 'Trợ lý chưa mở việc nhắc hạn; anh/chị tự ghi lịch giúp em ạ.',
  none: 'Dạ, bảng tuyển sinh đang công bố không có hạn sắp tới nào cho việc này, nên em không dám đoán ngày để nhắc. Anh/chị chọn "Gặp cán bộ" để được trả lời ạ.',
} as const;

/** The step is over for this year; said instead of a reminder. */
export function overWords(date: AdmissionDate): string {
  return `${statedDate(date)}\nHạn này đã qua nên em không hẹn nhắc được. Anh/chị chọn "Gặp cán bộ" để được hướng dẫn tiếp ạ.`;
}

/** Buttons under the words that ask; of at most 20 characters. */
export const REMINDER_TITLES = { yes: 'Đồng ý nhắc', no: 'Không' } as const;

/** Words that a level's button says for the citizen, and its title. */
export const LEVEL_CHOICES = [
  { level: 'mầm non', title: 'Mầm non', words: 'Nhắc tôi trước hạn nộp hồ sơ mầm non' },
  { level: 'tiểu học', title: 'Lớp 1', words: 'Nhắc tôi trước hạn nộp hồ sơ lớp 1' },
  { level: 'THCS', title: 'Lớp 6', words: 'Nhắc tôi trước hạn nộp hồ sơ lớp 6' },
] as const;

/** One of several dates, as a line and as a button. */
export function choiceLine(date: AdmissionDate, number: number): string {
  return `• Hạn ${number}: ${dateInWords(date)}`;
}

export const CHOICE_TITLE = (number: number) => `Hạn ${number}`;

/** The reminder itself. */
export function remindingWords(reminder: Reminder, today: Day, link: string | null): string {
  const { last, document, article } = reminder;
  const left = Math.round((Date.parse(last) - Date.parse(today)) / 86_400_000);
  const until = left === 0 ? 'Hôm nay là ngày cuối' : left === 1 ? 'Ngày mai là ngày cuối' : `Còn ${left} ngày`;
  return [
    `Dạ, em nhắc anh/chị theo lời hẹn: ${dateInWords(reminder)}. ${until}.`,
    `Nguồn: ${document}, ${article}.`,
    ...(link === null ? [] : [calendarLine(link)]),
    'Không cần nhắc nữa, anh/chị gõ "bỏ nhắc" ạ.',
  ].join('\n');
}

/** A newer table moved the date. */
export function movedWords(reminder: Reminder, link: string | null): string {
  const { step, level, movedFrom, document, article } = reminder;
  return [
    `Dạ, hạn em hẹn nhắc anh/chị đã đổi: “${step}” (${level}) trước đây đến hết ${printDay(movedFrom ?? reminder.last)}, nay ${dateInWords(reminder).slice(`“${step}” (${level}) `.length)}.`,
    `Nguồn: ${document}, ${article}.`,
    ...(link === null ? [] : [`Lịch mới: ${link}`]),
    'Em đã sửa lời nhắc theo ngày mới. Không cần nhắc nữa, anh/chị gõ "bỏ nhắc" ạ.',
  ].join('\n');
}

/** No table holds the date any more. */
export function goneWords({ step, level, last }: Reminder): string {
  return `Dạ, hạn em hẹn nhắc anh/chị, “${step}” (${level}) đến hết ${printDay(last)}, hiện không còn trong bảng tuyển sinh đang công bố, nên em không dám nhắc theo ngày cũ và đã bỏ lời nhắc. Anh/chị chọn "Gặp cán bộ" để hỏi lại ngày đúng ạ.`;
}

/** Added to what a citizen is told of their data. */
export function keptWords(reminders: readonly Reminder[]): string {
  const dates = reminders.map((reminder) => `${dateInWords(reminder)}, anh/chị đồng ý ngày ${consentDay(reminder)}`);
  return `Em cũng đang giữ lời nhắc: ${dates.join('; ')}. Gõ "bỏ nhắc" để xóa ạ.`;
}

function consentDay({ consentedAt }: Reminder): string {
  return new Intl.DateTimeFormat('vi-VN', { timeZone: 'Asia/Ho_Chi_Minh', dateStyle: 'short' }).format(consentedAt);
}

/** «30/06/2026 và 02/07/2026». */
function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} và ${words.at(-1)}`;
}
