import { type Fault, fault } from './fault.ts';
import type { Statement } from './statement.ts';

/** What is told from others of its kind by one word: «giải nhì», «loại khá», «vòng 2», «nhóm đối tượng 1». */
const RANK =
  /(?<= )(giải|loại|mức|hạng|vòng|bậc|nhóm|nhóm đối tượng|diện|khu vực|học kỳ|học kì|năm thứ|lần thứ|kỳ|phần|cấp) (nhất|nhì|ba|tư|khuyến khích|xuất sắc|giỏi|khá|trung bình|tốt|chưa đạt|đạt|yếu|kém|cao nhất|thấp nhất|một|hai|bốn|năm|i|ii|iii|[1-9])(?= )/gu;

/** The same rank in words, in Roman and in Arabic figures. */
const SAME: Readonly<Record<string, string>> = {
  nhất: '1',
  một: '1',
  i: '1',
  nhì: '2',
  hai: '2',
  ii: '2',
  ba: '3',
  iii: '3',
  tư: '4',
  bốn: '4',
  năm: '5',
};

interface Rank {
  readonly kind: string;
  readonly name: string;
}

function ranksIn(words: string): readonly Rank[] {
  return [...words.matchAll(RANK)].map(([, kind = '', name = '']) => ({
    kind: kind.replace('kì', 'kỳ'),
    name: SAME[name] ?? name,
  }));
}

/** One rank told of another: every statement that says it again names ranks of its kind, and never that one. */
export function otherRanks({ spaced: said, alike, text }: Statement): Fault[] {
  if (alike.length === 0) return [];
  const isOther = ranksIn(said).some(({ kind, name }) =>
    alike.every((unit) => {
      const there = ranksIn(unit.spaced).filter((rank) => rank.kind === kind);
      return there.length > 0 && there.every((rank) => rank.name !== name);
    }),
  );
  return isOther ? [fault('contrary', text)] : [];
}
