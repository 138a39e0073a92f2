import {
  AGENCY_ANSWER,
  type Day,
  type DocumentMetadata,
  type MetadataField,
  type Origin,
} from '../knowledge/document.ts';
import { localTerritory, NATIONAL, provinceNamed, territoryNamedMost } from '../knowledge/territories.ts';
import type { Block } from './blocks.ts';
import { DAY_PATTERN, readDay } from './dates.ts';
import {
  isNationalNumber,
  kindOfNumber,
  NUMBER,
  nationalIssuerOfNumber,
  numberFromFileName,
} from './document-number.ts';
import { findInForceFrom, findInForceUntil, findSchoolYear } from './in-force.ts';
import { type Issuer, issuerInBody, issuerInLetterhead, issuerStated } from './issuer.ts';
import { leftoverKind } from './leftovers.ts';
import { withoutQuotedText } from './quoted-text.ts';
import { readRelations } from './relations.ts';
import { postOf, signerInText, signerStated } from './signer.ts';
import { readStatedFields, type StatedField } from './stated-fields.ts';
import { kindIn, kindInHead, readTitle } from './title.ts';

/** Lines that can hold the letterhead and the title. */
const HEAD_LINES = 40;

/** A value with where it was found; `null` when it was not. */
type Found<T> = { readonly value: T; readonly origin: Origin } | null;

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
  const lines = blocks.flatMap((block) =>
    block.kind === 'table' ? block.rows.map((row) => row.join(' | ')) : [block.text],
  );
  // A letterhead in two columns is a table: its cells are lines of their own.
  const head = blocks
    .flatMap((block) => (block.kind === 'table' ? block.rows.flatMap((row) => [...new Set(row)]) : [block.text]))
    .slice(0, HEAD_LINES);
  const field = readStatedFields(blocks, stated, head);
  const body = withoutQuotedText(lines).join('\n');

  const number = readNumber(field, head, file);
  const kind = readKind(field, number, head);
  const title = readTitle({ subject: field('subject'), title: field('title') }, head, kind?.value ?? null, file);
  const issuer = readIssuer(field, number?.value ?? null, kind?.value ?? null, head, body);
  const issuedOn = readIssueDay(field, head, body);
  const inForceFrom =
    found(readDay(field('inForceFrom') ?? ''), 'stated') ??
    found(findInForceFrom(head.join('\n'), body, title, issuedOn?.value ?? null), 'text');
  const signer = readSigner(field, lines, body);
  const fields = {
    number,
    kind,
    title: { value: title, origin: title === file.replace(/\.[^.]+$/, '') ? 'file-name' : 'text' },
    issuer: issuer === null ? null : { value: issuer.value.name, origin: issuer.origin },
    territory: readTerritory(number?.value ?? null, issuer, head, body),
    issuedOn,
    inForceFrom,
    inForceUntil: found(readDay(field('inForceUntil') ?? ''), 'stated') ?? found(findInForceUntil(body), 'text'),
    schoolYear: found(findSchoolYear(title, body), 'text'),
    signer,
  } as const satisfies Record<MetadataField, Found<unknown>>;
  return {
    number: fields.number?.value ?? null,
    kind: fields.kind?.value ?? null,
    title,
    issuer: fields.issuer?.value ?? null,
    territory: fields.territory?.value ?? null,
    issuedOn: fields.issuedOn?.value ?? null,
    inForceFrom: fields.inForceFrom?.value ?? null,
    inForceUntil: fields.inForceUntil?.value ?? null,
    schoolYear: fields.schoolYear?.value ?? null,
    signer: fields.signer?.value ?? null,
    relations: readRelations(lines, { number: number?.value ?? null, title }),
    origins: Object.fromEntries(
      Object.entries(fields).flatMap(([name, of]) => (of === null ? [] : [[name, of.origin]])),
    ),
  };
}

type Field = (field: StatedField) => string | undefined;

function found<T>(value: T | null | undefined, origin: Origin): Found<T> {
  return value === null || value === undefined ? null : { value, origin };
}

function readNumber(field: Field, head: readonly string[], file: string): Found<string> {
  const stated = field('number')?.match(NUMBER)?.[0];
  if (stated !== undefined) return found(stated, 'stated');
  for (const text of head) {
    if (leftoverKind(text) === 'legal-basis') break;
    const match = text.match(/(?:^|[|\s(])Số\s*:?\s*(\S+)/iu)?.[1]?.match(NUMBER)?.[0];
    if (match !== undefined) return found(match, 'text');
  }
  const first = head
    .slice(0, 3)
    .map((text) => text.match(new RegExp(`^${NUMBER.source}`, 'u'))?.[0])
    .find(Boolean);
  return (
    found(field('title')?.match(NUMBER)?.[0], 'stated') ??
    found(first, 'text') ??
    found(numberFromFileName(file), 'file-name')
  );
}

function readKind(field: Field, number: Found<string>, head: readonly string[]): Found<string> {
  return (
    found(field('kind') === AGENCY_ANSWER ? AGENCY_ANSWER : kindIn(field('kind')), 'stated') ??
    (number === null ? null : found(kindOfNumber(number.value), 'number')) ??
    found(kindInHead(head), 'text')
  );
}

const PASSED_ON = new RegExp(String.raw`thông\s+qua\s+(${DAY_PATTERN})`, 'iu');
/** «(ngày 27/11/2014 của Quốc hội …)» under the title of a consolidated law. */
const UNDER_TITLE = new RegExp(String.raw`^\((${DAY_PATTERN})\s+của\s`, 'iu');

function readIssueDay(field: Field, head: readonly string[], body: string): Found<Day> {
  return (
    found(readDay(field('issuedOn') ?? ''), 'stated') ??
    found(
      head
        .filter((text) => leftoverKind(text) !== 'legal-basis')
        .map((text) => readDay(text, 'letterhead'))
        .find((day) => day !== null),
      'text',
    ) ??
    found(
      head.map((text) => readDay(text.match(UNDER_TITLE)?.[1] ?? '')).find((day) => day !== null),
      'text',
    ) ??
    found(readDay(body.match(PASSED_ON)?.[1] ?? ''), 'text')
  );
}

/**
 * Marks of national bodies decide (pages state the ministry that drafted a decree as its issuer), then what is stated,
 * the letterhead, and the body. Laws are passed by the National Assembly alone.
 */
function readIssuer(
  field: Field,
  number: string | null,
  kind: string | null,
  head: readonly string[],
  body: string,
): Found<Issuer> {
  const byNumber = number === null ? null : nationalIssuerOfNumber(number);
  const national = (name: string): Issuer => ({ name, places: [], national: true });
  if (byNumber !== null) return found(national(byNumber), 'number');
  if (number === null && (kind === 'Luật' || kind === 'Bộ luật')) return found(national('Quốc hội'), 'text');
  return (
    found(issuerStated(field('issuer')), 'stated') ??
    found(issuerInLetterhead(head), 'text') ??
    found(issuerInBody(body), 'text')
  );
}

/** Local bodies rule their own territory, everybody else the whole country. */
function readTerritory(
  number: string | null,
  issuer: Found<Issuer>,
  head: readonly string[],
  body: string,
): Found<string> {
  if (issuer?.value.national || (number !== null && isNationalNumber(number))) {
    return found(NATIONAL, issuer?.origin ?? 'number');
  }
  const places = issuer?.value.places ?? [];
  const lines = head
    .filter((text) => /NHÂN\s*DÂN|UBND|HĐND|SỞ|PHÒNG|tỉnh|thành phố|, ngày/iu.test(text))
    .filter((text) => leftoverKind(text) !== 'legal-basis');
  const province =
    places.map(provinceNamed).find((name) => name !== null) ??
    territoryNamedMost(lines.join(' ')) ??
    territoryNamedMost(body);
  const local = places.filter((place) => provinceNamed(place) === null).at(-1);
  if (local !== undefined) return found(localTerritory(province, local), issuer?.origin ?? 'text');
  return found(province, issuer?.origin ?? 'text');
}

function readSigner(
  field: Field,
  lines: readonly string[],
  body: string,
): Found<NonNullable<DocumentMetadata['signer']>> {
  const stated = signerStated(field('signer'), field('signerPost'));
  const signed = signerInText(lines);
  const signer = stated ?? signed;
  if (signer === null) return null;
  const block = signed?.name === signer.name ? signed : null;
  // Pages call the deputy who signed for the minister a minister; the block of signatures knows better.
  const elsewhere = signer.post ?? postOf(signer.name, body);
  const post = block?.post ?? (elsewhere === block?.insteadOf ? null : elsewhere);
  return found({ name: signer.name, post }, stated === null ? 'text' : 'stated');
}
