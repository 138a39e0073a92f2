import { AGENTS, DOERS, GROUPS, THINGS } from './cue-words.ts';
import { holdsOne, holdsPhrase, spaced } from './plain-words.ts';

/** Who does or bears what a statement says. */
export interface Bearers {
  /** The words with which it begins to say so, between single spaces; without when, where and under what. */
  readonly beginning: string;
  /** Those who stand there, each by all their names. */
  readonly rows: readonly (readonly string[])[];
  /** Those of them with whom it begins, before anything else. */
  readonly first: readonly (readonly string[])[];
  /** By whom something is granted or done to them: «được hiệu trưởng xác nhận». */
  readonly by: readonly (readonly string[])[];
  /** The first word of what those do; empty where nobody is named. */
  readonly deed: string;
  /** Whether a title says whose it is: «Nhiệm vụ của giáo viên». */
  readonly isTitled: boolean;
  /** Whether something is granted or done to them. */
  readonly isGranted: boolean;
  /** What is said of them, between single spaces; without when, where and under what. */
  readonly told: string;
}

/** Says when, where or under what something holds, before the comma behind which stands who. */
const CIRCUMSTANCE =
  /^(?:dạ,?\s)?(?:(?:trong|trước|sau|khi|nếu|trường hợp|đối với|với|tại|ở|từ|căn cứ|chậm nhất|muộn nhất|ít nhất|hằng|hàng|mỗi|định kỳ|ngoài|tùy)\s[^,]*,\s)+/iu;
/** What stands before «thì» is under what, unless what follows says nothing but what is done. */
const BEFORE_THEN = /^.*?\sthì\s(?!(?:được|bị|phải|không|chưa|vẫn|sẽ|có thể|chỉ|cũng)\s)/iu;
/** Who does something stands among so many words. */
const FIRST_WORDS = 5;
const ALL = /^ (?:(?:các|những|mỗi|mọi|tất|cả) )+/u;
/** Whoever stands behind these does and bears nothing: «hiếu thảo với cha mẹ». */
const TOWARDS = /(?<= \S+) (?:với|cho|gửi|tới) /u;
const PREDICATE = / (?:được|phải|bị|không|chưa|thì|là|có|gồm) /u;
/** Says so within so many words, of somebody who is named first within more. */
const GRANTED = {
  unnamed: /^ (?:(?!phải )\S+ ){0,6}?(?<!không )(?:được|bị) /u,
  named: /^ (?:(?!phải )\S+ ){0,40}?(?<!không )(?:được|bị) /u,
};
/** By whom something is done stands behind these, before what is done. */
const BY_WHOM = / (?:được|bị|do)(?= )/u;
const BY_WORDS = 4;

/**
 * Reads who does or bears what a statement says.
 * @param owner whose it is, where a title says so
 */
export function bearersOf(statement: string, owner: string | null = null): Bearers {
  const said = spaced(statement.replace(BEFORE_THEN, '').replace(CIRCUMSTANCE, ''));
  const begins = ` ${said.trim().split(' ').slice(0, FIRST_WORDS).join(' ')} `;
  const beginning = owner === null ? begins : spaced(owner);
  // «Việc thay đổi nhà đầu tư …» is borne by nobody.
  const who = beginning.startsWith(' việc ') ? ' ' : (beginning.split(TOWARDS)[0] ?? ' ');
  const rows = rowsIn(` ${who.split(PREDICATE)[0]?.trim() ?? ''} `);
  const first = rows.filter((row) => row.some((name) => apart(beginning).replace(ALL, ' ').startsWith(` ${name} `)));
  return {
    beginning,
    rows,
    first,
    ...doneBy(said),
    isTitled: owner !== null,
    isGranted: (first.length > 0 && owner === null ? GRANTED.named : GRANTED.unnamed).test(said),
    told: said,
  };
}

/** Who does what is granted or done to somebody: «được hiệu trưởng nhà trường | xác nhận». */
function doneBy(said: string): Pick<Bearers, 'by' | 'deed'> {
  const [, behind = ''] = said.split(BY_WHOM);
  const by = rowsIn(` ${behind.trim().split(' ').slice(0, BY_WORDS).join(' ')} `);
  const plain = apart(behind);
  const ends = by
    .flat()
    .flatMap((name) => (holdsPhrase(plain, name) ? [plain.indexOf(` ${name} `) + name.length + 1] : []));
  return {
    by,
    deed:
      plain
        .slice(Math.max(0, ...ends))
        .trim()
        .split(' ')[0] ?? '',
  };
}

/** Whether words begin with somebody who does or bears something. */
export function namesBearer(words: string): boolean {
  return bearersOf(words).first.length > 0;
}

/** Says that somebody has duties or rights. */
const CHARGED = / (?:quyền|nhiệm vụ|nghĩa vụ|trách nhiệm) | (?:phải|được) $/u;

/** Who bears what words lead up to: «nhà giáo» of «Ngoài ra, nhà giáo còn có các quyền». */
export function bearerIn(lead: string): string | null {
  const { beginning, first, told } = bearersOf(lead);
  return first.length > 0 && CHARGED.test(told) ? beginning : null;
}

/** Whether what is managed by others stands where somebody could. */
export function isThing({ told }: Bearers): boolean {
  return THINGS.some((thing) => told.startsWith(` ${thing} `));
}

/** Whether words begin with somebody of whom others say that another does or bears it. */
export function areOthers(here: Bearers, there: Bearers): boolean {
  const doers = doersIn(here, there);
  const isMeant =
    !there.isTitled &&
    DOERS.some(({ names, meant }) => namesOne(here.beginning, [names]) && holdsOne(there.beginning, meant));
  return here.first.length > 0 && doers.length > 0 && !isMeant && !here.first.some((row) => doers.includes(row));
}

/** Whether words begin with somebody of whom others say it too. */
export function areSame(here: Bearers, there: Bearers): boolean {
  const doers = doersIn(here, there);
  return here.first.some((row) => doers.includes(row));
}

/** «Hiệu trưởng xác nhận …» says of «được hiệu trưởng xác nhận …» who does it. */
function doersIn(here: Bearers, there: Bearers): Bearers['rows'] {
  const turnsRound = there.isGranted && !here.isGranted && there.by.length > 0 && holdsPhrase(here.told, there.deed);
  return turnsRound ? there.by : there.rows;
}

/** «cơ sở giáo dục» is no «sở giáo dục», «cha mẹ học sinh» are no pupils, and «trường hợp» is no school. */
const apart = (words: string) =>
  words
    .replaceAll('cơ sở', 'cơ-sở')
    .replaceAll(' cha mẹ học sinh ', ' cha mẹ ')
    .replaceAll(' trường hợp ', ' trường-hợp ');
const SCHOOL = 'nhà trường';
const ROWS = [...AGENTS, ...GROUPS].map((row) => [...row, ...(row.includes(SCHOOL) ? ['trường'] : [])].map(apart));

/** The people and bodies that words name, each by all their names. */
export function rowsIn(words: string): readonly (readonly string[])[] {
  const plain = apart(words);
  return ROWS.filter((row) => holdsOne(plain, row));
}

/** Whether words name one of those that `rowsIn` gave. */
export function namesOne(words: string, rows: readonly (readonly string[])[]): boolean {
  const plain = apart(words);
  return rows.some((row) => holdsOne(plain, row));
}

/** What somebody must, may, has or is there for follows their name within so many words. */
const BORNE: ReadonlySet<string> = new Set(['phải', 'được', 'có', 'cần', 'không', 'sẽ', 'chịu', 'nhằm', 'để']);
const BORNE_WITHIN = 9;

/** Whether a text tells something of one of those that `rowsIn` gave, wherever they stand in it. */
export function tellsOf(text: string, rows: readonly (readonly string[])[]): boolean {
  const names = rows.flat();
  const isBorne = (behind: string) =>
    behind
      .split(' ')
      .slice(0, BORNE_WITHIN)
      .some((word) => BORNE.has(word));
  const parts = text.split(/[,;:.]\s/u).map((part) => apart(spaced(part)));
  return parts.some((part, at) =>
    names.some(
      (name) =>
        (part.startsWith(` ${name} `) && isName(parts[at - 1] ?? '')) || part.split(` ${name} `).slice(1).some(isBorne),
    ),
  );
}

const LONGEST_NAME = 8;

/** Whether words between commas name somebody, behind whom another may be named: «Ủy ban nhân dân cấp xã, Sở … gửi». */
function isName(part: string): boolean {
  return part.trim().split(' ').length <= LONGEST_NAME && rowsIn(part).length > 0;
}

/** Whether words are the name of somebody, and say no more of them. */
export function isBearer(words: string): boolean {
  return ROWS.some((row) => row.includes(apart(words)));
}
