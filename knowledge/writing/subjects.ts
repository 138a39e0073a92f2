import { areOthers, bearersOf, namesOne, rowsIn, tellsOf } from './bearers.ts';
import { ACTORS, GROUPS, PEOPLE } from './cue-words.ts';
import { type Fault, fault } from './fault.ts';
import { BRACKETS } from './pieces.ts';
import { contentWords, holdsOne, holdsPhrase, isRetelling, spaced } from './plain-words.ts';
import type { SourceFacts, SourceUnit } from './source-units.ts';
import { type Statement, sayersWithout } from './statement.ts';

/** What stands before these is of whom or what something is said. */
const PREDICATE = /\s(?:được|phải|bị|không|chưa|thì|là|có|gồm)(?=\s)/u;
const ALTERNATIVE = /,\s|\shoặc\s/u;

/** Of whom something is said. */
export function subjectOf(text: string): string {
  const end = text.search(PREDICATE);
  return end < 0 ? '' : text.slice(0, end);
}

/** Somebody told by a word that no source has: «sinh viên ngành y» for «sinh viên sư phạm». */
export function otherPeople({ text, alike }: Statement, facts: readonly SourceFacts[]): Fault[] {
  const subject = subjectOf(text);
  if (alike.length === 0 || !holdsOne(spaced(subject), PEOPLE)) return [];
  const said = spaced(subject);
  // «giáo viên» for «nhà giáo».
  const same = ACTORS.filter((row) => holdsOne(said, row) && facts.some((one) => holdsOne(one.spaced, row))).flat();
  const own = contentWords(subject).filter(
    (word) =>
      !isRetelling(word) &&
      !facts.some((one) => one.words.has(word)) &&
      !same.some((name) => name.split(' ').includes(word)),
  );
  return own.length > 0 ? [fault('contrary', text)] : [];
}

/** «cha mẹ học sinh» are no pupils. */
const parents = (words: string) => words.replaceAll(' cha mẹ học sinh ', ' cha mẹ ');
const FOR = /(?<= (?:của|cho|với|đến|gửi) )(?:[^ ]+ ){1,4}/gu;
/** Whoever stands at the beginning does nothing: something is done to them, or there. */
const PASSIVE = /^ (?:tại|ở) | (?:(?<!không )được|bị|do) /u;
/** «Nhiệm vụ của học sinh là …» tells whose what follows is. */
const OWNED =
  /^ (?:\S+ ){0,3}?(?:nhiệm vụ|quyền|trách nhiệm|nghĩa vụ|quyền hạn) của (?:\S+ ){1,4}?(?=là |còn |gồm |bao )/u;
/** What somebody does for their child, whose it is. */
const FOR_CHILD = / cho con /u;

/** Told of somebody, or for somebody, where every source that says it names others there, and never them. */
export function otherBearer(piece: Statement, units: readonly SourceUnit[]): Fault[] {
  const { spaced: said, alike, text } = piece;
  if (alike.length === 0) return [];
  const here = bearersOf(text);
  const areAllOthers = (among: readonly SourceUnit[]) =>
    among.length > 0 &&
    among.every(({ bearers: there }) =>
      there.isTitled
        ? areOthers(here, there) && here.isGranted === there.isGranted && !FOR_CHILD.test(said)
        : areOthers(here, there) && !PASSIVE.test(said),
    );
  const names = new Set(here.first.flat().flatMap((name) => name.split(/[ -]/u)));
  const isSaidOf = (unit: SourceUnit) => tellsOf(unit.text, here.first) || standsAbove(here.first.flat(), unit);
  const isOther =
    here.first.length > 0 &&
    (areAllOthers(alike) || areAllOthers(sayersWithout(piece, names, units))) &&
    !alike.some(isSaidOf);
  const groups = GROUPS.filter((group) => holdsOne(parents(here.beginning), group));
  const isOtherGroup = groups.some((group) =>
    alike.every(
      (unit) =>
        !holdsOne(unit.spaced, group) &&
        !standsAbove(group, unit) &&
        GROUPS.some((other) => holdsOne(unit.spaced, other)),
    ),
  );
  const isForOther = [...said.replace(OWNED, ' ').matchAll(FOR)].some(([whom]) => {
    const rows = whom.includes('biết') ? [] : rowsIn(` ${whom}`);
    return (
      rows.length > 0 &&
      alike.every(
        ({ spaced: there }) =>
          !namesOne(there, rows) && [...there.matchAll(FOR)].some(([other]) => rowsIn(` ${other}`).length > 0),
      )
    );
  });
  return isOther || isOtherGroup || isForOther ? [fault('contrary', text)] : [];
}

/** Whether the words around a statement that it leans on hold one of several names. */
function standsAbove(names: readonly string[], { above }: SourceUnit): boolean {
  return names.some((name) => name.split(/[ -]/u).every((word) => above.has(word)));
}

/** Who or what somebody is: «Chủ tịch là Hiệu trưởng hoặc Phó hiệu trưởng». */
const IS = /(?:^|[:;,.]\s)([^:;,.]{2,80}?)\slà\s([^:;.]+)/gu;

interface Copula {
  readonly who: readonly string[];
  /** Of whom that is, in words that `spaced` gave. */
  readonly whose: string;
  readonly what: readonly string[];
}

function copulasIn(text: string): readonly Copula[] {
  const apart = (words: string) => contentWords(words.replace(/phó (?=hiệu|chủ)/giu, 'phó-'));
  return [...text.matchAll(IS)].map(([, who = '', what = '']) => ({
    who: apart(who),
    whose: who.includes(' của ') ? spaced(who.slice(who.lastIndexOf(' của ') + 5)) : '',
    what: apart(what),
  }));
}

/** Somebody or something said to be what the source does not call it: the one told of by the most of its words. */
export function otherwiseCalled({ text }: Statement, units: readonly SourceUnit[]): Fault[] {
  const said = copulasIn(text);
  if (said.length === 0) return [];
  const told = units.flatMap((unit) => copulasIn(unit.text));
  const isOther = said.some(({ who, whose, what }) => {
    const named = told.filter((there) => there.who.length > 0 && there.who.every((word) => who.includes(word)));
    const most = Math.max(0, ...named.map((there) => there.who.length));
    const nearest = named.filter((there) => there.who.length === most);
    // «đánh giá của cha mẹ là quan trọng nhất» where that is said of «đánh giá của giáo viên».
    const owned = told.filter(
      (there) => there.whose !== '' && what.length > 1 && what.every((word) => there.what.includes(word)),
    );
    if (isSaidToBe(who, what, told)) return true;
    const rows = rowsIn(whose);
    const isOfAnother = owned.every((there) => !namesOne(there.whose, rows));
    if (owned.length > 0 && rows.length > 0 && isOfAnother) return true;
    const [head] = what.filter((word) => !isRetelling(word));
    // Who holds an office, and nobody else who holds another.
    const isOffice = OFFICES.some((office) => ` ${who.join(' ')} `.startsWith(` ${office} `));
    const isWidened = what.some((word) => !isRetelling(word) && !nearest.some((there) => there.what.includes(word)));
    if (isOffice && nearest.length > 0 && isWidened) return true;
    return head !== undefined && nearest.length > 0 && nearest.every((there) => !there.what.includes(head));
  });
  return isOther ? [fault('contrary', text)] : [];
}

const OFFICES = [
  'chủ tịch',
  'phó-chủ tịch',
  'trưởng ban',
  'trưởng',
  'thư ký',
  'thư kí',
  'ủy viên',
  'thành viên',
  'lãnh đạo',
];

/** «Chủ tịch Công đoàn là chủ tịch hội đồng» where the source says who of them it is. */
function isSaidToBe(who: readonly string[], what: readonly string[], told: readonly Copula[]): boolean {
  if (!OFFICES.some((office) => holdsPhrase(` ${what.join(' ')} `, office))) return false;
  const others = told.filter((there) => there.what.length > 1 && there.what.every((word, at) => word === what[at]));
  return who.length > 0 && others.length > 0 && others.every((there) => !there.who.some((word) => who.includes(word)));
}

const LABELLED = /^(?:\d+\.\s|\p{L}\)\s)?([^:]{2,60}):\s(.+)$/u;

/** What is said under one label, told of another: «Đô thị là … các xã đồng bằng». */
export function crossedLabels({ text, words }: Statement, units: readonly SourceUnit[]): Fault[] {
  const subject = new Set(contentWords(subjectOf(text)));
  if (subject.size === 0) return [];
  const labels = units.flatMap((unit) => {
    const label = contentWords((LABELLED.exec(unit.text)?.[1] ?? '').replace(BRACKETS, ' '));
    return label.length === 0 ? [] : [{ unit, label }];
  });
  const named = labels.filter(({ label }) => label.every((word) => subject.has(word)));
  // «Hoàn thành tốt» is not «Hoàn thành».
  const longest = Math.max(0, ...named.map(({ label }) => label.length));
  const own = named.filter(({ label }) => label.length === longest);
  const isOther =
    own.length > 0 &&
    own.every(({ unit }) =>
      words.some(
        (word) => !unit.words.has(word) && !isRetelling(word) && labels.some((other) => other.unit.words.has(word)),
      ),
    );
  return isOther ? [fault('contrary', text)] : [];
}

/** One of several that is put together from two: «giải khuyến khích cấp tỉnh» of «… quốc gia hoặc giải nhì cấp tỉnh». */
export function crossedAlternatives({ text, alike }: Statement): Fault[] {
  const subject = subjectOf(text);
  if (alike.length === 0 || subject === '' || ALTERNATIVE.test(subject)) return [];
  const said = new Set(contentWords(subject));
  return alike.every((unit) => isCrossed(said, unit)) ? [fault('contrary', text)] : [];
}

function isCrossed(said: ReadonlySet<string>, { text }: SourceUnit): boolean {
  const alternatives = subjectOf(text)
    .split(ALTERNATIVE)
    .map(contentWords)
    .filter((words) => words.length > 1);
  const [first = []] = alternatives;
  // Only those that name the same kind of thing are told from each other by the rest of their words.
  const alike = alternatives.filter(([head]) => head === first[0]);
  if (alike.length < 2 || alike.some((words) => words.every((word) => said.has(word)))) return false;
  const own = alike.map((words) =>
    words.filter((word) => !alike.some((other) => other !== words && other.includes(word))),
  );
  return own.filter((words) => words.some((word) => said.has(word))).length > 1;
}
