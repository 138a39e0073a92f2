import type { AdmissionSlot, StaffReason } from '../../knowledge/admission/decide.ts';
import type { AdmissionTable, AgeRow, Residence } from '../../knowledge/admission/table.ts';

/** What the admission helper asks for, one thing at a time. */
export const ADMISSION_QUESTIONS: Readonly<Record<AdmissionSlot, string>> = {
  birth:
    'Dạ, để tra đúng lớp và đúng tuyến, anh/chị cho em biết bé sinh năm nào ạ? (Không cần tra nữa, anh/chị gõ "thôi".)',
  birthday: 'Dạ, với năm sinh này em cần cả ngày, tháng, năm sinh của bé mới tra đúng được ạ.',
  address:
    'Dạ, gia đình ở đâu ạ? Anh/chị ghi số nhà, ngõ, tên phố và phường (tên cũ hay mới đều được), hoặc tổ dân phố và phường. Cần gặp người, anh/chị gõ "gặp cán bộ".',
  number: 'Dạ, nhà mình ở số nhà hoặc ngõ số mấy của phố này ạ?',
  ward: 'Dạ, địa chỉ này hiện thuộc phường nào ạ?',
  neighbourhood: 'Dạ, gia đình thuộc tổ dân phố số mấy ạ?',
  residence: 'Dạ, gia đình đăng ký cho bé theo diện nào ạ?',
};

/** Families of a kind, as buttons of at most 20 characters. */
export const RESIDENCE_TITLES: Readonly<Record<Residence, string>> = {
  permanent: 'Thường trú',
  temporary: 'Tạm trú',
  outside: 'Trái tuyến',
  other: 'Trường hợp khác',
};

export const BORN_IN = (year: string) => `Sinh năm ${year}`;
const LONGEST_TITLE = 20;
export const WARD_TITLE = (ward: string) =>
  `Phường ${ward}`.length <= LONGEST_TITLE ? `Phường ${ward}` : ward.slice(0, LONGEST_TITLE);
export const WARD_SAID = (ward: string) => `Phường ${ward}`;

/** Why staff must look, said without repeating what the citizen wrote. */
export const STAFF_SENTENCES: Readonly<Record<StaffReason | 'unclear', string>> = {
  'no-class': 'Dạ, bảng độ tuổi tuyển sinh không có lớp đầu cấp cho ngày sinh này, nên em không dám trả lời thay.',
  exception: 'Dạ, độ tuổi này thuộc trường hợp riêng (học sớm hoặc học muộn), phải do cán bộ xem xét.',
  'other-class': 'Dạ, lớp anh/chị hỏi và độ tuổi của bé theo bảng tuyển sinh không khớp nhau, nên cần cán bộ xem lại.',
  'two-classes': 'Dạ, bảng tuyển sinh đang ghi hai lớp khác nhau cho ngày sinh này, nên em không dám chọn.',
  'no-zone': 'Dạ, bảng tuyến tuyển sinh chưa có địa chỉ này, nên em không dám đoán trường.',
  'two-schools': 'Dạ, bảng tuyến tuyển sinh đang ghi hai nơi khác nhau cho địa chỉ này, nên em không dám chọn.',
  unclear: 'Dạ, với những gì đã có em chưa tra được chắc chắn trường nào.',
};
export const STAFF_OFFER = 'Anh/chị chọn "Gặp cán bộ" để được trả lời ạ.';

export const LEFT = 'Dạ vâng, em dừng tra tuyến ở đây. Cần hỏi điều khác, anh/chị cứ nhắn ạ.';

/** The ledger keeps these in place of a citizen's words that hold a child's birth date or an address. */
export const KEPT_OUT_OF_LEDGER = '(Người dân nói về ngày sinh, địa chỉ khi tra tuyến tuyển sinh; không lưu ở đây.)';

/** Words of an answer. The first of them also tells that an earlier line of ours was one. */
export const PLACEMENT = {
  opening: (year: string) => `Dạ, theo bảng tuyển sinh năm học ${year}`,
  mark: 'theo bảng tuyển sinh năm học',
  classFirst: ({ isSample }: AdmissionTable, { grade, source }: AgeRow) =>
    `Dạ, theo bảng độ tuổi${isSample ? ' (DỮ LIỆU MẪU)' : ''}, bé vào ${grade} (${source.document}, ${source.article}).`,
  sample: ' (DỮ LIỆU MẪU, chỉ để thử, không phải quy định)',
  grade: (grade: string) => `• Bé vào: ${grade}`,
  school: (schools: string, zone: string) => `• Trường: ${schools} (tuyến: ${zone})`,
  choice: ', được chọn một trong các trường: ',
  outside: (schools: string, zone: string) =>
    `• Đúng tuyến là ${schools} (tuyến: ${zone}); xin học trường khác phải do nhà trường và cán bộ xét`,
  papers: 'Hồ sơ',
  dates: 'Thời gian',
  over: ' (đã qua)',
  quotas: (school: string, classes: string, pupils: string) =>
    `• Chỉ tiêu ${school}: ${classes} lớp, ${pupils} học sinh`,
  fees: 'Khoản thu',
  source: 'Nguồn',
  inForce: (day: string) => `hiệu lực từ ${day}`,
  closing: 'Chưa đúng với nhà mình thì anh/chị chọn "Gặp cán bộ" ạ.',
  oddSide: 'số lẻ',
  evenSide: 'số chẵn',
  file: (year: string) => `Bảng tuyển sinh ${year}`,
  row: (sheet: string, line: number) => `trang ${sheet}, dòng ${line}`,
} as const;
