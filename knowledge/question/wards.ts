/** Wards around Ba Đình, today's and those whose names people still use (in use until 30/6/2025). Reviewed by hand. */
export const WARDS: readonly string[] = [
  'Ba Đình',
  'Ngọc Hà',
  'Giảng Võ',
  'Quán Thánh',
  'Trúc Bạch',
  'Nguyễn Trung Trực',
  'Vĩnh Phúc',
  'Liễu Giai',
  'Cống Vị',
  'Đội Cấn',
  'Kim Mã',
  'Ngọc Khánh',
  'Thành Công',
  'Điện Biên',
  'Phúc Xá',
];
