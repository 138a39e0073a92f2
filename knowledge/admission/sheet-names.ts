import type { SheetId } from './table.ts';

/** What the sheets of a workbook are called; rows are cited by them. */
export const SHEET_NAMES: Readonly<Record<SheetId, string>> = {
  ages: 'Độ tuổi',
  wards: 'Phường',
  zones: 'Tuyến tuyển sinh',
  papers: 'Hồ sơ',
  dates: 'Thời gian',
  quotas: 'Chỉ tiêu',
  fees: 'Khoản thu',
};
