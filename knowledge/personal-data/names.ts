import type { AlignedText } from './aligned-text.ts';
import type { PersonalSpan } from './kinds.ts';
import { type Evidence, likelyNameLength } from './name-likeness.ts';
import {
  GIVEN_NAMES,
  GOES_ON,
  HONORIFICS,
  NAME_ENDS,
  NO_NAMES,
  PET_NAMES,
  PLACE_WORDS,
  PLAIN_HONORIFICS,
  PUBLIC_NAMES,
  ROLE_WORDS,
  SURE_SURNAMES,
  SURNAMES,
} from './name-words.ts';
import { createSpeechReader, type ReadSpeech } from './plain-speech.ts';

interface Word {
  readonly start: number;
  readonly end: number;
  /** As written, in lower case. */
  readonly lower: string;
  readonly folded: string;
  readonly capital: boolean;
  /** Only blanks part it from the word before. */
  readonly joined: boolean;
}

const LONGEST_NAME = 5;
const TITLE_WORDS = 6;
const TITLE_SHARE = 0.8;
/** What says that a name follows: «tên là», «họ tên cháu:», «con em tên». */
const NAMED =
  /(?<![a-z])(?:ho (?:va )?ten|ten(?: day du| khai sinh| that| o nha| goi o nha| thuong goi| la)?|chu tai khoan|ctk|nguoi nhan|nguoi nop don|goi la|ky ten|kinh don|tran trong)(?: (?:cua )?(?:con|chau|be|hoc sinh|hs|em|toi|minh|me|bo|phu huynh|ph))?(?: (?:em|toi|minh|nha em|nha minh|chau))?[ :=,-]{1,3}(?:la[ :]{1,2})?$/u;
/** «đứng tên hai anh em», «ghi tên từng người»: what is done with names. */
const NAMELESS =
  /(?<![a-z])(?:doi|dung|ghi|xoa|ghep|lay|sua|trung|mang|thay|de|go|ky|co|them|neu|cung|danh|goi|cai) ten $/u;
/** What may say it, or say what somebody is: «con em là», «tôi là». */
const SAID_TO_BE =
  /(?<![a-z])(?:(?:con|chau|be|em|toi|minh|hs|hoc sinh|me|bo)(?: (?:trai|gai|em|toi|minh|nha em|nha minh|dau|ut|thu hai))?(?: (?:em|toi|minh))? la|ph|phhs|phu huynh(?: (?:em|chau|be|con|hs|cua))?|day la|(?:me|bo|ba|cha|ong|chau|con|anh|chi) cua|hoc sinh|cho(?: be| chau| con)|hs)[ :]{1,2}$/u;
const NEVER_FIRST: ReadonlySet<string> = new Set(
  'anh em chị con cháu bé cô thầy bạn ông bà bác chú mẹ bố ba má trường tỉnh thị lại cho giáo giao'.split(' '),
);
const NEVER_FIRST_PLAIN: ReadonlySet<string> = new Set(
  'anh em chi con be co thay ban ong ba bac chu me bo ma truong lai cho la giao'.split(' '),
);
/** «chú Bảy», «bác Sáu»: children are named by their number. */
const NUMBER_NAMES: ReadonlySet<string> = new Set('hai tư năm sáu bảy tám chín mười út'.split(' '));
const ELDERS: ReadonlySet<string> = new Set('chú bác anh chị cô dì ông bà cậu thím'.split(' '));
/** A single word without capitals is a name only after these. */
const NAMED_ALONE = /(?<![a-z])(?:be|chau|co giao|thay giao|co|thay|ban|hs|co chu nhiem) $/u;
const TEACHER = /(?<![a-z])(?:co|thay)(?: giao)? $/u;
/** What teachers do. */
const DOES_AFTER = /^ (?:chu nhiem|day|phu trach|lop|bao|hay|dang|goi|nhan)(?![a-z])/u;
const ASKED_AFTER = /^(?: la)? (?:gi|nao|sao|ai)(?![a-z])/u;
const CLASS_AFTER =
  /^[ ,.(-]{1,3}(?:hoc |dang hoc |hs )?(?:lop \d|l\d|\d{1,2}[a-h]\d?(?![a-z])|sn |sinh (?:nam|ngay) ?\d|\d{1,2} tuoi|hoc lop)/u;

const UNSPEAKABLE =
  /^[^aeiouy]*$|^(?!(?:[ckpt]h|gh|ng|nh|tr|[bcdfgkp]r|[bcfgkps]l|s[chkmnptw])[^aeiouy]{0,1}[aeiouy])[^aeiouy]{2}|[^aeiouy]{3}$/u;

const foldedSets = new Map<ReadonlySet<string>, ReadonlySet<string>>();

/** What somebody who types no diacritics wrote and somebody who does repeats: so many words on end without any. */
const REPEATED = /(?<![\p{L}\p{M}\d])(?:[A-Za-z\d]+,? ){4,}[A-Za-z\d]+(?![\p{L}\p{M}\d])/gu;

/** Names of people: after a label or an honorific, or by a family name with given names. */
export function findNames(aligned: AlignedText): readonly PersonalSpan[] {
  const speech = createSpeechReader(aligned);
  const found = namesIn(aligned, speech);
  const plain = aligned.accented ? plainStretches(aligned) : [];
  if (plain.length === 0) return found;
  const further = namesIn({ ...aligned, accented: false }, speech).filter(
    ({ start, end }) =>
      plain.some((stretch) => stretch.start <= start && end <= stretch.end) &&
      !found.some((other) => other.start < end && start < other.end),
  );
  return [...found, ...further];
}

/** Stretches without any diacritics of a text that has them elsewhere. */
function plainStretches({ text }: AlignedText): readonly { readonly start: number; readonly end: number }[] {
  return [...text.matchAll(REPEATED)].map(({ index, 0: words }) => ({ start: index, end: index + words.length }));
}

function namesIn(aligned: AlignedText, speech: ReadSpeech): readonly PersonalSpan[] {
  const words = readWords(aligned);
  const found: PersonalSpan[] = [];
  for (let index = 0; index < words.length; index += 1) {
    const longest = nameLength(words, index, aligned) || sequelLength(words, index, found.at(-1), aligned);
    const length = longest === 0 ? 0 : likelyLength(words, index, longest, aligned, speech);
    const first = words[index];
    const last = words[index + length - 1];
    if (length === 0 || first === undefined || last === undefined) continue;
    found.push({ kind: 'name', start: first.start, end: last.end });
    index += length - 1;
  }
  return found;
}

/** How many words of what may be a name are likelier one than plain speech; capitals count where not each word has one. */
function likelyLength(
  words: readonly Word[],
  index: number,
  longest: number,
  aligned: AlignedText,
  speech: ReadSpeech,
): number {
  const run = words.slice(index, index + longest);
  const [first] = run;
  if (first === undefined) return 0;
  const { folded } = aligned;
  const before = folded.slice(Math.max(0, first.start - 60), first.start);
  const capitals = first.capital && !hasTitleCase(words);
  const evidence: Evidence = {
    capitals,
    labelled: NAMED.test(before) && !NAMELESS.test(before),
    said: SAID_TO_BE.test(before),
    addressed: first.joined ? words[index - 1] : undefined,
    isConfirmed: (length) => {
      const last = run[length - 1];
      const after = folded.slice(last?.end ?? 0);
      if (last?.folded === 'dang' && after.startsWith(' hoc')) return false;
      return CLASS_AFTER.test(after) || (TEACHER.test(before) && DOES_AFTER.test(after));
    },
  };
  const likely = likelyNameLength(run, speech, evidence);
  return capitals && likely > 0 ? longest : likely;
}

/** «Ban Dai Dien Cha Me Hoc Sinh». */
function hasTitleCase(words: readonly Word[]): boolean {
  return words.length >= TITLE_WORDS && words.filter(({ capital }) => capital).length >= words.length * TITLE_SHARE;
}

/** «hai cháu Minh Đăng và Minh Quang»: a name that goes on from one before. */
function sequelLength(
  words: readonly Word[],
  index: number,
  before: PersonalSpan | undefined,
  aligned: AlignedText,
): number {
  const word = words[index];
  if (word === undefined || before === undefined || !word.capital) return 0;
  if (!/^(?: va | voi | cung |, ?| & )$/u.test(aligned.folded.slice(before.end, word.start))) return 0;
  const isName = holds(GIVEN_NAMES, word, aligned) || holds(SURNAMES, word, aligned);
  const run = isName ? nameRun(words, index, aligned) : 0;
  return isPublic(words, index, run) ? 0 : run;
}

function readWords({ text, folded, cased }: AlignedText): readonly Word[] {
  let before = 0;
  return [...folded.matchAll(/[a-z]+/gu)].map(({ index, 0: word }) => {
    const end = index + word.length;
    const written = text.slice(index, end);
    const lower = written.toLowerCase();
    const capital = cased && written.charAt(0) !== lower.charAt(0) && !/\d/u.test(text.charAt(end));
    const joined = index > 0 && /^ {1,2}$/u.test(folded.slice(before, index));
    before = end;
    return { start: index, end, lower, folded: word, capital, joined };
  });
}

/** How many words the name has that begins here; 0: none does. */
function nameLength(words: readonly Word[], index: number, aligned: AlignedText): number {
  const word = words[index];
  if (word === undefined || (word.folded.length < 2 && !(word.capital && words[index + 1]?.capital === true))) return 0;
  const before = aligned.folded.slice(Math.max(0, word.start - 60), word.start);
  const previous = word.joined ? words[index - 1] : undefined;
  const run = nameRun(words, index, aligned);
  if (run === 0 || isAbbreviation(word, aligned)) return 0;
  const after = aligned.folded.slice(words[index + run - 1]?.end ?? 0);
  if (NAMED.test(before)) return ASKED_AFTER.test(after) || isPublic(words, index, run) ? 0 : run;
  if (isPublic(words, index, run) || isPlace(words, index, aligned)) return 0;
  const full = run >= 2 && holds(SURNAMES, word, aligned);
  if (SAID_TO_BE.test(before) && (full || run >= 2 || isGivenInCapitals(word, aligned))) return run;
  if (previous !== undefined && followsHonorific(words, index, aligned)) {
    if (PUBLIC_NAMES.has(`${previous.folded}_${word.folded}`) || isPublic(words, index - 1, run + 1)) return 0;
    if (word.capital || run >= 2 || NAMED_ALONE.test(before)) return run;
  }
  if (!full) return 0;
  const sure = holds(SURE_SURNAMES, word, aligned);
  if (run >= 3) return word.capital || aligned.accented || sure ? run : 0;
  return word.capital && (sure || (aligned.accented && CLASS_AFTER.test(after))) ? run : 0;
}

/** How many words from here on may be one name. */
function nameRun(words: readonly Word[], index: number, aligned: AlignedText): number {
  const first = words[index];
  if (first === undefined) return 0;
  let run = 0;
  for (const word of words.slice(index, index + LONGEST_NAME)) {
    if (run > 0 && !word.joined) break;
    if (word.capital !== first.capital) break;
    if (run > 0 ? endsName(words, index + run) : goesOn(words, index)) break;
    const isName =
      holds(GIVEN_NAMES, word, aligned) || holds(SURNAMES, word, aligned) || holds(PET_NAMES, word, aligned);
    if (!first.capital && !isName) break;
    if (run === 0 && isAddress(word, aligned)) break;
    if (run === 0 && first.capital && NO_NAMES.has(word.folded) && !isName && !isNumberName(words, index)) break;
    run += 1;
  }
  return run;
}

/** «… Lớp 3A», «… phu huynh hoc sinh»: here something else begins. «Thị» stands second in a name and nowhere else. */
function endsName(words: readonly Word[], index: number): boolean {
  const word = words[index];
  if (word === undefined || NAME_ENDS.has(word.lower) || goesOn(words, index)) return true;
  return word.folded === 'ha' && words[index + 1]?.folded === 'noi';
}

function goesOn(words: readonly Word[], index: number): boolean {
  const word = words[index];
  return word?.capital === false && GOES_ON.has(`${word.folded}_${words[index + 1]?.folded}`);
}

/** «Anh», «Trường», «Bạn» begin no name; «Minh Anh», «Nam Trường» may end in them. */
function isAddress({ lower, folded }: Word, { accented }: AlignedText): boolean {
  return accented ? NEVER_FIRST.has(lower) : NEVER_FIRST_PLAIN.has(folded);
}

/** «con bà mẹ VNAH»: letters that nobody can say as one word. */
function isAbbreviation({ start, end, folded }: Word, { text }: AlignedText): boolean {
  const written = text.slice(start, end);
  return written === written.toUpperCase() && UNSPEAKABLE.test(folded);
}

function isNumberName(words: readonly Word[], index: number): boolean {
  const [word, before] = [words[index], words[index - 1]];
  return word !== undefined && before !== undefined && NUMBER_NAMES.has(word.lower) && ELDERS.has(before.lower);
}

function isGivenInCapitals(word: Word, aligned: AlignedText): boolean {
  return word.capital && aligned.accented && GIVEN_NAMES.has(word.lower);
}

/** «bé Bông», «con mình Nhật Minh», «cô giáo Lan». */
function followsHonorific(words: readonly Word[], index: number, aligned: AlignedText): boolean {
  if (isHonorific(words, index - 1, aligned)) return true;
  const [between, child] = [words[index - 1], words[index - 2]];
  if (between === undefined || child === undefined || !between.joined || words[index]?.capital !== true) return false;
  return (
    /^(?:minh|toi|gai|trai|ut|ho|ruot|nuoi|re|dau)$/u.test(between.folded) &&
    /^(?:con|chau|be|em|anh|chi)$/u.test(child.folded)
  );
}

function isHonorific(words: readonly Word[], index: number, aligned: AlignedText): boolean {
  const word = words[index];
  if (word === undefined) return false;
  // «co Thanh»: without diacritics «co» may be «có», but not before a name in capitals.
  const named = words[index + 1];
  if (/^(?:co|thay)$/u.test(word.folded) && !word.capital && !aligned.accented && named?.capital === true) {
    return holds(GIVEN_NAMES, named, aligned) || holds(SURNAMES, named, aligned);
  }
  if (aligned.accented ? HONORIFICS.has(word.lower) : PLAIN_HONORIFICS.has(word.folded)) return true;
  const before = words[index - 1];
  if (!ROLE_WORDS.has(word.folded) || !word.joined || before === undefined) return false;
  return /^(?:co|thay|hoc|phu|chu|hieu|bao|ba|giao)$/u.test(before.folded);
}

function isPlace(words: readonly Word[], index: number, aligned: AlignedText): boolean {
  const [one, two] = [words[index - 1], words[index - 2]];
  const joined = words[index]?.joined === true;
  if (!joined || one === undefined) return false;
  if (holds(PLACE_WORDS, one, aligned)) return !/^(?:hoc sinh|hieu truong)$/u.test(`${two?.folded} ${one.folded}`);
  return false;
}

function isPublic(words: readonly Word[], index: number, run: number): boolean {
  const folded = words.slice(index, index + Math.max(run, 2)).map((word) => word.folded);
  const [two, three] = [2, 3].map((length) => folded.slice(0, length).join('_'));
  return (
    PUBLIC_NAMES.has(folded.join('_')) || (run <= 2 && PUBLIC_NAMES.has(two ?? '')) || PUBLIC_NAMES.has(three ?? '')
  );
}

function holds(names: ReadonlySet<string>, word: Word, { accented }: AlignedText): boolean {
  if (names.has(word.lower)) return true;
  if (accented) return false;
  let plain = foldedSets.get(names);
  if (plain === undefined) {
    plain = new Set(
      [...names].map((name) =>
        name
          .normalize('NFD')
          .replace(/\p{M}+/gu, '')
          .replaceAll('đ', 'd'),
      ),
    );
    foldedSets.set(names, plain);
  }
  return plain.has(word.folded);
}
