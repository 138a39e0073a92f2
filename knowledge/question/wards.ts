/**
 * Wards around Ba Đình: names in use until 30/6/2025 and today's wards that took over their area (Resolution
 * 1656/NQ-UBTVQH15, in force 1/7/2025). Several names mean that the area was divided; which part an address lies in
 * only the ward office can tell. Reviewed by hand; a ward whose successor is not certain is left without one.
 */
export const WARDS: readonly {
  readonly name: string;
  /** Empty where it is not certain. */
  readonly today: readonly string[];
  /** The name is also a province's or an everyday word: only «phường …» means the ward. */
  readonly ambiguous?: true;
}[] = [
  { name: 'Ba Đình', today: ['Ba Đình'] },
  { name: 'Ngọc Hà', today: ['Ngọc Hà', 'Ba Đình'] },
  { name: 'Giảng Võ', today: ['Giảng Võ'] },
  { name: 'Quán Thánh', today: ['Ba Đình'] },
  { name: 'Trúc Bạch', today: ['Ba Đình'] },
  { name: 'Nguyễn Trung Trực', today: ['Ba Đình'] },
  { name: 'Vĩnh Phúc', today: ['Ngọc Hà'], ambiguous: true },
  { name: 'Liễu Giai', today: ['Ngọc Hà'] },
  { name: 'Cống Vị', today: ['Ngọc Hà', 'Giảng Võ'] },
  { name: 'Đội Cấn', today: ['Ngọc Hà', 'Ba Đình'] },
  { name: 'Kim Mã', today: ['Giảng Võ', 'Ngọc Hà', 'Ba Đình'] },
  { name: 'Ngọc Khánh', today: ['Giảng Võ', 'Ngọc Hà'] },
  { name: 'Thành Công', today: ['Giảng Võ'], ambiguous: true },
  { name: 'Điện Biên', today: [], ambiguous: true },
  { name: 'Phúc Xá', today: [] },
];
