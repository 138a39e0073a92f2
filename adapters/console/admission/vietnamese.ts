import { SHEET_NAMES } from '../../../knowledge/admission/sheet-names.ts';
import { UPLOADS } from '../knowledge/vietnamese.ts';

/** Words of the page on admission tables. */
export const ADMISSION = {
  title: 'Bảng tuyển sinh theo tuyến',
  lead: 'Trợ lý tra lớp, trường đúng tuyến, hồ sơ, thời gian theo bảng này, không dùng mô hình ngôn ngữ. Chưa công bố bảng nào thì trợ lý chỉ trả lời theo văn bản.',
  upload: {
    title: 'Tải bảng lên',
    rule: 'Một tệp .xlsx theo mẫu, tối đa 5 MB. Tải lên chỉ để xem trước, chưa công bố.',
    file: 'Tệp Excel (.xlsx)',
    submit: 'Xem trước',
    template: 'Tải tệp mẫu trống',
    sample: 'Tải bảng MẪU có dữ liệu thử',
  },
  refused: 'Chưa đọc được bảng. Anh/chị sửa các chỗ sau rồi tải lên lại:',
  none: 'Anh/chị chọn một tệp .xlsx.',
  /** Why a form with a file could not be read. */
  form: UPLOADS.problems,
  large: 'Tệp quá 5 MB: anh/chị bỏ hình ảnh hoặc tách bảng.',
  preview: {
    title: (year: string) => `Xem trước: năm học ${year}`,
    sample: 'Dữ liệu MẪU: câu trả lời sẽ ghi rõ là dữ liệu thử.',
    counts: 'Số dòng',
    sheets: SHEET_NAMES,
    conflicts: (count: number) => `Mâu thuẫn (${count})`,
    holes: (count: number) => `Chỗ trống (${count})`,
    noConflicts: 'Không thấy mâu thuẫn.',
    noHoles: 'Không thấy chỗ trống.',
    rule: 'Vẫn công bố được: ở những chỗ này trợ lý không đoán mà mời người dân gặp cán bộ.',
    publish: 'Công bố',
    replaces: 'Bảng đang dùng của năm học này sẽ được thay; lấy lại được ở phần Thay đổi gần đây.',
    drop: 'Bỏ bản xem trước',
  },
  published: {
    title: 'Đang dùng',
    none: 'Chưa công bố bảng nào.',
    year: (year: string) => `Năm học ${year}`,
    facts: (zones: number, ages: number) => `${zones} dòng tuyến, ${ages} dòng độ tuổi`,
    sample: 'MẪU',
    download: 'Tải về',
    withdraw: 'Ngừng dùng',
  },
  try: {
    title: 'Tra thử',
    rule: 'Tra theo bản xem trước nếu có, nếu không thì theo bảng đang dùng. Không lưu gì.',
    words: 'Câu hỏi, ví dụ: bé sinh 12/3/2020 ở ngõ 12 Đội Cấn, thường trú',
    submit: 'Tra thử',
    noTable: 'Chưa có bảng nào có hiệu lực hôm nay để tra thử.',
  },
  history: { undo: 'Hoàn tác', restore: 'Về trước thay đổi này' },
  notices: {
    changed: 'Đã lưu. Có hiệu lực với người dân trong 5 giây.',
    same: 'Không có gì khác trước nên không lưu gì.',
    stale: 'Người khác vừa công bố nên chưa lưu thay đổi của anh/chị. Anh/chị xem lại rồi làm lại.',
    gone: 'Không còn bản đó để lấy lại.',
    dropped: 'Đã bỏ bản xem trước.',
    outdated: 'Bản xem trước đã đổi hoặc không còn. Anh/chị xem lại rồi công bố.',
  },
} as const;
