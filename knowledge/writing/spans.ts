import { type Fault, fault } from './fault.ts';
import { holdsPhrase } from './plain-words.ts';
import type { SourceUnit } from './source-units.ts';
import { closest, nearly, type Statement } from './statement.ts';

/** Says how long something holds or how often it comes: «đến hết cấp học», «mỗi học kỳ», «toàn khóa học». */
const SPAN =
  / (?:hết|mỗi|từng|hằng|hàng|toàn|cả|suốt|trong|đầu|cuối|kết thúc) (?:thời gian |một )?(ngày|tuần|tháng|quý|học kỳ|năm học|năm|khóa học|cấp học|kỳ nghỉ|kỳ thi)(?= )/gu;

/** Says how often, whatever the source says of it. */
const OFTEN = / (?:hằng|hàng) (?:ngày|tuần|tháng|quý|năm) /u;

/** The spans in words that `spaced` gave, each once; a school year is a year. */
function spansIn(words: string): readonly string[] {
  return [...new Set([...words.matchAll(SPAN)].map(([, span = '']) => (span === 'năm học' ? 'năm' : span)))];
}

/** A statement that is said again for another span than its sources name. */
export function otherSpans(piece: Statement, units: readonly SourceUnit[]): Fault[] {
  const { spaced: said, text } = piece;
  const here = spansIn(said);
  if (here.length === 0 || piece.alike.length === 0) return [];
  const alike = closest(text, nearly(piece, units));
  const isAdded = OFTEN.test(said) && alike.every((unit) => !here.some((span) => holdsPhrase(unit.spaced, span)));
  const isNamed = alike.some((unit) => here.some((span) => holdsPhrase(unit.spaced, span)));
  const isOther = !isNamed && alike.some((unit) => spansIn(unit.spaced).length > 0);
  return isOther || isAdded ? [fault('contrary', text)] : [];
}
