import { accentedWords } from '../text/tokens.ts';
import { type Fault, fault } from './fault.ts';
import { contentWords, holdsPhrase, isRetelling, spaced } from './plain-words.ts';
import type { SourceFacts, SourceUnit } from './source-units.ts';
import { type Clause, closest, nearly, type Statement, statementsIn } from './statement.ts';
import { subjectOf } from './subjects.ts';

/** Lead up to what is said, whatever that is; what they bind or whom they name is compared for itself. */
const LEADS_UP: ReadonlySet<string> = new Set(
  accentedWords(
    'diện nhằm tượng điều kiện mục đích nhiệm vụ công tác mới khác xin lúc ngay nửa gia đình số mình bài chính cần chỉ làm thí tiền nộp giúp',
  ),
);
/** Tell when, how long or how often: grammar or not, they must stand where they are said. */
const TELLS_WHEN: ReadonlySet<string> = new Set(
  accentedWords('tuần tháng quý kỳ buổi giờ ngày trước sau hết từng cuối đầu giữa'),
);
/** A text with fewer words that carry meaning tells too little. */
const LEAST_WORDS = 3;
/** With a larger share of words that stand elsewhere a text is no quotation of a statement, and is compared otherwise. */
const MOST_FOREIGN = 0.35;
/** Hold such a word and say neither when nor who. */
const LINKS = /trước (?:hết|tiên)|toàn bộ/giu;
const POINTS_BACK = / (?:này|đó|nêu trên|nói trên) /u;

/** What is named between quotation marks. */
const QUOTED = /[“"]([^“”"]{2,80})[”"]/gu;
/** Until when, or when in it. */
const UNTIL = /(?<= (?:hết|cuối|đầu|thúc|giữa|mỗi|trong) )(?:năm học|học kỳ|cấp học|khóa học|kỳ nghỉ|năm|quý)(?= )/gu;

/** Names between quotation marks, and spans, that no statement which nearly says a clause holds. */
export function foreignNames(clause: Clause, units: readonly SourceUnit[]): Fault[] {
  const named = [
    ...[...clause.text.matchAll(QUOTED)].map(([, name = '']) => spaced(name).trim()),
    ...[...clause.spaced.matchAll(UNTIL)].map(([span]) => span),
  ];
  if (named.length === 0 || clause.alike.length === 0) return [];
  const near = statementsIn(clause).flatMap((one) => closest(one.text, nearly(one, units)));
  return named
    .filter((name) => !near.some((unit) => holdsPhrase(unit.spaced, name)))
    .map((name) => fault('foreign', name));
}

/**
 * Words with which a clause that is nearly a quotation leaves the statement that it quotes: that statement, what it is
 * listed under and its headings hold none of them. What is exchanged in a quotation is one of those, whether another
 * statement has it or none.
 */
export function foreignWords(clause: Clause, units: readonly SourceUnit[], facts: readonly SourceFacts[]): Fault[] {
  const whole = foreignIn(clause, units, facts);
  if (whole.length === 0) return [];
  const parts = clause.pieces.length > 1 ? clause.pieces.map((piece) => foreignIn(piece, units, facts)) : [whole];
  return parts.filter((part) => part.length > 0).map((part) => fault('foreign', part.join(' ')));
}

function foreignIn(
  { text, words }: Statement,
  units: readonly SourceUnit[],
  facts: readonly SourceFacts[],
): readonly string[] {
  if (words.length < LEAST_WORDS) return [];
  const meaning = new Set(contentWords(text));
  const said = [...new Set(accentedWords(text.replace(LINKS, ' ')))].filter(
    // A single letter marks an item of a list.
    (word) =>
      word.length > 1 && (TELLS_WHEN.has(word) || (meaning.has(word) && !LEADS_UP.has(word) && !isRetelling(word))),
  );
  const subject = spaced(subjectOf(text));
  const isAround = (word: string) => facts.some(({ around }) => around.has(word));
  const told = said.filter((word) => TELLS_WHEN.has(word) || !isAround(word));
  let foreign = told;
  units.forEach((unit, at) => {
    const meant = POINTS_BACK.test(unit.spaced) ? units[at - 1] : undefined;
    const strange = told.filter(
      (word) =>
        !unit.sentence.has(word) &&
        // «sau khi …» is «kể từ ngày …».
        !(word === 'sau' && unit.sentence.has('kể') && unit.sentence.has('từ')) &&
        !unit.above.has(word) &&
        !(!TELLS_WHEN.has(word) && (unit.under.has(word) || unit.titled.has(word))) &&
        !(isOfOneArticle(unit, meant) && meant?.sentence.has(word)),
    );
    // Whose a statement is that names nobody, an earlier one of its article tells.
    const isUntold = unit.bearers.rows.length === 0 && strange.some((word) => subject.includes(` ${word} `));
    const before = isUntold ? units.slice(0, at).filter((other) => isOfOneArticle(unit, other)) : [];
    const left = strange.filter(
      (word) => !(subject.includes(` ${word} `) && before.some(({ sentence }) => sentence.has(word))),
    );
    if (left.length < foreign.length) foreign = left;
  });
  return foreign.length <= MOST_FOREIGN * said.length ? foreign : [];
}

function isOfOneArticle(one: SourceUnit, other: SourceUnit | undefined): boolean {
  return other !== undefined && one.address.split(',')[0] === other.address.split(',')[0];
}
