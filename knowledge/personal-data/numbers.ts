import type { AlignedText } from './aligned-text.ts';
import type { PersonalKind, PersonalSpan } from './kinds.ts';
import { protectionOf } from './protected-spans.ts';

/** Between the digits of a number that somebody writes apart. */
const APART = '[ .\\-_()*·,/–]{0,3}';
const NO_DIGIT_AFTER = '(?!\\d)(?![ .]\\d[ .]\\d(?!\\d))';
const BEGINNING = '(?<![a-z\\d])(?<!\\d[.,])(?<!(?<!\\d)\\d{1,5}/)';

const PHONES: readonly RegExp[] = [
  new RegExp(
    `${BEGINNING}(?:(?:\\+|00)? ?\\(?84\\)?(?: ?\\(0\\))?|[0o])${APART}[35789](?:${APART}[\\do]){8}${NO_DIGIT_AFTER}`,
    'gu',
  ),
  new RegExp(`${BEGINNING}0${APART}1${APART}[2689](?:${APART}\\d){8}${NO_DIGIT_AFTER}`, 'gu'),
];
const LANDLINE = new RegExp(`${BEGINNING}(?:\\+?84|0)${APART}2(?:${APART}\\d){8,9}${NO_DIGIT_AFTER}`, 'gu');
/** «chị Lan 37331234, số máy bàn». */
const SHORT_LANDLINE =
  /(?:dien thoai|so may|may ban|sdt|so dt|dt ban|goi so|so nha rieng)[^\d\n]{0,15}?([2-9](?:[ .]?\d){6,7})(?!\d)/gu;
const HOTLINE_BEFORE = /(?:duong day nong|hotline|tong dai)[^\d.?!\n]{0,40}$/u;
const OFFICE_BEFORE =
  /(?:van phong|phong gd|phong giao duc|so gd|so giao duc|truong|ubnd|uy ban|cong an|tram y te|co quan|mot cua|nha truong|trung tam)[^\d?!\n]{0,45}$/u;
const OWN_BEFORE = /(?:sdt|dien thoai|so|goi|lien he|zalo) (?:cua |cho )?(?:em|toi|minh|me|bo|nha em|chau|chi|anh)/u;

/** Numbers that their label names: the first group is the number. A label nearer to it, of a telephone, wins. */
const LABELLED: readonly (readonly [PersonalKind, RegExp])[] = [
  [
    'exam-number',
    /(?<![a-z])(?:so bao danh|sbd|so b\.danh|ma du thi|so phach)[^\d\n?]{0,22}?((?<![a-z])[a-z]{0,3}[ -]?\d(?:[ .-]?\d){3,9})(?!\d)/gu,
  ],
  [
    'pupil-number',
    /(?<![a-z])(?:ma (?:so )?(?:hoc sinh|hs(?![a-z]))|mhs|ma ho so(?: tuyen sinh| nhap hoc)?|ma tuyen sinh|ma dang ky)[^\d\n?]{0,22}?((?<![a-z])[a-z]{0,4}[ -]?\d(?:[ .-]?\d){4,14})(?!\d)/gu,
  ],
  [
    'identity',
    /(?<![a-z])(?:cccd|cmnd|cmt|can cuoc(?: cong dan)?|cancuoc|chung minh(?: nhan dan| thu)?|(?:ma )?(?:so )?dinh danh(?: ca nhan)?|ddcn|ho chieu|passport|bhyt|bhxh|bao hiem y te|bao hiem xa hoi|ma so thue|mst)[^\d\n?]{0,24}?((?<![a-z])[a-z]{0,2}[ -]?\d(?:[ .-]{0,3}\d){6,14})(?!\d)/gu,
  ],
  [
    'bank',
    /(?<![a-z])(?:stk|so tk|tk|tai khoan|so the|vietcombank|vcb|techcombank|tcb|mb ?bank|mb|bidv|agribank|vietinbank|viettinbank|acb|vpbank|tpbank|sacombank|vib|hdbank|shb|msb|ocb|seabank|lpbank|eximbank|scb|abbank|pvcombank|cake|timo|viettel ?money|momo|zalopay|ngan hang)[^\d\n?]{0,25}?(\d(?:[ .-]?\d){5,18})(?!\d)/gu,
  ],
];
const PHONE_LABEL = /sdt|dien thoai|\bdt\b|zalo|lien he|hotline/u;
/** The bank's name often follows its number. */
const BANK_AFTER =
  /^[\s,:()-]{0,3}(?:ngan hang|nh |vietcombank|vcb|techcombank|tcb|mb|bidv|agribank|vietinbank|acb|vpbank|tpbank|sacombank|vib|hdbank|shb|msb|ocb|seabank|lpbank|eximbank|scb|abbank|pvcombank|cake|timo|momo)/u;

const HEALTH_CARD = /(?<![a-z\d])[a-z]{2} ?\d(?: ?\d){12}(?!\d)/gu;
const IDENTITY = new RegExp(`${BEGINNING}0(?:[ .\\-]{0,3}\\d){11}${NO_DIGIT_AFTER}`, 'gu');
const PLATES: readonly RegExp[] = [
  /(?<![a-z\d/])[1-9]\d ?-? ?[a-hk-z][a-z\d]?[ -]{0,3}\d{3}\.?\d\d(?![\d/])/gu,
  /(?<=bien(?: so)?(?: xe)?[ :]{1,3}(?:la )?)[1-9]\d ?-? ?[a-z][a-z\d]?[ -]{0,3}\d{4}(?!\d)/gu,
];
/** Eight digits and more in one piece, or three groups and more of three or four. */
const LONG_NUMBER = /(?<![\d/.,a-z]|[a-z]-)(?:\d{8,}|\d{3,4}(?:[ .-]\d{3,4}){2,})(?![\d/a-z])/gu;

const EMAIL = /(?<![\w.])[\w.%+-]+ ?@ ?[\w-]+(?: ?\. ?[a-z][\w-]*)+/gu;
const SPOKEN_EMAIL =
  /(?<![\w.])[\w.-]+ ?(?:\(at\)|\[at\]|a cong|a moc) ?[\w-]+(?: ?(?:\.|cham|\(dot\)|\[dot\]) ?(?:com|vn|net|org|edu|gov))+/gu;
/** Mailboxes of offices and schools are no person's. */
const OFFICE_EMAIL =
  /@ ?[\w.-]*gov ?\. ?vn$|^(?:c[0-3]|th|thcs|thpt|mn|mamnon|tieuhoc|pgd|sgd|vanthu|tuyensinh|lienhe|info|contact|hotro|banbientap|toasoan)[\w.-]* ?@/u;

/** Telephone, identity, pupils', exam and account numbers, e-mail addresses and number plates. */
export function findNumbers(aligned: AlignedText): readonly PersonalSpan[] {
  const { folded } = aligned;
  if (!/[\d@]|\(at\)|\[at\]|a cong|a moc/u.test(folded)) return [];
  const isProtected = protectionOf(aligned);
  const found: PersonalSpan[] = [];
  const take = (kind: PersonalKind, start: number, written: string) => {
    const end = start + written.trimEnd().length;
    const known = found.some((span) => span.start < end && start < span.end);
    if (!known && !isProtected(start, end)) found.push({ kind, start, end });
  };
  const each = (pattern: RegExp, use: (start: number, written: string, match: RegExpMatchArray) => void) => {
    for (const match of folded.matchAll(pattern)) use(match.index, match[0], match);
  };
  for (const pattern of [EMAIL, SPOKEN_EMAIL]) {
    each(pattern, (start, written) => OFFICE_EMAIL.test(written) || take('email', start, written));
  }
  for (const [kind, pattern] of LABELLED) {
    each(pattern, (index, written, { 1: number = '' }) => {
      const label = written.slice(0, written.length - number.length);
      if (PHONE_LABEL.test(label) || (kind === 'bank' && /cccd|cmnd|ma hoc sinh|sbd/u.test(label))) return;
      const blank = number.length - number.trimStart().length;
      if (kind === 'exam-number' && /^(?:19|20)\d\d$/u.test(number.trim())) return;
      take(kind, index + label.length + blank, number.trimStart());
    });
  }
  each(HEALTH_CARD, (start, written) => take('identity', start, written));
  each(IDENTITY, (start, written) => take('identity', start, written));
  const isPublic = (start: number, beside: RegExp) => {
    const before = folded.slice(Math.max(0, start - 60), start);
    return HOTLINE_BEFORE.test(before) || (beside.test(before) && !OWN_BEFORE.test(before));
  };
  for (const pattern of PHONES) {
    each(pattern, (start, written) => {
      if (isPublic(start, HOTLINE_BEFORE)) return;
      take(BANK_AFTER.test(folded.slice(start + written.length)) ? 'bank' : 'phone', start, written);
    });
  }
  each(LANDLINE, (start, written) => isPublic(start, OFFICE_BEFORE) || take('phone', start, written));
  each(SHORT_LANDLINE, (index, written, { 1: number = '' }) => {
    const start = index + written.length - number.length;
    if (!isPublic(start, OFFICE_BEFORE)) take('phone', start, number);
  });
  for (const pattern of PLATES) each(pattern, (start, written) => take('plate', start, written));
  each(LONG_NUMBER, (start, written) => {
    if (isPublic(start, OFFICE_BEFORE) && /^0/u.test(written)) return;
    const digits = written.replace(/\D/gu, '').length;
    const bank = BANK_AFTER.test(folded.slice(start + written.length));
    take(bank ? 'bank' : digits === 9 ? 'identity' : 'number', start, written);
  });
  return found;
}
