import type { Passage, PassagePart } from '../document.ts';

/** What a passage says in one clause, item of a list or row of a table, in its own words. */
export interface PassageStatement {
  /** What can be read alone: behind the words that lead up to its list, where it stands in one. */
  readonly text: string;
  /** The beginning of its text that leads up to all items of its list; empty where it stands in none. */
  readonly head: string;
  /** The whole sentence that it is a clause of, behind the same head; itself where it is all of it. */
  readonly whole: string;
  readonly isRow: boolean;
  /** Whether its list begins before the passage or goes on behind it. */
  readonly isOfOpenList: boolean;
}

/** What statements of one list share, and clauses of one sentence. */
export function listKey({ head, whole }: PassageStatement): string {
  return head === '' ? whole : head;
}

/**
 * What the parts of a passage say, in their order.
 * @param headings those above the passage; one that it goes on from, forbids or says whose duties follow, leads up to
 * what stands under it
 */
export function statementsOf(parts: Passage['parts'], headings: Passage['headings']): readonly PassageStatement[] {
  const plain = parts.map((part) => ({ ...part, text: withoutMark(part.text).trim() }));
  return plain.flatMap((part, index) => {
    const { text, alone, cells = [] } = part;
    if (cells.length > 0) return cells.map((cell) => rowOf(cell.alone));
    if (alone !== undefined) return [rowOf(alone)];
    const before = plain.slice(0, index);
    const lead = leadOf(part, before, headings);
    // The last item of a list ends in a full stop.
    const last = plain.at(-1) ?? part;
    const goesOn = /[;,]\s*$/u.test(last.text) && isBeside(last, part);
    const isOfOpenList =
      lead !== null && (goesOn || (listHead(part, before) === undefined && !beginsHere(part, plain)));
    return clausesOf(text).map(({ head, own, whole }) => {
      const above = lead === null ? '' : `${lead}: `;
      return {
        text: `${above}${head}${own}`,
        head: `${above}${head}`,
        whole: `${above}${whole}`,
        isRow: false,
        isOfOpenList,
      };
    });
  });
}

/** Whether the first item of a part's list stands in the passage. */
function beginsHere(part: PassagePart, parts: Passage['parts']): boolean {
  const above = stepsAbove(part).join();
  const first = parts.find((one) => stepsAbove(one).join() === above);
  return /(?:^|\s|\.)(?:1|a)$/u.test(first?.address ?? '');
}

/** «khoản 2, điểm c» stands under «khoản 2». */
function stepsAbove({ address }: PassagePart): readonly string[] {
  return address.split(', ').slice(0, -1);
}

/** Whether two parts stand equally deep. */
function isBeside(one: PassagePart, other: PassagePart): boolean {
  return stepsAbove(one).length === stepsAbove(other).length;
}

function rowOf(text: string): PassageStatement {
  return { text, head: '', whole: text, isRow: true, isOfOpenList: false };
}

/** The words of a part without the number or letter that it is listed under. */
export function withoutMark(text: string): string {
  return text.replace(/(?<=^|\n)[\s'"]*(?:(?:\d+[.)]|\(\d+\)|\(?[ivx]+\)|[a-zđ]\)|[-–+•])\s+(?=\S))+/gu, '');
}

interface Clause {
  readonly head: string;
  readonly own: string;
  readonly whole: string;
}

/** «Hồ sơ gồm: đơn; bản sao» */
const LIST = /^([^;:]{3,}:\s)([^;]*;.*)$/u;
/** Whose duty or right several things are: «Nhà trường có trách nhiệm tổ chức …; trả …; có …». */
const SHARED = /^([^;]{3,90}?\s(?:có trách nhiệm|có nghĩa vụ|có nhiệm vụ)\s)([^:;]+;\s[^:;]+[^:]*)$/u;
/** «nhóm 1: được cộng 2,0 điểm; nhóm 2 được cộng …»: what stands before the colon leads up to its own item alone. */
const LABEL = /(?:^|\s)(\p{L}+) [\p{N}IVX]+:\s$/u;
const SENTENCE_END = /(?<=[.!?])\s+(?=\p{Lu}|["“(])|\n/u;

/** The clauses of a text's sentences; items of a list, and several things that are one's duty, behind what leads up to them. */
function clausesOf(text: string): readonly Clause[] {
  return text.split(SENTENCE_END).flatMap((sentence) => {
    const plain = sentence.trim();
    const [, head = '', listed = plain] = LIST.exec(plain) ?? SHARED.exec(plain) ?? [];
    const [, label] = LABEL.exec(head) ?? [];
    const isList =
      head !== '' && (label === undefined || !itemsOf(listed).some((item) => item.startsWith(`${label} `)));
    return isList
      ? itemsOf(listed).map((own) => ({ head, own, whole: `${head}${own}` }))
      : itemsOf(plain).map((own) => ({ head: '', own, whole: plain }));
  });
}

function itemsOf(text: string): readonly string[] {
  return text
    .split(/;(?=\s|$)/u)
    .map((item) => item.trim())
    .filter((item) => /[\p{L}\d]/u.test(item));
}

/** A title that says whose all that stands under it is. */
const OWNED =
  /^(?:điều \d+\.\s)?(?:các )?(?:(?:quyền hạn|quyền|nhiệm vụ|trách nhiệm|nghĩa vụ)(?:,\s|\svà\s|\s))+của\s[^:.;,]{3,60}$/iu;
const FORBIDS = /không được(?: làm| phép)?$|nghiêm cấm|bị cấm/iu;

/** The part that leads up to an item of a list: above it, or one at its own address that ends in a colon or says whose duties follow. */
function listHead(part: PassagePart, before: Passage['parts']): PassagePart | undefined {
  return before.findLast(
    ({ text, address }) =>
      !/[.;!?]$/u.test(text) &&
      address !== '' &&
      (part.address.startsWith(`${address}, `) ||
        (part.address === address && (text.endsWith(':') || OWNED.test(text)))),
  );
}

/** A lead as short as «Nhóm đối tượng 1» says little without the one above it. */
const SHORT_LEAD = 40;

/** What leads up to a part: the end of the part above it, or a heading that forbids or says whose it is. */
function leadOf(part: PassagePart, before: Passage['parts'], headings: Passage['headings']): string | null {
  const above = listHead(part, before);
  if (above !== undefined) {
    const lead = unclosed(above.text.split(/(?<=[.;])\s/u).at(-1) ?? '');
    const further = lead.length > SHORT_LEAD ? null : leadOf(above, before.slice(0, before.indexOf(above)), headings);
    return further === null ? lead : `${further}: ${lead}`;
  }
  const continued = headings.findLast((one) => isAbove(one, part));
  if (continued !== undefined) return unclosed(withoutMark(continued));
  const [article = ''] = part.address.split(',');
  const heading = headings.find((one) => article !== '' && one.startsWith(`${article}.`));
  const title = unclosed(heading?.slice(article.length + 1).trim() ?? '');
  return FORBIDS.test(title) || OWNED.test(title) || (title !== '' && isItem(part, before)) ? title : null;
}

/** Whether a part is an item of a list, which ends in a semicolon; the last one stands behind one that does. */
function isItem(part: PassagePart, before: Passage['parts']): boolean {
  return [part, before.findLast((one) => isBeside(one, part))].some(
    (one) => one !== undefined && /;\s*$/u.test(one.text),
  );
}

/** A lead without the colon; a title before the same words goes. */
function unclosed(lead: string): string {
  return lead.replace(/(?:\s+(?:như )?sau(?: đây)?)?\s*:$/u, '').replace(/^(.{8,}?)\s+(?=\1)/u, '');
}

/** Whether a heading is the paragraph or point that an item of a list stands under: «2. Hồ sơ gồm:» above «khoản 2, điểm c». */
function isAbove(heading: string, part: PassagePart): boolean {
  if (!/(?::|…)\s*$/u.test(heading)) return false;
  return stepsAbove(part).some((step) => {
    const [, name] = /^(?:khoản|điểm|mục) (\S+)$/u.exec(step) ?? [];
    return name !== undefined && (heading.startsWith(`${name}. `) || heading.startsWith(`${name}) `));
  });
}
