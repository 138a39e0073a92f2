import type { DocumentMetadata } from '../knowledge/document.ts';
import { territoryNamedMost } from '../knowledge/territories.ts';
import type { Block } from './blocks.ts';
import { findInForce, readDay, stripDay } from './dates.ts';
import { kindOfNumber, NUMBER, numberFromFileName } from './document-number.ts';
import { leftoverKind } from './leftovers.ts';
import { findReplaced } from './relations.ts';

/** Blocks that can hold the letterhead and the title. */
const HEAD_BLOCKS = 25;

/** Names of fields in front matter and page tables, by what they tell. */
const STATED = {
  number: ['so_hieu', 'sohieu', 'code', 'số hiệu', 'số ký hiệu'],
  kind: ['loai_van_ban', 'loại văn bản'],
  title: ['trich_yeu', 'trích yếu', 'title'],
  issuer: ['co_quan_ban_hanh', 'issuer', 'cơ quan ban hành', 'nơi ban hành'],
  issuedOn: ['ngay_ban_hanh', 'ngày ban hành', 'date'],
  inForceFrom: ['ngay_hieu_luc', 'ngay_co_hieu_luc', 'effective_date', 'hieu_luc', 'ngày hiệu lực', 'ngày có hiệu lực'],
} as const;

/**
 * Reads what a document says about itself. Words it does not say stay `null`.
 * @param stated fields that the file format states outright, keys in lower case
 * @param file name of the file, the last resort for the number
 */
export function readMetadata(
  blocks: readonly Block[],
  stated: Readonly<Record<string, string>>,
  file: string,
): DocumentMetadata {
  const texts = blocks.flatMap((block) =>
    block.kind === 'table' ? block.rows.map((row) => row.join(' | ')) : [block.text],
  );
  const head = texts.slice(0, HEAD_BLOCKS);
  const fields = { ...fieldsOfTables(blocks), ...fieldsOfList(head), ...stated };
  const field = (names: readonly string[]) =>
    names.map((name) => fields[name]).find((value) => value !== undefined && value !== '');

  const number = readNumber(field(STATED.number), field(STATED.title), head, file);
  const kind = cleanKind(field(STATED.kind)) ?? (number === null ? null : kindOfNumber(number)) ?? kindInHead(head);
  const title = readTitle(field(STATED.title), head, kind, file);
  const issuedOn =
    readDay(field(STATED.issuedOn) ?? '') ??
    head.map((text) => readDay(text, 'letterhead')).find((day) => day !== null) ??
    null;
  const body = texts.join('\n');
  return {
    number,
    kind,
    title,
    issuer: field(STATED.issuer) ?? issuerInHead(head),
    territory: readTerritory(number, field(STATED.issuer), head, body),
    issuedOn,
    inForceFrom: readDay(field(STATED.inForceFrom) ?? '') ?? findInForce(body, issuedOn),
    inForceUntil: null,
    schoolYear: (title.match(/năm học\s+(\d{4})\s*[-–]\s*(\d{4})/iu) ?? []).slice(1, 3).join('-') || null,
    replaces: findReplaced(texts, number),
  };
}

function readNumber(
  stated: string | undefined,
  title: string | undefined,
  head: readonly string[],
  file: string,
): string | null {
  if (stated !== undefined && NUMBER.test(stated)) return stated.match(NUMBER)?.[0] ?? null;
  for (const text of head) {
    const match = text.match(/^(?:\|\s*)?(?:\p{Lu}[\p{Lu} ]+\(|.*\|\s*)?Số\s*:?\s*(\S+)/iu)?.[1]?.match(NUMBER)?.[0];
    if (match !== undefined) return match;
  }
  const first = head
    .slice(0, 3)
    .map((text) => text.match(new RegExp(`^${NUMBER.source}`, 'u'))?.[0])
    .find(Boolean);
  return title?.match(NUMBER)?.[0] ?? first ?? numberFromFileName(file);
}

const KINDS =
  'Hiến pháp|Bộ luật|Luật|Pháp lệnh|Nghị quyết|Nghị định|Quyết định|Thông tư liên tịch|Thông tư|Chỉ thị|Kế hoạch|Thông báo|Hướng dẫn|Công văn|Quy chế|Quy định|Báo cáo|Tờ trình';
const KIND_LINE = new RegExp(`^(?:TRÍCH\\s+)?(${KINDS})(?![\\p{L}])`, 'iu');

function cleanKind(stated: string | undefined): string | null {
  const match = stated?.match(new RegExp(`^(${KINDS})`, 'iu'))?.[1];
  return match === undefined ? null : sentenceCase(match);
}

function kindInHead(head: readonly string[]): string | null {
  const line =
    head.find((text) => KIND_LINE.test(text) && text === text.toUpperCase()) ??
    head.find((text) => KIND_LINE.test(text) && text.length < 40);
  const kind = line?.match(KIND_LINE)?.[1];
  return kind === undefined ? null : sentenceCase(kind);
}

function readTitle(stated: string | undefined, head: readonly string[], kind: string | null, file: string): string {
  if (stated !== undefined) return stated;
  const start = head.findIndex((text) => KIND_LINE.test(text) && (text === text.toUpperCase() || text.length < 60));
  if (start !== -1) {
    const words: string[] = [];
    for (const text of head.slice(start, start + 6)) {
      const kindOfForm = leftoverKind(text);
      if (
        words.length > 0 &&
        (kindOfForm !== null || /^(?:Điều \d+|Chương|[IVX]+\.|\d+\.)/u.test(text) || words.join(' ').length > 60)
      )
        break;
      if (kindOfForm === null) words.push(text);
    }
    const title = stripDay(
      words
        .join(' ')
        .replace(KIND_LINE, '')
        .replace(/^[\s:.()-]+|[\s()]+$/g, ''),
    ).trim();
    if (title.length > 8) return `${kind ?? ''} ${lowerCapitals(title)}`.trim();
  }
  const subject = head.find((text) => /^(?:V\/v|Về việc|Về hướng dẫn|Về\s)/u.test(text));
  return subject?.replace(/^V\/v\s*/u, 'Về việc ') ?? file.replace(/\.[^.]+$/, '');
}

/** Titles in capitals are hard to read; proper names lose theirs, which a title can bear. */
function lowerCapitals(title: string): string {
  return title === title.toUpperCase()
    ? title.toLowerCase().replaceAll('hà nội', 'Hà Nội').replaceAll('ba đình', 'Ba Đình')
    : title;
}

function issuerInHead(head: readonly string[]): string | null {
  const line = head.find(
    (text) =>
      /^(?:HỘI ĐỒNG NHÂN|(?:ỦY|UỶ) BAN NHÂN|UBND|SỞ GIÁO|BỘ |CHÍNH PHỦ|QUỐC HỘI)/u.test(text) && text.length < 200,
  );
  return line ?? null;
}

/** Local councils, committees and departments rule their own territory, everybody else the whole country. */
function readTerritory(
  number: string | null,
  issuer: string | undefined,
  head: readonly string[],
  body: string,
): string | null {
  if (number !== null && /(?:QH\d*|NĐ-CP|NQ-CP|TTg|TT-[\p{Lu}Đ]+|-BGDĐT|UBTVQH\d*)$/u.test(number)) return 'national';
  if (/^(?:Luật|Trích luật)/iu.test(head.slice(0, 2).join(' '))) return 'national';
  if (issuer !== undefined && /(?:Bộ|Chính phủ|Thủ tướng|Quốc hội)/u.test(issuer)) return 'national';
  const local = head
    .filter(
      (text) =>
        /NHÂN\s*DÂN|UBND|HĐND|SỞ|PHÒNG|tỉnh|thành phố|, ngày/iu.test(text) && leftoverKind(text) !== 'legal-basis',
    )
    .join(' ');
  return territoryNamedMost(`${issuer ?? ''} ${local}`) ?? territoryNamedMost(body);
}

/** Two-column tables such as «Số hiệu | 48/2026/TT-BGDĐT» at the head of a saved page. */
function fieldsOfTables(blocks: readonly Block[]): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const block of blocks.slice(0, 10)) {
    if (block.kind !== 'table') continue;
    for (const row of block.rows) if (row.length === 2 && row[0] && row[1]) fields[row[0].toLowerCase()] = row[1];
  }
  return fields;
}

/** «Ngày ban hành:» on one line and its value on the next, as copied from document portals. */
function fieldsOfList(head: readonly string[]): Record<string, string> {
  const fields: Record<string, string> = {};
  head.forEach((text, index) => {
    const name = text.match(/^(Loại văn bản|Nơi ban hành|Ngày ban hành|Ngày hiệu lực|Số hiệu|Người ký)\s*:$/u)?.[1];
    const value = head[index + 1];
    if (name !== undefined && value !== undefined) fields[name.toLowerCase()] = value;
  });
  return fields;
}

function sentenceCase(words: string): string {
  const lower = words.toLowerCase();
  return lower.charAt(0).toUpperCase() + lower.slice(1);
}
