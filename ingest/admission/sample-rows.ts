import type { SheetId } from '../../knowledge/admission/table.ts';

/** Made-up rules: no school, zone, quota or fee of them is real. */

export const SAMPLE_YEAR = '2026-2027';
const PLAN = ['901/KH-UBND (MẪU)', 'Mục II', '01/03/2026', ''] as const;
const ZONES = ['901/KH-UBND (MẪU)', 'Phụ lục 1', '01/03/2026', ''] as const;
const PAPERS = ['901/KH-UBND (MẪU)', 'Mục IV', '01/03/2026', ''] as const;
const FEES = ['902/2025/NQ-HĐND (MẪU)', 'Điều 4', '01/09/2025', ''] as const;
const WARDS = ['1656/NQ-UBTVQH15 (MẪU)', 'Điều 1', '01/07/2025', ''] as const;

/** Cells in the order of the sheet's columns. */
export const SAMPLE_ROWS: Readonly<Record<SheetId, readonly (readonly string[])[]>> = {
  ages: [
    ['Mầm non', 'Mẫu giáo 3 tuổi', '01/01/2023', '31/12/2023', 'Đúng tuổi', ...PLAN],
    ['Mầm non', 'Mẫu giáo 4 tuổi', '01/01/2022', '31/12/2022', 'Đúng tuổi', ...PLAN],
    ['Mầm non', 'Mẫu giáo 5 tuổi', '01/01/2021', '31/12/2021', 'Đúng tuổi', ...PLAN],
    ['Tiểu học', 'Lớp 1', '01/01/2020', '31/12/2020', 'Đúng tuổi', ...PLAN],
    ['Tiểu học', 'Lớp 1 (học muộn)', '01/01/2017', '31/12/2019', 'Hỏi cán bộ', ...PLAN],
    ['THCS', 'Lớp 6', '01/01/2015', '31/12/2015', 'Đúng tuổi', ...PLAN],
    ['THCS', 'Lớp 6 (học muộn)', '01/01/2012', '31/12/2014', 'Hỏi cán bộ', ...PLAN],
  ],
  wards: [
    ['Đội Cấn', 'Ngọc Hà', ...WARDS],
    ['Vĩnh Phúc', 'Ngọc Hà', ...WARDS],
    ['Liễu Giai', 'Ngọc Hà', ...WARDS],
    ['Trúc Bạch', 'Ba Đình', ...WARDS],
    ['Quán Thánh', 'Ba Đình', ...WARDS],
    ['Thành Công', 'Giảng Võ', ...WARDS],
    ['Kim Mã', 'Giảng Võ', ...WARDS],
    ['Kim Mã', 'Ngọc Hà', ...WARDS],
  ],
  zones: [
    ['Mầm non', 'Ngọc Hà', '', '', '', '', '', '', 'Trường Mầm non Mẫu Hoa Sen; Trường Mầm non Mẫu Hoa Mai', ...ZONES],
    ['Mầm non', 'Ba Đình', '', '', '', '', '', '', 'Trường Mầm non Mẫu Hướng Dương', ...ZONES],
    ['Mầm non', 'Giảng Võ', '', '', '', '', '', '', 'Trường Mầm non Mẫu Sơn Ca', ...ZONES],
    ['Tiểu học', 'Ngọc Hà', '', 'Đội Cấn', '', '', '', 'Lẻ', 'Trường Tiểu học Mẫu Số Một', ...ZONES],
    ['Tiểu học', 'Ngọc Hà', '', 'Đội Cấn', '', '2', '98', 'Chẵn', 'Trường Tiểu học Mẫu Số Hai', ...ZONES],
    ['Tiểu học', 'Ngọc Hà', '', 'Đội Cấn', '', '100', '', 'Chẵn', 'Trường Tiểu học Mẫu Số Ba', ...ZONES],
    ['Tiểu học', 'Ngọc Hà', '', 'Liễu Giai', '', '', '', '', 'Trường Tiểu học Mẫu Số Ba', ...ZONES],
    ['Tiểu học', 'Ba Đình', '1-6', '', '', '', '', '', 'Trường Tiểu học Mẫu Số Bốn', ...ZONES],
    ['Tiểu học', 'Ba Đình', '7-12', '', '', '', '', '', 'Trường Tiểu học Mẫu Số Năm', ...ZONES],
    ['Tiểu học', 'Giảng Võ', '', 'Kim Mã', '', '', '', '', 'Trường Tiểu học Mẫu Số Sáu', ...ZONES],
    ['Tiểu học', 'Giảng Võ', '', 'Thành Công', '', '', '', '', 'Trường Tiểu học Mẫu Số Sáu', ...ZONES],
    ['THCS', 'Ngọc Hà', '', '', '', '', '', '', 'Trường THCS Mẫu A', ...ZONES],
    ['THCS', 'Ba Đình', '', '', '', '', '', '', 'Trường THCS Mẫu B', ...ZONES],
    ['THCS', 'Giảng Võ', '', '', '', '', '', '', 'Trường THCS Mẫu C', ...ZONES],
  ],
  papers: [
    ['Mầm non', 'Mọi trường hợp', 'Đơn đăng ký học (theo mẫu)', ...PAPERS],
    ['Mầm non', 'Mọi trường hợp', 'Bản sao giấy khai sinh', ...PAPERS],
    ['Tiểu học', 'Mọi trường hợp', 'Đơn xin học lớp 1 (theo mẫu)', ...PAPERS],
    ['Tiểu học', 'Mọi trường hợp', 'Bản sao giấy khai sinh', ...PAPERS],
    ['Tiểu học', 'Thường trú', 'Thông tin nơi thường trú trên VNeID', ...PAPERS],
    ['Tiểu học', 'Tạm trú', 'Giấy xác nhận thông tin về cư trú (tạm trú)', ...PAPERS],
    ['Tiểu học', 'Trái tuyến', 'Đơn xin học trái tuyến nêu lý do', ...PAPERS],
    ['Tiểu học', 'Nhóm khác', 'Giấy tờ chứng minh diện ưu tiên, chính sách', ...PAPERS],
    ['THCS', 'Mọi trường hợp', 'Đơn đăng ký dự tuyển lớp 6 (theo mẫu)', ...PAPERS],
    ['THCS', 'Mọi trường hợp', 'Bản chính học bạ tiểu học', ...PAPERS],
  ],
  dates: [
    ['Mầm non', 'Đăng ký trực tuyến', '07/07/2026', '09/07/2026', ...PLAN],
    ['Tiểu học', 'Đăng ký trực tuyến lớp 1', '01/07/2026', '03/07/2026', ...PLAN],
    ['THCS', 'Đăng ký trực tuyến lớp 6', '04/07/2026', '06/07/2026', ...PLAN],
  ],
  quotas: [
    ['Tiểu học', 'Trường Tiểu học Mẫu Số Hai', '5', '175', ...ZONES],
    ['THCS', 'Trường THCS Mẫu A', '8', '320', ...ZONES],
  ],
  fees: [
    ['Tiểu học', '', 'Chăm sóc bán trú', 'tối đa 235.000 đồng/học sinh/tháng (số liệu mẫu)', ...FEES],
    ['Mầm non', 'Trường Mầm non Mẫu Hoa Sen', 'Tiền ăn', 'tối đa 35.000 đồng/trẻ/ngày (số liệu mẫu)', ...FEES],
  ],
};
