/** What a cell of a table holds, told by its own words. */

const AMOUNT = /^(?:\d[\d.,\s]*(?:\s*[-–]\s*\d[\d.,]*)?\s*%?|[-–x])$/iu;
/** «1.000 đồng» is a unit, «150.000 đồng/học sinh/tháng» an amount with its own. */
const UNIT =
  /^(?:1[0.]*\s*)?(?:(?:nghìn|ngàn|triệu)\s+)?(?:đồng|vnđ|đ|%|điểm|người|học sinh|trẻ|tiết|giờ|buổi|tháng|ngày|suất|lượt|km|m2|m²|lớp|trường)(?:\s*\/\s*[\p{L}\d ,()]+)*$/iu;
const UNIT_CAPTION = /^\(?\s*(?:đơn vị(?: tính)?|đvt)\s*:\s*(.+?)\s*\)?\s*[.;]?$/iu;
const UNIT_AT_END = /(?:đơn vị(?: tính)?|đvt)\s*:\s*([^:;]{2,60}?)\s*\)?\s*\.?$/iu;
/** A note that stands below a table. */
const NOTE = /^(?:\(\*+\)|\*+\s|(?:ghi chú|lưu ý|chú thích)\s*:)/iu;

/** An amount, a range of amounts, or the dash that stands for none. */
export function isAmount(cell: string): boolean {
  return AMOUNT.test(cell);
}

/** A unit of measure such as `Đồng/học sinh/tháng`. */
export function isUnit(cell: string): boolean {
  return cell.length <= 60 && UNIT.test(cell);
}

/** The unit that a line above a table states («Đơn vị tính: …») when that is all it says; else `null`. */
export function unitCaption(line: string): string | null {
  return line.length <= 90 ? (line.match(UNIT_CAPTION)?.[1] ?? null) : null;
}

/** The unit stated at the end of a longer line above a table; else `null`. */
export function unitAtEnd(line: string): string | null {
  return line.match(UNIT_AT_END)?.[1] ?? null;
}

/** Whether a line is a note below a table rather than a row of it. */
export function isTableNote(line: string): boolean {
  return NOTE.test(line);
}
