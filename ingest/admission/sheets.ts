import { SHEET_NAMES } from '../../knowledge/admission/sheet-names.ts';
import type { AdmissionLevel, HouseSide, Residence, SheetId } from '../../knowledge/admission/table.ts';

/** The fixed sheets and columns of an admission workbook, as editors read them. */

/** A column; the sample shows how its cells are written. */
export interface Column {
  readonly id: string;
  readonly title: string;
  readonly rule: string;
  /** The only values that a cell may hold. */
  readonly values?: readonly string[];
}

export interface Sheet {
  readonly name: string;
  readonly columns: readonly Column[];
}

export const LEVEL_WORDS: Readonly<Record<string, AdmissionLevel>> = {
  'Mầm non': 'mầm non',
  'Tiểu học': 'tiểu học',
  THCS: 'THCS',
};
export const SIDE_WORDS: Readonly<Record<string, HouseSide>> = { 'Tất cả': 'all', Lẻ: 'odd', Chẵn: 'even' };
export const RESIDENCE_CELLS: Readonly<Record<string, Residence | 'all'>> = {
  'Mọi trường hợp': 'all',
  'Thường trú': 'permanent',
  'Tạm trú': 'temporary',
  'Trái tuyến': 'outside',
  'Nhóm khác': 'other',
};
export const HANDLING_WORDS: Readonly<Record<string, boolean>> = { 'Đúng tuổi': false, 'Hỏi cán bộ': true };

const LEVEL: Column = {
  id: 'level',
  title: 'Cấp học',
  rule: 'Mầm non, Tiểu học hoặc THCS',
  values: Object.keys(LEVEL_WORDS),
};
const SOURCE: readonly Column[] = [
  { id: 'document', title: 'Văn bản', rule: 'Số, ký hiệu văn bản, ví dụ 901/KH-UBND' },
  { id: 'article', title: 'Điều, mục', rule: 'Điều, khoản, mục hoặc phụ lục trong văn bản' },
  { id: 'from', title: 'Hiệu lực từ', rule: 'Ngày/tháng/năm' },
  { id: 'until', title: 'Hiệu lực đến hết', rule: 'Ngày/tháng/năm; để trống nếu chưa có' },
];

/** Names the school year; every other sheet is a table. */
export const COVER = { name: 'Chung', year: 'Năm học', sample: 'Dữ liệu mẫu', yes: 'Có' } as const;

export const SHEETS: Readonly<Record<SheetId, Sheet>> = {
  ages: {
    name: SHEET_NAMES.ages,
    columns: [
      LEVEL,
      { id: 'grade', title: 'Lớp', rule: 'Ví dụ Lớp 1, Lớp 6, Mẫu giáo 5 tuổi' },
      { id: 'bornFrom', title: 'Sinh từ ngày', rule: 'Ngày/tháng/năm' },
      { id: 'bornTo', title: 'Sinh đến ngày', rule: 'Ngày/tháng/năm' },
      {
        id: 'handling',
        title: 'Cách xử lý',
        rule: 'Đúng tuổi; học sớm, học muộn ghi Hỏi cán bộ',
        values: Object.keys(HANDLING_WORDS),
      },
      ...SOURCE,
    ],
  },
  wards: {
    name: SHEET_NAMES.wards,
    columns: [
      {
        id: 'name',
        title: 'Tên thường gọi',
        rule: 'Tên phường cũ hoặc tên gọi khác; phường cũ nay thuộc nhiều phường thì mỗi phường một dòng',
      },
      { id: 'ward', title: 'Phường hiện nay', rule: 'Tên phường từ 01/7/2025' },
      ...SOURCE,
    ],
  },
  zones: {
    name: SHEET_NAMES.zones,
    columns: [
      LEVEL,
      { id: 'ward', title: 'Phường hiện nay', rule: 'Tên phường từ 01/7/2025' },
      { id: 'neighbourhoods', title: 'Tổ dân phố', rule: 'Ví dụ 1-5, 8; để trống nếu theo phố hoặc cả phường' },
      { id: 'street', title: 'Đường, phố', rule: 'Tên đường, phố; để trống nếu theo tổ dân phố' },
      { id: 'lane', title: 'Ngõ số', rule: 'Chỉ ghi khi ngõ có tuyến riêng; khi đó số nhà là số trong ngõ' },
      { id: 'houseFrom', title: 'Số nhà từ', rule: 'Để trống là từ đầu phố' },
      { id: 'houseTo', title: 'Số nhà đến', rule: 'Để trống là đến hết phố' },
      { id: 'side', title: 'Bên số', rule: 'Tất cả, Lẻ hoặc Chẵn', values: Object.keys(SIDE_WORDS) },
      { id: 'schools', title: 'Trường', rule: 'Tên trường; được chọn nhiều trường thì cách nhau dấu chấm phẩy' },
      ...SOURCE,
    ],
  },
  papers: {
    name: SHEET_NAMES.papers,
    columns: [
      LEVEL,
      {
        id: 'residence',
        title: 'Trường hợp',
        rule: Object.keys(RESIDENCE_CELLS).join(', '),
        values: Object.keys(RESIDENCE_CELLS),
      },
      { id: 'paper', title: 'Giấy tờ', rule: 'Mỗi giấy tờ một dòng' },
      ...SOURCE,
    ],
  },
  dates: {
    name: SHEET_NAMES.dates,
    columns: [
      LEVEL,
      { id: 'step', title: 'Việc', rule: 'Ví dụ Đăng ký trực tuyến' },
      { id: 'first', title: 'Từ ngày', rule: 'Ngày/tháng/năm' },
      { id: 'last', title: 'Đến ngày', rule: 'Ngày/tháng/năm' },
      ...SOURCE,
    ],
  },
  quotas: {
    name: SHEET_NAMES.quotas,
    columns: [
      LEVEL,
      { id: 'school', title: 'Trường', rule: 'Như ở trang Tuyến tuyển sinh' },
      { id: 'classes', title: 'Số lớp', rule: 'Số' },
      { id: 'pupils', title: 'Số học sinh', rule: 'Số' },
      ...SOURCE,
    ],
  },
  fees: {
    name: SHEET_NAMES.fees,
    columns: [
      LEVEL,
      { id: 'school', title: 'Trường', rule: 'Để trống là mọi trường của cấp học' },
      { id: 'item', title: 'Khoản', rule: 'Ví dụ Học phí' },
      { id: 'amount', title: 'Mức', rule: 'Kèm đơn vị, ví dụ 300.000 đồng/tháng' },
      ...SOURCE,
    ],
  },
};

/** Why a workbook or one of its cells cannot be used; `why` says it of a file that is no workbook. */
export const READING_WORDS = {
  noWorkbook: (why: string) => why,
  noSheet: (sheet: string) => `Thiếu trang tính “${sheet}”. Anh/chị tải tệp mẫu về và giữ nguyên tên các trang.`,
  noColumn: (sheet: string, column: string) => `Trang “${sheet}” thiếu cột “${column}” ở dòng tiêu đề.`,
  noYear: `Trang “${COVER.name}” chưa ghi năm học dạng 2026-2027 ở ô bên phải chữ “${COVER.year}”.`,
  tooManyRows: (sheet: string, most: number) => `Trang “${sheet}” có quá ${most.toLocaleString('vi-VN')} dòng.`,
  noRows: (sheet: string) => `Trang “${sheet}” chưa có dòng nào.`,
  cell: (sheet: string, line: number, column: string, why: string) =>
    `Trang “${sheet}”, dòng ${line}, cột “${column}”: ${why}`,
  missing: 'chưa ghi.',
  tooLong: (most: number) => `dài quá ${most} ký tự.`,
  badDay: 'không phải ngày dạng 31/12/2020.',
  badNumber: 'không phải số nguyên từ 1 đến 9999.',
  badNumbers: 'cần ghi dạng 1-5, 8.',
  badValue: (values: readonly string[]) => `chỉ ghi một trong: ${values.join(', ')}.`,
  backwards: 'đứng trước ngày hoặc số bắt đầu.',
  noPlace: 'ngõ và số nhà phải đi cùng tên đường, phố.',
  more: (count: number) => `Còn ${count} lỗi khác tương tự.`,
} as const;

/** The same sentences in whatever language, with the same blanks. */
export type ReadingWords = {
  readonly [Name in keyof typeof READING_WORDS]: (typeof READING_WORDS)[Name] extends (
    ...blanks: infer Blanks
  ) => string
    ? (...blanks: Blanks) => string
    : string;
};
