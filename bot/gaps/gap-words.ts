import { printDay } from '../../knowledge/printed-day.ts';
import type { GapAnswer } from './gap.ts';

/** What somebody who asked before reads once there is an answer. */
export function tellingWords({ question, text, source, expiresOn }: GapAnswer): string {
  return [
    `Dạ, trước đây anh/chị có hỏi và em chưa trả lời được. Nay cơ quan đã có câu trả lời về “${question}”:`,
    text,
    `Căn cứ: ${source}. Nguồn: Trả lời của cơ quan, dùng đến trước ngày ${printDay(expiresOn)}.`,
    'Nếu câu trả lời chưa đúng điều anh/chị hỏi, anh/chị chọn "Gặp cán bộ" ạ.',
  ].join('\n\n');
}
