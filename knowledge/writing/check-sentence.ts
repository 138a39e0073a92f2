import { WEIGHTY } from './cue-words.ts';
import { type Fault, fault } from './fault.ts';
import { figureFaults } from './figure-faults.ts';
import { readFigures, vouches } from './figures.ts';
import { contentWords, holdsPhrase, isRetelling, spaced } from './plain-words.ts';
import { isConverse, retell } from './same-words.ts';
import { factsOf, type SourceFacts, type WritingSource } from './source-units.ts';
import { readClauses } from './statement.ts';
import { statementFaults } from './statement-faults.ts';
import { surfaceFaults } from './surface-faults.ts';

/** Words that no source has, retelling apart, of which a sentence may hold this many. */
const MOST_OWN_WORDS = 0;
/** Share of the words that carry meaning which the sources have to hold, retelling or not. */
const LEAST_SUPPORT = 0.55;
/** A sentence with fewer words says too little for shares. */
const LEAST_WORDS = 6;
/** One with fewer words may hold none of its own. */
const FEW_WORDS = 3;
/** Of the passages that a sentence cites, those count that hold nearly as many of its words as the best. */
const NEARLY_BEST = 0.75;

/**
 * What a written sentence says that the passages it cites do not. Empty: it may be sent.
 * @param sources the passages that the sentence cites; none: it may hold courtesy alone
 * @param allowed addresses and telephone numbers of the office, which may stand anywhere
 * @param before earlier sentences of the same answer that lean on the same passages
 */
export function checkSentence(
  sentence: string,
  sources: readonly WritingSource[],
  allowed: readonly string[] = [],
  before: readonly string[] = [],
): readonly Fault[] {
  const all = sources.map(factsOf);
  const written = sentence
    .normalize('NFC')
    .trim()
    .replace(ADDRESSED, 'Dạ, ')
    .replace(ITEM_MARK, '$1')
    .replace(SAYS_NO_MORE, '');
  const putAs = asWritten(written);
  const facts = leanedOn(putAs, all);
  const text = putAs(facts);
  return [
    ...surfaceFaults(text, facts, allowed),
    ...(facts.length === 0
      ? uncited(text)
      : [...unsupported(text, facts), ...stated(text, retoldBefore(before, facts), facts)]),
  ];
}

/** A sentence in the words and abbreviations of its sources. */
function asWritten(text: string): (facts: readonly SourceFacts[]) => string {
  const retold = retell(text);
  return (facts) => {
    const short = abbreviated(text, facts);
    return short === text ? retold(facts) : retell(short)(facts);
  };
}

/** To whom a sentence speaks, before it says anything: «Dạ thưa phụ huynh, …». */
const ADDRESSED =
  /^(?:dạ,?\s)?(?:(?:kính\s)?thưa\s)?(?:(?:anh|chị|anh\/chị|anh chị|cô|chú|cô chú|bác|ông|bà|em|con|bạn|quý vị|quý phụ huynh|các phụ huynh|phụ huynh)(?:\sạ)?,\s)/iu;

/** «(3)», under which a source lists what is said; it counts nothing. */
const ITEM_MARK = /^((?:dạ,?\s)?(?:theo [^:]{3,60}:\s)?)\(\d+\)\s/iu;

/** Leads up to what is said, or asks for it once more. */
const SAYS_NO_MORE =
  /(?<=\s)(?:là bao nhiêu thì|dài hay ngắn(?: còn)?|cụ thể là bao nhiêu|(?<=(?<!lý )do\s)chính(?!\s(?:phủ|quyền)))\s/giu;

/** «đăng ký dự thi» as «ĐKDT», where the sources write it in short alone. */
function abbreviated(text: string, facts: readonly SourceFacts[]): string {
  const shorts = new Set(facts.flatMap(({ abbreviations }) => abbreviations));
  const words = [...text.matchAll(/[\p{L}\p{M}]+/gu)];
  return [...shorts].reduce((written, short) => {
    const at = words.findIndex(
      (_, index) => initials(words.slice(index, index + short.length)) === short.toLowerCase(),
    );
    const [first, last] = [words[at], words[at + short.length - 1]];
    if (first === undefined || last === undefined) return written;
    const long = text.slice(first.index, last.index + last[0].length);
    const isKnown = facts.some((one) => holdsPhrase(one.spaced, spaced(long).trim()));
    return isKnown || /[^\p{L}\p{M}\s]/u.test(long) ? written : written.replaceAll(long, short);
  }, text);
}

function initials(words: readonly RegExpExecArray[]): string {
  return words.map(([word]) => word.charAt(0).toLowerCase()).join('');
}

/** A sentence that cites everything leans on little of it: what says none of its words vouches for nothing in it. */
function leanedOn(
  putAs: (facts: readonly SourceFacts[]) => string,
  facts: readonly SourceFacts[],
): readonly SourceFacts[] {
  if (facts.length < 2) return facts;
  const scored = facts.map((one) => ({
    one,
    held: nearestStatements([...new Set(contentWords(putAs([one])))], one),
  }));
  const best = Math.max(...scored.map(({ held }) => held));
  return scored.filter(({ held }) => held >= NEARLY_BEST * best).map(({ one }) => one);
}

function nearestStatements(words: readonly string[], { units }: SourceFacts): number {
  return Math.max(0, ...units.map((unit) => words.filter((word) => unit.words.has(word)).length));
}

/** Courtesy and what says that nothing was found: no figure, and no word that states anything. */
const SAYS_NOTHING = new Set(
  contentWords(
    'trợ lý văn bản chính thức câu hỏi thông tin quy định nội dung tìm thấy đủ theo đây sau cán bộ liên hệ gặp thêm hỗ trợ trả lời xem chi tiết',
  ),
);

function uncited(text: string): Fault[] {
  const states =
    readFigures(text).length > 0 || contentWords(text).filter((word) => !SAYS_NOTHING.has(word)).length > 1;
  return states ? [fault('uncited', text)] : [];
}

/** Behind these stands who does something, for whom, where and by what means. */
const LEADS_TO = / (?:(?:bằng|qua|cho|gửi|tới|của|với|nhờ) (?:\p{L}+ )?|(?:tại|do) (?:\p{L}+ ){0,4})$/u;

/** Whether a word of a sentence says how, where or by whom. */
function tellsHow(said: string, word: string): boolean {
  const at = said.indexOf(` ${word} `);
  return at >= 0 && LEADS_TO.test(said.slice(0, at + 1));
}

/** The first grade of a level, which is what somebody is admitted to: «tuyển sinh trung học phổ thông» is «vào lớp 10». */
const ENTERED: Readonly<Record<string, readonly string[]>> = {
  'lớp 1': ['tiểu học'],
  'lớp 6': ['trung học cơ sở', 'thcs'],
  'lớp 10': ['trung học phổ thông', 'thpt'],
};

function isEntered(written: string, facts: readonly SourceFacts[]): boolean {
  const levels = ENTERED[written.toLowerCase()] ?? [];
  return facts.some(
    (one) => holdsPhrase(one.spaced, 'tuyển') && levels.some((level) => holdsPhrase(one.spaced, level)),
  );
}

/** Words that only join, and what a text speaks of whatever it says. */
const FILLING =
  /(?<= )(?:ví dụ như |ví dụ |chẳng hạn như |chẳng hạn |liên quan |tương ứng |vấn đề |diễn ra |như thế nào |(?:nói|nêu|kể) trên |tham gia |so với |thôi (?=ạ )|(?<=\d )(?:ký|cân|tiếng|k|triệu) |mới (?=(?:được|phải|có|cần|bị|vào|thi|xét|tính|cấp) )|làm (?=(?:trong|hai|ba|\d+) )|toàn bộ (?=100 )|(?<=(?:trường hợp|yêu cầu|tiêu chuẩn|điều kiện|đối tượng|quy định) )(?:khác|tiếp theo|còn lại) (?=là )|thứ (?=(?:nhất|hai|ba|tư) )|mục đích (?=(?:là|của) )|(?:yêu cầu|tiêu chuẩn) (?=(?:là|khác|thứ) )|gia đình (?=(?:chưa|có|cần|muốn|không|phải|được|nộp|đăng|mình|anh|nhà) ))/gu;

/** A home is no school, whose name holds the same word. */
const AT_HOME = / (?:ở|tại|về) nhà (?!trường |giáo |nước |trẻ )/u;

/** «cả hai» counts nothing that was not named. */
const BOTH = /(?<=\s)cả hai(?=\s)/giu;

/** Figures that no source holds, and words. */
function unsupported(text: string, facts: readonly SourceFacts[]): Fault[] {
  const loose = readFigures(text.replace(BOTH, ' cả ')).filter(
    (written) =>
      !isEntered(written.written, facts) &&
      !facts.some(({ figures, counted }) =>
        (written.kind === 'number' ? counted : figures).some((source) => vouches(source, written)),
      ),
  );
  const said = spaced(text);
  const words = [...new Set(contentWords(said.replace(FILLING, ' ')))];
  const missing = words.filter((word) => !facts.some((one) => one.words.has(word)));
  const own = missing.filter((word) => !isRetelling(word) && !isConverse(word, facts));
  const tooMany =
    own.length > MOST_OWN_WORDS ||
    own.some((word) => tellsHow(said, word)) ||
    (words.length >= LEAST_WORDS && 1 - missing.length / words.length < LEAST_SUPPORT) ||
    (words.length < FEW_WORDS && own.length > 0);
  const weighty = WEIGHTY.filter(
    (phrase) => holdsPhrase(said, phrase) && !facts.some((one) => holdsPhrase(one.spaced, phrase)),
  );
  return [
    ...loose.map(({ written }) => fault('figure', written)),
    ...(tooMany ? [fault('unsupported', (own.length > 0 ? own : missing).join(' '))] : []),
    ...(AT_HOME.test(said) && !facts.some((one) => AT_HOME.test(one.spaced)) ? [fault('unsupported', text)] : []),
    ...weighty.map((phrase) => fault('unsupported', phrase)),
  ];
}

/** What earlier sentences say, in the words of these sources. */
function retoldBefore(before: readonly string[], facts: readonly SourceFacts[]): string {
  return before.map((sentence) => retell(sentence)(facts)).join(' ');
}

function stated(text: string, before: string, facts: readonly SourceFacts[]): Fault[] {
  const units = facts.flatMap((one) => one.units);
  const clauses = readClauses(text, units);
  return [...figureFaults(text, clauses, units), ...statementFaults(text, before, clauses, units, facts)];
}
