import { momentWords } from './office-hours/moment-words.ts';

/** What a citizen is told whose answer waits for a person's yes. @param sendsAt when it leaves by itself; `null`: never */
export function approvalNotice(sendsAt: number | null, now: number): string {
  const told =
    'Dạ, trợ lý đã tìm được quy định cho câu hỏi này. Cán bộ xem lại câu trả lời trước khi gửi anh/chị, mong anh/chị chờ một chút.';
  return sendsAt === null ? told : `${told} Anh/chị sẽ nhận được chậm nhất khoảng ${momentWords(sendsAt, now)}.`;
}
