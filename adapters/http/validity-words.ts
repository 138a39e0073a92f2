import { changesInWords } from '../../knowledge/answering/validity-warning.ts';
import type { Change } from '../../knowledge/validity.ts';
import type { Translated } from '../console/languages/translated.ts';
import { DOCUMENT_WORDS } from '../corrections/vietnamese.ts';

/** Sentences on whether a document is a current rule here; those that begin in small letters are made sentences. */
export const VALIDITY_WORDS = {
  inForceFrom: (day: string) => `Đang có hiệu lực từ ngày ${day}.`,
  inForceSinceSigned: (day: string) => `Đang có hiệu lực từ ngày ký ${day} (văn bản hành chính không ghi ngày khác).`,
  inForce: 'Đang có hiệu lực.',
  unknown: 'Văn bản không ghi rõ ngày có hiệu lực.',
  notYet: (day: string) => `Chưa có hiệu lực; có hiệu lực từ ngày ${day}.`,
  expired: (day: string) => `Đã hết hiệu lực từ ngày ${day}.`,
  ended: DOCUMENT_WORDS.ended,
  foreign: (place: string, own: string) => `Áp dụng tại ${place}, không phải quy định của ${own}.`,
  withdrawn: 'Đã được cán bộ rút; trợ lý không trả lời từ văn bản này.',
  changed: (changes: readonly Change[]) => changesInWords(changes, 'nội dung của văn bản'),
} as const;
export type ValidityWords = Translated<typeof VALIDITY_WORDS>;
