import { type Fault, fault } from './fault.ts';
import type { SourceUnit } from './source-units.ts';
import { closest, type Statement } from './statement.ts';

/** What is told from others of its kind by one word: «giải nhì», «loại khá», «vòng 2», «nhóm đối tượng 1». */
const RANK =
  /(?<= )(giải|loại|mức|hạng|vòng|bậc|nhóm đối tượng|nhóm|diện|khu vực|học kỳ|học kì|năm thứ|lần thứ|kỳ|phần|cấp) (nhất|nhì|ba|tư|khuyến khích|xuất sắc|giỏi|khá|trung bình|tốt|chưa đạt|đạt|yếu|kém|cao nhất|thấp nhất|một|hai|bốn|năm|i|ii|iii|[1-9])(?= )/gu;

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
    kind: kind.replace('kì', 'kỳ').replace(' đối tượng', ''),
    name: SAME[name] ?? name,
  }));
}

/** Whether all statements of some name a rank of a kind that a text names too, and never the same. */
export function areOfOtherRank(said: string, units: readonly SourceUnit[]): boolean {
  return ranksIn(said).some(({ kind, name }) =>
    units.every((unit) => {
      const there = ranksIn(unit.spaced).filter((rank) => rank.kind === kind);
      return there.length > 0 && there.every((rank) => rank.name !== name);
    }),
  );
}

/** One rank told of another: what says it again names another of its kind, which is left unsaid, and never that one, or less often. */
export function otherRanks({ spaced: said, alike, text }: Statement): Fault[] {
  const here = ranksIn(said);
  if (here.length === 0 || alike.length === 0) return [];
  const times = (ranks: readonly Rank[], { kind, name }: Rank) =>
    ranks.filter((rank) => rank.kind === kind && rank.name === name).length;
  const isOther = closest(text, alike).every((unit) => {
    const there = ranksIn(unit.spaced);
    return here.some(
      (rank) =>
        times(here, rank) > times(there, rank) &&
        there.some((other) => other.kind === rank.kind && times(here, other) < times(there, other)),
    );
  });
  return isOther ? [fault('contrary', text)] : [];
}
