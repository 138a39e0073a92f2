import { printDay } from '../printed-day.ts';
import { dayAfter } from './ages.ts';
import type { AdmissionDate } from './dates.ts';

/** What a calendar says beside the rows of the table. */
export interface CalendarFacts {
  /** Grows whenever the dates change; calendars take the entry with the highest. */
  readonly sequence: number;
  /** When they were published as they are (ms since epoch). */
  readonly publishedAt: number;
  /** Host name that makes entries of this office unlike those of others. */
  readonly host: string;
  /** Page of the table, or `null` when the product has no public address. */
  readonly page: string | null;
  /** Days before the deadline on which the calendar rings, at eight in the morning. */
  readonly ringsBefore: readonly number[];
}

/** Octets of a line without its end (RFC 5545, section 3.1). */
const LONGEST_LINE = 75;
const SAMPLE = '(DỮ LIỆU MẪU) ';

/**
 * Dates of a published table as an iCalendar file (RFC 5545): whole days, each with its source, an alarm before its end,
 * and a name that stays the same however often the date moves.
 */
export function calendarFile(dates: readonly AdmissionDate[], facts: CalendarFacts): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Giao duc Ba Dinh//Lich tuyen sinh//VI',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    ...dates.flatMap((date, index) => entry(date, index, facts)),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

function entry(date: AdmissionDate, index: number, facts: CalendarFacts): readonly string[] {
  const { id, level, step, schoolYear, isSample, first, last, source } = date;
  const { sequence, publishedAt, host, page, ringsBefore } = facts;
  const summary = `${isSample ? SAMPLE : ''}${step} (${level})`;
  const description = [
    `${step} (${level}), năm học ${schoolYear}: từ ${printDay(first)} đến hết ${printDay(last)}.`,
    `Nguồn: ${source.document}, ${source.article} (hiệu lực từ ${printDay(source.from)}).`,
    'Ngày có thể thay đổi; hãy xem bảng đang công bố trước khi đi nộp.',
  ].join('\n');
  const stamp = new Date(publishedAt).toISOString().replace(/[-:]|\.\d{3}/g, '');
  return [
    'BEGIN:VEVENT',
    // A step with several rows has several entries.
    `UID:${id}${index === 0 ? '' : `-${index + 1}`}@${host}`,
    `DTSTAMP:${stamp}`,
    `LAST-MODIFIED:${stamp}`,
    `SEQUENCE:${sequence}`,
    `DTSTART;VALUE=DATE:${compact(first)}`,
    // The end of whole days is the day after them.
    `DTEND;VALUE=DATE:${compact(dayAfter(last))}`,
    `SUMMARY:${escaped(summary)}`,
    `DESCRIPTION:${escaped(description)}`,
    ...(page === null ? [] : [`URL:${page}#${source.sheet}-${source.line}`]),
    'TRANSP:TRANSPARENT',
    ...ringsBefore.flatMap((days) => [
      'BEGIN:VALARM',
      'ACTION:DISPLAY',
      `DESCRIPTION:${escaped(`Sắp hết hạn: ${summary}, đến hết ${printDay(last)}`)}`,
      `TRIGGER;RELATED=END:-P${days}DT16H`,
      'END:VALARM',
    ]),
    'END:VEVENT',
  ];
}

function compact(day: string): string {
  return day.replaceAll('-', '');
}

function escaped(text: string): string {
  return text.replace(/[\\;,]/g, (sign) => `\\${sign}`).replace(/\r?\n/g, '\\n');
}

/** Long lines go on in the next one, after a space; no letter is cut in two. */
function folded(line: string): string {
  const pieces: string[] = [];
  let piece = '';
  let octets = 0;
  for (const sign of line) {
    const size = Buffer.byteLength(sign);
    if (octets + size > LONGEST_LINE) {
      pieces.push(piece);
      piece = ' ';
      octets = 1;
    }
    piece += sign;
    octets += size;
  }
  return [...pieces, piece].join('\r\n');
}
