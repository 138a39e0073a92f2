import { endingInWords } from '../../knowledge/answering/validity-warning.ts';
import type { MetadataField, Origin, RelationKind } from '../../knowledge/document.ts';
import type { Validity } from '../../knowledge/validity.ts';
import type { Translated } from '../console/languages/translated.ts';

type Ended = Extract<Validity, { state: 'superseded' }>;

/** The fields that editors set, by the names they type, with what to call them in sentences. */
export const FIELD_LABELS: Readonly<Record<MetadataField, string>> = {
  number: 'số hiệu',
  kind: 'loại văn bản',
  title: 'trích yếu',
  issuer: 'cơ quan ban hành',
  territory: 'nơi áp dụng',
  issuedOn: 'ngày ban hành',
  inForceFrom: 'có hiệu lực từ',
  inForceUntil: 'hết hiệu lực từ',
  schoolYear: 'năm học',
  signer: 'người ký',
};

/** What relations are called, from the one that speaks and from the one spoken of. */
export const RELATION_WORDS: Readonly<Record<RelationKind, { readonly active: string; readonly passive: string }>> = {
  replaces: { active: 'thay thế', passive: 'được thay thế bởi' },
  repeals: { active: 'bãi bỏ', passive: 'bị bãi bỏ bởi' },
  suspends: { active: 'ngưng hiệu lực', passive: 'bị ngưng hiệu lực bởi' },
  amends: { active: 'sửa đổi, bổ sung', passive: 'được sửa đổi, bổ sung bởi' },
  guides: { active: 'hướng dẫn', passive: 'được hướng dẫn bởi' },
};

/** Where a fact comes from, in words. */
const ORIGINS: Readonly<Record<Origin, string>> = {
  text: 'đọc trong văn bản',
  stated: 'tệp ghi sẵn',
  number: 'suy từ số hiệu',
  'file-name': 'theo tên tệp',
  corrected: 'cán bộ sửa',
};

/** What is said of a document: its fields, its state, its relations and what editors decided. */
export const DOCUMENT_WORDS = {
  fields: FIELD_LABELS,
  relations: RELATION_WORDS,
  origins: ORIGINS,
  unknown: 'chưa rõ',
  national: 'cả nước',
  states: {
    inForce: 'còn hiệu lực',
    changed: 'còn hiệu lực, đã sửa một phần',
    notYet: (day: string) => `chưa có hiệu lực (từ ${day})`,
    expired: (day: string) => `hết hiệu lực (từ ${day})`,
    foreign: (place: string) => `của nơi khác (${place})`,
    withdrawn: 'đã rút',
    unknown: 'chưa rõ hiệu lực',
  },
  ended: (how: Ended['how'], by: string, now: string | undefined) =>
    endingInWords({ state: 'superseded', how, by, ...(now === undefined ? {} : { now }) }),
  whole: 'toàn bộ',
  part: 'một phần',
  from: (day: string) => `, từ ${day}`,
  readAs: (value: string) => `; đọc được: ${value}`,
  decisions: {
    relate: (relation: string) => `thêm quan hệ: ${relation}`,
    unrelate: (relation: string) => `bỏ quan hệ: ${relation}`,
    confirm: 'xác nhận đúng',
    withdraw: 'rút khỏi phần trả lời',
    restore: 'đưa trở lại phần trả lời',
    undo: 'hoàn tác thao tác trước đó',
    reset: 'bỏ mọi sửa đổi trước đó',
  },
} as const;
export type DocumentWords = Translated<typeof DOCUMENT_WORDS>;

/** Why a value that an editor typed cannot be read, and what to write instead. */
export const VALUE_PROBLEMS = {
  untilBeforeFrom: (until: string, from: string) => `${until} phải sau ngày có hiệu lực ${from}.`,
  day: (typed: string) => `“${typed}” không phải một ngày có thật; viết như 2026-01-15 hoặc 15/01/2026.`,
  parts: (typed: string) =>
    `“${typed}” chưa phải địa chỉ; viết từ đơn vị lớn đến nhỏ như "Điều 5, khoản 2", nhiều chỗ cách nhau bằng dấu chấm phẩy.`,
  number: (typed: string) => `“${typed}” không phải số hiệu; viết đủ như 58/2025/NQ-HĐND hoặc 901/KH-UBND.`,
  title: 'không được để trống.',
  territory: (typed: string) =>
    `“${typed}” chưa rõ; viết "cả nước", tên tỉnh hoặc thành phố ("Hà Nội"), hoặc kèm phường, xã ("Hà Nội › Ba Đình").`,
  schoolYear: (typed: string) => `“${typed}” không phải một năm học; viết như 2026-2027.`,
  signer: 'viết họ tên, rồi chức vụ sau dấu phẩy: "Nguyễn Văn A, Phó Giám đốc".',
  noRelation: (kind: string, other: string, held: string) =>
    `Văn bản này không có quan hệ “${kind}” với ${other}. Đang có: ${held}.`,
  nothingHeld: 'không có',
} as const;
export type ValueProblems = Translated<typeof VALUE_PROBLEMS>;
