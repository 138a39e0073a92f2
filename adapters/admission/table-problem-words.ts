/** Conflicts and holes of an admission table, as parts of a sentence. */
export const TABLE_PROBLEMS = {
  where: (sheet: string, lines: string) => `Trang “${sheet}”, dòng ${lines}`,
  sides: { odd: 'số lẻ', even: 'số chẵn' },
  twoClasses: (classes: readonly string[], from: string, to: string) =>
    `trẻ sinh từ ${from} đến ${to} thuộc cả “${classes.join('” và “')}”.`,
  twoSchools: (place: string, schools: readonly string[]) => `cùng địa chỉ ${place} mà ghi ${schools.join(' và ')}.`,
  bornBetween: (from: string, to: string, level: string) =>
    `chưa có dòng nào cho trẻ sinh từ ${from} đến ${to} (${level}).`,
  upwards: (from: number) => `từ ${from} trở đi`,
  between: (from: number, to: number) => `từ ${from} đến ${to}`,
  numbers: (street: string, side: string, range: string, level: string) =>
    `${street}, ${side} ${range}, chưa có trường ${level}.`,
  neighbourhoods: (ward: string, numbers: string, level: string) =>
    `phường ${ward}, tổ dân phố ${numbers}, chưa có trường ${level}.`,
  streetOfOtherLevel: (street: string, level: string) => `${street} có tuyến ở cấp khác mà chưa có trường ${level}.`,
  wardWithoutZone: (ward: string, level: string) => `phường ${ward} chưa có dòng nào cho cấp ${level}.`,
  unknownSchool: (school: string, sheet: string) => `“${school}” không có ở trang “${sheet}”; có thể viết khác tên.`,
} as const;

/** The same in whatever language, with the same blanks. */
export type TableProblemWords = {
  readonly [Name in keyof typeof TABLE_PROBLEMS]: (typeof TABLE_PROBLEMS)[Name] extends (
    ...blanks: infer Blanks
  ) => string
    ? (...blanks: Blanks) => string
    : { readonly [Side in 'odd' | 'even']: string };
};
