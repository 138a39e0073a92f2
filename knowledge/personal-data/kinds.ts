/** What tells who a person is or how to reach them, as it is written in chats. */
export type PersonalKind =
  | 'phone'
  | 'email'
  | 'identity'
  | 'pupil-number'
  | 'exam-number'
  | 'bank'
  | 'plate'
  | 'number'
  | 'address'
  | 'name';

/** What stands in the place of each kind. */
export const PLACEHOLDERS: Readonly<Record<PersonalKind, string>> = {
  phone: '[số điện thoại]',
  email: '[thư điện tử]',
  identity: '[số giấy tờ]',
  'pupil-number': '[mã học sinh]',
  'exam-number': '[số báo danh]',
  bank: '[số tài khoản]',
  plate: '[biển số xe]',
  number: '[số riêng]',
  address: '[địa chỉ]',
  name: '[tên người]',
};

/** A piece of personal data: offsets in the NFC text, `end` after its last unit. */
export interface PersonalSpan {
  readonly kind: PersonalKind;
  readonly start: number;
  readonly end: number;
}
