import { beginsNumber, MULTIPLIERS, readSpokenNumber } from './numerals.ts';

/** A figure of a text, in a form in which different ways of writing it are equal. */
export type Figure =
  | { readonly kind: 'number'; readonly value: number; readonly unit: string | null; readonly written: string }
  | {
      readonly kind: 'date';
      readonly day: number | null;
      readonly month: number | null;
      readonly year: number | null;
      readonly written: string;
    }
  | { readonly kind: 'time'; readonly minutes: number; readonly written: string }
  /** A document's number or an address in it: `58/2025/nq-hđnd`, `điều 5`. */
  | { readonly kind: 'reference'; readonly name: string; readonly written: string };

/**
 * The figures of a Vietnamese text: numbers in digits or words with their units, days in any way of writing, times,
 * document numbers and addresses. «5 triệu» is 5.000.000, «01/7» the first of July, «mười lăm ngày» 15 days.
 */
export function readFigures(text: string): readonly Figure[] {
  const found: Figure[] = [];
  let rest = ` ${text
    .normalize('NFC')
    .toLowerCase()
    .replace(SPACED_THOUSANDS, (spaces) => spaces.replace(/\s/gu, '.'))} `;
  for (const { pattern, read } of PATTERNS) {
    rest = rest.replace(pattern, (written: string, ...groups: unknown[]) => {
      const parts = groups.filter((group): group is string | undefined => typeof group !== 'number').slice(0, -1);
      const figure = read(parts, written.trim());
      if (figure === null) return written;
      found.push(figure);
      // What is read stays apart from its neighbours.
      return ' ¦ ';
    });
  }
  return [...found, ...readNumbers(rest)];
}

/** «35 000 đồng» */
const SPACED_THOUSANDS = /(?<![\d.,/])\d{1,3}(?:[ \u00a0]\d{3})+(?=\s*(?:đồng|đ|vnđ)(?!\p{L}))/gu;

type Read = (groups: readonly (string | undefined)[], written: string) => Figure | null;

const number = (digits: string | undefined): number | null => (digits === undefined ? null : Number(digits));

function date(day: string | undefined, month: string | undefined, year: string | undefined, written: string) {
  const figure = { kind: 'date', day: number(day), month: number(month), year: number(year), written } as const;
  const real =
    (figure.day ?? 1) >= 1 && (figure.day ?? 1) <= 31 && (figure.month ?? 1) >= 1 && (figure.month ?? 1) <= 12;
  return real ? figure : null;
}

const EDGE = '(?<![\\p{L}\\p{N}])';
/** What is told apart by a number after it: «lớp 1», «lớp một», «vùng 2», «thứ hai». */
const NUMBERED = 'lớp|khối|nhóm|đợt|thứ|hạng|vùng|bậc|tổ';
/** «lớp ba lần» counts, and names no class. */
const COUNTED =
  '\\s(?:lần|buổi|tiết|ngày|tuần|tháng|người(?!\\s(?:dân|khuyết|học|nước)(?!\\p{L}))|môn|giờ|phút)(?!\\p{L})';
const SMALL = 'một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười';
const PATTERNS: readonly { readonly pattern: RegExp; readonly read: Read }[] = [
  {
    pattern: /(?<![\p{L}\p{N}/])\d{1,5}\/(?:\d{4}\/)?[\p{L}][\p{L}\d]*(?:\s?-\s?[\p{L}][\p{L}\d]*)+/gu,
    read: (_, written) => reference(written.replace(/\s/g, '')),
  },
  {
    pattern: /(?<![\p{L}\p{N}/])\d{1,5}\/\d{4}\/[\p{L}]+\d*/gu,
    read: (_, written) => reference(written.replace(/\s/g, '')),
  },
  {
    pattern: new RegExp(
      `${EDGE}(điều|khoản|(?<!danh\\s)mục|chương|phụ lục|phần|bảng)\\s+(\\d+(?:\\.\\d+)*[a-zđ]?|[ivxlc]+(?![\\p{L}]))`,
      'gu',
    ),
    read: ([kind, id]) => reference(`${kind} ${id}`),
  },
  {
    pattern: new RegExp(
      `${EDGE}(?<!thang\\s)điểm\\s+([a-zđ])(?![\\p{L}\\p{N}.,])(?=\\s*(?:,|;|\\.|\\)|khoản|mục|điều|ạ|¦|$))`,
      'gu',
    ),
    read: ([id]) => reference(`điểm ${id}`),
  },
  {
    pattern: new RegExp(
      `${EDGE}(${NUMBERED})\\s+(?:đối tượng\\s+)?(\\d{1,2}(?![\\d/]|[.,]\\d|\\s?[-–]\\s?\\d)(?!${COUNTED})|(?:hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|một)(?:\\s(?:một|hai))?(?![\\p{L}])(?!${COUNTED}))`,
      'gu',
    ),
    read([kind, id = '']) {
      const value = /^\d/u.test(id) ? Number(id) : readSpokenNumber(id.split(' '), 0)?.value;
      return value === undefined ? null : reference(`${kind} ${value}`);
    },
  },
  {
    pattern: new RegExp(`${EDGE}học k[ỳì]\\s+(ii?|1|2|một|hai)(?![\\p{L}\\d])`, 'gu'),
    read: ([half = '']) => reference(`học kỳ ${['ii', '2', 'hai'].includes(half) ? 2 : 1}`),
  },
  {
    pattern: new RegExp(`${EDGE}(${SMALL})\\s+phần\\s+(${SMALL}|tư)(?![\\p{L}])`, 'gu'),
    read: ([part = '', of = '']) => reference(`${part} phần ${of}`),
  },
  {
    pattern: new RegExp(`${EDGE}nửa\\s+điểm(?![\\p{L}])`, 'gu'),
    read: (_, written) => ({ kind: 'number', value: 0.5, unit: 'điểm', written }),
  },
  {
    pattern: new RegExp(`${EDGE}(?:(?:một|phân)\\s+)?nửa(?![\\p{L}])`, 'gu'),
    read: (_, written) => ({ kind: 'number', value: 50, unit: '%', written }),
  },
  {
    pattern: /(?<![\d/.-])(\d{1,2})\s?[/.-]\s?(\d{1,2})\s?[/.-]\s?(\d{4})(?![\d/])/gu,
    read: ([day, month, year], written) => date(day, month, year, written),
  },
  {
    pattern: new RegExp(
      `${EDGE}(?:ngày\\s+)?(\\d{1,2})\\s+tháng\\s+(\\d{1,2})(?:\\s*(?:,\\s*)?năm\\s+(\\d{4})|[/-](\\d{4}))?(?![\\d])`,
      'gu',
    ),
    read: ([day, month, year, after], written) => date(day, month, year ?? after, written),
  },
  {
    pattern: new RegExp(
      `${EDGE}(?<!(?:mỗi|một|hằng|hàng|từng|\\d)\\s)tháng\\s+(\\d{1,2})(?![.,]\\d)(?:\\s*năm\\s+(\\d{4})|\\s?[/-]\\s?(\\d{4}))?(?![\\d])`,
      'gu',
    ),
    read: ([month, year, after], written) => date(undefined, month, year ?? after, written),
  },
  {
    pattern: /(?<![\d/.-])(20\d{2})\s?[-–]\s?(20\d{2})(?!\d)/gu,
    read: ([from, to]) => reference(`${from}-${to}`),
  },
  {
    pattern: /(?<![\d/.,-])(\d{1,2})\s?[/-]\s?(\d{1,2})(?![\d/%]|[.,]\d)/gu,
    // «5-7 ngày» is a range, and only a slash or a preceding «ngày» makes a day of two numbers.
    read: ([day, month], written) => (written.includes('/') ? date(day, month, undefined, written) : null),
  },
  {
    pattern: /(?<![\d/.,-])(\d{1,2})\/(20\d{2})(?!\d)/gu,
    read: ([month, year], written) => date(undefined, month, year, written),
  },
  {
    pattern: /(?<![\p{L}\p{N}])(\d{1,2})\s?(?:h|g|:|giờ)\s?(\d{2})(?!\d)(?:\s?(?:phút|’|'))?/gu,
    read: ([hours, minutes], written) => ({ kind: 'time', minutes: Number(hours) * 60 + Number(minutes), written }),
  },
  {
    pattern:
      /(?<![\p{L}\p{N}.,])(?<!(?:trong|vòng|quá|mỗi|hơn)\s)(\d{1,2})\s?(?:h|giờ)(?![\p{L}\d])(?=\s*(?:sáng|chiều|tối|trưa|ngày|đến|[-–,.;)]|$))/gu,
    read: ([hours], written) => ({ kind: 'time', minutes: Number(hours) * 60, written }),
  },
];

function reference(name: string): Figure {
  return { kind: 'reference', name, written: name };
}

/** Ways of writing a unit, by the one that stands for them. */
const UNITS: Readonly<Record<string, string>> = {
  đồng: 'đồng',
  vnđ: 'đồng',
  vnd: 'đồng',
  đ: 'đồng',
  '%': '%',
  tuổi: 'tuổi',
  ngày: 'ngày',
  tháng: 'tháng',
  năm: 'năm',
  tuần: 'tuần',
  giờ: 'giờ',
  tiếng: 'giờ',
  phút: 'phút',
  lần: 'lần',
  đợt: 'lần',
  buổi: 'buổi',
  tiết: 'tiết',
  hs: 'học sinh',
  trẻ: 'trẻ',
  người: 'người',
  phòng: 'phòng',
  cuộc: 'cuộc',
  bài: 'bài',
  lớp: 'lớp',
  trường: 'trường',
  môn: 'môn',
  điểm: 'điểm',
  bản: 'bản',
  bộ: 'bộ',
  tờ: 'tờ',
  kg: 'kg',
  ký: 'kg',
  cân: 'kg',
  km: 'km',
  m: 'm',
  loại: 'loại',
  mức: 'mức',
  vòng: 'vòng',
  câu: 'câu',
  suất: 'suất',
  nhóm: 'nhóm',
};

/** Units of two syllables. */
const LONG_UNITS: ReadonlySet<string> = new Set([
  'học sinh',
  'thí sinh',
  'trẻ em',
  'giáo viên',
  'giám thị',
  'cán bộ',
  'cha mẹ',
  'nguyện vọng',
  'phương thức',
  'hình thức',
  'thủ tục',
]);

/** Whether a word counts or measures something that figures are told apart by. */
export function isUnit(word: string): boolean {
  return word in UNITS;
}

const TOKEN = /\d+(?:[.,]\d+)*|[\p{L}\p{M}]+|%|¦|[-–/]|[^\s\p{L}\p{N}]/gu;

function readNumbers(text: string): readonly Figure[] {
  const tokens = text.match(TOKEN) ?? [];
  const found: { value: number; unit: string | null; written: string; end: number }[] = [];
  for (let at = 0; at < tokens.length; ) {
    const read = isDigits(tokens[at]) ? readDigits(tokens, at) : readWords(tokens, at);
    if (read === null) {
      at += 1;
      continue;
    }
    const end = at + read.length;
    const written = tokens.slice(at, end).join(' ');
    const inThousands = startsThousands(tokens, end);
    const again = inThousands ? end + 2 : repeatedAt(tokens, end, read.value);
    const unit = isMark(tokens, at) && unitAt(tokens, end) !== '%' ? 'điểm' : unitAt(tokens, again);
    // «hai điểm rưỡi»
    const half = unit !== null && tokens[again + unit.split(' ').length] === 'rưỡi' ? 0.5 : 0;
    found.push({ value: inThousands ? read.value * 1_000 : read.value + half, unit, written, end });
    at = again;
  }
  // «5-7 ngày», «từ 5 đến 7 ngày»: the unit is said once.
  for (let index = found.length - 2; index >= 0; index -= 1) {
    const [one, next] = [found[index], found[index + 1]];
    const between = tokens[one?.end ?? 0] ?? '';
    if (one && next && one.unit === null && ['-', '–', 'đến', 'tới', 'hoặc', 'và'].includes(between))
      one.unit = next.unit;
  }
  // A telephone number in groups is no number.
  return found.map(({ value, unit, written }) =>
    Number.isNaN(value) ? reference(written) : { kind: 'number', value, unit, written },
  );
}

/** «190 (1.000 đồng/tháng)»: the unit of a column stands behind its figure. */
function startsThousands(tokens: readonly string[], at: number): boolean {
  return tokens[at] === '(' && tokens[at + 1] === '1.000' && tokens[at + 2] === 'đồng';
}

/** «điểm 0 (không)» gives a mark, «thang điểm 10» none. */
function isMark(tokens: readonly string[], at: number): boolean {
  return tokens[at - 1] === 'điểm' && tokens[at - 2] !== 'thang';
}

/** Behind «24 (hai mươi bốn)», where the number is said once more; else the same place. */
function repeatedAt(tokens: readonly string[], at: number, value: number): number {
  if (tokens[at] !== '(') return at;
  const spoken = readSpokenNumber(tokens, at + 1);
  const end = at + 1 + (spoken?.length ?? 0);
  return spoken?.value === value && tokens[end] === ')' ? end + 1 : at;
}

const isDigits = (token: string | undefined): token is string => token !== undefined && /^\d/u.test(token);

/** «5.000.000», «1,5 triệu», «35 nghìn», «5 triệu 200 nghìn», «1 triệu rưỡi», «35k». */
function readDigits(tokens: readonly string[], at: number): { value: number; length: number } {
  let total = 0;
  let index = at;
  for (let scale = Number.POSITIVE_INFINITY; isDigits(tokens[index]); ) {
    const next = tokens[index + 1] ?? '';
    const factor = MULTIPLIERS[next] ?? (next === 'k' ? 1e3 : next === 'tr' ? 1e6 : 1);
    if (index > at && (factor === 1 || factor >= scale)) break;
    total += parseDigits(tokens[index] ?? '') * factor;
    index += factor === 1 ? 1 : 2;
    if (factor === 1) break;
    scale = factor;
    if (tokens[index] === 'rưỡi') {
      total += factor / 2;
      index += 1;
      break;
    }
  }
  return { value: total, length: index - at };
}

/** A point before three digits parts thousands, a comma begins the fraction; `1.5` and `1,000` are read as they look. */
function parseDigits(digits: string): number {
  const plain = /^\d{1,3}(?:[.,]\d{3})+$/u.test(digits) ? digits.replace(/[.,]/gu, '') : digits;
  const grouped = /^(\d{1,3}(?:\.\d{3})+),(\d+)$/u.exec(plain);
  if (grouped !== null) return Number(`${grouped[1]?.replaceAll('.', '')}.${grouped[2]}`);
  return Number(plain.replace(',', '.'));
}

/** Words of one syllable that are a number wherever they stand. */
const ALWAYS_NUMBERS: ReadonlySet<string> = new Set(['hai', 'bốn', 'sáu', 'bảy', 'tám', 'mười']);

/** Most number words count only before a unit: «năm» is a year, «ba» a father, «một số» no number. */
/** «mỗi năm», «đầu năm»: a year, and not five. */
const OF_A_YEAR: ReadonlySet<string> = new Set([
  'mỗi',
  'một',
  'hằng',
  'hàng',
  'đầu',
  'cuối',
  'giữa',
  'cả',
  'từng',
  'nửa',
]);

function readWords(tokens: readonly string[], at: number): { value: number; length: number } | null {
  const spoken = beginsNumber(tokens[at] ?? '') ? readSpokenNumber(tokens, at) : null;
  if (spoken === null || (tokens[at] === 'năm' && OF_A_YEAR.has(tokens[at - 1] ?? ''))) return null;
  if (spoken.length === 1 && (tokens[at] === 'một' || tokens[at] === 'không')) return null;
  const unit = unitAt(tokens, at + spoken.length);
  const isPlain = spoken.length > 1 || ALWAYS_NUMBERS.has(tokens[at] ?? '') || spoken.value >= 1_000;
  return unit === null && !isPlain ? null : spoken;
}

function unitAt(tokens: readonly string[], at: number): string | null {
  const [token = '', next = ''] = [tokens[at], tokens[at + 1]];
  if (token === 'phần') return next === 'trăm' ? '%' : null;
  if (token === 'ngày' && next === 'làm' && tokens[at + 2] === 'việc') return 'ngày làm việc';
  if (token === 'năm' && next === 'học') return SCHOOL_YEAR;
  const long = `${token} ${next}`;
  return LONG_UNITS.has(long) ? long : (UNITS[token] ?? null);
}

/** Amounts of money and shares without their unit are something else, unless they are large. */
function mayLackUnit({ value, unit }: Amount): boolean {
  return unit !== '%' && (unit !== 'đồng' || value >= 1_000);
}

/** A year at school, which is counted as a year and measures no time. */
const SCHOOL_YEAR = 'năm học';
const MONTHS_OF_A_YEAR = 12;

type Amount = Extract<Figure, { kind: 'number' }>;

/** «1 năm» is «12 tháng». */
function monthsIn({ value, unit }: Amount): number | null {
  if (unit === 'tháng') return value;
  return unit === 'năm' ? value * MONTHS_OF_A_YEAR : null;
}

/** Whether one of two figures could be taken for the other: both are days, or measure the same. */
export function isRival(one: Figure, other: Figure): boolean {
  if (one.kind !== other.kind) return false;
  return one.kind !== 'number' || other.kind !== 'number' || isOneUnit(one.unit, other.unit);
}

function isOneUnit(one: string | null, other: string | null): boolean {
  const plain = (unit: string | null) => (unit === SCHOOL_YEAR ? 'năm' : unit);
  return plain(one) === plain(other);
}

function isSameAmount(source: Amount, written: Amount): boolean {
  const months = monthsIn(written);
  return (
    (source.value === written.value &&
      (isOneUnit(source.unit, written.unit) ||
        written.unit === null ||
        (source.unit === null && mayLackUnit(written)))) ||
    (months !== null && monthsIn(source) === months)
  );
}

/** Whether a figure of a source says at least what a written one says: a day without a year is vouched for by one with. */
export function vouches(source: Figure, written: Figure): boolean {
  if (written.kind === 'number') return source.kind === 'number' && isSameAmount(source, written);
  if (written.kind === 'date')
    return (
      source.kind === 'date' &&
      (written.day === null || written.day === source.day) &&
      (written.month === null || written.month === source.month) &&
      (written.year === null || written.year === source.year)
    );
  if (written.kind === 'time') return source.kind === 'time' && source.minutes === written.minutes;
  return source.kind === 'reference' && source.name === written.name;
}
