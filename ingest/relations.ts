import type { Relation, RelationKind } from '../knowledge/document.ts';
import { territoryNamedMost } from '../knowledge/territories.ts';
import { fold } from '../knowledge/text/normalise.ts';
import { DAY_PATTERN, readDay } from './dates.ts';
import { NUMBER } from './document-number.ts';
import { guidesInTitle } from './guided-texts.ts';
import { mergeRelations } from './merge-relations.ts';
import { readPartAddresses } from './part-addresses.ts';
import { withoutQuotedText } from './quoted-text.ts';

const KIND =
  '(?:Bộ luật|Luật|Pháp lệnh|Nghị định|Thông tư liên tịch|Thông tư|Nghị quyết|Quyết định|Kế hoạch|Thông báo|Hướng dẫn|Công văn|Chỉ thị|Quy định|Quy chế|văn bản)';
const OBJECT = new RegExp(
  String.raw`(?:${KIND}(?:\s+(?!số\s|${KIND})[\p{L}-]+){0,6}?\s+(?:số\s+)?|(?:^|\s)số\s+)(${NUMBER.source})`,
  'iu',
);
/** A verb at the head of its clause; inside a clause («Thông tư số 15 … sửa đổi, bổ sung …») it describes an object. */
const HEADS = String.raw`(?:^(?:${KIND}\s+)?|[.;:]\s*|(?<!sửa\s+đổi),\s*|\s(?:và|này|hoặc)\s+)`;
const VERBS: readonly (readonly [kind: RelationKind, words: string])[] = [
  ['replaces', String.raw`thay\s+thế(?:\s+cho)?|thay\s+cho`],
  ['repeals', String.raw`bãi\s+bỏ|hủy\s+bỏ|huỷ\s+bỏ`],
  [
    'suspends',
    String.raw`ngưng\s+hiệu\s+lực|tạm\s+ngưng\s+(?:áp\s+dụng|hiệu\s+lực|thực\s+hiện)|đình\s+chỉ\s+(?:việc\s+)?thi\s+hành`,
  ],
  ['amends', String.raw`sửa\s+đổi(?:\s*[,;]?\s*(?:và\s+)?bổ\s+sung)?|bổ\s+sung|điều\s+chỉnh`],
];
const ANY_VERB = new RegExp(`${HEADS}(${VERBS.map(([, words]) => words).join('|')})(?![\\p{L}])`, 'giu');
const ENDS =
  /(?:hết|không\s+còn|chấm\s+dứt)\s+hiệu\s+lực|(?:được|bị)\s+(?:thay\s+thế\s+(?:bởi|bằng)|bãi\s+bỏ\s+(?:bởi|bằng|kể))/iu;
const PASSIVE_FROM = new RegExp(String.raw`hiệu\s+lực(?:\s+thi\s+hành)?\s+(?:kể\s+)?từ\s+(${DAY_PATTERN})`, 'iu');
/** How an object came to be is no statement of this document. */
const HISTORY = /(?:,?\s*(?:đã\s+)?được|đã)\s+(?:sửa\s+đổi|bổ\s+sung|thay\s+thế)[^;]*?(?=;|$|\s+hết\s+hiệu\s+lực)/giu;
const LEGAL_BASIS = /^(?:[-*•]\s*)?(?:Căn cứ|Theo đề nghị|Xét|Thực hiện|Trên cơ sở)\s/u;
/** «Trường hợp các văn bản dẫn chiếu được thay thế …» and «rà soát, sửa đổi …» speak of what others may do. */
const NOT_NOW =
  /(?:^|\s)(?:Trường hợp|Khi|Nếu)\s[^.]{0,120}?(?:sửa\s+đổi|thay\s+thế|bổ\s+sung)|(?:rà\s+soát|đề\s+xuất|tham\s+mưu|kiến\s+nghị|nghiên\s+cứu)[^.]{0,80}?(?:sửa\s+đổi|thay\s+thế|bổ\s+sung|bãi\s+bỏ)/iu;

/** What a document may say of itself before its relations are read. */
export interface SpeakingDocument {
  readonly number: string | null;
  readonly title: string;
}

/**
 * What a document says it does to others: replaces, repeals, suspends, amends, guides – whole documents or parts by
 * address. The text that an amendment puts in place of another is left out.
 * @param lines the whole text, one block or table row each
 */
export function readRelations(lines: readonly string[], self: SpeakingDocument): readonly Relation[] {
  const own = joinLists(withoutQuotedText(lines)).filter((line) => !LEGAL_BASIS.test(line));
  const found = [
    ...guidesInTitle(self.title, lines),
    ...statementsIn(self.title.replace(/^\p{L}+(?:\s\p{L}+)?\s+(?=sửa đổi)/iu, '')),
    ...own.filter((line) => !NOT_NOW.test(line)).flatMap(statementsIn),
  ];
  const target = amendedInTitle(found, self.title);
  const refined = [...found, ...amendedArticles(own, target)];
  return mergeRelations(
    refined.filter((relation) => relation.number === null || !isSame(relation.number, self.number)),
  );
}

/** All relations that the sentences of a line state. */
function statementsIn(line: string): readonly Relation[] {
  return line
    .replace(/\s+/g, ' ')
    .replace(/^(?:\d+(?:\.\d+)*[.)]|[a-zđ]\)|[-+•*])\s*/u, '')
    .split(/\.\s+(?=\p{Lu})/u)
    .flatMap((sentence) => statementsOf(sentence.replace(HISTORY, '')));
}

function statementsOf(text: string): readonly Relation[] {
  const passive = text.match(ENDS);
  if (passive?.index !== undefined) {
    const kind = /thay/iu.test(passive[0]) ? 'replaces' : 'repeals';
    const after = text.slice(passive.index);
    const from = readDay(after.match(PASSIVE_FROM)?.[1] ?? '');
    const listed = after.match(/:\s*(.*)$/u)?.[1] ?? '';
    const before = text.slice(0, passive.index).replace(/^Kể từ [^,]*,\s*/iu, '');
    return [...objectsIn(before, kind), ...objectsIn(listed, kind)].map((relation) => ({ ...relation, from }));
  }
  const verbs = [...text.matchAll(ANY_VERB)];
  return verbs.flatMap((verb, index) => {
    const kind = VERBS.find(([, words]) => new RegExp(`^(?:${words})$`, 'iu').test(verb[1] ?? ''))?.[0];
    const clause = text.slice(verb.index + verb[0].length, verbs[index + 1]?.index);
    // «như sau: …» opens the words that are put in place.
    return kind === undefined ? [] : objectsIn(clause.replace(/\s+như\s+sau\s*:.*$/u, ''), kind);
  });
}

const SEPARATOR = new RegExp(
  String.raw`;\s*|(?:,\s*|\s+và\s+)(?=(?:(?:điểm|khoản|Điều|các|toàn|bộ|của|tại|[\da-zđ]{1,3})[,;]?\s+)*${KIND}(?:\s+[\p{L}-]+){0,6}?\s+số\s)`,
  'iu',
);

/** The documents a verb rules over, each with the parts named before it. */
function objectsIn(clause: string, kind: RelationKind): readonly Relation[] {
  const relations: Relation[] = [];
  let before = '';
  for (const piece of clause.split(SEPARATOR)) {
    const words = `${before}${before === '' ? '' : '; '}${piece.replace(/(^|:\s)(?:[a-zđ]\)|\d+[.)]|[-+•*])\s*/gu, '$1')}`;
    const object = words.match(OBJECT);
    if (object?.[1] === undefined || object.index === undefined) {
      before = words;
      continue;
    }
    before = '';
    const parts = partsBefore(words.slice(0, object.index));
    if (parts === undefined) continue;
    const after = words.slice(object.index + object[0].length);
    relations.push({
      kind,
      number: object[1],
      name: null,
      issuedOn: readDay(after.match(new RegExp(`^\\s*(?:,\\s*)?(?:${DAY_PATTERN})`, 'iu'))?.[0] ?? ''),
      territory: territoryOfIssuer(after),
      parts,
      from: null,
      origin: 'text',
    });
  }
  return relations;
}

const FILLER =
  /(?:^|\s)(?:toàn\s+bộ|các|những|đối\s+với|cho|của|tại|trong|văn\s+bản\s+sau(?:\s+đây)?|sau\s+đây)(?=\s|$|:)/giu;

/** What parts without an address are called; «hủy bỏ kết quả thi … Thông tư số 24» is about no part of the circular. */
const PART =
  /^\s*(?:(?:các|những|toàn\s+bộ)\s+)?(?:một\s+(?:số|phần)|nội\s+dung|quy\s+định|danh\s+mục|cụm\s+từ|từ\s|mẫu|biểu|bảng|quy\s+chế|điều\s+lệ|thủ\s+tục|mức)/iu;
const LONGEST_LEAD = 260;

/** `null` = the whole, addresses or nothing for a part, `undefined` when the words before are no object of the verb. */
function partsBefore(words: string): readonly string[] | null | undefined {
  const addresses = readPartAddresses(words);
  if (addresses.length > 0) return addresses;
  const rest = words
    .replace(new RegExp(KIND, 'giu'), ' ')
    .replace(FILLER, ' ')
    .replace(FILLER, ' ')
    .replace(/[\s:;,.]+/g, ' ')
    .trim();
  if (rest === '') return null;
  if (words.length > LONGEST_LEAD || !PART.test(words)) return undefined;
  // «một số điều của …», «các quy định về … tại …», «Danh mục … ban hành kèm theo …»
  return /(?:của|tại|trong|thuộc|kèm\s+theo)\s*:?\s*$/iu.test(words.replace(new RegExp(`${KIND}\\s*$`, 'iu'), ''))
    ? []
    : undefined;
}

const ISSUER =
  /^[^;]{0,40}?của\s+(?:Chủ tịch\s+)?(?:Hội đồng nhân dân|Ủy ban nhân dân|UBND|HĐND|Sở [\p{L} ]{4,30}?)\s+(?:(?:tỉnh|thành phố)\s+)?((?:\p{Lu}\p{Ll}*\s?){1,4})/u;

/** «… ngày 12/7/2024 của Hội đồng nhân dân tỉnh Bến Tre …» is a document of today's Vĩnh Long. */
function territoryOfIssuer(after: string): string | null {
  const named = after.match(ISSUER)?.[1];
  return named === undefined ? null : territoryNamedMost(named);
}

/** «bãi bỏ các Nghị quyết sau:» and the items below it are one statement. */
function joinLists(lines: readonly string[]): readonly string[] {
  const joined: string[] = [];
  let open = false;
  for (const line of lines) {
    const item =
      /^(?:[a-zđ]\)|[-+•*]|\d+[.)]\s*(?:Nghị|Quyết|Thông|Công|Kế|Chỉ|Luật)|(?:Nghị|Quyết|Thông|Công|Kế|Chỉ|Luật)[\p{L} ]*\s+số\s)/u.test(
        line,
      );
    if (open && item) joined.push(`${joined.pop() ?? ''}; ${line.replace(/[.;]+$/u, '')}`);
    else {
      joined.push(line);
      open = /(?:bãi\s+bỏ|hủy\s+bỏ|thay\s+thế|hết\s+hiệu\s+lực)[^.]*:$/iu.test(line) || (open && item);
    }
  }
  return joined.map((line) => line.replace(/:;\s*/u, ': '));
}

/** The one document that the title says this one amends. */
function amendedInTitle(found: readonly Relation[], title: string): string | null {
  const [only, ...others] = new Set(
    found
      .filter((relation) => relation.kind === 'amends' && relation.number !== null && title.includes(relation.number))
      .map((relation) => relation.number),
  );
  return others.length === 0 ? (only ?? null) : null;
}

const AMENDING = /(?:sửa\s+đổi|bổ\s+sung|bãi\s+bỏ|thay\s+thế|thay\s+cụm)/iu;

/**
 * Articles of an amending document: «Điều 1. Sửa đổi … Điều 4 [của Thông tư số …]» and, below it, «1. Sửa đổi, bổ sung
 * khoản 2 như sau». Their parts belong to the document named in the heading or, failing that, in the title.
 */
function amendedArticles(lines: readonly string[], titleTarget: string | null): readonly Relation[] {
  const relations: Relation[] = [];
  let target: string | null = null;
  let within: string | null = null;
  for (const line of lines) {
    const heading = line.match(/^Điều\s+\d+[a-z]?[.:]?\s*(.*)$/su)?.[1];
    if (heading !== undefined) {
      const amends = AMENDING.test(heading.slice(0, 200));
      target = amends ? (heading.match(OBJECT)?.[1] ?? titleTarget) : null;
      const named = amends ? readPartAddresses(heading.replace(OBJECT, ' ').replace(/\s+như\s+sau.*$/su, '')) : [];
      within = named.length === 1 ? (named[0] ?? null) : null;
      continue;
    }
    const item = line.match(/^(?:\d+(?:\.\d+)*[.)]|[a-zđ]\))\s*(.*)$/u)?.[1];
    if (target === null || item === undefined) continue;
    const opening = item
      .replace(/\s+như\s+sau.*$/u, '')
      .replace(/\s+vào\s+(?:sau|trước).*?(?=\s(?:khoản|Điều|điều)\s|$)/u, '');
    if (!AMENDING.test(opening.slice(0, 30)) || OBJECT.test(opening)) continue;
    const parts = readPartAddresses(opening, within);
    const kind = /^(?:bãi|hủy|huỷ)\s+bỏ/iu.test(opening) ? 'repeals' : 'amends';
    if (parts.length > 0)
      relations.push({
        kind,
        number: target,
        name: null,
        issuedOn: null,
        territory: null,
        parts,
        from: null,
        origin: 'text',
      });
  }
  return relations;
}

function isSame(a: string, b: string | null): boolean {
  return b !== null && fold(a) === fold(b);
}
