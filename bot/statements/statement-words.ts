import { printDay } from '../../knowledge/printed-day.ts';
import type { Statement, StatementKind } from './statement.ts';

/** What stands around a statement, so that people see who says it and since when. */
export const STATEMENT_WORDS = {
  holding: (moment: string) => `Thông tin của cơ quan, cập nhật ${moment}:`,
  refuted: (moment: string) => `Cơ quan đã kiểm tra tin này và xác định: KHÔNG ĐÚNG (cập nhật ${moment}).`,
  confirmed: (moment: string) => `Cơ quan đã kiểm tra tin này và xác nhận: ĐÚNG (cập nhật ${moment}).`,
  source: (name: string, day: string) => `Nguồn: ${name}, ngày ${day}.`,
  staff: 'Anh/chị cần trao đổi thêm thì chọn "Gặp cán bộ" ạ.',
} as const satisfies Record<StatementKind | 'source' | 'staff', unknown>;

/** Words proposed to who writes one; the office makes them its own. */
export const PROPOSED_WORDS: Readonly<Record<StatementKind, (about: string) => string>> = {
  holding: (about) =>
    `Dạ, cơ quan đã nhận được nhiều ý kiến của phụ huynh về ${about} và đang kiểm tra. Trong lúc chờ, em chưa trả lời nội dung này từ văn bản để tránh thông tin chưa đầy đủ. Khi có kết luận, cơ quan sẽ thông báo chính thức; xin anh/chị chưa chia sẻ thông tin chưa được xác nhận ạ.`,
  refuted: (about) =>
    `Dạ, thông tin "${about}" không đúng. Cơ quan không có chủ trương này. Xin anh/chị không chia sẻ tiếp; mọi thông tin chính thức được công bố trên trang của cơ quan ạ.`,
  confirmed: (about) => `Dạ, thông tin "${about}" là đúng. Nội dung cụ thể: … ạ.`,
};

/** What those who asked are sent at the end, as it is proposed. */
export const PROPOSED_FAREWELL =
  'Dạ, nội dung anh/chị hỏi vừa qua nay đã có thông tin. Anh/chị nhắn lại câu hỏi, em trả lời ngay ạ.';

/** The words as a citizen reads them. @param moment of the release, in words */
export function wordsOf({ kind, text, source }: Pick<Statement, 'kind' | 'text' | 'source'>, moment: string): string {
  return [
    STATEMENT_WORDS[kind](moment),
    text,
    ...(source === null ? [] : [STATEMENT_WORDS.source(source.name, printDay(source.day))]),
    STATEMENT_WORDS.staff,
  ].join('\n\n');
}
